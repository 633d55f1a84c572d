"""A file that another program changed is noticed, one that was only touched is not."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import Block
from app.core.ids import random_id
from app.core.markup import parse_markup
from app.jobs.opening import Opened, open_draft
from app.jobs.outside import Outside, look
from app.jobs.program import Program
from app.jobs.saving import save_draft, save_opened


@pytest.fixture
def opened(program: Program, tmp_path: Path) -> Opened:
    path = tmp_path / "稿.siceng"
    save_draft(path, parse_markup("# 统一思想\n"), overwrite=False)
    return open_draft(program, path)


def touch(opened: Opened) -> None:
    assert opened.path is not None
    os.utime(opened.path, (1, 1))


def change(opened: Opened) -> None:
    assert opened.path is not None
    save_draft(opened.path, parse_markup("# 别人改的\n"), overwrite=True)
    touch(opened)


def test_a_file_that_nobody_touched_is_the_same(opened: Opened) -> None:
    assert look(opened).state is Outside.SAME


def test_a_file_that_was_only_touched_is_the_same_and_can_be_saved(opened: Opened, program: Program) -> None:
    touch(opened)
    seen = look(opened)
    assert seen.state is Outside.SAME and seen.stamp != opened.stamp
    later = parse_markup("# 接着写\n")
    save_opened(opened, later)
    assert opened.path is not None and open_draft(program, opened.path).draft == later


def test_empty_paragraphs_that_were_saved_make_no_difference(opened: Opened) -> None:
    draft = replace(opened.draft, blocks=(*opened.draft.blocks, Block(random_id())))
    after, _ = save_opened(opened, draft)
    touch(after)
    assert look(after).state is Outside.SAME


def test_a_file_with_other_content_is_changed(opened: Opened) -> None:
    change(opened)
    assert look(opened).state is Outside.CHANGED


def test_a_file_that_cannot_be_read_any_more_is_changed(opened: Opened) -> None:
    assert opened.path is not None
    opened.path.write_bytes(b"half of a file that is being synced")
    assert look(opened).state is Outside.CHANGED


def test_a_file_that_is_not_there_is_gone(opened: Opened) -> None:
    assert opened.path is not None
    opened.path.unlink()
    assert look(opened).state is Outside.GONE


def test_what_has_no_file_of_its_own_is_the_same(opened: Opened) -> None:
    assert look(Opened(opened.draft, None)).state is Outside.SAME
    assert look(replace(opened, stamp=None)).state is Outside.SAME


def test_a_changed_file_is_written_over_once_the_writer_wants_it(opened: Opened, program: Program) -> None:
    change(opened)
    stamp = look(opened).stamp
    assert stamp is not None and opened.path is not None
    mine = parse_markup("# 我的\n")
    save_opened(replace(opened, stamp=stamp), mine)
    assert open_draft(program, opened.path).draft == mine
    backup = opened.path.with_name(opened.path.name + ".bak")
    assert (
        open_draft(program, backup.rename(backup.with_suffix(".siceng"))).draft.blocks[0].text == "别人改的"
    )

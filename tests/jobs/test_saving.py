"""Saving: what is there is kept until the new is whole, and what may not be lost is not written over."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.errors import WriteError
from app.core.markup import parse_markup
from app.files.archive import read_archive, write_archive
from app.jobs.opening import Opened, open_draft
from app.jobs.program import Program
from app.jobs.saving import save_draft, save_opened
from tests.jobs.speeches import SPEECH
from tests.jobs.test_opening import newer

OLD, NEW = parse_markup("# 旧稿"), parse_markup(SPEECH)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "稿.siceng"
    save_draft(path, OLD, overwrite=False)
    return path


def draft_in(program: Program, path: Path) -> Draft:
    return open_draft(program, path).draft


def test_an_existing_file_is_replaced_only_when_asked(program: Program, path: Path) -> None:
    with pytest.raises(WriteError):
        save_draft(path, NEW, overwrite=False)
    assert draft_in(program, path) == OLD
    save_draft(path, NEW, overwrite=True)
    assert draft_in(program, path) == NEW


def test_the_former_file_stays_as_backup(program: Program, path: Path) -> None:
    save_draft(path, NEW, overwrite=True)
    backup = path.with_name("稿.siceng.bak")
    assert draft_in(program, backup.rename(path.with_name("备份.siceng"))) == OLD


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="后缀"):
        save_draft(tmp_path / "稿.docx", NEW, overwrite=False)
    assert not list(tmp_path.iterdir())


def test_what_was_opened_is_saved_back_again_and_again(program: Program, path: Path) -> None:
    opened, saved = save_opened(open_draft(program, path), NEW)
    assert saved.stamp == opened.stamp
    save_opened(opened, OLD)
    assert draft_in(program, path) == OLD


def test_members_that_are_not_known_stay_in_the_file(program: Program, path: Path) -> None:
    members = [*read_archive(path).items(), ("rounds/1.json", b"{}")]
    path.write_bytes(write_archive(members, stored_first="mimetype"))
    save_opened(open_draft(program, path), NEW)
    assert read_archive(path)["rounds/1.json"] == b"{}"


def test_a_file_that_somebody_else_changed_is_not_saved_over(program: Program, path: Path) -> None:
    opened = open_draft(program, path)
    save_draft(path, parse_markup("# 别人改的稿子"), overwrite=True)
    with pytest.raises(WriteError, match="改过"):
        save_opened(opened, NEW)
    assert draft_in(program, path).blocks[0].text == "别人改的稿子"


@pytest.mark.parametrize("name", ["稿.md", None])
def test_what_is_no_siceng_file_is_not_saved_back(tmp_path: Path, name: str | None) -> None:
    opened = Opened(NEW, tmp_path / name if name else None)
    with pytest.raises(WriteError, match="另存"):
        save_opened(opened, NEW)


def test_a_newer_file_is_never_saved_over(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "新.siceng"
    content = newer(path, NEW)
    with pytest.raises(WriteError, match="更新版本"):
        save_opened(open_draft(program, path), OLD)
    with pytest.raises(WriteError, match="更新版本"):
        save_draft(path, OLD, overwrite=True)
    assert path.read_bytes() == content


def test_a_damaged_file_may_be_replaced_and_is_kept(program: Program, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])
    damaged = path.read_bytes()
    save_draft(path, NEW, overwrite=True)
    assert draft_in(program, path) == NEW
    assert path.with_name("稿.siceng.bak").read_bytes() == damaged


def test_a_draft_of_another_layout_is_saved_with_it(program: Program, path: Path) -> None:
    save_draft(path, replace(NEW, layout="guanli"), overwrite=True)
    assert draft_in(program, path).layout == "guanli"

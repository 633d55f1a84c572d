"""Files read to be looked at, and the drafts made of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.core.markup import parse_markup
from app.importing.recognise import recognise_rejoined
from app.jobs.opening import Opened
from app.jobs.previewing import Incoming, incoming, taken
from app.jobs.program import Program
from app.jobs.saving import save_draft
from tests.importing.word.files import docx, p, r

REVISED = p("要", f"<w:ins>{r('切实')}</w:ins>", "抓好")


def looked_at(program: Program, path: Path) -> Incoming:
    found = incoming(program, path)
    assert isinstance(found, Incoming)
    return found


def test_drafts_and_markup_need_no_look(program: Program, tmp_path: Path) -> None:
    save_draft(tmp_path / "甲.siceng", parse_markup("# 甲\n"), overwrite=False)
    (tmp_path / "乙.md").write_text("# 乙\n", "utf-8")
    assert isinstance(incoming(program, tmp_path / "甲.siceng"), Opened)
    assert isinstance(incoming(program, tmp_path / "乙.md"), Opened)


def test_a_text_is_looked_at_by_its_name(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "去年的讲话.txt"
    path.write_text("同志们：\n今天开会。\n", "utf-8")
    found = looked_at(program, path)
    assert found.name == "去年的讲话.txt" and not found.revised
    assert [each.text for each in found.foreign.source.paragraphs] == ["同志们：", "今天开会。"]


@pytest.mark.parametrize(("body", "revised"), [(REVISED, True), (p("要抓好"), False)])
def test_a_word_file_says_whether_it_has_tracked_changes(
    program: Program, tmp_path: Path, body: str, revised: bool
) -> None:
    path = tmp_path / "讲话.docx"
    path.write_bytes(docx(body))
    assert looked_at(program, path).revised is revised


def test_tracked_changes_can_be_taken_in_another_way(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "讲话.docx"
    path.write_bytes(docx(REVISED))
    found = looked_at(program, path)
    assert [each.text for each in found.foreign.source.paragraphs] == ["要切实抓好"]
    assert [each.text for each in found.reread("original").source.paragraphs] == ["要抓好"]


def test_what_holds_no_text_is_refused(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "空的.txt"
    path.write_text("\n", "utf-8")
    with pytest.raises(ReadError):
        incoming(program, path)


def test_what_vanished_is_told_with_the_draft(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text("同志们：\n今天开会。\n散会。\n", "utf-8")
    foreign = looked_at(program, path).foreign
    found = recognise_rejoined(foreign.source.paragraphs)
    assert taken(foreign, found, path).notices == ()
    without = replace(found.draft, blocks=found.draft.blocks[:-1])
    (told,) = taken(foreign, replace(found, draft=without), path).notices
    assert told.startswith("第 3 行有 3 个字没有放进稿子") and "散会。" in told

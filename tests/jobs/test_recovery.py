"""What a crash left is put beside its file and opened again; what the file says already is not offered."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.errors import WriteError
from app.core.markup import parse_markup
from app.jobs.opening import open_draft
from app.jobs.program import Program
from app.jobs.recovery import Change, Offer, changes, journal_folder, new_journal, offers, reopened
from app.jobs.saving import save_draft, save_opened
from app.storage.kept import Kept
from app.storage.siceng_file import Stamp

SAVED = parse_markup("@标题 在××会议上的讲话\n# 统一思想\n正文一段。\n## 认清形势\n")
NOW = datetime.now(UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "稿.siceng"
    save_draft(path, SAVED, overwrite=False)
    return path


def edited(draft: Draft) -> Draft:
    """The draft with its body paragraph longer, and one more at its end."""
    later = parse_markup("# 统一思想\n正文一段，又写了一句。\n# 抓好落实\n")
    return replace(draft, blocks=(*draft.blocks[:2], later.blocks[1], draft.blocks[3], later.blocks[2]))


def stamp_of(program: Program, path: Path) -> Stamp | None:
    return open_draft(program, path).stamp


def crash(program: Program, draft: Draft, path: Path | None = None, time: datetime = NOW) -> None:
    """A window with this draft in it, opened from a file as it is now, dies."""
    journal = new_journal(program)
    journal.write(Kept(draft, time, path, stamp_of(program, path) if path and path.exists() else None))
    journal.release()


def only_offer(program: Program) -> Offer:
    found = offers(program)
    assert len(found.offers) == 1 and found.notices == ()
    return found.offers[0]


def test_after_a_clean_end_nothing_is_offered(program: Program) -> None:
    assert offers(program).offers == ()


def test_a_crashed_draft_is_offered_with_title_time_and_size_beside_its_file(
    program: Program, path: Path
) -> None:
    crash(program, edited(open_draft(program, path).draft), path)
    offer = only_offer(program)
    assert offer.title == "在××会议上的讲话"
    assert offer.time == NOW
    assert offer.original is not None and not offer.original.time > datetime.now(UTC)
    assert (offer.original.characters, offer.characters) == (9 + 6 + 5 + 7, 9 + 6 + 11 + 7 + 6)


def test_a_file_written_after_the_copy_is_told(program: Program, path: Path) -> None:
    draft = edited(open_draft(program, path).draft)
    for hours, is_older in ((-1, True), (1, False)):
        crash(program, draft, path, NOW + timedelta(hours=hours))
        offer = only_offer(program)
        assert offer.is_older is is_older
        offer.orphan.journal.clear()


def test_what_was_saved_before_the_crash_is_not_offered(program: Program, path: Path) -> None:
    crash(program, open_draft(program, path).draft, path)
    assert offers(program).offers == ()
    assert list(journal_folder(program).iterdir()) == []


def test_a_recovered_draft_is_saved_into_its_file(program: Program, path: Path) -> None:
    draft = edited(open_draft(program, path).draft)
    crash(program, draft, path)
    opened = reopened(only_offer(program))
    save_opened(opened, opened.draft)
    assert open_draft(program, path).draft == draft


def test_a_file_changed_since_the_crash_is_not_written_over(program: Program, path: Path) -> None:
    crash(program, edited(open_draft(program, path).draft), path)
    theirs = parse_markup("# 别人在别处接着写的\n")
    save_draft(path, theirs, overwrite=True)
    opened = reopened(only_offer(program))
    with pytest.raises(WriteError, match="被别的程序改过"):
        save_opened(opened, opened.draft)
    assert open_draft(program, path).draft == theirs


def test_a_draft_whose_file_is_gone_or_damaged_is_offered_without_it(program: Program, path: Path) -> None:
    draft = edited(open_draft(program, path).draft)
    for harm in (lambda path: path.write_bytes(b"x"), Path.unlink):
        save_draft(path, SAVED, overwrite=True)
        crash(program, draft, path)
        harm(path)
        offer = only_offer(program)
        assert offer.original is None and not offer.is_older
        assert reopened(offer).draft == draft
        offer.orphan.journal.clear()


def test_a_draft_that_was_never_saved_is_offered_by_what_it_has(program: Program) -> None:
    crash(program, parse_markup("# 统一思想\n"))
    offer = only_offer(program)
    assert offer.title == "没有标题的讲话稿"
    assert reopened(offer).path is None
    assert list(changes(offer)) == [Change(("一、统一思想",), ())]


def test_a_draft_from_markup_stays_bound_to_no_siceng_file(program: Program, tmp_path: Path) -> None:
    source = tmp_path / "讲话.md"
    source.write_text("+++\n+++\n# 统一思想\n", "utf-8")
    crash(program, parse_markup("# 改过的\n"), source)
    offer = only_offer(program)
    assert (reopened(offer).path, reopened(offer).stamp) == (source, None)
    assert offer.title == "讲话"


def test_the_difference_is_told_in_paragraphs_with_their_numbers(program: Program, path: Path) -> None:
    crash(program, edited(open_draft(program, path).draft), path)
    assert list(changes(only_offer(program))) == [
        Change(("正文一段，又写了一句。",), ("正文一段。",)),
        Change(("二、抓好落实",), ()),
    ]


def test_a_copy_that_cannot_be_read_is_told_and_where_it_is(program: Program, path: Path) -> None:
    crash(program, edited(SAVED), path)
    (copy,) = journal_folder(program).glob("*.json")
    os.truncate(copy, 20)
    found = offers(program)
    assert found.offers == ()
    assert found.notices == (f"有一份恢复稿读不出来，原样留在“{copy}.damaged”。",)

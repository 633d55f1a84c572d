"""A long draft is there at once: its lines are broken where somebody looks, the others when there is time."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.outline import outline
from app.ui.editor.hoist import Hoist
from tests.ui.editor.pages import Page

SENTENCE = "各级各部门要把思想和行动统一到会议的部署上来。"
LONG = "\n".join(["# 提高认识 {认识}", *[f"## {SENTENCE}", SENTENCE * 8] * 150])


def is_broken_into_lines(block: QTextBlock) -> bool:
    return block.layout().lineCount() > 0


def test_of_a_long_draft_only_its_beginning_is_laid_out_at_first(page: Page) -> None:
    page.open(LONG)
    assert is_broken_into_lines(page.document.firstBlock())
    assert not is_broken_into_lines(page.document.lastBlock())


def test_painting_a_long_draft_lays_out_no_more_than_can_be_seen(page: Page) -> None:
    page.open(LONG)
    page.editor.grab()
    assert not is_broken_into_lines(page.document.lastBlock())


@pytest.mark.parametrize("scrolled", [0, 15, 200, 310])
def test_what_is_painted_at_first_is_what_is_painted_when_all_is_laid_out(page: Page, scrolled: int) -> None:
    page.editor.clearFocus()  # no cursor that blinks
    page.open(LONG)
    page.editor.verticalScrollBar().setValue(scrolled)
    first = page.editor.viewport().grab().toImage()
    page.qtbot.waitUntil(lambda: is_broken_into_lines(page.document.lastBlock()))
    assert page.editor.viewport().grab().toImage() == first


def test_the_page_goes_to_the_end_of_a_long_draft_that_is_just_open(page: Page) -> None:
    page.open(LONG)
    page.at(300, 0)
    page.editor.ensureCursorVisible()
    QApplication.processEvents()
    assert page.editor.viewport().rect().contains(page.editor.cursorRect().center())


HASTY = {
    "typed": lambda page: page.press(Qt.Key.Key_A),
    "parted": lambda page: page.press(Qt.Key.Key_Return),
    "committed": lambda page: page.type("甲"),
    "composed": lambda page: page.compose("jia"),
    "pasted": lambda page: page.paste_text("甲\n乙"),
    "made a point": lambda page: page.editor.formatting.set_kind(Kind.POINT),
    "shown alone": lambda page: Hoist(page.editor).show_only(outline(page.document.draft())[1]),
}


@pytest.mark.parametrize("deed", HASTY.values(), ids=HASTY.keys())
def test_a_deed_that_comes_before_all_is_laid_out_does_not_hide_what_is_below(
    page: Page, deed: Callable[[Page], object]
) -> None:
    page.open("# 认清形势 {形势}\n" + LONG)
    page.at(1, 1)
    deed(page)
    page.qtbot.waitUntil(lambda: all(map(is_broken_into_lines, seen(page))))


def seen(page: Page) -> Iterator[QTextBlock]:
    return (block for block in page.document.text_blocks() if block.isVisible())


def test_the_bar_comes_to_reach_to_the_end_of_a_long_draft(page: Page) -> None:
    page.open(LONG)
    page.qtbot.waitUntil(lambda: is_broken_into_lines(page.document.lastBlock()))
    bar = page.editor.verticalScrollBar()
    height = page.document.documentLayout().documentSize().height()
    page.qtbot.waitUntil(lambda: bar.maximum() + page.editor.viewport().height() >= int(height))


@pytest.mark.parametrize(("empty", "goes_on"), [(10, True), (100, False)])
def test_who_looks_where_a_paragraph_goes_on_looks_past_some_empty_lines_and_not_past_all_of_a_draft(
    page: Page, empty: int, goes_on: bool
) -> None:
    ids = counting_ids()
    between = [Block(ids()) for _ in range(empty)]
    joined = Block(ids(), runs=plain_runs("文"), joined=True)
    page.document.fill(Draft(blocks=(Block(ids(), Kind.H2, plain_runs("甲。")), *between, joined)))
    assert page.document.is_run_in(0) is goes_on

"""The title in the lines of print: on the page only, never in the document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.editor.title_lines import TitleLines
from tests.ui.editor.pages import Page

FIRST, SECOND = "在全市推动制造业高质量发展", "暨优化营商环境工作推进会上的讲话"
TITLE = FIRST + SECOND
TEXT = f"@标题 {TITLE}\n@称谓 同志们：\n会议的主要任务是，回顾工作、部署任务。\n"


@pytest.fixture
def written(page: Page) -> Page:
    page.open(TEXT)
    QApplication.processEvents()
    return page


@pytest.fixture
def title(written: Page) -> TitleLines:
    return TitleLines(written.editor)


def lines(page: Page, index: int = 0) -> list[str]:
    block = page.document.findBlockByNumber(index)
    layout, text = block.layout(), block.text()
    found = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in found]


def tops(page: Page) -> list[float]:
    return [block.layout().position().y() for block in page.document.text_blocks()]


@pytest.mark.parametrize("percent", [60, 100, 150])
def test_its_lines_end_where_they_do_in_print_and_nothing_else_moves(
    written: Page, title: TitleLines, percent: int
) -> None:
    written.editor.set_zoom(percent)
    by_width, places = lines(written), tops(written)
    assert by_width != [FIRST, SECOND]
    title.show(0, TITLE, (FIRST, SECOND))
    assert lines(written) == [FIRST, SECOND]
    assert tops(written) == places
    layout = written.document.firstBlock().layout()
    for at in (0, 1):
        line = layout.lineAt(at)
        shown = line.naturalTextRect()
        assert shown.center().x() == pytest.approx(line.x() + line.width() / 2, abs=1)


def test_they_stay_through_zooms_keys_below_and_another_window_size(written: Page, title: TitleLines) -> None:
    title.show(0, TITLE, (FIRST, SECOND))
    for percent in (110, 100, 80):
        written.editor.set_zoom(percent)
        assert lines(written) == [FIRST, SECOND]
    written.at(2, 3)
    written.press(Qt.Key.Key_A)
    written.press(Qt.Key.Key_Return)
    written.editor.resize(1100, 500)
    QApplication.processEvents()
    written.document.markContentsDirty(0, written.document.characterCount())
    assert lines(written) == [FIRST, SECOND]


def test_nothing_of_it_is_in_the_document(written: Page, title: TitleLines) -> None:
    before = written.lines()
    with written.qtbot.assertNotEmitted(written.document.contentsChange):
        title.show(0, TITLE, (FIRST, SECOND))
    assert written.lines() == before
    assert not written.document.isModified() and not written.document.isUndoAvailable()


def test_while_it_is_written_in_its_lines_are_filled_and_undo_brings_those_of_print_back(
    written: Page, title: TitleLines
) -> None:
    by_width = lines(written)
    title.show(0, TITLE, (FIRST, SECOND))
    written.at(0, len(TITLE))
    written.compose("gao")
    assert lines(written)[0] == by_width[0]
    written.type("稿")
    assert lines(written)[0] == by_width[0]
    written.editor.undo()
    QApplication.processEvents()
    assert lines(written) == [FIRST, SECOND]


def test_arrows_and_clicks_go_by_the_lines_that_are_seen(written: Page, title: TitleLines) -> None:
    title.show(0, TITLE, (FIRST, SECOND))
    written.at(0, 3)
    written.press(Qt.Key.Key_Down)
    assert len(FIRST) < written.editor.textCursor().position() < len(TITLE)
    written.press(Qt.Key.Key_Home)
    assert written.editor.textCursor().position() == len(FIRST)
    written.at(0, len(FIRST) + 5)
    spot = written.editor.cursorRect().center()
    written.at(2, 0)
    spot.setX(spot.x() + 1)
    written.qtbot.mouseClick(written.editor.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert written.editor.textCursor().position() == len(FIRST) + 5


def test_a_title_with_another_number_of_lines_in_print_is_left(written: Page, title: TitleLines) -> None:
    by_width = lines(written)
    title.show(0, TITLE, (FIRST, SECOND[:8], SECOND[8:]))
    assert lines(written) == by_width


def test_a_line_that_does_not_fit_is_not_made(written: Page, title: TitleLines) -> None:
    by_width = lines(written)
    title.show(0, TITLE, (TITLE[:3], TITLE[3:]))
    assert lines(written) == by_width


def test_a_forced_line_end_and_rare_letters_are_counted_as_they_stand(
    written: Page, title: TitleLines
) -> None:
    first, second, third = "𠮷林省2025年重点工作", "推进会暨全省营商环境建设", "大会上的讲话提纲和要点说明"
    text = f"{first}\u2028{second}{third}"
    written.at(0, 0)
    written.select((0, 0), (0, len(TITLE)))
    written.editor.textCursor().insertText(text)
    QApplication.processEvents()
    title.show(0, text, (first, second, third))
    layout = written.document.firstBlock().layout()
    starts = [layout.lineAt(at).textStart() for at in range(layout.lineCount())]
    assert starts == [0, len(first) + 2, len(first) + len(second) + 2]

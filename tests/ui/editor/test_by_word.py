"""Keys and double clicks that go by words, which Qt does not know in Chinese."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.core.markup import parse_markup
from app.ui.main_window import MainWindow
from tests.ui.editor.pages import Page

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LINE = "会议要求，【待填：谁】抓好落实。"


@pytest.fixture
def page(page: Page) -> Page:
    page.editor.by_word.cut = lambda text: [text[at : at + 2] for at in range(0, len(text), 2)]
    page.open(f"{LINE}\n第二段")
    return page


def place(page: Page, offset: int) -> QPoint:
    """On the letter at an offset of the first line."""
    cursor = page.editor.textCursor()
    cursor.setPosition(offset)
    return page.editor.cursorRect(cursor).center() + QPoint(6, 0)


def double_click(page: Page, at: QPoint) -> None:
    page.qtbot.mouseClick(page.editor.viewport(), LEFT, pos=at)
    page.qtbot.mouseDClick(page.editor.viewport(), LEFT, pos=at)


@pytest.mark.parametrize(
    ("offset", "word"), [(1, "会议"), (2, "要求"), (4, "，"), (7, "【待填：谁】"), (13, "落实")]
)
def test_a_double_click_selects_a_word_and_a_placeholder_whole(page: Page, offset: int, word: str) -> None:
    double_click(page, place(page, offset))
    assert page.selected() == word


def test_a_third_click_selects_the_paragraph(page: Page) -> None:
    double_click(page, place(page, 2))
    page.qtbot.mouseClick(page.editor.viewport(), LEFT, pos=place(page, 2))
    assert page.selected().rstrip("\u2029") == LINE


def test_dragging_after_a_double_click_goes_on_by_words(page: Page) -> None:
    viewport = page.editor.viewport()
    page.qtbot.mouseClick(viewport, LEFT, pos=place(page, 2))
    page.qtbot.mousePress(viewport, LEFT, pos=place(page, 2))
    page.editor.by_word.double_clicked(place(page, 2))
    page.qtbot.mouseMove(viewport, place(page, 7))
    assert page.selected() == "要求，【待填：谁】"
    page.qtbot.mouseMove(viewport, place(page, 0))
    assert page.selected() == "会议要求"
    page.qtbot.mouseRelease(viewport, LEFT, pos=place(page, 0))


def test_ctrl_and_arrows_go_by_words_and_over_ends_of_lines(page: Page) -> None:
    page.at(0, 0)
    stops = []
    for _ in range(9):
        page.press(Qt.Key.Key_Right, CONTROL)
        stops.append(page.editor.textCursor().position())
    assert stops == [2, 4, 5, 11, 13, 15, 16, 17, 19]
    for _ in range(9):
        page.press(Qt.Key.Key_Left, CONTROL)
    assert page.editor.textCursor().position() == 0
    page.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert page.selected() == "会议"


def test_ctrl_and_backspace_or_delete_take_out_a_word_in_one_step(page: Page) -> None:
    page.at(0, 15)
    page.press(Qt.Key.Key_Backspace, CONTROL)
    assert page.lines()[0] == "会议要求，【待填：谁】抓好。"
    page.at(0, 0)
    page.press(Qt.Key.Key_Delete, CONTROL)
    assert page.lines()[0] == "要求，【待填：谁】抓好。"
    assert page.undo_all() == 2
    assert page.lines()[0] == LINE


def test_on_a_page_that_is_only_read_words_are_selected_and_none_is_taken_out(page: Page) -> None:
    page.editor.setReadOnly(True)
    page.at(0, 0)
    page.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert page.selected() == "会议"
    page.press(Qt.Key.Key_Delete, CONTROL)
    assert page.lines()[0] == LINE


def test_what_knows_words_is_there_when_it_was_needed_once(window: MainWindow, qtbot) -> None:
    window.bench.show_draft(parse_markup("会议要求，抓好落实。"))
    assert window.bench.page is not None
    editor = window.bench.page.editor
    qtbot.keyClick(editor, Qt.Key.Key_Right, CONTROL)
    assert editor.textCursor().position() == 4
    qtbot.waitUntil(lambda: editor.by_word.cut is not None, timeout=20_000)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    qtbot.keyClick(editor, Qt.Key.Key_Right, CONTROL)
    assert editor.textCursor().position() == 2


@pytest.mark.parametrize("way", ["type", "key", "paste"])
def test_what_is_written_over_a_paragraph_that_three_clicks_selected_stays_its_own(
    page: Page, way: str
) -> None:
    page.open(f"{LINE}\n# 标题")
    double_click(page, place(page, 2))
    page.qtbot.mouseClick(page.editor.viewport(), LEFT, pos=place(page, 2))
    if way == "paste":
        page.paste_text("新的\n两段")
        assert page.lines() == ["新的", "两段", "# 标题"]
        return
    if way == "type":
        page.compose("xin")
        page.type("新")
    else:
        page.qtbot.keyClicks(page.editor, "x")
    assert page.lines() == ["新" if way == "type" else "x", "# 标题"]
    assert page.undo_all() == 1


def test_three_clicks_and_delete_take_a_paragraph_away(page: Page) -> None:
    page.open(f"{LINE}\n# 标题")
    double_click(page, place(page, 2))
    page.qtbot.mouseClick(page.editor.viewport(), LEFT, pos=place(page, 2))
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == ["# 标题"]


def test_a_composition_over_an_empty_paragraph_that_was_selected_takes_nothing_back(page: Page) -> None:
    page.open("\\\n# 标题")
    page.at(1, 2)
    page.type("字")
    page.select((0, 0), (1, 0))
    page.compose("xin")
    page.compose("")
    assert page.lines() == ["\\", "# 标题字"]

"""The end of a line that goes on below: End, the mouse and the arrows put the cursor there, and it is seen there."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.editor.pages import Page
from tests.ui.hands import click, drag

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "我们要把目标再校准一遍，把责任再分清一层，把办法再想细一些，把劲头再鼓足一点。" * 4
RARE = "𠮷" * 170
"""Letters of two units each in what Qt counts by."""


@pytest.fixture
def written(page: Page) -> Page:
    """A body paragraph of many lines, the cursor in the second of them."""
    page.open(f"{LONG}\n下一段。\n")
    page.at(0, starts(page)[1] + 3)
    return page


def starts(page: Page) -> list[int]:
    """Where the lines of the first paragraph begin."""
    layout = page.document.firstBlock().layout()
    found = [layout.lineAt(number).textStart() for number in range(layout.lineCount())]
    assert len(found) > 5
    return found


def seen(page: Page) -> tuple[int, str]:
    """The line on which the cursor is seen, and whether at its beginning, in it, or at its end."""
    cursor, rect = page.editor.textCursor(), page.editor.line_end.rect()
    tops = []
    for start in starts(page):
        cursor.setPosition(start)
        tops.append(page.editor.cursorRect(cursor).top())
    line = max(at for at, top in enumerate(tops) if top <= rect.center().y())
    cursor.setPosition(starts(page)[line])
    if rect.left() <= page.editor.cursorRect(cursor).left():
        return line, "beginning"
    cursor.setPosition(starts(page)[line + 1])
    cursor.movePosition(cursor.MoveOperation.PreviousCharacter)
    return line, "end" if rect.left() > page.editor.cursorRect(cursor).left() + 5 else "middle"


def position(page: Page) -> int:
    return page.editor.textCursor().position()


def test_end_goes_to_the_end_of_the_line_and_stays_there(written: Page) -> None:
    for _ in range(2):
        written.press(Qt.Key.Key_End)
        assert seen(written) == (1, "end")
        assert position(written) == starts(written)[2]


def test_what_is_typed_there_stands_behind_the_last_letter(written: Page) -> None:
    at = starts(written)[2]
    written.press(Qt.Key.Key_End)
    written.type("甲")
    assert written.lines()[0] == f"{LONG[:at]}甲{LONG[at:]}"
    assert position(written) == at + 1 and not written.editor.line_end.is_shown


def test_while_something_is_composed_there_its_own_cursor_is_seen(written: Page) -> None:
    width = written.editor.cursorWidth()
    written.press(Qt.Key.Key_End)
    written.compose("jia")
    assert written.editor.cursorWidth() == width and not written.editor.line_end.is_shown
    written.compose("")
    assert written.lines()[0] == LONG


def test_home_goes_to_the_beginning_of_the_line_that_was_seen(written: Page) -> None:
    written.press(Qt.Key.Key_End)
    written.press(Qt.Key.Key_Home)
    assert seen(written) == (1, "beginning")


def test_the_arrows_go_along_the_ends_of_the_lines(written: Page) -> None:
    written.press(Qt.Key.Key_End)
    for key, line in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Up, 2), (Qt.Key.Key_Up, 1)):
        written.press(key)
        assert seen(written) == (line, "end")


def test_the_arrows_go_along_the_beginnings_as_they_did(written: Page) -> None:
    written.press(Qt.Key.Key_Home)
    for key, line in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Up, 2)):
        written.press(key)
        assert seen(written) == (line, "beginning")


def test_left_and_right_go_on_from_the_position(written: Page) -> None:
    written.press(Qt.Key.Key_End)
    written.press(Qt.Key.Key_Right)
    assert seen(written) == (2, "middle")
    written.press(Qt.Key.Key_Left)
    assert seen(written) == (2, "beginning")


def test_with_shift_all_of_it_selects(written: Page) -> None:
    begin, second, third = position(written), starts(written)[2], starts(written)[3]
    written.press(Qt.Key.Key_End, SHIFT)
    assert (written.selected(), seen(written)) == (LONG[begin:second], (1, "end"))
    written.press(Qt.Key.Key_Down, SHIFT)
    assert (written.selected(), seen(written)) == (LONG[begin:third], (2, "end"))
    written.press(Qt.Key.Key_Home, SHIFT)
    assert (written.selected(), seen(written)) == (LONG[begin:second], (2, "beginning"))


def test_a_click_behind_a_line_puts_the_cursor_at_its_end_and_one_before_the_next_at_its_beginning(
    written: Page,
) -> None:
    written.press(Qt.Key.Key_Home)
    row = written.editor.cursorRect()
    right = written.editor.viewport().width() - 20
    click(written.editor, QPoint(right, row.center().y()))
    assert seen(written) == (1, "end")
    click(written.editor, QPoint(row.left() - 10, row.center().y() + row.height()))
    assert seen(written) == (2, "beginning")


def test_what_is_typed_after_a_click_far_behind_a_line_stands_behind_its_last_letter(written: Page) -> None:
    at = starts(written)[2]
    click(
        written.editor,
        QPoint(written.editor.viewport().width() - 5, written.editor.cursorRect().center().y()),
    )
    written.type("甲")
    assert written.lines()[0] == f"{LONG[:at]}甲{LONG[at:]}"


def test_a_stretch_dragged_beyond_a_line_has_its_last_letter(written: Page) -> None:
    begin, viewport = position(written), written.editor.viewport()
    row = written.editor.cursorRect().center()
    beyond = QPoint(viewport.width() - 5, row.y())
    written.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=row)
    drag(written.editor, beyond)
    written.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=beyond)
    assert written.selected() == LONG[begin : starts(written)[2]]
    assert seen(written) == (1, "end")


def test_the_last_line_and_a_line_of_its_own_have_but_one_end(written: Page) -> None:
    written.at(0, len(LONG) - 2)
    written.press(Qt.Key.Key_End)
    assert position(written) == len(LONG) and not written.editor.line_end.is_shown
    written.press(Qt.Key.Key_Down)
    assert not written.editor.line_end.is_shown


def test_the_cursor_is_painted_once_at_the_end_and_where_it_was_afterwards(written: Page) -> None:
    width = written.editor.cursorWidth()
    written.press(Qt.Key.Key_End)
    assert written.editor.cursorWidth() == 0
    rect = written.editor.line_end.rect()
    ink = written.editor.viewport().grab(rect).toImage()
    assert ink.pixelColor(0, ink.height() // 2).lightness() < 100
    written.editor.undo()
    written.press(Qt.Key.Key_Left)
    assert written.editor.cursorWidth() == width


def test_on_an_enlarged_page_it_is_the_same(written: Page) -> None:
    written.editor.set_zoom(150)
    written.press(Qt.Key.Key_Home)
    written.press(Qt.Key.Key_End)
    assert seen(written)[1] == "end"
    written.press(Qt.Key.Key_Down)
    assert seen(written)[1] == "end"


def test_letters_of_two_units_are_never_cut_in_two(page: Page) -> None:
    page.open(f"{RARE}\n")
    page.at(0, starts(page)[1] + 4)
    page.press(Qt.Key.Key_End)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        page.press(key)
        assert seen(page)[1] == "end"
    page.press(Qt.Key.Key_Home)
    assert seen(page) == (1, "beginning")
    click(page.editor, QPoint(page.editor.viewport().width() - 5, page.editor.cursorRect().center().y()))
    page.type("甲")
    assert page.lines() == [f"{RARE[: starts(page)[2] // 2]}甲{RARE[starts(page)[2] // 2 :]}"]

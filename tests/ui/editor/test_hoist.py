"""One branch on the page: what is hidden stays out of reach and comes back when it is gone to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from app.core.branches import moved_branches
from app.core.kinds import Kind, Layer
from app.core.outline import outline
from app.core.place import Place
from app.core.plan import Plan
from app.core.structure import set_kind
from app.ui.editor.colours import page_colours
from app.ui.editor.hoist import Hoist
from tests.ui.editor.pages import Page

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPEECH = "@标题 讲话\n# 甲\n甲文。\n# 乙\n乙文。\n末句。\n# 丙\n丙文。\n"


@pytest.fixture
def hoist(page: Page) -> Hoist:
    """The branch 二、乙 shown alone: the lines 3 to 5."""
    page.open(SPEECH)
    found = Hoist(page.editor)
    found.show_only(next(node for node in outline(page.document.draft()) if node.text == "乙"))
    return found


def seen(page: Page) -> list[str]:
    return [block.text() for block in page.document.text_blocks() if block.isVisible()]


def place(page: Page) -> tuple[int, int]:
    cursor = page.editor.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def test_only_the_branch_is_seen_and_nothing_is_a_step(page: Page, hoist: Hoist) -> None:
    assert seen(page) == ["乙", "乙文。", "末句。"]
    assert hoist.name == "二、乙"
    assert place(page) == (3, 0)
    assert not page.document.isModified() and not page.document.isUndoAvailable()


def test_the_branch_has_the_bar_of_its_layer_and_no_other(page: Page) -> None:
    page.open("# 甲 {形势}\n甲文。\n# 乙 {认识}\n## 丙\n丙文。\n## 丁\n丁文。\n# 戊 {任务}\n戊文。")
    Hoist(page.editor).show_only(next(node for node in outline(page.document.draft()) if node.text == "丙"))
    image = page.editor.viewport().grab().toImage()
    colours = [image.pixelColor(1, y) for y in range(image.height())]
    layers = page_colours(False).layers
    bar = [y for y, colour in enumerate(colours) if colour == layers[Layer.UNDERSTANDING]]
    shown = page.editor.cursorRect()
    assert bar and min(bar) <= shown.center().y() <= max(bar) < shown.top() + 4 * shown.height()
    assert not {layers[Layer.SITUATION].name(), layers[Layer.TASKS].name()} & {
        each.name() for each in colours
    }


def test_escape_shows_all_again(page: Page, hoist: Hoist) -> None:
    page.press(Qt.Key.Key_Escape)
    assert not hoist.is_on
    assert len(seen(page)) == 8


@pytest.mark.parametrize(
    ("start", "key", "modifier", "stop"),
    [
        ((3, 0), Qt.Key.Key_Left, None, (3, 0)),
        ((3, 0), Qt.Key.Key_Up, None, (3, 0)),
        ((5, 3), Qt.Key.Key_Right, None, (5, 3)),
        ((5, 3), Qt.Key.Key_Down, None, (5, 3)),
        ((4, 1), Qt.Key.Key_Home, CONTROL, (3, 0)),
        ((4, 1), Qt.Key.Key_End, CONTROL, (5, 3)),
        ((4, 1), Qt.Key.Key_PageDown, None, None),
        ((4, 1), Qt.Key.Key_PageUp, None, None),
    ],
)
def test_keys_never_go_into_hidden_text(page: Page, hoist: Hoist, start, key, modifier, stop) -> None:
    page.at(*start)
    page.press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert hoist.is_on
    assert stop is None or place(page) == stop
    assert 3 <= place(page)[0] <= 5


@pytest.mark.parametrize(
    ("start", "key", "modifier"),
    [
        ((3, 0), Qt.Key.Key_Backspace, None),
        ((3, 0), Qt.Key.Key_Backspace, CONTROL),
        ((5, 3), Qt.Key.Key_Delete, None),
        ((5, 3), Qt.Key.Key_Delete, CONTROL),
    ],
)
def test_keys_join_nothing_hidden(page: Page, hoist: Hoist, start, key, modifier) -> None:
    before = page.lines()
    page.at(*start)
    page.press(key, modifier or Qt.KeyboardModifier.NoModifier)
    assert page.lines() == before and hoist.is_on


def test_all_that_is_selected_is_all_that_is_shown(page: Page, hoist: Hoist) -> None:
    page.press(Qt.Key.Key_A, CONTROL)
    assert page.editor.textCursor().selectedText() == "乙\u2029乙文。\u2029末句。"
    page.at(4, 1)
    page.press(Qt.Key.Key_End, CONTROL | SHIFT)
    page.press(Qt.Key.Key_Delete)
    assert page.lines()[-2:] == ["# 丙", "丙文。"]


def test_what_is_written_at_the_end_of_the_branch_is_seen(page: Page, hoist: Hoist) -> None:
    page.at(5, 3)
    page.press(Qt.Key.Key_Return)
    page.type("新的一段。")
    assert seen(page) == ["乙", "乙文。", "末句。", "新的一段。"]
    assert place(page) == (6, 5)
    page.press(Qt.Key.Key_Z, CONTROL)
    page.press(Qt.Key.Key_Z, CONTROL)
    assert hoist.is_on and seen(page) == ["乙", "乙文。", "末句。"]


def test_a_click_below_the_text_stays_in_it(page: Page, hoist: Hoist) -> None:
    viewport = page.editor.viewport()
    page.qtbot.mouseClick(
        viewport, Qt.MouseButton.LeftButton, pos=QPoint(viewport.width() // 2, viewport.height() - 4)
    )
    assert hoist.is_on and place(page)[0] == 5


def test_going_to_a_hidden_place_shows_all(page: Page, hoist: Hoist) -> None:
    page.editor.go_to(Place(7, 1))
    assert not hoist.is_on and place(page) == (7, 1)
    assert len(seen(page)) == 8


def test_undo_of_something_hidden_shows_all(page: Page) -> None:
    page.open(SPEECH)
    page.at(7, 0)
    page.type("新")
    hoist = Hoist(page.editor)
    hoist.show_only(next(node for node in outline(page.document.draft()) if node.text == "乙"))
    with page.qtbot.waitSignal(hoist.changed):
        page.editor.undo()
    assert not hoist.is_on and len(seen(page)) == 8


def test_a_branch_that_is_no_more_shows_all(page: Page, hoist: Hoist) -> None:
    def no_heading(draft) -> Plan:
        return set_kind(draft, [3], Kind.BODY)

    with page.qtbot.waitSignal(hoist.changed):
        page.editor.change(no_heading)
    assert len(seen(page)) == 8


def test_a_change_elsewhere_that_is_no_undo_leaves_it(page: Page, hoist: Hoist) -> None:
    page.editor.change(lambda draft: set_kind(draft, [7], Kind.POINT))
    page.qtbot.wait(100)
    assert hoist.is_on and seen(page) == ["乙", "乙文。", "末句。"]


def test_a_heading_written_at_the_end_that_is_not_of_the_branch_is_seen_with_the_whole(
    page: Page, hoist: Hoist
) -> None:
    page.at(5, 3)
    page.press(Qt.Key.Key_Return)
    with page.qtbot.waitSignal(hoist.changed):
        page.type("三、新")
    page.type("的一节")
    assert page.lines()[6] == "# 新的一节" and place(page) == (6, 4)
    assert not hoist.is_on and len(seen(page)) == 9


def test_a_line_that_is_made_a_heading_of_its_own_is_seen_with_the_whole(page: Page, hoist: Hoist) -> None:
    page.at(5, 1)
    page.editor.formatting.set_kind(Kind.H1)
    page.qtbot.waitUntil(lambda: not hoist.is_on)
    page.type("新")
    assert page.lines()[5] == "# 末新句。" and len(seen(page)) == 8


def test_a_lower_heading_that_is_written_stays_in_the_branch(page: Page, hoist: Hoist) -> None:
    page.at(5, 1)
    page.editor.formatting.set_kind(Kind.H2)
    page.qtbot.wait(100)
    assert page.lines()[5] == "## 末句。" and hoist.is_on and seen(page) == ["乙", "乙文。", "末句。"]


def test_the_command_selects_what_is_shown_as_the_key_does(page: Page, hoist: Hoist) -> None:
    hoist.select_all()
    assert hoist.is_on and page.editor.textCursor().selectedText() == "乙\u2029乙文。\u2029末句。"


def test_tab_goes_round_the_placeholders_that_are_shown(page: Page) -> None:
    page.open("# 甲\n【一】文。\n# 乙\n【二】和【三】。\n# 丙\n【四】文。\n")
    hoist = Hoist(page.editor)
    hoist.show_only(next(node for node in outline(page.document.draft()) if node.text == "乙"))
    found = []
    for _ in range(3):
        page.editor.next_placeholder()
        found.append(page.editor.textCursor().selectedText())
    assert found == ["【二】", "【三】", "【二】"] and hoist.is_on
    page.editor.previous_placeholder()
    assert page.editor.textCursor().selectedText() == "【三】"


@pytest.mark.parametrize("heading", ["甲", "乙"])
def test_return_before_the_heading_of_the_branch_makes_nothing_out_of_sight(page: Page, heading: str) -> None:
    page.open("# 甲\n甲文。\n# 乙\n乙文。\n")
    hoist = Hoist(page.editor)
    hoist.show_only(next(node for node in outline(page.document.draft()) if node.text == heading))
    lines = page.lines()
    page.at(0 if heading == "甲" else 2, 0)
    page.press(Qt.Key.Key_Return)
    assert page.lines() == lines and hoist.is_on
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Return)
    assert len(page.lines()) == 5 and hoist.is_on


def test_it_is_told_why_the_whole_is_shown_where_nobody_asked_for_it(page: Page, hoist: Hoist) -> None:
    page.at(5, 1)
    with page.qtbot.waitSignal(hoist.told) as told:
        page.editor.formatting.set_kind(Kind.H1)
    assert told.args == ["写的这一段不在只看的这一支里了，显示全文。"]


def test_what_is_selected_beyond_the_branch_stays_when_the_branch_is_typed_over(page: Page) -> None:
    page.open(SPEECH)
    page.select((1, 1), (4, 1))
    Hoist(page.editor).show_only(next(node for node in outline(page.document.draft()) if node.text == "乙"))
    page.type("新")
    assert page.lines() == ["@标题 讲话", "# 甲", "甲文。", "新文。", "末句。", "# 丙", "丙文。"]


def test_lines_pasted_before_the_heading_of_the_branch_are_seen_with_the_whole(
    page: Page, hoist: Hoist
) -> None:
    page.at(3, 0)
    QGuiApplication.clipboard().setText("一行\n二行\n三行")
    page.press(Qt.Key.Key_V, CONTROL)
    assert page.lines()[3:7] == ["一行", "二行", "# 三行乙", "乙文。"]
    assert not hoist.is_on and place(page) == (5, 2)


def test_a_branch_that_is_moved_is_still_shown_alone(page: Page, hoist: Hoist) -> None:
    page.editor.change(lambda draft: moved_branches(draft, [outline(draft)[1]], 8, 1))
    assert page.lines()[3:] == ["# 丙", "丙文。", "# 乙", "乙文。", "末句。"]
    assert hoist.is_on and seen(page) == ["乙", "乙文。", "末句。"] and place(page) == (5, 0)


def test_a_line_that_is_moved_out_of_the_branch_is_seen_with_the_whole(page: Page) -> None:
    page.open("# 甲\n甲文。\n# 乙\n## 子\n子文。\n")
    hoist = Hoist(page.editor)
    hoist.show_only(outline(page.document.draft())[1])
    page.editor.change(lambda draft: moved_branches(draft, [outline(draft)[2]], 2, 2))
    assert page.lines() == ["# 甲", "甲文。", "## 子", "子文。", "# 乙"]
    assert not hoist.is_on and len(seen(page)) == 5


def test_a_deed_after_an_undo_may_change_hidden_lines_as_any_deed_may(page: Page, hoist: Hoist) -> None:
    page.at(4, 1)
    page.type("新")
    page.editor.undo()
    page.editor.change(lambda draft: set_kind(draft, [7], Kind.POINT))
    page.qtbot.wait(100)
    assert hoist.is_on and seen(page) == ["乙", "乙文。", "末句。"]


def test_backspace_takes_back_what_a_number_made_of_the_heading_of_the_branch(
    page: Page, hoist: Hoist
) -> None:
    page.at(3, 1)
    page.press(Qt.Key.Key_Backspace)
    page.type("（一）")
    assert page.lines()[3] == "##" and place(page) == (3, 0)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines()[3] == "# （一）" and place(page) == (3, 3)

"""The page: keys, placeholders, clipboard, what they leave in the draft."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.core import structure
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.layouts.changing import with_lines, with_settings
from app.layouts.model import Layout
from tests.ui.editor.pages import Page


def test_a_new_page_takes_text_and_is_body(page: Page) -> None:
    page.type("同志们")
    page.qtbot.keyClicks(page.editor, "ok")
    page.press(Qt.Key.Key_Return)
    page.type("开会")
    assert page.lines() == ["同志们ok", "开会"]
    assert all(block.id for block in page.document.draft().blocks)


def test_return_after_a_heading_gives_body_and_twice_gives_two(page: Page) -> None:
    page.open("# 提高认识\n# 抓好落实")
    page.at(0, 4)
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Return)
    page.type("正文")
    assert page.lines() == ["# 提高认识", "\\", "正文", "# 抓好落实"]
    assert page.document.number(3) == "二、"


def test_return_in_a_series_gives_the_next_point_and_renumbers(page: Page) -> None:
    page.open("- 甲\n- 丙")
    page.at(0, 1)
    page.press(Qt.Key.Key_Return)
    page.type("乙")
    assert [page.document.number(index) for index in range(3)] == ["一是", "二是", "三是"]


def test_backspace_takes_the_number_first_and_the_border_then(page: Page) -> None:
    page.open("前文\n## 标题")
    page.at(1, 0)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["前文", "标题"]
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["前文标题"]
    assert page.editor.textCursor().position() == 2


def test_each_key_at_a_border_is_one_step_of_undo(page: Page) -> None:
    page.open("前文\n## 标题")
    before = page.document.draft()
    page.at(1, 0)
    page.press(Qt.Key.Key_Backspace)
    page.press(Qt.Key.Key_Backspace)
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.lines() == ["前文", "标题"]
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.draft() == before
    page.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.lines() == ["前文", "标题"]


def test_delete_over_a_border_joins(page: Page) -> None:
    page.open("甲\n乙")
    page.at(0, 1)
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == ["甲乙"]


def test_tab_goes_from_placeholder_to_placeholder_and_round(page: Page) -> None:
    page.open("完成【待填：个数】个，\n增长【待填：百分比】。")
    found: list[str] = []
    for _ in range(3):
        page.press(Qt.Key.Key_Tab)
        found.append(page.editor.textCursor().selectedText())
    assert found == ["【待填：个数】", "【待填：百分比】", "【待填：个数】"]
    page.press(Qt.Key.Key_Backtab)
    assert page.editor.textCursor().selectedText() == "【待填：百分比】"


def test_copying_whole_blocks_takes_their_numbers_along(page: Page) -> None:
    page.open("# 甲\n## 乙\n丙")
    page.editor.selectAll()
    page.editor.copy()
    assert QGuiApplication.clipboard().text() == "一、甲\n（一）乙\n丙"


def test_copying_part_of_a_heading_takes_no_number(page: Page) -> None:
    page.open("# 甲乙丙\n丁")
    page.select((0, 0), (0, 3))
    page.editor.copy()
    assert QGuiApplication.clipboard().text() == "甲乙丙"
    page.select((0, 1), (1, 1))
    page.editor.copy()
    assert QGuiApplication.clipboard().text() == "乙丙\n丁"


def test_own_blocks_keep_their_kinds_when_pasted(page: Page) -> None:
    page.open("# 甲\n- 乙\n丙")
    page.select((0, 0), (1, 1))
    page.editor.copy()
    page.at(2, 1)
    page.press(Qt.Key.Key_Return)
    page.editor.paste()
    assert page.lines() == ["# 甲", "- 乙", "丙", "# 甲", "- 乙"]
    assert len({block.id for block in page.document.draft().blocks}) == 5


def test_foreign_text_becomes_clean_blocks(page: Page) -> None:
    page.open("前后")
    page.at(0, 1)
    data = QMimeData()
    data.setText("甲\tA\r\n　　乙\x0b\n\n丙")
    page.editor.insertFromMimeData(data)
    assert page.lines() == ["前甲 A", "乙", "丙后"]
    page.document.undo()
    assert page.lines() == ["前后"]


def test_the_page_is_as_wide_as_28_characters(page: Page) -> None:
    page.open("国" * 60)
    layout = page.document.firstBlock().layout()
    assert [layout.lineAt(line).textLength() for line in range(3)] == [26, 28, 6]


def test_a_line_has_the_characters_that_the_layout_prints_in_it(qtbot, layout: Layout) -> None:
    for characters in (24, 26, 29):
        page = Page(qtbot, with_lines(layout, 22, characters))
        page.open("国" * 60)
        lines = page.document.firstBlock().layout()
        assert [lines.lineAt(line).textLength() for line in range(2)] == [characters - 2, characters]


def test_letters_of_a_heading_stand_as_far_apart_as_the_layout_says(qtbot, layout: Layout) -> None:
    wide = with_settings(layout, {("styles.h1", "字距"): 4.0}, layout.fonts)
    widths = []
    for each in (layout, wide):
        page = Page(qtbot, each)
        page.open("# " + "高" * 10)
        widths.append(page.document.firstBlock().layout().lineAt(0).naturalTextWidth())
    # 10 letters, 4 points more each than the heading's size of 16 points and its own spacing of -0.25.
    assert widths[1] - widths[0] == pytest.approx(widths[0] * 4.25 / 15.75, rel=0.03)


def test_numbers_are_painted_but_not_in_the_text(page: Page) -> None:
    page.open("# 提高认识")
    page.document.clearUndoRedoStacks()
    image = page.editor.grab().toImage()
    block = page.document.firstBlock()
    line = block.layout().lineAt(0)
    at = block.layout().position() + line.position()
    origin = page.editor.viewport().pos()
    ground = QColor("#FFFFFF").rgb()
    left = int(at.x() - page.document.presentation.number_width(Kind.H1, "一、"))
    inked = any(
        image.pixel(x + origin.x(), y + origin.y()) != ground
        for x in range(left, int(at.x()))
        for y in range(int(at.y()), int(at.y() + line.height()))
    )
    assert inked
    assert page.document.firstBlock().text() == "提高认识"


def test_an_empty_heading_says_what_it_is(page: Page) -> None:
    """What was typed as 「一、」 is gone from the text, and its number comes with the first letter."""
    pictures = []
    for line in ("#", "-", "\\", "@结束语"):
        page.open(f"正文\n{line}")
        pictures.append(page.editor.viewport().grab(page.editor.viewport().rect()).toImage())
    heading, point, body, closing = pictures
    assert heading != body and point != body and heading != point
    assert closing not in (heading, point, body)


def test_the_place_is_told_when_the_cursor_changes_block(page: Page) -> None:
    page.open("甲\n乙")
    told: list[int] = []
    page.editor.place_changed.connect(told.append)
    page.editor.go_to_block(1)
    page.at(1, 1)
    page.at(0, 0)
    assert told == [1, 0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab])
def test_keys_in_a_draft_without_blocks_do_nothing(page: Page, key: Qt.Key) -> None:
    page.press(key)
    assert page.lines() == []
    page.editor.formatting.toggle_joined()
    page.editor.formatting.set_kind(Kind.H1)
    assert page.lines() == ["#"]


@pytest.mark.parametrize("way", ["key", "commit", "return", "kind"])
def test_the_first_deed_on_a_new_page_is_one_step(page: Page, way: str) -> None:
    page.open("")
    match way:
        case "key":
            page.qtbot.keyClicks(page.editor, "a")
        case "commit":
            page.type("同")
        case "return":
            page.press(Qt.Key.Key_Return)
        case _:
            page.editor.formatting.set_kind(Kind.H1)
    QApplication.processEvents()
    assert page.lines() != []
    assert page.undo_all() == 1
    assert page.lines() == []


def test_return_over_a_selection_is_one_step(page: Page) -> None:
    page.open("# 甲乙\n丙丁")
    before = page.document.draft()
    page.select((0, 1), (1, 1))
    page.press(Qt.Key.Key_Return)
    assert page.lines() == ["# 甲", "丁"]
    assert page.undo_all() == 1
    assert page.document.draft() == before


def test_the_cursor_stays_in_its_block_wherever_that_goes(page: Page) -> None:
    page.open("# 甲\n文甲\n# 乙\n文乙\n# 丙")
    page.at(3, 1)
    page.editor.change(lambda draft: structure.move(draft, 2, 4, 0))
    assert (page.editor.current_block_index(), page.editor.textCursor().positionInBlock()) == (1, 1)
    page.editor.undo()
    assert (page.editor.current_block_index(), page.editor.textCursor().positionInBlock()) == (3, 1)
    page.editor.change(lambda draft: structure.insert(draft, 0, parse_markup("新\n又").blocks))
    assert (page.editor.current_block_index(), page.editor.textCursor().positionInBlock()) == (5, 1)


def test_the_view_stays_with_the_writer(page: Page) -> None:
    page.open("我讲[两](=@意见数)点。\n" + "文\n" * 60 + "# 甲\n# 乙\n末")
    page.at(63, 1)
    top = page.editor.cursorRect().top()
    page.editor.formatting.set_kind(Kind.H1)
    assert abs(page.editor.cursorRect().top() - top) <= 40
    page.editor.undo()
    assert page.editor.current_block_index() == 63
    assert page.editor.cursorRect().top() == top


def test_undo_of_typing_leaves_the_cursor_where_the_typing_was(page: Page) -> None:
    page.open("前后")
    page.at(0, 1)
    page.type("甲乙")
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.textCursor().position() == 1
    page.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.textCursor().position() == 3


def places(page: Page) -> tuple[int, int]:
    cursor = page.editor.textCursor()
    return cursor.anchor(), cursor.position()


@pytest.mark.parametrize(
    ("start", "stop", "key"),
    [
        ((1, 3), (1, 3), Qt.Key.Key_Return),
        ((0, 1), (0, 1), Qt.Key.Key_Return),
        ((1, 2), (1, 5), Qt.Key.Key_Return),
        ((2, 0), (2, 0), Qt.Key.Key_Backspace),
        ((1, 14), (1, 14), Qt.Key.Key_Delete),
        ((1, 2), (2, 1), Qt.Key.Key_Return),
    ],
)
def test_undo_puts_the_cursor_where_the_key_was_pressed_and_redo_where_it_went(
    page: Page, start: tuple[int, int], stop: tuple[int, int], key: Qt.Key
) -> None:
    page.open("# 统一思想\n一段很长的正文，后面还有许多。\n又一段。")
    page.select(start, stop)
    before = places(page)
    page.press(key)
    after = places(page)
    for _ in range(2):
        page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert places(page) == before
        page.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert places(page) == after


def test_undo_of_return_in_a_long_paragraph_leaves_the_view(page: Page) -> None:
    page.open("正文" * 1500)
    page.at(0, 30)
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert places(page) == (30, 30) and page.editor.verticalScrollBar().value() == 0


class Paintings(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_line_that_comes_or_goes_moves_the_bar_and_has_nothing_under_it_painted(page: Page) -> None:
    page.open("\n\n".join(["各地要抓好落实。"] * 60))
    page.at(3, 4)
    QApplication.processEvents()
    under, bar = Paintings(), Paintings()
    page.editor.installEventFilter(under)
    page.editor.verticalScrollBar().installEventFilter(bar)
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_Backspace)
    assert bar.count
    assert not under.count


def test_undo_leaves_a_cursor_that_went_elsewhere_since(page: Page) -> None:
    page.open("# 统一思想\n一段很长的正文。\n又一段。")
    page.at(1, 3)
    page.press(Qt.Key.Key_Return)
    page.at(3, 2)
    page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.current_block_index() == 2
    assert page.editor.textCursor().positionInBlock() == 2


def test_a_computed_value_that_was_edited_by_hand_stays_so_when_return_puts_it_in_another_line(
    page: Page,
) -> None:
    page.open("我讲[好多](=@意见数)点\n# 甲")
    page.at(0, 2)
    page.press(Qt.Key.Key_Return)
    assert page.lines()[:2] == ["我讲", "[好多](=@意见数)点"]


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_K])
@pytest.mark.parametrize("offset", [0, 2, 9])
def test_the_keys_by_which_emacs_takes_text_out_take_none(page: Page, key: Qt.Key, offset: int) -> None:
    page.open("# 甲\n在【待填：任务】上\n- 抓紧。")
    page.at(1, offset)
    page.press(key, Qt.KeyboardModifier.ControlModifier)
    assert page.lines() == ["# 甲", "在【待填：任务】上", "- 抓紧。"]
    assert not page.document.isUndoAvailable()


def test_a_computed_value_that_is_written_as_it_counts_again_is_renewed_with_the_next_deed(
    page: Page,
) -> None:
    page.open("进行第[一](=@议程序)项，[第二](=@议程序)项。")
    page.at(0, 7)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["进行第[一](=@议程序)项，[二](=@议程序)项。"]
    page.select((0, 0), (0, 4))
    page.press(Qt.Key.Key_Delete)
    assert page.lines() == ["项，[一](=@议程序)项。"]

"""The tree at the left and the text, in the window: dragged, renamed, marked, one branch alone, headings side by side."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.core.kinds import Status
from app.core.markup import parse_markup
from app.core.outline import outline
from app.storage.siceng_file import read_siceng
from app.ui.main_window import MainWindow
from app.ui.outline.view import OutlineView
from app.ui.overview.dialog import OverviewDialog
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese

DRAFT = parse_markup("""
@标题 讲话
# 认识到位 {认识}
## 必然要求。正文。
- 责任到人；
- 时限到天。
## 现实需要
# 任务明确 {任务}
## 抓规划
# 保障有力 {保障}
""")
MOVE, LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """The window with a draft, driven by way of the tree."""

    def __init__(self, window: MainWindow, qtbot) -> None:
        self.window, self.qtbot = window, qtbot
        window.bench.show_draft(DRAFT)
        QApplication.processEvents()
        self.settle()

    @property
    def tree(self) -> OutlineView:
        return self.window.bench.outline.view

    def settle(self) -> None:
        """Let the views come up to the draft."""
        document = self.window.bench.document
        self.window.bench.outline.show_draft(document.draft())
        self.window._show_situation()

    def index(self, text: str) -> QModelIndex:
        model = self.window.bench.outline.model
        return next(model.index_of(row.key) for row in model.rows() if row.text == text)

    def middle(self, text: str) -> QPoint:
        return self.tree.visualRect(self.index(text)).center()

    def told(self) -> list[str]:
        return [node.number + node.text for node in outline(self.window.bench.document.draft())]

    def click(self, text: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.mouseClick(self.tree.viewport(), LEFT, modifier, self.middle(text))

    def run(self, command: str) -> None:
        self.settle()
        assert self.window.commands[command].isEnabled()
        self.window.commands[command].trigger()
        self.settle()


@pytest.fixture
def desk(window: MainWindow, qtbot) -> Iterator[Desk]:
    return Desk(window, qtbot)


def drag_over(desk: Desk, data: QMimeData, at: QPoint) -> QDragMoveEvent:
    """What Qt sends while something is dragged over a place."""
    QApplication.sendEvent(desk.tree.viewport(), QDragEnterEvent(at, MOVE, data, LEFT, NONE))
    event = QDragMoveEvent(at, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(desk.tree.viewport(), event)
    return event


def events_of_drag(desk: Desk, data: QMimeData, at: QPoint) -> QDropEvent:
    """What Qt sends while something is dragged over a place and dropped there."""
    drag_over(desk, data, at)
    drop = QDropEvent(QPointF(at), MOVE, data, LEFT, NONE)
    QApplication.sendEvent(desk.tree.viewport(), drop)
    desk.settle()
    return drop


def upper_edge(desk: Desk, text: str) -> QPoint:
    rect = desk.tree.visualRect(desk.index(text))
    return QPoint(rect.center().x(), rect.top() + 2)


def lower_edge(desk: Desk, text: str) -> QPoint:
    rect = desk.tree.visualRect(desk.index(text))
    return QPoint(rect.center().x(), rect.bottom() - 2)


def drag(desk: Desk, *texts: str) -> QMimeData:
    return desk.window.bench.outline.model.mimeData([desk.index(text) for text in texts])


def test_a_branch_that_is_dropped_is_moved_in_one_step(desk: Desk) -> None:
    before = desk.told()
    events_of_drag(desk, drag(desk, "任务明确"), upper_edge(desk, "认识到位"))
    assert desk.told()[:2] == ["一、任务明确", "（一）抓规划"]
    desk.run("undo")
    assert desk.told() == before
    desk.run("redo")
    assert desk.told()[0] == "一、任务明确"


def test_several_branches_come_onto_another(desk: Desk) -> None:
    events_of_drag(desk, drag(desk, "必然要求", "保障有力"), desk.middle("任务明确"))
    assert desk.told() == [
        "一、认识到位",
        "（一）现实需要",
        "二、任务明确",
        "（一）抓规划",
        "（二）必然要求",
        "一是责任到人",
        "二是时限到天",
        "（三）保障有力",
    ]


def test_below_an_open_row_is_before_its_first(desk: Desk) -> None:
    events_of_drag(desk, drag(desk, "抓规划"), lower_edge(desk, "认识到位"))
    assert desk.told()[:2] == ["一、认识到位", "（一）抓规划"]


def test_at_the_end_of_a_branch_the_distance_from_the_left_chooses_the_level(desk: Desk) -> None:
    at = lower_edge(desk, "抓规划")
    events_of_drag(desk, drag(desk, "现实需要"), at)
    assert desk.told()[4:7] == ["二、任务明确", "（一）抓规划", "（二）现实需要"]
    at = QPoint(desk.tree.indentation() - 2, lower_edge(desk, "现实需要").y())
    events_of_drag(desk, drag(desk, "必然要求"), at)
    assert desk.told()[1:5] == ["二、任务明确", "（一）抓规划", "（二）现实需要", "三、必然要求"]


def test_what_cannot_stand_there_is_not_taken_and_shows_no_line(desk: Desk) -> None:
    before, plain = desk.told(), desk.tree.viewport().grab().toImage()
    data, at = drag(desk, "认识到位"), desk.middle("现实需要")
    event = drag_over(desk, data, at)
    assert not event.isAccepted()
    assert desk.tree.viewport().grab().toImage() == plain
    assert not events_of_drag(desk, data, at).isAccepted()
    assert desk.told() == before


def test_a_line_and_the_level_show_where_it_would_come(desk: Desk) -> None:
    data, at = drag(desk, "保障有力"), lower_edge(desk, "现实需要")
    event = drag_over(desk, data, at)
    assert event.isAccepted()
    image = desk.tree.viewport().grab().toImage()
    line = desk.tree.visualRect(desk.index("现实需要"))
    accent = desk.window.bench.outline.view._theme.colours.accent
    assert image.pixelColor(line.left() + 20, line.bottom()) == accent
    assert image.pixelColor(line.left() - 10, line.bottom()) != accent


@pytest.mark.parametrize(
    ("edge", "row", "under"),
    [
        ("upper", "现实需要", "必然要求"),
        ("lower", "现实需要", "现实需要"),
        ("upper", "任务明确", "现实需要"),
        ("lower", "抓规划", "抓规划"),
        ("lower", "保障有力", "保障有力"),
    ],
)
def test_points_between_two_headings_come_to_the_end_of_the_upper_one(
    desk: Desk, edge: str, row: str, under: str
) -> None:
    at = upper_edge(desk, row) if edge == "upper" else lower_edge(desk, row)
    data, line = drag(desk, "责任到人"), desk.tree.visualRect(desk.index(under))
    event = drag_over(desk, data, at)
    assert event.isAccepted()
    image = desk.tree.viewport().grab().toImage()
    accent = desk.window.bench.outline.view._theme.colours.accent
    ys = [y for y in range(at.y() - 6, at.y() + 6) if image.pixelColor(line.left() + 40, y) == accent]
    assert ys and all(image.pixelColor(line.left() + 4, y) != accent for y in ys)
    events_of_drag(desk, data, at)
    told = desk.told()
    heading = next(at for at, each in enumerate(told) if each.endswith(under))
    points = told[heading + 1 : heading + (3 if under == "必然要求" else 2)]
    assert points[-1].endswith("是责任到人")
    desk.run("undo")
    assert desk.window.bench.document.draft() == DRAFT


def test_before_all_headings_points_are_not_taken(desk: Desk) -> None:
    assert not drag_over(desk, drag(desk, "责任到人"), upper_edge(desk, "认识到位")).isAccepted()


# Names, statuses, menu


def box(desk: Desk) -> QLineEdit:
    return desk.tree.findChild(QLineEdit)


def test_f2_lets_the_heading_be_written_anew_in_its_place(desk: Desk, qtbot) -> None:
    desk.window.bench.text.go_to_block(2)
    assert QKeySequence("F2") in desk.window.commands["rename"].shortcuts()
    desk.run("rename")
    assert box(desk).text() == "必然要求"
    box(desk).selectAll()
    type_chinese(box(desk), "必由之路")
    qtbot.keyClick(box(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.window.bench.document.draft().blocks[2].text == "必由之路。正文。"
    desk.run("undo")
    assert desk.window.bench.document.draft() == DRAFT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_f2_in_the_text_leads_back_into_it(desk: Desk, qtbot, key: Qt.Key) -> None:
    desk.window.activateWindow()
    desk.window.bench.text.go_to_block(2)
    qtbot.waitUntil(desk.window.bench.page.editor.hasFocus)
    desk.run("rename")
    type_chinese(box(desk), "必由之路")
    qtbot.keyClick(box(desk), key)
    qtbot.waitUntil(desk.window.bench.page.editor.hasFocus)


@pytest.mark.parametrize("hide", ["outline", "full_screen"])
def test_f2_brings_the_outline_into_sight_to_write_the_heading_there(desk: Desk, qtbot, hide: str) -> None:
    desk.window.bench.text.go_to_block(2)
    desk.run(hide)
    assert not desk.tree.isVisible()
    desk.run("rename")
    assert box(desk).isVisible() and box(desk).text() == "必然要求"
    assert desk.window.commands["outline"].isChecked()


def test_f2_unfolds_the_heading_at_the_cursor_and_means_no_other(desk: Desk, qtbot) -> None:
    desk.window.bench.text.go_to_block(2)
    desk.tree.collapse(desk.index("认识到位"))
    desk.run("rename")
    assert box(desk).isVisible() and box(desk).text() == "必然要求"


def test_f2_in_the_tree_stays_there(desk: Desk, qtbot) -> None:
    desk.window.activateWindow()
    desk.window.bench.text.go_to_block(2)
    desk.tree.setFocus()
    desk.run("rename")
    qtbot.keyClick(box(desk), Qt.Key.Key_Return)
    qtbot.waitUntil(desk.tree.hasFocus)


def test_escape_leaves_the_name_as_it_was(desk: Desk, qtbot) -> None:
    desk.window.bench.text.go_to_block(2)
    desk.run("rename")
    type_chinese(box(desk), "别的")
    qtbot.keyClick(box(desk), Qt.Key.Key_Escape)
    assert desk.window.bench.document.draft() == DRAFT


@pytest.mark.parametrize("deed", ["kind_h3", "rise", "sink", "go_down", "duplicate", "outline"])
def test_a_name_that_is_being_written_is_written_before_anything_is_done(
    desk: Desk, qtbot, deed: str
) -> None:
    desk.window.bench.text.go_to_block(2)
    desk.run("rename")
    box(desk).selectAll()
    type_chinese(box(desk), "必由之路")
    desk.run(deed)
    assert "必由之路。正文。" in [block.text for block in desk.window.bench.document.draft().blocks]
    qtbot.waitUntil(lambda: desk.tree.viewport().findChild(QLineEdit, "rename") is None)


def test_a_name_that_is_being_written_is_saved_with_the_rest(
    desk: Desk, tmp_path: Path, choose_file: Callable[[Path | None], None]
) -> None:
    desk.window.bench.text.go_to_block(2)
    desk.run("rename")
    box(desk).selectAll()
    type_chinese(box(desk), "必由之路")
    path = tmp_path / "讲话.siceng"
    choose_file(path)
    assert desk.window.files.save()
    assert read_siceng(path).draft.blocks[2].text == "必由之路。正文。"
    assert desk.tree.viewport().findChild(QLineEdit, "rename") is None


def test_leaving_asks_about_a_name_that_is_being_written(desk: Desk, press: Presser) -> None:
    desk.window.bench.document.setModified(False)
    desk.window.bench.text.go_to_block(2)
    desk.run("rename")
    type_chinese(box(desk), "必由之路")
    press("取消")
    assert not desk.window.close()
    assert "必由之路" in desk.window.bench.document.draft().blocks[2].text


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_click_on_the_dot_offers_the_statuses(desk: Desk, qtbot) -> None:
    rect = desk.tree.visualRect(desk.index("任务明确"))
    row = desk.window.bench.outline.model.row_at(desk.index("任务明确"))
    at = desk.tree.itemDelegate().dot_area(rect, row).center()
    qtbot.mouseClick(desk.tree.viewport(), LEFT, pos=at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["提纲", "初稿", "待核", "定稿", "不标"]
    menu.actions()[2].trigger()
    menu.close()
    section = desk.window.bench.document.draft().blocks[6].section
    assert section is not None and section.status is Status.REVIEW


def test_rows_below_a_section_have_no_dot(desk: Desk) -> None:
    row = desk.window.bench.outline.model.row_at(desk.index("抓规划"))
    assert desk.tree.itemDelegate().dot_area(desk.tree.visualRect(desk.index("抓规划")), row).isEmpty()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_row_is_of_that_row(desk: Desk) -> None:
    at = desk.middle("任务明确")
    QApplication.sendEvent(
        desk.tree.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, desk.tree.viewport().mapToGlobal(at)),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {action.text(): action for action in menu.actions()}
    assert names["升级"].isEnabled() is False and names["降级"].isEnabled()
    names["删除这一节"].trigger()
    menu.close()
    assert "任务明确" not in "".join(desk.told())


def test_commands_are_for_all_selected_rows(desk: Desk) -> None:
    desk.click("必然要求")
    desk.click("现实需要", Qt.KeyboardModifier.ControlModifier)
    desk.run("rise")
    assert desk.told()[:4] == ["一、认识到位", "二、必然要求", "一是责任到人", "二是时限到天"]
    assert desk.told()[4] == "三、现实需要"


def test_delete_takes_the_selected_rows(desk: Desk, qtbot) -> None:
    desk.click("必然要求")
    desk.click("任务明确", Qt.KeyboardModifier.ControlModifier)
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_Delete)
    assert desk.told() == ["一、认识到位", "（一）现实需要", "二、保障有力"]


def test_arrow_keys_in_the_tree_take_the_text_along(desk: Desk, qtbot) -> None:
    desk.click("认识到位")
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_Down)
    assert desk.window.bench.page.editor.current_block_index() == 2


# One branch alone


def test_one_branch_is_shown_alone_and_the_bar_leads_back(desk: Desk, qtbot) -> None:
    desk.window.bench.text.go_to_block(7)
    desk.run("show_branch")
    hidden = [not block.isVisible() for block in desk.window.bench.document.text_blocks()]
    assert hidden.count(False) == 1
    assert desk.window.commands["show_all"].isEnabled()
    qtbot.keyClick(desk.window.bench.page.editor, Qt.Key.Key_Escape)
    assert all(block.isVisible() for block in desk.window.bench.document.text_blocks())
    desk.settle()
    assert not desk.window.commands["show_all"].isEnabled()


def test_a_click_on_another_branch_shows_all(desk: Desk) -> None:
    desk.window.bench.text.go_to_block(7)
    desk.run("show_branch")
    desk.click("现实需要")
    assert not desk.window.bench.page.hoist.is_on


# Headings side by side


def test_the_overview_writes_back_as_one_step(desk: Desk, press: Presser) -> None:
    desk.window.bench.text.go_to_block(5)

    def write(dialog: OverviewDialog) -> None:
        assert dialog.cards[0].texts == ("必然要求", "现实需要")
        for at, text in enumerate(("必由之路", "当务之急")):
            dialog.cards[0].boxes[at].selectAll()
            type_chinese(dialog.cards[0].boxes[at], text)
        dialog.main.click()

    press.when(OverviewDialog, write)
    desk.run("overview")
    assert [text for text in desk.told() if "（" in text] == [
        "（一）必由之路",
        "（二）当务之急",
        "（一）抓规划",
    ]
    desk.run("undo")
    assert desk.window.bench.document.draft() == DRAFT


def test_over_a_draft_that_may_only_be_read_nothing_is_dragged(desk: Desk) -> None:
    data = drag(desk, "任务明确")
    event = QDragEnterEvent(desk.middle("认识到位"), MOVE, data, LEFT, NONE)
    desk.tree.dragEnterEvent(event)
    assert event.isAccepted()
    desk.window.bench.outlining.set_read_only(True)
    desk.tree.dragEnterEvent(event)
    assert not event.isAccepted()


def test_leaving_a_drag_takes_the_line_away(desk: Desk) -> None:
    plain = desk.tree.viewport().grab().toImage()
    data = drag(desk, "保障有力")
    drag_over(desk, data, desk.middle("认识到位"))
    assert desk.tree.viewport().grab().toImage() != plain
    QApplication.sendEvent(desk.tree.viewport(), QDragLeaveEvent())
    assert desk.tree.viewport().grab().toImage() == plain


def test_the_words_of_a_section_that_was_cut_off_are_selected_to_be_written_over(desk: Desk) -> None:
    desk.window.bench.text.go_to_block(3)
    desk.run("split")
    type_chinese(desk.window.bench.page.editor, "责任")
    assert "（二）责任" in desk.told()
    assert "【标题】" not in "".join(desk.told())

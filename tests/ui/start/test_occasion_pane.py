"""The occasions as cards: seen, found and chosen with mouse and keys, three of them or twenty."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QListWidgetItem

from app.core.errors import ReadError
from app.jobs.program import Program
from app.templating.library import Library, Problem
from app.ui.start.occasion_grid import OccasionGrid
from app.ui.start.occasion_pane import OccasionPane
from app.ui.theme import Theme
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese


def pane_of(qtbot, library: Library, theme: Theme, width: int = 800) -> OccasionPane:
    found = OccasionPane(library, theme)
    qtbot.addWidget(found)
    found.resize(width, 600)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.setFocus()
    return found


@pytest.fixture
def three(qtbot, few: Library, theme: Theme) -> OccasionPane:
    return pane_of(qtbot, few, theme)


@pytest.fixture
def many(qtbot, twenty: Library, theme: Theme) -> OccasionPane:
    return pane_of(qtbot, twenty, theme)


def items(grid: OccasionGrid) -> list[QListWidgetItem]:
    return [grid.item(row) for row in range(grid.count())]


def shown(pane: OccasionPane) -> list[str]:
    return [item.text() for item in items(pane.grid) if not item.isHidden()]


def chosen(pane: OccasionPane) -> list[str]:
    found: list[str] = []
    pane.chosen.connect(found.append)
    return found


def test_the_occasions_stand_in_the_order_of_the_library(three: OccasionPane, few: Library) -> None:
    assert shown(three) == [occasion.name for occasion in few.occasions.values()]


@pytest.mark.parametrize("width", [340, 700, 800, 1250])
def test_the_cards_fill_the_width_and_none_is_cut(qtbot, twenty: Library, theme: Theme, width: int) -> None:
    pane = pane_of(qtbot, twenty, theme, width)
    places = [pane.grid.visualItemRect(item) for item in items(pane.grid)]
    columns = len({place.left() for place in places})
    assert columns == max(1, width // 330)
    assert all(place.right() <= pane.grid.viewport().width() for place in places)
    assert places[0].topLeft() == QPoint(0, 0)
    assert len({(place.left(), place.top()) for place in places}) == 20


def test_a_click_chooses_a_card(three: OccasionPane, qtbot) -> None:
    found = chosen(three)
    for item in items(three.grid):
        place = three.grid.visualItemRect(item).center()
        qtbot.mouseClick(three.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert found == ["tuijinhui", "zhuchici", "huanyingci"]


def test_another_button_than_the_left_one_chooses_nothing(three: OccasionPane, qtbot) -> None:
    found = chosen(three)
    place = three.grid.visualItemRect(three.grid.item(0)).center()
    qtbot.mouseClick(three.grid.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert found == []


def test_arrows_go_from_card_to_card_and_return_chooses(three: OccasionPane, qtbot) -> None:
    found = chosen(three)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(three.grid, key)
    qtbot.keyClick(three.grid, Qt.Key.Key_Space)
    assert found == ["tuijinhui", "zhuchici", "huanyingci"]


def test_few_occasions_need_no_box_to_find_one(three: OccasionPane, many: OccasionPane) -> None:
    assert three.sought.isHidden()
    assert not many.sought.isHidden()


def test_typing_in_the_box_leaves_what_fits_and_return_chooses_the_first(
    many: OccasionPane, twenty: Library, qtbot
) -> None:
    found = chosen(many)
    many.sought.setFocus()
    type_chinese(many.sought, "致辞")
    assert shown(many) == ["揭牌仪式致辞", "春节团拜会致辞"]
    many.sought.clear()
    qtbot.keyClicks(many.sought, "xwfb")
    assert shown(many) == ["新闻发布会"]
    qtbot.keyClick(many.sought, Qt.Key.Key_Return)
    assert found == [next(id_ for id_, each in twenty.occasions.items() if each.name == "新闻发布会")]


def test_down_goes_on_to_what_was_found_and_escape_shows_all_again(many: OccasionPane, qtbot) -> None:
    many.sought.setFocus()
    type_chinese(many.sought, "党课")
    qtbot.keyClick(many.sought, Qt.Key.Key_Down)
    assert many.grid.hasFocus()
    assert many.grid.currentItem().text() == "党课"
    many.sought.setFocus()
    qtbot.keyClick(many.sought, Qt.Key.Key_Escape)
    assert len(shown(many)) == 20


def test_where_nothing_fits_it_is_said_and_return_chooses_nothing(many: OccasionPane, qtbot) -> None:
    found = chosen(many)
    type_chinese(many.sought, "没有这种场合")
    assert shown(many) == []
    assert "没有这样的场合" in many.told()
    qtbot.keyClick(many.sought, Qt.Key.Key_Return)
    assert found == []
    many.sought.clear()
    assert many.told() == ""


def test_files_that_cannot_be_read_are_told_by_name(
    qtbot, program: Program, theme: Theme, press: Presser
) -> None:
    problem = Problem(Path("own.toml"), ReadError("没有部件。", "至少写一个。"))
    pane = pane_of(qtbot, Library(occasions=program.library.occasions, problems=(problem,)), theme)
    press("知道了")
    qtbot.mouseClick(pane.problems, Qt.MouseButton.LeftButton)
    assert "own.toml：没有部件。至少写一个。" in press.told[0]


def test_without_any_occasion_the_writer_is_told_what_to_do(qtbot, theme: Theme) -> None:
    pane = OccasionPane(Library(), theme)
    qtbot.addWidget(pane)
    pane.show()
    assert "重新安装" in pane.told()


def test_a_card_is_read_out_with_all_that_stands_on_it(three: OccasionPane) -> None:
    told = QAccessible.queryAccessibleInterface(three.grid).child(0).text(QAccessible.Text.Name)
    assert told.startswith("推进会。")
    assert "认识、形势、任务、保障" in told
    assert three.grid.accessibleName() == "场合"


def test_the_cards_turn_dark_with_the_window(three: OccasionPane, qapp: QApplication, theme: Theme) -> None:
    def lightness() -> int:
        return three.grid.viewport().grab().toImage().pixelColor(40, 6).lightness()

    light = lightness()
    theme.dress(qapp, dark=True)
    dark = lightness()
    theme.dress(qapp, dark=False)
    assert light > 200 and dark < 80

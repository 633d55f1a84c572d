"""The tree at the left: shown to a level, folded, following the cursor."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage

from app.core import structure
from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.core.plan import applied
from app.lang.speaking import SpeakingTime
from app.ui.editor.colours import page_colours
from app.ui.outline.delegate import ROW_HEIGHT
from app.ui.outline.pane import OutlinePane
from app.ui.theme import Theme

DRAFT = parse_markup("""
@标题 讲话
# 认识到位 {认识}
## 必然要求
- 责任到人。
- 时限到天。
## 现实需要
# 任务明确 {任务}
## 抓规划
""")


@pytest.fixture
def pane(qtbot, theme: Theme) -> OutlinePane:
    found = OutlinePane(theme)
    qtbot.addWidget(found)
    found.resize(300, 600)
    found.show()
    found.show_draft(DRAFT)
    return found


def seen(pane: OutlinePane) -> list[str]:
    """The rows that are not folded away, from the top."""
    texts: list[str] = []
    index = pane.model.index(0, 0)
    while index.isValid():
        texts.append(index.data())
        index = pane.view.indexBelow(index)
    return texts


ALL = [
    "一、认识到位",
    "（一）必然要求",
    "一是责任到人",
    "二是时限到天",
    "（二）现实需要",
    "二、任务明确",
    "（一）抓规划",
]


def test_a_new_outline_is_open_to_the_points(pane: OutlinePane) -> None:
    assert seen(pane) == ALL


@pytest.mark.parametrize(
    ("level", "rows"),
    [(1, ["一、认识到位", "二、任务明确"]), (2, [row for row in ALL if "是" not in row]), (5, ALL)],
)
def test_the_outline_is_shown_to_a_level(pane: OutlinePane, level: int, rows: list[str]) -> None:
    pane.view.show_to_level(level)
    assert seen(pane) == rows


def test_what_was_folded_stays_folded_while_the_draft_changes(pane: OutlinePane) -> None:
    pane.view.collapse(pane.model.index(0, 0))
    longer = applied(structure.insert(DRAFT, 7, parse_markup("## 抓落实\n").blocks), DRAFT)
    pane.show_draft(longer)
    assert seen(pane) == ["一、认识到位", "二、任务明确", "（一）抓落实", "（二）抓规划"]


def test_a_heading_that_gets_its_first_row_below_it_is_open(pane: OutlinePane) -> None:
    pane.show_draft(applied(structure.insert(DRAFT, 6, parse_markup("### 第一步\n").blocks), DRAFT))
    assert "1.第一步" in seen(pane)


def test_a_promoted_heading_that_gets_its_first_rows_below_it_is_open(pane: OutlinePane) -> None:
    draft = parse_markup("# 认识到位\n## 必然要求\n## 现实需要\n")
    pane.show_draft(draft)
    pane.show_draft(applied(structure.shift(draft, 1, -1), draft))
    assert seen(pane) == ["一、认识到位", "二、必然要求", "（一）现实需要"]


def test_the_place_of_the_cursor_in_a_folded_branch_is_the_row_that_holds_it(pane: OutlinePane) -> None:
    pane.view.set_place(4)
    assert pane.view.place().data() == "二是时限到天"
    pane.view.collapse(pane.model.index(0, 0))
    assert pane.view.place().data() == "一、认识到位"
    pane.view.expand(pane.model.index(0, 0))
    assert pane.view.place().data() == "二是时限到天"


def test_before_the_first_heading_no_row_is_marked(pane: OutlinePane) -> None:
    pane.view.set_place(0)
    assert pane.view.place() == QModelIndex()


def test_return_goes_to_the_row_as_a_click_does(pane: OutlinePane, qtbot) -> None:
    index = pane.model.index(1, 0)
    pane.view.setCurrentIndex(index)
    with qtbot.waitSignal(pane.went_to) as by_key:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(pane.went_to) as by_mouse:
        qtbot.mouseClick(
            pane.view.viewport(), Qt.MouseButton.LeftButton, pos=pane.view.visualRect(index).center()
        )
    assert by_key.args == by_mouse.args == [6]


def test_the_angle_before_a_row_folds_it_and_goes_nowhere(pane: OutlinePane, qtbot) -> None:
    rect = pane.view.visualRect(pane.model.index(0, 0))
    before = rect.center()
    before.setX(rect.left() - 6)
    with qtbot.assertNotEmitted(pane.went_to):
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=before)
    assert not pane.view.isExpanded(pane.model.index(0, 0))


def picture(pane: OutlinePane) -> QImage:
    return pane.view.viewport().grab().toImage()


def test_each_layer_stands_at_the_left_edge_of_its_heading_in_its_colour(pane: OutlinePane) -> None:
    image = picture(pane)
    for row, layer in ((0, Layer.UNDERSTANDING), (5, Layer.TASKS)):
        middle = row * ROW_HEIGHT + ROW_HEIGHT // 2
        assert image.pixelColor(1, middle) == page_colours(False).layers[layer]


def test_the_current_place_is_tinted_over_its_whole_row(pane: OutlinePane, theme: Theme) -> None:
    pane.view.set_place(5)
    image = picture(pane)
    y = 4 * ROW_HEIGHT + 3
    assert {image.pixelColor(x, y).name() for x in (6, 150, image.width() - 2)} == {
        theme.colours.place.name()
    }
    assert image.pixelColor(150, y + ROW_HEIGHT) != QColor(theme.colours.place)


def test_the_one_selected_row_is_tinted_nowhere_but_at_the_current_place(
    pane: OutlinePane, theme: Theme
) -> None:
    pane.view.setFocus()
    pane.view.setCurrentIndex(pane.model.index(0, 0))
    pane.view.set_place(5)
    assert picture(pane).pixelColor(6, 3) == picture(pane).pixelColor(150, 3) != theme.colours.selection


def test_an_empty_outline_says_what_belongs_there(pane: OutlinePane) -> None:
    pane.show_draft(Draft())
    assert not pane.view.isVisible()
    assert pane.told().startswith("写下")


def bar_picture(pane: OutlinePane, markup: str) -> QImage:
    pane.show_draft(parse_markup(markup))
    return picture(pane)


def test_a_target_is_a_tick_on_the_bar(pane: OutlinePane, theme: Theme) -> None:
    plain = bar_picture(pane, "# 甲\n一二三四五六七八九十\n")
    aimed = bar_picture(pane, "# 甲 {字数=6}\n一二三四五六七八九十\n")
    changed = {
        (x, y)
        for x in range(plain.width())
        for y in range(ROW_HEIGHT)
        if plain.pixelColor(x, y) != aimed.pixelColor(x, y)
    }
    assert changed and max(x for x, _ in changed) - min(x for x, _ in changed) <= 1
    assert "目标 6 字" in pane.model.data(pane.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("width", "seconds", "told"), [(300, 300, False), (420, 300, True), (420, 20, False)]
)
def test_a_wide_outline_says_how_many_minutes_a_row_takes(
    pane: OutlinePane, width: int, seconds: int, told: bool
) -> None:
    pane.resize(width, 600)
    before = picture(pane)
    pane.model.show_times({row.key: SpeakingTime(seconds) for row in pane.model.rows()})
    assert (picture(pane) != before) is told
    assert ("约 5 分钟" in pane.model.data(pane.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)) is (
        seconds == 300
    )


def test_a_heading_that_breaks_the_ladder_has_a_sign(pane: OutlinePane) -> None:
    sound = bar_picture(pane, "# 甲\n### 子\n# 乙\n### 丑\n")
    broken = bar_picture(pane, "# 甲\n## 子\n# 乙\n### 丑\n")
    row = [(x, 3 * ROW_HEIGHT + y) for x in range(150, 290) for y in range(ROW_HEIGHT)]
    assert any(sound.pixelColor(x, y) != broken.pixelColor(x, y) for x, y in row)

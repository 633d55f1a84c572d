"""The dialog in which headings stand side by side."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.core.draft import Draft
from app.core.errors import ReadError
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.core.plan import applied
from app.jobs.program import Program
from app.ui.overview.dialog import OverviewDialog
from app.ui.overview.reading_view import MOST, ReadingView, Sheet, sheets
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese

DRAFT = parse_markup("""
# 认识到位
## 提高政治站位，增强行动自觉。正文。
## 抓落实
- 责任到人；
- 时限到天。
# 任务明确
## 加强规划引领，完善空间布局
## 加强资金保障，提高使用效益
""")


@pytest.fixture
def dialog(qtbot, program: Program, tasks: Tasks, theme: Theme) -> Iterator[OverviewDialog]:
    found = OverviewDialog(program, tasks, theme, DRAFT)
    qtbot.addWidget(found, before_close_func=lambda dialog: dialog.texts.clear())
    found.show()
    yield found
    tasks.finish()


def type_over(dialog: OverviewDialog, card: int, box: int, text: str) -> None:
    found = dialog.cards[card].boxes[box]
    found.selectAll()
    type_chinese(found, text)


def shown(dialog: OverviewDialog) -> list[tuple[str, tuple[str, ...]]]:
    return [(card.group.parent, card.texts) for card in dialog.cards]


def test_the_first_level_with_several_headings_is_shown_with_its_counts(dialog: OverviewDialog) -> None:
    assert shown(dialog) == [("", ("认识到位", "任务明确"))]
    assert [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())] == [
        "一级　2",
        "二级　4",
        "三级",
        "要点　2",
    ]


def test_a_level_is_chosen_by_its_tab_and_grouped_by_parent(dialog: OverviewDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    assert shown(dialog) == [
        ("一、认识到位", ("提高政治站位，增强行动自觉", "抓落实")),
        ("二、任务明确", ("加强规划引领，完善空间布局", "加强资金保障，提高使用效益")),
    ]
    dialog.tabs.setCurrentIndex(2)
    assert shown(dialog) == []


def test_the_level_at_the_cursor_can_be_asked_for(
    qtbot, program: Program, tasks: Tasks, theme: Theme
) -> None:
    dialog = OverviewDialog(program, tasks, theme, DRAFT, Kind.POINT)
    qtbot.addWidget(dialog)
    assert shown(dialog) == [("（二）抓落实", ("责任到人", "时限到天"))]


def test_what_was_typed_is_kept_over_levels_and_is_one_step(dialog: OverviewDialog, qtbot) -> None:
    assert not dialog.main.isEnabled()
    type_over(dialog, 0, 1, "任务落地")
    dialog.tabs.setCurrentIndex(1)
    type_over(dialog, 0, 0, "提升站位，增强自觉")
    dialog.tabs.setCurrentIndex(0)
    assert shown(dialog) == [("", ("认识到位", "任务落地"))]
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    after = applied(dialog.plan(DRAFT), DRAFT)
    assert [block.text for block in after.blocks[:2]] == ["认识到位", "提升站位，增强自觉。正文。"]
    assert after.blocks[5].text == "任务落地"


def test_typing_back_what_was_there_leaves_nothing_to_write(dialog: OverviewDialog) -> None:
    type_over(dialog, 0, 0, "别的")
    assert dialog.main.isEnabled()
    type_over(dialog, 0, 0, "认识到位")
    assert not dialog.main.isEnabled()


def test_arrows_and_return_go_from_box_to_box_over_groups(dialog: OverviewDialog, qtbot) -> None:
    dialog.tabs.setCurrentIndex(1)
    boxes = [box for card in dialog.cards for box in card.boxes]
    for key, at in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Return, 2), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Enter, 2)):
        qtbot.keyClick(QApplication.focusWidget() or boxes[0], key)
        assert dialog.focusWidget() is boxes[at]
    assert dialog.isVisible()


def test_escape_leaves_at_once_where_nothing_was_changed(dialog: OverviewDialog, qtbot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("answer", "left", "result"), [("取消", False, 0), ("不写回", True, 0), ("写回正文", True, 1)]
)
def test_escape_asks_where_something_was_changed(
    dialog: OverviewDialog, qtbot, press: Presser, answer: str, left: bool, result: int
) -> None:
    type_over(dialog, 0, 0, "别的")
    press(answer)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden() is left
    assert dialog.result() == result


def test_facts_are_told_after_a_pause(dialog: OverviewDialog, qtbot) -> None:
    dialog.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: all(card.told()[0] is not None for card in dialog.cards), timeout=20_000)
    ragged, even = dialog.cards
    assert "分句 2、1" in ragged.told()[1] and ragged.told()[3] == "warning"
    assert "起首动词重复：“加强”" in even.told()[1]
    type_over(dialog, 0, 1, "压实工作责任，强化督促检查")
    qtbot.waitUntil(lambda: "分句都是 2" in ragged.told()[1], timeout=20_000)
    assert ragged.told()[2] == ""


def test_counts_follow_every_key(dialog: OverviewDialog) -> None:
    dialog.tabs.setCurrentIndex(1)
    assert dialog.cards[0].counts() == ["6＋6", "3"]
    type_over(dialog, 0, 1, "抓落实，见成效")
    assert dialog.cards[0].counts() == ["6＋6", "3＋3"]


def test_a_lexicon_that_cannot_be_read_is_told_and_the_dialog_goes_on(
    qtbot, program: Program, tasks: Tasks, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> frozenset[str]:
        raise ReadError("词表坏了。", "请重新安装。")

    monkeypatch.setattr("app.lang.parallelism.load_lead_verbs", broken)
    program.__dict__.pop("lead_verbs", None)
    dialog = OverviewDialog(program, tasks, theme, DRAFT)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "词表坏了" in dialog.told(), timeout=5000)


def test_a_draft_that_may_only_be_read_is_shown_without_a_way_to_write(
    qtbot, program: Program, tasks: Tasks, theme: Theme
) -> None:
    dialog = OverviewDialog(program, tasks, theme, DRAFT, read_only=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.main.isVisible()
    assert all(box.isReadOnly() for card in dialog.cards for box in card.boxes)


def test_a_draft_without_headings_says_so(qtbot, program: Program, tasks: Tasks, theme: Theme) -> None:
    dialog = OverviewDialog(program, tasks, theme, Draft())
    qtbot.addWidget(dialog)
    assert dialog.cards == [] and not dialog.read.isEnabled()


# 念给领导听


def test_what_is_read_out_is_what_stands_in_the_boxes(dialog: OverviewDialog) -> None:
    type_over(dialog, 0, 1, "任务落地")
    assert dialog.reading() == (Sheet("", (("一、", "认识到位"), ("二、", "任务落地"))),)


def test_a_long_group_is_read_out_on_several_pages() -> None:
    lines = tuple((f"{n}.", "标题") for n in range(MOST + 1))
    assert [len(page.lines) for page in sheets([Sheet("甲", lines)])] == [MOST, 1]


def test_arrow_keys_turn_the_pages_and_escape_leaves(qtbot, theme: Theme) -> None:
    pages = [
        Sheet("甲", (("（一）", "子"),)),
        Sheet("乙", (("（一）", "丑"),)),
        Sheet("丙", (("（一）", "寅"),)),
    ]
    view = ReadingView(pages, theme)
    qtbot.addWidget(view)
    view.show()
    seen = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(view, key)
        seen.append(view.page.parent)
    assert seen == ["甲", "乙", "丙", "丙", "乙", "甲"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.isVisible()


@pytest.mark.parametrize("lines", [1, MOST])
def test_a_page_fits_the_screen(qtbot, theme: Theme, lines: int) -> None:
    view = ReadingView(
        [Sheet("一、认识到位", tuple((f"（{n}）", "提高政治站位，增强行动自觉" * 2) for n in range(lines)))],
        theme,
    )
    qtbot.addWidget(view)
    view.resize(1280, 800)
    assert view.lowest() <= 800 * 0.9

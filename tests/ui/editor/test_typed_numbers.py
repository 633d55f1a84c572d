"""Numbers that the writer types make what they say."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from tests.ui.editor.pages import Page
from tests.ui.hands import press


class Paints(QObject):
    """Takes down what of the page is painted."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.editor)
        self.region = QRegion()
        QApplication.processEvents()
        page.editor.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False

    def cover(self, area: QRect) -> bool:
        return QRegion(area).subtracted(self.region).isEmpty()


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("一、", "#"),
        ("一、提高认识", "# 提高认识"),
        ("（一）", "##"),
        ("1.加强", "### 加强"),
        ("（1）甲", "#### 甲"),
        ("一是", "-"),
    ],
)
def test_a_number_committed_in_one_piece_makes_its_kind(page: Page, typed: str, line: str) -> None:
    page.open("\\")
    page.type(typed)
    assert page.lines() == [line]


def test_a_number_typed_key_by_key_waits_for_what_follows(page: Page) -> None:
    page.open("\\")
    page.qtbot.keyClicks(page.editor, "1.")
    assert page.lines() == ["1."]
    page.qtbot.keyClicks(page.editor, "a")
    assert page.lines() == ["### a"]
    page.qtbot.keyClicks(page.editor, "b")
    assert page.lines() == ["### ab"]


def test_a_blank_behind_the_number_is_taken_in_as_word_has_it(page: Page) -> None:
    page.open("\\")
    page.qtbot.keyClicks(page.editor, "1. ")
    assert page.lines() == ["1.\\ "]
    page.qtbot.keyClicks(page.editor, "ab")
    assert page.lines() == ["### ab"]


def test_figures_are_no_number(page: Page) -> None:
    page.open("\\")
    page.qtbot.keyClicks(page.editor, "1.5")
    assert page.lines() == ["1.5"]


def test_one_backspace_brings_the_number_back_as_text(page: Page) -> None:
    page.open("\\")
    page.type("一、")
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["一、"]
    page.type("二、三产业")
    assert page.lines() == ["一、二、三产业"]


@pytest.mark.parametrize("start", ["", "\\", "甲\n\\"])
def test_a_composition_that_is_cancelled_leaves_the_number_to_be_brought_back(page: Page, start: str) -> None:
    page.open(start)
    page.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    page.type("一、")
    page.compose("n")
    page.compose("")
    page.press(Qt.Key.Key_Backspace)
    assert page.lines()[-1] == "一、"


def test_who_types_the_number_of_the_point_that_return_made_gets_it_once(page: Page) -> None:
    page.open("- 甲")
    page.at(0, 1)
    page.press(Qt.Key.Key_Return)
    page.type("二")
    page.type("是")
    page.type("乙")
    assert page.lines() == ["- 甲", "- 乙"]


def test_a_heading_can_be_typed_where_return_made_a_point(page: Page) -> None:
    page.open("# 甲\n- 乙")
    page.at(1, 1)
    page.press(Qt.Key.Key_Return)
    page.type("二、")
    assert page.lines()[2] == "#"
    page.press(Qt.Key.Key_Backspace)
    assert page.lines()[2] == "- 二、"


def test_undo_takes_back_what_the_number_made_and_then_the_number(page: Page) -> None:
    page.open("\\")
    page.type("一是")
    page.editor.undo()
    assert page.lines() == ["一是"]
    page.editor.undo()
    assert page.lines() == ["\\"]


def test_first_of_all_is_never_taken_by_itself(page: Page) -> None:
    page.open("\\")
    page.type("首先，")
    assert page.lines() == ["首先，"]


def test_tab_makes_the_second_point_that_is_offered(page: Page) -> None:
    page.open("- 抓开工")
    page.at(0, 3)
    page.type("；二是")
    assert page.editor.typed_numbers.offered()
    page.press(Qt.Key.Key_Tab)
    page.type("抓建成")
    assert page.lines() == ["- 抓开工；", "+- 抓建成"]
    assert page.document.number(1) == "二是"


@pytest.mark.parametrize("pieces", [("二是",), ("二", "是"), ("二是好的",), ("二", "是好的")])
def test_tab_makes_points_of_a_series_that_was_text_as_one_step(page: Page, pieces: tuple[str, ...]) -> None:
    page.open("要做到：一是抓开工。")
    page.press(Qt.Key.Key_End)
    for piece in pieces:
        page.type(piece)
    written = page.lines()
    assert page.editor.typed_numbers.offered()
    page.press(Qt.Key.Key_Tab)
    page.type("了")
    said = "".join(pieces).removeprefix("二是")
    assert page.lines() == ["要做到：", "+- 抓开工。", f"+- {said}了"]
    assert [page.document.number(index) for index in range(3)] == ["", "一是", "二是"]
    for _ in range(2):
        page.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.lines() == written


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.type("的"),
        lambda page: page.press(Qt.Key.Key_Left),
        lambda page: (page.press(Qt.Key.Key_Left), page.press(Qt.Key.Key_Right)),
        lambda page: page.press(Qt.Key.Key_Backspace),
    ],
    ids=["typed on", "went", "went and came back", "taken back"],
)
def test_what_was_committed_in_one_piece_is_no_offer_any_more_after_another_key(
    page: Page, leave: Callable[[Page], object]
) -> None:
    page.open("要做到：一是抓开工。")
    page.press(Qt.Key.Key_End)
    page.type("二是好的")
    assert page.editor.typed_numbers.offered()
    leave(page)
    assert not page.editor.typed_numbers.offered()


def test_the_mark_of_the_offer_is_painted_whole_when_it_is_made_and_when_it_goes(page: Page) -> None:
    page.open("前文\n- 抓开工\n正文")
    page.at(1, 3)
    page.type("；二")
    paints = Paints(page)
    press(page.editor, Qt.Key.Key_A, "是")
    hint = page.editor.page_margin.hint_area(page.editor.cursorRect(), "按 Tab 分成要点")
    page.qtbot.waitUntil(lambda: paints.cover(hint))
    paints = Paints(page)
    press(page.editor, Qt.Key.Key_A, "。")
    page.qtbot.waitUntil(lambda: paints.cover(hint))


def test_elsewhere_tab_goes_to_the_next_placeholder(page: Page) -> None:
    page.open("- 抓开工【待填：数】")
    page.at(0, 3)
    page.type("，二是")
    page.press(Qt.Key.Key_Tab)
    assert page.editor.textCursor().selectedText() == "【待填：数】"


def test_backspace_at_another_place_takes_what_is_there(page: Page) -> None:
    page.open("前文\n\\")
    page.at(1, 0)
    page.type("一、")
    page.at(0, 2)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["前", "#"]


@pytest.mark.parametrize("way", ["elsewhere and back", "selected and left"])
def test_backspace_after_the_cursor_went_away_and_came_back_is_an_ordinary_one(page: Page, way: str) -> None:
    page.open("甲\n乙")
    page.at(1, 0)
    page.type("一、")
    assert page.lines() == ["甲", "# 乙"]
    if way == "elsewhere and back":
        page.at(0, 0)
    else:
        page.select((1, 0), (1, 1))
    page.at(1, 0)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["甲", "乙"]


def test_a_number_typed_over_headings_is_counted(page: Page) -> None:
    page.open("我讲[三](=@意见数)点。\n正文\n# 甲\n# 乙\n# 丙")
    page.select((1, 0), (4, 1))
    page.type("一、")
    page.type("丁")
    assert page.lines()[0] == "我讲[一](=@意见数)点。"


def test_brackets_that_say_what_is_to_be_filled_are_a_placeholder_when_they_are_closed(page: Page) -> None:
    page.open("共家")
    page.at(0, 1)
    page.type("【待填：数字】")
    assert page.lines() == ["共【待填：数字】家"]
    page.type("余")
    assert page.lines() == ["共【待填：数字】余家"]
    page.at(0, 0)
    page.press(Qt.Key.Key_Tab)
    assert page.editor.textCursor().selectedText() == "【待填：数字】"


@pytest.mark.parametrize("pieces", [("待填：数字",), ("待填", "：", "数字"), tuple("待填：数字")])
def test_in_a_pair_of_brackets_it_is_one_with_its_first_word_and_what_is_typed_on_is_in_it(
    page: Page, pieces: tuple[str, ...]
) -> None:
    page.open("共家")
    page.at(0, 1)
    page.type("【】")
    page.press(Qt.Key.Key_Left)
    for piece in pieces:
        page.type(piece)
    assert page.lines() == ["共【待填：数字】家"]
    page.press(Qt.Key.Key_Right)
    page.type("余")
    assert page.lines() == ["共【待填：数字】余家"]
    page.undo_all()
    assert page.lines() == ["共家"]


def test_one_backspace_makes_brackets_text_again_that_were_there_and_they_stay_text(page: Page) -> None:
    page.open("共\\【\\】")
    page.at(0, 2)
    page.type("待填")
    page.press(Qt.Key.Key_Backspace)
    page.type("：数")
    assert page.lines() == ["共\\【待填：数\\】"]


def test_one_backspace_makes_closed_brackets_text_again(page: Page) -> None:
    page.open("共")
    page.at(0, 1)
    page.type("【待填】")
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["共\\【待填\\】"]
    page.type("家")
    assert page.lines() == ["共\\【待填\\】家"]


def write_between(page: Page, brackets: str, number: str) -> None:
    """A pair of brackets as a keyboard puts it in, the cursor between them, and a number."""
    page.type(brackets)
    page.press(Qt.Key.Key_Left)
    page.compose("yi")
    page.type(number)


WAYS_OUT = pytest.mark.parametrize(
    "out",
    [
        lambda page: page.press(Qt.Key.Key_Right),
        lambda page: page.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier),
        lambda page: page.press(Qt.Key.Key_End),
        lambda page: page.type("）"),
        lambda page: press(page.editor, Qt.Key.Key_ParenRight, "）"),
    ],
    ids=["right", "word", "end", "committed", "key"],
)
WayOut = Callable[[Page], None]


@WAYS_OUT
@pytest.mark.parametrize(("number", "heading"), [("一", "##"), ("1", "####")])
def test_a_number_in_a_pair_of_brackets_is_one_once_the_cursor_is_behind_them(
    page: Page, out: WayOut, number: str, heading: str
) -> None:
    page.open("\\")
    write_between(page, "（）", number)
    assert page.lines() == [f"（{number}）"]
    out(page)
    assert page.lines() == [heading]
    page.type("提高认识")
    assert page.lines() == [f"{heading} 提高认识"]
    assert page.undo_all() == 4 and page.lines() == ["\\"]


@WAYS_OUT
def test_one_backspace_brings_a_number_in_brackets_back_and_it_stays_text(page: Page, out: WayOut) -> None:
    page.open("\\")
    write_between(page, "（）", "一")
    out(page)
    page.press(Qt.Key.Key_Backspace)
    assert page.lines() == ["（一）"]
    page.at(0, 2)
    page.press(Qt.Key.Key_Right)
    assert page.lines() == ["（一）"]


def test_a_number_in_brackets_at_the_start_of_words_makes_them_the_heading(page: Page) -> None:
    page.open("提高认识")
    write_between(page, "（）", "一")
    page.press(Qt.Key.Key_Right)
    assert page.lines() == ["## 提高认识"] and page.editor.textCursor().position() == 0


def stay(page: Page) -> None:
    page.press(Qt.Key.Key_Left)
    page.press(Qt.Key.Key_Right)
    page.press(Qt.Key.Key_Right)


@pytest.mark.parametrize(
    "out",
    [
        lambda page: page.press(Qt.Key.Key_Left),
        lambda page: page.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        lambda page: page.at(0, 3),
        stay,
    ],
    ids=["left", "selected", "put there", "went and came back"],
)
def test_a_number_in_brackets_stays_text_where_the_cursor_goes_another_way(page: Page, out: WayOut) -> None:
    page.open("\\")
    write_between(page, "（）", "一")
    out(page)
    assert page.lines() == ["（一）"]


@pytest.mark.parametrize(
    ("start", "number"),
    [("\\", "二"), ("\\", "略"), ("@标题 题", "一"), ("## 甲", "一"), ("[大会](=会议名称)", "略")],
)
def test_what_says_no_number_that_follows_stays_between_its_brackets(
    page: Page, start: str, number: str
) -> None:
    page.open(start)
    write_between(page, "（）", number)
    before = page.document.draft().blocks[0].kind
    page.press(Qt.Key.Key_Right)
    (block,) = page.document.draft().blocks
    assert block.kind is before and block.text.startswith(f"（{number}）")


def test_a_bracket_typed_where_no_number_is_complete_stands_there(page: Page) -> None:
    page.open("\\")
    write_between(page, "（）", "略")
    page.type("）")
    assert page.lines() == ["（略））"]

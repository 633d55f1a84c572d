"""Text put in over the selection and taken out: which marks it takes, and what is left where all goes."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.ui.editor.pages import Page
from tests.ui.hands import commit

WHOLE = "@标题 在会上的讲话\n# 提高认识 {认识}\n正文。\n@结束语 谢谢大家！"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_typing_over_a_placeholder_leaves_plain_text(page: Page) -> None:
    page.open("完成【待填：个数】个")
    page.press(Qt.Key.Key_Tab)
    page.qtbot.keyClicks(page.editor, "12")
    assert page.lines() == ["完成12个"]


def test_typing_over_letters_of_a_bold_placeholder_leaves_it_one(page: Page) -> None:
    page.open("**【待填：甲】**【待填：乙】")
    page.select((0, 1), (0, 2))
    page.type("你")
    assert [(run.text, run.placeholder, run.bold) for run in page.document.draft().blocks[0].runs] == [
        ("【你填：甲】", True, True),
        ("【待填：乙】", True, False),
    ]


SERIES = "# 甲\n- 责任到人；\n- 时限到天；\n- 措施到位。\n正文"


@pytest.mark.parametrize(("start", "stop"), [((3, 0), (4, 0)), ((2, 5), (3, 5))])
@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_X, CONTROL), (Qt.Key.Key_Delete, PLAIN), (Qt.Key.Key_Backspace, PLAIN)],
)
def test_a_series_whose_last_point_is_taken_out_ends_as_it_did(
    page: Page,
    start: tuple[int, int],
    stop: tuple[int, int],
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    page.open(SERIES)
    page.select(start, stop)
    page.press(key, modifier=modifier)
    assert page.lines() == ["# 甲", "- 责任到人；", "- 时限到天。", "正文"]
    page.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert page.lines() == SERIES.split("\n")


def test_a_point_that_was_cut_and_put_in_elsewhere_leaves_its_series_whole(page: Page) -> None:
    page.open(SERIES)
    page.select((3, 0), (4, 0))
    page.press(Qt.Key.Key_X, modifier=CONTROL)
    page.at(1, 0)
    page.press(Qt.Key.Key_V, modifier=CONTROL)
    assert page.lines() == ["# 甲", "- 措施到位；", "- 责任到人；", "- 时限到天。", "正文"]


def test_text_between_two_placeholders_is_in_neither_whatever_it_looks_like(page: Page) -> None:
    page.open("【待填：甲】【待填：乙】")
    page.at(0, len("【待填：甲】"))
    page.type("【另填】")
    assert [(run.text, run.placeholder) for run in page.document.draft().blocks[0].runs] == [
        ("【待填：甲】", True),
        ("【另填】", False),
        ("【待填：乙】", True),
    ]


@pytest.mark.parametrize(("offset", "line"), [(1, "在新[大会](=会议名称)上"), (3, "在[大会](=会议名称)新上")])
def test_text_at_the_edge_of_a_bound_run_is_outside_it(page: Page, offset: int, line: str) -> None:
    page.open("在[大会](=会议名称)上")
    page.at(0, offset)
    page.type("新")
    assert page.lines() == [line]


def test_text_at_the_start_of_a_block_is_outside_a_bound_run(page: Page) -> None:
    page.open("[大会](=会议名称)上")
    page.at(0, 0)
    page.qtbot.keyClicks(page.editor, "x")
    assert page.lines() == ["x[大会](=会议名称)上"]


def test_what_is_left_of_two_placeholders_is_none_though_it_looks_like_one(page: Page) -> None:
    page.open("【待填：甲】【待填：乙】")
    closing = len("【待填：甲】") - 1
    for _ in range(2):  # an input method takes back the closing bracket, then the opening one of the other
        page.at(0, closing + 1)
        commit(page.editor, "", instead_of=1)
    (run,) = page.document.draft().blocks[0].runs
    assert (run.text, run.placeholder) == ("【待填：甲待填：乙】", False)


@pytest.mark.parametrize(
    ("line", "start", "stop", "result"),
    [
        ("前**粗体字**后", 1, 3, "前**x字**后"),
        ("**粗**", 0, 1, "**x**"),
        ("前**【待填：数】**后", 1, 7, "前**x**后"),
        ("在[大会](=会议名称)上", 1, 3, "在x上"),
        ("在[大会场](=会议名称)上", 2, 3, "在[大x场](=会议名称)上"),
        ("前[疑](?)[注](^批)", 1, 3, "前x"),
    ],
)
def test_typing_over_marked_text_keeps_bold_and_no_other_mark(
    page: Page, line: str, start: int, stop: int, result: str
) -> None:
    page.open(line)
    page.select((0, start), (0, stop))
    page.qtbot.keyClicks(page.editor, "x")
    assert page.lines() == [result]


@pytest.mark.parametrize(
    ("lines", "stop", "result"),
    [
        ("\\\n\\\n**粗**细", (2, 2), "**x**"),
        ("**粗**\n细", (1, 1), "**粗**x"),
        ("甲\n**粗**", (1, 0), "甲x**粗**"),
    ],
)
def test_typing_over_ends_of_lines_is_bold_where_the_first_letter_is(
    page: Page, lines: str, stop: tuple[int, int], result: str
) -> None:
    page.open(lines)
    page.select((0, 0 if lines[0] == "\\" else 1), stop)
    page.qtbot.keyClicks(page.editor, "x")
    assert page.lines() == [result]


def test_the_cursor_stays_where_a_selection_was_taken_out_while_the_line_is_made_sound(page: Page) -> None:
    page.open("@稿次 送审稿\n今天开会，【待填：任务】。我讲[一](=@意见数)点意见。\n# 甲")
    page.select((0, 1), (1, 6))
    page.press(Qt.Key.Key_Delete)
    assert page.lines()[0] == "@稿次 送。我讲[一](=@意见数)点意见。"
    assert page.editor.textCursor().position() == 1


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Delete, PLAIN), (Qt.Key.Key_Backspace, PLAIN), (Qt.Key.Key_X, CONTROL)],
)
def test_where_all_is_taken_out_a_paragraph_of_body_is_left(
    page: Page, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    page.open(WHOLE)
    before = page.document.draft()
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(key, modifier)
    assert page.lines() == ["\\"]
    page.type("一、")
    page.type("新的稿子")
    assert page.lines() == ["# 新的稿子"]
    page.undo_all()
    assert page.document.draft() == before


def test_what_takes_the_place_of_all_is_body(page: Page) -> None:
    page.open(WHOLE)
    for put_in in (page.type, page.paste_text):
        page.press(Qt.Key.Key_A, CONTROL)
        put_in("重新写。")
        assert page.lines() == ["重新写。"]
        page.press(Qt.Key.Key_Z, CONTROL)
    page.press(Qt.Key.Key_A, CONTROL)
    page.paste_text("各位来宾：\n大家好。")
    assert page.lines() == ["各位来宾：", "大家好。"]
    page.press(Qt.Key.Key_Z, CONTROL)
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Return)
    assert page.lines() == ["\\", "\\"]


def test_what_is_composed_over_all_is_body_and_cancelled_brings_all_back(page: Page) -> None:
    page.open(WHOLE)
    before = page.document.draft()
    page.press(Qt.Key.Key_A, CONTROL)
    page.compose("chong")
    page.compose("")
    assert page.document.draft() == before
    assert not page.document.isUndoAvailable()
    page.compose("chong")
    page.type("重新写。")
    assert page.lines() == ["重新写。"]
    assert page.undo_all() == 1


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier | CONTROL),
    ],
)
def test_a_letter_or_digit_with_alt_is_no_text(
    page: Page, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    page.open("正文。")
    page.press(key, modifiers)
    assert page.lines() == ["正文。"]


def test_a_sign_that_a_keyboard_has_with_altgr_is_text(page: Page) -> None:
    page.open("正文。")
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Percent, Qt.KeyboardModifier.AltModifier | CONTROL, "%"
    )
    QApplication.sendEvent(page.editor, event)
    assert page.lines() == ["%正文。"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_undo_of_a_word_that_a_key_took_out_selects_nothing(page: Page, key: Qt.Key) -> None:
    page.open("大家好，今天开会。")
    page.editor.by_word.cut = lambda text: [text[at : at + 2] for at in range(0, len(text), 2)]
    page.at(0, 4 if key == Qt.Key.Key_Delete else 6)
    before = page.editor.textCursor().position()
    page.press(key, CONTROL)
    assert page.lines() != ["大家好，今天开会。"]
    page.editor.undo()
    cursor = page.editor.textCursor()
    assert not cursor.hasSelection() and cursor.position() == before
    page.type("新")
    assert page.lines() == ["大家好，新今天开会。" if key == Qt.Key.Key_Delete else "大家好，今天新开会。"]


def test_undo_of_what_an_input_method_mended_selects_nothing(page: Page) -> None:
    page.open("大家耗，今天开会。")
    page.at(0, 3)
    event = QInputMethodEvent("", [])
    event.setCommitString("好", -1, 1)
    QApplication.sendEvent(page.editor, event)
    assert page.lines() == ["大家好，今天开会。"]
    page.editor.undo()
    assert page.lines() == ["大家耗，今天开会。"]
    page.type("新")
    assert page.lines() == ["大家耗新，今天开会。"]

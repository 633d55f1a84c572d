"""Find and replace with real keys: what is found, marked, asked and replaced."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QTextEdit, QWidget

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup, print_block
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.find.bar import FindBar, Scope
from app.ui.main_window import MainWindow
from app.ui.messages import Message
from app.ui.theme import Theme
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese

TEXT = """+++
[事实]
会议名称 = "全市推进会议"
单位数 = 12
+++
@标题 在[全市推进会议](=会议名称)上
# 统一思想
推进一步，再推进一步。
# 推进落实
抓[12](=单位数)家，12家，plan A，讲[两](=@意见数)点。
"""

TWO_FACTS = """+++
[事实]
会议名称 = "12项工作会"
单位数 = 12
+++
@标题 在[12项工作会](=会议名称)上
抓[12](=单位数)家，12家。
"""

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def written(window: MainWindow, qtbot) -> MainWindow:
    """The window with a small draft, the cursor at its start."""
    window.bench.show_draft(parse_markup(TEXT, counting_ids()))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor(window).setFocus()
    qtbot.wait(10)
    return window


def editor(window: MainWindow) -> SpeechEditor:
    assert window.bench.page is not None
    return window.bench.page.editor


def draft(window: MainWindow) -> Draft:
    assert window.bench.document is not None
    return window.bench.document.draft()


def texts(window: MainWindow) -> list[str]:
    return [block.text for block in draft(window).blocks]


def bar(window: MainWindow) -> FindBar:
    return window.finding.bar


def selected(window: MainWindow) -> tuple[int, str]:
    return editor(window).current_block_index(), editor(window).textCursor().selectedText()


Look = Callable[[str], FindBar]


@pytest.fixture
def look_for(written: MainWindow, qtbot) -> Look:
    """Opens the bar by its key and types what is looked for, and what comes in its place."""

    def look(text: str, replacement: str | None = None) -> FindBar:
        key = Qt.Key.Key_F if replacement is None else Qt.Key.Key_H
        qtbot.keyClick(editor(written), key, CONTROL)
        assert bar(written).isVisible() and bar(written).sought.hasFocus()
        type_chinese(bar(written).sought, text)
        if replacement is not None:
            qtbot.keyClick(bar(written).sought, Qt.Key.Key_Tab)
            assert bar(written).replacement.hasFocus()
            type_chinese(bar(written).replacement, replacement)
        return bar(written)

    return look


def marks(window: MainWindow) -> list[str]:
    """What is marked as found: on a ground of its own, other than a fact with the cursor in it."""
    found: list[QTextEdit.ExtraSelection] = editor(window).extraSelections()
    on_ground = [each for each in found if each.format.hasProperty(QTextFormat.Property.BackgroundBrush)]  # type: ignore[attr-defined]
    return [each.cursor.selectedText() for each in on_ground]  # type: ignore[attr-defined]


def test_what_is_typed_is_found_from_the_cursor_on_and_marked(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    written.text.go_to_block(2)
    qtbot.wait(10)
    shown = look_for("推进")
    assert shown.count.text() == "共 4 处 · 第 2 处"
    assert selected(written) == (2, "推进")
    assert marks(written) == ["推进"] * 4


def test_all_of_the_count_is_to_be_read_also_of_thousands_beside_a_page_no_wider_than_it_must_be(
    window: MainWindow, qtbot
) -> None:
    window.bench.show_draft(parse_markup("\n".join(["的" * 100] * 120), counting_ids()))
    window.resize(900, 700)
    editor(window).moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor(window), Qt.Key.Key_F, CONTROL)
    type_chinese(bar(window).sought, "的")
    qtbot.keyClick(bar(window).sought, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    count = bar(window).count
    assert count.text() == "共 12,000 处 · 第 12,000 处"
    qtbot.waitUntil(lambda: count.width() >= count.sizeHint().width())
    assert window.bench.page is not None
    assert bar(window).minimumSizeHint().width() <= window.bench.page.least_width


def test_return_and_f3_go_on_and_with_shift_back_round_and_round(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    shown = look_for("推进")
    places = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F3):
        qtbot.keyClick(shown.sought, key)
        places.append(shown.count.text())
    qtbot.keyClick(shown.sought, Qt.Key.Key_F3, SHIFT)
    qtbot.keyClick(shown.sought, Qt.Key.Key_Return, SHIFT)
    places.append(shown.count.text())
    qtbot.keyClick(shown.sought, Qt.Key.Key_Return, SHIFT)
    assert [place[-3] for place in [*places, shown.count.text()]] == ["2", "3", "1", "4"]
    assert "从末尾找起" in shown.note.text()


def test_f3_goes_on_when_the_bar_is_closed(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("推进")
    qtbot.keyClick(shown.sought, Qt.Key.Key_Escape)
    assert not shown.isVisible() and editor(written).hasFocus()
    assert marks(written) == []
    assert selected(written) == (0, "推进")
    qtbot.keyClick(editor(written), Qt.Key.Key_F3)
    assert selected(written) == (2, "推进")


def test_f3_without_anything_to_look_for_opens_the_bar(written: MainWindow, qtbot) -> None:
    qtbot.keyClick(editor(written), Qt.Key.Key_F3)
    assert bar(written).sought.hasFocus()


def test_the_selected_words_are_looked_for(written: MainWindow, qtbot) -> None:
    written.text.go_to_block(2)
    for _ in range(2):
        qtbot.keyClick(editor(written), Qt.Key.Key_Right, SHIFT)
    qtbot.wait(10)
    qtbot.keyClick(editor(written), Qt.Key.Key_F, CONTROL)
    assert bar(written).sought.text() == "推进"


def test_a_selection_over_several_lines_is_where_is_looked(
    written: MainWindow, qtbot, look_for: Look
) -> None:
    written.text.go_to_block(2)
    qtbot.keyClick(editor(written), Qt.Key.Key_Down, SHIFT)
    qtbot.wait(10)
    shown = look_for("推进")
    assert shown.chosen_scope is Scope.SELECTION
    assert shown.count.text().startswith("共 2 处")


def select_two_lines(window: MainWindow, qtbot) -> None:
    window.text.go_to_block(2)
    qtbot.keyClick(editor(window), Qt.Key.Key_Down, SHIFT)
    qtbot.wait(10)


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_F3])
def test_lines_that_are_selected_no_more_are_not_where_is_looked_when_the_bar_opens_again(
    written: MainWindow, qtbot, look_for: Look, key: Qt.Key
) -> None:
    select_two_lines(written, qtbot)
    shown = look_for("12家")
    assert shown.count.text() == "没有找到"
    qtbot.keyClick(shown.sought, Qt.Key.Key_Escape)
    written.text.go_to_block(0)
    qtbot.keyClick(editor(written), key, CONTROL if key == Qt.Key.Key_F else Qt.KeyboardModifier.NoModifier)
    assert shown.chosen_scope is Scope.ALL
    assert shown.count.text().startswith("共 2 处")


def test_a_word_that_is_selected_after_lines_were_is_looked_for_everywhere(
    written: MainWindow, qtbot, look_for: Look
) -> None:
    select_two_lines(written, qtbot)
    shown = look_for("推进")
    qtbot.keyClick(shown.sought, Qt.Key.Key_Escape)
    written.text.go_to_block(4)
    qtbot.keyClick(editor(written), Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(editor(written), Qt.Key.Key_F, CONTROL)
    assert (shown.chosen_scope, shown.sought.text()) == (Scope.ALL, "抓")
    assert shown.count.text() == "共 1 处 · 第 1 处"


def test_looking_in_selected_lines_goes_on_while_the_bar_is_not_left(
    written: MainWindow, qtbot, look_for: Look
) -> None:
    select_two_lines(written, qtbot)
    shown = look_for("推进")
    qtbot.keyClick(shown.sought, Qt.Key.Key_H, CONTROL)
    assert shown.replacement.isVisible() and shown.chosen_scope is Scope.SELECTION
    assert shown.count.text().startswith("共 2 处")


def choose(shown: FindBar, scope: Scope, qtbot) -> None:
    shown.scope.setFocus()
    qtbot.keyClick(shown.scope, Qt.Key.Key_Home)
    while shown.chosen_scope is not scope:
        qtbot.keyClick(shown.scope, Qt.Key.Key_Down)


def test_the_section_is_that_of_the_hit_that_is_seen(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("再")
    assert selected(written) == (2, "再")
    choose(shown, Scope.SECTION, qtbot)
    assert shown.scope.currentText() == "本节 一、" and shown.count.text().startswith("共 1 处")
    assert selected(written) == (2, "再")
    qtbot.keyClick(shown.sought, Qt.Key.Key_Return)
    assert selected(written) == (2, "再") and shown.scope.currentText() == "本节 一、"
    qtbot.mouseClick(editor(written).viewport(), Qt.MouseButton.LeftButton, pos=begin(written, 0))
    assert shown.scope.currentText() == "本节" and shown.count.text() == "没有找到"


def begin(window: MainWindow, index: int) -> QPoint:
    """Where a block begins on the screen."""
    at = QTextCursor(editor(window).document().findBlockByNumber(index))
    return editor(window).cursorRect(at).center()


def test_the_section_is_that_of_the_cursor_wherever_the_writer_goes_and_is_named(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    written.text.go_to_block(2)
    shown = look_for("家", "户")
    choose(shown, Scope.SECTION, qtbot)
    assert shown.scope.currentText() == "本节 二、"
    written.text.go_to_block(2)
    assert shown.count.text() == "没有找到" and shown.scope.currentText() == "本节 一、"
    written.text.go_to_block(4)
    assert shown.scope.currentText() == "本节 二、" and "推进落实" in shown.scope.toolTip()
    assert shown.count.text() == "共 2 处"
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert texts(written)[4].startswith("抓12户，12户")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Escape)
    written.text.go_to_block(2)
    qtbot.keyClick(editor(written), Qt.Key.Key_F, CONTROL)
    assert shown.scope.currentText() == "本节 一、"
    choose(shown, Scope.ALL, qtbot)
    assert [shown.scope.itemText(at) for at in range(4)] == ["全文", "标题", "本节", "选中"]


def test_a_section_without_a_heading_is_named_by_its_name(written: MainWindow, look_for: Look, qtbot) -> None:
    written.bench.show_draft(parse_markup("开头的话。{节=开头语}\n正文。\n", counting_ids()))
    shown = look_for("正文")
    choose(shown, Scope.SECTION, qtbot)
    assert shown.scope.currentText() == "本节 开头语"
    assert shown.count.text().startswith("共 1 处")


def test_the_section_is_also_the_cursors_when_text_was_put_before_the_writer(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    written.text.go_to_block(2)
    shown = look_for("家")
    choose(shown, Scope.SECTION, qtbot)
    written.text.go_to_block(2)
    qtbot.keyClick(editor(written), Qt.Key.Key_1, CONTROL)
    qtbot.waitUntil(lambda: shown.scope.currentText() == "本节 二、")


def test_a_hit_in_a_number_is_shown_and_never_replaced(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("一、", "壹")
    assert shown.count.text() == "共 1 处 · 第 1 处"
    assert selected(written) == (1, "")
    assert "序号由程序编排" in shown.note.text()
    before = texts(written)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert texts(written) == before
    assert "1 处在序号里" in shown.note.text()


def test_one_is_replaced_and_the_next_is_gone_to(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("一步", "两步")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    assert texts(written)[2] == "推进两步，再推进一步。"
    assert selected(written) == (2, "一步")
    assert shown.count.text() == "共 1 处 · 第 1 处"
    qtbot.keyClick(editor(written), Qt.Key.Key_Z, CONTROL)
    assert texts(written)[2] == "推进一步，再推进一步。"


def test_a_replacement_with_the_searched_text_in_it_comes_in_once(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    shown = look_for("一步", "一步步")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    assert texts(written)[2] == "推进一步步，再推进一步步。"


def test_all_are_replaced_in_one_step(written: MainWindow, look_for: Look, qtbot) -> None:
    before = draft(written)
    shown = look_for("一步", "两步")
    qtbot.mouseClick(shown.replace_all, Qt.MouseButton.LeftButton)
    assert texts(written)[2] == "推进两步，再推进两步。"
    assert shown.note.text() == "替换了 2 处。"
    qtbot.keyClick(editor(written), Qt.Key.Key_Z, CONTROL)
    assert draft(written) == before


def test_what_came_of_replacing_is_not_said_any_more_when_it_was_undone(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    shown = look_for("一步", "两步")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    qtbot.wait(50)
    assert shown.note.text() == "替换了 2 处。"
    editor(written).setFocus()
    qtbot.keyClick(editor(written), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "替换了" not in shown.note.text())


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CONTROL])
def test_undo_after_replacing_takes_the_replacement_back_also_with_the_cursor_in_the_bar(
    written: MainWindow, look_for: Look, qtbot, modifier: Qt.KeyboardModifier
) -> None:
    before = draft(written)
    shown = look_for("推进一步", "前进一步")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, modifier)
    qtbot.waitUntil(written.commands["undo"].isEnabled)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Z, CONTROL)
    assert draft(written) == before
    assert (shown.sought.text(), shown.replacement.text()) == ("推进一步", "前进一步")


def test_undo_in_the_bar_takes_back_what_was_typed_there_while_nothing_was_replaced(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    before = draft(written)
    shown = look_for("一步", "两步")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Z, CONTROL)
    assert shown.replacement.text() == ""
    assert draft(written) == before


def test_a_line_break_in_the_replacement_of_a_pattern_is_refused_with_a_word(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    before = draft(written)
    shown = look_for("步，", "步\\n")
    qtbot.mouseClick(shown.pattern, Qt.MouseButton.LeftButton)
    for modifier in (Qt.KeyboardModifier.NoModifier, CONTROL):
        shown.replacement.setFocus()
        qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, modifier)
        assert shown.note.text().startswith("替换里写了“\\n”，这里不认。") and shown.note.isVisible()
    assert draft(written) == before


def test_after_replacing_all_nothing_is_selected_that_typing_would_destroy(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    written.bench.show_draft(parse_markup("正文【待填：三】再看正文。", counting_ids()))
    shown = look_for("正文", "文")
    qtbot.mouseClick(shown.replace_all, Qt.MouseButton.LeftButton)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Escape)
    assert editor(written).hasFocus() and not editor(written).textCursor().hasSelection()
    type_chinese(editor(written), "新")
    assert print_block(draft(written).blocks[0]) == "新文【待填：三】再看文。"


def test_after_replacing_all_the_cursor_is_between_the_words_where_it_was(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    written.bench.show_draft(parse_markup("讲正文，看正文【待填：三】，写正文。", counting_ids()))
    for _ in range(5):
        qtbot.keyClick(editor(written), Qt.Key.Key_Right)
    shown = look_for("正文", "文")
    assert shown.count.text() == "共 3 处 · 第 2 处"
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Escape)
    type_chinese(editor(written), "新")
    assert print_block(draft(written).blocks[0]) == "讲文，看新文【待填：三】，写文。"


def test_a_hit_in_a_fact_asks_and_changes_the_fact(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("会议", "大会")
    assert "这里是事实“会议名称”" in shown.note.text()
    press("改事实")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    assert draft(written).facts.get("会议名称") == "全市推进大会"
    assert texts(written)[0] == "在全市推进大会上"


def test_that_a_hit_is_in_a_fact_is_not_said_any_more_when_the_writer_goes_on(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    shown = look_for("全市推进会议")
    qtbot.waitUntil(lambda: shown.note.text() == "这里是事实“会议名称”。")
    editor(written).setFocus()
    qtbot.keyClick(editor(written), Qt.Key.Key_Down)
    assert "事实" not in shown.note.text()


def test_a_hit_in_a_fact_may_be_changed_here_only(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("会议", "大会")
    press("只改这里")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    assert draft(written).facts.get("会议名称") == "全市推进会议"
    assert texts(written)[0] == "在全市推进大会上"


def test_thinking_better_of_it_changes_nothing(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    before = draft(written)
    shown = look_for("会议", "大会")
    press("取消", "取消")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert draft(written) == before


def test_a_reckoned_value_can_be_changed_here_only(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("两", "三")
    press("只改这里")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return)
    assert "讲三点" in texts(written)[4]
    assert "程序计算的“意见数”" in press.told[0]


@pytest.mark.parametrize(
    ("choice", "title", "fact"),
    [
        ("改事实", "在全市抓实会议上", "全市抓实会议"),
        ("只改这里", "在全市抓实会议上", "全市推进会议"),
        ("只替换其余", "在全市推进会议上", "全市推进会议"),
    ],
)
def test_replacing_all_asks_once_what_becomes_of_facts(
    written: MainWindow, look_for: Look, qtbot, press: Presser, choice: str, title: str, fact: str
) -> None:
    before = draft(written)
    shown = look_for("推进", "抓实")
    press(choice)
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert texts(written)[0] == title and draft(written).facts.get("会议名称") == fact
    assert texts(written)[2:4] == ["抓实一步，再抓实一步。", "抓实落实"]
    qtbot.keyClick(editor(written), Qt.Key.Key_Z, CONTROL)
    assert draft(written) == before


def test_a_fact_that_cannot_say_it_is_told(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    written.bench.show_draft(parse_markup(TWO_FACTS, counting_ids()))
    shown = look_for("12", "许多")
    press("改事实")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert "事实“单位数”不能照这样改，1 处不动。" in press.told[0]
    assert texts(written) == ["在许多项工作会上", "抓12家，许多家。"]
    assert shown.note.text() == "替换了 2 处。1 处是事实“单位数”，请到右边的事实栏里改。"


@pytest.mark.parametrize(
    ("sought", "new", "told"),
    [
        ("12", "许多", "要改事实，请到右边的事实栏里改。"),
        ("在全市", "于全市", "要改事实，请到右边的事实栏里改。"),
        ("两", "三", "它跟着稿子自动变。"),
    ],
)
def test_changing_the_fact_is_offered_only_where_one_can_be_changed(
    written: MainWindow, look_for: Look, qtbot, press: Presser, sought: str, new: str, told: str
) -> None:
    """A value of another kind, half a fact with words before it, a reckoned value: no fact says the new text."""
    before = texts(written)
    shown = look_for(sought, new)
    press("只改这里")
    press.when(Message, lambda asked: offered.extend(each.text() for each in asked.findChildren(QPushButton)))
    offered: list[str] = []
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert "只改这里" in offered and "改事实" not in offered
    assert told in press.told[0] and ("绑定" in press.told[0]) == ("事实" in press.told[0])
    assert texts(written) == [text.replace(sought, new) for text in before]


def test_facts_and_reckoned_values_that_cannot_say_it_are_told_apart(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("两|12", "许多")
    shown.pattern.click()
    press("只改这里")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    said = press.told[0]
    assert "事实的值不能照这样改" in said and "程序计算的跟着稿子自动变" in said
    assert "这几处就不再跟着变；事实可以在右边重新绑定。" in said


def test_where_no_fact_can_be_changed_the_first_offer_leaves_it_and_replaces_the_others(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("12", "许多")
    press.when(Message, lambda asked: qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return))
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert texts(written)[4].startswith("抓12家，许多家")
    assert shown.note.text() == "替换了 1 处。"


def test_a_reckoned_value_that_changing_facts_left_is_told_as_one(
    written: MainWindow, look_for: Look, qtbot, press: Presser
) -> None:
    shown = look_for("两|推进", "三")
    shown.pattern.click()
    press("改事实")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert shown.note.text() == "替换了 4 处。1 处是程序计算的“意见数”，跟着稿子自动变。"


def test_options_are_reached_by_tab_and_space(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("PLAN a")
    assert shown.count.text().startswith("共 1 处")
    reached: QWidget | None = shown.sought
    while reached is not shown.case:
        qtbot.keyClick(reached, Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
    qtbot.keyClick(shown.case, Qt.Key.Key_Space)
    assert shown.count.text() == "没有找到"


def test_whole_words_are_cut_beside_the_window(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("落")
    assert shown.count.text().startswith("共 1 处")
    qtbot.mouseClick(shown.word, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.count.text() == "没有找到")
    shown.sought.selectAll()
    type_chinese(shown.sought, "落实")
    qtbot.waitUntil(lambda: shown.count.text() == "共 1 处 · 第 1 处")


def test_a_pattern_that_cannot_be_read_is_told_in_the_bar(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("(推进", "x")
    qtbot.mouseClick(shown.pattern, Qt.MouseButton.LeftButton)
    assert "看不懂" in shown.note.text() and shown.note.isVisible() and shown.sought.property("wrong")
    type_chinese(shown.sought, "|再)")
    assert shown.count.text().startswith("共 5 处") and not shown.sought.property("wrong")


def test_headings_and_the_section_can_be_chosen(written: MainWindow, look_for: Look, qtbot) -> None:
    written.text.go_to_block(3)
    qtbot.wait(10)
    shown = look_for("推进")
    counts = {}
    for scope in (Scope.HEADINGS, Scope.SECTION):
        shown.scope.setFocus()
        while shown.chosen_scope is not scope:
            qtbot.keyClick(shown.scope, Qt.Key.Key_Down)
        counts[scope] = shown.count.text()[:3]
    assert counts == {Scope.HEADINGS: "共 2", Scope.SECTION: "共 1"}


def test_the_count_follows_what_is_typed_on_the_page(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("推进")
    written.text.go_to_block(4)
    type_chinese(editor(written), "推进")
    qtbot.waitUntil(lambda: shown.count.text() == "共 5 处")


def test_the_bar_goes_on_to_the_next_draft(written: MainWindow, look_for: Look, qtbot) -> None:
    shown = look_for("推进")
    written.bench.show_draft(parse_markup("推进。\n"))
    qtbot.wait(20)
    assert shown.isVisible() and shown.count.text().startswith("共 1 处")


def test_a_draft_that_may_only_be_read_is_searched_and_not_changed(
    written: MainWindow, look_for: Look
) -> None:
    editor(written).setReadOnly(True)
    shown = look_for("推进")
    assert shown.count.text().startswith("共 4 处")
    assert not shown.replacement.isVisible() and not shown.replace_all.isVisible()


def test_every_control_of_the_bar_has_a_name(written: MainWindow, look_for: Look) -> None:
    shown = look_for("推进", "抓")
    for widget in shown.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)()


@pytest.mark.parametrize("width", [1280, 900, 640, 500])
def test_all_of_the_bar_is_to_be_read_and_reached_however_narrow_the_window(
    written: MainWindow, look_for: Look, qtbot, width: int
) -> None:
    written.text.go_to_block(4)
    shown = look_for("家", "户")
    choose(shown, Scope.SECTION, qtbot)
    written.resize(width, 700)

    def spoiled() -> list[str]:
        parts = [
            each
            for each in shown.findChildren(QWidget)
            if each.isVisible() and not each.findChildren(QWidget)
        ]
        places = {each: QRect(each.mapTo(shown, QPoint()), each.size()) for each in parts}
        cut = [
            each
            for each, place in places.items()
            if not shown.rect().contains(place)
            or (isinstance(each, QAbstractButton | QComboBox) and each.width() < each.sizeHint().width())
        ]
        over = [
            each for each, place in places.items() for other in parts
            if other is not each and place.intersects(places[other])
        ]  # fmt: skip
        return [each.accessibleName() or each.objectName() for each in {*cut, *over}]

    qtbot.waitUntil(lambda: shown.mapTo(written, shown.rect().bottomRight()).x() <= width)
    qtbot.waitUntil(lambda: spoiled() == [])
    assert shown.note.width() >= shown.note.sizeHint().width() or shown.note.wordWrap()


def test_marks_turn_dark_with_the_window(
    written: MainWindow, look_for: Look, qtbot, theme: Theme, qapp
) -> None:
    look_for("推进")

    def colours() -> set[str]:
        found: list[QTextEdit.ExtraSelection] = editor(written).extraSelections()
        return {each.format.background().color().name() for each in found}  # type: ignore[attr-defined]

    light = colours()
    theme.dress(qapp, dark=True)
    qtbot.waitUntil(lambda: colours() != light)


def test_what_happens_at_once_after_typing_is_done_to_what_stands_there(
    written: MainWindow, look_for: Look, qtbot
) -> None:
    shown = look_for("一步", "两步")
    written.text.go_to_block(2)
    type_chinese(editor(written), "大家")
    qtbot.keyClick(shown.replacement, Qt.Key.Key_Return, CONTROL)
    assert texts(written)[2] == "大家推进两步，再推进两步。"

"""A fact that decides what a section says: the section is named at its box until it is made anew."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.jobs.making import new_draft
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.templating.answers import Answers
from app.templating.binding import fact_changed
from app.templating.compose import compose
from app.templating.library import load_library
from app.templating.rendering import Renderer
from app.ui.forms.row import FieldRow
from app.ui.main_window import MainWindow
from app.ui.sections.remake_dialog import RemakeDialog
from tests.templating.small_library import write, write_library
from tests.ui.hands import type_chinese
from tests.ui.sections.conftest import texts

THREE = ("市××局作工作汇报", "××县作交流发言", "市长×××讲话")


@pytest.fixture
def hosted(window: MainWindow, program: Program, qtbot) -> MainWindow:
    """The window with a 主持词 open, three items on its agenda."""
    draft = new_draft(program, "zhuchici", Answers(FactSheet((("议程", THREE),)))).draft
    window.files.take(Opened(draft, None))
    qtbot.waitUntil(lambda: "议程" in window.bench.facts.facts.rows)
    return window


@pytest.fixture
def draft(hosted: MainWindow) -> Callable[[], Draft]:
    document = hosted.bench.document
    assert document is not None
    return document.draft


def row(window: MainWindow, name: str) -> FieldRow:
    return window.bench.facts.facts.rows[name]


def links(window: MainWindow, name: str = "议程") -> list[QPushButton]:
    """What can be made anew at the box of a fact."""
    found = row(window, name).behind.findChildren(QPushButton)
    return (
        [button for button in found if not button.isHidden()] if row(window, name).behind.isVisible() else []
    )


def offered(window: MainWindow, name: str = "议程") -> list[str]:
    return [button.text() for button in links(window, name)]


def add_to_agenda(window: MainWindow, item: str, qtbot) -> None:
    edit = row(window, "议程").findChildren(QPlainTextEdit)[0]
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    type_chinese(edit, item)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert window.bench.facts.commit()


def test_sections_that_a_longer_list_decides_on_are_named_and_made_anew_by_a_click(
    hosted: MainWindow, draft: Callable[[], Draft], qtbot, press
) -> None:
    add_to_agenda(hosted, "签订责任书", qtbot)
    assert not any("签订责任书" in text for text in texts(draft()))
    qtbot.waitUntil(lambda: offered(hosted) == ["重做“议程”…", "重做“逐项串联”…"])

    def agree(dialog: RemakeDialog) -> None:
        assert "新增 1 段" in dialog.told()
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    press.when(RemakeDialog, agree)
    qtbot.mouseClick(links(hosted)[0], Qt.MouseButton.LeftButton)
    assert sum("签订责任书" in text for text in texts(draft())) == 1
    qtbot.waitUntil(lambda: offered(hosted) == ["重做“逐项串联”…"])
    hosted.text.undo()
    qtbot.waitUntil(lambda: len(links(hosted)) == 2)


def test_a_fact_that_is_changed_in_the_text_names_its_sections_too(
    window: MainWindow, program: Program, qtbot
) -> None:
    facts = FactSheet((("会议名称", "全市会议"), ("领域", "生态环保")))
    draft = new_draft(program, "tuijinhui", Answers(facts)).draft
    window.files.take(Opened(draft, None))
    qtbot.waitUntil(lambda: "领域" in window.bench.facts.facts.rows)
    window.text.change(lambda now: fact_changed(now, "领域", "教育", program.library.facts))
    qtbot.waitUntil(lambda: "重做“任务”…" in offered(window, "领域"))
    assert offered(window, "会议名称") == []


def test_where_the_change_is_taken_back_no_section_is_named(hosted: MainWindow, qtbot) -> None:
    add_to_agenda(hosted, "签订责任书", qtbot)
    qtbot.waitUntil(lambda: len(links(hosted)) == 2)
    hosted.text.undo()
    qtbot.waitUntil(lambda: not links(hosted))


def test_a_fact_that_is_only_printed_names_no_section(hosted: MainWindow, qtbot) -> None:
    edit = row(hosted, "会议名称").findChildren(QLineEdit)[0]
    type_chinese(edit, "全市会议")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    add_to_agenda(hosted, "签订责任书", qtbot)
    qtbot.waitUntil(lambda: len(links(hosted)) == 2)  # the one asked later is answered
    assert offered(hosted, "会议名称") == []


OWN = """+++
名称 = "按重点讲"
部件 = ["renshi"]
层 = "认识"
字数 = 100
[字段.重点]
类型 = "文字"
+++
# 抓好落实
{% if 重点 %}
{{ 重点 }}是重点。
{% endif %}
各级都要行动。
"""


def test_a_field_that_decides_names_its_own_section_while_the_cursor_is_in_it(
    window: MainWindow, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    ours = write_library(tmp_path)
    write(ours, "sections/rs_zhongdian.j2", OWN)
    library = load_library([ours])
    monkeypatch.setitem(program.__dict__, "library", library)
    made = compose(library, Renderer(), "xiaohui", FactSheet(), {"renshi": "rs_zhongdian"}, {})
    window.bench.facts.set_library(library)
    window.files.take(Opened(made, None))
    window.text.go_to_block(next(at for at, block in enumerate(made.blocks) if block.text == "抓好落实"))
    panel = window.bench.facts
    qtbot.waitUntil(lambda: "重点" in panel.fields.rows)
    type_chinese(panel.fields.rows["重点"].findChildren(QLineEdit)[0], "开工")
    assert panel.commit()
    behind = panel.fields.rows["重点"].behind
    qtbot.waitUntil(lambda: [each.text() for each in behind.findChildren(QPushButton)] == ["重做“认识”…"])


def test_another_draft_begins_without_any(hosted: MainWindow, program: Program, qtbot) -> None:
    add_to_agenda(hosted, "签订责任书", qtbot)
    qtbot.waitUntil(lambda: len(links(hosted)) == 2)
    hosted.bench.show_draft(new_draft(program, "zhuchici", Answers(FactSheet())).draft)
    assert offered(hosted) == []


def test_a_fact_that_says_which_slots_there_are_is_told_to_change_nothing_that_stands(
    window: MainWindow, program: Program, qtbot
) -> None:
    window.files.take(Opened(new_draft(program, "gongzuohuiyi", Answers(FactSheet())).draft, None))
    qtbot.waitUntil(lambda: "工作会议类型" in window.bench.facts.facts.rows)
    combo = row(window, "工作会议类型").findChildren(QComboBox)[0]
    combo.setFocus()
    with qtbot.waitSignal(window.bench.facts.told) as said:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert "“工作会议类型”定着有哪几个部件" in said.args[0]

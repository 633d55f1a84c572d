"""What an input method composes, commits and cancels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethod, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.core import structure
from app.core.kinds import Kind
from tests.ui.editor.pages import Page

SPEECH = "# 甲乙\n## 丙丁\n正文一\n正文二"


def commits(monkeypatch: pytest.MonkeyPatch, page: Page, text: str) -> None:
    """Let the system's input method answer a call to commit with a text, as it does."""

    def commit(_: object) -> None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(page.editor, event)

    monkeypatch.setattr(QInputMethod, "commit", commit)
    assert QGuiApplication.inputMethod() is not None


def test_a_placeholder_comes_back_when_composing_over_it_is_cancelled(page: Page) -> None:
    page.open("完成【待填：个数】个")
    page.press(Qt.Key.Key_Tab)
    page.compose("shi")
    page.compose("")
    assert page.lines() == ["完成【待填：个数】个"]
    assert page.selected() == "【待填：个数】"
    assert not page.document.isUndoAvailable() and not page.document.isRedoAvailable()
    assert not page.document.isModified()


@pytest.mark.parametrize("pending", [("shi", "shier"), ()])
def test_composing_over_a_placeholder_leaves_plain_text_in_one_step(
    page: Page, pending: tuple[str, ...]
) -> None:
    page.open("完成【待填：个数】个")
    page.press(Qt.Key.Key_Tab)
    for text in pending:
        page.compose(text)
    page.type("十二")
    assert page.lines() == ["完成十二个"]
    assert page.undo_all() == 1
    assert page.lines() == ["完成【待填：个数】个"]


@pytest.mark.parametrize("pending", [("n",), ()])
@pytest.mark.parametrize(
    ("start", "stop"), [((0, 1), (2, 1)), ((0, 0), (2, 0)), ((2, 0), (3, 0)), ((1, 0), (2, 1))]
)
def test_composing_over_several_blocks_is_one_step(
    page: Page, pending: tuple[str, ...], start: tuple[int, int], stop: tuple[int, int]
) -> None:
    page.open(SPEECH)
    before = page.document.draft()
    page.select(start, stop)
    for text in pending:
        page.compose(text)
    page.type("你")
    assert sum(line.count("你") for line in page.lines()) == 1
    assert page.undo_all() == 1
    assert page.document.draft() == before


def test_a_cancelled_composition_over_several_blocks_brings_them_back(page: Page) -> None:
    page.open(SPEECH)
    before = page.document.draft()
    page.select((0, 1), (2, 1))
    page.compose("ni")
    page.compose("")
    page.qtbot.wait(250)
    assert page.document.draft() == before
    assert not page.document.isUndoAvailable()


def test_what_was_composed_over_comes_back_where_the_composition_ends_without_a_word(page: Page) -> None:
    page.open("完成【待填：个数】个")
    page.press(Qt.Key.Key_Tab)
    page.compose("shi")
    page.document.firstBlock().layout().setPreeditArea(-1, "")
    page.press(Qt.Key.Key_Home)
    assert page.lines() == ["完成【待填：个数】个"]


def test_a_composition_that_ends_without_a_word_is_over(page: Page) -> None:
    page.open("# 甲\n正文\n# 乙")
    page.at(1, 1)
    page.compose("ni")
    assert page.document.composing()
    page.document.findBlockByNumber(1).layout().setPreeditArea(-1, "")
    assert not page.document.composing()


@pytest.mark.parametrize("text", ["\n", "丙\n丁"])
def test_a_line_end_that_is_committed_is_a_return(page: Page, text: str) -> None:
    page.open("# 甲")
    page.at(0, 1)
    page.type(text)
    assert page.lines() == (["# 甲", "\\"] if text == "\n" else ["# 甲丙", "丁"])
    assert page.undo_all() == 1


def test_pending_text_is_put_in_before_a_plan_is_made(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    page.open("# 甲\n文一\n# 乙\n文二")
    page.at(2, 1)
    page.compose("ni")
    commits(monkeypatch, page, "你")
    page.editor.change(lambda draft: structure.move(draft, 2, 4, 0))
    assert page.lines() == ["# 乙你", "文二", "# 甲", "文一"]
    assert page.editor.current_block_index() == 0


def test_pending_text_is_put_in_before_undo(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    page.open("甲")
    page.at(0, 1)
    page.type("乙")
    page.compose("bing")
    commits(monkeypatch, page, "丙")
    page.editor.undo()
    assert page.lines() in (["甲乙"], ["甲"])
    page.editor.redo()
    assert page.lines() == ["甲乙丙"]


def test_composing_over_bold_text_keeps_it_bold_and_formats_nothing_else(page: Page) -> None:
    page.open("前**粗体字**后")
    page.select((0, 1), (0, 3))
    page.compose("x")
    page.type("新")
    assert page.lines() == ["前**新字**后"]
    assert page.undo_all() == 1


def test_a_kind_is_set_while_composing(page: Page) -> None:
    page.open("# 甲\n正文")
    page.at(1, 1)
    page.compose("ni")
    page.editor.formatting.set_kind(Kind.H2)
    page.type("你")
    assert page.lines() == ["# 甲", "## 正你文"]


def test_the_input_method_is_told_where_the_cursor_is_in_the_window(page: Page) -> None:
    page.open("# 甲\n正文")
    page.at(1, 1)
    page.compose("ni")
    there = page.editor.cursorRect().topLeft() + page.editor.viewport().pos()
    told = QGuiApplication.inputMethod().cursorRectangle().topLeft().toPoint()
    assert page.editor.viewport().x() > 20
    assert (told - there).manhattanLength() <= 1

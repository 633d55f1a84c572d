"""A long draft at another zoom: what is not laid out yet is right as soon as somebody looks, and nothing jumps."""

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication

from app.core.outline import outline
from app.ui.editor import scaled_lines
from app.ui.editor.hoist import Hoist
from tests.ui.editor.pages import Page

SECTIONS = 60
CHINESE = "".join(
    "# 统一思想\n"
    + "会议的主要任务是，回顾工作、部署任务。" * (1 + at % 7)
    + "\n- 责任到人，到点验收。\n- 【时间】前到位。\n"
    for at in range(SECTIONS)
)
TEXT = "@标题 在全市工作会议上的讲话\n@称谓 同志们：\n" + "".join(
    f"# 第{at}项工作\n"
    + "会议的主要任务是，回顾工作、部署任务。" * (1 + at % 7)
    + "\n+ Between 2021 and 2025, the GDP of the city grew by 3.5% a year, from 1234.5 to 1417.6 billion. "
    * 2
    + "\n- 责任到人，到点验收。\n"
    for at in range(SECTIONS)
)
LAST = 2 + 5 * SECTIONS - 1
FAR = 2 + 5 * (SECTIONS // 2) + 1
"""A paragraph in the middle."""


@pytest.fixture
def written(page: Page, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A long draft whose page is never idle long enough for a line to be laid out that nobody asks for."""
    monkeypatch.setattr(scaled_lines, "_STRETCH", 0.0)
    page.open(TEXT)
    return page


@pytest.fixture
def rest(written: Page, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Lets the page be idle until all lines are laid out."""

    def done() -> bool:
        return all(block.layout().lineCount() for block in written.document.text_blocks())

    def idle() -> None:
        monkeypatch.setattr(scaled_lines, "_STRETCH", 0.001)
        written.qtbot.waitUntil(done)
        QApplication.processEvents()

    return idle


@pytest.fixture
def known(written: Page) -> Page:
    """A draft in Chinese of which all lines were laid out before: none has another number of them at another zoom."""
    written.open(CHINESE)
    written.qtbot.waitUntil(lambda: not waiting(written))
    return written


def waiting(page: Page) -> int:
    """How many lines of the draft are not laid out."""
    return sum(not block.layout().lineCount() for block in page.document.text_blocks())


def tops(page: Page) -> Iterator[float]:
    """Where each paragraph is on the page."""
    return (block.layout().position().y() for block in page.document.text_blocks())


def seen(page: Page) -> QImage:
    page.editor.viewport().setFocus()
    return page.editor.viewport().grab().toImage()


def test_only_what_is_seen_is_laid_out_with_a_zoom(written: Page) -> None:
    written.editor.set_zoom(150)
    QApplication.processEvents()
    assert waiting(written) > LAST // 2


@pytest.mark.parametrize("percent", [60, 110, 200])
def test_when_idle_all_lines_are_where_a_new_layout_puts_them(
    written: Page, rest: Callable[[], None], percent: int
) -> None:
    written.editor.set_zoom(percent)
    written.at(FAR, 3)
    written.editor.ensureCursorVisible()
    rest()
    grown = list(tops(written))
    height = written.document.documentLayout().documentSize().height()
    written.document.markContentsDirty(0, written.document.characterCount())
    rest()
    assert list(tops(written)) == pytest.approx(grown, abs=0.01)
    assert written.document.documentLayout().documentSize().height() == pytest.approx(height, abs=0.01)


@pytest.mark.parametrize("index", [FAR, LAST])
def test_the_line_with_the_cursor_stays_while_the_rest_is_laid_out(
    written: Page, rest: Callable[[], None], index: int
) -> None:
    written.at(index, 3)
    written.editor.ensureCursorVisible()
    before = written.editor.cursorRect().top()
    for percent in (110, 90, 100, 150):
        written.editor.set_zoom(percent)
        assert written.editor.cursorRect().top() == pytest.approx(before, abs=2)
    QApplication.processEvents()
    placed = written.editor.cursorRect().top()
    rest()
    assert written.editor.cursorRect().top() == pytest.approx(placed, abs=2)


def test_what_is_seen_stays_where_the_cursor_is_out_of_sight(written: Page, rest: Callable[[], None]) -> None:
    written.editor.set_zoom(150)
    bar = written.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    first = written.editor.cursorForPosition(QPoint(0, 0))
    top = written.editor.cursorRect(first).top()
    rest()
    assert written.editor.cursorForPosition(QPoint(0, 0)).blockNumber() == first.blockNumber()
    assert written.editor.cursorRect(first).top() == pytest.approx(top, abs=2)


@pytest.mark.parametrize("index", [FAR, LAST])
def test_a_far_place_is_seen_when_one_goes_there(written: Page, index: int) -> None:
    written.editor.set_zoom(175)
    written.editor.go_to_block(index)
    written.press(Qt.Key.Key_End)
    assert written.editor.viewport().rect().contains(written.editor.cursorRect())


def test_what_is_painted_of_a_far_part_is_what_is_painted_when_all_is_laid_out(
    known: Page, rest: Callable[[], None]
) -> None:
    """Text, numbers, 【…】, what is selected and what a search found."""
    known.editor.set_zoom(125)
    known.editor.go_to_block(SECTIONS * 2)
    known.select((SECTIONS * 2 - 1, 2), (SECTIONS * 3, 2))
    hit = QTextCursor(known.document.findBlockByNumber(SECTIONS * 2 + 1))
    hit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 4)
    known.editor.mark([hit], [SECTIONS * 2])
    QApplication.processEvents()
    assert waiting(known) > SECTIONS
    heads = [each for each in known.editor.page_margin.visible_blocks() if number_of(known, each)]
    assert len(heads) > 2 and all(block.layout().lineCount() for block in heads)
    shown = seen(known)
    rest()
    assert seen(known) == shown


def test_ctrl_end_shows_the_end(written: Page) -> None:
    written.editor.set_zoom(175)
    written.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert written.editor.textCursor().atEnd()
    assert written.editor.viewport().rect().contains(written.editor.cursorRect())


def test_arrows_go_from_line_to_line_whether_they_are_laid_out_or_not(
    written: Page, rest: Callable[[], None]
) -> None:
    def way() -> list[int]:
        found = []
        written.at(FAR, 4)
        for key in (*[Qt.Key.Key_Down] * 30, *[Qt.Key.Key_Up] * 60, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            written.press(key)
            found.append(written.editor.textCursor().position())
        return found

    written.editor.set_zoom(125)
    met = way()
    assert waiting(written)
    rest()
    assert way() == met


def test_a_click_in_a_far_part_goes_to_the_letter(written: Page) -> None:
    written.editor.set_zoom(125)
    written.editor.go_to_block(FAR)
    written.at(FAR + 1, 40)
    position, spot = written.editor.textCursor().position(), written.editor.cursorRect().center()
    written.at(FAR, 0)
    where = spot + QPoint(1, 0)
    written.qtbot.mouseClick(written.editor.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert written.editor.textCursor().position() == position


def test_undo_far_from_the_view_leaves_it_and_brings_the_text_back(
    written: Page, rest: Callable[[], None]
) -> None:
    before = written.lines()
    written.at(FAR, 5)
    written.press(Qt.Key.Key_Return)
    written.type("推进工作落实。" * 20)
    written.at(0, 0)
    written.editor.ensureCursorVisible()
    written.editor.set_zoom(150)
    while written.document.isUndoAvailable():
        written.editor.undo()
    assert written.lines() == before
    rest()
    grown = list(tops(written))
    written.document.markContentsDirty(0, written.document.characterCount())
    rest()
    assert list(tops(written)) == pytest.approx(grown, abs=0.01)


def test_what_is_far_below_a_new_line_is_known_to_be_further_below_at_once(
    written: Page, rest: Callable[[], None]
) -> None:
    written.editor.set_zoom(150)
    rest()
    end = QTextCursor(written.document)
    end.movePosition(QTextCursor.MoveOperation.End)
    bottom = written.editor.cursorRect(end).bottom()
    height = written.document.documentLayout().documentSize().height()
    written.at(2, 3)
    line = written.editor.cursorRect().height()
    pitch = written.document.firstBlock().blockFormat().lineHeight() * 1.5
    for count in (1, 2, 3):
        written.qtbot.keyClick(written.editor, Qt.Key.Key_Return)
        written.type("推进工作落实。")
        assert written.document.documentLayout().documentSize().height() > height + (count - 0.5) * pitch
        assert written.editor.cursorRect(end).bottom() > bottom + (count - 0.5) * line
    QApplication.processEvents()
    placed, seen_at = list(tops(written)), written.editor.cursorRect(end)
    written.document.markContentsDirty(0, written.document.characterCount())
    rest()
    assert list(tops(written)) == pytest.approx(placed, abs=0.01)
    assert written.editor.cursorRect(end) == seen_at


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_written_before_the_page_was_idle_every_line_comes_to_its_place(
    written: Page, rest: Callable[[], None], seed: int
) -> None:
    written.editor.set_zoom(125)
    chance = random.Random(seed)
    if seed % 2:
        rest()
    for _ in range(25):
        count = written.document.blockCount()
        at = chance.randrange(count)
        written.at(at, chance.randrange(written.document.findBlockByNumber(at).length()))
        deed = chance.choice(("return", "join", "take out", "undo", "put in", "look"))
        if deed == "return":
            written.qtbot.keyClick(written.editor, Qt.Key.Key_Return)
        elif deed == "join":
            written.qtbot.keyClick(written.editor, Qt.Key.Key_Backspace)
        elif deed == "take out":
            written.select((at, 0), (min(count - 1, at + chance.randrange(40)), 0))
            written.qtbot.keyClick(written.editor, Qt.Key.Key_Delete)
        elif deed == "undo":
            written.editor.undo()
        elif deed == "put in":
            written.paste_text(
                "\n".join("推进工作落实。" * chance.randrange(1, 9) for _ in range(chance.randrange(50)))
            )
        else:
            written.editor.ensureCursorVisible()
            written.editor.viewport().repaint()
    rest()
    grown = list(tops(written))
    written.document.markContentsDirty(0, written.document.characterCount())
    rest()
    assert list(tops(written)) == pytest.approx(grown, abs=0.01)


def test_an_input_method_is_told_where_it_composes_in_a_far_part(
    written: Page, rest: Callable[[], None]
) -> None:
    def told() -> tuple[float, ...]:
        at = QGuiApplication.inputMethod().cursorRectangle().topLeft()
        return at.x(), at.y()

    written.editor.set_zoom(150)
    written.at(FAR + 1, 60)
    written.editor.ensureCursorVisible()
    written.compose("zhong")
    at = written.editor.cursorRect().topLeft() + written.editor.viewport().pos()
    assert told() == pytest.approx(at.toTuple(), abs=1)
    rest()
    assert told() == pytest.approx(at.toTuple(), abs=2)
    written.type("中")
    assert written.lines()[FAR + 1].startswith(
        "+ Between 2021 and 2025, the GDP of the city grew by 3.5% a ye中ar"
    )


def number_of(page: Page, block: QTextBlock) -> str:
    return page.document.number(block.blockNumber())


def test_a_branch_that_was_not_laid_out_is_shown_alone_and_the_whole_again(
    written: Page, rest: Callable[[], None]
) -> None:
    hoist = Hoist(written.editor)
    written.editor.set_zoom(150)
    node = outline(written.document.draft())[SECTIONS // 2]
    hoist.show_only(node)
    QApplication.processEvents()
    shown = list(written.editor.page_margin.visible_blocks())
    assert {block.blockNumber() for block in shown} <= set(range(node.start, node.stop))
    assert shown[0].layout().lineCount()
    hoist.show_all()
    rest()


def test_nobody_is_told_of_a_zoom_as_of_a_change(written: Page) -> None:
    QApplication.processEvents()
    written.qtbot.wait(100)  # the views have been told of the draft that was opened
    before = written.lines()
    for signal in (
        written.document.draft_changed,
        written.document.shape_changed,
        written.document.contentsChanged,
    ):
        with written.qtbot.assertNotEmitted(signal, wait=100):
            written.editor.set_zoom(90 if written.editor.page_margin.scale > 1 else 150)
            written.editor.set_zoom(100)
    assert written.lines() == before


def test_a_window_of_another_size_has_the_same_lines(written: Page, rest: Callable[[], None]) -> None:
    written.editor.set_zoom(80)
    rest()
    placed = list(tops(written))
    written.editor.resize(1200, 500)
    QApplication.processEvents()
    assert not waiting(written)
    assert list(tops(written)) == placed

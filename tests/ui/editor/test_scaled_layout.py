"""The page larger and smaller than on paper, laid out by our own layout."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor, QTextLayout
from PySide6.QtWidgets import QApplication

from app.core.outline import outline
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.hoist import Hoist
from app.ui.editor.scaled_layout import ScaledLayout
from app.ui.editor.scaled_lines import ScaledLines
from app.ui.zooming import LEAST_ZOOM, MOST_ZOOM, larger
from tests.ui.editor.pages import Page

TEXT = (
    "@标题 在全市工作会议上的讲话\n@称谓 同志们：\n"
    + "会议的主要任务是，回顾工作、部署任务。" * 9
    + "\n# 统一思想认识\n## 看清形势。\n+ "
    + "今年1至6月，完成投资35%，比上年增长3.5个百分点。" * 5
    + "\n- 责任到人。\n- 到点验收。\n"
    + "# 抓好落实\n一段。\n"
)


LATIN = 5
"""The paragraph with digits, whose widths are rounded otherwise: a line of it may have one more or less."""


def steps() -> list[int]:
    found = [LEAST_ZOOM]
    while found[-1] < MOST_ZOOM:
        found.append(larger(found[-1]))
    return found


def layouts(document: DraftDocument) -> list[QTextLayout]:
    return [block.layout() for block in document.text_blocks()]


def lines(document: DraftDocument) -> list[list[int]]:
    """How many characters each line of each paragraph has."""
    return [[each.lineAt(at).textLength() for at in range(each.lineCount())] for each in layouts(document)]


def places(document: DraftDocument) -> list[tuple[float, ...]]:
    """Where each line is: its left edge, its baseline."""
    return [
        (
            each.position().x() + each.lineAt(at).x(),
            each.position().y() + each.lineAt(at).y() + each.lineAt(at).ascent(),
        )
        for each in layouts(document)
        for at in range(each.lineCount())
    ]


@pytest.fixture
def written(page: Page) -> Page:
    page.open(TEXT)
    QApplication.processEvents()
    return page


def test_at_100_percent_each_line_is_where_qt_puts_it(written: Page) -> None:
    document = written.document
    document.documentLayout().documentSize()
    by_qt, broken = places(document), lines(document)
    layout = ScaledLayout(document, 100)
    document.setDocumentLayout(layout)
    assert lines(document) == broken and len(by_qt) > 15
    for ours, theirs in zip(places(document), by_qt, strict=True):
        assert ours == pytest.approx(theirs, abs=1)


def test_a_line_of_chinese_has_the_same_characters_at_each_zoom(written: Page) -> None:
    def chinese() -> list[list[int]]:
        return [each for at, each in enumerate(lines(written.document)) if at != LATIN]

    on_paper = chinese()
    for percent in steps():
        written.editor.set_zoom(percent)
        assert chinese() == on_paper


@pytest.mark.parametrize("percent", [50, 150, 300])
def test_indents_margins_and_pitch_grow_alike(written: Page, percent: int) -> None:
    on_paper, page = places(written.document), written.editor.page_pixels
    written.editor.set_zoom(percent)
    scale = written.editor.page_margin.scale
    assert scale == pytest.approx(percent / 100, rel=0.06)
    assert written.editor.page_pixels == pytest.approx(page * scale, abs=1)
    ours = places(written.document)
    assert len(ours) == len(on_paper)
    for mine, paper in list(zip(ours, on_paper, strict=True))[1:]:
        assert mine == pytest.approx([each * scale for each in paper], abs=3)


def test_zoom_is_in_neither_undo_nor_the_modified_flag(written: Page) -> None:
    written.at(2, 0)
    written.press(Qt.Key.Key_A)
    written.press(Qt.Key.Key_Return)
    written.editor.undo()
    written.document.setModified(False)
    before = written.lines()
    for percent in (150, 80, 100, 300):
        written.editor.set_zoom(percent)
        QApplication.processEvents()
        assert not written.document.isModified()
        assert written.document.isRedoAvailable()
    assert written.lines() == before
    written.editor.redo()
    written.editor.undo()
    written.editor.undo()
    assert not written.document.isUndoAvailable()


def test_what_the_writer_looks_at_stays_where_it_is(written: Page) -> None:
    written.at(5, 60)
    written.editor.ensureCursorVisible()
    top = written.editor.cursorRect().top()
    for percent in (110, 125, 150):
        written.editor.set_zoom(percent)
        assert written.editor.cursorRect().top() == pytest.approx(top, abs=2)


@pytest.mark.parametrize("percent", [60, 175])
def test_a_click_goes_to_the_letter_that_is_clicked(written: Page, percent: int) -> None:
    written.editor.set_zoom(percent)
    for index, offset in ((0, 3), (2, 0), (2, 40), (5, 77), (6, 2), (9, 2)):
        written.at(index, offset)
        written.editor.ensureCursorVisible()
        position, spot = written.editor.textCursor().position(), written.editor.cursorRect().center()
        spot.setX(spot.x() + 1)
        assert written.editor.cursorForPosition(spot).position() == position
        beside = QPoint(spot.x() + round(30 * percent / 100), spot.y())
        written.qtbot.mousePress(written.editor.viewport(), Qt.MouseButton.LeftButton, pos=beside)
        written.qtbot.mouseRelease(written.editor.viewport(), Qt.MouseButton.LeftButton, pos=beside)
        assert position < written.editor.textCursor().position() <= position + 4


def test_after_many_keys_every_line_is_where_a_new_layout_puts_it(written: Page) -> None:
    written.editor.set_zoom(150)
    chance = random.Random(7)
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_A)
    for _ in range(60):
        index = chance.randrange(written.document.blockCount())
        length = written.document.findBlockByNumber(index).length()
        written.at(index, chance.randrange(length))
        if chance.random() < 0.2:
            written.editor.undo()
        elif chance.random() < 0.3:
            written.type("推进工作落实。" * chance.randrange(1, 8))
        else:
            written.press(chance.choice(keys))
    grown = places(written.document)
    written.document.markContentsDirty(0, written.document.characterCount())
    for ours, anew in zip(grown, places(written.document), strict=True):
        assert ours == pytest.approx(anew, abs=0.01)


def test_a_new_line_begins_where_the_one_above_does(written: Page) -> None:
    written.editor.set_zoom(150)
    written.at(9, 3)
    above = written.editor.cursorRect(QTextCursor(written.document.findBlockByNumber(9))).left()
    written.press(Qt.Key.Key_Return)
    assert written.editor.textCursor().blockNumber() == 10
    assert written.editor.cursorRect().left() == above


def test_composing_and_typing_go_on_as_ever(written: Page) -> None:
    written.editor.set_zoom(125)
    written.at(9, 0)
    block = written.document.findBlockByNumber(9)
    narrow = block.layout().lineAt(0).naturalTextWidth()
    written.compose("zhong")
    assert block.layout().lineAt(0).naturalTextWidth() > narrow
    written.type("中")
    written.press(Qt.Key.Key_B)
    assert written.lines()[9] == "中b一段。"


def test_one_branch_alone_is_seen_at_any_zoom_and_clicks_stay_in_it(written: Page) -> None:
    hoist = Hoist(written.editor)
    written.editor.set_zoom(150)
    hoist.show_only(outline(written.document.draft())[-1])
    hidden = [block for block in written.document.text_blocks() if not block.isVisible()]
    assert len(hidden) == 8
    assert all(block.layout().lineCount() == 0 for block in hidden)
    for y in (4, 60, 400):
        assert written.editor.cursorForPosition(QPoint(300, y)).block().isVisible()
    hoist.show_all()
    assert all(block.layout().lineCount() for block in written.document.text_blocks())


def test_painted_numbers_keep_off_the_text_at_each_zoom(written: Page) -> None:
    for percent in (50, 100, 200):
        written.editor.set_zoom(percent)
        written.at(3, 0)
        written.editor.ensureCursorVisible()
        QApplication.processEvents()
        scale = written.editor.page_margin.scale
        rect = written.editor.cursorRect()
        image = written.editor.viewport().grab().toImage()
        background = image.pixelColor(int(30 * scale), rect.center().y())
        room = range(rect.left() - int(2 * 21 * scale), rect.left() - 3)
        inked = [
            x for x in room for y in range(rect.top(), rect.bottom()) if image.pixelColor(x, y) != background
        ]
        assert len(set(inked)) > 10 * scale


def test_back_at_100_percent_it_is_qts_layout_again(written: Page) -> None:
    before = places(written.document)
    written.editor.set_zoom(150)
    written.editor.set_zoom(100)
    assert places(written.document) == before
    assert not isinstance(written.document.documentLayout(), ScaledLayout)


@pytest.mark.parametrize(
    ("of", "broken"),
    [
        (ScaledLines, "_break"),
        (ScaledLayout, "_draw_block"),
        (ScaledLines, "block_at"),
        (ScaledLines, "bottom"),
        (ScaledLines, "_move"),
    ],
)
def test_an_error_in_the_layout_is_told_once_and_the_page_is_shown_as_on_paper(
    written: Page, monkeypatch: pytest.MonkeyPatch, of: type, broken: str
) -> None:
    before = written.lines()
    written.editor.set_zoom(150)
    QApplication.processEvents()

    def fail(*_: object) -> None:
        raise ZeroDivisionError(broken)

    with written.qtbot.captureExceptions() as told:
        monkeypatch.setattr(of, broken, fail)
        written.at(2, 5)
        written.press(Qt.Key.Key_Return)
        written.editor.viewport().repaint()
        written.editor.cursorForPosition(QPoint(200, 200))
        QApplication.processEvents()
    assert [str(error) for _, error, _ in told] == [broken]
    assert not isinstance(written.document.documentLayout(), ScaledLayout)
    assert len(written.lines()) == len(before) + 1
    written.editor.undo()
    assert written.lines() == before
    broken_lines = lines(written.document)
    written.document.markContentsDirty(0, written.document.characterCount())
    assert lines(written.document) == broken_lines


def test_marks_in_the_margin_grow_with_the_page(written: Page) -> None:
    def inked(percent: int) -> int:
        """How high the mark of the joined block is, in pixels."""
        written.editor.set_zoom(percent)
        written.at(5, 0)
        written.editor.ensureCursorVisible()
        QApplication.processEvents()
        scale, line = written.editor.page_margin.scale, written.editor.cursorRect()
        image = written.editor.viewport().grab().toImage()
        columns = range(int(40 * scale), int(66 * scale))
        rows = range(line.top(), line.bottom())
        ground = image.pixelColor(columns[0], rows[0])
        found = [y for y in rows if any(image.pixelColor(x, y) != ground for x in columns)]
        return found[-1] - found[0] + 1

    written.editor.resize(2000, 900)
    assert inked(200) == pytest.approx(2 * inked(100), rel=0.25)

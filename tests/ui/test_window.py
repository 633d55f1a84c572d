"""The main window with real keys and mouse: from an occasion to a Word file."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.core.draft import Draft
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.jobs.opening import Opened, open_draft
from app.jobs.program import Program
from app.ui.exporting.dialog import ExportDialog
from app.ui.frame import OUTLINE, PANEL
from app.ui.main_window import MainWindow
from app.ui.new_draft.dialog import NewDialog
from app.ui.start.page import StartPage
from app.ui.theme import Theme
from tests.ui.dialogs import Presser
from tests.ui.hands import type_chinese

TEXT = """
@标题 讲话
# 统一思想
正文一段。
## 认清形势
【待填：数字】是底线。
- 责任到人。
# 抓好落实
"""


def show(window: MainWindow, draft: Draft) -> None:
    window.files.take(Opened(draft, None))


def kinds(window: MainWindow) -> list[Kind]:
    assert window.bench.document is not None
    return [block.kind for block in window.bench.document.draft().blocks]


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    """The window with a small draft in it."""
    show(window, parse_markup(TEXT))
    return window


def test_from_an_occasion_to_a_word_file(
    window: MainWindow,
    qtbot,
    tmp_path: Path,
    press: Presser,
    choose_file: Callable[[Path | None], None],
    program: Program,
) -> None:
    def fill_in_and_make(dialog: NewDialog) -> None:
        box = dialog.form.rows["会议名称"].box.findChild(QLineEdit)
        type_chinese(box, "××会议")
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    press.when(NewDialog, fill_in_and_make)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.bench.document is not None and window.bench.page is not None
    assert window.bench.document.draft().facts.get("会议名称") == "××会议"
    assert window.isWindowModified()

    window.text.go_to_block(len(kinds(window)) - 1)
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_End)
    qtbot.keyClicks(window.bench.page.editor, "(end)")
    draft = window.bench.document.draft()
    assert draft.blocks[-1].text.endswith("(end)")

    choose_file(tmp_path / "speech")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    saved = tmp_path / "speech.siceng"
    assert open_draft(program, saved).draft == draft
    assert not window.isWindowModified()
    assert "speech.siceng" in window.windowTitle()

    def export(dialog: ExportDialog) -> None:
        dialog.choices.target.setText(str(tmp_path / "speech.docx"))
        press("导出 Word", "关闭")

    press.when(ExportDialog, export)
    qtbot.keyClick(window.bench.page.editor, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    paragraphs = [paragraph.text for paragraph in Document(str(tmp_path / "speech.docx")).paragraphs]
    assert paragraphs[0] == "在××会议上的讲话"
    assert paragraphs[-1].endswith("(end)")


def test_the_start_says_what_belongs_there_and_offers_the_first_step(window: MainWindow, qtbot) -> None:
    assert window.windowTitle() == "四层讲稿"
    (page,) = window.findChildren(StartPage)
    qtbot.waitUntil(lambda: page.occasions is not None)
    assert page.occasions is not None and page.recent is not None
    assert page.occasions.grid.hasFocus() and page.occasions.grid.currentRow() == 0
    assert "会列在这里" in page.recent.told()


def test_the_outline_goes_where_it_is_clicked_and_follows_the_cursor(written: MainWindow, qtbot) -> None:
    view, model = written.bench.outline.view, written.bench.outline.model
    assert written.bench.page is not None
    index = model.index(1, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert written.bench.page.editor.current_block_index() == 6
    written.text.go_to_block(4)
    assert view.place().data() == "（一）认清形势"


def test_typing_brings_the_outline_up_and_keeps_what_was_folded(written: MainWindow, qtbot) -> None:
    view, model = written.bench.outline.view, written.bench.outline.model
    assert written.bench.page is not None
    view.collapse(model.index(0, 0))
    written.text.go_to_block(6)
    qtbot.keyClick(written.bench.page.editor, Qt.Key.Key_End)
    qtbot.keyClicks(written.bench.page.editor, "abc")
    qtbot.waitUntil(lambda: model.index(1, 0).data() == "二、抓好落实abc")
    assert not view.isExpanded(model.index(0, 0))


def test_shortcuts_of_kinds_change_the_paragraph(written: MainWindow, qtbot) -> None:
    assert written.bench.page is not None
    for key, kind in ((Qt.Key.Key_2, Kind.H2), (Qt.Key.Key_5, Kind.POINT), (Qt.Key.Key_0, Kind.BODY)):
        written.text.go_to_block(2)
        qtbot.keyClick(written.bench.page.editor, key, Qt.KeyboardModifier.ControlModifier)
        assert kinds(written)[2] is kind


def test_alt_shift_arrows_move_headings_as_in_word_and_undo_takes_it_back(written: MainWindow, qtbot) -> None:
    assert written.bench.page is not None and written.bench.document is not None
    before = written.bench.document.draft()
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    written.text.go_to_block(6)
    qtbot.waitUntil(written.commands["go_up"].isEnabled)
    qtbot.keyClick(written.bench.page.editor, Qt.Key.Key_Up, both)
    assert [block.text for block in written.bench.document.draft().blocks][1] == "抓好落实"
    assert written.bench.page.editor.current_block_index() == 1
    qtbot.keyClick(written.bench.page.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert written.bench.document.draft() == before


def test_a_heading_goes_down_a_level_with_all_below_it(written: MainWindow, qtbot) -> None:
    assert written.bench.page is not None
    written.text.go_to_block(1)
    qtbot.waitUntil(written.commands["sink"].isEnabled)
    qtbot.keyClick(
        written.bench.page.editor,
        Qt.Key.Key_Right,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert kinds(written)[1] is Kind.H2 and kinds(written)[3] is Kind.H3


def test_the_line_tells_length_place_and_what_is_to_be_filled(written: MainWindow, qtbot) -> None:
    assert written.bench.page is not None
    written.text.go_to_block(4)
    qtbot.waitUntil(lambda: "分钟" in written.status.text)
    length = len("讲话一、统一思想正文一段。（一）认清形势是底线。一是责任到人。二、抓好落实")
    assert written.status.text == f"{length} 字 · 不足 1 分钟 · 一、（一） · 还没有保存"
    qtbot.mouseClick(written.status.to_fill, Qt.MouseButton.LeftButton)
    assert written.status.to_fill.text() == "待填 1 处"
    assert written.bench.page.editor.textCursor().selectedText() == "【待填：数字】"


def test_the_page_is_never_cut_where_the_window_is_small(written: MainWindow, qtbot) -> None:
    assert written.bench.page is not None
    for width in (1400, 1280, 1100, 1000):
        written.resize(width, 800)
        qtbot.wait(10)
        assert written.bench.page.width() >= written.bench.page.least_width
    assert not written.bench.parts.is_seen(PANEL)
    written.resize(1400, 900)
    qtbot.wait(10)
    assert written.bench.parts.is_seen(PANEL) and written.bench.parts.is_seen(OUTLINE)


def test_the_first_window_is_no_larger_than_the_screen(
    qtbot, program: Program, theme: Theme, tasks, state
) -> None:
    first = MainWindow(program, theme, tasks, state)
    qtbot.addWidget(first)
    room = first.screen().availableSize()
    assert first.width() <= room.width() and first.height() <= room.height()


def test_the_menu_of_layouts_keeps_its_commands_whenever_it_opens(written: MainWindow) -> None:
    menu = next(each for each in written.menuBar().findChildren(QMenu) if each.title() == "版式(&L)")
    names = [layout.name for layout, _ in written.bench.layout.choices()]
    for _ in range(2):
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions()] == [
            *names, "", "版式管理…", "从样稿学版式…", "用单位的 Word 模板…",
        ]  # fmt: skip
    next(action for action in menu.actions() if action.text() == "单位惯例（标题加粗）").trigger()
    assert written.bench.document is not None and written.bench.document.draft().layout == "guanli"


def test_a_file_dropped_on_the_text_is_opened_and_not_put_in(
    written: MainWindow, tmp_path: Path, qtbot
) -> None:
    assert written.bench.page is not None
    path = tmp_path / "other.md"
    path.write_text("+++\n+++\n# 另一篇\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = written.bench.page.editor.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(5, 5), copy, data, left, none))

    def texts() -> list[str]:
        assert written.bench.document is not None
        return [block.text for block in written.bench.document.draft().blocks]

    qtbot.waitUntil(lambda: texts() == ["另一篇"])


def test_the_page_turns_dark_with_the_window(written: MainWindow, qapp, theme: Theme) -> None:
    assert written.bench.page is not None
    viewport = written.bench.page.editor.viewport()
    corner = viewport.grab().toImage().pixelColor(4, 4).lightness()
    theme.dress(qapp, dark=True)
    dark = viewport.grab().toImage().pixelColor(4, 4).lightness()
    theme.dress(qapp, dark=False)
    assert corner > 200 and dark < 80


def test_nothing_in_the_status_line_touches_its_edge(written: MainWindow, qtbot) -> None:
    written.viewing.zoom_in()
    qtbot.waitUntil(written.status.zoom.isVisible)
    line = written.status
    for widget in (line.to_fill, line.zoom):
        assert widget.geometry().right() < line.width() - 4


def test_a_long_note_does_not_make_the_window_wider(written: MainWindow, qtbot) -> None:
    width = written.width()
    written.bench.note("很长的话。" * 100)
    qtbot.wait(50)
    assert written.width() == width
    assert written.minimumSizeHint().width() <= width


def test_the_status_line_names_a_section_without_a_heading(window: MainWindow, qtbot) -> None:
    draft = parse_markup("@标题 讲话\n今天开会。 {节=开场}\n# 统一思想\n正文。\n最后，谢谢。 {节=收尾}\n")
    window.files.take(Opened(draft, None))
    for block, place in ((1, "开场"), (3, "一、"), (4, "收尾")):
        window.text.go_to_block(block)
        qtbot.waitUntil(lambda place=place: f" · {place} · " in window.status.text)

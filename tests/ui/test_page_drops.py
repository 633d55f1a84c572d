"""Files that are dropped on the page of an open draft."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from app.core.markup import parse_markup, print_block
from app.jobs.opening import Opened
from app.ui.main_window import MainWindow

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def open_window(window: MainWindow) -> MainWindow:
    window.files.take(Opened(parse_markup("正文\n\\"), None))
    return window


def drop(window: MainWindow, path: Path) -> None:
    assert window.bench.page is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    editor = window.bench.page.editor
    at = editor.cursorRect(QTextCursor(editor.document().lastBlock())).center()
    QApplication.sendEvent(editor.viewport(), QDragEnterEvent(QPoint(at), COPY, data, LEFT, NONE))
    QApplication.sendEvent(editor.viewport(), QDropEvent(QPointF(at), COPY, data, LEFT, NONE))
    QApplication.processEvents()


def lines(window: MainWindow) -> list[str]:
    assert window.bench.document is not None
    return [print_block(block) for block in window.bench.document.draft().blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_words_of_a_text_file_are_put_in_where_it_is_dropped(
    open_window: MainWindow, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_bytes("　　一、甲\r\n　　正文。".encode(encoding))
    drop(open_window, path)
    assert lines(open_window) == ["正文", "# 甲", "正文。"]
    open_window.text.undo()
    assert lines(open_window) == ["正文", "\\"]


def test_a_text_file_that_is_none_changes_nothing_and_it_is_told(
    open_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "不是.txt"
    path.write_bytes(b"a\0b" * 9)
    drop(open_window, path)
    assert lines(open_window) == ["正文", "\\"]
    assert any("不是文字文件" in label.text() for label in open_window.status.findChildren(QLabel))


def test_a_picture_is_not_put_in_by_its_name(open_window: MainWindow, tmp_path: Path) -> None:
    drop(open_window, tmp_path / "会场.png")
    assert lines(open_window) == ["正文", "\\"]

"""A recovered draft beside its file: only the paragraphs in which they differ, with what differs marked."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from itertools import zip_longest

from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from app.jobs.recovery import Change
from app.ui.focus import Dialog
from app.ui.pieces import button, button_row, heading, label

_SIZE = (880, 600)
_MOST_MARKED = 4000
"""Characters of a paragraph up to which its differences are looked for one by one."""


class Comparison(Dialog):
    """Two columns: 恢复稿 at the left, 原文件 at the right."""

    def __init__(self, changes: tuple[Change, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("对照原文件")
        self.resize(*_SIZE)
        self.shown = QTextBrowser()
        self.shown.setAccessibleName("不同之处")
        mark = self.palette().highlight().color().name()
        self.shown.setHtml(_table(changes, mark))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(heading("恢复稿和原文件的不同之处", 1.5))
        column.addWidget(
            label("只列不一样的段落。" if changes else "正文没有不同，只是事实或段落的设置不同。", "faint")
        )
        column.addSpacing(8)
        column.addWidget(self.shown, 1)
        column.addSpacing(8)
        column.addLayout(button_row(button("关闭", self.accept, "main")))


def _table(changes: tuple[Change, ...], mark: str) -> str:
    rows = "".join(
        f"<tr><td width='50%'>{mine}</td><td width='50%'>{theirs}</td></tr>"
        for change in changes
        for mine, theirs in _pairs(change, mark)
    )
    head = "<tr><th align='left'>恢复稿</th><th align='left'>原文件</th></tr>"
    return f"<table width='100%' cellspacing='0' cellpadding='8'>{head}{rows}</table>"


def _pairs(change: Change, mark: str) -> Iterator[tuple[str, str]]:
    for mine, theirs in zip_longest(change.recovered, change.original, fillvalue=""):
        yield marked(mine, theirs, mark), marked(theirs, mine, mark)


def marked(text: str, other: str, mark: str) -> str:
    """A paragraph as HTML, with what the other one does not have on a ground of this colour."""
    if not text or not other or max(len(text), len(other)) > _MOST_MARKED:
        return escape(text)
    parts: list[str] = []
    for deed, start, stop, _, _ in SequenceMatcher(None, text, other, False).get_opcodes():
        piece = escape(text[start:stop])
        parts.append(
            piece if deed == "equal" or not piece else f"<span style='background:{mark}'>{piece}</span>"
        )
    return "".join(parts)

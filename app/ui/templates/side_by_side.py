"""Two texts side by side, line by line, with what differs marked and long stretches that are the same left out."""

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from html import escape
from itertools import zip_longest

from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.ui.recovery.comparison import marked
from app.ui.theme import Theme

_CONTEXT = 2
"""Lines that are the same and shown about those that differ."""
_SAME = "两份一字不差。"


class SideBySide(QTextBrowser):
    """Shows two texts."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(8)

    def show_texts(self, left: tuple[str, str], right: tuple[str, str]) -> None:
        """Show two texts, each with its name before it."""
        self.setHtml(self.compared(left, right)())

    def compared(self, left: tuple[str, str], right: tuple[str, str]) -> Callable[[], str]:
        """What finds out the page to show for two texts; may be called in the worker, for long ones take their time."""
        mark, faint = self._theme.colours.selection.name(), self._theme.colours.faint.name()
        return lambda: _page(left, right, mark, faint)


def _page(left: tuple[str, str], right: tuple[str, str], mark: str, faint: str) -> str:
    if left[1] == right[1]:
        return f"<p style='color:{faint}'>{_SAME}</p>"
    rows = _rows(left[1].split("\n"), right[1].split("\n"))
    head = "".join(f"<th align='left' width='50%'>{escape(name)}</th>" for name, _ in (left, right))
    cells = "".join(_cells(*row, mark=mark, faint=faint) for row in rows)
    return f"<table width='100%' cellspacing='0' cellpadding='6'><tr>{head}</tr>{cells}</table>"


def _cells(left: str | None, right: str | None, skipped: int, mark: str, faint: str) -> str:
    if skipped:
        return f"<tr><td colspan='2' style='color:{faint}'>……相同的 {skipped} 行……</td></tr>"
    mine, theirs = left or "", right or ""
    if left is None or right is None:
        cells = (f"<span style='background:{mark}'>{escape(each)}</span>" for each in (mine, theirs))
    else:
        cells = (marked(mine, theirs, mark), marked(theirs, mine, mark))
    return "<tr>" + "".join(f"<td>{cell or '&nbsp;'}</td>" for cell in cells) + "</tr>"


def _rows(left: list[str], right: list[str]) -> Iterator[tuple[str | None, str | None, int]]:
    """The lines that stand beside each other, None where a side has none; else how many that are the same are left out."""
    groups = SequenceMatcher(None, left, right, autojunk=False).get_grouped_opcodes(_CONTEXT)
    shown = 0
    for group in groups:
        if group[0][1] > shown:
            yield None, None, group[0][1] - shown
        for _, start, stop, other, other_stop in group:
            for pair in zip_longest(left[start:stop], right[other:other_stop]):
                yield *pair, 0
            shown = stop
    if shown < len(left):
        yield None, None, len(left) - shown

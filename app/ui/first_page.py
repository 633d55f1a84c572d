"""What is seen first of the draft that the program is begun with: painted before anything is made to write with.

Only the view and what fills one screen: the page that takes its place is there before a hand is at the keys, and
gets what was typed until then.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.draft import Block
from app.jobs.layouts import layout_of
from app.jobs.opening import Opened, opened_or_content
from app.jobs.program import Program
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.page_view import PageView
from app.ui.frame import ThreeParts
from app.ui.sheet import Sheet
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_LATEST = 0.3
"""Seconds after which the window does not wait for the draft any more."""
_SCREEN = 4000
"""字 that a screen shows at most: of a large one, at the least zoom."""
_LINE = 28
"""字 for which a block counts beside its text: it takes a line at least."""


class FirstView(PageView):
    """A page that keeps what is typed for the one that takes its place."""

    def __init__(self, document: DraftDocument, dark: bool) -> None:
        super().__init__(document, dark=dark)
        self._typed: list[QEvent] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key."""
        self._typed.append(event.clone())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt's call while an input method composes."""
        self._typed.append(event.clone())

    def hand_over(self, to: QWidget) -> None:
        """Let what was typed be typed there."""
        typed, self._typed = self._typed, []
        for event in typed:
            QApplication.sendEvent(to, event)


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What was read, its first screen, and the three parts with blank sides in which that stands."""

    opened: Opened
    view: FirstView
    parts: ThreeParts
    name: str
    """Of the file."""


def first_page(
    program: Program, tasks: Tasks, theme: Theme, state: WindowState, path: Path
) -> FirstPage | None:
    """The first screen of the draft in a file; None where it takes longer than a moment, or may only be read.

    The workbench sees to these.
    """

    def read() -> tuple[Opened, Layout] | None:
        opened = opened_or_content(program, path)
        return (opened, layout_of(program, opened.draft)) if isinstance(opened, Opened) else None

    found = tasks.at_once(read, _LATEST)
    if found is None or found[0].read_only:
        return None
    opened, layout = found
    document = DraftDocument(layout)
    view = FirstView(document, theme.dark)
    document.setParent(view)
    document.fill(replace(opened.draft, blocks=opened.draft.blocks[: _seen(opened.draft.blocks)]))
    view.typewriter.on = state.typewriter
    view.set_zoom(state.zoom)
    sheet = Sheet(view, theme.dark)
    parts = ThreeParts(state)
    parts.set_page(sheet, sheet.least_width)
    return FirstPage(opened, view, parts, path.name)


def _seen(blocks: Sequence[Block]) -> int:
    """How many blocks fill a screen."""
    taken = 0
    for index, block in enumerate(blocks):
        if taken >= _SCREEN:
            return index
        taken += len(block.text) + _LINE
    return len(blocks)

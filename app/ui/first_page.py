"""What is seen first of the draft that the program is begun with: painted before anything is made to write with.

Only the view and what fills one screen: the page that takes its place is there before a hand is at the keys, and
gets what was typed until then.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
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
_LOWEST, _LONGEST = 24, 40
"""A line is no lower, in pixels where the page is as large as on paper, and holds no more 字."""


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


class FirstReading:
    """A draft file that is read in the worker while the window is made."""

    def __init__(self, program: Program, tasks: Tasks, path: Path) -> None:
        self.name = path.name

        def read() -> tuple[Opened, Layout] | None:
            opened = opened_or_content(program, path)
            return (opened, layout_of(program, opened.draft)) if isinstance(opened, Opened) else None

        self._result = tasks.begin(read)

    def result(self) -> tuple[Opened, Layout] | None:
        """What was read, to be written on; None where it takes longer than a moment, or may only be read."""
        found = self._result(_LATEST)
        return None if found is None or found[0].read_only else found


def first_page(reading: FirstReading, theme: Theme, state: WindowState) -> FirstPage | None:
    """The first screen of the draft that is read; None where there is none, which the workbench sees to."""
    found = reading.result()
    if found is None:
        return None
    opened, layout = found
    document = DraftDocument(layout)
    parts = ThreeParts(state)
    view = FirstView(document, theme.dark)
    document.setParent(view)
    blocks = opened.draft.blocks
    document.fill(replace(opened.draft, blocks=blocks[: _seen(blocks, state.zoom)]))
    view.typewriter.on = state.typewriter
    view.set_zoom(state.zoom)
    sheet = Sheet(view, theme.dark)
    parts.set_page(sheet, sheet.least_width)
    return FirstPage(opened, view, parts, reading.name)


def _seen(blocks: Sequence[Block], zoom: int) -> int:
    """How many blocks fill the highest screen, the page shown at `zoom` percent."""
    height = max(screen.size().height() for screen in QGuiApplication.screens())
    lines = height * 100 / (zoom * _LOWEST)
    for index, block in enumerate(blocks):
        if lines <= 0:
            return index
        lines -= 1 + len(block.text) // _LONGEST
    return len(blocks)

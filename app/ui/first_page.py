"""What is seen first of the draft that the program is begun with: painted before anything is made to write with.

Only the view and what fills one screen: the page that takes its place is there before a hand is at the keys, and
gets what was typed until then.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.core.draft import Block
from app.jobs.layouts import layout_of
from app.jobs.opening import Opened, opened_or_content
from app.jobs.program import Program
from app.layouts.model import Layout
from app.ui.document.draft_document import DraftDocument
from app.ui.document.presentation import twips
from app.ui.editor.page_view import PageView
from app.ui.frame import ThreeParts
from app.ui.sheet import Sheet
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_LATEST = 0.3
"""Seconds after which the window does not wait for the draft any more."""
_BYTES = 3
"""Of a 字 in UTF-8: counted by them, narrow letters take less than they do."""
_LOWEST = 8
"""Pixels: whatever a layout says, no line is lower."""


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
    """A draft file that is read while the window is made."""

    def __init__(self, program: Program, path: Path) -> None:
        self.name = path.name
        self._program, self._path = program, path
        self._found: tuple[Opened, Layout] | None = None
        # Not a task: what those need is loaded for this alone. A disk that never answers does not keep the program.
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Whatever is wrong with the file comes again in the workbench, where it can be told."""
        with suppress(Exception):
            opened = opened_or_content(self._program, self._path)
            if isinstance(opened, Opened):
                self._found = opened, layout_of(self._program, opened.draft)

    def result(self) -> tuple[Opened, Layout] | None:
        """What was read, to be written on; None where it takes longer than a moment, or may only be read."""
        self._reader.join(_LATEST)
        found = self._found
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
    document.fill(replace(opened.draft, blocks=blocks[: _seen(blocks, layout, state.zoom)]))
    view.typewriter.on = state.typewriter
    view.set_zoom(state.zoom)
    sheet = Sheet(view, theme.dark)
    parts.set_page(sheet, sheet.least_width)
    return FirstPage(opened, view, parts, reading.name)


def _seen(blocks: Sequence[Block], layout: Layout, zoom: int) -> int:
    """How many blocks fill the highest screen, the page shown at `zoom` percent."""
    height = max(screen.size().height() for screen in QGuiApplication.screens())
    lowest = max(_LOWEST, twips(min(max(style.line, layout.grid.pitch) for style in layout.styles.values())))
    lines = height * 100 / (zoom * lowest)
    for index, block in enumerate(blocks):
        if lines <= 0:
            return index
        lines -= 1 + len(block.text.encode()) // _BYTES // max(1, layout.grid.characters)
    return len(blocks)

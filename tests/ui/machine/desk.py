"""The editor at which the histories of a process are written."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtGui import QInputMethod
from PySide6.QtWidgets import QApplication

from app.core.draft import Draft
from app.layouts.find import find_layout
from app.ui.document.draft_document import DraftDocument
from app.ui.document.positions import place_of
from app.ui.editor.hoist import Hoist
from app.ui.editor.speech_editor import SpeechEditor
from app.ui.headings import Headings
from app.ui.outline.rows import Key
from app.ui.sections.deeds import Sections
from tests.ui.hands import commit

LAYOUTS = Path(__file__).parents[3] / "templates" / "layouts"


class Desk:
    """One editor, which the histories of a process share."""

    def __init__(self) -> None:
        self.document = DraftDocument(find_layout("gb9704", [LAYOUTS]))
        self.editor = SpeechEditor(self.document)
        self.editor.resize(900, 700)
        self.hoist = Hoist(self.editor)
        self.selected: list[Key] = []
        """The rows of the outline that are selected."""
        self.headings = Headings(
            self.document.draft,
            lambda: place_of(self.editor.textCursor()),
            self.editor.change,
            lambda: self.selected,
        )
        self.sections = Sections(
            *[None] * 3,  # type: ignore[arg-type]
            self.editor,  # type: ignore[arg-type]
            self.document.draft,
            self.editor.current_block_index,
            lambda: True,
            *[None] * 2,  # type: ignore[arg-type]
        )
        self.pending = ""
        """What the input method commits when it is asked to."""
        self.errors: list[BaseException] = []
        self.good = 0
        """Histories that were written to their end before one was not."""
        self._goes_well = self._done = True

    def begin(self, draft: Draft) -> None:
        """Another history, with a draft."""
        QApplication.processEvents()
        self._goes_well = self._goes_well and self._done
        self._done = False
        self.hoist.show_all()
        self.document.fill(draft)

    def done(self) -> None:
        """A history was written to its end."""
        self._done = True
        self.good += self._goes_well

    def close(self) -> None:
        """Put the desk away."""
        self.editor.deleteLater()
        self.document.deleteLater()
        QApplication.processEvents()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """An input method answers a call to commit, as that of a system does; errors that Qt swallows are kept."""

        def answer(_: object) -> None:
            commit(self.editor, self.pending)

        def keep(_: type[BaseException], error: BaseException, __: object) -> None:
            self.errors.append(error)

        with mock.patch.object(QInputMethod, "commit", answer), mock.patch.object(sys, "excepthook", keep):
            yield

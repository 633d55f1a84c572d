"""A sample of a unit in a file, and the dialog that shows what is learned of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.learning import learned_from
from app.jobs.program import Program
from app.ui.learning.dialog import LearnDialog
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.importing.layout.samples import LONG, SPEECH, body, section, title
from tests.importing.word.files import docx

Open = Callable[..., LearnDialog]


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program as it is, with a home of this test alone."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A speech whose lines are 28 points apart; most of its text, but not all, is 三号; its title is small and tight."""
    path = tmp_path / "20250405-本局讲话-v2.docx"
    small = title().replace('w:val="44"', 'w:val="36"').replace('w:line="560"', 'w:line="400"')
    content = SPEECH.replace(title(), small)
    path.write_bytes(docx(content + body(LONG, size=30) + section()))
    return path


@pytest.fixture
def open_dialog(qtbot, program: Program, tasks: Tasks, theme: Theme, sample: Path) -> Iterator[Open]:
    opened: list[LearnDialog] = []

    def open_dialog(draft: Draft | None = None) -> LearnDialog:
        learned = learned_from(program, sample)
        dialog = LearnDialog(program, tasks, theme, learned, draft, draft is not None)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.reject()

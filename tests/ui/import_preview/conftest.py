"""The import preview of a page, with a small recogniser behind it."""

from collections.abc import Callable, Iterator

import pytest

from app.ui.import_preview.dialog import ImportDialog
from app.ui.import_preview.wishes import Wish
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.ui.import_preview.fake import PAGE, incoming, recognise

Open = Callable[..., ImportDialog]


def forget(dialog: ImportDialog) -> None:
    """Leave nothing to be asked about when a test closes the preview."""
    dialog.trying.history.now = Wish()


@pytest.fixture
def open_preview(qtbot, tasks: Tasks, theme: Theme) -> Iterator[Open]:
    """Opens the preview of a text and waits until it is recognised."""

    def open_it(text: str = PAGE, other: str = "") -> ImportDialog:
        found = ImportDialog(tasks, theme, incoming(text, other), recognise)
        qtbot.addWidget(found, before_close_func=forget)
        found.show()
        found.activateWindow()
        qtbot.waitUntil(found.isActiveWindow)
        qtbot.waitUntil(found.main.isEnabled)
        return found

    yield open_it
    tasks.finish()


@pytest.fixture
def dialog(open_preview: Open) -> ImportDialog:
    return open_preview()

"""A window with a speech open, for the tests of sections."""

from collections.abc import Callable

import pytest

from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.outline import Stretch, stretches
from app.ui.main_window import MainWindow


@pytest.fixture
def open_window(window: MainWindow, speech: Draft, qtbot) -> MainWindow:
    """The window with a speech open and the templates read."""
    window.bench.show_draft(speech)
    qtbot.waitUntil(lambda: "会议名称" in window.bench.facts.facts.rows)
    return window


@pytest.fixture
def draft(open_window: MainWindow) -> Callable[[], Draft]:
    """The draft as it stands."""
    document = open_window.bench.document
    assert document is not None
    return document.draft


def stretch_of(draft: Draft, layer: Layer) -> Stretch:
    """The section with a layer."""
    return next(each for each in stretches(draft) if each.section.layer is layer)


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def do(window: MainWindow, command: str, qtbot) -> None:
    """Carry out a command as soon as it can be, as a hand on the menu does."""
    qtbot.waitUntil(window.commands[command].isEnabled)
    window.commands[command].trigger()

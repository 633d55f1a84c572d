"""What the tests of the editor share."""

import pytest
from pytestqt.qtbot import QtBot

from app.layouts.model import Layout
from tests.ui.editor.pages import Page


@pytest.fixture
def page(qtbot: QtBot, layout: Layout) -> Page:
    return Page(qtbot, layout)

"""What the tests of the window share."""

from pathlib import Path

import pytest

from app.layouts.find import find_layout
from app.layouts.model import Layout

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="session")
def layout() -> Layout:
    return find_layout("gb9704", [TEMPLATES / "layouts"])

"""The program is read once for all: nothing here changes its library."""

import pytest

from app.files.places import find_places
from app.jobs.program import Program
from tests.jobs.conftest import CharacterSegmenter


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The checkout's templates, and a home of its own."""
    return Program(find_places({"SICENG_HOME": str(tmp_path_factory.mktemp("home"))}), CharacterSegmenter())

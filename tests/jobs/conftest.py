"""A program over the real templates, with an empty home of its own and a segmenter that loads nothing."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from app.files.places import find_places
from app.jobs.program import Program


class CharacterSegmenter:
    """Every character a word."""

    def cut(self, text: str) -> list[str]:
        return list(text)

    def tag(self, text: str) -> list[tuple[str, str]]:
        return [(char, "x") for char in text]

    def add_words(self, words: Iterable[str]) -> None:
        pass


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Places: the checkout's templates, and `home` in the test's folder for the user."""
    return Program(find_places({"SICENG_HOME": str(tmp_path / "home")}), CharacterSegmenter())

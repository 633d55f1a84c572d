"""The parts of a Word file, as they were read against the standards and found right."""

import pytest

from tests.export.golden import FOLDER, gold


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return gold()


def test_there_is_a_gold_file_for_every_part_and_no_other(made: dict[str, str]) -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(made)


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.iterdir()))
def test_the_part_is_as_it_was_found_right(made: dict[str, str], name: str) -> None:
    assert made[name] == (FOLDER / name).read_text("utf-8")

"""Whoever kills the program takes at most five seconds of typing with it."""

import pytest

from tests.endure.kills import MOST_LOST, killed


@pytest.mark.parametrize("seed", range(1000, 1005))
def test_a_killed_process_leaves_a_file_that_opens_and_all_but_the_last_five_seconds(seed: int) -> None:
    outcome = killed(seed)
    assert outcome.is_good, outcome.note


def test_what_nobody_wrote_down_is_missed() -> None:
    """The measure itself: with neither saves nor recovery copies the typing is gone, and is told to be."""
    outcome = killed(1000, MOST_LOST + 2, "careless")
    assert outcome.opens and not outcome.is_good

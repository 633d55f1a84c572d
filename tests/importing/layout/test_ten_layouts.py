"""A layout of ours that was exported to Word is learned back value for value."""

from collections.abc import Callable

import pytest

from app.layouts.model import Layout
from tests.importing.layout.ten import TEN, learned_back, values


@pytest.mark.parametrize("made", TEN, ids=lambda made: made.__name__)
def test_every_value_comes_back(made: Callable[[], Layout]) -> None:
    layout = made()
    assert values(learned_back(layout)) == values(layout)

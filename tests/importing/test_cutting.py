"""Stretches of a paragraph keep what their runs say."""

import pytest

from app.core.draft import Run
from app.importing.cutting import Cut
from app.importing.paragraphs import Paragraph

RUNS = (Run("抓好"), Run("春耕", bold=True), Run("，不误"), Run("【农时】", placeholder=True))


@pytest.mark.parametrize(
    ("start", "stop", "runs"),
    [
        (0, 11, list(RUNS)),
        (1, 5, [Run("好"), Run("春耕", bold=True), Run("，")]),
        (2, 4, [Run("春耕", bold=True)]),
        (3, 3, []),
        (5, 9, [Run("不误【农")]),
    ],
)
def test_a_stretch_has_the_runs_between_its_places(start: int, stop: int, runs: list[Run]) -> None:
    assert Cut(Paragraph(RUNS)).runs(start, stop) == runs

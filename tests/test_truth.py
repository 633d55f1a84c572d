"""How recognition is scored: what is right, missing and invented, and nothing without a truth."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from app.core.ids import counting_ids
from app.importing.recognise import recognise
from app.importing.text import read_text
from tests.truth.__main__ import main
from tests.truth.scoring import Score, score

SPEECH = "一、统一思想\n我们要认真学习。\n二、抓好落实\n一是抓学习。二是抓落实。\n本文来自某网"
TRUTH = {
    "headings": [
        {"level": 1, "marker": "一、", "text": "一、统一思想"},
        {"level": 1, "marker": "二、", "text": "二、抓好落实"},
    ],
    "run_in_points": {"X要": {"count": 0, "items": []}},
    "title": None,
    "noise_lines": [5],
}


def scored(truth: Mapping[str, object]) -> Score:
    source = read_text(SPEECH)
    return score(truth, source, recognise(source.paragraphs, new_id=counting_ids()))


def test_headings_are_right_by_level_and_words() -> None:
    assert scored(TRUTH).headings.f1 == 1
    other = [{"level": 2, "marker": "一、", "text": "一、统一思想"}]
    found = scored(TRUTH | {"headings": other}).headings
    assert (found.right, found.wanted, found.given) == (0, 1, 2)
    assert found.missed == ("2 统一思想",)


def test_the_head_is_judged_where_the_truth_speaks_of_it() -> None:
    assert scored(TRUTH).head == {"title": True}
    assert scored(TRUTH | {"title": "讲话", "date": None}).head == {"title": False, "date": True}


def test_nothing_of_the_source_is_lost_between_draft_and_report() -> None:
    assert scored(TRUTH).lost == 0


def test_without_a_folder_it_says_so_and_fails_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main([str(tmp_path / "没有")]) == 0
    assert "不评" in capsys.readouterr().out

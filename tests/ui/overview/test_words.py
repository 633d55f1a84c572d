"""What is said of headings side by side."""

import pytest

from app.lang.parallelism import Parallelism
from app.ui.overview.words import Tone, facts, told_lengths, tone_of


def found(
    score: int = 60, lengths: tuple[tuple[int, ...], ...] = ((4, 5), (4,)), verbs: tuple[str, ...] = ()
) -> Parallelism:
    return Parallelism(score, tuple(map(len, lengths)), lengths, verbs, "", ("分句数不一：2、1",))


@pytest.mark.parametrize(
    ("score", "tone"),
    [(100, Tone.NONE), (85, Tone.NONE), (84, Tone.HINT), (70, Tone.HINT), (69, Tone.REMARK)],
)
def test_the_score_decides_how_loudly_it_is_said(score: int, tone: Tone) -> None:
    assert tone_of(found(score)) is tone


def test_clauses_and_lengths_are_always_told() -> None:
    assert facts(found(95)) == "分句 2、1　字数 9、4"
    assert facts(found(95, ((4, 4), (4, 4)))) == "分句都是 2　字数都是 8"


def test_repeated_lead_verbs_are_told() -> None:
    assert facts(found(90, ((4,), (4,)), ("加强",))).endswith("起首动词重复：“加强”")


def test_a_single_heading_is_not_compared() -> None:
    assert facts(found(100, ((4,),))) == ""


def test_lengths_are_told_clause_by_clause() -> None:
    assert told_lengths((6, 8)) == "6＋8"

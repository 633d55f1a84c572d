"""Patterns of the writer's own: what is read, what is refused, and that nothing goes on without end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import AppError
from app.core.pattern_steps import Atom, Choice, Items, Run, counted_steps, steps
from app.core.patterns import BUDGET, check_budget, pattern_of


@pytest.mark.parametrize(
    "text",
    [
        "会议",
        "第.+条",
        r"\d+(\.\d+)?%",
        "(推进|座谈)会",
        "[一二三四五六七八九十]+是",
        "(?:第[一二三])+",
        "(?P<年>[0-9]{4})年",
        "(?<!不)要",
        "会议(?=精神)",
        r"\b3\b",
        r"\u4f1a",
        r"\101",
        "a{,3}",
        "{x}",
        "[]]",
        "[^]a]*",
        "(ab){12}",
        "(?>ab)+",
        "a++b",
    ],
)
def test_patterns_that_writers_use_are_taken(text: str) -> None:
    assert pattern_of(text, case=True).compiled.pattern == text


@pytest.mark.parametrize("text", ["(", "[", "*", "a)", "(?P<", r"\d{3,1}", "a{99999999999}", "\\"])
def test_what_cannot_be_read_is_said_in_words(text: str) -> None:
    with pytest.raises(AppError, match="看不懂"):
        pattern_of(text, case=True)


@pytest.mark.parametrize(
    "text", ["(a+)+", "(a*)*b", "(a|aa)+", "(a|b)*", "((ab)?c)+", "(a{1,9}){2,}", "((a{9}){9})+", "(.*){3}"]
)
def test_a_choice_within_a_repetition_is_refused(text: str) -> None:
    with pytest.raises(AppError, match="重复套着重复"):
        pattern_of(text, case=True)


@pytest.mark.parametrize("text", [r"(a)\1", "(?P<x>a)(?P=x)", "(?i)a", "(?#so)a", "(a)(?(1)b|c)", "(?!a+)b"])
def test_what_cannot_be_counted_is_refused(text: str) -> None:
    with pytest.raises(AppError, match="不能用"):
        pattern_of(text, case=True)


def test_nested_repetitions_do_not_grow_beyond_measure() -> None:
    with pytest.raises(AppError, match="重复套着重复"):
        pattern_of("(" * 30 + "a" + "{8})" * 30, case=True)


def test_a_pattern_that_is_too_long_is_refused() -> None:
    with pytest.raises(AppError, match="太长"):
        pattern_of("a" * 201, case=True)


@pytest.mark.parametrize("text", [".*.*.*x", "a?" * 30 + "b", "(a|a)" * 30 + "b", ".+.+.+.+"])
def test_what_would_take_too_long_in_this_text_is_refused(text: str) -> None:
    with pytest.raises(AppError, match="慢得没有尽头"):
        check_budget(pattern_of(text, case=True), ["a" * 4000])


@pytest.mark.parametrize(
    "text", ["第.*会议.*精神", "[^，。]*落实[^，。]*", r"\d+\.?\d*%", "(省|市)(委|政府)"]
)
def test_a_usual_pattern_goes_through_a_long_speech(text: str) -> None:
    paragraphs = ["全市上下要把思想和行动统一到会议精神上来，第3季度增长3.5%，抓好落实。" * 12] * 400
    check_budget(pattern_of(text, case=False), paragraphs)


@pytest.mark.parametrize(
    "text", ["a", "ab", "aa+b", "a*b", "(a|b)c", "a?a?a", "[ab]{2,3}b", "(ab)*a", "(a|ab)(c|bcd)"]
)
@given(st.text(alphabet="abc", max_size=12))
def test_the_steps_counted_are_never_less_than_the_ways_there_are(text: str, line: str) -> None:
    items = pattern_of(text, case=True).items
    assert counted_steps(items, line) >= ways(items, line)
    assert steps(items, line) >= ways(items, line)


def ways(items: Items, text: str) -> int:
    """The ways through the items, tried one after the other."""

    def go(rest: Items, at: int) -> int:
        if not rest:
            return 1
        first, after = rest[0], rest[1:]
        if isinstance(first, Atom):
            return go(after, at + 1) if at < len(text) and first.takes(text[at]) else 0
        if isinstance(first, Choice):
            return sum(go((*way, *after), at) for way in first.ways)
        assert isinstance(first, Run)
        again = go((*first.body, first, *after), at) if _begins(first, text, at) else 0
        return go(after, at) + again

    return sum(go(items, at) for at in range(len(text)))


def _begins(run: Run, text: str, at: int) -> bool:
    return all(
        at + offset < len(text) and atom.takes(text[at + offset]) for offset, atom in enumerate(run.body)
    )


@given(st.text(alphabet="ab(|)*+?{1,3}[]^.\\d", max_size=14))
def test_any_pattern_is_searched_in_measure_or_refused_in_words(text: str) -> None:
    try:
        pattern = pattern_of(text, case=True)
        check_budget(pattern, ["ab" * 300])
    except AppError as error:
        refused = error
    else:
        assert sum(1 for _ in pattern.compiled.finditer("ab" * 300)) <= BUDGET
        return
    assert refused.what and refused.remedy

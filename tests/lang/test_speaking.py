"""How long a text takes to speak, for one speaker and another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import UsageError
from app.lang.speaking import (
    HEADING_PAUSE,
    PRESETS,
    Load,
    Rate,
    SpeakingTime,
    calibrated,
    duration,
    format_minutes,
    load_of,
    speaking_time,
)

NORMAL = PRESETS["常速"]
PARAGRAPHS = st.lists(st.text(alphabet="同志们要抓好落实，。；、3.5%2025年AI ", max_size=40), max_size=8)
RATES = st.builds(Rate, st.integers(60, 600), st.floats(0.4, 2.5))


def test_syllables_and_pauses_add_up():
    # ，.4 、.25 。.8 and the paragraph 1.0 are 2.45 s; 240 syllables a minute are 4 a second.
    text = "我们要统一思想、凝聚力量，抓好各项任务落实见效。"
    assert load_of(text) == Load(syllables=21, pauses=2450)
    assert speaking_time(text, NORMAL).seconds == pytest.approx(21 / 4 + 2.45)


def test_numerals_take_the_time_of_what_is_heard():
    assert load_of("增长7.8%").syllables == load_of("增长百分之七点八").syllables


def test_a_comma_within_a_number_is_no_pause():
    assert load_of("共12,345人") == Load(syllables=11, pauses=1000)


def test_marks_of_half_width_pause_like_those_of_full_width():
    assert load_of("同志们:今天开会,很重要!") == load_of("同志们：今天开会，很重要！")


def test_a_heading_is_followed_by_a_longer_pause_and_a_joined_block_by_none():
    assert load_of("提高认识", HEADING_PAUSE) == Load(4, 1200)
    assert load_of("提高认识", 0) == Load(4, 0)


@pytest.mark.parametrize("text", ["", "  ", "——", "。"])
def test_a_paragraph_without_a_syllable_takes_no_time(text):
    assert load_of(text) == Load()


def test_a_text_is_the_sum_of_its_lines():
    assert speaking_time("第一段。\n\n第二段。", NORMAL) == speaking_time(["第一段。", "第二段。"], NORMAL)


@given(PARAGRAPHS, PARAGRAPHS)
def test_loads_add_up_exactly_over_paragraphs(one, other):
    assert sum(map(load_of, one + other), Load()) == sum(map(load_of, one), Load()) + sum(
        map(load_of, other), Load()
    )


@given(PARAGRAPHS, PARAGRAPHS, RATES)
def test_the_time_of_a_speech_is_that_of_its_sections(one, other, rate):
    whole = speaking_time(one + other, rate)
    parts = speaking_time(one, rate) + speaking_time(other, rate)
    assert whole.seconds == pytest.approx(parts.seconds)
    assert (whole.low, whole.high) == (pytest.approx(parts.low), pytest.approx(parts.high))


@given(PARAGRAPHS, st.text(alphabet="同志们要抓好，。；、", max_size=30), RATES)
def test_more_text_never_takes_less_time(paragraphs, more, rate):
    assert speaking_time([*paragraphs, more], rate).seconds >= speaking_time(paragraphs, rate).seconds


@given(st.text(alphabet="同志们抓，。", max_size=30), st.text(alphabet="同志们抓，。", max_size=30))
def test_a_longer_paragraph_never_takes_less_time(text, more):
    longer, shorter = load_of(text + more), load_of(text)
    assert longer.syllables >= shorter.syllables
    assert longer.pauses >= shorter.pauses


@given(PARAGRAPHS, st.integers(60, 599))
def test_a_faster_speaker_never_takes_longer(paragraphs, syllables):
    slower, faster = (
        speaking_time(paragraphs, Rate(syllables)),
        speaking_time(paragraphs, Rate(syllables + 1)),
    )
    assert faster.seconds <= slower.seconds


@pytest.mark.parametrize(("preset", "syllables"), [("庄重", 200), ("常速", 240), ("较快", 280)])
def test_a_preset_says_how_many_syllables_are_spoken_in_a_minute_between_pauses(preset, syllables):
    assert duration(Load(syllables), PRESETS[preset]).seconds == 60
    assert duration(Load(syllables, pauses=30_000), PRESETS[preset]).seconds == 90


@given(st.integers(60, 600), st.floats(0.5, 2.0))
def test_a_calibrated_rate_gives_the_time_that_was_measured(syllables, share):
    load = load_of("我们要抓好落实，确保取得实效。")
    measured = share * duration(load, Rate(syllables)).seconds
    rate = calibrated(Rate(syllables, factor=1.7), load, measured)
    assert rate.syllables_per_minute == syllables
    assert duration(load, rate).seconds == pytest.approx(measured)


@pytest.mark.parametrize(
    ("text", "seconds"), [("", 60), ("。", 60), ("同志们，我们开会。", 600), ("同志们，我们开会。", 0)]
)
def test_a_speaker_is_not_calibrated_by_an_impossible_time(text, seconds):
    with pytest.raises(UsageError):
        calibrated(NORMAL, load_of(text), seconds)


@pytest.mark.parametrize(
    ("syllables", "factor"), [(0, 1.0), (-200, 1.0), (10_000, 1.0), (240, 0.0), (240, float("nan"))]
)
def test_no_one_speaks_at_an_impossible_rate(syllables, factor):
    with pytest.raises(UsageError, match="语速"):
        Rate(syllables, factor)


def test_the_range_is_twelve_percent_to_either_side():
    time = duration(Load(syllables=4000), Rate(200))
    assert (time.low, time.seconds, time.high) == (pytest.approx(1056), 1200, pytest.approx(1344))


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "不足 1 分钟"),
        (59.9, "不足 1 分钟"),
        (60, "约 1 分钟"),
        (23 * 60, "约 23 分钟（20–26）"),
        (60 * 60, "约 60 分钟（53–67）"),
    ],
)
def test_minutes_are_shown_with_their_range(seconds, shown):
    assert format_minutes(SpeakingTime(seconds)) == shown

"""Speaking time of a draft: what is spoken, what is only printed, and at whose rate."""

import pytest

from app.core.errors import UsageError
from app.core.markup import parse_markup
from app.jobs.program import Program
from app.jobs.speaking import (
    calibrate,
    draft_time,
    forget_calibration,
    rate_for,
    speaker_of,
    spoken_loads,
)
from app.lang.speaking import HEADING_PAUSE, PARAGRAPH_PAUSE, PRESETS, Load
from app.settings.declared import RATE_PRESET, SPEAKING_RATES


def loads(markup: str) -> list[tuple[int, int]]:
    return [(load.syllables, load.pauses) for load in spoken_loads(parse_markup(markup).blocks)]


@pytest.mark.parametrize("word", ["稿次", "标题", "副题", "讲话人", "日期", "落款", "场上提示"])
def test_what_only_stands_on_paper_takes_no_time(word: str) -> None:
    assert loads(f"@{word} 市政府") == [(0, 0)]


@pytest.mark.parametrize("word", ["称谓", "结束语"])
def test_salutation_and_closing_are_spoken(word: str) -> None:
    assert loads(f"@{word} 同志们") == [(3, PARAGRAPH_PAUSE)]


def test_numbers_are_spoken_and_a_heading_of_its_own_has_a_longer_pause() -> None:
    (heading,) = loads("# 提高站位")
    assert heading == (5, HEADING_PAUSE + 250)


def test_a_heading_that_runs_on_has_the_pause_of_its_full_stop_only() -> None:
    assert loads("## 提高站位。\n+ 正文") == [(5, 800), (2, PARAGRAPH_PAUSE)]


def test_placeholders_are_not_spoken() -> None:
    assert loads("【待填：上级要求】") == [(0, 0)]
    assert loads("当前【待填：上级要求】很好") == [(4, PARAGRAPH_PAUSE)]


def test_loads_of_blocks_add_up_to_the_time_of_the_draft() -> None:
    draft = parse_markup("@称谓 同志们\n# 提高站位\n正文")
    rate = PRESETS["庄重"]
    parts = sum(spoken_loads(draft.blocks), Load())
    assert parts.syllables == 10
    assert draft_time(draft, rate).seconds == pytest.approx(10 * 60 / 200 + parts.pauses / 1000)


def test_each_speaker_has_a_rate(program: Program) -> None:
    fast = parse_markup('+++\n[事实]\n讲话人 = {职务 = "市长", 姓名 = "甲某"}\n+++\n正文')
    other = parse_markup('+++\n[事实]\n讲话人 = {职务 = "市长", 姓名 = "乙某"}\n+++\n正文')
    program.settings.set(SPEAKING_RATES, {"甲某": 0.8})
    program.settings.set(RATE_PRESET, "较快")
    assert rate_for(program, fast).factor == 0.8
    assert rate_for(program, other) == rate_for(program, parse_markup("正文")) == PRESETS["较快"]


def test_who_presides_speaks_the_words_of_the_chair() -> None:
    assert (
        speaker_of(parse_markup('+++\n[事实]\n主持人 = {职务 = "副市长", 姓名 = "甲某"}\n+++\n正文'))
        == "甲某"
    )


def test_a_draft_that_was_timed_takes_that_time_from_then_on_for_this_speaker_alone(program: Program) -> None:
    text = "# 提高站位\n我们要抓好落实，确保取得实效。"
    timed = parse_markup(f'+++\n[事实]\n讲话人 = {{职务 = "市长", 姓名 = "甲某"}}\n+++\n{text}')
    other = parse_markup(text)
    before = draft_time(other, rate_for(program, other)).seconds
    seconds = 1.25 * draft_time(timed, rate_for(program, timed)).seconds
    assert calibrate(program, timed, seconds) == rate_for(program, timed)
    assert draft_time(timed, rate_for(program, timed)).seconds == pytest.approx(seconds)
    assert draft_time(other, rate_for(program, other)).seconds == before
    forget_calibration(program, timed)
    assert rate_for(program, timed) == rate_for(program, other)


def test_a_time_that_cannot_be_is_not_kept(program: Program) -> None:
    draft = parse_markup("我们要抓好落实，确保取得实效。")
    with pytest.raises(UsageError, match="实际用时"):
        calibrate(program, draft, 3600)
    assert rate_for(program, draft).factor == 1

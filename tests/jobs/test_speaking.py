"""Speaking time of a draft: what is spoken, what is only printed, and at whose rate."""

import pytest

from app.core.markup import parse_markup
from app.jobs.program import Program
from app.jobs.speaking import draft_time, rate_for, spoken_loads
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

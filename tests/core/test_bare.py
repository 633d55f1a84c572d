"""A number that somebody wrote at the start of a text that is to be numbered."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.bare import number_at_start, without_number
from app.core.draft import Block, merged, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import NUMBERED, Kind
from app.core.markup import parse_markup, print_block
from tests.core.strategies import blocks


def block(markup: str) -> Block:
    return parse_markup(markup, counting_ids()).blocks[0]


WRITTEN = """
一、|十二、|（一）|(二)|（三）、|1.|1. |１．|1、|12.|（1）|(2)|3）|⑴|二、　|三、
一是|三要|一是，|第一，|第三、|首先，|其次，|再次：|最后，|其一，|② |①
"""
TEXT = """
抓好任务|二、三产业融合|一、二、三产业|1、2号楼|（一）（二）项|1.5万元|2025.5|2025. 甲|1.1.甲|9:30
一切为了人民|第一线|第一时间|第一要务|第二产业|十五五|五一|一月份|二〇二五年|三个方面|第一部分|（见附件）
一是一，二是二|二是，三是|三要素|五要件|四要点|首先是认识|最后一公里|其一生
二、|（一） |1.|一是|首先，|①
"""
NUMERAL_BEHIND = """
一、二〇二五年工作|一、二十大精神|3.2026年工作
一要务实|二要素质过硬|一要点面结合|一是一体推进|二要件件落实
"""


def several(lines: str) -> list[str]:
    return [each for line in lines.strip("\n").split("\n") for each in line.split("|")]


@pytest.mark.parametrize("number", several(WRITTEN))
def test_a_written_number_is_seen_with_the_blanks_behind_it(number: str) -> None:
    found = number_at_start(f"{number}抓好任务")
    assert found is not None and found.length == len(number)


@pytest.mark.parametrize("text", ["", *several(TEXT)])
def test_what_may_be_anything_else_is_no_number(text: str) -> None:
    assert number_at_start(text) is None


@pytest.mark.parametrize("text", several(NUMERAL_BEHIND))
def test_what_follows_a_number_may_begin_with_a_numeral(text: str) -> None:
    assert number_at_start(text) is not None


@pytest.mark.parametrize(
    ("markup", "kind", "expected"),
    [
        ("二、抓好任务", Kind.H1, "抓好任务"),
        ("1. 抓好任务", Kind.H1, "抓好任务"),
        ("一、一、抓好任务", Kind.H1, "抓好任务"),
        ("（一）1.抓好任务", Kind.H2, "抓好任务"),
        ("一是抓好任务", Kind.H2, "抓好任务"),
        ("一是抓好任务；二是抓好落实。", Kind.H2, "一是抓好任务；二是抓好落实。"),
        ("一是抓好任务；二是抓好落实。", Kind.POINT, "抓好任务；二是抓好落实。"),
        ("首先，抓好任务", Kind.H2, "首先，抓好任务"),
        ("最后，抓好任务", Kind.POINT, "最后，抓好任务"),
        ("二、**抓好**任务", Kind.H1, "**抓好**任务"),
        ("**二、抓好**任务", Kind.H1, "**抓好**任务"),
        ("二、[大会](=会议名称)任务", Kind.H1, "[大会](=会议名称)任务"),
        ("[二、大会](=会议名称)任务", Kind.H1, "[二、大会](=会议名称)任务"),
        ("二、【几】项任务", Kind.H1, "【几】项任务"),
        ("二、", Kind.H1, "二、"),
    ],
)  # fmt: skip
def test_what_is_left_of_a_text_that_is_to_be_numbered(markup: str, kind: Kind, expected: str) -> None:
    assert print_block(without_number(block(markup), kind)) == expected


@pytest.mark.parametrize(
    ("number", "marker"),
    [("一要", "要"), ("第一，", "第"), ("首先，", "首先"), ("其一，", "其"), ("①", "①"), ("1.", "")],
)
def test_a_point_takes_its_marker_from_its_number(number: str, marker: str) -> None:
    found = without_number(block(f"{number}抓好"), Kind.POINT)
    assert (found.marker, found.text) == (marker, "抓好")


def test_the_last_of_a_series_is_a_number_only_behind_its_series() -> None:
    found = without_number(block("最后，抓好"), Kind.POINT, goes_on=True)
    assert (found.marker, found.text) == ("首先", "抓好")


@pytest.mark.parametrize(
    ("markup", "goes"), [("[二、抓好](^要改)任务", True), ("[二、](^要改)抓好任务", False)]
)
def test_a_number_that_has_a_comment_of_its_own_stays(markup: str, goes: bool) -> None:
    before = block(markup)
    assert (without_number(before, Kind.H1) != before) is goes


numbers = st.lists(st.sampled_from(several(WRITTEN + TEXT)), max_size=3).map("".join)


@given(blocks, numbers, st.sampled_from(NUMBERED), st.booleans())
def test_nothing_is_lost_but_numbers_and_once_is_enough(
    drawn: Block, written: str, kind: Kind, goes_on: bool
) -> None:
    before = replace(drawn, runs=merged([*plain_runs(written), *drawn.runs]))
    after = without_number(before, kind, goes_on)
    assert before.text.endswith(after.text) and bool(after.text) == bool(before.text)
    assert without_number(after, kind, goes_on) == after

"""Brackets that the writer closes are to be filled where they say so, and his own elsewhere."""

import pytest

from app.core.draft import Draft
from app.core.markup import parse_markup, print_block
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.to_fill import made_to_fill
from app.core.writing import Stroke


def typed(draft: Draft, until: str, length: int = 1) -> Stroke | None:
    """What is made where the last characters of that text were typed."""
    at = draft.blocks[0].text.index(until) + len(until)
    return made_to_fill(draft, 0, at - length, at)


def written(markup: str, until: str) -> str | None:
    """The line once brackets were closed behind that text; None where nothing is made of them."""
    draft = repaired(parse_markup(markup))
    stroke = typed(draft, until)
    if stroke is None:
        return None
    after = applied(stroke.plan, draft)
    assert after.blocks[0].text == draft.blocks[0].text
    assert [run.text for run in after.blocks[0].runs if run.placeholder][-1:] == [until[until.rindex("【") :]]
    return print_block(after.blocks[0])


@pytest.mark.parametrize(
    ("markup", "until"),
    [
        (r"共\【待填：数字\】家。", "【待填：数字】"),
        (r"\【待填\】", "【待填】"),
        (r"# 抓好\【待填：工作\】", "【待填：工作】"),
        (r"【待填：甲】\【待填：乙\】", "【待填：乙】"),
        (r"**共\【待填：数字\】家**", "【待填：数字】"),
    ],
)
def test_what_says_that_it_is_to_be_filled_is_a_placeholder(markup: str, until: str) -> None:
    assert written(markup, until) is not None


@pytest.mark.parametrize(
    ("markup", "until"),
    [
        (r"\【鼓掌\】", "【鼓掌】"),
        (r"\【\】", "【】"),
        (r"待填：数字\】", "待填：数字】"),
        (r"\【待填：数字", "【待填：数字"),
        (r"【待填：甲】", "【待填：甲】"),
        (r"在[\【待填：名称\】](=会议名称)上", "【待填：名称】"),
        (r"\【待填：**数**字\】", "【待填：数字】"),
    ],
)
def test_other_brackets_are_the_writers_own(markup: str, until: str) -> None:
    assert typed(repaired(parse_markup(markup)), until) is None


@pytest.mark.parametrize(
    ("until", "length"), [("共【待填", 1), ("共【待填", 2), ("共【待填：数", 4), ("共【待填：数】家", 7)]
)
def test_in_brackets_that_are_there_it_is_a_placeholder_with_its_first_word(until: str, length: int) -> None:
    draft = repaired(parse_markup(r"共\【待填：数\】家"))
    stroke = typed(draft, until, length)
    assert stroke is not None and stroke.place == Place(0, len(until))
    assert print_block(applied(stroke.plan, draft).blocks[0]) == "共【待填：数】家"


@pytest.mark.parametrize(
    ("markup", "until"),
    [
        (r"共\【待填：数\】家", "共【待填："),
        (r"共\【待填：数\】家", "共【待填：数】家"),
        (r"共\【待填数", "共【待填"),
        (r"共\【待填【数】\】", "共【待填"),
        (r"共\【又待填\】", "共【又待填"),
        (r"共\【待**填**\】", "共【待填"),
    ],
)
def test_other_letters_within_brackets_make_nothing(markup: str, until: str) -> None:
    assert typed(repaired(parse_markup(markup)), until) is None

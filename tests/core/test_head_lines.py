"""Lines of the head that a draft does not have yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.head_lines import head_line
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS, Kind
from app.core.markup import parse_markup, print_block
from app.core.plan import applied
from app.core.repair import repaired
from tests.core.strategies import drafts


def after(markup: str, index: int, kind: Kind) -> tuple[list[str], tuple[int, int]]:
    draft = parse_markup(markup, counting_ids())
    stroke = head_line(draft, index, kind, counting_ids(9000))
    blocks = applied(stroke.plan, draft).blocks
    return [print_block(block) for block in blocks], (stroke.place.index, stroke.place.offset)


def test_a_line_that_is_there_is_gone_to() -> None:
    markup = "@标题 讲话\n@称谓 同志们：\n正文。"
    assert after(markup, 2, Kind.TITLE) == (["@标题 讲话", "@称谓 同志们：", "正文。"], (0, 2))


def test_one_that_is_not_is_put_in_where_it_prints() -> None:
    markup = "@标题 讲话\n@称谓 同志们：\n正文。"
    lines, place = after(markup, 2, Kind.SUBTITLE)
    assert lines == ["@标题 讲话", "@副题", "@称谓 同志们：", "正文。"] and place == (1, 0)
    lines, place = after(markup, 0, Kind.STAGE)
    assert lines[:2] == ["@稿次", "@标题 讲话"] and place == (0, 0)


def test_the_first_line_of_body_becomes_it_where_it_reads_so() -> None:
    lines, place = after("在全市大会上的讲话\n同志们：\n正文。", 0, Kind.TITLE)
    assert lines == ["@标题 在全市大会上的讲话", "同志们：", "正文。"] and place == (0, 9)
    lines, _ = after("@标题 讲话\n\\\n正文。", 1, Kind.SALUTATION)
    assert lines == ["@标题 讲话", "@称谓", "正文。"]
    lines, _ = after("@标题 讲话\n同志们：\n正文。", 1, Kind.SALUTATION)
    assert lines == ["@标题 讲话", "@称谓 同志们：", "正文。"]


@pytest.mark.parametrize("line", ["今天开会。我讲三点。", "# 提高认识", "@结束语 谢谢"])
def test_a_paragraph_stays_one(line: str) -> None:
    lines, place = after(f"{line}\n别的", 0, Kind.TITLE)
    assert lines == ["@标题", *(f"{line}\n别的".split("\n"))] and place == (0, 0)


def test_a_line_further_down_is_not_taken() -> None:
    lines, place = after("@标题 讲话\n今天开会。\n同志们：", 2, Kind.SALUTATION)
    assert lines == ["@标题 讲话", "@称谓", "今天开会。", "同志们："] and place == (1, 0)


def test_there_may_be_several_bylines() -> None:
    lines, place = after("@标题 讲话\n@讲话人 市长\n正文。", 1, Kind.BYLINE)
    assert lines == ["@标题 讲话", "@讲话人 市长", "@讲话人", "正文。"] and place == (2, 0)


def test_the_section_that_the_line_began_goes_on_with_the_next() -> None:
    lines, _ = after("@标题 讲话\n同志们： {节=开场}\n今天开会。", 1, Kind.SALUTATION)
    assert lines == ["@标题 讲话", "@称谓 同志们：", "今天开会。 {节=开场}"]


def test_a_draft_without_blocks_gets_its_title() -> None:
    assert after("", 0, Kind.TITLE) == (["@标题"], (0, 0))


@given(drafts(), st.integers(0, 9), st.sampled_from(HEAD_KINDS))
def test_nothing_is_lost_and_the_draft_is_sound(before: Draft, index: int, kind: Kind) -> None:
    stroke = head_line(before, index, kind)
    made = applied(stroke.plan, before)
    assert repaired(made) == made
    assert made.blocks[stroke.place.index].kind is kind
    assert sorted(block.text for block in made.blocks if block.text) == sorted(
        block.text for block in before.blocks if block.text
    )

"""领句: where the heading part of a numbered block ends."""

import pytest
from hypothesis import given

from app.core.draft import Draft
from app.core.lead import heading_text, is_run_in, lead_lengths, run_on, runs_on
from app.core.markup import parse_markup
from tests.core.strategies import drafts


def leads(markup: str) -> list[str]:
    blocks = parse_markup(markup).blocks
    return [block.text[:length] for block, length in zip(blocks, lead_lengths(blocks), strict=True)]


@pytest.mark.parametrize(
    ("markup", "lead"),
    [
        ("## 提高认识", "提高认识"),
        ("## 提高认识。", "提高认识。"),
        ("## 提高认识。当前，形势严峻。", "提高认识。"),
        ("## 什么是作风？怎么抓作风", "什么是作风？"),
        ("## 什么是作风？怎么抓作风 {领句=全}", "什么是作风？怎么抓作风"),
        ("## 提高认识。当前 {领句=无}", ""),
        ("## 落实“质量第一。安全至上”方针。正文", "落实“质量第一。安全至上”方针。"),
        ("## 抓住重点（难点。痛点）不放！正文", "抓住重点（难点。痛点）不放！"),
        ("## 没有收的“引号。正文", "没有收的“引号。"),
        ("## “甲（乙“丙。丁”）", "“甲（乙“丙。丁”）"),
        ("## （甲（乙（丙。丁", "（甲（乙（丙。"),
        ("- 抓紧开工一批。逐个明确。", "抓紧开工一批。"),
        ("正文。没有领句", ""),
    ],
)
def test_the_lead_of_a_block(markup: str, lead: str) -> None:
    assert leads(markup)[0] == lead


def test_a_joined_block_after_ends_the_lead_at_the_sentence_end() -> None:
    assert leads("## 提高认识。\n+ 当前")[0] == "提高认识。"
    assert leads("## 提高认识\n+ 当前")[0] == "提高认识"


@pytest.mark.parametrize(
    ("markup", "run_in"),
    [("## 提高认识。正文", True), ("## 提高认识。\n+ 正文", True), ("## 提高认识。\n正文", False), ("## 提高认识", False),
     ("## 甲？乙 {领句=全}", False), ("## 甲\n+\n正文", False)],
)  # fmt: skip
def test_a_heading_is_run_in_when_its_paragraph_goes_on_after_the_lead(markup: str, run_in: bool) -> None:
    blocks = parse_markup(markup).blocks
    assert is_run_in(blocks[0], lead_lengths(blocks)[0], runs_on(blocks, 0)) is run_in


def test_a_heading_is_shown_without_its_end_punctuation() -> None:
    block = parse_markup("## 怎么办？").blocks[0]
    assert heading_text(block, 4) == "怎么办"


@given(drafts())
def test_all_blocks_at_once_run_on_as_each_does_alone(draft: Draft) -> None:
    blocks = draft.blocks
    assert run_on(blocks) == tuple(runs_on(blocks, index) for index in range(len(blocks)))

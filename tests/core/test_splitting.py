"""A section cut in two, and two made one."""

import pytest

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.outline import Node, outline
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.splitting import TO_FILL, may_merge, may_split, merged_branch, split_branch

ids = counting_ids(30_000)
SPEECH = "@标题 讲话\n开场。\n# 甲\n## 子\n前半。后半。\n+ - 一项。\n# 乙\n乙文。\n"


def draft(markup: str = SPEECH) -> Draft:
    return parse_markup(markup, counting_ids())


def shown(after: Draft) -> list[str]:
    return [number + block.text for number, block in zip(numbers(after.blocks), after.blocks, strict=True)]


@pytest.mark.parametrize(
    ("index", "offset", "expected"),
    [
        (4, 3, ["（一）子", "前半。", f"（二）{TO_FILL}", "后半。", "一是一项。"]),
        (4, 0, ["（一）子", f"（二）{TO_FILL}", "前半。后半。", "一是一项。"]),
        (4, 6, ["（一）子", "前半。后半。", f"（二）{TO_FILL}", "一是一项。"]),
        (5, 0, ["（一）子", "前半。后半。", f"（二）{TO_FILL}", "一是一项。"]),
    ],
)
def test_a_new_heading_of_the_same_level_begins_at_the_place(
    index: int, offset: int, expected: list[str]
) -> None:
    before = draft()
    stroke = split_branch(before, Place(index, offset), ids)
    after = applied(stroke.plan, before)
    assert shown(after)[3:-2] == expected
    assert after.blocks[stroke.place.index].text == TO_FILL
    assert repaired(after) == after
    known = {block.id for block in before.blocks}
    assert known <= {block.id for block in after.blocks}


def test_what_stands_below_no_heading_is_not_cut() -> None:
    before = draft()
    for index in (0, 1, 2, 3):
        assert not may_split(before, Place(index, 0))
        assert split_branch(before, Place(index, 0)).plan.is_empty
    assert may_split(before, Place(4, 0))


def node(of: Draft, text: str) -> Node:
    return next(node for node in outline(of) if node.text == text)


def test_a_section_goes_into_the_one_before_and_no_word_is_lost() -> None:
    before = draft()
    after = applied(merged_branch(before, node(before, "乙"), ids), before)
    assert shown(after) == [*shown(before)[:6], "乙", "乙文。"]
    assert [block.id for block in after.blocks] == [block.id for block in before.blocks]


def test_only_a_section_with_one_before_it_can_go_into_it() -> None:
    before = draft()
    assert not may_merge(before, node(before, "甲"))
    assert not may_merge(before, node(before, "子"))
    assert not may_merge(before, node(before, "一项"))
    assert merged_branch(before, node(before, "甲")).is_empty


def test_a_section_without_heading_only_ends_to_be_one() -> None:
    before = draft("甲文 {节=开场}\n乙文 {节=背景}\n")
    after = applied(merged_branch(before, node(before, "背景"), ids), before)
    assert [each.text for each in outline(after)] == ["开场"]
    assert shown(after) == ["甲文", "乙文"]


def test_fields_go_to_the_section_that_takes_it_in() -> None:
    before = draft(
        '+++\n[节.a]\n字段 = {数 = "一"}\n[节.b]\n字段 = {数 = "二", 名 = "丙"}\n+++\n'
        "# 甲 {数据=a}\n# 乙 {数据=b}\n在[丙](=.名)\n"
    )
    after = applied(merged_branch(before, node(before, "乙"), ids), before)
    section = after.blocks[0].section
    assert section is not None and dict(section.fields) == {"数": "一", "名": "丙"}

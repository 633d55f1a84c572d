"""Computed values: 我讲两点意见, 共有三项议程, 进行第一项."""

from dataclasses import replace

from app.core.computed import renewed, resolved
from app.core.draft import Block, Draft, Run
from app.core.ids import counting_ids
from app.core.markup import parse_markup


def draft(markup: str) -> Draft:
    return resolved(parse_markup(markup, counting_ids()))


def texts(found: Draft) -> list[str]:
    return [block.text for block in found.blocks]


def test_opinions_are_the_h1_after_the_place() -> None:
    assert texts(draft("我讲[](=@意见数)点意见。\n# 甲\n# 乙"))[0] == "我讲两点意见。"
    assert texts(draft("# 前\n我讲[](=@意见数)点意见。\n# 甲\n# 乙\n# 丙"))[1] == "我讲三点意见。"


def test_where_nothing_follows_several_are_meant() -> None:
    assert texts(draft("我讲[](=@意见数)点意见。")) == ["我讲几点意见。"]


def test_empty_headings_are_not_counted() -> None:
    assert texts(draft("[](=@意见数)点\n# 甲\n#"))[0] == "一点"


def test_agenda_items_are_counted_and_numbered() -> None:
    found = draft("共有[](=@议程数)项议程。\n进行第[](=@议程序)项。\n进行第[](=@议程序)项。")
    assert texts(found) == ["共有两项议程。", "进行第一项。", "进行第二项。"]


def test_a_value_may_be_printed_in_digits() -> None:
    assert texts(draft("[](=@意见数|数字)点\n# 甲\n# 乙"))[0] == "2点"


def without_last(before: Draft) -> Draft:
    return replace(before, blocks=before.blocks[:-1])


def test_values_follow_a_change() -> None:
    before = draft("我讲[](=@意见数)点。\n# 甲\n# 乙\n# 丙")
    assert texts(renewed(before, without_last(before)))[0] == "我讲两点。"


def with_text(found: Draft, text: str) -> Draft:
    first = found.blocks[0]
    runs = tuple(replace(run, text=text) if run.bind else run for run in first.runs)
    return replace(found, blocks=(replace(first, runs=runs), *found.blocks[1:]))


def test_what_was_edited_by_hand_before_is_left_alone() -> None:
    before = with_text(draft("我讲[](=@意见数)点。\n# 甲\n# 乙"), "几")
    assert texts(renewed(before, without_last(before)))[0] == "我讲几点。"


def test_what_is_edited_in_this_very_step_is_left_alone() -> None:
    before = draft("我讲[](=@意见数)点。\n# 甲\n# 乙")
    assert texts(renewed(before, with_text(before, "几")))[0] == "我讲几点。"


def test_a_value_that_comes_new_is_resolved() -> None:
    before = draft("# 甲\n# 乙")
    fresh = parse_markup("我讲[](=@意见数)点。", counting_ids(500)).blocks
    after = replace(before, blocks=(*fresh, *before.blocks))
    assert texts(renewed(before, after))[0] == "我讲两点。"


def test_unknown_names_and_plain_text_are_left_alone() -> None:
    found = Draft(blocks=(Block("aaaaaaaa", runs=(Run("两点"),)),))
    assert resolved(found) == found

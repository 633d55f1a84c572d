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


def put(line: str, others: str, wanted: str) -> None:
    """Other lines in the place of those that stand there are renewed so."""
    before = parse_markup(line, counting_ids())
    blocks = parse_markup(others, counting_ids()).blocks
    after = replace(before, blocks=tuple(replace(block, id=f"b{block.id[1:]}") for block in blocks))
    assert texts(renewed(before, after)) == wanted.split("\n")


def test_what_was_edited_by_hand_is_so_in_another_block_too() -> None:
    put("我讲[好多](=@意见数)点", "我讲\n[好多](=@意见数)点", "我讲\n好多点")
    put("我讲[三](=@意见数)点", "我讲\n[三](=@意见数)点\n# 甲", "我讲\n三点\n甲")


def test_a_value_follows_also_in_another_block() -> None:
    put("我讲[几](=@意见数)点", "我讲\n[几](=@意见数)点\n# 甲", "我讲\n一点\n甲")


def test_a_second_one_is_what_the_first_is() -> None:
    before = parse_markup("我讲[三](=@意见数)点\n# 甲", counting_ids())
    again = parse_markup("[三](=@意见数)点", counting_ids(500)).blocks
    assert texts(renewed(before, replace(before, blocks=(*again, *before.blocks)))) == [
        "三点",
        "我讲三点",
        "甲",
    ]


def test_half_of_a_value_is_left_alone() -> None:
    headings = "\n# 甲" * 11
    halves = f"[十](=@意见数)\n[一](=@意见数)点{headings}"
    put(f"[十一](=@意见数)点{headings}", halves, "十\n一点" + "\n甲" * 11)


def test_words_that_no_value_has_were_edited_by_hand() -> None:
    put("正文", "[好多](=@意见数)点\n[六](=@意见数)点\n# 甲", "好多点\n一点\n甲")


def test_a_value_that_comes_before_another_of_its_block_leaves_that_as_it_is() -> None:
    before = draft("[](=@意见数)点\n# 甲\n# 乙")
    line = parse_markup("[几](=@意见数)[两](=@意见数)点", counting_ids()).blocks[0]
    assert texts(renewed(before, replace(before, blocks=(line, *before.blocks[1:]))))[0] == "两两点"


def test_unknown_names_and_plain_text_are_left_alone() -> None:
    found = Draft(blocks=(Block("aaaaaaaa", runs=(Run("两点"),)),))
    assert resolved(found) == found

"""Which branches begin their numbers anew when they are moved."""

import pytest

from app.core.branches import landing, moved_branches, stepped
from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.outline import outline
from app.core.plan import applied

SERIES = "# 甲\n# 乙\n# 丙 {重起}\n# 丁"
BELOW = "# 甲\n## 子\n## 丑 {重起}\n## 寅\n# 乙\n## 卯\n## 辰"
PARTS = "@篇题 上\n# 甲\n# 乙 {重起}\n@篇题 下\n# 丙\n# 丁"
POINTS = "# 甲\n- 子\n- 丑 {重起}\n- 寅\n# 乙\n- 卯\n- 辰"


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


def shown(of: Draft) -> list[str]:
    return [number + block.text for number, block in zip(numbers(of.blocks), of.blocks, strict=True)]


def gone(before: Draft, text: str, by: int) -> Draft:
    """The draft after a branch went up (by −1) or down."""
    nodes = outline(before)
    moved = [next(node for node in nodes if node.text == text)]
    found = stepped(before, nodes, moved, by)
    assert found is not None
    return applied(moved_branches(before, moved, found.to, found.rank), before)


def dropped(before: Draft, texts: list[str], parent: str, row: int) -> Draft:
    nodes = outline(before)
    moved = [node for node in nodes if node.text in texts]
    above = next((node for node in nodes if node.text == parent), None)
    found = landing(before, nodes, moved, above, row)
    assert found is not None
    return applied(moved_branches(before, moved, found.to, found.rank), before)


def restarting(of: Draft) -> list[str]:
    return [block.text for block in of.blocks if block.restart]


def test_below_the_same_heading_it_stays_where_it_is_not_the_first() -> None:
    before = draft(SERIES)
    assert shown(gone(before, "丙", 1)) == ["一、甲", "二、乙", "三、丁", "一、丙"]
    assert shown(gone(before, "丙", -1)) == ["一、甲", "一、丙", "二、乙", "三、丁"]


def test_as_the_first_of_its_series_it_is_as_any_other() -> None:
    first = gone(gone(draft(SERIES), "丙", -1), "丙", -1)
    assert shown(first) == ["一、丙", "二、甲", "三、乙", "四、丁"] and restarting(first) == []
    assert shown(gone(first, "丙", 1)) == ["一、甲", "二、丙", "三、乙", "四、丁"]


@pytest.mark.parametrize(("parent", "row"), [("乙", 0), ("乙", 1), ("乙", 2), ("乙", -1)])
def test_below_another_heading_it_goes_on_with_the_numbers_there(parent: str, row: int) -> None:
    assert restarting(dropped(draft(BELOW), ["丑"], parent, row)) == []


def test_out_of_its_heading_by_keys_it_goes_on_too() -> None:
    before = draft(BELOW)
    assert restarting(gone(gone(before, "丑", 1), "丑", 1)) == []
    assert restarting(gone(before, "丑", 1)) == ["丑"]


def test_in_another_part_it_goes_on() -> None:
    after = dropped(draft(PARTS), ["乙"], "下", 1)
    assert restarting(after) == []
    assert shown(after) == ["上", "一、甲", "下", "二、丙", "三、乙", "四、丁"]


def test_points_do_as_headings_do() -> None:
    before = draft(POINTS)
    assert restarting(dropped(before, ["丑"], "乙", 1)) == []
    assert restarting(dropped(before, ["丑"], "甲", 0)) == []
    assert restarting(dropped(before, ["丑"], "甲", 3)) == ["丑"]


def test_of_several_each_is_asked() -> None:
    before = draft("# 甲\n## 子\n## 丑 {重起}\n## 寅 {重起}")
    after = dropped(before, ["丑", "寅"], "甲", 0)
    assert shown(after) == ["一、甲", "（一）丑", "（一）寅", "（二）子"]
    assert restarting(after) == ["寅"]


def test_what_is_below_it_and_what_it_passes_stays() -> None:
    before = draft("# 甲\n## 子\n## 丑 {重起}\n# 乙\n## 寅\n## 卯 {重起}")
    assert restarting(gone(before, "甲", 1)) == ["卯", "丑"]
    assert restarting(gone(draft(SERIES), "乙", 1)) == ["丙"]


def test_dropped_where_it_is_it_stays_and_nothing_is_done() -> None:
    before = draft("# 甲 {重起}\n# 乙")
    assert dropped(before, ["甲"], "", 0) == before

"""Numbers typed by the writer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup, print_block
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.typed import made_by_typing, number_between, offered_point, points_made, typed_number
from tests.core.strategies import drafts


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


def lines(found: Draft) -> list[str]:
    return [print_block(block) for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "typed_from", "kind", "length"),
    [
        ("一、", 1, Kind.H1, 2),
        ("一、提高认识", 0, Kind.H1, 2),
        ("（一）", 2, Kind.H2, 3),
        ("(一)", 2, Kind.H2, 3),
        ("1.加", 2, Kind.H3, 2),
        ("1. 加", 3, Kind.H3, 3),
        ("1. 加强", 0, Kind.H3, 3),
        ("1.　加", 3, Kind.H3, 3),
        ("1. 5", 3, Kind.H3, 3),
        ("1. 2025年", 0, Kind.H3, 3),
        ("一、 提高认识", 0, Kind.H1, 3),
        ("一、 提高", 1, Kind.H1, 3),
        ("（1）", 2, Kind.H4, 3),
        ("１．加", 2, Kind.H3, 2),
        ("１.　加", 3, Kind.H3, 3),
        ("（１）", 2, Kind.H4, 3),
        ("一是", 1, Kind.POINT, 2),
        ("一要抓", 0, Kind.POINT, 2),
    ],
)
def test_a_number_is_seen_when_it_is_completed(text: str, typed_from: int, kind: Kind, length: int) -> None:
    found = typed_number(text, typed_from, len(text))
    assert found is not None
    assert (found.kind, found.ordinal, found.length) == (kind, 1, length)


@pytest.mark.parametrize(
    ("text", "typed_from"),
    [
        ("1.", 1),
        ("1.5", 2),
        ("1. ", 2),
        ("1.  ", 3),
        ("1. 加强", 4),
        ("2025. 加", 6),
        ("2025.5", 0),
        ("1.5 加", 4),
        ("１．", 1),
        ("１．５", 2),
        ("１．5倍", 0),
        ("２０２５．加", 5),
        ("一、 提", 2),
        ("一、提", 2),
        ("一，", 1),
        ("首先，", 0),
        ("第一，", 0),
        ("全国一、", 3),
        ("零是", 0),
        ("", 0),
    ],
)
def test_other_text_makes_nothing(text: str, typed_from: int) -> None:
    assert typed_number(text, typed_from, len(text)) is None


@pytest.mark.parametrize(
    ("markup", "index", "typed", "expected"),
    [
        ("一、", 0, 2, ["#"]),
        ("一、提高认识", 0, 6, ["# 提高认识"]),
        ("# 甲\n１．乙", 1, 3, ["# 甲", "### 乙"]),
        ("# 甲\n二、乙", 1, 3, ["# 甲", "# 乙"]),
        ("# 甲\n一、乙", 1, 3, ["# 甲", "# 乙 {重起}"]),
        ("- 甲\n一是乙", 1, 3, ["- 甲", "- 乙 {重起}"]),
        ("- 甲\n二是乙", 1, 3, ["- 甲", "- 乙"]),
        ("- 甲\n+- 二是", 1, 2, ["- 甲", "+-"]),
        ("# 甲\n- 乙\n- 二、", 2, 2, ["# 甲", "- 乙", "#"]),
        ("# 一、甲", 0, 3, ["# 甲"]),
        ("# 甲\n# 一是乙", 1, 3, ["# 甲", "- 乙"]),
    ],
)
def test_what_a_typed_number_makes(markup: str, index: int, typed: int, expected: list[str]) -> None:
    before = draft(markup)
    stroke = made_by_typing(before, index, 0, typed)
    assert stroke is not None
    assert lines(applied(stroke.plan, before)) == expected
    assert stroke.place == Place(index, typed - 2)


@pytest.mark.parametrize(
    ("markup", "index"),
    [
        ("二、三产业", 0),
        ("# 甲\n四、", 1),
        ("- 十五是", 0),
        ("# 三、", 0),
        ("三是", 0),
        ("### 甲\n１２．乙", 1),
    ],
)
def test_a_number_that_leads_nowhere_stays_text(markup: str, index: int) -> None:
    before = draft(markup)
    assert made_by_typing(before, index, 0, len(before.blocks[index].text)) is None


@pytest.mark.parametrize(
    ("text", "typed_from", "typed_to", "cursor"),
    [("1. 加", 3, 4, 1), ("1. 加强", 0, 5, 2), ("1.  加", 4, 5, 1)],
)
def test_the_blank_behind_a_typed_number_goes_with_it(
    text: str, typed_from: int, typed_to: int, cursor: int
) -> None:
    before = draft(text)
    stroke = made_by_typing(before, 0, typed_from, typed_to)
    assert stroke is not None and stroke.place == Place(0, cursor)
    assert applied(stroke.plan, before).blocks[0].text == text[2:].strip()


def test_in_a_heading_or_point_with_text_a_number_stays_text() -> None:
    """「# 、甲」 before which 一 is typed, or 「- 二产业」 to which 是 comes, is the writer's own text."""
    for markup, typed_from, typed_to in (("# 一、甲", 0, 2), ("- 一是甲", 1, 2)):
        assert made_by_typing(draft(markup), 0, typed_from, typed_to) is None


def test_a_number_typed_key_by_key_in_an_empty_point_is_taken() -> None:
    before = draft("- 甲\n- 二是")
    stroke = made_by_typing(before, 1, 1, 2)
    assert stroke is not None and lines(applied(stroke.plan, before)) == ["- 甲", "-"]


@pytest.mark.parametrize(
    ("text", "offset", "is_between"),
    [
        ("（一）", 2, True),
        ("(十二)正文", 3, True),
        ("（3）", 2, True),
        ("（一）", 1, False),
        ("（一）", 3, False),
        ("（百）", 2, False),
        ("（）", 1, False),
        ("又（一）", 3, False),
        ("一、", 1, False),
        ("【一】", 2, False),
    ],
)
def test_a_number_between_brackets_waits_for_what_comes_behind(
    text: str, offset: int, is_between: bool
) -> None:
    assert number_between(text, offset) is is_between


def test_the_second_point_is_offered_and_made_in_mid_paragraph() -> None:
    before = draft("- 抓开工；二是加快建成。")
    place = Place(0, 6)
    assert offered_point(before, place)
    assert lines(applied(points_made(before, place).plan, before)) == ["- 抓开工；", "+- 加快建成。"]


@pytest.mark.parametrize(
    ("markup", "offset"),
    [
        ("抓开工；二是", 6),
        ("- 抓开工；三是", 6),
        ("- 抓开工，二是", 6),
        ("- 抓开工；二是", 5),
        ("## 抓开工；二是", 6),
        ("- 甲；二要", 5),
        ("要做到一是甲。二是", 9),
        ("要做到：一是甲，二是", 10),
        ("要做到：一是甲。三是", 10),
        ("要做到：一要甲。二是", 10),
        ("要做到：一是甲。十二是", 11),
        ("要做到：一是", 6),
        ("首先，甲。其次，", 8),
        ("一是甲。[二是](=会议名称)", 6),
        ("[一是](=会议名称)甲。二是", 6),
        ("- 一是甲。二要", 7),
        ("# 一是甲。二是", 6),
        ("二是", 2),
    ],
)
def test_no_point_is_offered_elsewhere(markup: str, offset: int) -> None:
    before = draft(markup)
    assert not offered_point(before, Place(0, offset))
    assert points_made(before, Place(0, offset)).plan.is_empty


@pytest.mark.parametrize(
    ("markup", "index", "expected"),
    [
        ("要做到：一是抓开工。二是", 0, ["要做到：", "+- 抓开工。", "+-"]),
        ("一是抓开工；二是", 0, ["- 抓开工；", "+-"]),
        ("要求：一要早；二要快；三要", 0, ["要求：", "+- 早； {要}", "+- 快； {要}", "+- {要}"]),
        ("先说。一是**甲**【待填：数】；二是", 0, ["先说。", "+- **甲**【待填：数】；", "+-"]),
        ("- 甲\n- 乙\n另有：一是丙。二是", 2, ["- 甲", "- 乙", "另有：", "+- 丙。 {重起}", "+-"]),
        ("- 甲\n又：二是乙；三是", 1, ["- 甲", "又：", "+- 乙；", "+-"]),
        ("- 甲\n又：一是丙。二是", 1, ["- 甲", "又：", "+- 丙。 {重起}", "+-"]),
    ],
)
def test_a_series_that_is_text_so_far_is_offered_with_its_second_number(
    markup: str, index: int, expected: list[str]
) -> None:
    before = draft(markup)
    stroke = points_made(before, Place(index, len(before.blocks[index].text)))
    assert lines(applied(stroke.plan, before)) == expected
    assert stroke.place == Place(len(expected) - 1, 0)


def test_a_number_at_the_start_of_what_was_put_in_is_offered_and_the_cursor_stays_behind_it() -> None:
    before, place = draft("要做到：一是甲。二是好的，再说"), Place(0, 12)
    assert not offered_point(before, place)
    assert offered_point(before, place, 8) and not offered_point(before, place, 10)
    stroke = points_made(before, place, 8)
    assert lines(applied(stroke.plan, before)) == ["要做到：", "+- 甲。", "+- 好的，再说"]
    assert stroke.place == Place(2, 2)


def test_a_section_begins_at_the_first_point_that_is_made_of_its_start() -> None:
    before = draft("一是甲。二是 {节=开场}")
    assert lines(applied(points_made(before, Place(0, 6)).plan, before)) == ["- 甲。 {节=开场}", "+-"]


@given(drafts(), st.data())
def test_no_text_is_lost_but_the_number(before: Draft, data: st.DataObject) -> None:
    if not before.blocks:
        return
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    size = len(before.blocks[index].text)
    stroke = made_by_typing(before, index, 0, size)
    after = applied(stroke.plan, before) if stroke else before
    assert repaired(after) == after
    assert before.blocks[index].text.endswith(after.blocks[index].text)

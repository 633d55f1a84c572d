"""Find: on the text with its numbers, with its options, in the place that was chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.place import Place
from app.core.search import EVERYWHERE, Query, Within, find, selected
from tests.core.strategies import SPEAKING, drafts

SPEECH = parse_markup("""
@标题 全市会议讲话
# 统一思想
全市一盘棋，一、二不分。
## 认清形势。全市要稳。
- 全市动员。
- Plan A, plan a。
# 抓好落实
全市推进，会议抓落实。
""")


def words(text: str) -> list[str]:
    """Words of two, as a cut that is easy to foresee."""
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def found(query: Query, draft: Draft = SPEECH, within: Within = EVERYWHERE) -> list[tuple[int, int, int]]:
    return [(draft.index_of(hit.block_id), hit.start, hit.stop) for hit in find(draft, query, within, words)]


def test_hits_come_in_the_order_of_the_text() -> None:
    assert found(Query("全市")) == [(0, 0, 2), (2, 0, 2), (3, 5, 7), (4, 0, 2), (7, 0, 2)]


def test_a_number_is_found_as_it_is_shown_and_lies_before_the_text() -> None:
    assert found(Query("一、")) == [(1, -2, 0), (2, 6, 8)]
    hits = find(SPEECH, Query("一、"))
    assert [hit.in_number for hit in hits] == [True, False]


def test_a_hit_may_begin_in_the_number_and_go_on_in_the_text() -> None:
    (hit,) = find(SPEECH, Query("二、抓好"))
    assert (hit.start, hit.stop, hit.in_number, hit.text) == (-2, 2, True, "二、抓好")


def test_capitals_count_only_where_they_are_asked_for() -> None:
    assert len(found(Query("plan a"))) == 2
    assert found(Query("plan a", case=True)) == [(5, 8, 14)]


def test_a_text_is_looked_for_as_it_is_and_a_pattern_as_a_pattern() -> None:
    assert found(Query("全.")) == []
    assert len(found(Query("全.", pattern=True))) == 5
    hits = find(SPEECH, Query("(全)(市|国)", pattern=True))
    assert hits[0].groups == ("全市", "全", "市")
    assert find(SPEECH, Query("全市"))[0].groups == ()


def test_a_pattern_that_matches_nothing_at_all_finds_nothing() -> None:
    assert found(Query("丁*", pattern=True)) == []
    assert found(Query("")) == []


def test_a_bad_pattern_is_told_in_words() -> None:
    with pytest.raises(AppError, match="看不懂"):
        find(SPEECH, Query("(", pattern=True))


def test_whole_words_begin_and_end_where_words_do() -> None:
    draft = parse_markup("会议推进推会议，\n")
    assert found(Query("会议", whole_word=True), draft) == [(0, 0, 2)]
    assert found(Query("会议"), draft) == [(0, 0, 2), (0, 5, 7)]
    assert found(Query("一、", whole_word=True)) == [(1, -2, 0), (2, 6, 8)]


def test_whole_words_need_somebody_who_knows_words() -> None:
    with pytest.raises(ValueError, match="cut"):
        find(SPEECH, Query("会议", whole_word=True))


def test_headings_are_titles_and_the_leads_of_headings() -> None:
    assert found(Query("全市"), within=Within(headings=True)) == [(0, 0, 2)]
    assert found(Query("形势"), within=Within(headings=True)) == [(3, 2, 4)]
    assert found(Query("二、"), within=Within(headings=True)) == [(6, -2, 0)]


def test_a_section_is_looked_through_from_its_heading_to_the_next() -> None:
    section = SPEECH.blocks[6].section
    assert section is not None
    assert found(Query("全市"), within=Within(section=section.id)) == [(7, 0, 2)]
    assert found(Query("全市"), within=Within(section="gone")) == []


def test_a_selection_is_looked_through_from_its_first_character_to_its_last() -> None:
    within = selected(SPEECH, Place(2, 1), Place(4, 2))
    assert found(Query("全市"), within=within) == [(3, 5, 7), (4, 0, 2)]
    assert found(Query("一是"), within=within) == [(4, -2, 0)]
    within = selected(SPEECH, Place(7, 1), Place(7, 3))
    assert found(Query("."), within=within) == []
    assert found(Query(".", pattern=True), within=within) == [(7, 1, 2), (7, 2, 3)]


def test_what_stands_outside_of_a_selection_hides_no_hit_in_it() -> None:
    draft = parse_markup("好好好\n")
    assert found(Query("好好"), draft, selected(draft, Place(0, 1), Place(0, 3))) == [(0, 1, 3)]


def test_a_selection_whose_ends_are_gone_holds_nothing() -> None:
    for within in (
        Within(first="gone", last=SPEECH.blocks[2].id),
        Within(first=SPEECH.blocks[1].id, last="gone"),
    ):
        assert found(Query("全市"), within=within) == []


def test_a_hit_knows_the_fact_and_the_placeholder_that_it_touches() -> None:
    draft = parse_markup("在[××会议](=会议名称)上，【待填：会议】。\n")
    hits = find(draft, Query("会议"))
    assert [(hit.bind and hit.bind.name, hit.placeholder) for hit in hits] == [
        ("会议名称", False),
        (None, True),
    ]


@given(drafts(), st.text(st.sampled_from(SPEAKING), min_size=1, max_size=2))
def test_every_hit_is_the_text_that_is_shown_there(draft: Draft, text: str) -> None:
    shown = {
        block.id: (number, block.text)
        for block, number in zip(draft.blocks, numbers(draft.blocks), strict=True)
    }
    hits = find(draft, Query(text, case=True))
    for hit in hits:
        number, said = shown[hit.block_id]
        assert (number + said)[hit.start + len(number) : hit.stop + len(number)] == hit.text == text
    count = sum((number + said).count(text) for number, said in shown.values())
    assert len(hits) == count


@given(drafts(), st.sampled_from(["我们", "[要把]+", "。|，", "."]))
def test_a_selection_of_all_finds_all(draft: Draft, text: str) -> None:
    if draft.blocks:
        whole = selected(draft, Place(0, 0), Place(len(draft.blocks) - 1, len(draft.blocks[-1].text)))
        query = Query(text, pattern=True)
        assert find(draft, query, whole) == find(draft, query)

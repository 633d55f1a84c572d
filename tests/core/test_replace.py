"""Replace: one step that keeps marks, leaves numbers alone and asks about facts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Block, Draft, Run
from app.core.errors import AppError
from app.core.markup import parse_markup, print_block
from app.core.place import Place
from app.core.plan import applied
from app.core.repair import repaired
from app.core.replace import bound_hits, place_after, replaceable, replaced
from app.core.search import Query, find
from tests.core.strategies import SPEAKING, drafts


def lines(markup: str, query: Query, replacement: str, bound_too: bool = False) -> list[str]:
    draft = parse_markup(markup)
    plan = replaced(draft, find(draft, query), replacement, bound_too)
    return [print_block(block) for block in applied(plan, draft).blocks]


@pytest.mark.parametrize(
    ("markup", "old", "new", "wanted"),
    [
        ("全市动员，全市行动", "全市", "全县", "全县动员，全县行动"),
        ("甲**乙丙**丁", "乙", "己", "甲**己丙**丁"),
        ("甲**乙**丁", "甲乙", "己", "己丁"),
        ("**甲**乙丁", "甲乙", "己", "**己**丁"),
        ("[甲](?)乙丁", "甲乙", "己", "[己](?)丁"),
        ("甲【待填：数字】乙", "数字", "数值", "甲【待填：数值】乙"),
        ("甲【待填：数字】乙", "【待填：数字】", "三十", "甲三十乙"),
        ("甲【待填：数字】乙", "甲【待", "三", "三填：数字\\】乙"),
        ("甲乙", "乙", "", "甲"),
        ("a.b", ".", "\\1", "a\\\\1b"),
    ],
)
def test_what_comes_in_has_the_marks_of_what_goes(markup: str, old: str, new: str, wanted: str) -> None:
    assert lines(markup, Query(old), new) == [wanted]


def test_comments_of_all_that_goes_are_kept() -> None:
    draft = parse_markup("甲乙丙")
    runs = (Run("甲", comment="一"), Run("乙", query=True), Run("丙", comment="二"))
    draft = Draft(blocks=(Block(draft.blocks[0].id, runs=runs),))
    after = applied(replaced(draft, find(draft, Query("甲乙丙")), "丁"), draft)
    assert after.blocks[0].runs == (Run("丁", query=True, comment="一\n二"),)


def test_a_number_is_never_replaced() -> None:
    assert lines("# 一、二不分\n", Query("一、"), "壹、") == ["# 壹、二不分"]
    assert lines("# 抓好\n", Query("一、抓"), "狠抓") == ["# 抓好"]


def test_a_bound_place_is_left_alone_until_it_is_asked_for() -> None:
    markup = "在[××会议](=会议名称)上，会议"
    assert lines(markup, Query("会议"), "大会") == ["在[××会议](=会议名称)上，大会"]
    assert lines(markup, Query("会议"), "大会", bound_too=True) == ["在[××大会](=会议名称)上，大会"]
    hits = find(parse_markup(markup), Query("会议"))
    assert (len(bound_hits(hits)), len(replaceable(hits))) == (1, 1)


def test_a_place_that_goes_beyond_a_bound_run_is_bound_no_more_where_it_was_replaced() -> None:
    markup = "在[××会议](=会议名称)上"
    assert lines(markup, Query("会议上"), "会上", bound_too=True) == ["在[××](=会议名称)会上"]


def test_two_bound_runs_that_come_to_meet_stay_two() -> None:
    markup = "[甲](=名)，[甲](=名)"
    draft = parse_markup(markup)
    after = applied(replaced(draft, find(draft, Query("，")), ""), draft)
    assert [run.bind.occurrence for run in after.blocks[0].runs if run.bind] == [0, 1]


def test_groups_of_a_pattern_come_in_by_their_number() -> None:
    query = Query(r"(\d+)月(\d+)日", pattern=True)
    assert lines("5月31日", query, r"\2/\1\\\0") == ["31/5\\\\5月31日"]
    with pytest.raises(AppError, match="只有 2 个括号"):
        lines("5月31日", query, r"\3")
    with pytest.raises(AppError, match="没有括号"):
        lines("5月", Query("月", pattern=True), r"\1")


@pytest.mark.parametrize("written", [r"\n", r"甲\t", "甲\\"])
def test_what_a_pattern_has_no_meaning_for_is_refused_and_not_put_in_as_it_stands(written: str) -> None:
    with pytest.raises(AppError, match="这里不认") as caught:
        lines("5月31日", Query("月", pattern=True), written)
    assert "按回车" in caught.value.remedy


def test_what_cannot_stand_in_a_line_does_not_come_in() -> None:
    assert lines("甲，乙", Query("，"), "\n\t") == ["甲  乙"]


def test_what_is_reckoned_follows_in_the_same_step() -> None:
    draft = repaired(parse_markup("讲[两](=@意见数)点\n# 甲\n# 乙\n"))
    after = applied(replaced(draft, find(draft, Query("乙")), ""), draft)
    assert after.blocks[0].text == "讲一点"


def test_hits_of_a_text_that_is_not_there_any_more_are_left_alone() -> None:
    old, new = parse_markup("甲乙"), parse_markup("乙甲")
    hits = find(old, Query("乙"))
    same = Draft(blocks=(Block(old.blocks[0].id, runs=new.blocks[0].runs),))
    assert replaced(same, hits, "丙").is_empty


def test_the_step_is_named_by_what_it_does() -> None:
    draft = parse_markup("甲，乙，丙")
    hits = find(draft, Query("，"))
    assert replaced(draft, hits, "、").name == "替换 2 处"
    assert replaced(draft, hits[:1], "、").name == "替换"


short = st.text(st.sampled_from(SPEAKING), min_size=1, max_size=2)


@given(drafts(), short, st.booleans())
def test_replacing_a_text_by_itself_changes_nothing(draft: Draft, text: str, bound_too: bool) -> None:
    assert replaced(draft, find(draft, Query(text)), text, bound_too).is_empty


@given(drafts(), short, st.sampled_from(["", "★", "★★★"]))
def test_text_is_what_plain_replacing_makes_and_stays_so_the_second_time(
    draft: Draft, old: str, new: str
) -> None:
    query = Query(old, case=True)
    hits = find(draft, query)
    after = applied(replaced(draft, hits, new, bound_too=True), draft)
    assert repaired(after) == after
    for before, now in zip(draft.blocks, after.blocks, strict=True):
        if any(run.bind and run.bind.scope == "computed" for run in before.runs):
            continue
        taken = [hit for hit in hits if hit.block_id == before.id and not hit.in_number]
        text, at = "", 0
        for hit in taken:
            text, at = text + before.text[at : hit.start] + new, hit.stop
        assert now.text == text + before.text[at:]
        assert (now.id, now.kind, now.section, now.joined) == (
            before.id,
            before.kind,
            before.section,
            before.joined,
        )
    if new:
        again = replaced(after, find(after, query), new, bound_too=True)
        assert again.is_empty or any(hit.in_number for hit in hits)


@given(drafts(), short)
def test_marks_of_what_is_not_replaced_stay(draft: Draft, old: str) -> None:
    hits = replaceable(find(draft, Query(old, case=True)))
    after = applied(replaced(draft, hits, "★"), draft)
    for before, now in zip(draft.blocks, after.blocks, strict=True):
        if not any(run.placeholder or run.bind for run in before.runs):
            spans = [(hit.start, hit.stop) for hit in hits if hit.block_id == before.id]
            kept = [
                mark for at, mark in enumerate(_marks(before.runs)) if not any(a <= at < b for a, b in spans)
            ]
            assert kept == [
                mark for mark, said in zip(_marks(now.runs), now.text, strict=True) if said != "★"
            ]


def _marks(runs: tuple[Run, ...]) -> list[tuple[bool, bool, str]]:
    return [(run.bold, run.query, run.comment) for run in runs for _ in run.text]


@given(drafts(), short)
def test_bound_text_is_untouched_where_it_is_not_asked_for(draft: Draft, old: str) -> None:
    after = applied(replaced(draft, find(draft, Query(old)), "★"), draft)

    def bound(of: Draft) -> list[str]:
        return [
            run.text for block in of.blocks for run in block.runs if run.bind and run.bind.scope != "computed"
        ]

    assert bound(after) == bound(draft)


@given(st.text(st.sampled_from("甲乙12"), max_size=20))
def test_a_pattern_replaces_as_re_does(text: str) -> None:
    draft = parse_markup("甲")
    draft = Draft(blocks=(Block(draft.blocks[0].id, runs=(Run(text),) if text else ()),))
    query = Query(r"(\d)(甲?)", pattern=True)
    after = applied(replaced(draft, find(draft, query), r"\2<\1>"), draft)
    assert after.blocks[0].text == re.sub(r"(\d)(甲?)", r"\2<\1>", text)


@pytest.mark.parametrize(
    ("markup", "old", "new", "cursor", "wanted"),
    [
        ("正文，正文", "正文", "文", 0, "|文，文"),
        ("正文，正文", "正文", "文", 3, "文，|文"),
        ("正文，正文", "正文", "文", 5, "文，文|"),
        ("甲一步乙", "一步", "一大步", 3, "甲一大步|乙"),
        ("甲乙丙", "乙", "丁戊", 1, "甲|丁戊丙"),
        ("全市的事", "全市", "", 1, "|的事"),
        ("甲乙【待填：三】", "甲乙", "丙", 2, "丙|【待填：三】"),
        ("【待填：三】乙", "三", "四", 5, "【待填：四】|乙"),
    ],
)
def test_a_place_stays_between_its_words_and_out_of_placeholders(
    markup: str, old: str, new: str, cursor: int, wanted: str
) -> None:
    draft = parse_markup(markup)
    plan = replaced(draft, find(draft, Query(old)), new)
    place = place_after(plan, draft, Place(0, cursor))
    text = applied(plan, draft).blocks[0].text
    assert text[: place.offset] + "|" + text[place.offset :] == wanted

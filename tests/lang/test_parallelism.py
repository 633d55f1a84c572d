"""Sibling headings: the score follows what a reader sees, and the remarks name it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ReadError
from app.lang.parallelism import EVEN, UNEVEN, clause_lengths, load_lead_verbs, parallelism

RULING = ["坚持规划先行，绘好建设蓝图", "坚持产业为本，壮大集体经济", "坚持群众主体，激发内生动力"]
RAGGED = ["统一思想，提高站位", "要抓住关键促提升", "强化组织，明确分工，务求实效"]

# Groups of the shapes in the table of the facts page (§7), with the scores it gives for jieba and verb list.
SHAPES = {
    "two clauses, the last one short": (
        77,
        [
            "提升思想认识，深入领会乡村建设工作的重要现实意义",
            "回顾工作成效，清醒看到我县乡村建设的短板与差距",
            "紧扣中心任务，全面推进我县乡村建设提质增效",
            "压实工作责任，确保任务见底见效",
        ],
    ),
    "judgements with one subject": (
        89,
        [
            "乡村建设是顺应人民群众共同期盼的必然要求",
            "乡村建设是推动我县城乡融合协调发展的有力抓手",
            "乡村建设是补齐民生短板的现实需要",
        ],
    ),
    "a sentence and two noun phrases": (
        66,
        [
            "近年来推进的各项工程为我县乡村建设打下扎实根基",
            "我县乡村建设迎来的机遇",
            "我县乡村建设存在的短板",
        ],
    ),
    "verbs with objects of other build": (
        76,
        ["建成了村级服务平台", "带动了农民增收与就业", "扩大了我县5G乡村的影响力"],
    ),
    "subjects with predicates": (
        71,
        ["资金渠道较窄", "管护能力不足", "人才流失问题突出", "村庄规划编制滞后"],
    ),
    "five pairs of verb and object": (
        88,
        [
            "加强规划引领，完善村庄建设布局",
            "强化资金保障，提高财政投入使用率",
            "培育壮大产业，打造特色品牌",
            "深化人居整治，改善农村生活环境",
            "加强人才引育，夯实乡村振兴根基",
        ],
    ),
    "one with an adverb first": (77, ["精心编制村庄规划", "制定配套管护办法", "建立部门协同机制"]),
    "eight, eight and seven": (88, ["加强公共设施建设", "加大涉农资金投入", "促进农文旅融合"]),
    "six, eight and six": (89, ["培育龙头企业", "扶持家庭农场发展", "打造特色品牌"]),
    "six each": (87, ["盘活闲置资源", "推动产业升级", "加强品牌推广"]),
    "eight, six and six": (77, ["加大农机更新力度", "加强人才培养", "优化营商环境"]),
    "a good triple": (93, RULING),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_scores_are_about_those_of_the_table(shape, jieba_segmenter, lead_verbs):
    expected, headings = SHAPES[shape]
    assert parallelism(headings, jieba_segmenter, lead_verbs).score == pytest.approx(expected, abs=6)


def test_a_good_triple_gets_no_remark(jieba_segmenter, lead_verbs):
    result = parallelism(RULING, jieba_segmenter, lead_verbs)
    assert result.score >= EVEN
    assert result.clause_counts == (2, 2, 2)
    assert result.lengths == ((6, 6), (6, 6), (6, 6))
    assert (result.repeated_verbs, result.remarks) == ((), ())


def test_a_ragged_triple_is_told_what_is_wrong(jieba_segmenter, lead_verbs):
    result = parallelism(RAGGED, jieba_segmenter, lead_verbs)
    assert result.score < UNEVEN
    assert result.clause_counts == (2, 1, 3)
    assert "分句数不一：2、1、3" in result.remarks
    assert "字数悬殊：4、8、4" in result.remarks


def test_a_ragged_column_is_named_by_its_number(jieba_segmenter, lead_verbs):
    headings = ["加强领导，落实责任", "强化保障，确保各项任务按期完成", "严格考核，务求实效"]
    assert "第2分句字数悬殊：4、10、4" in parallelism(headings, jieba_segmenter, lead_verbs).remarks


def test_a_verb_used_twice_is_named_once(jieba_segmenter, lead_verbs):
    result = parallelism(SHAPES["five pairs of verb and object"][1], jieba_segmenter, lead_verbs)
    assert result.repeated_verbs == ("加强",)
    assert result.remarks.count("起首动词重复：“加强”") == 1


def test_a_verb_behind_an_adverb_counts_too(jieba_segmenter, lead_verbs):
    headings = ["全力推动产业升级", "大力推动作风转变", "严格落实工作责任"]
    assert parallelism(headings, jieba_segmenter, lead_verbs).repeated_verbs == ("推动",)


def test_a_verb_that_all_share_on_purpose_is_left_alone(jieba_segmenter, lead_verbs):
    assert parallelism(RULING, jieba_segmenter, lead_verbs).repeated_verbs == ()
    framed = ["坚持以规划为先", "坚持以质量为先"]
    assert parallelism(framed, jieba_segmenter, lead_verbs).repeated_verbs == ()
    bare = ["加强组织领导", "加强资金保障"]
    assert parallelism(bare, jieba_segmenter, lead_verbs).repeated_verbs == ("加强",)


@pytest.mark.parametrize(
    ("headings", "frame"),
    [
        (SHAPES["judgements with one subject"][1], "乡村建设是…"),
        (["为农民增收添动力", "为企业减负添动力"], "为…添动力"),
        (["加强组织领导", "压实工作责任"], ""),
        (["加强组织领导"], ""),
    ],
)
def test_what_all_share_is_their_frame(headings, frame, jieba_segmenter, lead_verbs):
    assert parallelism(headings, jieba_segmenter, lead_verbs).common_frame == frame


def test_a_heading_that_begins_with_another_class_than_the_verbs_is_named(jieba_segmenter, lead_verbs):
    remarks = parallelism(SHAPES["one with an adverb first"][1], jieba_segmenter, lead_verbs).remarks
    assert remarks == ("起首有的是动词、有的不是：精心、制定、建立",)


def test_subjects_with_predicates_are_no_fault(jieba_segmenter, lead_verbs):
    remarks = parallelism(SHAPES["subjects with predicates"][1], jieba_segmenter, lead_verbs).remarks
    assert not any("起首" in remark for remark in remarks)


def test_the_lexicon_knows_verbs_that_jieba_takes_for_nouns(jieba_segmenter, lead_verbs):
    headings = ["优化服务供给", "培育新型主体", "拓展增收渠道"]
    assert (
        parallelism(headings, jieba_segmenter, lead_verbs).score
        > parallelism(headings, jieba_segmenter).score
    )


def test_the_lexicon_joins_a_verb_that_jieba_cuts_in_two(jieba_segmenter, lead_verbs):
    assert jieba_segmenter.tag("筑牢安全防线")[0][0] == "筑"
    headings = ["筑牢安全防线", "筑牢生态屏障", "织密保障网络"]
    assert parallelism(headings, jieba_segmenter, lead_verbs).repeated_verbs == ("筑牢",)


def test_end_marks_and_blanks_do_not_count(jieba_segmenter, lead_verbs):
    plain = parallelism(RULING, jieba_segmenter, lead_verbs)
    marked = parallelism([f" {heading}。" for heading in RULING], jieba_segmenter, lead_verbs)
    assert marked == plain


def test_an_opening_quotation_mark_is_no_first_word(jieba_segmenter, lead_verbs):
    result = parallelism(["“推动”产业升级", "加强组织领导", "“优化”服务供给"], jieba_segmenter, lead_verbs)
    assert result.lengths == ((8,), (6,), (8,))
    assert result.remarks == ("字数不齐：8、6、8",)


@pytest.mark.parametrize("headings", [[], ["加强组织领导"], ["", "加强组织领导", "。"]])
def test_fewer_than_two_headings_have_nothing_to_be_compared_with(headings, jieba_segmenter, lead_verbs):
    result = parallelism(headings, jieba_segmenter, lead_verbs)
    assert (result.score, result.remarks) == (100, ())


@given(st.lists(st.text(max_size=30) | st.text(alphabet="加强推动产业，“”。12", max_size=30), max_size=6))
def test_any_headings_have_a_score_and_facts(jieba_segmenter, lead_verbs, headings):
    result = parallelism(headings, jieba_segmenter, lead_verbs)
    assert 0 <= result.score <= 100
    assert len(result.lengths) == len(result.clause_counts) <= len(headings)
    assert tuple(map(len, result.lengths)) == result.clause_counts


@given(st.permutations(SHAPES["five pairs of verb and object"][1]))
def test_the_order_of_headings_does_not_change_the_score(jieba_segmenter, lead_verbs, headings):
    assert (
        parallelism(headings, jieba_segmenter, lead_verbs).score
        == parallelism(SHAPES["five pairs of verb and object"][1], jieba_segmenter, lead_verbs).score
    )


def test_a_body_text_taken_for_headings_is_no_burden(jieba_segmenter, lead_verbs):
    result = parallelism(["推动产业发展" * 5_000] * 50, jieba_segmenter, lead_verbs)
    assert result.lengths[0] == (30_000,)


def test_the_lexicon_is_long_enough_and_holds_words_only(lead_verbs):
    assert len(lead_verbs) >= 120
    assert all(1 <= len(verb) <= 4 and verb.isalpha() for verb in lead_verbs)


def test_a_lexicon_may_have_comments_and_blank_lines(tmp_path):
    path = tmp_path / "verbs.txt"
    path.write_text("\ufeff# 说明\n\n推动 # 常用\n 加强\n", encoding="utf-8")
    assert load_lead_verbs(path) == {"推动", "加强"}


def test_a_lexicon_that_cannot_be_read_is_a_clear_error(tmp_path):
    with pytest.raises(ReadError):
        load_lead_verbs(tmp_path / "missing.txt")
    (tmp_path / "gbk.txt").write_bytes("推动".encode("gbk"))
    with pytest.raises(ReadError, match="UTF-8"):
        load_lead_verbs(tmp_path / "gbk.txt")


def test_lengths_of_clauses_leave_marks_out() -> None:
    assert clause_lengths("加强规划引领，完善布局。") == (6, 4)
    assert clause_lengths(" ，") == ()

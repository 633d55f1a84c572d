"""Markup: the draft as text and back."""

from dataclasses import replace

import pytest
from hypothesis import given

from app.core.draft import Bind, Block, Draft, Run
from app.core.errors import ReadError
from app.core.facts import Date, Person
from app.core.ids import counting_ids
from app.core.kinds import Kind, Layer, Lead, Status
from app.core.markup import head_text, parse_blocks, parse_markup, print_block, print_markup, source_lines
from tests.core.strategies import drafts


def without_ids(draft: Draft) -> Draft:
    return replace(
        draft,
        blocks=tuple(
            replace(block, id="", section=block.section and replace(block.section, id=""))
            for block in draft.blocks
        ),
    )


@given(drafts())
def test_a_printed_draft_is_read_as_the_same_draft_but_for_ids(draft: Draft) -> None:
    assert without_ids(parse_markup(print_markup(draft))) == without_ids(draft)


@pytest.mark.parametrize("text", ["(=)", "(?)", "(^批)", "("])
def test_brackets_behind_a_span_are_no_marks_of_it(text: str) -> None:
    before = Draft(blocks=(Block("aaaaaaaa", runs=(Run("增速", query=True), Run(text))),))
    assert without_ids(parse_markup(print_markup(before))) == without_ids(before)


@given(drafts())
def test_printing_again_gives_the_same_text(draft: Draft) -> None:
    text = print_markup(draft)
    assert print_markup(parse_markup(text)) == text


def parsed(text: str) -> tuple[Block, ...]:
    return parse_markup(text, counting_ids()).blocks


def test_each_sign_makes_its_kind() -> None:
    kinds = [
        block.kind
        for block in parsed(
            "@标题 题\n@称谓 同志们：\n正文\n# 一\n## 二\n### 三\n#### 四\n- 要点\n@结束语 谢谢大家！"
        )
    ]
    assert kinds == [
        Kind.TITLE, Kind.SALUTATION, Kind.BODY, Kind.H1, Kind.H2, Kind.H3, Kind.H4, Kind.POINT, Kind.CLOSING,
    ]  # fmt: skip


def test_a_heading_carries_layer_length_and_status_of_its_section() -> None:
    (block,) = parsed("# 提高站位 {认识 字数=900 状态=初稿}")
    assert block.section is not None
    assert (block.section.layer, block.section.target, block.section.status) == (
        Layer.UNDERSTANDING,
        900,
        Status.DRAFT,
    )


def test_a_body_line_may_begin_a_named_section() -> None:
    (block,) = parsed('今天开会。 {节="开场 白"}')
    assert block.kind is Kind.BODY and block.text == "今天开会。"
    assert block.section is not None and block.section.name == "开场 白"


def test_a_plus_joins_body_and_point() -> None:
    blocks = parsed("正文\n+ 接着\n+- 要点\n+5%的增长")
    assert [(block.kind, block.joined, block.text) for block in blocks] == [
        (Kind.BODY, False, "正文"),
        (Kind.BODY, True, "接着"),
        (Kind.POINT, True, "要点"),
        (Kind.BODY, False, "+5%的增长"),
    ]


def test_points_take_marker_restart_and_lead() -> None:
    first, second, third = parsed("- 甲\n- 乙 {要 重起}\n- 丙。丁 {领句=全}")
    assert (first.marker, second.marker, second.restart, third.lead) == ("是", "要", True, Lead.ALL)


def test_marks_within_a_line() -> None:
    (block,) = parsed("**实**[全市大会](=会议名称)【待填：指标】[4070亿](?)[甲](^查一下)")
    assert block.runs == (
        Run("实", bold=True),
        Run("全市大会", bind=Bind("draft", "会议名称")),
        Run("【待填：指标】", placeholder=True),
        Run("4070亿", query=True),
        Run("甲", comment="查一下"),
    )


def test_a_bound_placeholder_keeps_both_marks() -> None:
    (block,) = parsed("[【会议日期】](=会议日期|年月日)")
    assert block.runs == (Run("【会议日期】", bind=Bind("draft", "会议日期", "年月日"), placeholder=True),)


def test_neighbours_of_one_binding_stay_two() -> None:
    text = "[大会](=会议名称)[大会](=会议名称)第[一](=@议程序)[二](=@议程序)"
    (block,) = parsed(text)
    assert [run.text for run in block.runs] == ["大会", "大会", "第", "一", "二"]
    assert print_block(block) == text


def test_neighbouring_atoms_of_one_fact_stay_two() -> None:
    atoms = {
        0: (Run("大会", bind=Bind("draft", "会议名称")),),
        1: (Run("大会", bind=Bind("draft", "会议名称")),),
    }
    (block,) = parse_blocks("\ufdd00\ufdd1\ufdd01\ufdd1", atoms)
    assert [run.text for run in block.runs] == ["大会", "大会"]


def test_section_and_computed_names_have_their_signs() -> None:
    (block,) = parsed("[12](=.单位数)和[](=@意见数)点")
    assert [run.bind for run in block.runs] == [
        Bind("section", "单位数"),
        None,
        Bind("computed", "意见数"),
        None,
    ]


@pytest.mark.parametrize(
    "text", ["全国第一，【重要", "a[b]c", "数组[0](甲)", "**", "3*4", "】收", "[[[(=x)", "（一）不是标题"]
)
def test_what_makes_no_mark_is_text(text: str) -> None:
    (block,) = parsed(text)
    assert block.text == text.replace("**", "")
    assert not any(run.bind or run.placeholder or run.query for run in block.runs)


def test_a_backslash_takes_meaning_away() -> None:
    assert [block.text for block in parsed("\\# 井号\n\\- 短横\n\\【不是\\】占位\\{x\\}")] == [
        "# 井号",
        "- 短横",
        "【不是】占位{x}",
    ]


def test_a_forced_line_end_is_kept_in_a_title() -> None:
    assert parsed("@标题 上\\n下")[0].text == "上\u2028下"


def test_blank_lines_and_full_width_indents_mean_nothing() -> None:
    assert [block.text for block in parsed("\n　　今天开会。　\n\n\r\n　　明天放假。")] == [
        "今天开会。",
        "明天放假。",
    ]


def test_the_head_gives_facts_occasion_and_layout() -> None:
    draft = parse_markup(
        '+++\n场合 = "tuijinhui"\n版式 = "guanli"\n[事实]\n会议名称 = "大会"\n会议日期 = 2025-05-31\n'
        '讲话人 = {职务 = "市长", 姓名 = "×××"}\n议程 = ["甲", "乙"]\n+++\n@标题 题'
    )
    assert (draft.occasion, draft.layout) == ("tuijinhui", "guanli")
    assert draft.facts.get("会议日期") == Date(2025, 5, 31)
    assert draft.facts.get("讲话人") == Person("×××", "市长")
    assert draft.facts.get("议程") == ("甲", "乙")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("+++\n场合 = \n+++\n", "第 2 行"),
        ("+++\n天气 = 1\n+++\n", "天气"),
        ("+++\n[事实]\n日 = {年 = 2025, 月 = 2, 日 = 30}\n+++\n", "日历"),
        ("+++\n场合 = 'x'\n", "没有收"),
        ("正文\n@副标 题", "第 2 行"),
        ("# 题 {颜色=红}", "颜色"),
        ("# 题 {字数=很多}", "很多"),
        ("# 题 {数据=9}", "节.9"),
        ("@标题 题 {认识}", "标题"),
        ("正文 {要}", "正文"),
        ("+ 接着 {节=甲}", "正文"),
        ("# 题 {认识 形势}", "两次"),
        ("# 题 {重起=否}", "否"),
    ],
)
def test_what_cannot_be_read_is_named(text: str, says: str) -> None:
    with pytest.raises(ReadError) as error:
        parse_markup(text)
    assert says in str(error.value) and error.value.remedy


def test_an_atom_is_never_read_as_markup() -> None:
    atoms = {0: (Run("# 【x】**y** - [a](=b)", bind=Bind("draft", "会议名称")),)}
    (block,) = parse_blocks("开头\ufdd00\ufdd1结尾", atoms)
    assert block.kind is Kind.BODY
    assert block.runs[1] == atoms[0][0]


def test_an_atom_at_the_start_of_a_line_makes_no_structure() -> None:
    (block,) = parse_blocks("\ufdd00\ufdd1", {0: (Run("- 不是要点"),)})
    assert (block.kind, block.text) == (Kind.BODY, "- 不是要点")


def test_a_value_inside_a_placeholder_becomes_part_of_it() -> None:
    (block,) = parse_blocks("【待填：\ufdd00\ufdd1的指标】", {0: (Run("××【市】"),)})
    assert block.runs == (Run("【待填：××市的指标】", placeholder=True),)


@pytest.mark.parametrize("piece", ["[", "【", "[a]("])
def test_marks_that_never_close_are_text(piece: str) -> None:
    (block,) = parsed(piece * 20_000)
    assert block.runs == (Run(piece * 20_000),)


def test_every_block_knows_the_line_it_was_read_from() -> None:
    text = '+++\n[事实]\n工作名称 = "××工作"\n+++\n\n@标题 讲话\r\n\u3000\n# 一级\n\n正文\n'
    assert head_text(text) == '[事实]\n工作名称 = "××工作"\n'
    assert source_lines(text) == (6, 8, 10)
    assert len(parsed(text)) == 3


@given(drafts())
def test_every_block_of_any_draft_has_one_source_line(draft: Draft) -> None:
    text = print_markup(draft)
    lines = [line.strip() for line in text.split("\n")]
    assert len(source_lines(text)) == len(parse_markup(text).blocks)
    assert all(lines[number - 1] for number in source_lines(text))

"""A template made of a passage, with the values it was made of, says the passage again."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.draft import Bind, Block, Draft, Run, merged
from app.core.errors import UsageError
from app.core.facts import Date, FactSheet, Person
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.core.writing import Place
from app.lang.segmenter import JiebaSegmenter
from app.templating.fields import FieldType, by_name
from app.templating.forms import bound_run
from app.templating.generalise.adding import with_added
from app.templating.generalise.passage import Passage, passages, section_passages
from app.templating.generalise.proposal import Becomes, Generalised, Proposal
from app.templating.generalise.propose import MOST, proposals
from app.templating.generalise.writing import generalised
from app.templating.library import Library, load_library
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from tests.templating.small_library import write_library

TODAY = date(2025, 3, 1)


@pytest.fixture(scope="module")
def library():
    with TemporaryDirectory() as folder:
        yield load_library([write_library(Path(folder))])


@pytest.fixture(scope="session")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    return JiebaSegmenter(tmp_path_factory.mktemp("jieba"))


def whole(markup: str, library: Library) -> Passage:
    (found,) = section_passages(parse_markup(markup, counting_ids()), library)
    return found


def proposed(passage: Passage, library: Library, segmenter: JiebaSegmenter) -> dict[str, Proposal]:
    return {each.text: each for each in proposals(passage, library.facts, segmenter, TODAY)}


def rendered(passage: Passage, made: Generalised, library: Library) -> tuple[Block, ...]:
    own = by_name(made.fields)
    facts = passage.facts
    for name, value in made.facts:
        facts = facts.with_value(name, value)
    return Renderer().render(made.body, "试", Scopes(library.facts, facts, own, made.values), 1)


def said(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [(each.kind, each.text, each.marker, each.joined, each.restart, each.lead) for each in blocks]


SPEECH = """+++
场合 = "xiaohui"
[事实]
会议名称 = "全市安全生产工作会议"
会议日期 = 2025-05-31
讲话人 = {职务 = "市长", 姓名 = "李明"}
议程 = ["听取汇报", "讨论文件"]
+++
@标题 在全市安全生产工作会议上的讲话
@称谓 同志们：
# 抓落实 {任务}
[5月31日](=会议日期|月日)，全市安全生产工作会议召开，2025年5月31日是开会的日子，[听取汇报](=议程|第1项)。
市委书记张建国同志去了杭州市，张建国同志说要落实《关于××的意见》，6月底前完成投资120.5亿元，增长6.5%，建成35个项目。
- 第一项 {{ x }} {% if %} {# 注 #} [甲](=乙) \\*\\*粗\\*\\*；
- 35个项目要再查一遍。
"""


def test_what_is_bound_goes_back_to_its_fact_in_its_form(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    made = generalised(passage, proposals(passage, library.facts, segmenter, TODAY), library.facts)
    assert "{{ 会议日期|月日 }}，" in made.body
    assert "{{ 议程[0] }}。" in made.body


def test_what_a_fact_says_is_proposed_as_that_fact(library, segmenter) -> None:
    found = proposed(whole(SPEECH, library), library, segmenter)
    meeting, day = found["全市安全生产工作会议"], found["2025年5月31日"]
    assert (meeting.becomes, meeting.name) == (Becomes.FACT, "会议名称")
    assert (day.becomes, day.name) == (Becomes.FACT, "会议日期")
    assert "写的一样" in meeting.reason


@pytest.mark.parametrize(
    ("text", "becomes", "name", "type_"),
    [
        ("市委书记张建国", Becomes.FIELD, "市委书记", FieldType.PERSON),
        ("杭州市", Becomes.FIELD, "市名", FieldType.TEXT),
        ("关于××的意见", Becomes.FIELD, "文件名称", FieldType.TEXT),
        ("6月底", Becomes.PLACEHOLDER, "时间", FieldType.TEXT),
        ("120.5亿", Becomes.PLACEHOLDER, "投资", FieldType.NUMBER),
        ("6.5%", Becomes.PLACEHOLDER, "增长幅度", FieldType.NUMBER),
        ("35", Becomes.FIELD, "项目数", FieldType.NUMBER),
    ],
)
def test_what_changes_is_proposed_with_a_name_and_a_type(
    text, becomes, name, type_, library, segmenter
) -> None:
    found = proposed(whole(SPEECH, library), library, segmenter)[text]
    assert (found.becomes, found.name, found.type) == (becomes, name, type_)
    assert found.reason


def test_the_same_person_with_and_without_post_is_one_field(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    made = generalised(passage, proposals(passage, library.facts, segmenter, TODAY), library.facts)
    assert "{{ 市委书记 }}同志去了" in made.body and "{{ 市委书记|姓名 }}同志说" in made.body
    assert made.values.get("市委书记") == Person("张建国", "市委书记")


def test_the_scale_of_a_quantity_stays_behind_its_placeholder(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    body = generalised(passage, proposals(passage, library.facts, segmenter, TODAY), library.facts).body
    assert "完成投资【待填：投资】亿元" in body and "增长【待填：增长幅度】%" in body


def test_what_is_the_names_of_everything_stays(library, segmenter) -> None:
    text = "+++\n+++\n# 认识\n习近平同志强调，全国人民代表大会的意见要落实，各地区、全市城市都要学。\n"
    assert proposed(whole(text, library), library, segmenter) == {}


def test_a_meeting_that_the_title_names_is_the_fact_where_the_draft_gives_none(library, segmenter) -> None:
    text = "+++\n+++\n@标题 在全县春耕工作会议上的讲话\n# 抓春耕\n今天召开全县春耕工作会议。\n"
    passage = whole(text, library)
    found = proposals(passage, library.facts, segmenter, TODAY)
    assert [(each.becomes, each.name) for each in found] == [(Becomes.FACT, "会议名称")]
    made = generalised(passage, found, library.facts)
    assert made.facts == FactSheet((("会议名称", "全县春耕工作会议"),)) and made.fields == ()


def test_what_was_edited_by_hand_stays_and_says_so(library, segmenter) -> None:
    text = '+++\n[事实]\n会议名称 = "全市会议"\n+++\n# 一\n召开[本次会](=会议名称)。\n'
    found = proposed(whole(text, library), library, segmenter)["本次会"]
    assert found.becomes is Becomes.STAYS and "手工改过" in found.reason


def test_a_missing_fact_is_asked_for_again(library, segmenter) -> None:
    passage = whole("+++\n+++\n# 一\n召开[【会议名称】](=会议名称)。\n", library)
    made = generalised(passage, proposals(passage, library.facts, segmenter, TODAY), library.facts)
    assert made.body == "# 一\n召开{{ 会议名称 }}。\n"


def test_the_writer_may_decide_otherwise(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    found = [
        each.decided(Becomes.FIELD, "完成投资") if each.text == "120.5亿" else each.decided(Becomes.STAYS)
        for each in proposals(passage, library.facts, segmenter, TODAY)
    ]
    made = generalised(passage, found, library.facts)
    assert "{{ 完成投资|亿 }}元" in made.body and made.body.count("{{") == 1
    assert [(each.name, each.type) for each in made.fields] == [("完成投资", FieldType.NUMBER)]


@pytest.mark.parametrize(("becomes", "name"), [
    (Becomes.FIELD, "1 个"), (Becomes.FIELD, "会议名称"), (Becomes.FACT, "没有"), (Becomes.PLACEHOLDER, "【】"),
])  # fmt: skip
def test_a_name_that_cannot_be_is_told(becomes, name, library, segmenter) -> None:
    passage = whole(SPEECH, library)
    first, *rest = proposals(passage, library.facts, segmenter, TODAY)
    with pytest.raises(UsageError):
        generalised(passage, [first.decided(becomes, name), *rest], library.facts)


def test_one_name_for_two_types_is_told(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    found = [
        each.decided(Becomes.FIELD, "甲") if each.text in ("杭州市", "35") else each
        for each in proposals(passage, library.facts, segmenter, TODAY)
    ]
    with pytest.raises(UsageError, match="另一种内容"):
        generalised(passage, found, library.facts)


def test_what_the_passage_says_comes_again(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    found = [
        each.decided(Becomes.FIELD) if each.becomes is Becomes.PLACEHOLDER else each
        for each in proposals(passage, library.facts, segmenter, TODAY)
    ]
    made = generalised(passage, found, library.facts)
    assert said(rendered(passage, made, library)) == said(passage.blocks)


# What the writer finds


def test_a_text_that_the_writer_names_is_a_field_wherever_it_stands(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    found = with_added(
        passage, proposals(passage, library.facts, segmenter, TODAY), "同志", tuple(library.facts)
    )
    mine = next(each for each in found if each.text == "同志")
    assert (mine.becomes, mine.name, len(mine.spots)) == (Becomes.FIELD, "同志", 2)
    made = generalised(passage, found, library.facts)
    assert "{{ 市委书记 }}{{ 同志 }}去了" in made.body
    decided = [each.decided(Becomes.FIELD) if each.becomes is Becomes.PLACEHOLDER else each for each in found]
    again = rendered(passage, generalised(passage, decided, library.facts), library)
    assert said(again) == said(passage.blocks)


def test_what_stands_in_its_way_gives_way(library, segmenter) -> None:
    passage = whole(SPEECH, library)
    found = with_added(passage, proposals(passage, library.facts, segmenter, TODAY), "建成35个项目")
    assert [len(each.spots) for each in found if each.text == "35"] == [1]
    body = generalised(passage, found, library.facts).body
    assert "{{ 内容 }}。" in body and "- {{ 项目数 }}个项目要" in body


@pytest.mark.parametrize("text", ["没有", " ", "5月31日", "听取"])
def test_what_the_passage_does_not_say_in_its_own_words_is_told(text, library) -> None:
    bound = whole("+++\n[事实]\n会议日期 = 2025-05-31\n+++\n# 一\n[5月31日](=会议日期|月日)。\n", library)
    with pytest.raises(UsageError, match="没有"):
        with_added(bound, (), text)


# Passages of a selection


def test_a_selection_over_sections_is_a_passage_each(library) -> None:
    draft = parse_markup(
        "+++\n+++\n@标题 题\n# 一 {认识}\n甲。\n# 二 {任务}\n乙。\n@落款 市政府\n", counting_ids()
    )
    found = passages(draft, Place(0, 0), Place(5, 3), library)
    assert [[block.text for block in each.blocks] for each in found] == [["一", "甲。"], ["二", "乙。"]]
    assert [each.layer for each in found] == ["认识", "任务"]


def test_nothing_selected_is_the_section_at_the_cursor(library) -> None:
    draft = parse_markup("+++\n+++\n# 一 {认识}\n甲。\n# 二\n乙。\n", counting_ids())
    (found,) = passages(draft, Place(3, 1), Place(3, 1), library)
    assert found.text == "二乙。"


def test_a_part_of_a_paragraph_is_a_passage_too(library) -> None:
    draft = parse_markup("+++\n+++\n# 一\n甲乙丙。\n", counting_ids())
    (found,) = passages(draft, Place(1, 1), Place(1, 2), library)
    assert said(found.blocks) == said((Block("", runs=(Run("乙"),)),))


# Large and hostile passages


@pytest.mark.parametrize(
    "text", ["中" * 40_000, "市" * 40_000 + "局", "《" * 20_000, "1," * 20_000, "全市" * 20_000]
)
def test_a_text_that_is_none_is_gone_through(text, library, segmenter) -> None:
    passage = Passage((Block("", runs=(Run(text),)),))
    assert generalised(passage, proposals(passage, library.facts, segmenter, TODAY), library.facts).body


def test_of_very_many_values_the_first_are_proposed_and_the_rest_stays(library, segmenter) -> None:
    blocks = tuple(Block("", runs=(Run(f"建成{number}个项目。"),)) for number in range(2_000))
    found = proposals(Passage(blocks), library.facts, segmenter, TODAY)
    assert len(found) == MOST and len({each.name for each in found}) == MOST
    made = generalised(Passage(blocks), found, library.facts)
    assert made.body.endswith("建成1999个项目。\n")


# Whatever is written

HOSTILE = st.text(alphabet="甲乙#{}%[]()【】\\*-+@=|\"'nx1.一、 ！。;{%", max_size=25)
WORDS = st.sampled_from([
    "今天召开全市××工作会议。", "市长张三同志", "2025年5月31日", "5月3日", "完成投资1,200.50亿元", "3.5%", "35个项目",
    "《关于××的意见》", "浙江省杭州市", "全市会议", "听取汇报", "张三", "{{ 会议名称 }}", "{% endif %}", "{#", "#}",
])  # fmt: skip
FACTS = FactSheet((
    ("会议名称", "全市会议"), ("会议日期", Date(2025, 5, 3)), ("讲话人", Person("张三", "市长")), ("增幅", 12),
    ("议程", ("听取汇报", "讨 {{ x }} 论【】#")),
))  # fmt: skip
BINDS = [
    Bind("draft", "会议名称"), Bind("draft", "会议日期", "月日"), Bind("draft", "讲话人", "姓名"), Bind("draft", "称谓"),
    Bind("draft", "议程", "第2项|去句号"), Bind("draft", "增幅", "带单位(个\"\\\\}})"), Bind("draft", "没有声明"),
]  # fmt: skip


@st.composite
def hostile_runs(draw) -> Run:
    bold = draw(st.booleans())
    match draw(st.integers(0, 4)):
        case 0 | 1:
            return Run(draw(HOSTILE), bold)
        case 2:
            return Run(draw(WORDS), bold)
        case 3:
            bind = draw(st.sampled_from(BINDS))
            return Run(
                bound_run(bind, FACTS.get(bind.name)).text,
                bold,
                bind,
                placeholder=bind.name in ("称谓", "没有声明"),
            )
        case _:
            return Run(
                "【待填：" + draw(HOSTILE).replace("【", "").replace("】", "") + "】", bold, placeholder=True
            )


@st.composite
def hostile_blocks(draw) -> Block:
    kind = draw(st.sampled_from([Kind.BODY, Kind.BODY, Kind.H2, Kind.POINT]))
    runs = merged(draw(st.lists(hostile_runs(), min_size=1, max_size=5)))
    return Block("", kind, runs, marker=draw(st.sampled_from(["是", "要"])) if kind is Kind.POINT else "")


@settings(max_examples=200, deadline=None, report_multiple_bugs=False)
@given(
    st.lists(hostile_blocks(), min_size=1, max_size=4), st.sampled_from([Becomes.FIELD, Becomes.STAYS, None])
)
def test_whatever_is_written_comes_again_with_its_values(library, segmenter, blocks, becomes) -> None:
    blocks = [block for block in blocks if block.text.strip()]
    draft = Draft(FACTS, tuple(blocks), "xiaohui")
    found = [] if not blocks else passages(draft, Place(0, 0), Place(len(blocks) - 1, 10**6), library)
    for passage in found:
        decisions = [
            each
            if each.becomes is Becomes.FACT or (becomes is None and each.becomes is not Becomes.PLACEHOLDER)
            else each.decided(becomes or Becomes.STAYS)
            for each in proposals(passage, library.facts, segmenter, TODAY)
        ]
        try:
            made = generalised(passage, decisions, library.facts)
        except UsageError:
            continue  # a name that the hostile text gave is told, and the writer gives another
        assert asked(rendered(passage, made, library)) == asked(passage.blocks), made.body


def asked(blocks: tuple[Block, ...]) -> list[tuple[object, ...]]:
    """What blocks say; a missing value is asked for in other words where it is a field's."""
    return [(kind, str(text).replace("【待填：", "【"), *rest) for kind, text, *rest in said(blocks)]

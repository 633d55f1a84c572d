"""What is typed where a placeholder of a fact stood becomes the fact, or stays as an edit by hand."""

from datetime import date

import pytest

from app.core.draft import Bind, Draft
from app.core.facts import Date, FactValue, Person
from app.core.ids import counting_ids
from app.core.markup import parse_markup, print_block
from app.core.plan import applied
from app.core.repair import repaired
from app.templating.fields import Field, FieldType
from app.templating.library import Library
from app.templating.typed_facts import TypedOver, carried, fact_typed
from tests.templating.sample import DRAFT

TODAY = date(2026, 3, 1)
LIBRARY = Library(facts={**DRAFT, "要求": Field("要求", FieldType.LONG)})


def typed(text: str, name: str, form: str = "", facts: str = "", rest: str = "") -> Draft:
    """The draft after the text was typed over the only placeholder of its block."""
    draft = parse_markup(f"+++\n[事实]\n{facts}\n+++\n前{text}后\n{rest}", counting_ids())
    bind = Bind("draft", name, form)
    place = TypedOver(0, 1, 1 + len(text), bind, f"【{name}】")
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    assert repaired(after) == after
    return after


@pytest.mark.parametrize(
    ("text", "name", "form", "value", "line"),
    [
        ("全市大会", "会议名称", "", "全市大会", "前[全市大会](=会议名称)后"),
        ("2025-5-31", "会议日期", "", Date(2025, 5, 31), "前[2025年5月31日](=会议日期)后"),
        ("2025年5月31日", "会议日期", "月日", Date(2025, 5, 31), "前[5月31日](=会议日期|月日)后"),
        ("十二", "单位数", "", 12, "前[12](=单位数)后"),
        ("12个", "单位数", "带单位(个)", 12, "前[12个](=单位数|带单位\\(个\\))后"),
        ("市长 张三", "讲话人", "", Person("张三", "市长"), "前[市长张三](=讲话人)后"),
        ("市长", "讲话人", "职务", Person("", "市长"), "前[市长](=讲话人|职务)后"),
        ("张三", "讲话人", "姓名", Person("张三"), "前[张三](=讲话人|姓名)后"),
        ("听取汇报、讨论", "议程", "", ("听取汇报", "讨论"), "前[听取汇报和讨论](=议程)后"),
        ("甲县、乙县和丙县", "议程", "", ("甲县", "乙县", "丙县"), "前[甲县、乙县和丙县](=议程)后"),
        (
            "甲、乙以及丙",
            "议程",
            "顿号(以及)",
            ("甲", "乙", "丙"),
            "前[甲、乙以及丙](=议程|顿号\\(以及\\))后",
        ),
        ("文化和旅游局", "议程", "", ("文化和旅游局",), "前[文化和旅游局](=议程)后"),
        ("听取汇报", "议程", "第1项", ("听取汇报",), "前[听取汇报](=议程|第1项)后"),
        ("甲。乙。", "要求", "", "甲。乙。", "前[甲。乙。](=要求)后"),
        ("谁来担当？", "会议名称", "", "谁来担当？", "前[谁来担当？](=会议名称)后"),
        (
            "《怎么看？怎么办？》研讨会",
            "会议名称",
            "",
            "《怎么看？怎么办？》研讨会",
            "前[《怎么看？怎么办？》研讨会](=会议名称)后",
        ),
    ],
)
def test_what_reads_as_the_type_becomes_the_value(
    text: str, name: str, form: str, value: FactValue, line: str
) -> None:
    after = typed(text, name, form)
    assert after.facts.get(name) == value
    assert print_block(after.blocks[0]) == line


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("五月底", "会议日期", ""),
        ("许多", "单位数", ""),
        ("全市大会。各位同志", "会议名称", ""),
        ("市长。我来", "讲话人", ""),
        ("听取汇报", "议程", "第2项"),
        ("2025", "会议日期", "年"),
        ("全市大会。", "会议名称", ""),
        ("一手抓建设；一手抓管理", "会议名称", ""),
    ],
)
def test_what_does_not_read_stays_as_an_edit_by_hand(text: str, name: str, form: str) -> None:
    after = typed(text, name, form)
    assert name not in after.facts
    [run] = [run for run in after.blocks[0].runs if run.bind]
    assert (run.text, run.placeholder) == (text, False)


def test_all_other_places_follow() -> None:
    rest = "在[【会议名称】](=会议名称)上\n已写[大会](=会议名称)"
    after = typed("全市大会", "会议名称", rest=rest)
    assert [block.text for block in after.blocks] == ["前全市大会后", "在全市大会上", "已写大会"]


def test_the_other_part_of_a_person_is_kept() -> None:
    after = typed("张三", "讲话人", "姓名", facts='讲话人 = {职务 = "市长", 姓名 = ""}')
    assert after.facts.get("讲话人") == Person("张三", "市长")


def test_a_fact_that_was_filled_in_the_meantime_is_left_alone() -> None:
    after = typed("区里的会", "会议名称", facts='会议名称 = "全市大会"')
    assert after.facts.get("会议名称") == "全市大会"
    assert print_block(after.blocks[0]) == "前[区里的会](=会议名称)后"


def test_a_fact_that_nobody_declares_is_text() -> None:
    assert typed("某某", "未声明").facts.get("未声明") == "某某"


def test_a_field_belongs_to_its_section_alone() -> None:
    line = "完成十二个，[【待填：单位数】](=.单位数)个"
    text = f"# 甲 {{数据=a}}\n{line}\n# 乙 {{数据=b}}\n{line}"
    draft = parse_markup(f"+++\n[节.a]\n[节.b]\n+++\n{text}", counting_ids())
    place = TypedOver(1, 2, 4, Bind("section", "单位数"), "【待填：单位数】")
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    sections = [block.section for block in after.blocks if block.section]
    assert [section.fields.get("单位数") for section in sections] == ["十二", None]
    assert [block.text for block in after.blocks[1::2]] == [
        "完成十二个，十二个",
        "完成十二个，【待填：单位数】个",
    ]


@pytest.mark.parametrize(
    ("now", "value"),
    [
        ("【全市大会】", "全市大会"),
        ("【会议名称】", None),
        ("【全市会议名称】", None),
        ("【会议】", None),
        ("【】", None),
    ],
)
def test_within_the_brackets_only_what_took_the_place_of_all_is_a_value(now: str, value: str | None) -> None:
    draft = parse_markup(f"前[{now}](=会议名称)后", counting_ids())
    place = TypedOver(0, 1, 1 + len(now), Bind("draft", "会议名称"), "【会议名称】")
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    assert after.facts.get("会议名称") == value
    assert value is not None or after == draft


@pytest.mark.parametrize("line", ["前  后", "前[大会](=会议名称)后", "前【待填：别的】后", ""])
def test_where_something_else_stands_nothing_happens(line: str) -> None:
    draft = parse_markup(line, counting_ids())
    middle = len(line) and len(draft.blocks[0].text) - 2
    place = TypedOver(0, 1, 1 + middle, Bind("draft", "会议名称"), "【会议名称】")
    assert fact_typed(draft, place, LIBRARY, TODAY).plan.is_empty


def test_marks_of_what_was_typed_stay() -> None:
    draft = parse_markup("前**全市大会**后", counting_ids())
    place = TypedOver(0, 1, 5, Bind("draft", "会议名称"), "【会议名称】")
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    assert after.blocks[0].runs[1].bold and after.blocks[0].runs[1].bind


@pytest.mark.parametrize(
    ("offset", "now"), [(0, 0), (1, 1), (7, 11), (8, 12), (18, 22), (20, 24), (27, 35), (28, 36)]
)
def test_a_cursor_in_the_line_stays_between_its_words(offset: int, now: int) -> None:
    line = "于[【会议日期】](=会议日期)和2025-05-31开会，[【会议日期】](=会议日期)散"
    draft = parse_markup(line, counting_ids())
    place = TypedOver(0, 8, 18, Bind("draft", "会议日期"), "【会议日期】")
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    assert after.blocks[0].text == "于2025年5月31日和2025年5月31日开会，2025年5月31日散"
    assert carried(draft.blocks[0], after.blocks[0], place, offset) == now


DATES = Library(facts={**DRAFT, "报送时间": Field("报送时间", FieldType.DATE)})


@pytest.mark.parametrize(
    ("text", "facts", "value", "said"),
    [
        ("5月31日", "", Date(2026, 5, 31), "照今年记作2026年5月31日"),
        ("五月三十一号", "", Date(2026, 5, 31), "照今年"),
        ("5月×日", "报送时间 = 2025-06-20", Date(2025, 5, 0), "照稿子里别的日期记作2025年"),
        ("5月31日", '会议名称 = "全市大会"', Date(2026, 5, 31), "照今年"),
    ],
)
def test_a_date_without_a_year_has_that_of_the_other_dates_or_of_today(
    text: str, facts: str, value: Date, said: str
) -> None:
    head = f"+++\n[事实]\n{facts}\n+++\n"
    draft = parse_markup(f"{head}前{text}后\n再说[【会议日期】](=会议日期)", counting_ids())
    place = TypedOver(0, 1, 1 + len(text), Bind("draft", "会议日期", "月日"), "【会议日期】")
    filled = fact_typed(draft, place, DATES, TODAY)
    after = applied(filled.plan, draft)
    assert after.facts.get("会议日期") == value
    assert "“会议日期”没有写年份" in filled.told and said in filled.told
    assert str(value.year) in after.blocks[1].text


@pytest.mark.parametrize("text", ["2月30日", "五月底", "下月3日", "5月"])
def test_what_is_no_day_of_the_calendar_is_given_no_year(text: str) -> None:
    after = typed(text, "会议日期")
    assert "会议日期" not in after.facts


def test_nothing_is_told_of_a_date_with_its_year() -> None:
    draft = parse_markup("前2025年5月31日后", counting_ids())
    place = TypedOver(0, 1, 11, Bind("draft", "会议日期"), "【会议日期】")
    assert fact_typed(draft, place, LIBRARY, TODAY).told == ""


@pytest.mark.parametrize("text", ["一手抓建设；一手抓管理", "怎么看？怎么办", "全市大会。"])
def test_what_was_put_in_the_place_of_the_whole_placeholder_at_once_may_have_sentences(text: str) -> None:
    draft = parse_markup(f"前{text}后", counting_ids())
    place = TypedOver(0, 1, 1 + len(text), Bind("draft", "会议名称"), "【会议名称】", at_once=True)
    after = applied(fact_typed(draft, place, LIBRARY, TODAY).plan, draft)
    assert after.facts.get("会议名称") == text

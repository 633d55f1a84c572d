"""How values print, and what stands for them while they are missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Bind, Run
from app.core.facts import Date, FactValue, Person
from app.core.kinds import Kind
from app.core.text import clean_text
from app.templating.form_table import FORMS
from app.templating.forms import (
    bound_run,
    chained,
    form_fits,
    is_blank,
    one_line,
    placeholder_text,
    print_form,
)
from tests.core.strategies import values

DAY = Date(2025, 5, 31)
AGENDA = ("听取汇报", "讨论文件", "总结讲话")
MAYOR = Person("×××", "市长")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        ("全市会议", "", "全市会议"),
        (12345, "", "12345"),
        (Decimal("3.50"), "", "3.50"),
        (DAY, "", "2025年5月31日"),
        (AGENDA, "", "听取汇报、讨论文件和总结讲话"),
        (MAYOR, "", "市长×××"),
        (DAY, "年月日", "2025年5月31日"),
        (Date(2025, 0, 0), "年月日", "2025年×月×日"),
        (DAY, "汉字年月日", "二〇二五年五月三十一日"),
        (DAY, "年月", "2025年5月"),
        (Date(2025), "年月", "2025年"),
        (DAY, "月日", "5月31日"),
        (Date(2025), "月日", "×月×日"),
        (DAY, "星期", "星期六"),
        (Date(2025, 5, 0), "星期", ""),
        (Date(2025, 5, 0), "日|汉字", ""),
        (DAY, "年", "2025"),
        (Date(0, 0, 0), "年", ""),
        (Date(2025, 5, 0), "日", ""),
        (Date(2025), "月", ""),
        (12, "汉字", "十二"),
        (Decimal("3.5"), "汉字", "三点五"),
        (2, "两", "两"),
        (12, "两", "十二"),
        (12345, "分节", "12,345"),
        (1234, "分节", "1234"),
        (123000, "万", "12.3万"),
        (35246000000, "亿", "352.46亿"),
        (5000, "金额", "5000元"),
        (123456, "金额", "12.3456万元"),
        (35246000000, "金额", "352.46亿元"),
        (123456789012, "金额", "12345678.9012万元"),
        (123000, "金额(元)", "123000元"),
        (5000, "金额(亿元)", "0.00005亿元"),
        (3, "带单位(个)", "3个"),
        (2, "两|带单位(项)", "两项"),
        (123000, "万|带单位(亩)", "12.3万亩"),
        (Decimal("3.5"), "百分比", "3.5%"),
        (AGENDA, "顿号", "听取汇报、讨论文件和总结讲话"),
        (AGENDA, "顿号(以及)", "听取汇报、讨论文件以及总结讲话"),
        (("甲。", "乙；"), "顿号", "甲和乙"),
        (("甲", "", "乙"), "", "甲和乙"),
        (("甲",), "顿号", "甲"),
        (AGENDA, "逗号", "听取汇报，讨论文件，总结讲话"),
        (AGENDA, "条数", "3"),
        (("甲", "乙"), "条数|两", "两"),
        (AGENDA, "第2项", "讨论文件"),
        (("甲。",), "第1项|去句号", "甲"),
        (AGENDA, "第9项", ""),
        (MAYOR, "职务姓名", "市长×××"),
        (MAYOR, "署名", "市长　×××"),
        (Person("×××"), "署名", "×××"),
        (MAYOR, "姓名", "×××"),
        (MAYOR, "职务", "市长"),
        (Person("", "市长"), "姓名", ""),
        (MAYOR, "同志", "×××同志"),
        ("抓好落实。", "去句号", "抓好落实"),
        ("抓好落实", "去句号", "抓好落实"),
    ],
)
def test_a_value_prints_in_each_form(value: FactValue, form: str, text: str) -> None:
    assert print_form(value, form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ("文字", "年月日"),
        ("文字", "第1项"),
        (DAY, "汉字"),
        (3, "顿号"),
        (MAYOR, "去句号"),
        (("甲",), "姓名"),
        (3, "没有的"),
        (3, "汉字(x)"),
        (3, "带单位"),
        (3, "金额(美元)"),
        (3, "万|亿"),
        (("甲",), "第0项"),
        (("甲",), "第" + "9" * 50 + "项"),
        (3, "|"),
        (3, "汉字|"),
        (3, "汉字("),
        (3, "|".join(["带单位(个)"] * 9)),
        (10**40, ""),
        (Decimal("1E+999999"), ""),
        (Decimal("1E+999999"), "万"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(value: FactValue, form: str) -> None:
    assert not form_fits(value, form)
    with pytest.raises(ValueError, match=r"[“数]"):
        print_form(value, form)


def test_an_argument_may_hold_what_separates_forms() -> None:
    form = chained(chained("", "汉字"), "带单位", "个（|)\\")
    assert print_form(3, form) == "三个（|)\\"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("全市\n会议", "全市会议"),
        ("全市 \r\n  会议", "全市会议"),
        ("AI \n lab", "AI lab"),
        ("第\u2028一\u2029行", "第一行"),
        ("甲\t乙", "甲 乙"),
        ("甲\x00\ufdd0乙\ufffc", "甲乙"),
        ("张　三", "张　三"),
    ],
)
def test_a_text_becomes_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_a_text_made_one_line_is_left_as_it_is_by_every_kind_of_block(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert all(clean_text(line, kind) == line for kind in Kind)


@given(values, st.sampled_from(["", *FORMS, "第1项", "第2项|去句号", "条数|两", "带单位(个)"]))
def test_whatever_prints_can_stand_in_a_block(value: FactValue, form: str) -> None:
    if form_fits(value, form):
        text = print_form(value, form)
        assert clean_text(text, Kind.BODY) == text


@pytest.mark.parametrize(
    ("bind", "text"),
    [
        (Bind("draft", "会议名称"), "【会议名称】"),
        (Bind("section", "工作"), "【待填：工作】"),
        (Bind("draft", "会议日期", "月日"), "【会议日期】"),
        (Bind("draft", "会议日期", "星期"), "【会议日期星期】"),
        (Bind("draft", "讲话人", "职务"), "【讲话人职务】"),
        (Bind("draft", "议程", "第12项|去句号"), "【议程十二】"),
        (Bind("section", "任务", "第1项"), "【待填：任务一】"),
        (Bind("draft", "议程", "条数|两"), "【议程条数】"),
        (Bind("draft", "怪【名】"), "【怪名】"),
    ],
)
def test_a_placeholder_names_what_is_missing(bind: Bind, text: str) -> None:
    assert placeholder_text(bind) == text


def test_a_bound_run_prints_its_value_or_a_placeholder() -> None:
    bind = Bind("draft", "议程", "第2项")
    assert bound_run(bind, AGENDA) == Run("讨论文件", bind=bind)
    for nothing in (None, (), ("",), ("甲",), ("甲", " \n")):
        assert bound_run(bind, nothing) == Run("【议程二】", bind=bind, placeholder=True)


def test_only_what_has_nothing_to_print_is_blank() -> None:
    assert all(map(is_blank, (None, "", " \n", (), ("", " "), Person(""))))
    assert not any(map(is_blank, ("甲", 0, Decimal(0), Date(0, 0, 0), ("", "甲"), Person("", "市长"))))

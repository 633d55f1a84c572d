"""The filters of the trade keep the binding, and points are made of lists."""

import pytest

from app.core.draft import Bind, Run
from app.core.facts import Date
from app.core.kinds import Kind
from app.templating.filters import FILTERS
from app.templating.form_table import FORMS
from app.templating.problems import TemplateError
from tests.templating.sample import NOTHING, blocks, bound, rendered, runs, scopes, texts


@pytest.mark.parametrize(
    ("expression", "text", "form"),
    [
        ("会议日期", "2025年5月31日", ""),
        ("会议日期|年月日", "2025年5月31日", "年月日"),
        ("会议日期|汉字年月日", "二〇二五年五月三十一日", "汉字年月日"),
        ("会议日期|年月", "2025年5月", "年月"),
        ("会议日期|月日", "5月31日", "月日"),
        ("会议日期|星期", "星期六", "星期"),
        ("会议日期.年", "2025", "年"),
        ("会议日期['月']", "5", "月"),
        ("会议日期.month|汉字", "五", "月|汉字"),
        ("单位数|汉字", "二", "汉字"),
        ("单位数|两", "两", "两"),
        ("投资|分节", "123,000", "分节"),
        ("投资|万", "12.3万", "万"),
        ("投资|亿", "0.00123亿", "亿"),
        ("投资|金额", "12.3万元", "金额"),
        ("投资|金额('元')", "123000元", "金额(元)"),
        ("单位数|带单位('个')", "2个", "带单位(个)"),
        ("单位数|百分比", "2%", "百分比"),
        ("议程", "听取汇报和讨论文件", ""),
        ("议程|顿号", "听取汇报和讨论文件", "顿号"),
        ("议程|顿号('以及')", "听取汇报以及讨论文件", "顿号(以及)"),
        ("议程|逗号", "听取汇报，讨论文件", "逗号"),
        ("议程|条数", "2", "条数"),
        ("议程|条数|两", "两", "条数|两"),
        ("议程|count", "2", "条数"),
        ("讲话人", "市长×××", ""),
        ("讲话人|职务姓名", "市长×××", "职务姓名"),
        ("讲话人|署名", "市长　×××", "署名"),
        ("讲话人|姓名", "×××", "姓名"),
        ("讲话人.name", "×××", "姓名"),
        ("讲话人|职务", "市长", "职务"),
        ("讲话人|同志", "×××同志", "同志"),
        ("会议名称|去句号", "全市××工作推进会议", "去句号"),
        ("会议名称|默认('本次会议')", "全市××工作推进会议", ""),
        ("议程|first", "听取汇报。", "第1项"),
        ("议程|last|去句号", "讨论文件", "第2项|去句号"),
    ],
)
def test_a_filter_keeps_the_binding_with_its_form(expression: str, text: str, form: str) -> None:
    (found,) = bound(f"{{{{ {expression} }}}}")
    assert (found[0], found[2]) == (text, form)


@pytest.mark.parametrize(
    ("expression", "text", "form"),
    [
        ("会议日期|月日", "【会议日期】", "月日"),
        ("会议日期.month|汉字", "【会议日期月】", "月|汉字"),
        ("单位数|两|带单位('项')", "【单位数】", "两|带单位(项)"),
        ("议程|顿号('以及')", "【议程】", "顿号(以及)"),
        ("议程|条数|两", "【议程条数】", "条数|两"),
        ("议程|last|去句号", "【议程三】", "第3项|去句号"),
        ("讲话人|署名", "【讲话人】", "署名"),
        ("讲话人.职务", "【讲话人职务】", "职务"),
        ("工作|去句号", "【待填：工作】", "去句号"),
    ],
)
def test_the_placeholder_of_a_missing_value_keeps_the_form(expression: str, text: str, form: str) -> None:
    (found,) = bound(f"{{{{ {expression} }}}}", NOTHING)
    assert (found[0], found[2]) == (text, form)


def test_an_open_part_of_a_date_is_missing_and_false() -> None:
    names = scopes({"会议日期": Date(2025, 0, 0)})
    assert texts("{{ 会议日期 }}{{ 会议日期.月|汉字 }}{{ 会议日期|星期 }}", names) == [
        "2025年×月×日【会议日期月】【会议日期星期】"
    ]
    assert texts("甲{% if 会议日期.月 < 13 %}乙{% endif %}", names) == ["甲"]


def test_every_form_is_a_filter() -> None:
    assert set(FORMS) < set(FILTERS)


def test_the_default_stands_for_a_missing_value_only() -> None:
    assert runs("{{ 会议名称|默认('本次会议') }}", NOTHING) == (Run("本次会议"),)
    assert runs("{{ 讲话人.姓名|默认('×××') }}", NOTHING) == (Run("×××"),)
    assert bound("{{ 会议名称|默认(工作) }}", scopes({})) == [("××工作", "工作", "")]
    assert texts("{{ 单位数|默认(0) }}", scopes({"单位数": 0})) == ["0"]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("12|汉字", "十二"),
        ("[1, 2]|顿号", "1和2"),
        ("'抓好。'|去句号", "抓好"),
        ("3.5|百分比", "3.5%"),
        ("[3, 1, 2]|sort|顿号", "1、2和3"),
        ("[3, 1]|reverse|join('，')", "1，3"),
        ("' 甲 '|trim", "甲"),
        ("(7 / 2)|int", "3"),
        ("(0 - 7)|abs", "7"),
        ("3.14159|round(2)", "3.14"),
        ("2.5 + 1", "3.5"),
        ("7 % 4", "3"),
        ("7 // 2", "3"),
        ("2 * 3", "6"),
        ("'甲' * 3", "甲甲甲"),
        ("'甲' + '乙'", "甲乙"),
        ("'甲' ~ 1 ~ none", "甲1"),
        ("1 == 1", "是"),
        ("[]", ""),
        ("'甲乙'|length", "2"),
        ("[1, 2, 3][1:]|顿号", "2和3"),
        ("[1, 2]|first + 1", "2"),
        ("{'甲': 1}.get('乙', 2)", "2"),
        ("none is none", "是"),
        ("没有 is defined", "否"),
        ("没有 is undefined", "是"),
        ("5 is odd", "是"),
        ("'否' if 5 is even else '是'", "是"),
    ],
)
def test_filters_and_operators_work_on_plain_values(expression: str, text: str) -> None:
    assert texts(f"甲{{{{ {expression} }}}}") == [f"甲{text}"]


def test_points_are_made_of_a_list_one_a_line() -> None:
    found = blocks("以下几项：{{ 任务|要点 }}再说一句。")
    assert [(block.kind, block.marker, block.joined, block.text) for block in found] == [
        (Kind.BODY, "", False, "以下几项："),
        (Kind.POINT, "是", False, "抓开工。"),
        (Kind.POINT, "是", False, "抓建设；"),
        (Kind.BODY, "", False, "再说一句。"),
    ]
    assert found[1].runs[0].bind == Bind("section", "任务", "第1项")


@pytest.mark.parametrize(
    ("marker", "kept"),
    [("要", "要"), ("一要", "要"), ("第一", "第"), ("其一", "其"), ("首先", "首先"), ("是", "是")],
)
def test_points_take_the_marker_asked_for(marker: str, kept: str) -> None:
    assert [block.marker for block in blocks(f"{{{{ 任务|要点('{marker}') }}}}")] == [kept, kept]


def test_points_run_on_end_with_semicolons_and_a_full_stop() -> None:
    source = "抓好两项：\n{{ 任务|要点('要', 接排=true) }}"
    assert [(block.joined, block.text) for block in blocks(source)] == [
        (False, "抓好两项："),
        (True, "抓开工；"),
        (True, "抓建设。"),
    ]
    first, mark = blocks(source)[1].runs
    assert first.bind == Bind("section", "任务", "第1项|去句号")
    assert mark == Run("；")


def test_points_of_a_missing_list_are_placeholders() -> None:
    assert texts("{{ 议程|要点(接排=true) }}", NOTHING) == ["【议程一】；", "【议程二】；", "【议程三】。"]


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("会议名称|年月日", "“年月日”不能用于文字"),
        ("会议日期|汉字", "“汉字”不能用于日期"),
        ("单位数|顿号", "“顿号”不能用于数目"),
        ("讲话人|月日", "“月日”不能用于人"),
        ("议程|姓名", "“姓名”不能用于清单"),
        ("会议名称|要点", "不是清单"),
        ("任务|要点('乱')", "要点的序不能写“乱”"),
        ("单位数|汉字('个')", "“汉字”后面不带括号"),
        ("单位数|汉字(1, 2)", "“汉字”用在这里不合适"),
        ("单位数|带单位", "后面要写单位"),
        ("单位数|金额('美元')", "只能写元、万元、亿元"),
        ("会议名称|round", "只有数目才能计算"),
        ("讲话人|first", "“讲话人”不是清单"),
        ("会议名称[0]", "“会议名称”不是清单"),
        ("讲话人.年龄", "没有“年龄”这一部分"),
        ("会议名称.姓名", "没有“姓名”这一部分"),
    ],
)
def test_a_filter_that_does_not_fit_is_an_error_with_and_without_values(expression: str, says: str) -> None:
    for names in (scopes(), NOTHING):
        with pytest.raises(TemplateError) as caught:
            rendered(f"首行\n{{{{ {expression} }}}}", names)
        assert says in caught.value.what
        assert caught.value.line == 2

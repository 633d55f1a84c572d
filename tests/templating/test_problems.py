"""Whatever is wrong in a template is said in Chinese, with the line of the file and what to write instead."""

import pytest

from app.core.errors import AppError
from app.templating.problems import TemplateError, in_words, near
from tests.templating.sample import rendered


@pytest.mark.parametrize(
    ("source", "line", "what", "remedy"),
    [
        ("首行\n{{ 会议名 }}", 2, "没有叫“会议名”的事实或字段", "是不是“会议名称”"),
        ("{% for 项 in 没有 %}{% endfor %}", 1, "没有叫“没有”", "会议名称"),
        ("{% if 没有 %}{% endif %}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有.姓名 }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有() }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有|汉字 }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有 ~ '甲' }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有 + 1 }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有 == 1 }}", 1, "没有叫“没有”", "会议名称"),
        ("{{ 没有[0] }}", 1, "没有叫“没有”", "会议名称"),
        ("{% if 0 %}{% set 甲 = 1 %}{% endif %}\n{{ 甲 }}", 2, "没有叫“甲”", "会议名称"),
        ("{% macro 印() %}\n\n{{ 会议名 }}{% endmacro %}\n\n{{ 印() }}", 3, "没有叫“会议名”", "会议名称"),
        ("{{ 会议名称|年月号 }}", 1, "没有叫“年月号”的印法", "年月日"),
        ("\n\n{{ 会议名称\n|没有 }}", 4, "没有叫“没有”的印法", "年月日"),
        ("{% if 会议名称 is text %}{% endif %}", 1, "is 后面不能写“text”", "defined"),
        ("甲\n{% for 项 in 议程 %}\n乙", 2, "{% for %} 到模板末尾也没有收尾", "{% endfor %}"),
        (
            "{% for 项 in 议程 %}\n{% for 项 in 议程 %}\n{% endfor %}\n",
            1,
            "{% for %} 到模板末尾",
            "{% endfor %}",
        ),
        ("{% set 甲 = 1 %}\n{% set 乙 %}\n{% set 丙 = 1 %}", 2, "{% set %} 到模板末尾", "{% endset %}"),
        ("{% if 议程 %}\n{% for 项 in 议程 %}\n{% endif %}", 3, "放错了位置：里面的 for", "{% endfor %}"),
        ("{% endif %}", 1, "{% endif %} 没有对应的开头", "删去"),
        ("{% fro 项 in 议程 %}", 1, "不认识 {% fro %}", "for"),
        ("{{ 会议名称", 1, "还缺“}}”", "成对"),
        ("{{ }}", 1, "“}}”前面缺了内容", "成对"),
        ("{{ 会议名称， }}", 1, "“，”不能写在这里", "半角"),
        ("{{ (1] }}", 1, "括号不成对：该是“)”，写的却是“]”", "成对"),
        ("{% %}", 1, "{% 后面缺了写法名", "for"),
        ("甲\n{# 注释", 2, "注释 {# 没有收尾", "#}"),
        ("{% raw %}甲", 1, "{% raw %} 没有收尾", "{% endraw %}"),
        ("{% set 1 = 2 %}", 1, "不能改写", "换一个名字"),
        ("{% for loop in 议程 %}{% endfor %}", 1, "不能改写", "换一个名字"),
        ("甲\n{{ 会议名称 < 3 }}", 2, "不能比大小", "数目"),
        ("{{ 1 / 0 }}", 1, "除以了零", "if"),
        ("{{ 会议名称 - 1 }}", 1, "只有数目才能计算", "~"),
        ("{% for 字 in 会议名称 %}{% endfor %}", 1, "“会议名称”不是清单", "清单"),
        ("{% for 字 in '甲乙' %}{% endfor %}", 1, "for 只能用于清单", "range"),
        ("{% for 字 in 3 %}{% endfor %}", 1, "for 只能用于清单", "range"),
        ("{{ '甲' * 1.5 }}", 1, "文字不能相乘", "~"),
        ("{{ 议程[-3] }}", 1, "没有第“-3”项", "从 0 开始"),
        ("{% for 甲, 乙 in [1] %}{% endfor %}", 1, "不合", "一个名字"),
        ("{% macro 印(甲) %}{% endmacro %}{{ 印(1, 2) }}", 1, "宏“印”后面括号里的内容", "macro"),
        ("{% macro 印(甲) %}{% endmacro %}{{ 印 }}", 1, "印不出文字", "括号"),
        ("{{ caller() }}", 1, "caller 用错了地方", "call"),
        ("{% macro 印() %}甲{% endmacro %}{{ 印()|去句号 }}", 1, "不能用在宏的结果上", "宏里面"),
        ("{% for 项 in 议程 %}{{ loop.nextitem }}{% endfor %}", 1, "没有上一项或下一项", "loop.last"),
        ("{{ 议程['甲'] }}", 1, "没有“甲”这一部分", "小数点"),
        ("{{ 1[0] }}", 1, "没有可以取的项", "议程[0]"),
        ("{{ {'甲': 1}.乙 }}", 1, "没有“乙”", "甲"),
        ("{% set 袋 = namespace() %}{{ 袋.甲 }}", 1, "namespace 里没有“甲”", "namespace("),
        ("{{ 会议名称 is in 3 }}", 1, "写法不对", "说明"),
        ("甲\n@没有 乙", 2, "「@没有」不认识", "@标题"),
        ("甲\n\n# 题 {乱}", 3, "花括号里的「乱」不认识", "层名"),
        ("甲\n{% macro 印() %}\n\n@没有\n{% endmacro %}\n乙\n{{ 印() }}", 4, "「@没有」不认识", "@标题"),
        (
            "{% for 项 in 议程 %}\n{{ 项 }}\n{% if 项 %}\n@没有\n{% endif %}{% endfor %}",
            4,
            "「@没有」不认识",
            "@标题",
        ),
        ("# 题 {字数={{ 会议名称 }}}", 1, "字数「…」不是数目", "字数=800"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(source: str, line: int, what: str, remedy: str) -> None:
    for first_line in (1, 41):
        with pytest.raises(TemplateError) as caught:
            rendered(source, first_line=first_line)
        error = caught.value
        assert error.line == line + first_line - 1
        assert error.what.startswith(f"模板“样例.j2”第 {error.line} 行：")
        assert what in error.what
        assert remedy in error.remedy
        assert error.template == "样例.j2"


def test_an_error_in_printed_markup_is_told_also_where_its_line_cannot_be_found() -> None:
    nearly_too_much = "{% for 甲 in range(999) %}" + "甲\n" * 99 + "{% endfor %}"
    with pytest.raises(TemplateError) as caught:
        rendered(nearly_too_much + "\n@没有")
    assert caught.value.line is None
    assert caught.value.what.startswith("模板“样例.j2”：「@没有」不认识")


def test_a_template_that_cannot_be_read_is_an_input_that_cannot_be_read() -> None:
    error = TemplateError("开场.j2", None, "写法不对。", "请改正。")
    assert isinstance(error, AppError)
    assert str(error) == "模板“开场.j2”：写法不对。请改正。"
    assert error.exit_code == 3


def test_a_message_that_nobody_knows_is_quoted() -> None:
    assert in_words("something new").what == "写法不对（something new）。"


def test_near_names_what_is_alike_and_what_there_is() -> None:
    assert near("会议名", ["会议名称", "讲话人"]) == "是不是“会议名称”？这里可以写：会议名称、讲话人。"
    assert near("甲", []) == "这里还没有声明过名字。"
    assert near("甲", map(str, range(20)), most=2) == "这里可以写：0、1等。"

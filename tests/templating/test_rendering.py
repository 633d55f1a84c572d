"""Templates and values become blocks whose runs follow the facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Bind, Run
from app.core.facts import Date, FactSheet, FactValue, Person
from app.core.kinds import Kind, Layer
from app.templating.forms import one_line, print_form
from app.templating.rendering import LostBinding, Renderer
from app.templating.scopes import Scopes
from tests.templating.sample import (
    DRAFT,
    FACTS,
    NOTHING,
    SECTION,
    blocks,
    bound,
    rendered,
    runs,
    scopes,
    texts,
)

HOSTILE = "# -+@【】[]()=*\\{}%\n\r\t\u2028\u3000\ufdd0\ufdd11.<>&\"'|~甲a"
STRUCTURE = """\
@标题 在{{ 会议名称 }}上的讲话
# 提高{{ 会议名称 }} {认识 节={{ 会议名称 }}}
{{ 会议名称 }}
**重**{{ 会议名称 }}**点**，[引{{ 会议名称 }}](?)
\\{{ 会议名称 }}{{ 会议名称 }}
+ 【待填：{{ 会议名称 }}的指标】
{% macro 包(内容) %}
- {{ 内容 }}：{{ 内容 ~ 内容 }}
{% endmacro %}
{{ 包(会议名称) }}
{% for 项 in 议程 %}
+- {{ loop.index }}{{ 项 }} {要}
{% endfor %}
{% set 段 %}
## {{ 会议名称 }}
{% endset %}
{{ 段 }}
{{ 议程|要点("第") }}
"""


def test_a_value_prints_as_a_run_bound_to_its_fact() -> None:
    assert runs("在{{ 会议名称 }}上的讲话") == (
        Run("在"),
        Run("全市××工作推进会议", bind=Bind("draft", "会议名称")),
        Run("上的讲话"),
    )


def test_the_same_value_twice_side_by_side_stays_two_runs() -> None:
    found = runs("{{ 会议名称 }}{{ 会议名称 }}")
    assert [run.bind and run.bind.occurrence for run in found] == [0, 1]


def test_a_field_of_the_section_wins_over_a_fact_of_the_same_name() -> None:
    own = Scopes(
        DRAFT,
        FactSheet((("会议名称", "甲"),)),
        {"会议名称": SECTION["工作"]},
        FactSheet((("会议名称", "乙"),)),
    )
    (run,) = runs("{{ 会议名称 }}", own)
    assert (run.text, run.bind) == ("乙", Bind("section", "工作"))


def test_values_stand_in_blocks_of_every_kind() -> None:
    source = (
        "@标题 {{ 会议名称 }}\n@讲话人 {{ 讲话人|署名 }}\n# {{ 工作 }}\n- {{ 工作 }} {要}\n+ 做好{{ 工作 }}"
    )
    kinds = [(block.kind, block.text) for block in blocks(source)]
    assert kinds == [
        (Kind.TITLE, "全市××工作推进会议"),
        (Kind.BYLINE, "市长　×××"),
        (Kind.H1, "××工作"),
        (Kind.POINT, "××工作"),
        (Kind.BODY, "做好××工作"),
    ]


def test_bold_and_marks_around_a_value_are_kept() -> None:
    first, second = runs("**{{ 会议名称 }}**[{{ 工作 }}](?)")
    assert first.bold
    assert first.bind == Bind("draft", "会议名称")
    assert second.query
    assert second.bind == Bind("section", "工作")


@pytest.mark.parametrize("name", ["会议名称", "会议日期", "讲话人", "单位数", "类别", "items", "议程"])
def test_a_missing_fact_becomes_a_placeholder_bound_to_it(name: str) -> None:
    assert runs(f"{{{{ {name} }}}}", NOTHING) == (
        Run(f"【{name}】", bind=Bind("draft", name), placeholder=True),
    )


def test_a_missing_field_says_that_it_is_to_be_filled_in() -> None:
    assert runs("{{ 工作 }}", NOTHING) == (
        Run("【待填：工作】", bind=Bind("section", "工作"), placeholder=True),
    )


def test_a_value_of_blanks_only_is_missing() -> None:
    assert texts("{{ 会议名称 }}{{ 议程 }}", scopes({"会议名称": " \n", "议程": ("", " ")})) == [
        "【会议名称】【议程】"
    ]


def test_a_person_without_a_name_asks_for_the_name() -> None:
    names = scopes({"讲话人": Person("", "市长")})
    assert texts("{{ 讲话人 }}{{ 讲话人.姓名 }}", names) == ["市长【讲话人姓名】"]
    assert bound("{{ 讲话人.姓名 }}", names) == [("【讲话人姓名】", "讲话人", "姓名")]


def test_a_missing_list_has_as_many_items_as_its_example_or_two() -> None:
    assert texts("{% for 项 in 议程 %}\n- {{ 项 }}\n{% endfor %}", NOTHING) == [
        "【议程一】",
        "【议程二】",
        "【议程三】",
    ]
    assert texts("{% for 项 in 任务 %}{{ 项 }}{% endfor %}", NOTHING) == ["【待填：任务一】【待填：任务二】"]


def test_within_a_placeholder_a_value_is_part_of_its_text() -> None:
    source = "【待填：{{ 工作 }}和{{ 会议名称 }}的指标，约80字】"
    assert runs(source) == (Run("【待填：××工作和全市××工作推进会议的指标，约80字】", placeholder=True),)
    assert runs(source, NOTHING) == (Run("【待填：工作和会议名称的指标，约80字】", placeholder=True),)


def test_items_of_a_list_are_bound_to_their_place() -> None:
    assert bound("{% for 项 in 议程 %}{{ 项 }}{% endfor %}") == [
        ("听取汇报。", "议程", "第1项"),
        ("讨论文件", "议程", "第2项"),
    ]
    assert bound("{{ 议程[1] }}{{ 议程[-2]|去句号 }}") == [
        ("讨论文件", "议程", "第2项"),
        ("听取汇报", "议程", "第1项|去句号"),
    ]
    assert bound("{% for 项 in 议程|reverse %}{{ 项 }}{% endfor %}")[0] == ("讨论文件", "议程", "第2项")


def test_an_item_beyond_the_end_of_the_list_is_missing() -> None:
    assert bound("{{ 议程[4] }}") == [("【议程五】", "议程", "第5项")]


def test_counts_of_loops_are_part_of_the_text() -> None:
    assert runs("{% for 项 in 议程 %}{{ loop.index }}/{{ loop.length }} {% endfor %}。") == (
        Run("1/2 2/2 。"),
    )


def test_facts_called_like_methods_of_a_dict_are_ordinary_facts() -> None:
    assert texts("{% for 项 in items %}{{ 项 }}{% endfor %}{{ values }}") == ["一项值"]
    assert texts("{% set 表 = {'items': 会议名称, 'get': '取'} %}{{ 表.items }}{{ 表.get }}") == [
        "全市××工作推进会议取"
    ]


def test_values_decide_ifs() -> None:
    source = (
        "{% if 类别 == '动员' %}动员{% else %}其他{% endif %}{{ '有' if 会议日期 }}{{ '多' if 单位数 > 1 }}"
    )
    assert texts(source) == ["动员有多"]
    assert texts(source, NOTHING) == ["其他"]


@pytest.mark.parametrize(
    ("test", "truth"),
    [
        ("单位数 == 2", True),
        ("单位数 != 3", True),
        ("单位数 >= 3", False),
        ("会议日期.年 > 2024", True),
        ("会议日期 < 会议日期", False),
        ("'讨论文件' in 议程", True),
        ("'没有' in 议程", False),
        ("议程[1] in 议程", True),
        ("'××' in 会议名称", True),
        ("议程|条数 == 2", True),
        ("议程|length > 2", False),
        ("会议名称 is defined", True),
        ("单位数 is even", True),
        ("单位数 is divisibleby(3)", False),
        ("投资 - 3000 == 120000", True),
        ("讲话人.职务 == '市长'", True),
        ("讲话人 and not values", False),
        ("会议名称 == 会议名称", True),
    ],
)
def test_a_test_sees_what_the_value_holds_and_is_false_while_it_is_missing(test: str, truth: bool) -> None:
    source = f"{{{{ '是' if {test} else '否' }}}}"
    assert texts(source) == ["是" if truth else "否"]
    if "!=" not in test and "not" not in test:
        assert texts(source, NOTHING) == ["否"]


def test_macros_and_set_keep_bindings() -> None:
    source = "{% macro 写(事) %}做好{{ 事 }}{% endmacro %}{% set 另 = 会议名称 %}{{ 写(工作) }}{{ 写(另) }}"
    assert bound(source) == [("××工作", "工作", ""), ("全市××工作推进会议", "会议名称", "")]
    assert bound("{% set 段 %}做好{{ 工作 }}{% endset %}{{ 段 }}") == [("××工作", "工作", "")]
    called = "{% macro 框() %}“{{ caller() }}”{% endmacro %}{% call 框() %}{{ 工作 }}{% endcall %}"
    assert bound(called) == [("××工作", "工作", "")]
    assert bound("{% macro 写(事) %}{{ 事 }}{% endmacro %}{{ 写(工作) ~ '！' }}") == [("××工作", "工作", "")]
    assert bound("{% macro 写(事) %}{{ 事 }}{% endmacro %}{{ '！' + 写(工作) }}") == [("××工作", "工作", "")]


def test_recursive_loops_and_namespaces_work() -> None:
    leaf = "{% if 支 is in [1, 2, 3] %}{{ 支 }}{% else %}{{ loop(支) }}{% endif %}"
    assert texts("{% for 支 in [[1, [2]], [3]] recursive %}" + leaf + "{% endfor %}") == ["123"]
    step = "{% for 项 in 议程 %}{% set 计.数 = 计.数 + 1 %}{% endfor %}"
    count = "{% set 计 = namespace(数=0) %}" + step + "共{{ 计.数 }}项"
    assert texts(count) == ["共2项"]


def test_no_character_of_the_text_is_escaped_as_html() -> None:
    names = scopes({"会议名称": "<甲>&\"乙'"})
    source = "&<b>{{ 会议名称 }}{{ 会议名称 ~ '&' }}{% macro 写(事) %}>{{ 事 }}{% endmacro %}{{ 写(会议名称) ~ '<' }}"
    assert texts(source, names) == ["&<b><甲>&\"乙'<甲>&\"乙'&><甲>&\"乙'<"]


def test_a_backslash_before_a_value_does_no_harm() -> None:
    assert texts("\\{{ 工作 }}和\\\\{{ 工作 }}") == ["××工作和\\××工作"]


def test_values_in_attributes_and_comments_are_plain_text() -> None:
    (block,) = blocks("# 题[字](^问{{ 工作 }}) {认识 节={{ 会议名称 }}}")
    assert block.section is not None
    assert (block.section.name, block.section.layer) == ("全市××工作推进会议", Layer.UNDERSTANDING)
    assert block.runs[1].comment == "问××工作"


@given(st.text() | st.text(st.sampled_from(HOSTILE), max_size=40))
def test_a_value_never_makes_structure_and_stands_in_the_result_bound(text: str) -> None:
    usual = blocks(STRUCTURE)
    found = blocks(STRUCTURE, scopes({**FACTS, "会议名称": text, "议程": ("甲", "甲" + text)}))
    assert [_shape(block) for block in found] == [_shape(block) for block in usual]
    assert found[-1].runs == (Run(one_line("甲" + text), bind=Bind("draft", "议程", "第2项")),)
    line = one_line(text)
    if line.strip():
        assert found[2].runs == (Run(line, bind=Bind("draft", "会议名称")),)
        assert [run.text for run in found[4].runs] == [line, line]
    else:
        assert found[2].runs == (Run("【会议名称】", bind=Bind("draft", "会议名称"), placeholder=True),)


def _shape(block) -> tuple[object, ...]:
    return block.kind, block.marker, block.joined, block.section is None


@given(st.text(st.sampled_from(HOSTILE + "{%}"), max_size=20))
def test_text_that_a_template_computes_makes_no_structure_either(text: str) -> None:
    source = "{{ '甲' ~ 会议名称 }}{{ 会议名称 ~ 会议名称 }}{{ 会议名称[0:9] }}"
    (block,) = blocks(source, scopes({"会议名称": text}))
    assert block.kind is Kind.BODY
    assert not block.joined


@pytest.mark.parametrize(
    ("expression", "text", "names"),
    [
        ("会议名称 ~ '上'", "全市××工作推进会议上", ("会议名称",)),
        ("会议名称[0:2]", "全市", ("会议名称",)),
        ("单位数 + 目标", "14", ("单位数", "目标")),
        ("-单位数", "-2", ("单位数",)),
        ("会议名称|trim", "全市××工作推进会议", ("会议名称",)),
        ("议程|join('；')", "听取汇报。；讨论文件", ("议程",)),
        ("(投资 / 7)|round(2)", "17571.43", ("投资",)),
        ("议程[0:2]", "听取汇报。、讨论文件", ("议程",)),
        ("(单位数 + 1)|汉字", "三", ("单位数",)),
    ],
)
def test_an_expression_that_loses_the_binding_is_plain_text_and_reported(
    expression: str, text: str, names: tuple[str, ...]
) -> None:
    found = rendered(f"首行\n{{{{ {expression} }}}}", first_line=10)
    assert found.blocks[1].runs == (Run(text),)
    assert found.lost_bindings == (LostBinding(names, 11),)


@pytest.mark.parametrize(
    "expression",
    [
        "会议名称",
        "议程|顿号",
        "议程[0]|去句号",
        "讲话人.姓名",
        "会议名称|默认('会')",
        "'甲' ~ '乙'",
        "议程|length",
    ],
)
def test_where_nothing_is_lost_nothing_is_reported(expression: str) -> None:
    assert rendered(f"{{{{ {expression} }}}}").lost_bindings == ()


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("会议名称 ~ '上'", "【会议名称】上"),
        ("会议名称[0:2]", "【会议名称】"),
        ("单位数 + 1", "【单位数】"),
        ("10 // (单位数 - 1)", "【单位数】"),
        ("(单位数 + 1)|汉字", "【单位数】"),
        ("单位数|round", "【单位数】"),
        ("单位数|int", "【单位数】"),
        ("议程|join('；')", "【议程一】；【议程二】；【议程三】"),
        ("议程[0:2]", "【议程一】、【议程二】"),
        ("议程|length", "【议程条数】"),
        ("议程|first", "【议程一】"),
        ("讲话人.姓名 ~ '同志'", "【讲话人姓名】同志"),
    ],
)
def test_what_is_computed_from_a_missing_value_is_a_placeholder(expression: str, text: str) -> None:
    found = runs(f"{{{{ {expression} }}}}", NOTHING)
    assert "".join(run.text for run in found) == text
    assert any(run.placeholder for run in found)
    assert all(run.placeholder == run.text.startswith("【") for run in found)


def test_a_loop_over_a_missing_number_runs_as_often_as_its_sample() -> None:
    assert texts("{% for 序 in range(单位数) %}第{{ 序 + 1 }}个{% endfor %}", NOTHING) == ["第1个"]


@given(st.sampled_from(sorted(FACTS)), st.data())
def test_what_is_printed_is_what_the_form_prints(name: str, data: st.DataObject) -> None:
    value: FactValue = FACTS[name]
    forms = {
        Date: ["年月日", "月日", "星期"],
        Person: ["署名", "同志"],
        tuple: ["顿号", "逗号", "条数"],
        str: ["去句号"],
    }.get(type(value), ["汉字", "分节", "万", "百分比"])
    form = data.draw(st.sampled_from(forms))
    assert bound(f"{{{{ {name}|{form} }}}}") == [(print_form(value, form), name, form)]


def test_a_renderer_gives_the_same_again_and_keeps_only_the_last_templates() -> None:
    renderer = Renderer()
    sources = [f"{{{{ 会议名称 }}}}{number}" for number in range(200)]
    first = [renderer.render(source, "样例", scopes()) for source in sources]
    assert [renderer.render(source, "样例", scopes()) for source in reversed(sources)] == first[::-1]
    assert len(renderer._compiled) < 200

"""No template hangs, fills the memory or reaches what is not its own: each such ends in a clear error."""

import itertools

import pytest

from app.core.facts import FactValue
from app.templating.context import RenderContext, counted
from app.templating.environment import SpeechEnvironment
from app.templating.guard import RANGE_LIMIT, SECONDS, STEPS, Budget, bounded_range, calculated
from app.templating.problems import TemplateError, Trouble
from tests.templating.sample import FACTS, rendered, scopes

LONG = "{% set 长 = range(10000)|reverse %}"
DOUBLED = (
    "{% set 袋 = namespace(料=料) %}{% for 次 in range(1000) %}{% set 袋.料 = 袋.料 号 袋.料 %}{% endfor %}"
)
SETS = "".join(f"{{% set 段{n + 1} %}}{{{{ 段{n} }}}}{{{{ 段{n} }}}}{{% endset %}}" for n in range(60))


def every(body: str, times: int = 60) -> str:
    """A loop whose body does the same many times over."""
    return LONG + f"{{% for 次 in range({times}) %}}" + body * 700 + "{% endfor %}"


HOSTILE = {
    "loops in loops": "{% for 甲 in range(9000) %}{% for 乙 in range(9000) %}{% endfor %}{% endfor %}",
    "a long range": "{% for 甲 in range(1000000000) %}{% endfor %}",
    "macros that call themselves": "{% macro 套() %}{{ 套() }}{% endmacro %}{{ 套() }}",
    "macros that double": "{% macro 套(n) %}{% if n %}{{ 套(n-1) }}{{ 套(n-1) }}{% endif %}{% endmacro %}{{ 套(60) }}",
    "a loop that calls itself": "{% for 甲 in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "a loop that doubles": "{% set 双 = [1, 2] %}{% for 甲 in 双 recursive %}"
    "{% if loop.depth < 60 %}{{ loop(双) }}{% endif %}{% endfor %}",
    "much text": "{% for 甲 in range(9999) %}" + "啊" * 40000 + "{% endfor %}",
    "much text in a block": "{% set 段 %}{% for 甲 in range(9999) %}"
    + "啊" * 40000
    + "{% endfor %}{% endset %}",
    "blocks in a loop": "{% for 甲 in range(9999) %}{% set 段 %}" + "啊" * 40000 + "{% endset %}{% endfor %}",
    "much output": "{% for 甲 in range(9999) %}{{ 会议名称 ~ '啊' * 100 }}{% endfor %}",
    "blocks that double": "{% set 段0 %}啊{% endset %}" + SETS,
    "text times a number": "{{ 'a' * 10000000000 }}",
    "a number times text": "{{ 10000000000 * 'a' }}",
    "a fact times a number": "{{ 会议名称 * 10000000000 }}",
    "a list times a number": "{{ [1] * 1000000000 }}",
    "powers": "{{ 9 ** 9 ** 9 }}",
    "powers of facts": "{{ 单位数 ** 单位数 }}",
    "numbers that grow": DOUBLED.replace("=料", "=99999999").replace("号", "*"),
    "text that grows by ~": DOUBLED.replace("=料", "='啊'").replace("号", "~"),
    "text that grows by +": DOUBLED.replace("=料", "='啊'").replace("号", "+"),
    "a fact that grows": DOUBLED.replace("=料", "=会议名称").replace("号", "~"),
    "lists that grow": DOUBLED.replace("=料", "=[1]").replace("号", "+"),
    "macro output that grows": "{% macro 印() %}啊{% endmacro %}"
    + DOUBLED.replace("=料", "=印()").replace("号", "+"),
    "searches": every("{% if '无' in 长 %}{% endif %}"),
    "searches by test": every("{% if '无' is in 长 %}{% endif %}"),
    "comparisons": every("{% if 长 == 长 %}{% endif %}"),
    "slices": every("{% set 片 = 长[:] %}"),
    "sorting": every("{% set 片 = 长|sort %}"),
    "joining": every("{% set 片 = 长|join %}"),
    "percent formatting": "{{ '%999999999d' % 1 }}",
    "format": "{{ '{:>99999999}'.format(1) }}",
    "format as a filter": "{{ '%999999999d'|format(1) }}",
    "center": "{{ 'a'|center(1000000000) }}",
    "indent": "{{ 'a'|indent(1000000000) }}",
    "wordwrap": "{{ 'a'|wordwrap(1) }}",
    "replace": "{{ 'a'|replace('', 'b') }}",
    "batch": "{{ [1]|batch(1000000000)|list }}",
    "tojson": "{{ 会议名称|tojson }}",
    "lipsum": "{{ lipsum(100000) }}",
    "a huge float": "{{ 1e300|int }}",
    "infinity": "{{ 1e308 * 10 }}",
    "a huge number": "{{ " + "9" * 4000 + " }}",
    "a number too long to read": "{{ " + "9" * 5000 + " }}",
    "too many brackets": "{{ " + "(" * 20000 + "1" + ")" * 20000 + " }}",
    "too many nots": "{{ " + "not " * 10000 + "1 }}",
    "too many minus signs": "{{ " + "-" * 20000 + "1 }}",
    "too many parts": "{{ 会议名称" + ".a" * 20000 + " }}",
    "too many sums": "{{ 1" + "+1" * 20000 + " }}",
    "too many filters": "{{ 单位数" + "|abs" * 12000 + " }}",
    "too many loops": "{% for 甲 in [1] %}" * 40 + "{% endfor %}" * 40,
    "too many ifs": "{% if 1 %}" * 1500 + "{% endif %}" * 1500,
    "too many braces": "{{" * 20000,
    "too long a source": "啊" * 60000,
    "a comment without end": "{#" * 20000,
    "a text without end": "{{ '" + "\\'" * 20000,
}
REACHING = {
    "a class": "{{ 会议名称.__class__ }}",
    "a class of a text": "{{ ''.__class__.__mro__ }}",
    "a class by item": "{{ ''['__class__'] }}",
    "a class of a fact by item": "{{ 会议名称['__class__'] }}",
    "a class by filter": "{{ ()|attr('__class__') }}",
    "a class by map": "{{ [1]|map(attribute='__class__') }}",
    "a value's own parts": "{{ 会议名称.value }}",
    "a bind": "{{ 会议名称.bind }}",
    "a method of a value": "{{ 会议名称.formed('汉字') }}",
    "a class of a dict": "{{ {'甲': 1}['__class__'] }}",
    "a method that changes": "{{ {'甲': 1}.pop('甲') }}",
    "a function's globals": "{{ range.__globals__ }}",
    "a macro's function": "{% macro 印() %}{% endmacro %}{{ 印._func }}",
    "a macro's name": "{% macro 印() %}{% endmacro %}{{ 印.name }}",
    "a loop's inside": "{% for 甲 in [1] %}{{ loop._iterable }}{% endfor %}",
    "a namespace's class": "{% set 袋 = namespace() %}{{ 袋['__class__'] }}",
    "the template itself": "{{ self.__init__.__globals__ }}",
    "the template printed": "{{ self }}",
    "the context": "{{ context }}",
    "the environment": "{{ environment }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "a text as a function": "{{ 'a'() }}",
    "a fact as a function": "{{ 会议名称() }}",
    "another file": "{% include 'a' %}",
    "another template": "{% extends 'a' %}",
    "another's macros": "{% import 'a' as b %}",
    "names of another": "{% from 'a' import b %}",
    "a block": "{% block a %}{% endblock %}",
    "no escaping": "{% autoescape false %}{{ 会议名称 }}{% endautoescape %}",
    "safe": "{{ 会议名称|safe }}",
    "a filter over text": "{% filter 去句号 %}a{% endfilter %}",
    "a filter over a block": "{% set 段|默认(会议名称) %}{% endset %}{{ 段 }}",
    "a value through a call block": "{% for 甲 in [1] %}{% call loop.cycle(会议名称) %}{% endcall %}{% endfor %}",
    "signs of the program": "甲\ufdd00\ufdd1",
}


@pytest.mark.parametrize(
    "source", [pytest.param(source, id=name) for name, source in (HOSTILE | REACHING).items()]
)
def test_a_hostile_template_ends_in_an_error_that_says_what_to_do(source: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(source)
    assert caught.value.remedy
    assert not caught.value.what.isascii()


def test_what_costs_much_but_not_too_much_is_carried_out() -> None:
    loops = "{% for 甲 in range(300) %}{% for 乙 in range(300) %}{% endfor %}{% endfor %}"
    found = rendered(loops + "{{ 会议名称 }}" * 2000)
    assert found.blocks[0].text == str(FACTS["会议名称"]) * 2000


@pytest.mark.parametrize(
    "value",
    [10**40, ("项",) * (STEPS + 1), "字" * 300_000],
    ids=["a number beyond all measure", "a list without end", "a text without end"],
)
def test_a_hostile_value_ends_in_an_error(value: FactValue) -> None:
    with pytest.raises(TemplateError):
        rendered("{{ 会议名称 }}{% for 项 in 会议名称 %}{% endfor %}", scopes({"会议名称": value}))


def test_a_list_that_is_only_long_is_gone_through() -> None:
    many = tuple(f"第{number}件" for number in range(1000))
    found = rendered("{% for 项 in 议程 %}{{ 项 }}{% endfor %}", scopes({"议程": many}))
    assert found.blocks[0].text == "".join(many)


def test_a_budget_ends_with_its_time() -> None:
    ticks = itertools.count(0.0, 0.5)
    budget = Budget(clock=lambda: next(ticks))
    for _ in range(int(SECONDS / 0.5)):
        budget.spend(1)
    with pytest.raises(Trouble, match="秒"):
        budget.spend(1)


def test_a_loop_looks_at_the_clock_on_its_way() -> None:
    context = SpeechEnvironment().from_string("").new_context()
    assert isinstance(context, RenderContext)
    ticks = itertools.count(0.0, 0.1)
    context.budget = Budget(clock=lambda: next(ticks))
    with pytest.raises(Trouble, match="秒"):
        list(counted(context, range(5000), 0))


def test_arithmetic_is_bounded_only_where_it_grows() -> None:
    assert calculated("*", 10**20, 10**20) == 10**40
    assert calculated("+", "甲", "乙") == "甲乙"
    assert calculated("*", 2, [1]) == [1, 1]
    for sign, left, right in (
        ("*", "甲", RANGE_LIMIT + 1),
        ("+", [1] * RANGE_LIMIT, [1]),
        ("*", 1 << 201, 2),
    ):
        with pytest.raises(Trouble):
            calculated(sign, left, right)


def test_ranges_are_those_of_python_up_to_a_limit() -> None:
    assert bounded_range(2, 8, 3) == range(2, 8, 3)
    for wrong in ((), (1, 2, 3, 4), ("三",), (1, 2, 0), (RANGE_LIMIT + 1,), (10**30,), (1.5,)):
        with pytest.raises(Trouble):
            bounded_range(*wrong)

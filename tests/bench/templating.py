"""Section templates: rendering with all guards beside plain Jinja2, same template and values."""

from collections.abc import Callable

import jinja2

from app.core.facts import FactSheet
from app.templating.fields import Field, FieldType
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from tests.measuring import Row, compared

LIMIT = 2.5  # times plain Jinja2 (facts/performance.md §8)
ROUNDS, TIMES = 15, 20

TEMPLATE = """\
{% macro 事项(序, 内容) %}{{ 序 }}．{{ 内容 }}；{% endmacro %}
# 在{{ 会议名称 }}上的讲话
{% for 章 in 章名 %}
## {{ 章 }}
{% for 点 in 要点 %}
- {{ 点 }}：{% for 项 in 任务 %}{% for 单位 in 牵头 %}{{ 事项(loop.index, 项) }}{% endfor %}{% endfor %}

{% endfor %}
{% endfor %}
"""
VALUES = {
    "章名": ("提高站位", "认清形势", "突出重点", "压实责任", "加强领导"),
    "要点": ("统一思想", "把握要求", "抓住关键", "形成合力", "务求实效"),
    "任务": ("摸清底数", "列出清单", "明确时限", "定期调度", "及时通报"),
    "牵头": ("市××局",),
}
MEETING = "全市××工作推进会议"


def run() -> list[Row]:
    """A macro, four nested loops, 25 points of 5 items; compiled beforehand in both."""
    plain = jinja2.Environment().from_string(TEMPLATE)
    renderer = Renderer()
    fields = {name: Field(name, FieldType.LIST) for name in VALUES}
    meeting = {"会议名称": Field("会议名称", FieldType.TEXT)}
    facts = FactSheet((("会议名称", MEETING),))
    scopes = Scopes(meeting, facts, fields, FactSheet(tuple(VALUES.items())))

    def printed() -> object:
        return renderer.printed(TEMPLATE, "样例", scopes)

    def blocks() -> object:
        return renderer.render(TEMPLATE, "样例", scopes)

    def theirs() -> object:
        return plain.render({**VALUES, "会议名称": MEETING})

    return [
        compared("节模板渲染", _often(printed), _often(theirs), LIMIT, rounds=ROUNDS),
        compared("节模板渲染并读成块", _often(blocks), _often(theirs), None, rounds=ROUNDS),
    ]


def _often(work: Callable[[], object]) -> Callable[[], None]:
    """The work so many times that the clock can tell it."""

    def again() -> None:
        for _ in range(TIMES):
            work()

    return again

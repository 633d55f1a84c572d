"""Which sections a changed value decides on, beyond the places that print it."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import Draft, Run
from app.core.facts import FactSheet, FactValue
from app.core.ids import counting_ids
from app.core.outline import stretches
from app.core.plan import applied
from app.templating.behind import Changed, left_behind
from app.templating.binding import fact_changed, field_changed
from app.templating.compose import compose
from app.templating.library import Library, load_library
from app.templating.remake import remade
from app.templating.rendering import Renderer
from tests.templating.small_library import write, write_library

AGENDA = """+++
名称 = "按议程讲"
部件 = ["renshi"]
层 = "认识"
字数 = 300
[字段.重点]
类型 = "文字"
+++
# 开好{{ 会议名称 }}
{% for 项 in 议程 %}
- {{ 项 }}。
{% endfor %}
{% if 重点 %}
{{ 重点 }}是重点。
{% endif %}
各级各部门要行动起来。
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    ours = write_library(tmp_path)
    write(ours, "sections/rs_yicheng.j2", AGENDA)
    return load_library([ours])


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def draft(library: Library, renderer: Renderer) -> Draft:
    facts = FactSheet((("会议名称", "全市会议"), ("议程", ("听汇报", "作讲话"))))
    return compose(library, renderer, "xiaohui", facts, {"renshi": "rs_yicheng"}, {}, new_id=counting_ids())


def behind(
    draft: Draft, name: str, was: FactValue | None, library: Library, scope: str = "draft"
) -> list[str]:
    """The names of the sections that stay behind a value that was another when they were made."""
    sections = {each.section.id: each.section for each in stretches(draft)}
    changed = Changed(scope, name, dict.fromkeys(sections, was))
    return [sections[each].name for each in left_behind(draft, changed, library, Renderer())]


def with_fact(draft: Draft, name: str, value: FactValue | None) -> Draft:
    return applied(fact_changed(draft, name, value), draft)


def test_a_value_that_is_only_printed_leaves_no_section_behind(draft: Draft, library: Library) -> None:
    assert behind(with_fact(draft, "会议名称", "全县会议"), "会议名称", "全市会议", library) == []


@pytest.mark.parametrize("now", [("听汇报",), ("听汇报", "作讲话", "签责任书")])
def test_a_list_of_another_length_leaves_the_section_behind_that_goes_through_it(
    draft: Draft, library: Library, now: FactValue | None
) -> None:
    assert behind(with_fact(draft, "议程", now), "议程", ("听汇报", "作讲话"), library) == ["认识"]


def test_a_list_whose_items_say_something_else_is_followed_by_itself(draft: Draft, library: Library) -> None:
    changed = with_fact(draft, "议程", ("学文件", "作讲话"))
    assert behind(changed, "议程", ("听汇报", "作讲话"), library) == []


def test_a_field_that_decides_leaves_its_own_section_behind(draft: Draft, library: Library) -> None:
    section_id = next(each.section.id for each in stretches(draft) if each.section.layer)
    changed = applied(field_changed(draft, section_id, "重点", "开工"), draft)
    assert behind(changed, "重点", None, library, "section") == ["认识"]


def test_a_section_made_anew_is_behind_no_more(draft: Draft, library: Library, renderer: Renderer) -> None:
    changed = with_fact(draft, "议程", ("听汇报", "作讲话", "签责任书"))
    section_id = next(each.section.id for each in stretches(changed) if each.section.layer)
    made = applied(remade(changed, section_id, library, renderer).plan, changed)
    assert behind(made, "议程", ("听汇报", "作讲话"), library) == []


def test_a_section_that_the_writer_wrote_anew_is_not_behind(draft: Draft, library: Library) -> None:
    at = next(at for at, block in enumerate(draft.blocks) if block.text == "听汇报。")
    written = tuple(
        replace(block, runs=(Run(f"自己写的第{index}段"),)) if at <= index <= at + 2 else block
        for index, block in enumerate(draft.blocks)
    )
    changed = with_fact(replace(draft, blocks=written), "议程", ("听汇报",))
    assert behind(changed, "议程", ("听汇报", "作讲话"), library) == []


def test_what_is_not_asked_about_and_what_no_template_gave_is_left_out(
    draft: Draft, library: Library
) -> None:
    changed = with_fact(draft, "议程", None)
    assert left_behind(changed, Changed("draft", "议程", {}), library, Renderer()) == ()
    assert behind(changed, "议程", ("听汇报", "作讲话"), Library()) == []

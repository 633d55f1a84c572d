"""A template is tried while it is written."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.facts import FactSheet
from app.jobs.filling import Filling
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.jobs.template_trials import Asked, Checked, check_template, try_template
from app.templating.answers import Answers
from app.templating.fields import Field, FieldType
from app.templating.remarks import Level
from app.templating.section_template import SectionTemplate, section_of

PATH = Path("wode.j2")
HEAD = '+++\n名称 = "甲"\n部件 = ["kaichang"]\n字数 = 10\n写法 = "甲"\n提示 = "甲"\n+++\n'


def template(body: str) -> SectionTemplate:
    return replace(section_of(HEAD + body, PATH), body_line=1)


def trial(program: Program, body: str, filling: Filling = Filling.EXAMPLES) -> Checked:
    return both(program, Asked(PATH, template(body), filling=filling))


def both(program: Program, asked: Asked) -> Checked:
    return check_template(program, try_template(program, asked))


def texts(found: Checked) -> list[str]:
    assert found.tried.draft is not None
    return [block.text for block in found.tried.draft.blocks]


def test_examples_fill_the_template(program: Program) -> None:
    assert texts(trial(program, "召开{{ 会议名称 }}")) == ["召开全市××工作推进会议"]


def test_with_nothing_filled_placeholders_stand(program: Program) -> None:
    found = trial(program, "召开{{ 会议名称 }}", Filling.NOTHING)
    assert texts(found) == ["召开【会议名称】"]


def test_the_open_draft_fills_it_with_its_facts_and_the_fields_of_the_section(program: Program) -> None:
    own = Field("单位", FieldType.TEXT)
    section = program.library.section("tj_kaichang_guanmo")
    draft = new_draft(
        program,
        "tuijinhui",
        Answers(FactSheet((("会议名称", "防汛会"),)), {"kaichang": FactSheet((("观摩点位", ("大堤",)),))}),
        {"kaichang": section.id},
    ).draft
    asked = Asked(
        PATH,
        replace(section, body="{{ 会议名称 }}{{ 观摩点位 }}{{ 单位 }}", fields=(*section.fields, own)),
        filling=Filling.DRAFT,
        draft=draft,
    )
    assert texts(both(program, asked)) == ["防汛会大堤【待填：单位】"]


def test_the_length_is_that_with_examples_whatever_is_shown(program: Program) -> None:
    body = "召开{{ 会议名称 }}【待填：数，约30字】"
    assert trial(program, body, Filling.NOTHING).length == trial(program, body).length == 42


def test_what_is_wrong_is_said_with_its_line_and_without_the_files_name(program: Program) -> None:
    found = trial(program, "甲\n{{ 会议名 }}")
    wrong = [each for each in found.remarks if each.level is Level.WRONG]
    assert found.tried.draft is None and found.undeclared == ("会议名",)
    assert [(each.line, each.what) for each in wrong] == [(2, "没有叫“会议名”的事实或字段。")]
    assert "会议名称" in wrong[0].remedy


@pytest.mark.parametrize(
    "body",
    [
        "甲\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "甲\n{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}",
        "甲\n{{ '甲' * 10 ** 10 }}",
        "甲\n{{ 会议名称.__class__.__mro__ }}",
    ],
)
def test_what_runs_for_ever_or_breaks_out_is_stopped_and_told_with_its_line(
    program: Program, body: str
) -> None:
    found = trial(program, body)
    assert found.tried.draft is None
    assert [each.line for each in found.remarks if each.level is Level.WRONG] == [2]


def test_what_is_nested_too_deep_is_told(program: Program) -> None:
    found = trial(program, "甲\n" + "{% if 1 %}" * 500)
    assert found.tried.draft is None and any("太深" in each.what for each in found.remarks)


def test_fields_that_would_make_the_file_unreadable_are_told(program: Program) -> None:
    broken = replace(template("甲"), fields=(Field("loop", FieldType.TEXT),))
    found = both(program, Asked(PATH, broken))
    assert any("不能作字段的名称" in each.what for each in found.remarks)


def test_a_whole_file_is_tried_as_soon_as_it_can_be_read(program: Program) -> None:
    refused = both(program, Asked(PATH, None, HEAD.replace("名称 =", "名称")))
    assert refused.tried.template is None and refused.tried.draft is None and refused.remarks
    taken = both(program, Asked(PATH, None, HEAD + "甲\n"))
    assert taken.tried.template is not None and texts(taken) == ["甲"]

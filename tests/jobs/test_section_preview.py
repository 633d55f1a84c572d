"""A section template as it would stand in a draft."""

from dataclasses import replace

import pytest

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.outline import stretches
from app.jobs.filling import Filling
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.jobs.section_preview import SectionPreview, section_preview
from app.templating.answers import Answers
from app.templating.fields import Field, FieldType
from app.templating.problems import TemplateError

TEMPLATE = "tj_renshi_dashi"


def seen(program: Program, filling: Filling, draft: Draft | None = None) -> SectionPreview:
    template = program.library.section(TEMPLATE)
    return section_preview(program.library, program.renderer, template, filling, draft)


def text(preview: SectionPreview) -> str:
    return "\n".join(block.text for block in preview.draft.blocks)


def test_examples_fill_what_facts_and_fields_leave_open(program: Program) -> None:
    fields = (Field("区县", FieldType.TEXT, example="××区"),)
    body = "{{ 会议名称 }}到{{ 区县 }}开，【待填：时间】。"
    template = replace(program.library.section(TEMPLATE), fields=fields, body=body)
    example = program.library.facts["会议名称"].example
    shown = {
        filling: section_preview(program.library, program.renderer, template, filling)
        for filling in (Filling.EXAMPLES, Filling.NOTHING)
    }
    assert text(shown[Filling.EXAMPLES]) == f"{example}到××区开，【待填：时间】。"
    assert text(shown[Filling.NOTHING]) == "【会议名称】到【待填：区县】开，【待填：时间】。"
    assert [each.to_fill for each in shown.values()] == [1, 3]


def test_the_open_draft_gives_its_facts_and_the_fields_of_its_section(program: Program) -> None:
    facts = FactSheet((("工作名称", "河道清淤"),))
    fields = {"renshi": FactSheet((("目标年份", "20××年"),))}
    draft = new_draft(program, "tuijinhui", Answers(facts, fields), {"renshi": TEMPLATE}).draft
    shown = text(seen(program, Filling.DRAFT, draft))
    made = next(each for each in stretches(draft) if each.section.template == TEMPLATE)
    assert [block.text for block in draft.blocks[made.start : made.stop]] == shown.split("\n")


def test_a_template_that_is_still_being_written_is_shown_as_it_is(program: Program) -> None:
    template = replace(program.library.section(TEMPLATE), body="# 新写的\n{{ 会议名称 }}要开好。")
    preview = section_preview(program.library, program.renderer, template, Filling.NOTHING)
    assert text(preview) == "新写的\n【会议名称】要开好。"
    assert preview.to_fill == 1 and preview.characters


def test_one_that_cannot_be_carried_out_says_so(program: Program) -> None:
    template = replace(program.library.section(TEMPLATE), body="{{ 没有这个 }}")
    with pytest.raises(TemplateError, match="没有这个"):
        section_preview(program.library, program.renderer, template, Filling.EXAMPLES)

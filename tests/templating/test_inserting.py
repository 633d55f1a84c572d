"""A section template put into a draft that is there already."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.ids import counting_ids
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.core.outline import stretches
from app.core.plan import applied
from app.core.repair import repaired
from app.templating.inserting import inserted
from app.templating.library import Library, load_library
from app.templating.remake import remade
from app.templating.rendering import Renderer
from tests.core.strategies import drafts
from tests.templating.small_library import write_library


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with TemporaryDirectory() as folder:
        yield load_library([write_library(Path(folder))])


SPEECH = """+++
场合 = "xiaohui"
[事实]
会议名称 = "全市会议"
+++
@标题 题
@称谓 同志们：
我讲[一](=@意见数)点意见。 {节=开场}
- 甲；
+- 乙。
# 抓落实 {任务}
"""
FIELDS = FactSheet((("部署", "省里的部署"), ("事项", ("抓开工",))))


def draft(markup: str = SPEECH) -> Draft:
    return parse_markup(markup, counting_ids())


def put(before: Draft, at: int, library: Library, template: str = "rs_yi") -> Draft:
    plan = inserted(before, at, template, library, Renderer(), FIELDS, counting_ids(500))
    return applied(plan, before)


def shown(after: Draft) -> list[str]:
    return [number + block.text for number, block in zip(numbers(after.blocks), after.blocks, strict=True)]


def test_the_section_stands_there_with_facts_fields_and_numbers(library: Library) -> None:
    after = put(draft(), 5, library)
    assert shown(after)[5:] == [
        "一、提高站位，深刻认识全市会议的意义",
        "（一）这是落实省里的部署的要求。",
        "【待填：上级要求，约100字】",
        "一是抓开工。各级各部门要抓好。",
        "二、抓落实",
    ]


def test_what_is_counted_counts_it_in_the_same_step(library: Library) -> None:
    assert "我讲两点意见。" in shown(put(draft(), 5, library))


def test_it_is_called_and_measured_as_the_occasions_slot(library: Library) -> None:
    section = next(
        each.section for each in stretches(put(draft(), 5, library)) if each.section.template == "rs_yi"
    )
    assert (section.name, section.layer, section.target) == ("认识", Layer.UNDERSTANDING, 700)
    assert section.fields == FIELDS


def test_without_an_occasion_it_is_called_as_the_template(library: Library) -> None:
    section = stretches(put(draft("正文。"), 1, library))[0].section
    assert (section.name, section.target) == ("讲认识", 300)


def test_neither_the_head_nor_a_printed_paragraph_is_parted(library: Library) -> None:
    assert shown(put(draft(), 1, library))[2] == "一、提高站位，深刻认识全市会议的意义"
    assert shown(put(draft(), 4, library))[5] == "一、提高站位，深刻认识全市会议的意义"


def test_an_empty_line_before_it_goes(library: Library) -> None:
    after = put(draft("前。\n\\\n后。"), 2, library, "js_yi")
    assert shown(after) == ["前。", "谢谢大家！", "后。"]


def test_a_template_put_in_twice_has_two_sets_of_fields(library: Library) -> None:
    once = put(draft(), 5, library)
    twice = applied(inserted(once, 5, "rs_yi", library, Renderer(), new_id=counting_ids(900)), once)
    made = [each.section for each in stretches(twice) if each.section.template == "rs_yi"]
    assert [len(section.fields) for section in made] == [0, 2]
    assert made[0].id != made[1].id


def test_what_was_put_in_can_be_made_anew_without_a_change(library: Library) -> None:
    after = put(draft(), 5, library)
    section = next(each.section for each in stretches(after) if each.section.template == "rs_yi")
    assert remade(after, section.id, library, Renderer()).plan.is_empty


@given(drafts(), st.integers(0, 20), st.sampled_from(["rs_yi", "kc_yi", "js_yi"]))
def test_wherever_it_is_put_the_draft_stays_sound_and_keeps_its_blocks(
    library: Library, before: Draft, at: int, template: str
) -> None:
    after = put(before, at, library, template)
    assert repaired(after) == after
    kept = {block.id for block in before.blocks if block.runs}
    assert kept <= {block.id for block in after.blocks}

"""A section made anew: what the writer edited stays, the rest follows template and facts."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Bind, Block, Draft, Run
from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue
from app.core.ids import counting_ids
from app.core.kinds import Layer, Status
from app.core.outline import section_at, stretches
from app.core.plan import Plan, applied
from app.core.repair import repaired
from app.core.sections import set_status
from app.core.structure import plan_of
from app.templating.binding import fact_changed, field_changed
from app.templating.compose import compose
from app.templating.library import Library, load_library
from app.templating.merging import What
from app.templating.remake import Remade, remade
from app.templating.rendering import Renderer
from tests.core.strategies import texts
from tests.templating.small_library import write, write_library

TASKS = """+++
名称 = "讲任务"
部件 = ["renshi"]
层 = "认识"
字数 = 300
[字段.事项]
类型 = "清单"
示例 = ["抓开工", "抓投产"]
[字段.单位]
类型 = "文字"
[字段.重点]
类型 = "文字"
+++
# 抓好{{ 会议名称 }}的落实
{% if 重点 %}
## 突出{{ 重点 }}。
{% endif %}
{% for 事 in 事项 %}
- {{ 事 }}。{{ 单位 }}要抓好。
{% endfor %}
各级各部门要行动起来。
"""

TWO = """+++
名称 = "分两个大标题"
部件 = ["renshi"]
层 = "认识"
字数 = 300
[字段.重点]
类型 = "文字"
+++
# 统一思想
{{ 重点 }}要想清楚。
# 认清形势
{% if 重点 %}
{{ 重点 }}形势逼人。
{% endif %}
形势不等人。
"""


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with TemporaryDirectory() as folder:
        ours = write_library(Path(folder))
        write(ours, "sections/rs_er.j2", TASKS)
        write(ours, "sections/rs_liang.j2", TWO)
        yield load_library([ours])


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


FIELDS = FactSheet((("事项", ("抓开工", "抓投产")), ("单位", "各县区")))


@cache
def made(folder: Path, template: str, fields: FactSheet) -> Draft:
    """Made once for each choice: property tests begin with it again and again."""
    library = load_library([folder])
    facts = FactSheet((("会议名称", "全市会议"),))
    given = {"renshi": fields}
    return compose(library, Renderer(), "xiaohui", facts, {"renshi": template}, given, new_id=counting_ids())


def speech(library: Library, template: str = "rs_er", fields: FactSheet = FIELDS) -> Draft:
    """A draft of three sections, that with a layer made from a template with fields."""
    return made(library.folders[0], template, fields)


def layered(draft: Draft) -> str:
    """The id of the section with a layer."""
    return next(each.section.id for each in stretches(draft) if each.section.layer)


def lines(draft: Draft) -> list[str]:
    """The texts of the section with a layer."""
    stretch = next(each for each in stretches(draft) if each.section.layer)
    return [block.text for block in draft.blocks[stretch.start : stretch.stop]]


def index_of(draft: Draft, text: str) -> int:
    return next(at for at, block in enumerate(draft.blocks) if text in block.text)


def edited(draft: Draft, text: str, new: str) -> Draft:
    """The draft with one paragraph written anew."""
    blocks = list(draft.blocks)
    at = index_of(draft, text)
    blocks[at] = replace(blocks[at], runs=(Run(new),))
    return applied(plan_of("改", draft, blocks, counting_ids(900)), draft)


def without(draft: Draft, text: str) -> Draft:
    at = index_of(draft, text)
    return replace(draft, blocks=(*draft.blocks[:at], *draft.blocks[at + 1 :]))


def with_block(draft: Draft, at: int, block: Block) -> Draft:
    return repaired(replace(draft, blocks=(*draft.blocks[:at], block, *draft.blocks[at:])), counting_ids(700))


def with_fields(draft: Draft, library: Library, **values: FactValue | None) -> Draft:
    for name, value in values.items():
        draft = applied(field_changed(draft, layered(draft), name, value), draft)
    return draft


def again(draft: Draft, library: Library, renderer: Renderer, **options: object) -> Remade:
    return remade(draft, layered(draft), library, renderer, new_id=counting_ids(5000), **options)  # type: ignore[arg-type]


def outcome(found: Remade) -> list[tuple[What, str, str]]:
    return [(change.what, change.before, change.after) for change in found.changes]


def test_made_anew_with_nothing_changed_there_is_nothing_to_do(library: Library, renderer: Renderer) -> None:
    draft = speech(library)
    for each in stretches(draft):
        assert remade(draft, each.section.id, library, renderer) == Remade(Plan("重做本节"), ())


def test_a_changed_fact_that_the_text_follows_already_changes_no_paragraph(
    library: Library, renderer: Renderer
) -> None:
    draft = speech(library)
    draft = applied(fact_changed(draft, "会议名称", "全县会议"), draft)
    found = again(draft, library, renderer)
    assert found.changes == ()
    assert [block.runs for block in applied(found.plan, draft).blocks] == [
        block.runs for block in draft.blocks
    ]


def test_what_a_value_decides_follows_it(library: Library, renderer: Renderer) -> None:
    draft = with_fields(speech(library), library, 重点="开工", 事项=("抓开工", "抓投产", "抓见效"))
    found = again(draft, library, renderer)
    assert outcome(found) == [(What.ADDED, "", "突出开工。"), (What.ADDED, "", "抓见效。各县区要抓好。")]
    assert lines(applied(found.plan, draft)) == [
        "抓好全市会议的落实",
        "突出开工。",
        "抓开工。各县区要抓好。",
        "抓投产。各县区要抓好。",
        "抓见效。各县区要抓好。",
        "各级各部门要行动起来。",
    ]


def test_what_the_template_no_longer_gives_goes(library: Library, renderer: Renderer) -> None:
    draft = with_fields(speech(library), library, 事项=("抓开工",))
    found = again(draft, library, renderer)
    assert [what for what, *_ in outcome(found)] == [What.REMOVED]
    assert lines(applied(found.plan, draft)) == [
        "抓好全市会议的落实",
        "抓开工。各县区要抓好。",
        "各级各部门要行动起来。",
    ]


def test_an_edited_paragraph_stays_and_can_be_given_back(library: Library, renderer: Renderer) -> None:
    draft = edited(speech(library), "行动起来", "大家要马上行动。")
    found = again(draft, library, renderer)
    assert outcome(found) == [(What.KEPT, "大家要马上行动。", "各级各部门要行动起来。")]
    assert applied(found.plan, draft) == draft
    back = again(draft, library, renderer, switched={found.changes[0].key})
    assert outcome(back) == [(What.REPLACED, "大家要马上行动。", "各级各部门要行动起来。")]
    assert applied(back.plan, draft) == speech(library)


def test_a_deleted_paragraph_stays_deleted_and_can_be_put_back(library: Library, renderer: Renderer) -> None:
    draft = without(speech(library), "行动起来")
    found = again(draft, library, renderer)
    assert outcome(found) == [(What.LEFT_OUT, "", "各级各部门要行动起来。")]
    assert found.plan.is_empty
    back = again(draft, library, renderer, switched={found.changes[0].key})
    assert lines(applied(back.plan, draft)) == lines(speech(library))


def test_what_the_writer_added_stays_and_cannot_be_switched(library: Library, renderer: Renderer) -> None:
    draft = speech(library)
    draft = with_block(draft, index_of(draft, "抓投产"), Block("", runs=(Run("自己写的。"),)))
    found = again(draft, library, renderer)
    assert outcome(found) == [(What.KEPT, "自己写的。", "")] and not found.changes[0].switchable
    assert again(draft, library, renderer, switched={found.changes[0].key}).plan.is_empty


def test_a_paragraph_that_both_changed_is_told_as_a_conflict(library: Library, renderer: Renderer) -> None:
    draft = edited(speech(library, "rs_yi"), "提高站位", "提高站位，深刻认识开好会议的意义")
    found = again(draft, library, renderer, template_id="rs_er")
    conflict = next(change for change in found.changes if change.conflict)
    assert (conflict.what, conflict.before) == (What.KEPT, "提高站位，深刻认识开好会议的意义")
    assert conflict.after == "抓好全市会议的落实"
    assert not any(change.conflict for change in found.changes if change is not conflict)


def test_another_template_keeps_the_fields_that_it_has_too(library: Library, renderer: Renderer) -> None:
    draft = speech(library, "rs_yi", FactSheet((*FIELDS, ("部署", "省里的部署"))))
    after = applied(again(draft, library, renderer, template_id="rs_er").plan, draft)
    section = next(each.section for each in stretches(after) if each.section.layer)
    assert (section.template, section.fields, section.layer) == ("rs_er", FIELDS, Layer.UNDERSTANDING)
    assert lines(after) == lines(speech(library))


def test_and_back_again_gives_what_was(library: Library, renderer: Renderer) -> None:
    draft = speech(library, "rs_yi", FIELDS)
    other = applied(again(draft, library, renderer, template_id="rs_er").plan, draft)
    back = applied(again(other, library, renderer, template_id="rs_yi").plan, other)
    assert lines(back) == lines(draft)


def test_fields_can_be_changed_with_it(library: Library, renderer: Renderer) -> None:
    draft = edited(speech(library), "行动起来", "大家要马上行动。")
    fields = FIELDS.with_value("单位", "各部门").with_value("重点", "投产")
    after = applied(again(draft, library, renderer, fields=fields).plan, draft)
    assert lines(after)[1:] == [
        "突出投产。",
        "抓开工。各部门要抓好。",
        "抓投产。各部门要抓好。",
        "大家要马上行动。",
    ]
    assert next(each.section.fields for each in stretches(after) if each.section.layer) == fields


def test_a_changed_field_follows_in_an_edited_paragraph_too(library: Library, renderer: Renderer) -> None:
    draft = speech(library)
    at = index_of(draft, "抓投产")
    blocks = list(draft.blocks)
    blocks[at] = replace(blocks[at], runs=(*blocks[at].runs, Run("马上办。")))
    draft = replace(draft, blocks=tuple(blocks))
    after = applied(again(draft, library, renderer, fields=FIELDS.with_value("单位", "各部门")).plan, draft)
    assert "抓投产。各部门要抓好。马上办。" in lines(after)


def test_a_value_that_the_template_no_longer_asks_stays_and_prints_on(
    library: Library, renderer: Renderer
) -> None:
    draft = speech(library)
    at = index_of(draft, "行动起来")
    blocks = list(draft.blocks)
    blocks[at] = replace(blocks[at], runs=(Run("问"), Run("办公室", bind=Bind("section", "旧名"))))
    section = blocks[index_of(draft, "抓好全市会议")].section
    assert section is not None
    kept = replace(section, fields=section.fields.with_value("旧名", "办公室"))
    blocks[index_of(draft, "抓好全市会议")] = replace(blocks[index_of(draft, "抓好全市会议")], section=kept)
    draft = replace(draft, blocks=tuple(blocks))
    assert again(draft, library, renderer).plan.is_empty


def test_ids_status_and_target_stay(library: Library, renderer: Renderer) -> None:
    draft = with_fields(speech(library), library, 重点="开工")
    at = index_of(draft, "抓开工")
    draft = applied(set_status(draft, at, Status.REVIEW), draft)
    after = applied(again(draft, library, renderer).plan, draft)
    assert {block.id for block in draft.blocks} < {block.id for block in after.blocks}
    one, other = section_at(draft, at), section_at(after, at)
    assert one is not None and other is not None
    assert (one.section.id, Status.REVIEW, one.section.target) == (
        other.section.id,
        other.section.status,
        other.section.target,
    )


def test_computed_values_are_right_in_what_is_taken(library: Library, renderer: Renderer) -> None:
    draft = speech(library)
    opening = stretches(draft)[0]
    after = applied(remade(draft, opening.section.id, library, renderer, "kc_er").plan, draft)
    assert "我讲一点意见" in after.blocks[opening.start].text


def test_a_computed_value_comes_back_right_when_an_edited_paragraph_is_given_back(
    library: Library, renderer: Renderer
) -> None:
    draft = edited(speech(library), "点意见", "我说几句。")
    opening = stretches(draft)[0].section.id
    (change,) = remade(draft, opening, library, renderer).changes
    after = applied(remade(draft, opening, library, renderer, switched={change.key}).plan, draft)
    assert "我讲一点意见" in after.blocks[stretches(after)[0].start].text


def test_a_source_that_cannot_be_read_loses_nothing(library: Library, renderer: Renderer) -> None:
    draft = speech(library)
    at = next(each.start for each in stretches(draft) if each.section.layer)
    section = draft.blocks[at].section
    assert section is not None
    blocks = list(draft.blocks)
    blocks[at] = replace(blocks[at], section=replace(section, source="# 甲 {不认识的}\n"))
    draft = edited(replace(draft, blocks=tuple(blocks)), "行动起来", "大家要马上行动。")
    after = applied(again(draft, library, renderer).plan, draft)
    assert set(lines(draft)) <= set(lines(after))


def test_a_section_without_template_cannot_be_made_anew_but_from_one(
    library: Library, renderer: Renderer
) -> None:
    draft = compose(library, renderer, "xiaohui", new_id=counting_ids())
    draft = repaired(
        replace(draft, blocks=(*draft.blocks, replace(draft.blocks[-1], section=None, id=""))),
        counting_ids(800),
    )
    with pytest.raises(UsageError):
        remade(draft, layered(draft), library, renderer, "meiyou")
    with pytest.raises(KeyError):
        remade(draft, "zzzzzzzz", library, renderer)


def test_a_template_of_two_headings_is_made_anew_as_a_whole(library: Library, renderer: Renderer) -> None:
    draft = speech(library, "rs_liang", FactSheet((("重点", "开工"),)))
    assert again(draft, library, renderer).plan.is_empty
    after = applied(again(draft, library, renderer, fields=FactSheet()).plan, draft)
    assert [block.text for block in after.blocks][-5:-1] == [
        "统一思想",
        "【待填：重点】要想清楚。",
        "认清形势",
        "形势不等人。",
    ]
    one = applied(again(draft, library, renderer, template_id="rs_er").plan, draft)
    assert "认清形势" not in [block.text for block in one.blocks]


# Whatever the writer did

DEEDS = st.lists(st.tuples(st.sampled_from(["edit", "delete", "add"]), st.integers(0, 30), texts), max_size=6)


def words(block: Block) -> str:
    """What a block says of its own: what is bound follows its value also in an edited paragraph."""
    return "".join(run.text for run in block.runs if run.bind is None)


def worked_on(draft: Draft, deeds: list[tuple[str, int, str]]) -> Draft:
    """The draft after a writer was at its section with a layer; its heading stays."""
    for deed, place, text in deeds:
        stretch = next(each for each in stretches(draft) if each.section.layer)
        blocks = list(draft.blocks)
        at = stretch.start + place % (stretch.stop - stretch.start)
        if deed == "edit":
            blocks[at] = replace(blocks[at], runs=(*blocks[at].runs[:2], Run(text)))
        elif deed == "add":
            blocks.insert(at + 1, Block("", runs=(Run(text),)))
        elif at > stretch.start:
            del blocks[at]
        draft = repaired(replace(draft, blocks=tuple(blocks)), counting_ids(3000))
    return draft


@given(DEEDS)
def test_with_the_same_template_and_facts_no_work_is_touched(
    library: Library, renderer: Renderer, deeds: list[tuple[str, int, str]]
) -> None:
    draft = worked_on(speech(library), deeds)
    assert again(draft, library, renderer).plan.is_empty


@given(DEEDS, st.sampled_from(["rs_yi", "rs_er"]), st.lists(texts, max_size=4), texts, st.data())
def test_what_was_edited_survives_and_the_draft_stays_sound(
    library: Library,
    renderer: Renderer,
    deeds: list[tuple[str, int, str]],
    template: str,
    items: list[str],
    focus: str,
    data: st.DataObject,
) -> None:
    draft = worked_on(speech(library), deeds)
    before = {block.id: block for block in speech(library).blocks}
    mine = [words(block) for block in draft.blocks if block != before.get(block.id)]
    fields = FactSheet.of([("事项", tuple(filter(str.strip, items))), ("重点", focus.strip())])
    fields = fields.with_value("单位", "各县区")
    found = again(draft, library, renderer, template_id=template, fields=fields)
    after = applied(found.plan, draft)
    assert repaired(after) == after
    kept = [words(block) for block in after.blocks]
    assert [text for text in mine if text not in kept] == []
    keys = [change.key for change in found.changes]
    assert len(set(keys)) == len(keys)
    switched = again(
        draft,
        library,
        renderer,
        template_id=template,
        fields=fields,
        switched=set(data.draw(st.lists(st.sampled_from(keys))) if keys else ()),
    )
    other = applied(switched.plan, draft)
    assert repaired(other) == other


@given(DEEDS, st.lists(texts, max_size=4))
def test_made_anew_twice_is_made_anew_once(
    library: Library, renderer: Renderer, deeds: list[tuple[str, int, str]], items: list[str]
) -> None:
    draft = worked_on(speech(library), deeds)
    fields = FIELDS.with_value("事项", tuple(filter(str.strip, items)))
    once = applied(again(draft, library, renderer, fields=fields).plan, draft)
    assert again(once, library, renderer).plan.is_empty

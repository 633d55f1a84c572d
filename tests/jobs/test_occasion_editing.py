"""An occasion is changed, looked at, and saved among the writer's own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.core.errors import UsageError, WriteError
from app.core.markup import parse_markup
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.making import new_draft
from app.jobs.occasion_editing import Edited, edited, fact_trouble, look_at, new_occasion, save_occasion
from app.jobs.program import Program
from app.jobs.template_making import Naming, proposed, save_new, template_of
from app.templating.answers import Answers
from app.templating.fields import Field, FieldType
from app.templating.generalise.passage import section_passages
from app.templating.generalise.slots import slot_offers
from app.templating.occasion import Slot


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


def changed(state: Edited, **values: object) -> Edited:
    return replace(state, occasion=replace(state.occasion, **values))  # type: ignore[arg-type]


def test_a_new_one_gives_a_draft_at_once(program: Program) -> None:
    look = look_at(program, new_occasion(program, "项目观摩会"))
    assert look.draft is not None and look.wrong == ()
    assert {slot.name for slot in new_occasion(program, "项目观摩会").occasion.slots} >= {"认识", "任务"}


def test_it_is_saved_and_can_be_chosen(program: Program) -> None:
    path = save_occasion(program, new_occasion(program, "项目观摩会"))
    assert path == program.own.folder / "occasions" / "xiangmuguanmohui.toml"
    assert program.library.occasion("项目观摩会").slots
    assert new_draft(program, "项目观摩会", Answers()).draft.occasion == "xiangmuguanmohui"


def test_a_built_in_one_is_changed_in_its_place_and_its_writing_stays(program: Program) -> None:
    state = edited(program, program.library.occasion("tuijinhui"))
    save_occasion(program, changed(state, description="我们的说法"))
    own = program.library.occasion("tuijinhui")
    assert (own.description, own.built_in, own.slots) == ("我们的说法", False, state.occasion.slots)
    assert own.path.read_text("utf-8").count("\n") == state.former.count("\n")


def test_what_was_changed_elsewhere_is_not_written_over(program: Program) -> None:
    save_occasion(program, new_occasion(program, "项目观摩会"))
    state = edited(program, program.library.occasion("项目观摩会"))
    text = state.occasion.path.read_text("utf-8") + "# 别处改的\n"
    state.occasion.path.write_text(text, "utf-8")
    with pytest.raises(WriteError, match="别处改过"):
        save_occasion(program, changed(state, description="新的"))
    assert state.occasion.path.read_text("utf-8") == text


def test_without_a_name_nothing_is_saved(program: Program) -> None:
    with pytest.raises(UsageError):
        save_occasion(program, changed(new_occasion(program, "甲"), name=" "))
    assert not program.own.folder.exists()


def test_a_slot_without_templates_does_not_keep_the_rest_from_being_seen(program: Program) -> None:
    state = new_occasion(program, "项目观摩会")
    more = changed(state, slots=(*state.occasion.slots, Slot("xin", "新部件")))
    look = look_at(program, more)
    assert look.draft is not None and any("新部件" in each.what for each in look.remarks)


def test_what_cannot_be_rendered_is_told(program: Program) -> None:
    look = look_at(program, changed(new_occasion(program, "甲"), head="@标题 {{ 没有的事实 }}\n"))
    assert look.draft is None and any("没有的事实" in each.what for each in look.wrong)


def test_a_new_fact_is_declared_and_asked(program: Program) -> None:
    state = new_occasion(program, "项目观摩会")
    fact = Field("观摩项目", FieldType.LIST, example=("××水厂",), hint="一行一个")
    state = replace(changed(state, facts=(*state.occasion.facts, "观摩项目")), facts=(fact,))
    assert look_at(program, state).wrong == ()
    save_occasion(program, state)
    asked = program.library.asked(program.library.occasion("项目观摩会"))
    assert asked[-1] == fact


@pytest.mark.parametrize("name", ["", "1个", "会议 名称", "会议名称", "新事实"])
def test_a_name_that_no_new_fact_can_have_is_told(program: Program, name: str) -> None:
    state = replace(new_occasion(program, "甲"), facts=(Field("新事实", FieldType.TEXT),))
    assert fact_trouble(program.library, state, name)
    assert fact_trouble(program.library, state, "观摩项目") == ""


def test_an_occasion_with_variants_keeps_them(program: Program) -> None:
    before = program.library.occasion("zuotanhui")
    save_occasion(program, changed(edited(program, before), description="我们的座谈会"))
    after = program.library.occasion("zuotanhui")
    assert after.description == "我们的座谈会"
    assert [(each.variant, each.slots, each.head) for each in after.variants] == [
        (each.variant, each.slots, each.head) for each in before.variants
    ]


def test_a_template_made_for_a_new_slot_is_the_one_chosen_there(program: Program) -> None:
    state = new_occasion(program, "项目观摩会")
    slot = Slot("dianping", "现场点评", share=0)
    save_occasion(program, changed(state, slots=(*state.occasion.slots, slot)))
    offer = next(each for each in slot_offers(program.library) if each.name == "现场点评")
    passage = section_passages(parse_markup("+++\n+++\n刚才看了35个项目。 {节=点评}\n"), program.library)[0]
    decisions = proposed(program, passage, date(2025, 3, 1))
    save_new(program, template_of(program, passage, decisions, Naming("逐个点评", (offer.id,), offer.layer)))
    draft = new_draft(program, "项目观摩会", Answers()).draft
    assert draft.blocks[-1].text == "刚才看了【待填：项目数】个项目。"
    assert look_at(program, edited(program, program.library.occasion("项目观摩会"))).wrong == ()

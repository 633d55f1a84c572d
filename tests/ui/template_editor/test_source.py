"""Text and declarations of a template have one undo history."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from app.templating.fields import Field, FieldType
from app.templating.section_template import section_of
from app.ui.template_editor.source import Source
from tests.ui.template_editor.conftest import TEXT

TEMPLATE = section_of(TEXT, Path("wode.j2"))


@pytest.fixture
def source(qapp) -> Source:
    found = Source()
    found.open(TEMPLATE, TEMPLATE.body)
    return found


def type_at_end(source: Source, *texts: str) -> None:
    cursor = QTextCursor(source.document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    for text in texts:
        cursor.insertText(text)


def name(source: Source, words: str) -> None:
    assert source.front is not None
    source.change("改名称", replace(source.front.template, name=words), "name")


def state(source: Source) -> tuple[str, str, list[str]]:
    template = source.template
    assert template is not None
    return template.name, template.body, [field.name for field in template.fields]


def test_what_was_opened_is_there_unchanged(source: Source) -> None:
    assert source.template == replace(TEMPLATE, body_line=1)
    assert not source.is_modified


def test_steps_of_text_and_declarations_are_undone_in_their_order(source: Source) -> None:
    states = [state(source)]
    type_at_end(source, "甲")
    states.append(state(source))
    name(source, "乙")
    states.append(state(source))
    type_at_end(source, "丙")
    states.append(state(source))
    for wanted in reversed(states[:-1]):
        source.steps.undo()
        assert state(source) == wanted
    assert not source.is_modified
    for wanted in states[1:]:
        source.steps.redo()
        assert state(source) == wanted


def test_letters_typed_into_one_box_are_one_step(source: Source) -> None:
    for words in ("我", "我的", "我的开"):
        name(source, words)
    assert source.steps.count() == 1
    source.steps.undo()
    assert state(source)[0] == TEMPLATE.name


def test_a_box_that_says_again_what_it_said_leaves_no_step(source: Source) -> None:
    name(source, "又")
    name(source, TEMPLATE.name)
    assert not source.is_modified and source.steps.count() == 0


def test_another_name_of_a_field_is_one_step_with_all_its_places(source: Source) -> None:
    before = state(source)
    field = TEMPLATE.fields[0]
    source.change_field(0, replace(field, name="部门"))
    assert state(source)[2] == ["部门", "点位"]
    assert "{{ 部门 }}" in source.body and "{{ 单位 }}" not in source.body
    assert source.front is not None and source.front.renamed == {"单位": "部门"}
    source.steps.undo()
    assert state(source) == before and source.front.renamed == {}
    source.steps.redo()
    assert "{{ 部门 }}" in source.body


def test_a_field_renamed_twice_is_known_by_its_name_in_the_file(source: Source) -> None:
    source.change_field(0, replace(TEMPLATE.fields[0], name="部门"))
    source.change_field(0, replace(TEMPLATE.fields[0], name="科室"))
    assert source.front is not None and source.front.renamed == {"单位": "科室"}


def test_a_field_that_the_text_does_not_have_is_renamed_too(source: Source) -> None:
    assert source.front is not None
    fields = (*TEMPLATE.fields, Field("新字段", FieldType.TEXT))
    source.change("添加", replace(source.front.template, fields=fields))
    source.change_field(2, Field("日期", FieldType.TEXT))
    assert state(source)[2][-1] == "日期"


def test_places_behind_characters_beyond_the_basic_plane_are_found(source: Source) -> None:
    source.open(TEMPLATE, "𠀀𠀁{{ 单位 }}和{{ 单位 }}")
    source.change_field(0, replace(TEMPLATE.fields[0], name="部门"))
    assert source.body == "𠀀𠀁{{ 部门 }}和{{ 部门 }}"


def test_what_is_typed_after_undoing_takes_the_place_of_what_was_undone(source: Source) -> None:
    type_at_end(source, "甲")
    name(source, "乙")
    source.steps.undo()
    source.steps.undo()
    type_at_end(source, "丁")
    assert not source.steps.canRedo()
    source.steps.undo()
    assert state(source) == (TEMPLATE.name, TEMPLATE.body, ["单位", "点位"])


def test_every_change_is_told_once(source: Source, qtbot) -> None:
    told: list[str] = []
    source.changed.connect(lambda: told.append(source.body))
    type_at_end(source, "甲")
    assert told == [f"{TEMPLATE.body}甲"]


DEEDS = st.lists(
    st.one_of(
        st.tuples(
            st.just("type"), st.integers(0, 60), st.sampled_from(["甲", "𠀀", "{{ 单位 }}", "\n", "abc"])
        ),
        st.tuples(st.just("delete"), st.integers(0, 60), st.just("")),
        st.tuples(st.just("name"), st.just(0), st.sampled_from(["我的", "我的开", "开场"])),
        st.tuples(st.just("field"), st.integers(0, 1), st.sampled_from(["部门", "科室", "点"])),
        st.tuples(st.sampled_from(["undo", "redo"]), st.just(0), st.just("")),
    ),
    max_size=25,
)


@given(DEEDS)
def test_whatever_was_done_undo_and_redo_lead_through_the_same_states(
    qapp, deeds: list[tuple[str, int, str]]
) -> None:
    source = Source()
    source.open(TEMPLATE, TEMPLATE.body)
    states = {0: state(source)}
    for deed, at, text in deeds:
        before = state(source)
        do(source, deed, at, text)
        index = source.steps.index()
        if deed in ("undo", "redo"):
            assert state(source) == states[index]
        elif state(source) != before:
            states = {number: each for number, each in states.items() if number < index} | {
                index: state(source)
            }
    while source.steps.canUndo():
        source.steps.undo()
        assert state(source) == states[source.steps.index()]
    assert state(source) == (TEMPLATE.name, TEMPLATE.body, ["单位", "点位"])


def do(source: Source, deed: str, at: int, text: str) -> None:
    """One deed of a writer."""
    front = source.front
    assert front is not None
    match deed:
        case "type" | "delete":
            cursor = QTextCursor(source.document)
            cursor.setPosition(at % source.document.characterCount())
            cursor.insertText(text) if text else cursor.deletePreviousChar()
        case "name":
            name(source, text)
        case "field":
            if text not in [field.name for field in front.template.fields]:
                source.change_field(at, replace(front.template.fields[at], name=text))
        case "undo":
            source.steps.undo()
        case _:
            source.steps.redo()

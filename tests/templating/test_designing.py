"""Fields as their author makes and changes them."""

import pytest

from app.core.errors import UsageError
from app.core.facts import Date, Person
from app.templating.designing import checked_name, moved, new_field, with_choices, with_type
from app.templating.fields import Field, FieldType


def test_a_new_field_has_a_name_of_its_own() -> None:
    assert new_field(()).name == "新字段"
    assert new_field(("新字段", "新字段2")).name == "新字段3"


@pytest.mark.parametrize("name", ["", " ", "3月", "报送 单位", "单位（县）", "loop", "for", "none"])
def test_a_name_that_templates_cannot_read_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        checked_name(name, ())


def test_a_name_that_another_field_has_is_refused() -> None:
    with pytest.raises(UsageError, match="已经有"):
        checked_name("单位", ("单位",))
    assert checked_name(" 部门 ", ("单位",)) == "部门"


@pytest.mark.parametrize(
    ("before", "type_", "after"),
    [
        ("2025年5月31日", FieldType.DATE, Date(2025, 5, 31)),
        ("市长 ×××", FieldType.PERSON, Person("×××", "市长")),
        ("甲、乙", FieldType.LIST, ("甲", "乙")),
        ("很多", FieldType.NUMBER, None),
        (("甲", "乙"), FieldType.DATE, None),
    ],
)
def test_an_example_is_kept_where_it_can_be_read_as_the_new_type(
    before: object, type_: FieldType, after: object
) -> None:
    field = Field("甲", FieldType.TEXT, example=before)  # type: ignore[arg-type]
    assert with_type(field, type_).example == after


def test_a_choice_always_has_something_to_choose() -> None:
    made = with_type(Field("甲", FieldType.TEXT), FieldType.CHOICE)
    assert len(made.choices) == 2
    assert with_type(made, FieldType.TEXT).choices == ()


def test_choices_are_the_lines_without_empty_ones_and_repetitions() -> None:
    field = Field("甲", FieldType.CHOICE, choices=("甲", "乙"), default="甲", example="乙")
    changed = with_choices(field, [" 乙 ", "", "丙", "乙"])
    assert changed.choices == ("乙", "丙")
    assert (changed.default, changed.example) == (None, "乙")


def test_a_field_is_moved_before_or_behind_others() -> None:
    fields = [Field(name, FieldType.TEXT) for name in "甲乙丙"]
    assert [field.name for field in moved(fields, 0, 2)] == ["乙", "丙", "甲"]
    assert [field.name for field in moved(fields, 2, 0)] == ["丙", "甲", "乙"]

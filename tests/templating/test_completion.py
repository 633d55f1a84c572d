"""What may be written at a place of a template's text."""

import pytest

from app.core.facts import Date, Person
from app.templating.completion import Completion, Source, completion_at, slots_at
from app.templating.fields import Field, FieldType, by_name
from app.templating.form_table import FORMS
from app.templating.vocabulary import Vocabulary

FACTS = by_name(
    [
        Field("会议名称", FieldType.TEXT),
        Field("会议日期", FieldType.DATE, example=Date(2025, 5, 31)),
        Field("讲话人", FieldType.PERSON, example=Person("×××", "市长")),
        Field("议程", FieldType.LIST),
        Field("讲话身份", FieldType.CHOICE, choices=("主要领导", "主持人")),
        Field("领域", FieldType.CHOICE, choices=("教育",), vocabularies=(Vocabulary("jiaoyu", "教育"),)),
    ]
)
FIELDS = by_name([Field("单位", FieldType.TEXT), Field("增幅", FieldType.NUMBER)])


def at(text: str) -> Completion | None:
    """The completion at the ^ in a text."""
    place = text.index("^")
    return completion_at(text.replace("^", ""), place, FACTS, FIELDS)


def names(text: str) -> list[str]:
    found = at(text)
    return [offer.name for offer in found.offers] if found else []


def written(text: str, name: str) -> str:
    """The text after the offer of that name was taken, the cursor at ^."""
    found = at(text)
    assert found is not None
    offer = next(each for each in found.offers if each.name == name)
    place = text.index("^")
    caret = len(offer.text) if offer.caret is None else offer.caret
    put = f"{offer.text[:caret]}^{offer.text[caret:]}"
    return text[: found.start] + put + text[place + 1 :]


def test_in_a_tag_all_names_are_offered_the_sections_own_first() -> None:
    assert names("今天{{^") == [*FIELDS, *FACTS]
    assert names("{{ ^ }}") == [*FIELDS, *FACTS]


def test_between_tags_nothing_is_offered() -> None:
    assert names("今天^") == [] and names("{{ 会议名称 }}今天^") == [] and names("{# 说明^ #}") == []


def test_a_name_that_is_taken_closes_its_tag_where_nothing_does() -> None:
    assert written("今天{{^召开", "会议名称") == "今天{{ 会议名称 }}^召开"
    assert written("今天{{ 会^ }}召开", "会议名称") == "今天{{ 会议名称^ }}召开"


def test_full_width_braces_become_the_ones_that_are_read() -> None:
    assert written("今天｛｛会^", "会议名称") == "今天{{ 会议名称 }}^"


def test_the_word_before_the_place_is_what_is_sought() -> None:
    found = at("{{ 单位 }}{{ 会议^")
    assert found is not None and (found.word, found.start) == ("会议", 11)


@pytest.mark.parametrize(
    ("text", "type_"),
    [("{{ 会议日期|^", Date), ("{{ 讲话人 | ^", Person), ("{{ 议程|^ }}", tuple), ("{{ 增幅|^", int)],
)
def test_the_forms_offered_fit_the_type_of_the_value(text: str, type_: type) -> None:
    offered = [name for name in names(text) if name in FORMS]
    assert offered == [name for name, form in FORMS.items() if type_ in form.types]


def test_a_form_says_what_it_prints() -> None:
    found = at("{{ 会议日期|^")
    assert found is not None
    assert {offer.name: offer.told for offer in found.offers}["月日"] == "5月31日"


def test_after_a_form_the_forms_of_what_it_gives_are_offered() -> None:
    assert "汉字" in names("{{ 议程|条数|^") and "顿号" not in names("{{ 议程|条数|^")
    assert "去句号" in names("{{ 议程|顿号|^")


def test_a_form_that_needs_a_word_leaves_the_cursor_where_it_goes() -> None:
    assert written("{{ 增幅|^ }}", "带单位") == '{{ 增幅|带单位("^") }}'


def test_parts_are_offered_after_a_dot() -> None:
    assert names("{{ 讲话人.^") == ["姓名", "职务"]
    assert names("{{ 会议名称.^") == []
    assert "任务组" in names("{% for 组 in 领域.^")


def test_items_of_a_loop_have_the_shape_of_what_is_gone_through() -> None:
    inside = "{% for 项 in 议程 %}{{ ^"
    assert names(inside)[:2] == ["项", "loop"]
    assert "去句号" in names("{% for 项 in 议程 %}{{ 项|^")
    assert names("{% for 组 in 领域.任务组 %}{% for 点 in 组.要点 %}{{ 点.^")[0] == "标题"


def test_items_of_a_loop_are_not_offered_behind_it() -> None:
    assert "项" not in names("{% for 项 in 议程 %}甲{% endfor %}{{ ^")


def test_a_loop_is_offered_lists_only() -> None:
    assert names("{% for 项 in ^") == ["议程", "领域"]


def test_choices_are_offered_where_a_choice_is_compared() -> None:
    assert names('{% if 讲话身份 == "^') == ["主要领导", "主持人"]
    assert written('{% if 讲话身份 == "主^" %}', "主持人") == '{% if 讲话身份 == "主持人^" %}'


def test_where_a_tag_begins_its_words_are_offered_and_bring_their_end() -> None:
    assert written("{%^", "if") == "{% if ^ %}\n\n{% endif %}"
    assert written("{% ^ %}", "for") == "{% for 项 in ^ %}"


def test_the_end_of_what_is_open_is_offered_first() -> None:
    assert names("{% if 单位 %}甲{%^")[:3] == ["endif", "else", "elif"]
    assert names("{% if 单位 %}{% for 项 in 议程 %}{%^")[0] == "endfor"
    assert "endif" not in names("{% if 单位 %}甲{% endif %}{%^")


def test_after_a_name_no_other_name_is_offered() -> None:
    assert names("{% if 单位 ^") == ["and", "or", "is", "not in", "in"]
    assert names("{{ 单位 ^") == []
    assert names("{% if 单位 and ^") == [*FIELDS, *FACTS]


@pytest.mark.parametrize(
    ("text", "name", "after"),
    [
        ("@^", "@场上提示", "@场上提示 ^"),
        ("- 抓落实。{^", "{要}", "- 抓落实。{要}^"),
        ("完成【^", "【待填：…】", "完成【待填：^】"),
        ("我讲[几](^", "意见数", "我讲[几](=@意见数)^"),
    ],
)
def test_words_of_the_markup_are_offered_where_they_begin(text: str, name: str, after: str) -> None:
    assert written(text, name) == after


def test_what_is_offered_says_where_it_comes_from() -> None:
    found = at("{{ ^")
    assert found is not None
    assert [offer.source for offer in found.offers] == [Source.FIELD] * 2 + [Source.FACT] * 6


def test_in_the_text_of_a_whole_file_slots_are_offered_by_their_name() -> None:
    slots = {"kaichang": "开场", "shouwei": "收尾"}
    text = '+++\n部件 = ["kaichang", "sh'
    found = slots_at(text, len(text), slots)
    assert found is not None
    assert (found.word, [(offer.name, offer.told) for offer in found.offers]) == ("sh", [*slots.items()])
    assert slots_at('部件 = ["kaichang"', 16, slots) is None
    assert slots_at('名称 = "', 6, slots) is None

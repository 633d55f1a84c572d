"""A card says of an occasion what it is for, what it gives, and how long its speeches usually are."""

from dataclasses import replace

import pytest

from app.core.kinds import Layer
from app.jobs.program import Program
from app.templating.occasion import Occasion, Slot
from app.ui.start.cards import Part, card_of, found, usual


@pytest.fixture(scope="module")
def occasion(program: Program) -> Occasion:
    return replace(
        program.library.occasion("tuijinhui"),
        name="推进会",
        description="用来压实任务。由负责同志讲。",
        length=(3500, 5000),
        minutes=(18, 25),
    )


def test_its_purpose_is_the_first_sentence_of_its_description(occasion: Occasion) -> None:
    assert card_of(occasion).purpose == "用来压实任务。"
    assert card_of(replace(occasion, description="用来压实任务")).purpose == "用来压实任务"
    assert card_of(replace(occasion, description="")).purpose == ""


@pytest.mark.parametrize(
    ("length", "minutes", "said"),
    [
        ((3500, 5000), (18, 25), "3,500–5,000 字 · 18–25 分钟"),
        ((800, 800), (4, 4), "800 字 · 4 分钟"),
        (None, (4, 9), "4–9 分钟"),
        ((600, 1000), None, "600–1,000 字"),
        (None, None, "长短不限"),
    ],
)
def test_the_usual_length_is_told_as_far_as_it_is_known(
    occasion: Occasion, length: tuple[int, int] | None, minutes: tuple[int, int] | None, said: str
) -> None:
    assert usual(replace(occasion, length=length, minutes=minutes)) == said


def test_a_layer_is_always_named_beside_its_colour(occasion: Occasion) -> None:
    slots = (Slot("a", "开场"), Slot("b", "任务", Layer.TASKS), Slot("c", "为什么办", Layer.UNDERSTANDING))
    assert card_of(replace(occasion, slots=slots)).parts == (
        Part("开场", None),
        Part("任务", Layer.TASKS),
        Part("为什么办（认识）", Layer.UNDERSTANDING),
    )


def test_all_of_it_is_read_out(occasion: Occasion) -> None:
    slots = (Slot("a", "开场"), Slot("b", "任务", Layer.TASKS))
    told = card_of(replace(occasion, slots=slots)).told
    assert told == "推进会。用来压实任务。部件：开场、任务。3,500–5,000 字 · 18–25 分钟"


@pytest.mark.parametrize("query", ["推进", "tj", "压实", "保障", "压实 保障", " "])
def test_it_is_found_by_name_initials_purpose_and_parts(occasion: Occasion, query: str) -> None:
    card = card_of(occasion)
    assert found(query, [card]) == [card]


def test_other_words_do_not_find_it(occasion: Occasion) -> None:
    assert found("欢迎", [card_of(occasion)]) == []


def test_those_of_that_name_hide_those_that_only_speak_of_it(occasion: Occasion) -> None:
    named, other = card_of(replace(occasion, name="压实会", id="a")), card_of(occasion)
    assert found("压实", [other, named]) == [named]

"""IDs are made of names, so that a writer never has to think of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.templating.occasion import is_template_id
from app.templating.own.ids import id_of_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("三句话小结", "sanjuhuaxiaojie"),
        ("2025年部署", "wode_2025nianbushu"),
        ("，。", "wode"),
        ("Con", "wode_con"),
    ],
)
def test_an_id_is_the_name_in_small_pinyin(name: str, expected: str) -> None:
    assert id_of_name(name) == expected


def test_an_id_that_is_taken_gets_the_next_number() -> None:
    assert id_of_name("小结", {"xiaojie", "xiaojie_2"}) == "xiaojie_3"


@given(st.text(max_size=80))
def test_every_name_gives_an_id_that_a_file_can_have(name: str) -> None:
    found = id_of_name(name)
    assert is_template_id(found)
    assert len(found) <= 50

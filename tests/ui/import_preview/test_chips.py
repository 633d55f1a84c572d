"""Labels of roles can be read, and every role has one."""

from itertools import chain

import pytest

from app.core.kinds import Kind
from app.importing.report import Fate
from app.ui.import_preview.chips import chip_colours
from app.ui.import_preview.roles import CHOICES, REFUSED, Look, look_of, name_of
from tests.ui.test_theme import contrast


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", Look)
def test_words_on_a_label_stand_out(look: Look, dark: bool) -> None:
    assert contrast(*chip_colours(look, dark)) >= 4.5


def test_every_role_has_a_name_and_a_look() -> None:
    assert {look_of(role) for role in chain(Kind, Fate)} == set(Look)
    assert all(name_of(role) for role in chain(Kind, Fate))


def test_every_kind_can_be_chosen_by_a_key_of_its_own() -> None:
    choices = list(chain(*CHOICES))
    assert {each.role for each in choices} == {*Kind, REFUSED}
    keys = list(chain(*(each.keys for each in choices)))
    assert len(set(keys)) == len(keys) and all(each.keys for each in choices)

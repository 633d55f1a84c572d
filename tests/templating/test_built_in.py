"""The templates that come with the program are sound, whatever a writer fills in."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.core.computed import UNKNOWN, computed_runs
from app.core.draft import Draft
from app.core.facts import FactSheet
from app.core.kinds import Layer
from app.core.outline import stretches
from app.core.plan import applied
from app.core.repair import repaired
from app.templating import trials
from app.templating.binding import bound_places, fact_changed
from app.templating.block_checks import shape
from app.templating.compose import chosen_templates, compose
from app.templating.fields import Field, by_name
from app.templating.library import load_library
from app.templating.remarks import Level
from app.templating.rendering import Renderer
from app.templating.validate import validate

FOLDER = Path(__file__).resolve().parents[2] / "templates"
LIBRARY = load_library([FOLDER])
OCCASIONS = sorted(LIBRARY.occasions)
Sheets = Callable[[Mapping[str, Field]], FactSheet]


def composed(occasion_id: str, sheets: Sheets, choices: Mapping[str, str] | None = None) -> Draft:
    occasion = LIBRARY.occasion(occasion_id)
    chosen = chosen_templates(LIBRARY, occasion, choices or {})
    fields = {slot: sheets(by_name(template.fields)) for slot, template in chosen.items()}
    return compose(LIBRARY, Renderer(), occasion_id, sheets(LIBRARY.facts), choices or {}, fields)


def test_nothing_in_the_folder_is_wrong() -> None:
    wrong = [remark for remark in validate(FOLDER, LIBRARY, Renderer()) if remark.level == Level.WRONG]
    assert wrong == []
    assert LIBRARY.sections


def test_every_slot_has_two_templates_to_choose_from_and_every_layer_five() -> None:
    for occasion in LIBRARY.occasions.values():
        for slot in occasion.slots:
            assert len(LIBRARY.choices(slot)) >= 2, (occasion.id, slot.id)
    layered = [slot for slot in LIBRARY.occasion("tuijinhui").slots if slot.layer]
    assert [slot.layer for slot in layered] == list(Layer)
    for slot in layered:
        assert len(LIBRARY.choices(slot)) >= 5, slot.id


@pytest.mark.parametrize("occasion_id", OCCASIONS)
def test_an_occasion_is_whole_with_examples_with_nothing_and_with_the_worst(occasion_id: str) -> None:
    full = composed(occasion_id, trials.examples)
    worst = composed(occasion_id, trials.worst)
    empty = composed(occasion_id, trials.nothing)
    for draft in (full, worst, empty, composed(occasion_id, lambda _: FactSheet())):
        assert repaired(draft) == draft
        names = [stretch.section.name for stretch in stretches(draft)]
        form = LIBRARY.occasion(occasion_id).for_facts(draft.facts)
        assert names == [slot.name for slot in form.slots]
        assert all(block.runs for block in draft.blocks)
    assert shape(worst.blocks) == shape(full.blocks)


@pytest.mark.parametrize("occasion_id", OCCASIONS)
def test_every_computed_value_has_something_to_count(occasion_id: str) -> None:
    draft = composed(occasion_id, trials.examples)
    assert UNKNOWN not in [run.text for _, _, run in computed_runs(draft)]


@pytest.mark.parametrize("occasion_id", OCCASIONS)
def test_filling_the_facts_of_an_empty_draft_leaves_none_of_its_places_unfilled(occasion_id: str) -> None:
    draft = composed(occasion_id, lambda _: FactSheet())
    filled = draft
    for name in LIBRARY.occasion(occasion_id).facts:
        value = trials.examples(LIBRARY.facts).get(name)
        filled = applied(fact_changed(filled, name, value, LIBRARY.facts), filled)
    assert repaired(filled) == filled
    for name in LIBRARY.occasion(occasion_id).facts:
        for place in bound_places(filled, "draft", name, fields=LIBRARY.facts):
            assert place.live, (name, place)
    for name in reversed(LIBRARY.occasion(occasion_id).facts):
        filled = applied(fact_changed(filled, name, None, LIBRARY.facts), filled)
    assert filled == draft

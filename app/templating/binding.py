"""How a draft follows its facts: a changed value is printed anew wherever the draft has it live.

A bound run is live while its text is what its form prints of the value, or its placeholder while there is
no value; a run that was edited by hand is left alone until it is bound again (DESIGN.md §2, Bindings).
Where `fields` is asked for, it gives the declarations, whose defaults stand where the writer gave nothing.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.core.computed import renewed
from app.core.draft import Bind, Block, Draft, Run
from app.core.facts import FactSheet, FactValue
from app.core.outline import Stretch, section_at, stretches
from app.core.plan import Plan, difference
from app.templating.fields import Field, effective
from app.templating.forms import bound_run

DRAFT, SECTION = "draft", "section"
_NONE: Mapping[str, Field] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """One bound run: its block, its index among the runs of that block, its text, and whether it is live."""

    block_id: str
    run_index: int
    text: str
    live: bool


@dataclass(frozen=True, slots=True)
class Uses:
    """In how many places a value stands, and how many of them were edited by hand and no longer follow it."""

    places: int = 0
    edited: int = 0


def fact_changed(
    draft: Draft, name: str, value: FactValue | None, fields: Mapping[str, Field] = _NONE
) -> Plan:
    """Set a fact of the draft, or take it away with None, and renew the runs that are live with it."""
    facts = draft.facts.with_value(name, value)
    before, after = (effective(sheet, fields).get(name) for sheet in (draft.facts, facts))
    everything = range(len(draft.blocks))
    blocks = _renewed_blocks(draft, everything, DRAFT, name, before, after)
    changed = replace(draft, facts=facts, blocks=blocks)
    return difference(f"改“{name}”", draft, renewed(draft, changed))


def field_changed(
    draft: Draft, section_id: str, name: str, value: FactValue | None, fields: Mapping[str, Field] = _NONE
) -> Plan:
    """Set a field of one section, or take it away with None, and renew the runs of that section.

    Raises KeyError where the draft has no such section.
    """
    stretch = _stretch(draft, section_id)
    values = stretch.section.fields.with_value(name, value)
    before, after = (effective(sheet, fields).get(name) for sheet in (stretch.section.fields, values))
    within = range(stretch.start, stretch.stop)
    blocks = list(_renewed_blocks(draft, within, SECTION, name, before, after))
    section = replace(stretch.section, fields=values)
    blocks[stretch.start] = replace(blocks[stretch.start], section=section)
    return difference(f"改“{name}”", draft, renewed(draft, replace(draft, blocks=tuple(blocks))))


def bound_places(
    draft: Draft, scope: str, name: str, section_id: str = "", fields: Mapping[str, Field] = _NONE
) -> tuple[Place, ...]:
    """Every run bound to a fact of the draft, or to a field of one section, in reading order."""
    within, values = range(len(draft.blocks)), draft.facts
    if scope == SECTION:
        stretch = _stretch(draft, section_id)
        within, values = range(stretch.start, stretch.stop), stretch.section.fields
    value = effective(values, fields).get(name)
    return tuple(
        Place(draft.blocks[at].id, index, run.text, is_live(run, value))
        for at in within
        for index, run in _bound_runs(draft.blocks[at], scope, name)
    )


def bind_again(draft: Draft, place: Place, fields: Mapping[str, Field] = _NONE) -> Plan:
    """Give the run of a place the text of its value again; nothing where it has no value to print.

    `fields` are the declarations of its scope. Raises KeyError where the draft has no such block.
    """
    at = draft.index_of(place.block_id)
    block = draft.blocks[at]
    run = block.runs[place.run_index] if place.run_index < len(block.runs) else None
    if run is None or run.bind is None or run.bind.scope not in (DRAFT, SECTION):
        return Plan("重新绑定")
    stretch = section_at(draft, at)
    values = draft.facts
    if run.bind.scope == SECTION:
        values = stretch.section.fields if stretch else FactSheet()
    printed = _printed(run, effective(values, fields).get(run.bind.name))
    if printed is None or printed.placeholder:
        return Plan("重新绑定")
    runs = (*block.runs[: place.run_index], printed, *block.runs[place.run_index + 1 :])
    blocks = (*draft.blocks[:at], replace(block, runs=runs), *draft.blocks[at + 1 :])
    return difference("重新绑定", draft, replace(draft, blocks=blocks))


def fact_uses(draft: Draft, fields: Mapping[str, Field] = _NONE) -> Mapping[str, Uses]:
    """Where each fact of the draft stands, in numbers; facts that stand nowhere are left out."""
    values = effective(draft.facts, fields)
    alike: Counter[tuple[Bind, str, bool]] = Counter(  # the many places of a fact nearly all say the same
        (run.bind, run.text, run.placeholder)
        for block in draft.blocks
        for run in block.runs
        if run.bind is not None and run.bind.scope == DRAFT
    )
    found: dict[str, Uses] = {}
    for (bind, text, placeholder), count in alike.items():
        live = is_live(Run(text, bind=bind, placeholder=placeholder), values.get(bind.name))
        known = found.get(bind.name, Uses())
        found[bind.name] = Uses(known.places + count, known.edited + (0 if live else count))
    return found


def is_live(run: Run, value: FactValue | None) -> bool:
    """Whether a bound run says what its value says; any placeholder is live while there is nothing to say."""
    printed = _printed(run, value)
    if printed is None:
        return False
    return run == printed or (run.placeholder and printed.placeholder)


def _renewed_blocks(
    draft: Draft, within: range, scope: str, name: str, before: FactValue | None, after: FactValue | None
) -> tuple[Block, ...]:
    blocks = list(draft.blocks)
    for at in within:
        runs = list(blocks[at].runs)
        for index, run in _bound_runs(blocks[at], scope, name):
            printed = _printed(run, after) if is_live(run, before) else None
            runs[index] = printed or run
        if runs != list(blocks[at].runs):
            blocks[at] = replace(blocks[at], runs=tuple(runs))
    return tuple(blocks)


def _bound_runs(block: Block, scope: str, name: str) -> Iterator[tuple[int, Run]]:
    for index, run in enumerate(block.runs):
        if run.bind is not None and (run.bind.scope, run.bind.name) == (scope, name):
            yield index, run


def _printed(run: Run, value: FactValue | None) -> Run | None:
    """The run with the text of the value, its other marks kept; None where the form does not fit it."""
    assert run.bind is not None
    try:
        printed = bound_run(run.bind, value)
    except ValueError:
        return None
    return replace(run, text=printed.text, placeholder=printed.placeholder)


def _stretch(draft: Draft, section_id: str) -> Stretch:
    for stretch in stretches(draft):
        if stretch.section.id == section_id:
            return stretch
    raise KeyError(section_id)

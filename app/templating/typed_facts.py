"""What is typed where a fact's placeholder stood becomes the fact's value (DESIGN.md §4), if it reads as its type.

The value is read as the fact's box would read it, and never guessed: a sentence is no name, 「若干」 no number.
What does not read stays as it was typed, bound and edited by hand, so that the panel lists it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.draft import Bind, Block, Draft, Run, cut_runs
from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue, Person
from app.core.lead import sentence_end
from app.core.outline import section_at
from app.core.plan import Plan, applied, difference
from app.core.seams import joined_runs
from app.core.structure import split_runs
from app.templating.binding import SECTION, fact_changed, field_changed
from app.templating.fields import Field, FieldType, typed
from app.templating.forms import bound_run, form_steps
from app.templating.library import Library
from app.templating.rewording import known
from app.templating.years import with_year

_ONE_LINE = (FieldType.TEXT, FieldType.CHOICE, FieldType.PERSON)
_PART = re.compile(r"(?P<part>姓名|职务|第(?P<item>[1-9][0-9]{0,3})项|带单位\((?P<unit>[^\\()|]+)\))")


@dataclass(frozen=True, slots=True)
class TypedOver:
    """Characters `start` to `stop` of a block stand where the placeholder `was` of a value stood."""

    index: int
    start: int
    stop: int
    bind: Bind
    was: str
    at_once: bool = False
    """Whether it was put in the place of the whole placeholder in one go, as by a paste, and not written on from there."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What is to become of what was typed; `told` is what the writer should know about it, empty where nothing."""

    plan: Plan
    told: str = ""


def fact_typed(draft: Draft, place: TypedOver, library: Library, today: date) -> Filled:
    """Make what was typed the value, so that every place says it; nothing where the placeholder stands again.

    A date without a year has that of the draft's other dates, or else that of `today`.
    """
    block = draft.blocks[place.index] if place.index < len(draft.blocks) else None
    if block is None:
        return Filled(Plan(""))
    head, rest = cut_runs(block.runs, place.start)
    middle, tail = cut_runs(rest, place.stop - place.start)
    text = _words(middle, place)
    if not text:
        return Filled(Plan(""))

    def with_run(run: Run) -> Draft:
        kept = replace(middle[0], text=run.text, bind=place.bind, placeholder=run.placeholder)
        new = replace(block, runs=joined_runs(joined_runs(head, (kept,)), tail))
        return replace(draft, blocks=(*draft.blocks[: place.index], new, *draft.blocks[place.index + 1 :]))

    before = with_run(Run(place.was, placeholder=True))
    name = place.bind.name
    filled = _filled(before, place, text, library, today)
    if filled is not None:
        return Filled(difference(f"填“{name}”", draft, applied(filled.plan, before)), filled.told)
    if middle[0].placeholder:
        return Filled(Plan(""))  # it has its brackets still: to be filled
    return Filled(difference(f"手工改“{name}”", draft, with_run(Run(text))))


def carried(before: Block, after: Block, place: TypedOver, offset: int) -> int:
    """Where a cursor goes that stood at an offset of the block when the fact was filled in it."""
    head, rest = split_runs(before.runs, place.start)
    middle, tail = split_runs(rest, place.stop - place.start)
    typed_over = Run("".join(run.text for run in middle))
    old = [len(run.text) for run in (*head, typed_over, *tail)]
    new = [len(run.text) for run in after.runs]
    if len(old) != len(new):
        return min(offset, sum(new))
    moved = 0
    for length, now in zip(old, new, strict=True):
        if offset <= length:
            return moved + (now if offset == length else min(offset, now))
        offset, moved = offset - length, moved + now
    return moved


def _words(middle: Sequence[Run], place: TypedOver) -> str:
    """What was typed; empty where nothing was, or something else stands there by now."""
    text = "".join(run.text for run in middle)
    if all(run.bind is None and not run.placeholder for run in middle):
        return text if text.strip() else ""
    if len(middle) != 1 or middle[0].bind is None or not middle[0].placeholder:
        return ""
    kept = _common(text, place.was) + _common(text[::-1], place.was[::-1])
    # Within the brackets, and nothing else of the placeholder is left.
    return text[1:-1].removeprefix("待填：") if not re.sub("[【】待填：]", "", kept) else ""


def _common(one: str, other: str) -> str:
    length = next(
        (at for at, (char, its) in enumerate(zip(one, other, strict=False)) if char != its),
        min(len(one), len(other)),
    )
    return one[:length]


def _filled(draft: Draft, place: TypedOver, text: str, library: Library, today: date) -> Filled | None:
    """The value set on the draft with its placeholder, with its year where a date has none; None where none reads so."""
    plan = _value_set(draft, place, text, library)
    if plan is not None:
        return Filled(plan)
    stretch = section_at(draft, place.index)
    completed = with_year(text, today, draft.facts, stretch.section.fields if stretch else FactSheet())
    plan = _value_set(draft, place, completed.text, library) if completed else None
    if plan is None or completed is None:
        return None
    said = f"“{place.bind.name}”没有写年份，{completed.source}记作{completed.text}；不对就在右边改。"
    return Filled(plan, said)


def _value_set(draft: Draft, place: TypedOver, text: str, library: Library) -> Plan | None:
    """The plan that sets the value on the draft with its placeholder; None where none reads so."""
    bind, stretch = place.bind, section_at(draft, place.index)
    values, declared = known(draft, bind, stretch, library)
    field = declared.get(bind.name) or Field(bind.name, FieldType.TEXT)
    current = values.get(bind.name)
    if not _prints(bind, current, placeholder=True):
        return None  # it was filled in the meantime
    if field.type in _ONE_LINE and not place.at_once and _is_prose(text):
        return None
    for read in _candidates(field, bind.form, current, text):
        if not _prints(bind, read, placeholder=False):
            continue
        value = _as_typed(bind, read, text)
        if bind.scope == SECTION:
            return field_changed(draft, stretch.section.id, bind.name, value, declared) if stretch else None
        return fact_changed(draft, bind.name, value, declared)
    return None


def _is_prose(text: str) -> bool:
    """Whether a sentence ends in a text outside quotes and brackets; a ！ or ？ at its end may belong to a name."""
    text = text.strip()
    end = sentence_end(text.replace("；", "。"))
    return end > 0 and (end < len(text) or text[-1] not in "！？")


def _prints(bind: Bind, value: FactValue | None, placeholder: bool) -> bool:
    """Whether the form prints words of a value, or its placeholder."""
    try:
        return bound_run(bind, value).placeholder is placeholder
    except ValueError:
        return False


def _as_typed(bind: Bind, value: FactValue, text: str) -> FactValue:
    """The value; instead of a list that would print 「甲和乙和丙」, the one that prints 「甲、乙和丙」 as it was typed."""
    if not isinstance(value, tuple) or len(value) < 2:
        return value
    said = dict(form_steps(bind.form)).get("顿号") or "和"
    before, word, after = value[-1].rpartition(said)
    parted = (*value[:-1], before, after)
    is_so = word and before and after and bound_run(bind, parted).text == text.strip()
    return parted if is_so else value


def _candidates(field: Field, form: str, current: FactValue | None, text: str) -> Iterator[FactValue]:
    """Values that the text may be, the likeliest first; with a form that prints a part, the value with this part."""
    part = _PART.match(form)
    if part and field.type is FieldType.PERSON and part["part"] in ("姓名", "职务"):
        person = current if isinstance(current, Person) else Person("")
        yield (
            replace(person, name=text.strip())
            if part["part"] == "姓名"
            else replace(person, post=text.strip())
        )
        return
    if part and part["item"] and field.type is FieldType.LIST:
        items = current if isinstance(current, tuple) else ()
        if int(part["item"]) == len(items) + 1:
            yield (*items, text.strip())
        return
    for said in dict.fromkeys((text, text.removesuffix(part["unit"]) if part and part["unit"] else text)):
        try:
            value = typed(field, said)
        except UsageError:
            continue
        if value is not None:
            yield value

"""The rows of the list in the 模板库, as values: what each says below its name, and what is marked in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import Layer
from app.templating.finding import Found
from app.templating.library import Library
from app.templating.own.kinds import OwnKind
from app.ui.templates.entries import Entry, Origin


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `marks` stand at its right, `words` are what was looked for; `is_wrong` says that it has faults."""

    entry: Entry
    below: str
    marks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    is_wrong: bool = False

    @property
    def layer(self) -> Layer | None:
        """The layer it carries."""
        return self.entry.template.layer if self.entry.template else None

    @property
    def told(self) -> str:
        """The row as it is read out."""
        return "，".join(part for part in (self.entry.name, *self.marks, self.below) if part)


def rows(
    entries: Sequence[Entry], library: Library, found: Mapping[str, Found] | None, faulty: Mapping[str, str]
) -> tuple[Row, ...]:
    """The rows of entries; `found` is what a search gave for them, `faulty` the first fault of each, by key."""
    slots = slot_names(library)
    return tuple(
        _row(entry, slots, (found or {}).get(entry.id), faulty.get(entry.key, "")) for entry in entries
    )


def slot_names(library: Library) -> Mapping[str, str]:
    """The names of slots by their ids."""
    return {slot.id: slot.name for occasion in library.occasions.values() for slot in occasion.slots}


def _row(entry: Entry, slots: Mapping[str, str], found: Found | None, fault: str) -> Row:
    is_wrong = entry.error is not None or bool(fault)
    marks = [entry.origin.value] if entry.origin is not Origin.BUILT_IN else []
    marks += [entry.kind.word] if entry.kind not in (None, OwnKind.SECTIONS) else []
    marks += ["有错"] if is_wrong else []
    below = found.snippet if found and found.snippet else fault or use(entry, slots)
    return Row(entry, below, tuple(marks), found.words if found else (), is_wrong)


def use(entry: Entry, slots: Mapping[str, str]) -> str:
    """What it is for and how long it is, in one line; what is wrong with a file that cannot be read."""
    template = entry.template
    if template is None:
        return entry.error.what if entry.error else ""
    named = "、".join(dict.fromkeys(slots[slot] for slot in template.slots if slot in slots))
    layer = f"{template.layer.value}层" if template.layer else ""
    length = f"约 {template.length} 字" if template.length else ""
    parts = (layer, named if named != (template.layer or "") else "", length)
    return " · ".join(part for part in parts if part)

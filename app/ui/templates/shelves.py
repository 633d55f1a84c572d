"""The shelves of the 模板库: whose the templates are, which layer they carry, which occasion and slot they are for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import Layer
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.ui.templates.entries import Entry, Origin

ALL, OWN, DELETED = "all", "own", "deleted"
_OTHERS = "开场、收尾等"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One shelf with the keys of the entries on it, in order. `layer` gives it its colour.

    `id` stays from day to day; `occasion` and `slot` are the ID and the name of what it is for, empty for others.
    """

    id: str
    name: str
    keys: tuple[str, ...]
    layer: Layer | None = None
    below: "tuple[Shelf, ...]" = ()
    occasion: str = ""
    slot: str = ""


def shelves(library: Library, entries: Sequence[Entry], faulty: Iterable[str] = ()) -> tuple[Shelf, ...]:
    """All shelves; `faulty` are the keys of own entries in which something is wrong."""
    return (
        Shelf(ALL, "全部模板", _keys(each for each in entries if each.version is None)),
        *_by_origin(entries, set(faulty)),
        Shelf("built_in", "程序自带的", _keys(each for each in entries if each.origin is Origin.BUILT_IN)),
        Shelf("layers", "按层", (), below=tuple(_by_layer(entries))),
        Shelf("occasions", "按场合", (), below=tuple(_by_occasion(library, entries))),
    )


def _keys(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.key for entry in entries)


def _by_origin(entries: Sequence[Entry], faulty: set[str]) -> Iterator[Shelf]:
    own = [entry for entry in entries if entry.is_own]
    changed = [entry for entry in own if entry.origin is Origin.CHANGED]
    deleted = [entry for entry in entries if entry.origin is Origin.DELETED]
    wrong = [entry for entry in own if entry.error is not None or entry.key in faulty]
    yield Shelf(OWN, "我的模板", _keys(own))
    if changed:
        yield Shelf("changed", "改过的自带模板", _keys(changed))
    if wrong:
        yield Shelf("faulty", "有错的", _keys(wrong))
    if deleted:
        yield Shelf(DELETED, "删掉的", _keys(deleted))


def _by_layer(entries: Sequence[Entry]) -> Iterator[Shelf]:
    usable = [entry for entry in entries if entry.template is not None and entry.version is None]
    for layer in (*Layer, None):
        keys = _keys(each for each in usable if each.template and each.template.layer is layer)
        yield Shelf(f"layer:{layer or ''}", layer.value if layer else _OTHERS, keys, layer)


def _by_occasion(library: Library, entries: Sequence[Entry]) -> Iterator[Shelf]:
    keys = {entry.id: entry.key for entry in entries if entry.template is not None and entry.version is None}
    for occasion in library.occasions.values():
        slots = tuple(_slots(library, occasion, keys))
        found = dict.fromkeys(key for slot in slots for key in slot.keys)
        yield Shelf(f"occasion:{occasion.id}", occasion.name, tuple(found), None, slots, occasion.id)


def _slots(library: Library, occasion: Occasion, keys: Mapping[str, str]) -> Iterator[Shelf]:
    """The slots of all its variants, those of one name as one."""
    named: dict[str, list[Slot]] = {}
    for form in occasion.forms():
        for slot in form.slots:
            named.setdefault(slot.name, []).append(slot)
    for name, slots in named.items():
        found = dict.fromkeys(keys[each.id] for slot in slots for each in library.choices(slot))
        layer, shelf_id = slots[0].layer, f"occasion:{occasion.id}:{name}"
        yield Shelf(shelf_id, name, tuple(found), layer, (), occasion.id, name)

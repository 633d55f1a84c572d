"""What can go into a pack, and what it needs to be of use to somebody else."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.core.errors import AppError
from app.files.reading import read_bytes
from app.templating.declarations import read_facts
from app.templating.fields import Field
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.own.fields_text import facts_text
from app.templating.own.kinds import FACTS_ID, OwnKind
from app.templating.own.naming import base_beside, based_on, name_in
from app.templating.own.store import MOST_BASE, OwnStore
from app.templating.packs.pack_file import Pack, PackedFile
from app.templating.section_checks import used_names


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the writer's own: a file, or one declared fact, whose ID is its name."""

    kind: OwnKind
    id: str
    name: str


class OwnThings:
    """All that a writer made and that can be read. Reads the files when made."""

    def __init__(self, library: Library, store: OwnStore) -> None:
        """Raises ReadError where the folder cannot be read."""
        self._library, self._store = library, store
        self._facts = _own_facts(store)
        own = store.is_own
        kinds = {
            OwnKind.OCCASIONS: library.occasions.values(),
            OwnKind.SECTIONS: library.sections.values(),
            OwnKind.FIELDS: library.vocabularies.values(),
        }
        found = [
            Thing(kind, each.id, each.name)
            for kind, items in kinds.items()
            for each in items
            if own(each.path)
        ]
        found += _own_layouts(store)
        found += [Thing(OwnKind.FACTS, name, name) for name in self._facts]
        self.all = tuple(found)
        """In the order of their kinds."""

    def with_needs(self, chosen: Iterable[Thing]) -> tuple[Thing, ...]:
        """These, and what they need of the writer's own: templates, facts, layouts, and what those need again."""
        known = {(thing.kind, thing.id): thing for thing in self.all}
        wanted: dict[tuple[OwnKind, str], Thing] = {}
        waiting = [(thing.kind, thing.id) for thing in chosen]
        while waiting:
            key = waiting.pop()
            if key in known and key not in wanted:
                wanted[key] = known[key]
                waiting += self._needs(known[key])
        return tuple(thing for thing in self.all if (thing.kind, thing.id) in wanted)

    def pack(self, name: str, things: Sequence[Thing], description: str = "") -> Pack:
        """A pack of these things. Raises ReadError where a file cannot be read."""
        files: dict[PurePosixPath, PackedFile] = {}
        for thing in things:
            for path in self._files(thing):
                place = PurePosixPath(path.relative_to(self._store.folder).as_posix())
                files[place] = PackedFile(read_bytes(path, MOST_BASE), thing.kind.word, thing.name)
        facts = [self._facts[thing.id] for thing in things if thing.kind is OwnKind.FACTS]
        if facts:
            words = "、".join(field.name for field in facts)
            text = facts_text(facts).encode()
            files[PurePosixPath(f"{FACTS_ID}.toml")] = PackedFile(text, OwnKind.FACTS.word, words)
        return Pack(name, files, description)

    def _files(self, thing: Thing) -> Iterator[Path]:
        if thing.kind is OwnKind.FACTS:
            return
        path = self._store.own_file(thing.kind, thing.id)
        if path is None:
            return
        yield path
        if thing.kind is OwnKind.LAYOUTS:
            beside = base_beside(path, self._store.read(path))
            yield from (beside,) if beside else ()

    def _needs(self, thing: Thing) -> list[tuple[OwnKind, str]]:
        match thing.kind:
            case OwnKind.OCCASIONS:
                return list(_needs_of_occasion(self._library.occasions[thing.id]))
            case OwnKind.SECTIONS:
                template = self._library.sections[thing.id]
                own = {field.name for field in template.fields}
                return [(OwnKind.FACTS, name) for name in used_names(template.body) - own]
            case OwnKind.LAYOUTS:
                path = self._store.own_file(OwnKind.LAYOUTS, thing.id)
                base = based_on(self._store.read(path)) if path else ""
                return [(OwnKind.LAYOUTS, base)] if base else []
            case _:
                return []


def _needs_of_occasion(occasion: Occasion) -> Iterator[tuple[OwnKind, str]]:
    for form in occasion.forms():
        for slot in form.slots:
            yield from ((OwnKind.SECTIONS, name) for name in (*slot.templates, slot.field_template))
        yield OwnKind.LAYOUTS, form.layout
        for name in (*form.facts, *used_names(form.head)):
            yield OwnKind.FACTS, name
    yield OwnKind.FACTS, occasion.variant_fact


def _own_layouts(store: OwnStore) -> Iterator[Thing]:
    for path in store.files(OwnKind.LAYOUTS):
        # Whoever offers layouts tells what is wrong with one.
        with suppress(AppError):
            yield Thing(OwnKind.LAYOUTS, path.stem, name_in(store.read(path)) or path.stem)


def _own_facts(store: OwnStore) -> dict[str, Field]:
    path = store.own_file(OwnKind.FACTS, FACTS_ID)
    try:
        return {field.name: field for field in read_facts(path)} if path else {}
    except AppError:
        return {}  # the library tells what is wrong with it

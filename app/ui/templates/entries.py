"""What the 模板库 lists: each section template, and each file of the writer's own that cannot be used."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.core.errors import AppError
from app.files.toml import read_toml
from app.jobs.program import Program
from app.templating.file_text import LIMITS
from app.templating.library import Library, files_below
from app.templating.occasion import Occasion, Slot
from app.templating.own.kinds import OwnKind, kind_at
from app.templating.own.store import OwnStore
from app.templating.own.versions import Version
from app.templating.section_template import SectionTemplate, section_of


class Origin(StrEnum):
    """Whose a template is."""

    BUILT_IN = "自带"
    CHANGED = "改过"
    """The writer's own in the place of a built-in one."""
    OWN = "我的"
    DELETED = "删掉的"
    """The writer's own as it last was; it can be put back."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `error` says why its file cannot be read; `template` is what it held before, None where it never did.

    `version` is what is left of one that was deleted, None for all that are there.
    """

    id: str
    name: str
    path: Path
    origin: Origin
    template: SectionTemplate | None = None
    error: AppError | None = None
    version: Version | None = None
    kind: OwnKind | None = OwnKind.SECTIONS
    """None for a folder that cannot be read."""

    @property
    def is_own(self) -> bool:
        """Whether it is a file of the writer's that is there."""
        return self.origin in (Origin.CHANGED, Origin.OWN)

    @property
    def key(self) -> str:
        """Tells it from all others: a broken file and what stands in its place have one ID."""
        return str(self.version.path if self.version else self.path)


def entries(program: Program) -> tuple[Entry, ...]:
    """All section templates, those of the occasions first and in their order; then own files of any kind that
    cannot be read; then what was deleted.

    Raises ReadError where the folders cannot be listed.
    """
    kind, library = OwnKind.SECTIONS, program.library
    built_in = {path.stem for path in files_below(program.places.templates / kind, kind.suffix)}
    ordered = dict.fromkeys(
        template.id
        for occasion in library.occasions.values()
        for form in occasion.forms()
        for slot in form.slots
        for template in library.choices(slot)
    )
    templates = [library.sections[each] for each in {**ordered, **dict.fromkeys(library.sections)}]
    errors = {each.path: each.error for each in library.problems if program.own.is_own(each.path)}
    readable = [_entry(each, built_in, errors.pop(each.path, None)) for each in templates]
    broken = (_broken(program.own, path, error) for path, error in errors.items())
    return (*readable, *broken, *_deleted(program.own))


def _entry(template: SectionTemplate, built_in: Container[str], error: AppError | None) -> Entry:
    origin = _origin(template.path, template.built_in, built_in)
    return Entry(template.id, template.name, template.path, origin, template, error)


def _broken(store: OwnStore, path: Path, error: AppError) -> Entry:
    kind = store.kind_of(path) if path.is_file() else None
    origin = Origin.CHANGED if kind and store.built_in_below(path) else Origin.OWN
    return Entry(path.stem, path.stem if kind else path.name, path, origin, error=error, kind=kind)


def _deleted(store: OwnStore) -> Iterator[Entry]:
    for version in store.deleted():
        path = version.original
        kind = kind_at(path.relative_to(store.folder))
        template, name, error = None, path.stem, None
        try:
            text = store.read(version.path)
            if kind is OwnKind.SECTIONS:
                template = section_of(text, path)
            name = template.name if template else _name_in(text, path.name) or name
        except AppError as found:
            error = found
        yield Entry(path.stem, name, path, Origin.DELETED, template, error, version, kind)


def _name_in(text: str, file_name: str) -> str:
    """The 名称 that a TOML file says; empty where it says none."""
    values = read_toml(text.encode(), file_name, LIMITS)
    return str(values.get("名称") or values.get("name") or "")


def _origin(path: Path, is_built_in: bool, built_in: Container[str]) -> Origin:
    if is_built_in:
        return Origin.BUILT_IN
    return Origin.CHANGED if path.stem in built_in else Origin.OWN


def places_of(library: Library, template: SectionTemplate) -> tuple[tuple[Occasion, Slot], ...]:
    """The occasions and their slots in which a template can be chosen, each once."""
    found = {
        (occasion.id, slot.name): (occasion, slot)
        for occasion in library.occasions.values()
        for form in occasion.forms()
        for slot in form.slots
        if template in library.choices(slot)
    }
    return tuple(found.values())

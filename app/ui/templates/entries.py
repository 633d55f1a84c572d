"""What the 模板库 lists: each section template, and each file of the writer's own that cannot be used."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.core.errors import AppError
from app.jobs.program import Program
from app.templating.library import Library, files_below
from app.templating.occasion import Occasion, Slot
from app.templating.own.kinds import OwnKind
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

    @property
    def is_own(self) -> bool:
        """Whether it is a file of the writer's that is there."""
        return self.origin in (Origin.CHANGED, Origin.OWN)

    @property
    def key(self) -> str:
        """Tells it from all others: a broken file and what stands in its place have one ID."""
        return str(self.version.path if self.version else self.path)


def entries(program: Program) -> tuple[Entry, ...]:
    """All section templates, those of the occasions first and in their order; own files that cannot be read; deleted ones.

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
    errors = {
        problem.path: problem.error
        for problem in library.problems
        if problem.path.suffix == kind.suffix and program.own.is_own(problem.path)
    }
    readable = [_entry(each, built_in, errors.pop(each.path, None)) for each in templates]
    broken = (
        Entry(path.stem, path.stem, path, _origin(path, False, built_in), error=error)
        for path, error in errors.items()
    )
    return (*readable, *broken, *_deleted(program.own))


def _entry(template: SectionTemplate, built_in: Container[str], error: AppError | None) -> Entry:
    origin = _origin(template.path, template.built_in, built_in)
    return Entry(template.id, template.name, template.path, origin, template, error)


def _deleted(store: OwnStore) -> Iterator[Entry]:
    for version in store.deleted():
        path = version.original
        if path.suffix == OwnKind.SECTIONS.suffix:
            try:
                template = section_of(store.read(version.path), path)
            except AppError as error:
                yield Entry(path.stem, path.stem, path, Origin.DELETED, error=error, version=version)
            else:
                yield Entry(path.stem, template.name, path, Origin.DELETED, template, version=version)


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

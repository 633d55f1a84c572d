"""What the 模板库 lists: each section template, and each file of the writer's own that cannot be used."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.core.errors import AppError
from app.files.places import Places
from app.templating.library import Library, files_below
from app.templating.occasion import Occasion, Slot
from app.templating.remarks import Level, Remark
from app.templating.section_template import SectionTemplate


class Origin(StrEnum):
    """Whose a template is."""

    BUILT_IN = "自带"
    CHANGED = "改过"
    """The writer's own in the place of a built-in one."""
    OWN = "我的"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `template` is None for a file that cannot be read, of which `error` says why."""

    id: str
    name: str
    path: Path
    origin: Origin
    template: SectionTemplate | None = None
    error: AppError | None = None

    @property
    def is_own(self) -> bool:
        """Whether the writer may change the file."""
        return self.origin is not Origin.BUILT_IN

    @property
    def key(self) -> str:
        """Tells it from all others: a broken file and what stands in its place have one ID."""
        return str(self.path)


def entries(library: Library, places: Places) -> tuple[Entry, ...]:
    """All section templates in the order of the occasions, then those that no occasion has; broken own ones last."""
    built_in = {path.stem for path in files_below(places.templates / "sections", ".j2")}
    ordered = dict.fromkeys(
        template.id
        for occasion in library.occasions.values()
        for form in occasion.forms()
        for slot in form.slots
        for template in library.choices(slot)
    )
    templates = [library.sections[each] for each in {**ordered, **dict.fromkeys(library.sections)}]
    return (*(_entry(each, built_in) for each in templates), *_broken(library, places, built_in))


def _entry(template: SectionTemplate, built_in: set[str]) -> Entry:
    return Entry(
        template.id,
        template.name,
        template.path,
        _origin(template.path, template.built_in, built_in),
        template,
    )


def _broken(library: Library, places: Places, built_in: set[str]) -> Iterable[Entry]:
    own = places.user_data / "templates" / "sections"
    for problem in library.problems:
        path = problem.path
        if path.suffix == ".j2" and path.is_relative_to(own):
            yield Entry(path.stem, path.stem, path, _origin(path, False, built_in), error=problem.error)


def _origin(path: Path, is_built_in: bool, built_in: set[str]) -> Origin:
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


def worst(remarks: Iterable[Remark]) -> Level | None:
    """错 where there is any, else 疑 where there is any; None where nothing is said."""
    levels = {remark.level for remark in remarks}
    return next((level for level in Level if level in levels), None)

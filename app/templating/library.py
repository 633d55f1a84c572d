"""The library of a writer: declared facts, occasions and section templates, from one folder or several.

A folder holds `facts.toml`, `occasions/ID.toml`, `fields/ID.toml` and `sections/…/ID.j2`. What cannot be read is listed,
and everything else is there all the same.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.core.draft import Draft
from app.core.errors import AppError, ReadError, UsageError
from app.core.facts import FactSheet
from app.templating.declarations import read_facts
from app.templating.fields import Field, effective, with_vocabularies
from app.templating.occasion import Occasion, Slot
from app.templating.occasion_file import read_occasion
from app.templating.problems import near
from app.templating.section_template import SectionTemplate, read_section
from app.templating.vocabulary import Vocabulary
from app.templating.vocabulary_file import read_vocabulary

_MOST_FILES = 2000
"""Of one folder; ten times what the built-in library is meant to have."""

_Item = TypeVar("_Item", Occasion, SectionTemplate, Vocabulary)

_Ordered = TypeVar("_Ordered", Occasion, Vocabulary)


@dataclass(frozen=True, slots=True)
class Problem:
    """A file of the library that is left out, and why."""

    path: Path
    error: AppError


@dataclass(frozen=True, slots=True)
class Library:
    """All that can be read of the folders; by ID, facts by name, occasions and vocabularies in the order of offering."""

    facts: Mapping[str, Field] = field(default_factory=dict[str, Field])
    occasions: Mapping[str, Occasion] = field(default_factory=dict[str, Occasion])
    sections: Mapping[str, SectionTemplate] = field(default_factory=dict[str, SectionTemplate])
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict[str, Vocabulary])
    folders: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()

    def occasion(self, occasion_id: str) -> Occasion:
        """The occasion of that ID or 名称. Raises UsageError naming what there is."""
        found = self.occasions.get(occasion_id)
        found = found or next((each for each in self.occasions.values() if each.name == occasion_id), None)
        if found is None:
            raise UsageError(f"没有场合“{occasion_id}”。", near(occasion_id, self.occasions))
        return found

    def form_of(self, occasion: Occasion, facts: FactSheet) -> Occasion:
        """The occasion in the variant, and for a field of work, if the facts or else their defaults ask for it."""
        said = effective(facts, self.facts)
        form = occasion.for_facts(said)
        fields = (field for field in self.facts.values() if field.vocabularies)
        return form.for_field() if any(said.get(field.name) in field.choices for field in fields) else form

    def occasion_of(self, draft: Draft) -> Occasion | None:
        """The occasion of a draft, in its variant; None where it is not here."""
        found = self.occasions.get(draft.occasion)
        return self.form_of(found, draft.facts) if found else None

    def section(self, template_id: str) -> SectionTemplate:
        """The section template of that ID. Raises UsageError naming those that are near."""
        found = self.sections.get(template_id)
        if found is None:
            raise UsageError(f"没有节模板“{template_id}”。", near(template_id, self.sections))
        return found

    def asked(self, occasion: Occasion) -> tuple[Field, ...]:
        """The facts that an occasion asks, in its order; those that nobody declares are left out."""
        return tuple(self.facts[name] for name in occasion.facts if name in self.facts)

    def choices(self, slot: Slot) -> tuple[SectionTemplate, ...]:
        """The templates to choose from for a slot: those that it lists, then all others that fit it."""
        listed = [self.sections[name] for name in slot.templates if name in self.sections]
        others = [each for each in self.sections.values() if each.fits(slot) and each not in listed]
        return (*listed, *others)


def load_library(folders: Sequence[Path], former: Library | None = None) -> Library:
    """The library of several folders, the built-in one first; what a later one has under the same ID wins.

    A file that cannot be read, or that is there twice in one folder, is listed in `problems` and left
    out, so that what it held in the `former` library stands, else the built-in one of that ID. A fact keeps its
    type: an own declaration may change hint, example and default only.
    """
    former = former or Library()
    facts: dict[str, Field] = {}
    occasions: dict[str, Occasion] = {}
    sections: dict[str, SectionTemplate] = {}
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for index, folder in enumerate(folders):
        built_in = index == 0
        facts |= _read_facts(folder / "facts.toml", facts, former.facts, problems)
        occasions |= _read_all(
            folder / "occasions", ".toml", read_occasion, built_in, former.occasions, problems
        )
        sections |= _read_all(folder / "sections", ".j2", read_section, built_in, former.sections, problems)
        vocabularies |= _read_all(
            folder / "fields", ".toml", read_vocabulary, built_in, former.vocabularies, problems
        )
    occasions, vocabularies = _in_order(occasions), _in_order(vocabularies)
    facts = {name: with_vocabularies(each, vocabularies.values()) for name, each in facts.items()}
    return Library(facts, occasions, sections, vocabularies, tuple(folders), tuple(problems))


def _in_order(items: Mapping[str, _Ordered]) -> dict[str, _Ordered]:
    return dict(sorted(items.items(), key=lambda item: (item[1].order, item[0])))


def files_below(folder: Path, suffix: str) -> tuple[Path, ...]:
    """The files with that suffix, sorted; links to folders are not followed, hidden ones are left out.

    Raises ReadError where there are too many.
    """
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if name.endswith(suffix) and not name.startswith(".")]
        if len(found) > _MOST_FILES:
            raise ReadError(f"“{folder}”里的文件超过 {_MOST_FILES} 个，没有读。", "检查是不是选错了文件夹。")
    return tuple(sorted(found))


def _read_facts(
    path: Path, before: Mapping[str, Field], former: Mapping[str, Field], problems: list[Problem]
) -> dict[str, Field]:
    """The facts that a file declares; `before` are those of the folders before, `former` those of another time."""
    facts: dict[str, Field] = {}
    try:
        declared = read_facts(path) if path.exists() else ()
    except AppError as error:
        problems.append(Problem(path, error))
        return dict(former)
    for each in declared:
        known = before.get(each.name)
        if known is not None and _kind(known) != _kind(each):
            what = f"“{path.name}”里的“{each.name}”与原有的类型或选项不同。"
            remedy = f"原有的是{known.type}；同一名称处处同一类型，请改回，或换一个名称。"
            problems.append(Problem(path, ReadError(what, remedy)))
        else:
            facts[each.name] = each
    return facts


def _kind(declared: Field) -> tuple[object, ...]:
    return declared.type, declared.choices, declared.vocabularies


def _read_all(
    folder: Path,
    suffix: str,
    read: Callable[[Path, bool], _Item],
    built_in: bool,
    former: Mapping[str, _Item],
    problems: list[Problem],
) -> dict[str, _Item]:
    items: dict[str, _Item] = {}
    kept = {item.path: item for item in former.values()}
    for path, item in _readable(folder, suffix, read, built_in, kept, problems):
        if item.id in items:
            what = f"“{path}”与“{items[item.id].path}”的 ID 相同。"
            problems.append(Problem(path, ReadError(what, "给其中一个改文件名。")))
        else:
            items[item.id] = item
    return items


def _readable(
    folder: Path,
    suffix: str,
    read: Callable[[Path, bool], _Item],
    built_in: bool,
    kept: Mapping[Path, _Item],
    problems: list[Problem],
) -> Iterator[tuple[Path, _Item]]:
    try:
        paths = files_below(folder, suffix)
    except AppError as error:
        problems.append(Problem(folder, error))
        return
    for path in paths:
        try:
            yield path, read(path, built_in)
        except AppError as error:
            problems.append(Problem(path, error))
            if path in kept:
                yield path, kept[path]

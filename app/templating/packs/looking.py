"""A look into a pack before anything of it is taken: what it brings, what it would replace, what is wrong with it.

Nothing is written but layouts, into a folder that goes again: what stands on what is found out by their reader.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from time import thread_time

from app.core.errors import AppError
from app.files.system_errors import write_error
from app.layouts.model import Layout
from app.layouts.read import read_layout
from app.templating.declarations import read_facts
from app.templating.fields import Field, with_vocabularies
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.occasion_checks import occasion_remarks
from app.templating.own.fields_text import as_written, facts_text
from app.templating.own.kinds import FACTS_ID, OwnKind
from app.templating.own.store import OwnStore
from app.templating.packs.brought import Brought, Look, Standing
from app.templating.packs.pack_file import Pack
from app.templating.packs.unpacking import Readable, Unpacking, faulty
from app.templating.remarks import Level, Remark
from app.templating.rendering import Renderer
from app.templating.section_checks import section_remarks
from app.templating.section_template import SectionTemplate
from app.templating.vocabulary import Vocabulary
from app.templating.vocabulary_checks import vocabulary_remarks

_RENDERING = 0.3
"""Seconds for one rendering: sixty times what a usual template takes."""
_PATIENCE, _USUAL = 0.5, 0.1
"""Seconds that templates may take together beyond what is usual of one, before the rest is taken untried."""


_ORDER = (OwnKind.OCCASIONS, OwnKind.SECTIONS, OwnKind.LAYOUTS, OwnKind.FIELDS, OwnKind.FACTS)


def look_into(
    pack: Pack, library: Library, store: OwnStore, scratch: Path, clock: Callable[[], float] = thread_time
) -> Look:
    """What a pack brings to the library of `store`; below `scratch` there may be a folder for a moment.

    Raises ReadError where reading all of it takes longer than any honest pack, WriteError for the scratch folder.
    """
    unpacking = Unpacking(pack, store, clock)
    read = unpacking.read()
    checking = Checking(pack, library, store, unpacking.values, clock)
    library = checking.library_with(read)
    checked = checking.checked(read, library, scratch)
    order = {kind: number for number, kind in enumerate(_ORDER)}
    items = sorted(checked, key=lambda item: (order[item.kind], bool(item.faults), item.name))
    return Look(pack.name, pack.description, tuple(items), tuple(checking.notes()), library)


class Checking:
    """Finds out what is wrong with what was read of a pack, and how it stands to what is here."""

    def __init__(
        self,
        pack: Pack,
        library: Library,
        store: OwnStore,
        values: Mapping[tuple[OwnKind, str], Readable],
        clock: Callable[[], float],
    ) -> None:
        self._pack, self._library, self._store, self._clock = pack, library, store, clock
        self._renderer = Renderer(_RENDERING)
        self._values = values
        self._present = {kind: store.present(kind) for kind in OwnKind}
        self._spent, self._untried = 0.0, 0

    def checked(self, items: list[Brought], library: Library, scratch: Path) -> list[Brought]:
        """Everything with how it stands to what is here, and with what is wrong with it in that library."""
        layouts = [item for item in items if item.kind is OwnKind.LAYOUTS and item.can_be_taken]
        found = dict(self._layouts(layouts, scratch)) if layouts else {}
        return [self._standing(self._with_faults(item, library, found)) for item in items]

    def library_with(self, items: list[Brought]) -> Library:
        """The library with everything of the pack over it, for they are made for each other."""
        known = self._library
        values = self._values.values()
        vocabularies = {
            **known.vocabularies,
            **{each.id: each for each in values if isinstance(each, Vocabulary)},
        }
        facts = {**known.facts, **{item.id: item.fact for item in items if item.fact}}
        return replace(
            known,
            facts={name: with_vocabularies(each, vocabularies.values()) for name, each in facts.items()},
            occasions={**known.occasions, **{each.id: each for each in values if isinstance(each, Occasion)}},
            sections={
                **known.sections,
                **{each.id: each for each in values if isinstance(each, SectionTemplate)},
            },
            vocabularies=vocabularies,
        )

    def _with_faults(
        self, item: Brought, library: Library, of_layouts: Mapping[tuple[OwnKind, str], Layout | str]
    ) -> Brought:
        if not item.can_be_taken:
            return item
        if item.fact is not None:
            return self._with_fact_faults(item, item.fact)
        if item.key in of_layouts:
            found = of_layouts[item.key]
            return replace(item, faults=(found,)) if isinstance(found, str) else replace(item, value=found)
        if self._spent > _PATIENCE:
            self._untried += 1
            return item
        begun = self._clock()
        faults = tuple(self._faults(item, library))
        self._spent += max(0.0, self._clock() - begun - _USUAL)
        return replace(item, faults=faults)

    def _faults(self, item: Brought, library: Library) -> Iterator[str]:
        remarks: Iterator[Remark] = iter(())
        match self._values.get(item.key):
            case SectionTemplate() as template:
                remarks = section_remarks(template, library, self._renderer)
            case Occasion() as occasion:
                remarks = occasion_remarks(occasion, library, self._renderer)
            case Vocabulary() as vocabulary:
                remarks = vocabulary_remarks(vocabulary, item.text)
            case None:
                pass
        try:
            for remark in remarks:
                if remark.level is Level.WRONG:
                    where = f"第 {remark.line} 行：" if remark.line and "行" not in remark.what[:30] else ""
                    yield f"{where}{remark.what}{remark.remedy}"
        except AppError as error:
            yield str(error)

    def _with_fact_faults(self, item: Brought, fact: Field) -> Brought:
        """A fact that comes with the program keeps its type: the library would not take another."""
        path = self._store.built_in_file(OwnKind.FACTS, FACTS_ID)
        known = {each.name: each for each in read_facts(path)} if path else {}
        former = known.get(fact.name)
        if former is None or (former.type, former.choices) == (fact.type, fact.choices):
            return item
        return faulty(item, f"“{fact.name}”与程序自带的类型或选项不同，收不进来。请给你的人换一个名称。")

    def _layouts(
        self, layouts: list[Brought], scratch: Path
    ) -> Iterator[tuple[tuple[OwnKind, str], Layout | str]]:
        """Each layout as it is read, or what is wrong with it."""
        try:
            scratch.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(prefix="incoming-", dir=scratch) as name:
                folder = Path(name)
                for item in layouts:
                    (folder / f"{item.id}.toml").write_text(item.text, encoding="utf-8")
                    if item.base:
                        (folder / f"{item.id}{item.base[0]}").write_bytes(item.base[1])
                for item in layouts:
                    try:
                        found = read_layout(folder / f"{item.id}.toml", self._store.layout_folders)
                        yield item.key, found
                    except AppError as error:
                        yield item.key, str(error)
        except OSError as error:
            raise write_error(error, scratch / "x") from error

    def _standing(self, item: Brought) -> Brought:
        if item.fact is not None:
            present = self._library.facts.get(item.id)
            (known,) = as_written([present]) if present else (None,)
            own = self._store.own_file(OwnKind.FACTS, FACTS_ID)
            is_own = own is not None and item.id in {each.name for each in read_facts(own)}
            return _beside(item, facts_text([known]) if known else "", known == item.fact, is_own)
        path = self._present[item.kind].get(item.id)
        if path is None:
            return item
        try:
            present = self._store.read(path)
        except AppError:
            present = "（现有的读不出来）"
        same = present.strip() == item.text.strip() and self._same_base(item, path)
        return _beside(item, present, same, self._store.is_own(path))

    def _same_base(self, item: Brought, path: Path) -> bool:
        if item.base is None:
            return True
        beside = path.with_suffix(item.base[0])
        return beside.is_file() and beside.read_bytes() == item.base[1]

    def notes(self) -> Iterator[str]:
        """What else there is to know."""
        if self._pack.strange:
            names = "、".join(each[:40] for each in self._pack.strange[:3])
            yield f"有 {len(self._pack.strange)} 个不是模板的文件，不会收：{names}。"
        if self._pack.missing:
            yield f"包里的清单列了 {len(self._pack.missing)} 个文件，实际没有：{'、'.join(self._pack.missing[:3])}。"
        if self._untried:
            yield f"有 {self._untried} 个没有试写：前面的模板运行得太慢。收进来以前请问清楚来路。"


def _beside(item: Brought, present: str, same: bool, own: bool) -> Brought:
    if not present:
        return item
    standing = Standing.SAME if same else Standing.DIFFERENT
    return replace(item, standing=standing, present=present, replaces_own=own)

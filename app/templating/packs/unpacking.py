"""The files of a pack read into what they are; what cannot be read is there with the reason."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from app.core.errors import AppError, ReadError
from app.templating.declarations import facts_of
from app.templating.fields import Field
from app.templating.file_text import LIMITS, text_of
from app.templating.occasion import Occasion
from app.templating.occasion_file import occasion_of
from app.templating.own.fields_text import facts_text
from app.templating.own.kinds import BASE_SUFFIXES, OwnKind, kind_at
from app.templating.own.naming import base_file
from app.templating.own.store import OwnStore
from app.templating.packs.brought import Brought
from app.templating.packs.pack_file import Pack
from app.templating.section_template import SectionTemplate, section_of
from app.templating.vocabulary import Vocabulary
from app.templating.vocabulary_file import vocabulary_of

Readable = SectionTemplate | Occasion | Vocabulary

_READING = 1.0
"""Seconds of work for reading all texts: five times what our own library takes."""
_DEVICE = re.compile("(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])")
"""What Windows takes for devices, whatever their ending."""
_MOST_NAME = 80


class Unpacking:
    """Reads a pack. `values` are the templates, occasions and vocabularies in it by their keys."""

    def __init__(self, pack: Pack, store: OwnStore, clock: Callable[[], float]) -> None:
        self._pack, self._store, self._clock = pack, store, clock
        self.values: dict[tuple[OwnKind, str], Readable] = {}
        self._known: dict[OwnKind, Mapping[str, str]] = {}

    def read(self) -> list[Brought]:
        """Everything as it is in the pack. Raises ReadError where that takes longer than any honest pack."""
        latest = self._clock() + _READING
        found: dict[tuple[OwnKind, str], Brought] = {}
        for path, file in self._pack.files.items():
            kind = kind_at(path)
            if kind is None or path.suffix in BASE_SUFFIXES:
                continue
            for item in self._read_file(kind, path, file.data, file.name or path.stem):
                if item.key in found:
                    item = faulty(
                        item, f"“{path}”与另一个文件的 ID 相同。给其中一个改文件名。", id_=str(path)
                    )
                found[item.key] = item
            if self._clock() > latest:
                raise ReadError("这个模板包里的内容多得反常，没有读完。", "请给你的人分成几个包再发。")
        return list(found.values())

    def _read_file(self, kind: OwnKind, path: PurePosixPath, data: bytes, name: str) -> Iterator[Brought]:
        item = Brought(kind, path.stem, name, "")
        try:
            if len(data) > LIMITS.bytes:
                raise ReadError(f"“{path.name}”大得反常，没有读。", "请给你的人检查这个文件。")
            item = replace(item, text=text_of(data, path.name))
            if kind is OwnKind.FACTS:
                yield from map(_brought_fact, facts_of(item.text, path.name))
                return
            self._check_id(kind, path.stem)
            yield self._with_value(item, Path(path.name))
        except AppError as error:
            yield faulty(item, str(error))

    def _with_value(self, item: Brought, path: Path) -> Brought:
        if item.kind is OwnKind.LAYOUTS:
            return self._with_base(item)
        read: Callable[[str, Path], Readable] = {
            OwnKind.SECTIONS: section_of, OwnKind.OCCASIONS: occasion_of, OwnKind.FIELDS: vocabulary_of
        }[item.kind]  # fmt: skip
        value = read(item.text, path)
        self.values[item.key] = value
        seen = None if isinstance(value, Vocabulary) else value
        return replace(item, name=value.name, value=seen)

    def _with_base(self, item: Brought) -> Brought:
        beside = base_file(item.text)
        if not beside:
            return item
        place = PurePosixPath(OwnKind.LAYOUTS, beside)
        suffix = place.suffix
        if beside != f"{item.id}{suffix}" or suffix not in BASE_SUFFIXES or place not in self._pack.files:
            raise ReadError(f"版式“{item.name}”的底本“{beside}”不在包里。", "请给你的人重新导出。")
        return replace(item, base=(suffix, self._pack.files[place].data))

    def _check_id(self, kind: OwnKind, item_id: str) -> None:
        if len(item_id) > _MOST_NAME or _DEVICE.fullmatch(item_id):
            raise ReadError(f"文件名“{item_id[:_MOST_NAME]}”在有的系统上不能用。", "请给你的人改文件名。")
        if not kind.may_be_id(item_id):
            raise ReadError(f"文件名“{item_id}”不能作 ID。", "只用小写字母、数字和下划线。")
        if self._lowered(kind).get(item_id.lower(), item_id) != item_id:
            raise ReadError(f"文件名“{item_id}”与现有的只有大小写不同。", "请给你的人改文件名。")

    def _lowered(self, kind: OwnKind) -> Mapping[str, str]:
        """The IDs that are here by themselves in small letters: to some systems these are the same."""
        if kind not in self._known:
            self._known[kind] = {each.lower(): each for each in self._store.present(kind)}
        return self._known[kind]


def faulty(item: Brought, fault: str, id_: str = "") -> Brought:
    """The thing as one that cannot be taken, and why; with `id_` under another ID."""
    return replace(item, id=id_ or item.id, faults=(fault,), can_be_taken=False)


def _brought_fact(fact: Field) -> Brought:
    return Brought(OwnKind.FACTS, fact.name, fact.name, facts_text([fact]), fact=fact)

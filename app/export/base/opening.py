"""A unit's Word file opened to be built on: only what prints is let in, under names of our own (ECMA-376 part 2).

Kept are styles, theme, settings, fonts, numbering, headers, footers, notes and pictures. Macros, links, embedded
objects, data and properties are not: nothing that is not named here comes along.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.core.errors import ReadError
from app.export.base.cleaning import cleaned
from app.export.base.links import cut_links
from app.export.base.names import W
from app.export.base.part_kinds import BINARY, FONT_FILE, OF_PART, ONE_ONLY, PICTURES, SAID, XML_PARTS
from app.files.archive import ArchiveLimits, unpacked
from app.files.xml import Element, read_xml

_MIB = 1 << 20
_LIMITS = ArchiveLimits(file=32 * _MIB, members=2000, member=16 * _MIB, total=64 * _MIB)
_MOST_MARKS = 200_000
"""Tags and attributes: a file of python-docx, with all of its styles, has a quarter of it."""
_MOST_PARTS = 500
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx 再用。"


@dataclass(frozen=True, slots=True)
class Target:
    """What a relationship leads to."""

    kind: str
    """The last word of its type: header, image …"""
    part: str
    """The name of the part."""

    @property
    def type(self) -> str:
        """The whole type."""
        return _TYPES + self.kind


@dataclass(frozen=True, slots=True)
class BasePart:
    """A part that is taken over. `root` is its tree, None for pictures and fonts, which are `data`."""

    name: str
    content_type: str
    root: Element | None
    data: bytes
    relations: Mapping[str, Target]


@dataclass(frozen=True, slots=True)
class BaseFile:
    """What a unit's Word file gives to an export. Its trees are not to be changed: whoever does takes copies."""

    name: str
    document: Element
    relations: Mapping[str, Target]
    parts: Mapping[str, BasePart]
    left_out: tuple[str, ...] = ()
    """What is not taken over, in the writer's words, each once."""

    def tree(self, kind: str) -> Element | None:
        """The tree of the one part of a kind; None where the file has none."""
        found = next((each.part for each in self.relations.values() if each.kind == kind), None)
        return None if found is None else self.parts[found].root


def open_base(data: bytes, name: str) -> BaseFile:
    """What is taken over of a .docx, .dotx, .docm or .dotm; `name` is what messages call the file.

    Raises ReadError for what is no Word file, is damaged or locked, is too large, or was made to do harm.
    """
    members = unpacked(data, name, _LIMITS, _is_wanted)
    if (
        sum(part.count(b"<") + part.count(b"=") for part in members.values() if part[:1] == b"<")
        > _MOST_MARKS
    ):
        raise ReadError(f"“{name}”太大，没有读。", "删去里面的示例正文，只留下样式、页眉页脚再试。")
    return _Opening(members, name).opened()


def _is_wanted(member: str) -> bool:
    wanted = member.lower().endswith((".xml", ".rels", FONT_FILE, *PICTURES))
    return wanted and not member.startswith("customXml/")


@dataclass(slots=True)
class _Opening:
    """One file while it is opened: parts are found from the document on, each taken once."""

    members: Mapping[str, bytes]
    name: str
    parts: dict[str, BasePart] = field(default_factory=dict[str, BasePart])
    left_out: dict[str, None] = field(default_factory=dict[str, None])
    _names: dict[str, str] = field(default_factory=dict[str, str])
    _counts: dict[str, int] = field(default_factory=dict[str, int])

    def opened(self) -> BaseFile:
        main = self._main()
        document = self._tree(main)
        if document.tag != f"{W}document" or document.find(f"{W}body") is None:
            raise self._no_word_file()
        relations = self._relations(main, "officeDocument")
        self._clean(document, relations)
        return BaseFile(self.name, document, relations, self.parts, tuple(self.left_out))

    def _main(self) -> str:
        """The member with the text; what hangs on the whole file is left out."""
        found = ""
        for _, kind, target, _ in self._listed(""):
            if kind == "officeDocument":
                found = found or target
            else:
                self._leave_out(kind)
        if found not in self.members:
            raise self._no_word_file()
        return found

    def _relations(self, member: str, kind: str) -> dict[str, Target]:
        """The relationships of a part that lead to what is taken over."""
        found: dict[str, Target] = {}
        once: set[str] = set()
        for relation, target_kind, target, outside in self._listed(member):
            allowed = target_kind in OF_PART.get(kind, ()) and not outside and target_kind not in once
            part = self._taken(target, target_kind) if allowed else ""
            if part:
                found[relation] = Target(target_kind, part)
                once |= {target_kind} & ONE_ONLY
            else:
                self._leave_out(target_kind)
        return found

    def _taken(self, member: str, kind: str) -> str:
        """The new name of a part; empty where it cannot be taken."""
        if member in self._names:
            return self._names[member] if self._names[member].startswith(_stem(kind)) else ""
        suffix = posixpath.splitext(member.lower())[1]
        content_type = BINARY[kind].get(suffix, "") if kind in BINARY else XML_PARTS[kind]
        if member not in self.members or not content_type or len(self.parts) >= _MOST_PARTS:
            return ""
        name = self._names[member] = self._new_name(kind, suffix if kind in BINARY else ".xml")
        if kind in BINARY:
            self.parts[name] = BasePart(name, content_type, None, self.members[member], {})
        else:
            root = self._tree(member)
            relations = self._relations(member, kind)
            self._clean(root, relations)
            self.parts[name] = BasePart(name, content_type, root, b"", relations)
        return name

    def _clean(self, root: Element, relations: Mapping[str, Target]) -> None:
        self.left_out.update(dict.fromkeys((*cut_links(root, relations), *cleaned(root))))

    def _new_name(self, kind: str, suffix: str) -> str:
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        return f"{_stem(kind)}{'' if kind in ONE_ONLY else number}{suffix}"

    def _listed(self, member: str) -> Iterator[tuple[str, str, str, bool]]:
        """The relationships of a part, or of the whole file: id, kind, member, and whether it lies outside."""
        folder, own = posixpath.split(member)
        rels = posixpath.join(folder, "_rels", f"{own}.rels")
        if rels not in self.members:
            return
        for each in read_xml(self.members[rels], rels, self.name).iter(_RELATIONSHIP):
            target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
            kind = each.get("Type", "").rpartition("/")[2]
            yield each.get("Id", ""), kind, target, each.get("TargetMode") == "External"

    def _tree(self, member: str) -> Element:
        root = read_xml(self.members[member], member, self.name)
        if any("purl.oclc.org/ooxml" in (address or "") for address in root.nsmap.values()):
            raise ReadError(f"“{self.name}”是“Strict Open XML”格式的，不能作模板。", _SAVE_AS)
        return root

    def _leave_out(self, kind: str) -> None:
        if kind in SAID:
            self.left_out[SAID[kind]] = None

    def _no_word_file(self) -> ReadError:
        return ReadError(f"“{self.name}”里没有正文，不是 Word 文件或已损坏。", _SAVE_AS)


def _stem(kind: str) -> str:
    """How the new name of a part of a kind begins."""
    folder = {"image": "media/image", "font": "fonts/font", "theme": "theme/theme"}.get(kind, kind)
    return f"/word/{folder}"

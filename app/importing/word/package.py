"""The parts of a Word file (ECMA-376 part 2), believed in nothing: sizes, names, entities."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from app.core.errors import ReadError
from app.files.archive import ArchiveLimits, unpacked
from app.files.xml import read_xml
from app.importing.word.kinds import no_document, refuse_others
from app.importing.word.names import Element, W

_MIB = 2**20
_LIMITS = ArchiveLimits(file=128 * _MIB, members=5000, member=48 * _MIB, total=96 * _MIB)
"""Pictures are not unpacked: what counts is text, of which a speech of 500,000 characters has 3 MB."""
_MOST_STYLES = 5000
"""Word itself holds 4079 at most."""
_MOST_MARKS = 1_000_000
"""Tags and attributes of a file: a tree takes some 200 bytes for each. A speech of 500,000 characters has 60,000."""
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_WANTED = (".xml", ".rels", ".htm", ".html", ".xhtml", ".txt")
_TAG = re.compile(rb"<[^<>]+>")
_STRICT = re.compile(rb'(xmlns[^"=]*=")http://purl\.oclc\.org/ooxml/(\w+)/')
"""Part 1, annex A: the names of Strict files, which differ from the others in nothing that is read here."""


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    """The last word of its type: styles, header, footnotes …"""
    target: str
    """The member's name; an address where it lies outside."""


@dataclass(frozen=True, slots=True)
class WordPackage:
    """A Word file: the tree of its document, and the parts that this names."""

    name: str
    """What messages call the file."""
    document: Element
    _members: Mapping[str, bytes]
    _relations: Mapping[str, _Relation]

    def parts(self, kind: str) -> Iterator[Element]:
        """The parts of a kind (the last word of its relationship type); none where the file has none."""
        targets = [relation.target for relation in self._relations.values() if relation.kind == kind]
        yield from (self._parsed(target) for target in dict.fromkeys(targets) if target in self._members)

    def part(self, relation: str) -> Element | None:
        """The part that a relationship of the document names; None where it is missing or no XML."""
        target = self.target(relation)
        return self._parsed(target) if target.endswith(".xml") and target in self._members else None

    def target(self, relation: str) -> str:
        """The member or address that a relationship names; empty where it is not known."""
        found = self._relations.get(relation)
        return "" if found is None else found.target

    def content(self, member: str) -> bytes | None:
        """What is in a member; None where it is missing, or is no text."""
        return self._members.get(member)

    def _parsed(self, member: str) -> Element:
        return _parsed(self._members[member], member, self.name)


def open_package(data: bytes, name: str) -> WordPackage:
    """The parts of a Word file; raises ReadError for what is none, is damaged, locked, or made to do harm."""
    refuse_others(data, name)
    members = unpacked(data, name, _LIMITS, _is_wanted)
    if sum(part.count(b"<") + part.count(b"=") for part in members.values()) > _MOST_MARKS:
        raise ReadError(f"“{name}”太大，没有读。", "分成几个文件，或只留下讲话稿再试。")
    if any(part.count(b"<w:style ") > _MOST_STYLES for part in members.values()):
        raise ReadError(
            f"“{name}”里的样式超过 {_MOST_STYLES} 种，没有读。", "把正文复制到一个新的 Word 文件里再试。"
        )
    main = next((each.target for each in _relations(members, "", name).values() if _is_main(each)), _MAIN)
    if main not in members:
        raise no_document(members, name)
    document = _parsed(members[main], main, name)
    if document.tag != f"{W}document":
        raise no_document(members, name)
    return WordPackage(name, document, members, _relations(members, main, name))


def _is_wanted(member: str) -> bool:
    return member.lower().endswith(_WANTED) and not member.startswith(("customXml/", "docProps/"))


def _is_main(relation: _Relation) -> bool:
    return relation.kind == "officeDocument"


def _relations(members: Mapping[str, bytes], part: str, name: str) -> Mapping[str, _Relation]:
    """The relationships of a part, by id; those of the whole file where `part` is empty."""
    folder, own = posixpath.split(part)
    member = posixpath.join(folder, "_rels", f"{own}.rels")
    if member not in members:
        return {}
    found: dict[str, _Relation] = {}
    for each in _parsed(members[member], member, name).iter(_RELATIONSHIPS):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found[each.get("Id", "")] = _Relation(each.get("Type", "").rpartition("/")[2], target)
    return found


def _parsed(data: bytes, member: str, name: str) -> Element:
    """The tree of a part, in the namespaces of Transitional files."""
    root = read_xml(data, member, name)
    if b"http://purl.oclc.org/ooxml/" in (root.nsmap.get(root.prefix) or "").encode():
        loose = _TAG.sub(
            lambda tag: _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/", tag[0]), _utf8(root)
        )
        root = read_xml(loose, member, name)
    return root


def _utf8(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8")

"""The parts of a unit's file and those of the draft put together; package and zip are python-docx's."""

from collections.abc import Collection, Mapping
from copy import deepcopy
from datetime import datetime
from io import BytesIO

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from app.export.base.names import R, W
from app.export.base.opening import BaseFile, Target
from app.export.oxml.package import DOCUMENT, Place, with_time
from app.files.xml import Element

_WHEN_SHOWN = ("header", "footer", "image")
"""Kinds of parts that come along only where the document names them; the others belong to the whole."""

_NOTES = {f"{W}footnoteReference": f"{W}footnote", f"{W}endnoteReference": f"{W}endnote"}


def packed(
    base: BaseFile,
    document: Element,
    parts: Mapping[Place, bytes],
    properties: Mapping[Place, bytes],
    created: datetime | None,
) -> bytes:
    """A Word file of a unit's parts, with `document` as its text.

    `parts` stand in the place of the unit's of the same kind, or beside them; `properties` belong to the package
    as a whole. Equal parts and time give equal bytes.
    """
    package = Package()
    main = _part(package, DOCUMENT.name, DOCUMENT.content_type, _written(document))
    instead = {_kind(place.relationship): data for place, data in parts.items()}
    kept = _shown(base.relations, document)
    made = _made(package, base, kept, instead, _notes(document))
    for relation, target in kept.items():
        main.load_rel(target.type, made[target.part], relation)
    there = {target.kind for target in kept.values()}
    for place, data in parts.items():
        if _kind(place.relationship) not in there:
            main.relate_to(_part(package, place.name, place.content_type, data), place.relationship)
    package.relate_to(main, DOCUMENT.relationship)
    for place, data in properties.items():
        package.relate_to(_part(package, place.name, place.content_type, data), place.relationship)
    out = BytesIO()
    package.save(out)
    return with_time(out.getvalue(), created)


def _shown(relations: Mapping[str, Target], document: Element) -> dict[str, Target]:
    named = {
        value for each in document.iter() for name, value in each.attrib.items() if str(name).startswith(R)
    }
    return {
        relation: target
        for relation, target in relations.items()
        if target.kind not in _WHEN_SHOWN or relation in named
    }


def _made(
    package: Package,
    base: BaseFile,
    kept: Mapping[str, Target],
    instead: Mapping[str, bytes],
    notes: Collection[tuple[str, str]],
) -> dict[str, Part]:
    """The unit's parts that the document needs, and those that these need, each with its relationships."""
    made: dict[str, Part] = {}
    kinds = {target.part: target.kind for target in kept.values()}
    waiting = list(kinds)
    while waiting:
        name = waiting.pop()
        if name in made:
            continue
        part = base.parts[name]
        data = instead.get(kinds.get(name, ""), b"") or part.data
        if part.root is not None and not data:
            data = _written(_with_notes(part.root, notes))
        made[name] = _part(package, name, part.content_type, data)
        waiting += [target.part for target in part.relations.values()]
    for name, part in made.items():
        for relation, target in base.parts[name].relations.items():
            part.load_rel(target.type, made[target.part], relation)
    return made


def _notes(document: Element) -> set[tuple[str, str]]:
    """The notes that a document has, by the element that is each and its number."""
    return {(_NOTES[str(each.tag)], each.get(f"{W}id", "")) for each in document.iter(*_NOTES)}


def _with_notes(root: Element, notes: Collection[tuple[str, str]]) -> Element:
    """A part without the notes to text that is not there any more; those of a type are lines between."""
    kept = deepcopy(root)
    for each in list(kept.iterchildren(*_NOTES.values())):
        if each.get(f"{W}type") is None and (str(each.tag), each.get(f"{W}id", "")) not in notes:
            kept.remove(each)
    return kept


def _part(package: Package, name: str, content_type: str, data: bytes) -> Part:
    return Part(PackURI(name), content_type, data, package)


def _kind(relationship: str) -> str:
    return relationship.rpartition("/")[2]


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

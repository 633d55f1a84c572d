"""What stands in the headers and footers of a unit's file, to be shown to whoever chooses it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.export.base.names import A, R, V, W, text_of
from app.export.base.opening import BaseFile, BasePart
from app.export.base.sections import Frame

_PAGES = {"default": "", "first": "首页", "even": "双页"}
_PLACES = ((f"{W}headerReference", "页眉"), (f"{W}footerReference", "页脚"))


@dataclass(frozen=True, slots=True)
class Edge:
    """One header or footer of the section with the text."""

    place: str
    """页眉 or 页脚, with the pages for which it is where it is not for all."""
    text: str
    """What is printed, page numbers as they were last."""
    pictures: tuple[bytes, ...]
    """The files of its pictures, in their order."""


def edges_of(base: BaseFile, frame: Frame) -> Iterator[Edge]:
    """The headers and footers that have something in them; the usual pages' before those of the others."""
    for tag, place in _PLACES:
        references = sorted(
            frame.section.iterchildren(tag), key=lambda each: each.get(f"{W}type", "default") != "default"
        )
        for each in references:
            target = base.relations.get(each.get(f"{R}id", ""))
            part = None if target is None else base.parts.get(target.part)
            if part is None or part.root is None:
                continue
            found = Edge(
                _PAGES.get(each.get(f"{W}type", "default"), "") + place,
                " ".join(text_of(part.root).split()),
                tuple(_pictures(base, part)),
            )
            if found.text or found.pictures:
                yield found


def _pictures(base: BaseFile, part: BasePart) -> Iterator[bytes]:
    assert part.root is not None
    named = [
        each.get(f"{R}embed") or each.get(f"{R}id", "")
        for each in part.root.iter(f"{A}blip", f"{V}imagedata")
    ]
    for relation in dict.fromkeys(named):
        target = part.relations.get(relation)
        if target is not None:
            yield base.parts[target.part].data

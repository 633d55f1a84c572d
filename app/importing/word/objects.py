"""Pictures, text boxes, formulas and other objects in the text (DrawingML, VML, ECMA-376 part 1, 17.3.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.importing.report import Fate, Item
from app.importing.word.names import DRAWING, MATH, MC, OFFICE, VML, Element, R, W, chosen
from app.importing.word.package import WordPackage

BOX = f"{W}txbxContent"
_PICTURES = (f"{DRAWING}blip", f"{VML}imagedata")
_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_GRAPHIC, _WORD_ART, _OLE = f"{DRAWING}graphicData", f"{VML}textpath", f"{OFFICE}OLEObject"
_DATA = (f"{R}id", f"{R}dm")
_WORDS = (f"{DRAWING}t", "{http://schemas.openxmlformats.org/drawingml/2006/chart}v")
_NO_OBJECTS = ("/picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas")
"""Ends of the kinds of graphics that are pictures or hold boxes: these are found by what is in them."""


@dataclass(frozen=True, slots=True)
class ObjectReader:
    """Finds what is in drawings and objects."""

    package: WordPackage
    _known: dict[str, str] = field(default_factory=dict[str, str])

    def contents(self, element: Element) -> Iterator[Element | Item]:
        """The text boxes of a drawing, and what of it has no place in a speech, in their order."""
        description = ""
        for node in walked(element):
            if node.tag == BOX:
                yield node
            elif node.tag == _DESCRIBED:
                description = node.get("descr", "")
            elif node.tag in _PICTURES:
                if element.tag != f"{W}object":
                    yield Item(Fate.PICTURE, node.get(f"{OFFICE}title", "") or description)
            elif node.tag == _WORD_ART:
                yield Item(Fate.OBJECT, node.get("string", ""))
            elif node.tag == _OLE:
                yield Item(Fate.OBJECT, node.get("ProgID", ""))
            elif node.tag == _GRAPHIC and not node.get("uri", "").endswith(_NO_OBJECTS):
                yield Item(Fate.OBJECT, self._words(node) or description)

    def _words(self, graphic: Element) -> str:
        """What a chart or diagram says, which stands in a part of its own."""
        for node in graphic.iter():
            for name in _DATA:
                relation = node.get(name)
                if relation is None:
                    continue
                if relation not in self._known:
                    part = self.package.part(relation)
                    words = () if part is None else part.iter(*_WORDS)
                    self._known[relation] = " ".join([word.text for word in words if word.text])
                if self._known[relation]:
                    return self._known[relation]
        return ""


def walked(element: Element) -> Iterator[Element]:
    """All below an element in reading order: of alternatives one, and not what is within text boxes."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        yield node
        if node.tag == f"{MC}AlternateContent":
            branch = chosen(node)
            waiting += [] if branch is None else [branch]
        elif node.tag != BOX:
            waiting += reversed(node)


def formula(element: Element) -> Item:
    """A formula, as the letters in it."""
    return Item(Fate.OBJECT, "".join(each.text or "" for each in element.iter(f"{MATH}t", f"{W}t")))

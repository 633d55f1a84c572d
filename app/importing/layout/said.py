"""What properties of a Word file say, by name, each with where it was said; several laid over each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.importing.layout.theme import Theme
from app.importing.word.names import VAL, Element, W, is_on, whole


@dataclass(frozen=True, slots=True)
class Property:
    """A value as the file has it (twips, half points, hundredths, 0 and 1), and where it is said."""

    value: str
    source: str
    """For the writer: 样式“正文”, 段落里直接设的 …"""

    @property
    def number(self) -> int | None:
        """The value as a number; None where it is none, or out of all proportion."""
        return whole(self.value)

    @property
    def on(self) -> bool:
        """The value of a switch."""
        return self.value == "1"


Said = Mapping[str, Property]
"""By property and attribute: `spacing.line`, `ind.firstLineChars`, `jc`, `b`."""

_SWITCHES = frozenset({"keepNext", "snapToGrid", "contextualSpacing", "b", "vanish"})
_VALUES = frozenset({"jc", "outlineLvl", "sz"})
_ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "spacing": ("before", "after", "line", "lineRule", "beforeLines", "afterLines"),
    "framePr": ("xAlign", "hAnchor"),
    "numPr": (),
}
_INDENTS: Mapping[str, tuple[str, int]] = {
    "left": ("ind.left", 1),
    "start": ("ind.left", 1),
    "leftChars": ("ind.leftChars", 1),
    "startChars": ("ind.leftChars", 1),
    "right": ("ind.right", 1),
    "end": ("ind.right", 1),
    "rightChars": ("ind.rightChars", 1),
    "endChars": ("ind.rightChars", 1),
    "firstLine": ("ind.firstLine", 1),
    "firstLineChars": ("ind.firstLineChars", 1),
    "hanging": ("ind.firstLine", -1),
    "hangingChars": ("ind.firstLineChars", -1),
}
"""A hanging indent is a first line to the left: whichever is said last holds (17.3.1.12)."""
_FONTS = {"ascii": "west", "eastAsia": "east"}


def said_of_paragraph(properties: Element | None, source: str) -> Said:
    """What w:pPr says; nothing where there is none."""
    said: dict[str, Property] = {}
    for node in () if properties is None else properties:
        name = str(node.tag).removeprefix(W)
        if name == "ind":
            said |= _indents(node, source)
        elif name == "tabs":
            said |= _tabs(node, source)
        elif name == "pBdr":
            for each in node.iterchildren(f"{W}bottom"):
                drawn = each.get(VAL, "none") not in ("none", "nil")
                said["pBdr.bottom"] = Property("1" if drawn else "0", source)
        elif name == "numPr":
            for each in node.iterchildren(f"{W}numId", f"{W}ilvl"):
                said[str(each.tag).removeprefix(W)] = Property(each.get(VAL, ""), source)
        else:
            said |= _plain(name, node, source)
    return said


def said_of_run(properties: Element | None, theme: Theme, source: str) -> Said:
    """What w:rPr says; nothing where there is none."""
    said: dict[str, Property] = {}
    for node in () if properties is None else properties:
        name = str(node.tag).removeprefix(W)
        if name == "rFonts":
            for attribute, key in _FONTS.items():
                font = theme.font(node.get(f"{W}{attribute}Theme")) or node.get(f"{W}{attribute}", "")
                if font:
                    said[key] = Property(font, source)
        elif name == "spacing":
            said["spacing"] = Property(node.get(VAL, ""), source)
        else:
            said |= _plain(name, node, source)
    return said


def _plain(name: str, node: Element, source: str) -> dict[str, Property]:
    if name in _SWITCHES:
        return {name: Property("1" if is_on(node) else "0", source)}
    if name in _VALUES:
        return {name: Property(node.get(VAL, ""), source)}
    found = ((each, node.get(f"{W}{each}")) for each in _ATTRIBUTES.get(name, ()))
    return {f"{name}.{each}": Property(value, source) for each, value in found if value is not None}


def _tabs(node: Element, source: str) -> dict[str, Property]:
    """Where the outermost stop of each kind is."""
    said: dict[str, Property] = {}
    for each in node.iterchildren(f"{W}tab"):
        at, key = whole(each.get(f"{W}pos")), f"tabs.{each.get(VAL, '')}"
        if at is not None and (key not in said or at > (said[key].number or 0)):
            said[key] = Property(str(at), source)
    return said


def _indents(node: Element, source: str) -> dict[str, Property]:
    said: dict[str, Property] = {}
    for attribute, (key, sign) in _INDENTS.items():
        number = whole(node.get(f"{W}{attribute}"))
        if number is not None:
            said[key] = Property(str(number * sign), source)
    return said

"""What holds for a paragraph: its own properties, and those of its style (ECMA-376 part 1, 17.3.1)."""

from dataclasses import dataclass
from typing import NamedTuple

from app.importing.word.changes import vanishing_marks
from app.importing.word.context import Context
from app.importing.word.names import VAL, Element, W, is_on, value, whole
from app.importing.word.numbering import NumberedList, level_index
from app.importing.word.styles import ParagraphLook, heading_level

_STYLE, _NUMBER, _OUTLINE = f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
_ALIGNMENT, _END = f"{W}jc", f"{W}rPr"
_HIDDEN, _RUN_IN = f"{W}vanish", f"{W}specVanish"
_FRAME, _DROP_CAP, _NO_DROP = f"{W}framePr", f"{W}dropCap", "none"
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class Properties:
    """What is known of a paragraph before its text is read."""

    look: ParagraphLook
    level: int | None
    centred: bool
    numbered: NumberedList | None
    at: int
    """The level in the list, from 0."""
    goes_on: bool = False
    """Whether its end is deleted or hidden, or it is the large first letter (首字下沉) of the next paragraph: the text
    of that belongs to the same line."""
    leads: bool = False
    """Whether it decides what that line is; else the next one does."""


class _Own(NamedTuple):
    """What a paragraph says of itself; None where it does not."""

    style: str = ""
    alignment: str | None = None
    outline: str | None = None
    number: str | None = None
    number_level: str | None = None
    goes_on: bool = False
    leads: bool = False


class PropertyReader:
    """Resolves the properties of paragraphs, those that say the same once."""

    def __init__(self, context: Context) -> None:
        self._styles = context.styles
        self._lists = context.lists
        self._vanishing = vanishing_marks(context.changes)
        self._known: dict[_Own, Properties] = {}

    def of(self, element: Element | None) -> Properties:
        """What holds for a paragraph with these properties of its own; None where it has none."""
        own = _Own() if element is None else self._said(element)
        found = self._known.get(own)
        if found is None:
            found = self._known[own] = self._resolved(own)
        return found

    def _said(self, element: Element) -> _Own:
        style = ""
        alignment = outline = number = number_level = None
        ends, dropped = (False, False), False
        for node in element:
            tag = node.tag
            if tag == _STYLE:
                style = node.get(VAL, "")
            elif tag == _ALIGNMENT:
                alignment = node.get(VAL)
            elif tag == _NUMBER:
                number, number_level = value(node, "numId"), value(node, "ilvl")
            elif tag == _OUTLINE:
                outline = node.get(VAL)
            elif tag == _END:
                ends = self._end(node)
            elif tag == _FRAME:
                dropped = node.get(_DROP_CAP, _NO_DROP) != _NO_DROP
        return _Own(style, alignment, outline, number, number_level, ends[0] or dropped, ends[1])

    def _end(self, end: Element) -> tuple[bool, bool]:
        """Whether the end of the paragraph is not there, and whether the paragraph decides what the line is."""
        tags = [node.tag for node in end if is_on(node)]
        if _HIDDEN in tags:
            return True, _RUN_IN in tags
        return any(tag in self._vanishing for tag in tags), False

    def _resolved(self, own: _Own) -> Properties:
        look = self._styles.paragraph(own.style)
        numbered, at = self._number(look, own)
        return Properties(
            look=look,
            level=look.level if own.outline is None else heading_level(whole(own.outline)),
            centred=look.centred if own.alignment is None else own.alignment == "center",
            numbered=numbered,
            at=level_index(at),
            goes_on=own.goes_on,
            leads=own.leads,
        )

    def _number(self, look: ParagraphLook, own: _Own) -> tuple[NumberedList | None, int | None]:
        """The list of a paragraph and the level in it: its own, or those of its style."""
        said = whole(own.number_level)
        if own.number == _NO_LIST:
            return None, None
        numbered = self._lists.get(look.number if own.number is None else own.number)
        if numbered is None or said is not None:
            return numbered, said
        tied = numbered.level_of(look.chain)
        if tied is None and own.number is None:
            tied = look.number_level
        return numbered, tied

"""What holds for a paragraph: its own properties, and those of its style (ECMA-376 part 1, 17.3.1)."""

from dataclasses import dataclass, replace

from app.importing.word.changes import vanishing_marks
from app.importing.word.context import Context
from app.importing.word.names import VAL, Element, W, is_on, value, whole
from app.importing.word.numbering import NumberedList, level_index
from app.importing.word.styles import ParagraphLook, heading_level

_STYLE, _NUMBER, _OUTLINE = f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
_ALIGNMENT, _END = f"{W}jc", f"{W}rPr"
_HIDDEN, _RUN_IN = f"{W}vanish", f"{W}specVanish"
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
    """Whether its end is deleted or hidden, so that the next paragraph's text belongs to the same line."""
    leads: bool = False
    """Whether it decides what that line is; else the next one does."""


class PropertyReader:
    """Resolves the properties of paragraphs, those of a style once."""

    def __init__(self, context: Context) -> None:
        self._styles = context.styles
        self._lists = context.lists
        self._vanishing = vanishing_marks(context.changes)
        self._of_style: dict[str, Properties] = {}

    def of(self, own: Element | None) -> Properties:
        """What holds for a paragraph with these properties of its own; None where it has none."""
        if own is None:
            return self.of_style("")
        style = ""
        number = outline = alignment = end = None
        for node in own:
            tag = node.tag
            if tag == _STYLE:
                style = node.get(VAL, "")
            elif tag == _ALIGNMENT:
                alignment = node
            elif tag == _NUMBER:
                number = node
            elif tag == _OUTLINE:
                outline = node
            elif tag == _END and len(node):
                end = node
        found = self.of_style(style)
        if alignment is not None:
            found = replace(found, centred=alignment.get(VAL) == "center")
        if outline is not None:
            found = replace(found, level=heading_level(whole(outline.get(VAL))))
        if number is not None:
            found = self._numbered(found, number)
        return found if end is None else self._ended(found, end)

    def of_style(self, style: str) -> Properties:
        """What holds for a paragraph that says nothing but its style."""
        if style not in self._of_style:
            look = self._styles.paragraph(style)
            numbered = self._lists.get(look.number)
            tied = None if numbered is None else numbered.level_of(look.chain)
            at = look.number_level if tied is None else tied
            self._of_style[style] = Properties(look, look.level, look.centred, numbered, level_index(at))
        return self._of_style[style]

    def _numbered(self, found: Properties, own: Element) -> Properties:
        name, at = value(own, "numId"), whole(value(own, "ilvl"))
        if name is None:
            return found if at is None else replace(found, at=level_index(at))
        if name == _NO_LIST:
            return replace(found, numbered=None)
        numbered = self._lists.get(name)
        if at is None and numbered is not None:
            at = numbered.level_of(found.look.chain)
        return replace(found, numbered=numbered, at=level_index(at))

    def _ended(self, found: Properties, end: Element) -> Properties:
        tags = [node.tag for node in end if is_on(node)]
        hidden = _HIDDEN in tags
        if not hidden and not any(tag in self._vanishing for tag in tags):
            return found
        return replace(found, goes_on=True, leads=hidden and _RUN_IN in tags)

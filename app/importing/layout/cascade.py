"""What holds for paragraphs and runs of a Word file when all that is said is laid over each other (17.7.2).

Defaults of the document, styles from the lowest up, the level of a list, what stands in the paragraph itself.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from app.core.kinds import Kind
from app.importing.layout.list_levels import ListLevels
from app.importing.layout.said import Property, Said, said_of_paragraph, said_of_run
from app.importing.layout.theme import Theme
from app.importing.word.names import Element, W, child, value
from app.importing.word.package import WordPackage
from app.layouts.word_names import STYLE_NAMES

DIRECT = "直接设的"
"""Where a value stands that is in the paragraph or run itself."""
DEFAULTS = "文件的默认值"
_OURS = frozenset(STYLE_NAMES.values())
_LONGEST = 50
"""Styles based on each other; Word allows ten."""
_ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Style:
    """A style of the file, with all that it and those below it say."""

    id: str
    name: str
    paragraph: Said
    run: Said
    custom: bool
    """Whether somebody made it, and Word did not bring it."""
    ours: bool
    """Whether an export of ours made it, which says all that a layout says."""


@dataclass(slots=True)
class Cascade:
    """Resolves properties; each style once."""

    theme: Theme
    _elements: dict[str, Element] = field(default_factory=dict[str, Element])
    _default: str = ""
    _exported: bool = False
    _paragraph: Said = field(default_factory=dict[str, Property])
    _run: Said = field(default_factory=dict[str, Property])
    _lists: ListLevels = field(default_factory=ListLevels)
    _said: dict[str, tuple[Said, Said]] = field(default_factory=dict[str, tuple[Said, Said]])
    _known: dict[str, Style] = field(default_factory=dict[str, Style])

    @classmethod
    def of(cls, package: WordPackage) -> "Cascade":
        """That of a file; raises ReadError for parts that are damaged."""
        made = cls(Theme.read(next(package.parts("theme"), None)))
        part = next(package.parts("styles"), None)
        if part is not None:
            made._read(part)
        made._lists = ListLevels.read(next(package.parts("numbering"), None))
        return made

    def _read(self, part: Element) -> None:
        self._paragraph = said_of_paragraph(child(part, "docDefaults", "pPrDefault", "pPr"), DEFAULTS)
        self._run = said_of_run(child(part, "docDefaults", "rPrDefault", "rPr"), self.theme, DEFAULTS)
        for element in part.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            self._elements.setdefault(name, element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in _ON:
                self._default = name
            # Others too call their styles 一级标题, but none of theirs is called this.
            self._exported |= value(element, "name") == STYLE_NAMES[Kind.BODY]

    @property
    def defaults(self) -> Style:
        """The style of paragraphs that name none; Word calls it 正文."""
        return self.style(self._default)

    def called(self, names: Container[str]) -> Iterator[Style]:
        """The styles of paragraphs that somebody made and that have one of these names, blanks apart."""
        for style_id, element in self._elements.items():
            is_made = element.get(f"{W}type") == "paragraph" and element.get(f"{W}customStyle") in _ON
            if is_made and "".join((value(element, "name") or "").split()) in names:
                yield self.style(style_id)

    def style(self, style_id: str) -> Style:
        """A style of paragraphs; one that is not there is the default style."""
        style_id = style_id if style_id in self._elements else self._default
        if style_id not in self._known:
            self._known[style_id] = self._resolved(style_id)
        return self._known[style_id]

    def character(self, name: str) -> Said | None:
        """What the style of characters of that name says; None where there is none."""
        for style_id, element in self._elements.items():
            if element.get(f"{W}type") == "character" and value(element, "name") == name:
                return self._chained_run(style_id)
        return None

    def paragraph(self, properties: Element | None) -> tuple[Style, Said]:
        """The style of a paragraph with these properties of its own, and all that is said of it."""
        style = self.style("" if properties is None else value(properties, "pStyle") or "")
        own = said_of_paragraph(properties, DIRECT)
        return style, {
            **style.paragraph,
            **(self._level(own, style.paragraph) if "numId" in own else {}),
            **own,
        }

    def run(self, style: Style, properties: Element | None) -> Said:
        """What is said of a run in a paragraph of that style; a style of characters turns bold over (17.7.3)."""
        if properties is None:
            return style.run
        own = said_of_run(properties, self.theme, DIRECT)
        named = value(properties, "rStyle")
        character: Said = self._chained_run(named) if named else {}
        said = {**style.run, **character}
        if "b" in character and character["b"].on and style.run.get("b", Property("0", "")).on:
            said["b"] = Property("0", character["b"].source)
        return {**said, **own}

    def _resolved(self, style_id: str) -> Style:
        paragraph, element = dict(self._paragraph), self._elements.get(style_id)
        for each in reversed(self._chain(style_id)):
            own = self._own(each)[0]
            paragraph |= {**self._level(own, paragraph), **own} if "numId" in own else own
        run = {**self._run, **self._chained_run(style_id)}
        name = "" if element is None else value(element, "name") or ""
        custom = element is not None and element.get(f"{W}customStyle") in _ON
        return Style(style_id, name, paragraph, run, custom, custom and self._exported and name in _OURS)

    def _chained_run(self, style_id: str) -> Said:
        said: dict[str, Property] = {}
        for each in reversed(self._chain(style_id)):
            said |= self._own(each)[1]
        return said

    def _own(self, style_id: str) -> tuple[Said, Said]:
        """What a style itself says of paragraphs and of runs."""
        if style_id not in self._said:
            element = self._elements[style_id]
            source = f"样式“{value(element, 'name') or ''}”"
            self._said[style_id] = (
                said_of_paragraph(child(element, "pPr"), source),
                said_of_run(child(element, "rPr"), self.theme, source),
            )
        return self._said[style_id]

    def _chain(self, style_id: str) -> Sequence[str]:
        """A style and those that it is based on."""
        found: list[str] = []
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < _LONGEST:
            seen.add(style_id)
            found.append(style_id)
            style_id = value(self._elements[style_id], "basedOn") or ""
        return found

    def _level(self, own: Said, below: Said) -> Said:
        """The indents that the level of a list brings; none for a paragraph that was taken out of it."""
        level = own.get("ilvl") or below.get("ilvl")
        return self._lists.level(own["numId"].value, level.value if level else "0")

"""The paragraphs of a Word file's body as they look: what holds for each, run by run, blank ones too.

Tables and text boxes are left out: what stands in them says nothing of how the speech is set.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.importing.layout.cascade import Cascade, Style
from app.importing.layout.said import Said
from app.importing.paragraphs import Paragraph
from app.importing.word.blocks import Blocks
from app.importing.word.changes import DELETIONS, Changes
from app.importing.word.context import Context
from app.importing.word.names import MC, Element, W, child
from app.importing.word.notes import Notes
from app.importing.word.numbering import read_lists
from app.importing.word.objects import ObjectReader
from app.importing.word.package import WordPackage
from app.importing.word.styles import Styles

MOST_PARAGRAPHS = 3000
"""A sample that is longer is learned from its beginning: ten long speeches have as many."""
_MOST_RUNS, _MOST_IN_ALL = 2000, 30_000
"""Stretches of a paragraph, and of a sample, that are looked at: a long speech has 1,000 in all."""
_WRAPPERS = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_PARAGRAPH, _SECTION = f"{W}p", f"{W}sectPr"
_UNREAD = (
    *DELETIONS,
    *(f"{W}{name}" for name in ("pPr", "drawing", "pict", "object", "rt")),
    f"{MC}AlternateContent",
)
_NOT_BLANK = tuple(f"{W}{name}" for name in ("drawing", "pict", "object", "br", "sectPr", "t"))
_RUN, _TEXT = f"{W}r", f"{W}t"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look."""

    text: str
    said: Said


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph as it looks. `at` is its place in the body, from 1, blank ones counted."""

    at: int
    section: int
    """Which section of the file it is in, from 0."""
    style: Style
    said: Said
    stretches: tuple[Stretch, ...]
    paragraph: Paragraph | None
    """As the reader reads it; None for a blank one."""
    mark: Said
    """What is said of a run without properties of its own, which gives a blank line its height."""
    is_blank: bool
    """Whether it is there for its blank line alone: no text, no picture, no end of a page or section."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(stretch.text for stretch in self.stretches)


def shown_paragraphs(package: WordPackage, cascade: Cascade) -> tuple[Sequence[Shown], Sequence[Element]]:
    """The paragraphs of the body, and the properties of its sections in their order."""
    blocks = Blocks(_context(package))
    found: list[Shown] = []
    sections: list[Element] = []
    body, stretches = child(package.document, "body"), 0
    for element in () if body is None else _elements(body):
        if element.tag == _SECTION:
            sections.append(element)
        elif element.tag != _PARAGRAPH or len(found) >= MOST_PARAGRAPHS or stretches > _MOST_IN_ALL:
            sections += element.iter(_SECTION)
        else:
            found.append(_shown(element, blocks, cascade, len(found) + 1, len(sections)))
            stretches += len(found[-1].stretches)
            sections += element.iter(_SECTION)
    return found, sections


def _context(package: WordPackage) -> Context:
    """What the reader needs; notes are not looked at."""
    styles = Styles.read(next(package.parts("styles"), None))
    return Context(
        package,
        Changes.ACCEPTED,
        styles,
        read_lists(next(package.parts("numbering"), None), styles.numbering),
        Notes.of(lambda _: (), lambda _: ""),
        ObjectReader(package),
    )


def _elements(parent: Iterable[Element]) -> Iterator[Element]:
    """What stands in the body, read through what only wraps it; wrappers nest in each other, but not far."""
    waiting = list(reversed(list(parent)))
    while waiting:
        element = waiting.pop()
        if element.tag in _WRAPPERS:
            waiting += reversed(list(element))
        else:
            yield element


def _shown(element: Element, blocks: Blocks, cascade: Cascade, at: int, section: int) -> Shown:
    before = len(blocks.paragraphs)
    blocks.children((element,))
    properties = child(element, "pPr")
    style, said = cascade.paragraph(properties)
    mark = cascade.run(style, None if properties is None else child(properties, "rPr"))
    # A paragraph whose end is deleted goes on in the next, which then is given for both.
    read = blocks.paragraphs[before] if len(blocks.paragraphs) > before else None
    stretches = tuple(
        Stretch(text, cascade.run(style, child(run, "rPr")))
        for run in islice(_runs(element), _MOST_RUNS)
        if (text := _text(run))
    )
    is_blank = read is None and not any(True for _ in element.iter(*_NOT_BLANK))
    return Shown(at, section, style, said, stretches, read, mark, is_blank)


def _runs(element: Element) -> Iterator[Element]:
    waiting = list(reversed(list(element)))
    while waiting:
        each = waiting.pop()
        if each.tag == _RUN:
            yield each
        elif each.tag not in _UNREAD:
            waiting += reversed(list(each))


def _text(run: Element) -> str:
    return "".join([each.text or "" for each in run.iterchildren(_TEXT)])

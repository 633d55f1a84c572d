"""The paragraphs of document.xml, as joined text.

Building elements one by one takes two to seventy times as long (facts/performance.md §2).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from app.core.draft import FORCED_LINE_END, Block, Run
from app.core.kinds import HEADINGS, Kind
from app.export.oxml.comments import COMMENT_MARK, Comment, comment_text
from app.export.oxml.formatting import number_properties
from app.export.oxml.styles import POINT_LEAD, lead_id, run_in_id, style_id
from app.export.oxml.xml import AMBIGUOUS, EAST_ASIAN, FORBIDDEN, escaped
from app.export.walk import Piece, PrintedParagraph
from app.layouts.model import SIGNOFF_LAST
from app.layouts.word_names import BOOKMARK, kind_bookmark

_OWN_LINE = {kind: style_id(kind) for kind in Kind}
_RUN_IN = {kind: run_in_id(kind) for kind in HEADINGS}
_LEAD = {kind: lead_id(kind) for kind in HEADINGS}
_SIGNOFF_LAST = style_id(SIGNOFF_LAST)


@dataclass(frozen=True, slots=True)
class Terms:
    """How a file that is not made by us alone wants paragraphs written; the default is our own way."""

    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the file calls a style of ours."""
    unnumbered: Mapping[str, str] = field(default_factory=dict[str, str])
    """By our ids of paragraph styles for which the file has one that brings numbers, which here are text: the
    properties by which a paragraph is rid of them."""
    kept: frozenset[str] = frozenset()
    """Our ids of paragraph styles that keep with the next paragraph, for which the file has one that does not."""
    kinds: bool = False
    """Whether bookmarks say what kind a block is, because styles do not."""
    bookmark: int = 0
    """The greatest number of a bookmark that is there already."""
    number: int | None = None
    """The instance of the numbering that headings name themselves where none other is given; None: styles do."""


class BodyWriter:
    """Writes paragraphs and gathers the comments on the way.

    `bookmarks` wraps every block in a hidden bookmark `_sc_ID`; `instances` gives the headings whose number
    Word counts in an instance other than the first, None where numbers are text.
    """

    def __init__(
        self, bookmarks: bool, instances: Mapping[str, int] | None, terms: Terms | None = None
    ) -> None:
        self.comments: list[Comment] = []
        self.styles: dict[str, None] = {}
        """Our ids of the styles that were named, each once."""
        self._bookmarks = bookmarks
        self._instances = instances
        self._terms = terms or Terms()
        self._blocks = self._terms.bookmark

    @property
    def bookmarks(self) -> int:
        """The greatest number of a bookmark so far."""
        return self._blocks

    def written(self, paragraphs: Iterable[PrintedParagraph]) -> str:
        """The XML of paragraphs."""
        return "".join(map(self._paragraph, paragraphs))

    def _paragraph(self, paragraph: PrintedParagraph) -> str:
        kind = paragraph.kind
        own_line = _SIGNOFF_LAST if paragraph.last_of_signoff else _OWN_LINE[kind]
        style = _RUN_IN[kind] if paragraph.run_in else own_line
        numbered = self._instances is not None and kind in HEADINGS
        content = "".join([self._piece(piece, paragraph.run_in, numbered) for piece in paragraph.pieces])
        number = self._number_properties(paragraph) if numbered else ""
        properties = number or self._terms.unnumbered.get(style, "")
        if style in self._terms.kept:
            properties = f"<w:keepNext/>{properties}"
        return f'<w:p><w:pPr><w:pStyle w:val="{self._id(style)}"/>{properties}</w:pPr>{content}</w:p>'

    def _id(self, style: str) -> str:
        self.styles[style] = None
        return self._terms.ids.get(style, style)

    def _number_properties(self, paragraph: PrintedParagraph) -> str:
        """The one paragraph property that no style can say: from here the numbers are counted anew."""
        assert self._instances is not None
        instance = self._instances.get(paragraph.pieces[0].block.id, self._terms.number)
        return "" if instance is None else number_properties(HEADINGS.index(paragraph.kind), instance)

    def _piece(self, piece: Piece, run_in: bool, numbered: bool) -> str:
        style = ""
        if run_in and piece.block.kind in HEADINGS:
            style = self._id(_LEAD[piece.block.kind])
        elif piece.bold_lead:
            style = self._id(POINT_LEAD)
        number = "" if numbered and piece.block.kind in HEADINGS else piece.number
        if any(run.bold or run.query or run.comment for run in piece.block.runs):
            content = self._marked(piece, style, number)
        elif style:
            content = text_run(number + _plain(piece.lead), style) + text_run(_plain(piece.rest))
        else:
            content = text_run(number + _plain(piece.block.runs))
        return self._bookmarked(content, piece.block) if self._bookmarks else content

    def _bookmarked(self, content: str, block: Block) -> str:
        self._blocks += 1
        number = self._blocks
        name = kind_bookmark(block.id, block.kind) if self._terms.kinds else BOOKMARK + block.id
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def _marked(self, piece: Piece, style: str, number: str) -> str:
        """The runs of a piece some of which are bold or commented on; neighbours that print alike are one."""
        spans = [_Span(number, style), *_spans(piece.lead, style), *_spans(piece.rest, "")]
        return "".join(
            self._remarked("".join(map(_printed, _alike(group))), remark)
            for remark, group in groupby(spans, key=attrgetter("remark"))
        )

    def _remarked(self, content: str, remark: str) -> str:
        if not remark:
            return content
        number = len(self.comments)
        self.comments.append(Comment(number, FORBIDDEN.sub("", remark)))
        mark = self._id(COMMENT_MARK)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )


def text_run(text: str, style: str = "", bold: bool = False) -> str:
    """One run, empty for no text; a forced line end becomes a line break."""
    if not text:
        return ""
    if not text.isprintable():
        text = FORBIDDEN.sub("", text)
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if AMBIGUOUS.search(text):
        properties += EAST_ASIAN
    if bold:
        properties += "<w:b/>"
    lines = "<w:br/>".join([_text(line) for line in text.split(FORCED_LINE_END)])
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>" if properties else f"<w:r>{lines}</w:r>"


def _text(line: str) -> str:
    """Blanks at the edges and doubled ones are lost unless they are asked for."""
    keep = ' xml:space="preserve"' if line != line.strip() or "  " in line else ""
    return f"<w:t{keep}>{escaped(line)}</w:t>" if line else ""


def _plain(runs: Iterable[Run]) -> str:
    return "".join([run.text for run in runs])


@dataclass(frozen=True, slots=True)
class _Span:
    """Text that prints in one way, with what is said of it."""

    text: str
    style: str
    bold: bool = False
    remark: str = ""


def _spans(runs: Iterable[Run], style: str) -> Iterator[_Span]:
    return (_Span(run.text, style, run.bold, comment_text(run)) for run in runs)


def _alike(spans: Iterable[_Span]) -> Iterator[_Span]:
    """Spans with neighbours of the same style and weight joined."""
    for (style, bold), group in groupby(spans, key=attrgetter("style", "bold")):
        yield _Span("".join([span.text for span in group]), style, bold)


def _printed(span: _Span) -> str:
    return text_run(span.text, span.style, span.bold)

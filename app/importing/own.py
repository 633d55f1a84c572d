"""Paragraphs that this program exported are read back by their styles and bookmarks; nothing of them is guessed.

A paragraph is of the kind of its style, also where the writer gave it another one of ours in Word. Its blocks
begin at their bookmarks: the first takes what stands before it, each takes what was written behind it, so a
block that was split keeps its id with its first part. What has lost its bookmark, or was written in Word, is
recognised as any other text is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.core.draft import FORCED_LINE_END, Block, plain_runs
from app.core.kinds import FORCED_LINES, HEAD_KINDS, HEADINGS, MARKERS, Kind, Lead
from app.core.lead import lead_length
from app.core.numbering import parse_number, print_number
from app.core.point_numbers import point_numbers
from app.core.spellings import heading_number
from app.importing.own_kinds import RUN_IN, own_kinds
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece
from app.layouts.word_names import STYLE_NAMES

REASON = "本程序导出的段落"
_UNMISTAKABLE = frozenset({STYLE_NAMES[Kind.TITLE], STYLE_NAMES[Kind.BODY], *RUN_IN})
"""Styles that nobody else calls so; 称谓 and 一级标题 are in files of others as well."""
_ALONE = frozenset({*HEAD_KINDS, Kind.PART})
"""Kinds in whose paragraph no other block stands."""
_WHOLE = frozenset({*_ALONE, Kind.CUE, Kind.CLOSING, Kind.SIGNOFF})
"""Kinds that their style tells without a bookmark: they have no number, and no points stand in them."""
_FIRST_NUMBER: Mapping[Kind, re.Pattern[str]] = {
    Kind.H1: re.compile("[^、]{1,6}、"),
    Kind.H2: re.compile("（[^）]{1,6}）"),
    Kind.H3: re.compile("[0-9]{1,4}\\."),
    Kind.H4: re.compile("（[0-9]{1,4}）"),
}
_ENDS = tuple("。！？；：…”）")


def is_own(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a source is a file that this program exported, be it without bookmarks."""
    return any(each.ids or each.style in _UNMISTAKABLE for each in paragraphs)


def own_pieces(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[Piece, ...]]:
    """The pieces of the paragraphs that were exported, by their index; those of a paragraph are its whole text."""
    if not is_own(paragraphs):
        return {}
    points = _Points()
    found: dict[int, tuple[Piece, ...]] = {}
    style = ""
    for index, (paragraph, kind) in enumerate(zip(paragraphs, own_kinds(paragraphs), strict=True)):
        if kind is not None and paragraph.ids:
            found[index] = tuple(_pieces(index, paragraph, kind, points, split=paragraph.style == style))
        elif kind in _WHOLE:
            assert kind is not None
            found[index] = (_piece(index, 0, len(paragraph.text), kind),)
        if index not in found or kind is Kind.PART:
            points.meet(kind)
        style = paragraph.style
    return found


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a block has: its length in the text, what it says, the marker of a point."""

    length: int = 0
    ordinal: int = 0
    marker: str = ""


@dataclass(slots=True)
class _Points:
    """How far the series of points came under the present heading; the one that went on last comes last."""

    ordinals: dict[str, int] = field(default_factory=dict[str, int])

    def meet(self, role: object) -> None:
        """Under a heading every series begins anew."""
        if role in HEADINGS or role is Kind.PART:
            self.ordinals.clear()

    def number(self, text: str) -> _Number | None:
        """The number with which a text begins: one that the draft would have printed here before any other spelling."""
        found = self._printed(text) or _typed_point(text)
        if found is not None:
            self.ordinals.pop(found.marker, None)
            self.ordinals[found.marker] = found.ordinal
        return found

    def marker(self) -> str:
        """That of a point that lost its number."""
        return next(reversed(self.ordinals), MARKERS[0])

    def _printed(self, text: str) -> _Number | None:
        recent = list(reversed(self.ordinals))
        for marker in (*recent, *(each for each in MARKERS if each not in recent)):
            following = self.ordinals.get(marker, 0) + 1
            for ordinal in (following, 1):
                for last in (False, True):
                    number = print_number(Kind.POINT, ordinal, marker, last and ordinal > 2)
                    if text.startswith(number):
                        return _Number(len(number), ordinal, marker)
        return None


def _typed_point(text: str) -> _Number | None:
    found = next(point_numbers(text), None)
    if found is None or not found.begins or found.stop >= len(text):
        return None
    return _Number(found.stop, found.ordinal, found.marker)


def _pieces(index: int, paragraph: Paragraph, kind: Kind, points: _Points, split: bool) -> Iterator[Piece]:
    """The blocks of a paragraph. `split` says that the one before has the same style, so that it may have been one."""
    text = paragraph.text
    starts = [0] if kind in _ALONE else _starts(paragraph, split)
    for at, (start, stop) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        end = _line_end(text, start, stop, kind)
        within = text[start:end]
        if at:
            number = points.number(within)
            role = Kind.BODY if number is None else Kind.POINT
        else:
            role, number = _first(paragraph, within, kind, points, split)
            points.meet(role)
        number = number or _Number(marker=points.marker() if role is Kind.POINT else "")
        goes_on = at + 1 < len(starts) and end == stop
        lead = _lead(paragraph, role, start + number.length, end, goes_on)
        yield _piece(index, start, end, role, number, joined=at > 0, lead=lead)
        if end < stop:
            yield Piece(index, end, stop, Kind.BODY, 0.7, "段内换行之后，像另一段")


def _piece(
    index: int,
    start: int,
    stop: int,
    role: Kind,
    number: _Number | None = None,
    joined: bool = False,
    lead: Lead = Lead.AUTO,
) -> Piece:
    number = number or _Number()
    return Piece(
        index,
        start,
        stop,
        role,
        1.0,
        REASON,
        number.length,
        number.ordinal,
        number.marker,
        joined,
        own=True,
        lead=lead,
    )


def _starts(paragraph: Paragraph, split: bool) -> list[int]:
    """Where the blocks of a paragraph begin.

    What stands before the first bookmark was written into its block, or is the end of a block that was split.
    """
    text, places = paragraph.text, [place for place, _ in paragraph.ids]
    cut_off = split and text[: places[0]].endswith(_ENDS)
    return sorted({0, *(place for place in (places if cut_off else places[1:]) if place < len(text))})


def _line_end(text: str, start: int, stop: int, kind: Kind) -> int:
    """Where the first line of a stretch ends; the whole is one where line ends may stand in it."""
    if kind in FORCED_LINES:
        return stop
    end = text.find(FORCED_LINE_END, start, stop)
    return stop if end < 0 else end + 1


def _first(
    paragraph: Paragraph, text: str, kind: Kind, points: _Points, split: bool
) -> tuple[Kind, _Number | None]:
    """What the first block of a paragraph is. Cut off from a heading or a point, it has the style but no number."""
    if kind in HEADINGS:
        number = _heading(paragraph.number, text, kind)
        if number is None and split:
            number = points.number(text)
            return (Kind.BODY if number is None else Kind.POINT), number
        return kind, number
    if kind is Kind.POINT:
        number = points.number(text)
        return (Kind.BODY if number is None and split else kind), number
    return kind, None


def _heading(computed: str, text: str, kind: Kind) -> _Number | None:
    """The number of a heading: the one that Word counts, else as it prints, else in another spelling."""
    if computed:
        said = heading_number(computed)
        return _Number(ordinal=said.ordinal if said else 0)
    match = _FIRST_NUMBER[kind].match(text)
    printed = parse_number(match.group()) if match else None
    if match and printed and printed[0] is kind:
        return _Number(match.end(), printed[2])
    said = heading_number(text)
    return None if said is None or said.loose else _Number(said.length, said.ordinal)


def _lead(paragraph: Paragraph, kind: Kind, start: int, stop: int, goes_on: bool) -> Lead:
    """How much of a block is set as its lead, where that is not as the rule has it."""
    text = paragraph.text[start:stop].rstrip(FORCED_LINE_END)
    rule = lead_length(Block("", kind, plain_runs(text)), goes_on)
    end = start + len(text)
    is_set = max(
        (min(last, end) for first, last in paragraph.leads if first < end and last > start), default=start
    )
    if kind in HEADINGS and paragraph.style in RUN_IN:
        length = is_set - start
        return Lead.AUTO if length == rule else Lead.NONE if not length else _all(length, text)
    if kind in HEADINGS:
        return Lead.AUTO if rule == len(text) or goes_on else Lead.ALL
    if kind is Kind.POINT and start < is_set != start + rule:
        return _all(is_set - start, text)
    return Lead.AUTO


def _all(length: int, text: str) -> Lead:
    return Lead.ALL if length == len(text) else Lead.AUTO

"""The pieces of one line of the body, once it is known what it is: a heading, points, a gap, text."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.kinds import Kind
from app.core.point_numbers import point_numbers
from app.core.spellings import heading_number
from app.importing.gaps import Remark
from app.importing.ladder import Heading
from app.importing.leads import lead_end
from app.importing.lines import Line
from app.importing.missing import MARK
from app.importing.pieces import Piece
from app.importing.report import Fate
from app.importing.series import Point

_GUESSED = 0.6
"""How sure is at most where a lead ends that no sentence ends."""


def whole_piece(line: Line, role: Kind | Fate, confidence: float, reason: str) -> Piece:
    """The piece that a line is as a whole."""
    return Piece(line.paragraph, line.start, line.stop, role, confidence, reason)


def fixed_piece(line: Line, head: Heading | None, runs_on: bool) -> Piece:
    """The piece of a line whose role the writer set."""
    assert line.fixed is not None
    piece = whole_piece(line, line.fixed, 1.0, "由你指定")
    if head is not None:
        return replace(piece, number=head.number, ordinal=head.ordinal)
    if line.fixed is Kind.POINT:
        number = next(point_numbers(line.text), None)
        if number is not None and number.begins and number.stop < len(line.text):
            return replace(
                piece, number=number.stop, ordinal=number.ordinal, marker=number.marker, joined=runs_on
            )
        return replace(piece, marker="是", joined=runs_on)
    return replace(piece, joined=runs_on and line.fixed is Kind.BODY)


def gap_pieces(line: Line, remark: Remark, runs_on: bool) -> list[Piece]:
    """A remark, which is not taken over, and the mark in its place."""
    reason = "原文说明此处有删节"
    mark = Piece(
        line.paragraph, line.stop, line.stop, Kind.BODY, 0.95, reason, joined=runs_on, inserted=remark.mark
    )
    return [whole_piece(line, Fate.GAP, 0.95, reason), mark]


def line_pieces(
    line: Line, head: Heading | None, inner: Sequence[Point], runs_on: bool, after_gap: bool
) -> list[Piece]:
    """The pieces of a line: what stands before its points, the points, what stands after them.

    `runs_on` says that the line goes on with the paragraph of the one before, `after_gap` that text is left out there.
    """
    pieces: list[Piece] = []
    lead = inner[0].start if inner else len(line.text)
    lost = bool(inner) and inner[0].missing > 0 and after_gap and lead > 0
    if lost:
        # What the gap cut off is the end of the point that is lost.
        pieces.append(_lost(line, 0, inner[0], runs_on))
    if head is not None:
        pieces += _head_pieces(line, head, lead)
    elif lead:
        confidence, reason = _text(line, inner)
        pieces.append(_stretch(line, 0, lead, Kind.BODY, confidence, reason, joined=runs_on or lost))
    for point in inner:
        joined = runs_on or bool(pieces)
        if point.missing and not (lost and point is inner[0]):
            pieces.append(_lost(line, point.start, point, joined))
            joined = True
        pieces.append(_point(line, point, joined))
    if inner and inner[-1].stop < len(line.text):
        stop = len(line.text)
        pieces.append(_stretch(line, inner[-1].stop, stop, Kind.BODY, 0.7, "要点之后的话", joined=True))
    return pieces


def _head_pieces(line: Line, head: Heading, stop: int) -> list[Piece]:
    """A heading up to a place in its line; what runs on behind its colon or its blanks is text."""
    end = lead_end(line.text[:stop], head.number) if head.number else 0
    piece = _stretch(line, 0, end or stop, head.kind, head.confidence, head.reason)
    found = [replace(piece, number=head.number, ordinal=head.ordinal)]
    if end:
        found[0] = replace(found[0], confidence=min(head.confidence, _GUESSED))
        colon = line.text[:end].rstrip()[-1] in "：:"
        reason = "冒号后面是正文，请核对" if colon else "空格后面是正文，请核对"
        found.append(_stretch(line, end, stop, Kind.BODY, _GUESSED, reason, joined=colon))
    return found


def _stretch(
    line: Line, start: int, stop: int, role: Kind, confidence: float, reason: str, joined: bool = False
) -> Piece:
    return Piece(
        line.paragraph, line.start + start, line.start + stop, role, confidence, reason, joined=joined
    )


def _text(line: Line, inner: Sequence[Point]) -> tuple[float, str]:
    """How surely a line is text, and why."""
    number = heading_number(line.computed or line.text) if not inner else None
    if number is not None and not number.loose:
        return 0.6, "有序号，但前后不连续，不像标题"
    return 0.95, "没有序号的段落"


def _lost(line: Line, at: int, point: Point, joined: bool) -> Piece:
    place = line.start + at
    return Piece(
        line.paragraph,
        place,
        place,
        Kind.POINT,
        0.7,
        "缺前一个序号",
        ordinal=point.ordinal - 1,
        marker=point.marker,
        joined=joined,
        inserted=MARK,
    )


def _point(line: Line, point: Point, joined: bool) -> Piece:
    return Piece(
        line.paragraph,
        line.start + point.start,
        line.start + point.stop,
        Kind.POINT,
        point.confidence,
        point.reason,
        number=point.text - point.start,
        ordinal=point.ordinal,
        marker=point.marker,
        joined=joined,
    )

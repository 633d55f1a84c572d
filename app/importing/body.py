"""The body of a speech: its lines become headings, points, gaps and text (README: ladder, series, gaps)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.kinds import Kind
from app.importing.forms import breaks_off
from app.importing.gaps import Remark, remarks
from app.importing.ladder import Heading, headings
from app.importing.lines import Line
from app.importing.missing import MARK, ContentsEntry, Missing, missing_headings
from app.importing.numbers import heading_number
from app.importing.pieces import Piece
from app.importing.points import point_numbers
from app.importing.report import Fate
from app.importing.series import NO_ORDINALS, Point, Stretch, points


@dataclass(frozen=True, slots=True)
class _Part:
    """A line, or what stands before, between and after the remarks in it: of which line, and which remark it is."""

    of: int
    line: Line
    remark: Remark | None = None


def body_pieces(lines: Sequence[Line], contents: Sequence[ContentsEntry] = ()) -> list[tuple[Piece, ...]]:
    """The pieces of every line, which cover it.

    Inserted pieces, which cover nothing, stand among them where they belong in the text. `contents` is what the
    目录 before the speech has; empty where there is none. Roles that are fixed are kept, the rest is worked out
    around them. A computed number is in no piece: where a line with one is neither heading nor point, it is text.
    """
    parts = [part for at, line in enumerate(lines) for part in _parts(at, line)]
    cut = [part.line for part in parts]
    heads = _without_remarks(headings(cut), parts)
    gaps = [at for at, part in enumerate(parts) if part.remark is not None]
    before: dict[int, list[Missing]] = {}
    for each in missing_headings(cut, heads, gaps, contents):
        before.setdefault(each.before, []).append(each)
    found: list[list[Piece]] = [[] for _ in lines]
    for at, pieces in enumerate(_pieces(parts, heads)):
        found[parts[at].of] += [
            _inserted(each, parts[at].line.start, parts[at].line) for each in before.get(at, ())
        ]
        found[parts[at].of] += pieces
    if lines:
        found[-1] += [_inserted(each, lines[-1].stop, lines[-1]) for each in before.get(len(parts), ())]
    return [tuple(pieces) for pieces in found]


def _without_remarks(heads: list[Heading | None], parts: Sequence[_Part]) -> list[Heading | None]:
    return [None if part.remark is not None else head for head, part in zip(heads, parts, strict=True)]


def _parts(at: int, line: Line) -> Iterator[_Part]:
    """A line, cut where it says that text is left out."""
    done = 0
    for remark in () if line.fixed is not None else remarks(line.text):
        stop = remark.stop + len(line.text[remark.stop :]) - len(line.text[remark.stop :].lstrip())
        if line.text[done : remark.start].strip():
            yield _Part(at, _cut(line, done, remark.start))
            done = remark.start
        yield _Part(at, _cut(line, done, stop), remark)
        done = stop
    if done < len(line.text):
        yield _Part(at, _cut(line, done, len(line.text)))


def _cut(line: Line, start: int, stop: int) -> Line:
    if (start, stop) == (0, len(line.text)):
        return line
    return replace(
        line,
        start=line.start + start,
        stop=line.start + stop,
        text=line.text[start:stop],
        computed=line.computed if start == 0 else "",
        bold_lead=max(0, min(line.bold_lead, stop) - start),
    )


def _inserted(each: Missing, place: int, line: Line) -> Piece:
    return Piece(
        line.paragraph, place, place, each.kind, 0.7, each.reason, ordinal=each.ordinal, inserted=each.text
    )


def _pieces(parts: Sequence[_Part], heads: Sequence[Heading | None]) -> list[list[Piece]]:
    """The pieces of every part, under one heading after the other."""
    result: list[list[Piece]] = []
    last: Mapping[str, int] = NO_ORDINALS
    first = 0
    for stop in range(1, len(parts) + 1):
        head = heads[stop] if stop < len(parts) else None
        if stop < len(parts) and head is None:
            continue
        found = _points(parts, heads, first, stop, last)
        last = _last_ordinals(found, heads[first], last)
        result += _under_one_heading(parts, heads, first, stop, found)
        first = stop
    return result


def _last_ordinals(
    found: Sequence[tuple[Point, ...]], head: Heading | None, last: Mapping[str, int]
) -> Mapping[str, int]:
    """The ordinals with which series ended, as long as lower headings follow."""
    kept = {} if head is not None and head.kind in (Kind.PART, Kind.H1) else dict(last)
    return kept | {point.marker: point.ordinal for points_ in found for point in points_}


def _points(
    parts: Sequence[_Part],
    heads: Sequence[Heading | None],
    first: int,
    stop: int,
    last: Mapping[str, int],
) -> list[tuple[Point, ...]]:
    stretches: list[Stretch] = []
    for at in range(first, stop):
        head, text = heads[at], parts[at].line.text
        if (
            parts[at].remark is not None
            or (head is not None and head.alone)
            or parts[at].line.fixed is not None
        ):
            stretches.append(Stretch(""))
            continue
        ended = at == first or heads[at - 1] is not None or not breaks_off(parts[at - 1].line)
        stretches.append(Stretch(text, head.number + 1 if head is not None else 0, ended))
    return points(stretches, last)


def _under_one_heading(
    parts: Sequence[_Part],
    heads: Sequence[Heading | None],
    first: int,
    stop: int,
    found: Sequence[tuple[Point, ...]],
) -> list[list[Piece]]:
    result: list[list[Piece]] = []
    alone: Point | None = None
    for at in range(first, stop):
        part, head, inner = parts[at], heads[at], found[at - first]
        line = part.line
        runs_on = at > 0 and parts[at - 1].of == part.of
        nothing_else = len(inner) == 1 and inner[0].start == 0 and inner[0].text >= len(line.text)
        carries = at + 1 < stop and parts[at + 1].remark is None and not _begins(found[at + 1 - first])
        if line.fixed is not None:
            pieces = [_fixed(line, head, at > 0 and parts[at - 1].line.paragraph == line.paragraph)]
        elif part.remark is not None:
            pieces = _gap(line, part.remark, runs_on)
        elif head is not None and head.alone:
            pieces = [_whole(line, Fate.NUMBER, head.confidence, head.reason)]
        elif nothing_else and carries:
            pieces = [_whole(line, Fate.NUMBER, inner[0].confidence, "下一行的序号")]
        else:
            after_gap = at > 0 and parts[at - 1].remark is not None
            inner = tuple(point for point in inner if line.text[point.text : point.stop].strip())
            pieces = _of_line(line, head, inner, runs_on, after_gap)
            if alone is not None:
                pieces[0] = replace(
                    pieces[0],
                    role=Kind.POINT,
                    ordinal=alone.ordinal,
                    marker=alone.marker,
                    confidence=alone.confidence,
                    reason=alone.reason,
                )
        alone = inner[0] if nothing_else and carries and part.remark is None and line.fixed is None else None
        result.append(pieces)
    return result


def _begins(inner: Sequence[Point]) -> bool:
    """Whether a line begins with a point of its own."""
    return bool(inner) and inner[0].start == 0


def _whole(line: Line, role: Kind | Fate, confidence: float, reason: str) -> Piece:
    return Piece(line.paragraph, line.start, line.stop, role, confidence, reason)


def _fixed(line: Line, head: Heading | None, runs_on: bool) -> Piece:
    """The piece of a line whose role the writer set."""
    assert line.fixed is not None
    piece = _whole(line, line.fixed, 1.0, "由你指定")
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


def _gap(line: Line, remark: Remark, runs_on: bool) -> list[Piece]:
    """A remark, which is not taken over, and the mark in its place."""
    reason = "原文说明此处有删节"
    mark = Piece(
        line.paragraph, line.stop, line.stop, Kind.BODY, 0.95, reason, joined=runs_on, inserted=remark.mark
    )
    return [_whole(line, Fate.GAP, 0.95, reason), mark]


def _of_line(
    line: Line, head: Heading | None, inner: Sequence[Point], runs_on: bool, after_gap: bool
) -> list[Piece]:
    """The pieces of a line: what stands before its points, the points, what stands after them."""
    pieces: list[Piece] = []
    lead = inner[0].start if inner else len(line.text)
    lost = bool(inner) and inner[0].missing > 0 and after_gap and lead > 0
    if lost:
        # What the gap cut off is the end of the point that is lost.
        pieces.append(_lost(line, 0, inner[0], runs_on))
    if head is not None:
        pieces.append(
            Piece(
                line.paragraph,
                line.start,
                line.start + lead,
                head.kind,
                head.confidence,
                head.reason,
                number=head.number,
                ordinal=head.ordinal,
            )
        )
    elif lead:
        confidence, reason = _text(line, inner)
        pieces.append(
            Piece(
                line.paragraph,
                line.start,
                line.start + lead,
                Kind.BODY,
                confidence,
                reason,
                joined=runs_on or lost,
            )
        )
    for point in inner:
        joined = runs_on or bool(pieces)
        if point.missing and not (lost and point is inner[0]):
            pieces.append(_lost(line, point.start, point, joined))
            joined = True
        pieces.append(_point(line, point, joined))
    if inner and inner[-1].stop < len(line.text):
        start = line.start + inner[-1].stop
        pieces.append(Piece(line.paragraph, start, line.stop, Kind.BODY, 0.7, "要点之后的话", joined=True))
    return pieces


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

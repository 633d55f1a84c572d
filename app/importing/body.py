"""The body of a speech: its lines become headings, points, gaps and text (README: ladder, series, gaps)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.kinds import Kind
from app.importing.forms import breaks_off
from app.importing.gaps import Remark, remarks
from app.importing.ladder import Heading, headings
from app.importing.line_pieces import fixed_piece, gap_pieces, line_pieces, whole_piece
from app.importing.lines import Line
from app.importing.missing import ContentsEntry, Missing, missing_headings
from app.importing.pieces import Piece
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
            or parts[at].line.fixed not in (None, Kind.POINT)
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
            pieces = [fixed_piece(line, head, at > 0 and parts[at - 1].line.paragraph == line.paragraph)]
        elif part.remark is not None:
            pieces = gap_pieces(line, part.remark, runs_on)
        elif head is not None and head.alone:
            pieces = [whole_piece(line, Fate.NUMBER, head.confidence, head.reason)]
        elif nothing_else and carries:
            pieces = [whole_piece(line, Fate.NUMBER, inner[0].confidence, "下一行的序号")]
        else:
            after_gap = at > 0 and parts[at - 1].remark is not None
            inner = tuple(point for point in inner if line.text[point.text : point.stop].strip())
            pieces = line_pieces(line, head, inner, runs_on, after_gap)
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

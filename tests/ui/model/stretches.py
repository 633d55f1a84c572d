"""What clipboard, drag, kinds and marks do to a stretch of the draft."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import groupby
from operator import add

from app.core.bare import without_number
from app.core.draft import FORCED_LINE_END, Draft, Run
from app.core.kinds import HEADINGS, Kind
from app.core.place import Place
from app.core.series import series
from tests.ui.model.lines import PLAIN, Letter, Line, Sheet, new_name, plain
from tests.ui.model.numbering import numbers
from tests.ui.model.writing import Done, make_kind, remove, spared, typed

_FORCED = (Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE)


@dataclass
class Piece:
    """What is on the clipboard. `part`: no whole line but text; `ends`: it goes past the end of its last line.

    `cut`: the text of the bound runs of which the first letters and the last are only a part.
    """

    lines: list[Line]
    part: bool = False
    ends: bool = False
    cut: tuple[str, str] = "", ""

    @property
    def is_words(self) -> bool:
        letters = self.lines[0].letters if len(self.lines) == 1 else []
        return self.part and not self.ends and bool(letters) and all(each.marks == PLAIN for each in letters)


def copied(draft: Draft, start: Place, stop: Place) -> Piece:
    """The stretch between two places."""
    lines = Sheet(draft).lines
    ends = start.index < stop.index and stop.offset == 0
    found = lines[start.index : stop.index + (not ends)]
    whole = ends or stop.offset == len(found[-1].letters)
    if not ends:
        del found[-1].letters[stop.offset :]
    del found[0].letters[: start.offset]
    part = start.offset > 0 or (len(found) == 1 and not whole)
    cut = _cut_at(draft, start), "" if ends else _cut_at(draft, stop)
    for at, line in enumerate(found):
        line.letters = [_cut(letter, line) for letter in line.letters]
        found[at] = line
    return Piece(found, part, ends, cut)


def words_of(draft: Draft, start: Place, stop: Place) -> str:
    """The text of the stretch, with the numbers of lines that it holds whole, but for a line alone."""
    piece = copied(draft, start, stop)
    texts = [line.text.replace(FORCED_LINE_END, "\n") for line in piece.lines]
    shown = numbers(Sheet(draft).lines)[start.index : start.index + len(texts)]
    if start.offset:
        shown[0] = ""
    if not piece.ends and (len(texts) == 1 or stop.offset < len(draft.blocks[stop.index].text)):
        shown[-1] = ""
    lines = map(add, shown, texts)
    first = next(lines, "")
    rest = ("" if line.joined else "\n" for line in piece.lines[1:])
    return first + "".join(map(add, rest, lines)) + ("\n" if piece.ends else "")


def _cut_at(draft: Draft, place: Place) -> str:
    """The text of the bound run that a place is within."""
    letters = Sheet(draft).lines[place.index].letters
    left, right = letters[: place.offset], letters[place.offset :]
    if not left or not right or not left[-1].marks.bind or left[-1].of != right[0].of:
        return ""
    return "".join(letter.char for letter in letters if letter.of == left[-1].of)


def _cut(letter: Letter, line: Line) -> Letter:
    """A placeholder of which a part is taken is no placeholder there."""
    if not letter.marks.placeholder:
        return letter
    text = "".join(each.char for each in line.letters if each.of == letter.of)
    return letter if text[0] == "【" and text[-1] == "】" else _without_placeholder(letter)


def _part(line: Line) -> None:
    """What is left of a placeholder of which a part was taken is none."""
    letters: list[Letter] = []
    for marks, group in groupby(line.letters, key=lambda letter: letter.marks):
        found = list(group)
        if marks.placeholder:
            text = "".join(letter.char for letter in found)
            whole = {at for match in re.finditer("【[^【】]*】", text) for at in range(*match.span())}
            found = [x if at in whole else _without_placeholder(x) for at, x in enumerate(found)]
        letters += found
    line.letters = letters


def _without_placeholder(letter: Letter) -> Letter:
    marks = replace(letter.marks, placeholder=False)
    return Letter(letter.char, marks, letter.of if marks.bind else 0)


def of_text(text: str, kind: Kind) -> Piece:
    """Lines of foreign text, without blanks around them where they are several; in a title they stay lines of it."""
    lines = text.split("\n")
    lines = [line.strip(" \t\u3000") for line in lines] if len(lines) > 1 else lines
    lines = [line.replace("\t", " ") for line in lines if line]
    if kind in _FORCED and lines:
        lines = [FORCED_LINE_END.join(lines)]
    return Piece([Line(plain(line)) for line in lines], part=len(lines) == 1)


def pasted(draft: Draft, start: Place, stop: Place, piece: Piece, bold: bool | None = None) -> Done:
    """A piece put in the place of a stretch; `bold` as for what is typed."""
    if piece.is_words and draft.blocks:
        return typed(draft, start, stop, piece.lines[0].text, bold)
    return dropped(draft, start, stop if piece.ends else spared(draft, start, stop), piece)


def dropped(draft: Draft, start: Place, stop: Place, piece: Piece) -> Done:
    """A piece put in as blocks, also where it is no more than words."""
    sheet = Sheet(draft)
    sheet.begin()
    remove(sheet, start, stop)
    _part(sheet.lines[start.index])
    return _finished(sheet, *_put_in(sheet, start, piece))


def moved(draft: Draft, start: Place, stop: Place, to: Place) -> Done:
    """A stretch dragged to a place outside of it."""
    order = [(place.index, place.offset) for place in (start, to, stop)]
    if sorted(order) == order:
        return draft, to
    piece = copied(draft, start, stop)
    sheet = Sheet(draft)
    remove(sheet, start, stop)
    _part(sheet.lines[start.index])
    if order[1] > order[2]:
        same = to.index == stop.index
        offset = to.offset - stop.offset + start.offset if same else to.offset
        to = Place(to.index - stop.index + start.index, offset)
    return _finished(sheet, *_put_in(sheet, to, piece))


def _finished(sheet: Sheet, end: Line, offset: int) -> Done:
    done = sheet.planned()
    return done, Place(done.index_of(end.id), offset)


def _put_in(sheet: Sheet, place: Place, piece: Piece) -> tuple[Line, int]:
    """Text goes on in the line, what is more than text stands by itself; the line and offset where it ends."""
    lines, at = sheet.lines, place.index
    line = lines[at]
    new = _named_anew(piece, lines)
    first = new[0]
    is_text = piece.part or (first.kind is Kind.BODY and first.section is None)
    if len(new) == 1 and not piece.ends and (is_text or line.letters):
        _insert(line.letters, place.offset, first.letters, piece.cut)
        return line, place.offset + len(first.letters)
    before, after = _halves(line, place.offset)
    if is_text and (before or not after):
        line.letters = _beside(before, first.letters, piece.cut[0])
        new[0] = line
    elif before:
        line.letters = before
        new.insert(0, line)
    elif not after:
        first.section = first.section or (line.section if line.kind is Kind.BODY else None)
        first.id = first.id if first.id == piece.lines[0].id else line.id  # a copy is that line now
    last = new[-1]
    end = len(last.letters)
    if not after:
        lines[at : at + 1] = new
        return last, end
    if not piece.ends and last.section is None and last.kind in (Kind.BODY, line.kind):
        kept = last if before else line
        kept.letters = _beside(last.letters, after, piece.cut[1])
        new[-1] = kept
        lines[at : at + 1] = new
        return kept, end
    rest = line
    if before:
        again = line.kind in (Kind.POINT, Kind.BYLINE, Kind.SIGNOFF)
        rest = Line(kind=line.kind, marker=line.marker, joined=line.joined) if again else Line()
    rest.letters = after
    lines[at : at + 1] = [*new, rest]
    return (rest, 0) if piece.ends else (last, end)


def _halves(line: Line, offset: int) -> tuple[list[Letter], list[Letter]]:
    """What is before and after an offset; a placeholder that is cut is none any more."""
    before, after = line.letters[:offset], line.letters[offset:]
    cut = before and after and before[-1].of == after[0].of and before[-1].of
    halves = (
        [_without_placeholder(x) if cut and x.of == cut else x for x in half] for half in (before, after)
    )
    return tuple(halves)  # type: ignore[return-value]


def _named_anew(piece: Piece, kept: Iterable[Line]) -> list[Line]:
    """The piece's lines, with other ids where the draft has theirs, and bound runs that are no one else's."""
    known = {line.id for line in kept}
    sections = {line.section.id for line in kept if line.section}
    new = deepcopy(piece.lines)
    for line in new:
        line.letters = [letter._replace(of=-letter.of) for letter in line.letters]
        line.id = new_name() if line.id in known else line.id
        if line.section is not None and line.section.id in sections:
            line.section = replace(line.section, id=new_name())
    if piece.part:
        new[0] = Line(new[0].letters)
    return new


def _insert(letters: list[Letter], offset: int, new: list[Letter], cut: tuple[str, str]) -> None:
    """Unmarked text within a marked run takes its marks; what is bound to the same is there a part of it, too."""
    before, after = letters[:offset], letters[offset:]
    left, right = letters[offset - 1 : offset], letters[offset : offset + 1]
    if left and right and left[0][1:] == right[0][1:]:
        marks = PLAIN, left[0].marks if left[0].marks.bind and not left[0].marks.placeholder else PLAIN
        if all(each.marks in marks for each in new):
            new = [Letter(each.char, left[0].marks, left[0].of) for each in new]
            cut = "", ""
    letters[:] = _beside(_beside(before, new, cut[0]), after, cut[1])


def _beside(before: list[Letter], after: list[Letter], cut: str) -> list[Letter]:
    """Letters one after the other; parts of a bound run that make the whole again are one."""
    if cut and before and after and before[-1].marks == after[0].marks:
        one, other = before[-1].of, after[0].of
        text = "".join(letter.char for letter in before if letter.of == one)
        text += "".join(letter.char for letter in after if letter.of == other)
        if text == cut:
            return before + [x._replace(of=one) if x.of == other else x for x in after]
    return before + after


# Kinds and marks of what is selected


def _selected(draft: Draft, start: Place, stop: Place) -> range:
    """The lines of a selection; that at whose start it ends is not."""
    last = stop.index - (stop.offset == 0 and start.index < stop.index)
    return range(start.index, min(last + 1, len(draft.blocks)))


def kind_set(draft: Draft, start: Place, stop: Place, kind: Kind, marker: str) -> Done:
    sheet = Sheet(draft)
    sheet.begin()
    for at in _selected(draft, start, stop) or range(1):
        make_numbered(sheet.lines, at, kind, marker)
    return sheet.planned(), None


def make_numbered(lines: list[Line], at: int, kind: Kind, marker: str) -> None:
    """Another kind by a command: a number that is written at the start goes, and says which point it is."""
    line = lines[at]
    if kind in (Kind.POINT, *HEADINGS):
        above = [
            each for each in lines[:at] if each.letters and each.kind in (Kind.PART, Kind.POINT, *HEADINGS)
        ]
        goes_on = bool(above) and (above[-1].kind, above[-1].marker) == (Kind.POINT, "首先")
        bare = without_number(line.block(), kind, goes_on)
        del line.letters[: len(line.letters) - len(bare.text)]
        line.marker = bare.marker
    make_kind(line, kind, marker)


def joined_toggled(draft: Draft, start: Place, stop: Place) -> Done:
    sheet = Sheet(draft)
    lines = [sheet.lines[at] for at in _selected(draft, start, stop)]
    lines = [line for line in lines if line.kind in (Kind.POINT, Kind.BODY)]
    joined = not all(line.joined for line in lines)
    for line in lines:
        line.joined = joined
    return sheet.planned(), None


def restart_toggled(draft: Draft, start: Place, stop: Place) -> Done:
    """The first heading or point that is selected begins with one again, or goes on."""
    sheet = Sheet(draft)
    lines = [sheet.lines[at] for at in _selected(draft, start, stop)]
    line = next((line for line in lines if line.kind in (Kind.POINT, *HEADINGS)), None)
    if line is None:
        return draft, None
    line.restart = not line.restart
    return sheet.planned(), None


def series_toggled(draft: Draft, start: Place, stop: Place) -> Done:
    """The series of points that the selection touches run on in their paragraphs, or are parted where all do."""
    sheet = Sheet(draft)
    chosen = {_point_of(sheet.lines, at) for at in _selected(draft, start, stop)}
    found = [each for each in series(draft.blocks) if any(each[0] <= at <= each[-1] for at in chosen)]
    joining = [
        line
        for each in found
        for at, line in enumerate(sheet.lines[each[0] : each[-1] + 1], each[0])
        if line.letters and line.kind in (Kind.POINT, Kind.BODY)
        if at > each[0] or _may_run_on(sheet.lines, at)
    ]
    joined = not all(line.joined for line in joining)
    parting = [sheet.lines[at] for each in found for at in each]
    for line in joining if joined else parting if joining else ():
        line.joined = joined
    return sheet.planned(), None


def _point_of(lines: list[Line], at: int) -> int:
    """The point that a line of text is joined to; itself where it is none."""
    first = at
    while first and lines[first].kind is Kind.BODY and lines[first].joined:
        first -= 1
    return first if lines[first].kind is Kind.POINT else at


def _may_run_on(lines: list[Line], at: int) -> bool:
    """Whether the first point of a series can run on: after text, or a heading that ends with a mark."""
    before = lines[at - 1] if at else Line(kind=Kind.TITLE)
    return before.kind in (Kind.POINT, Kind.BODY) or before.text.endswith(tuple("。！？；：，、…—”）"))


def marked(
    draft: Draft, start: Place, stop: Place, mark: Callable[[list[Run]], Callable[[Run], Run]]
) -> Done:
    """Marks of a stretch; a bound run or placeholder of which a part is in it is in it whole.

    `mark` is told the marks of all its letters and gives what becomes of each.
    """
    sheet = Sheet(draft)
    chosen: list[tuple[Line, int]] = []
    for index in range(start.index, min(stop.index + 1, len(sheet.lines))):
        line = sheet.lines[index]
        first = start.offset if index == start.index else 0
        last = stop.offset if index == stop.index else len(line.letters)
        whole = {letter.of for letter in line.letters[first:last]} - {0}
        chosen += [
            (line, at)
            for at, letter in enumerate(line.letters)
            if first < last and (first <= at < last or letter.of in whole)
        ]
    change = mark([line.letters[at].marks for line, at in chosen])
    for line, at in chosen:
        line.letters[at] = line.letters[at]._replace(marks=change(line.letters[at].marks))
    return sheet.planned(), None


def bold(all_marks: list[Run]) -> Callable[[Run], Run]:
    wanted = not all(marks.bold for marks in all_marks)
    return lambda marks: replace(marks, bold=wanted)


def query(all_marks: list[Run]) -> Callable[[Run], Run]:
    wanted = not all(marks.query for marks in all_marks)
    return lambda marks: replace(marks, query=wanted)


def comment(text: str) -> Callable[[list[Run]], Callable[[Run], Run]]:
    return lambda _: lambda marks: replace(marks, comment=text)

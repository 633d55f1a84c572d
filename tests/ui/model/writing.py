"""What keys and input method do: typing, Return, Backspace, Delete, and numbers that are typed."""

import re
from dataclasses import replace

from app.core.computed import computed_texts
from app.core.draft import FORCED_LINE_END, Draft, Section
from app.core.kinds import HEAD_KINDS, Kind
from app.core.place import Place
from tests.ui.model.lines import PLAIN, Letter, Line, Sheet, plain
from tests.ui.model.numbering import ordinal

Done = tuple[Draft, Place | None]
"""The draft after a deed, and where the cursor is; None where it stays with its line."""

_AGAIN = (Kind.POINT, Kind.BYLINE, Kind.SIGNOFF)
_PLAIN_FIRST = (
    Kind.H1,
    Kind.H2,
    Kind.H3,
    Kind.H4,
    Kind.POINT,
    Kind.PART,
    Kind.CUE,
    Kind.CLOSING,
    Kind.SIGNOFF,
)


def remove(sheet: Sheet, start: Place, stop: Place) -> None:
    """Take out a stretch that is selected; of all is left a line of body."""
    if start == stop:
        return
    is_all = start == Place(0, 0) and stop == Place(len(sheet.lines) - 1, len(sheet.lines[-1].letters))
    lower = sheet.lines[stop.index]
    close(sheet, start, stop)
    if is_all and start.index < stop.index:
        sheet.lines[0] = Line(id=lower.id)


def close(sheet: Sheet, start: Place, stop: Place) -> None:
    """Bring two places together. Two lines become one: the upper, unless nothing is left of it."""
    upper, lower = sheet.lines[start.index], sheet.lines[stop.index]
    head, tail = upper.letters[: start.offset], lower.letters[stop.offset :]
    kept = upper if head or upper is lower else lower
    kept.letters = head + tail
    sheet.lines[start.index : stop.index + 1] = [kept]


def whole(draft: Draft, start: Place, stop: Place) -> tuple[Place, Place]:
    """A stretch that is done something with: a placeholder of which it takes one bracket is in it whole."""
    if start == stop:
        return start, stop
    first, last = placeholder_around(draft, start), placeholder_around(draft, stop)
    if first == last:
        return start, stop
    return first[0] if first else start, last[1] if last else stop


def placeholder_around(draft: Draft, place: Place) -> tuple[Place, Place] | None:
    """The placeholder that has a place between its brackets."""
    letters = Sheet(draft).lines[place.index].letters if draft.blocks else []
    left, right = letters[: place.offset][-1:], letters[place.offset :][:1]
    if not left or not right or not left[0].marks.placeholder or left[0].of != right[0].of:
        return None
    at = [index for index, letter in enumerate(letters) if letter.of == left[0].of]
    return Place(place.index, at[0]), Place(place.index, at[-1] + 1)


def spared(draft: Draft, start: Place, stop: Place) -> Place:
    """Where a stretch of whole lines ends in whose place something is written: before the end of the last."""
    if start.offset or stop.offset or start.index == stop.index:
        return stop
    return Place(stop.index - 1, len(draft.blocks[stop.index - 1].text))


def removed(draft: Draft, start: Place, stop: Place) -> Done:
    """A selection deleted or cut; where it is whole points, their series keeps its end marks.

    What a line end in it parted is one again.
    """
    sheet = Sheet(draft)
    points = any(line.kind is Kind.POINT for line in _whole(sheet, start, stop))
    again = _has_line_end(sheet, start, stop) and _make_one(sheet, start, stop)
    remove(sheet, start, stop)
    if _has_line_end(Sheet(draft), start, stop) and sheet.lines[start.index].letters:
        again = _fill_again(sheet.lines[start.index], start.offset) or again
    return sheet.planned() if points or again else sheet.own(), start


def _has_line_end(sheet: Sheet, start: Place, stop: Place) -> bool:
    within = sheet.lines[start.index].letters[start.offset : stop.offset]
    return start.index < stop.index or any(letter.char == FORCED_LINE_END for letter in within)


def composed_over(draft: Draft, start: Place, stop: Place) -> Draft:
    """A draft while an input method composes in the place of a selection."""
    sheet = Sheet(draft)
    remove(sheet, start, stop)
    return sheet.own()


def _whole(sheet: Sheet, start: Place, stop: Place) -> list[Line]:
    """The lines that a stretch is, with the line end before or behind them; none where it is anything else."""
    upper, lower = sheet.lines[start.index], sheet.lines[stop.index]
    if start.index == stop.index:
        return []
    if start.offset == 0 and stop.offset == 0:
        return sheet.lines[start.index : stop.index]
    if start.offset == len(upper.letters) and stop.offset == len(lower.letters):
        return sheet.lines[start.index + 1 : stop.index + 1]
    return []


def typed(draft: Draft, start: Place, stop: Place, text: str, wanted: bool | None = None) -> Done:
    """Text in the place of a stretch. It is within a mark only where the mark is on both sides of it.

    `wanted`: bold or plain, where the writer said so.
    """
    sheet = Sheet(draft)
    stop = spared(draft, start, stop)
    if not sheet.lines:
        sheet.begin()
        sheet.lines[0].letters = [Letter(char, replace(PLAIN, bold=bool(wanted))) for char in text]
        return sheet.planned(), Place(0, len(text))
    first = _first_letter(sheet, start, stop)
    upper, lower = sheet.lines[start.index].letters, sheet.lines[stop.index].letters
    left = upper[start.offset - 1] if start.offset else Letter("")
    right = lower[stop.offset] if stop.offset < len(lower) else Letter("")
    marks = _common(left, right)
    bold = first.marks.bold if first else left.marks.bold
    if wanted is not None and not marks.placeholder and marks.bind is None:
        bold = wanted
    of = left.of if left.of == right.of else 0
    remove(sheet, start, stop)
    letters = [Letter(char, replace(marks, bold=bold), of) for char in text]
    sheet.lines[start.index].letters[start.offset : start.offset] = letters
    return sheet.own(), Place(start.index, start.offset + len(text))


def is_bold_before(draft: Draft, place: Place) -> bool:
    """Whether the letter before a place is bold, so that what is typed there is, too."""
    letters = Sheet(draft).lines[place.index].letters if draft.blocks else []
    return place.offset > 0 and letters[place.offset - 1].marks.bold


def is_within_value(draft: Draft, place: Place) -> bool:
    """Whether a place is within a bound run or placeholder, which is bold as a whole or not."""
    letters = Sheet(draft).lines[place.index].letters if draft.blocks else []
    if not 0 < place.offset < len(letters):
        return False
    marks = _common(letters[place.offset - 1], letters[place.offset])
    return marks.placeholder or marks.bind is not None


def _first_letter(sheet: Sheet, start: Place, stop: Place) -> Letter | None:
    for index in range(start.index, stop.index + 1):
        letters = sheet.lines[index].letters
        begin = start.offset if index == start.index else 0
        end = stop.offset if index == stop.index else len(letters)
        if begin < end:
            return letters[begin]
    return None


def _common(left: Letter, right: Letter) -> type(PLAIN):  # type: ignore[valid-type]
    one, other = left.marks, right.marks
    same = left.of == right.of
    between = left.char == "】" or right.char == "【"
    return replace(
        PLAIN,
        bind=one.bind if same else None,
        placeholder=one.placeholder and other.placeholder and not between,
        query=one.query and other.query,
        comment=one.comment if one.comment == other.comment else "",
    )


# Return, Backspace, Delete


def returned(draft: Draft, start: Place, stop: Place) -> Done:
    """Return over a stretch."""
    sheet = Sheet(draft)
    sheet.begin()
    if start != stop:
        remove(sheet, start, stop)
        draft = sheet.planned()
    elif not draft.blocks:
        draft = sheet.planned()
    return _returned(draft, start)


def _returned(draft: Draft, place: Place) -> Done:
    sheet = Sheet(draft)
    lines, at = sheet.lines, place.index
    line = lines[at]
    is_head = line.kind in HEAD_KINDS
    if not line.letters and line.kind is Kind.BODY and line.joined:
        line.joined = False
        return sheet.planned(), place
    if not line.letters and not is_head and line.kind is not Kind.BODY:
        make_kind(line, Kind.BODY)
        return sheet.planned(), place
    if place.offset >= len(line.letters):
        below = lines[at + 1] if at + 1 < len(lines) else None
        again = line.kind in _AGAIN and bool(line.letters)
        if is_head and not again and below is not None and below.kind in HEAD_KINDS:
            return draft, Place(at + 1, 0)
        new = Line(kind=line.kind, marker=line.marker, joined=line.joined) if again else Line()
        lines.insert(at + 1, new)
    elif place.offset == 0:
        if is_head:
            return draft, place
        lines.insert(at, Line())
        return sheet.planned(), Place(at + 1, 0)
    elif line.kind in (Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE):
        line.letters.insert(place.offset, Letter(FORCED_LINE_END))
        return sheet.planned(), Place(at, place.offset + 1)
    else:
        new = Line(line.letters[place.offset :])
        if line.kind in _AGAIN:
            new.kind, new.marker, new.joined = line.kind, line.marker, line.joined
        del line.letters[place.offset :]
        lines.insert(at + 1, new)
    done = sheet.planned()
    return done, Place(done.index_of(new.id), 0)


def make_kind(line: Line, kind: Kind, marker: str = "") -> None:
    """Another kind; a section that says nothing goes, unless an h1 needs one. Given again it goes on with the numbers."""
    section = line.section
    if section is not None and kind is not Kind.H1 and replace(section, id="") == Section(""):
        section = None
    other_marker = kind is line.kind is Kind.POINT and marker not in ("", line.marker)
    line.restart = line.restart and other_marker
    line.kind, line.section = kind, section
    line.marker = marker or line.marker if kind is Kind.POINT else ""


def backspaced(draft: Draft, place: Place) -> Done:
    """Backspace without a selection: a letter; at the start of a line what makes it more than body, then the border."""
    sheet = Sheet(draft)
    if not sheet.lines:
        return draft, place
    line = sheet.lines[place.index]
    if place.offset:
        if is_line_end(draft, Place(place.index, place.offset - 1)):
            return _line_end_taken(draft, Place(place.index, place.offset - 1))
        del line.letters[place.offset - 1]
        return sheet.own(), Place(place.index, place.offset - 1)
    if line.kind in _PLAIN_FIRST:
        make_kind(line, Kind.BODY)
        return sheet.planned(), place
    return (_joined(draft, place.index - 1)) if place.index else (draft, place)


def deleted(draft: Draft, place: Place) -> Done:
    """Delete without a selection: the letter after the cursor, or the border."""
    sheet = Sheet(draft)
    if not sheet.lines:
        return draft, place
    letters = sheet.lines[place.index].letters
    if place.offset < len(letters):
        if is_line_end(draft, place):
            return _line_end_taken(draft, place)
        del letters[place.offset]
        return sheet.own(), place
    return _joined(draft, place.index) if place.index + 1 < len(sheet.lines) else (draft, place)


def is_line_end(draft: Draft, place: Place) -> bool:
    """Whether a forced line end stands behind a place, and in no bound run or placeholder."""
    letters = Sheet(draft).lines[place.index].letters if draft.blocks else []
    found = letters[place.offset : place.offset + 1]
    return [(letter.char, letter.of) for letter in found] == [(FORCED_LINE_END, 0)]


def _line_end_taken(draft: Draft, place: Place) -> Done:
    """A forced line end taken out: what it parted is one again."""
    sheet = Sheet(draft)
    stop = Place(place.index, place.offset + 1)
    _make_one(sheet, place, stop)
    close(sheet, place, stop)
    _fill_again(sheet.lines[place.index], place.offset)
    return sheet.planned(), place


def _joined(draft: Draft, index: int) -> Done:
    sheet = Sheet(draft)
    border, below = Place(index, len(sheet.lines[index].letters)), Place(index + 1, 0)
    _make_one(sheet, border, below)
    close(sheet, border, below)
    _fill_again(sheet.lines[index], border.offset)
    return sheet.planned(), border


def _make_one(sheet: Sheet, start: Place, stop: Place) -> bool:
    """Make what is left of two bound runs on both sides of a stretch one, where these are halves; whether they are."""
    upper, lower = sheet.lines[start.index], sheet.lines[stop.index]
    left, right = upper.letters[: start.offset], lower.letters[stop.offset :]
    if not (left and right) or not _halves(sheet, start, stop, left, right):
        return False
    one, other = left[-1].of, right[0].of
    said = _said(left, one) + (_said(right, other) if one != other else "")
    is_one = re.fullmatch("【[^【】]*】", said) is not None

    def joined(letter: Letter) -> Letter:
        marks = replace(letter.marks, placeholder=True) if is_one else letter.marks
        return letter._replace(of=one, marks=marks) if letter.of in (one, other) else letter

    upper.letters[: start.offset] = map(joined, left)
    lower.letters[stop.offset :] = map(joined, right)
    return True


def _said(letters: list[Letter], of: int) -> str:
    return "".join(letter.char for letter in letters if letter.of == of)


def _fill_again(line: Line, seam: int) -> bool:
    """Where 【待填…】 was put together again at a seam, it is a placeholder; whether there was one."""
    for match in re.finditer("【待填[^【】]*】", line.text):
        if match.start() < seam < match.end():
            return _make_to_fill(line, match)
    return False


def _halves(sheet: Sheet, start: Place, stop: Place, left: list[Letter], right: list[Letter]) -> bool:
    """Whether what is left of two runs is bound to the same, and neither says all of a value."""
    one, other = left[-1], right[0]
    if one.marks.bind is None or one.marks != other.marks or one.marks.placeholder:
        return False
    parts = [Line(left), Line(right)]
    rest = [*sheet.lines[: start.index], *parts, *sheet.lines[stop.index + 1 :]]
    parted = replace(sheet.before, blocks=tuple(line.block() for line in rest))
    computed = computed_texts(parted)
    said = _said(left, one.of), _said(right, other.of)
    whole = computed.get((start.index, len(parts[0].block().runs) - 1)), computed.get((start.index + 1, 0))
    return said[0] != said[1] and whole[0] != said[0] and whole[1] != said[1]


# Numbers that are typed

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_STARTS = (
    (Kind.H1, "", f"({_NUMERAL})、"),
    (Kind.H2, "", f"[（(]({_NUMERAL})[）)]"),
    (Kind.H4, "", "[（(]([1-9][0-9]?)[）)]"),
    (Kind.H3, "", r"([1-9][0-9]?)[.．](?=[^0-9])"),
    (Kind.POINT, "是", f"({_NUMERAL})是"),
    (Kind.POINT, "要", f"({_NUMERAL})要"),
)


def made_by_number(draft: Draft, before: Place, after: Place) -> Done | None:
    """What is made where typing from one place to another completed a number at the start of a line.

    The line is body, or a heading or point in which nothing stood before.
    """
    if before.index != after.index or draft.blocks[after.index].kind not in (Kind.BODY, *_PLAIN_FIRST[:5]):
        return None
    for kind, marker, start in _STARTS:
        sheet = Sheet(draft)
        line = sheet.lines[after.index]
        match = re.match(f"{start}([ \t\xa0\u2002\u2003\u3000]*)", line.text)
        if match is None:
            continue
        needed = match.end() + 1 if kind is Kind.H3 else match.start(2)
        if not before.offset < needed <= after.offset or any(each.of for each in line.letters[: match.end()]):
            continue
        whole = line.letters
        is_all = after.offset == len(whole) and (before.offset == 0 or needed == len(whole))
        if line.kind is not Kind.BODY and not is_all:
            continue
        make_kind(line, kind, marker)
        line.restart = False
        line.letters = whole[match.end() :] or whole
        follows = ordinal(sheet.lines, after.index)
        line.letters = whole[match.end() :]
        said = _value(match[1])
        if said not in (1, follows):
            continue
        line.restart = said == 1 != follows
        return sheet.planned(), Place(after.index, max(0, after.offset - match.end()))
    return None


def number_between(draft: Draft, place: Place) -> bool:
    """Whether a place is right before the bracket that closes a number at the start of its line."""
    match = re.match(f"[（(]({_NUMERAL}|[1-9][0-9]?)[）)]", draft.blocks[place.index].text)
    return match is not None and place.offset == match.end() - 1


def to_fill(draft: Draft, before: Place, after: Place) -> Done | None:
    """What is made where typing from one place to another completed 【待填…】: a placeholder, where it is plain.

    It is complete with its bracket, or within a pair of brackets with the word.
    """
    sheet = Sheet(draft)
    line = sheet.lines[after.index]
    for match in re.finditer("【待填[^【】]*】", line.text):
        within = match.start() < after.offset < match.end()
        if match.end() == after.offset or (within and before.offset < match.start() + 3 <= after.offset):
            return (sheet.planned(), after) if _make_to_fill(line, match) else None
    return None


def _make_to_fill(line: Line, match: re.Match[str]) -> bool:
    """Make a placeholder of a stretch that is plain and marked alike; whether it is."""
    found = line.letters[match.start() : match.end()]
    if len({x.marks for x in found}) > 1 or any(x.of for x in found):
        return False
    marks = replace(found[0].marks, placeholder=True)
    line.letters[match.start() : match.end()] = [x._replace(marks=marks) for x in found]
    return True


def _value(numeral: str) -> int:
    if numeral.isascii():
        return int(numeral)
    digits = "零一二三四五六七八九"
    if "十" not in numeral:
        return digits.index(numeral) if len(numeral) == 1 else -1
    tens, _, ones = numeral.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones or tens == "一":
        return -1
    return (digits.index(tens) if tens else 1) * 10 + (digits.index(ones) if ones else 0)


def points_offered(draft: Draft, place: Place, begin: int | None = None) -> Done | None:
    """What Tab makes of 「；二是」 in what was typed last, which begins there, None: its last letter.

    The line is cut before it and before what is written of its series from 一是 on, or from what comes next; the
    points run on.
    """
    if place.index >= len(draft.blocks) or draft.blocks[place.index].kind not in (Kind.BODY, Kind.POINT):
        return None
    sheet = Sheet(draft)
    line = sheet.lines[place.index]
    whole, text = line.letters, line.text[: place.offset]
    found = [
        match
        for match in re.finditer(f"({_NUMERAL})([是要])", text)
        if not any(letter.of for letter in whole[match.start() : match.end()])
        and (text[match.start() - 1] in "。；：" if match.start() else line.kind is Kind.BODY)
    ]
    if (
        not found
        or not found[-1].start()
        or found[-1].end() <= (place.offset - 1 if begin is None else begin)
    ):
        return None
    marker = found[-1][2]
    point = Line(plain("文"), Kind.POINT, marker=marker)
    follows = ordinal([*sheet.lines[: place.index + 1], point], place.index + 1)
    of_marker = [match for match in found if match[2] == marker]
    said = [_value(match[1]) for match in of_marker]
    first = len(said) - 1
    while first and said[first] > 1 and said[first - 1] == said[first] - 1:
        first -= 1
    if said[first] != 1:
        if follows not in said[first:]:
            return None
        first += said[first:].index(follows)
    elif first == len(said) - 1:
        return None
    cuts = of_marker[first:]
    ends = [match.start() for match in cuts[1:]] + [len(whole)]
    points = [
        Line(whole[match.end() : end], Kind.POINT, marker=marker, joined=True)
        for match, end in zip(cuts, ends, strict=True)
    ]
    if cuts[0].start():
        line.letters = whole[: cuts[0].start()]
        sheet.lines[place.index + 1 : place.index + 1] = points
    else:
        make_kind(line, Kind.POINT, marker)
        line.letters = points[0].letters
        sheet.lines[place.index + 1 : place.index + 1] = points[1:]
        points[0] = line
    points[0].restart = said[first] == 1 != follows
    at = next(at for at, each in enumerate(sheet.lines) if each is points[-1])
    return sheet.planned(), Place(at, place.offset - cuts[-1].end())

"""Numbers that the writer types: at the start of a paragraph they make its kind, in mid-paragraph a point is offered.

Only a number that leads on is taken: one, or the next of its series. 「二、三产业」 at the start of a
paragraph stays text unless 二、 is the next; 「1.」 waits for what follows it, because 1.5 is no number (1. 5 is);
「首先，」 is never taken by itself. In an empty heading or point a typed number is taken as well, so that none
stands there twice: 「二是」 after Return, when 二是 is there already, or 「二、」 where the next point would be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft, Run, cut_runs
from app.core.ids import NewId, random_id
from app.core.kinds import NUMBERED, Kind
from app.core.numbering import ordinals
from app.core.numerals import from_chinese
from app.core.place import Place
from app.core.plan import Plan
from app.core.spellings import BLANK
from app.core.structure import of_kind, spliced, split_runs
from app.core.writing import Stroke

_CHINESE = "[一二三四五六七八九十]{1,3}"
_DIGIT = "0-9０-９"
_FIGURES = f"[1-9１-９][{_DIGIT}]?"
"""Also as an input method in full width gives them."""
_STARTS: tuple[tuple[Kind, str, str], ...] = (
    (Kind.H1, "", f"(?P<n>{_CHINESE})、"),
    (Kind.H2, "", f"[（(](?P<n>{_CHINESE})[）)]"),
    (Kind.H4, "", f"[（(](?P<n>{_FIGURES})[）)]"),
    (Kind.H3, "", f"(?P<n>{_FIGURES})[.．](?=[^{_DIGIT}])"),
    (Kind.POINT, "是", f"(?P<n>{_CHINESE})是"),
    (Kind.POINT, "要", f"(?P<n>{_CHINESE})要"),
)
_IN_BRACKETS = (Kind.H2, Kind.H4)
TAKES_NUMBERS: tuple[Kind, ...] = (Kind.BODY, *NUMBERED)
"""The kinds in which a typed number may make something."""
_OFFERED = re.compile(f"(?:^|(?<=[。；：]))(?P<n>{_CHINESE})(?P<marker>[是要])")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number at the start of a paragraph: what it makes, its ordinal, its length with the blanks behind it.

    `complete` is how many characters it takes to know that it is one.
    """

    kind: Kind
    marker: str
    ordinal: int
    length: int
    complete: int


def typed_number(text: str, typed_from: int, typed_to: int) -> TypedNumber | None:
    """The number that the characters typed from one place to another complete at the start of a text."""
    for kind, marker, pattern in _STARTS:
        match = re.match(f"{pattern}(?P<gap>{BLANK}*)", text)
        if match is None:
            continue
        ordinal = int(match["n"]) if match["n"].isdecimal() else from_chinese(match["n"])
        complete = match.end() + 1 if kind is Kind.H3 else match.start("gap")
        found = TypedNumber(kind, marker, ordinal or 0, match.end(), complete)
        if ordinal and typed_from < found.complete <= typed_to:
            return found
    return None


def number_between(text: str, offset: int) -> bool:
    """Whether an offset is right before the bracket that closes a number at the start of a text."""
    found = typed_number(text, offset, offset + 1) if text.startswith(("（", "(")) else None
    return found is not None and found.kind in _IN_BRACKETS


def made_by_typing(
    draft: Draft, index: int, typed_from: int, typed_to: int, new_id: NewId = random_id
) -> Stroke | None:
    """What the number makes that was just typed at the start of a body block, or in an empty heading or point.

    None where it makes nothing.
    """
    block = draft.blocks[index]
    found = typed_number(block.text, typed_from, typed_to) if block.kind in TAKES_NUMBERS else None
    if found is None or any(run.placeholder or run.bind for run in split_runs(block.runs, found.length)[0]):
        return None
    if block.kind is not Kind.BODY and not _was_empty(block.text, found, typed_from, typed_to):
        return None
    made = of_kind(block, found.kind, found.marker)
    made = replace(made, restart=False, runs=split_runs(block.runs, found.length)[1])
    follows = _ordinal(draft, index, made)
    if found.ordinal not in (1, follows):
        return None
    made = replace(made, restart=found.ordinal == 1 and follows != 1)
    plan = spliced(f"输入“{block.text[: found.length]}”", draft, index, index + 1, [made], new_id)
    return Stroke(plan, Place(index, max(0, typed_to - found.length)))


def _was_empty(text: str, found: TypedNumber, typed_from: int, typed_to: int) -> bool:
    """Whether there was nothing in the block before the number: it was typed in one piece, or is all there is."""
    return typed_to == len(text) and (typed_from == 0 or typed_to == found.complete)


def _ordinal(draft: Draft, index: int, made: Block) -> int:
    """What the ordinal of a block would be; text is not asked for, because it is still to come."""
    standing = replace(made, runs=made.runs or draft.blocks[index].runs)
    return ordinals([*draft.blocks[:index], standing, *draft.blocks[index + 1 :]])[index]


def offered_point(draft: Draft, place: Place, typed_from: int | None = None) -> bool:
    """Whether points are offered where the cursor stands: 「；二是」 was just typed and 一是 is there before it.

    `typed_from` is the offset from which text was put in that ends at the place; None is its last character.
    """
    return bool(_offered(draft, place, typed_from))


def _offered(draft: Draft, place: Place, typed_from: int | None) -> list[re.Match[str]]:
    """The numbers of the points that are offered: that just typed, and those before it that are still text."""
    block, begin = draft.blocks[place.index], place.offset - 1 if typed_from is None else typed_from
    if block.kind not in (Kind.BODY, Kind.POINT):
        return []
    found = [each for each in _OFFERED.finditer(block.text[: place.offset]) if _may_begin_point(block, each)]
    if not found or found[-1].start() == 0 or found[-1].end() <= begin:
        return []
    row = _row_up_to_last(found)
    if row and from_chinese(row[0]["n"]) == 1:
        return row if len(row) > 1 else []
    follows = _next_point(draft, place.index, found[-1]["marker"])
    first = next((at for at, each in enumerate(row) if from_chinese(each["n"]) == follows), len(row))
    return row[first:]


def _may_begin_point(block: Block, number: re.Match[str]) -> bool:
    """Whether a number in a block is text, and not that of the point that the block is."""
    runs = cut_runs(cut_runs(block.runs, number.start())[1], number.end() - number.start())[0]
    is_text = not any(run.placeholder or run.bind for run in runs)
    return is_text and (number.start() > 0 or block.kind is Kind.BODY)


def _row_up_to_last(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The last number with those of its marker before it that lead up to it one by one, at most from 一."""
    row: list[re.Match[str]] = []
    wanted = from_chinese(found[-1]["n"])
    for each in reversed([each for each in found if each["marker"] == found[-1]["marker"]]):
        if not wanted or from_chinese(each["n"]) != wanted:
            break
        row.insert(0, each)
        wanted -= 1
    return row


def _next_point(draft: Draft, index: int, marker: str) -> int:
    """What the ordinal of a point would be that comes right behind a block."""
    point = Block("", Kind.POINT, (Run("文"),), marker=marker)
    return ordinals([*draft.blocks[: index + 1], point])[-1]


def points_made(
    draft: Draft, place: Place, typed_from: int | None = None, new_id: NewId = random_id
) -> Stroke:
    """Make the points that are offered: the block is cut before their numbers, they run on in the paragraph."""
    row = _offered(draft, place, typed_from)
    if not row:
        return Stroke(Plan("要点"), place)
    block, marker = draft.blocks[place.index], row[0]["marker"]
    upper, _ = split_runs(block.runs, row[0].start())
    stops = [*(each.start() for each in row[1:]), len(block.text)]
    points: list[Block] = []
    for each, stop in zip(row, stops, strict=True):
        runs = split_runs(split_runs(block.runs, stop)[0], each.end())[1]
        points.append(Block(new_id(), Kind.POINT, runs, marker=marker, joined=True))
    begins_anew = from_chinese(row[0]["n"]) == 1 != _next_point(draft, place.index, marker)
    first = points[0] if upper else replace(of_kind(block, Kind.POINT, marker), runs=points[0].runs)
    points[0] = replace(first, restart=begins_anew)
    made = [replace(block, runs=upper), *points] if upper else points
    end = Place(place.index + len(made) - 1, place.offset - row[-1].end())
    return Stroke(spliced("要点", draft, place.index, place.index + 1, made, new_id), end)

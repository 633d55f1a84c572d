"""Numbers that the writer types: at the start of a paragraph they make its kind, in mid-paragraph a point is offered.

Only a number that leads on is taken: one, or the next of its series. 「二、三产业」 at the start of a
paragraph stays text unless 二、 is the next; 「1.」 waits for what follows it, because 1.5 is no number (1. 5 is);
「首先，」 is never taken by itself. In an empty heading or point a typed number is taken as well, so that none
stands there twice: 「二是」 after Return, when 二是 is there already, or 「二、」 where the next point would be.
"""

import re
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.kinds import NUMBERED, Kind
from app.core.numbering import ordinals
from app.core.numerals import from_chinese
from app.core.place import Place
from app.core.plan import Plan
from app.core.spellings import BLANK
from app.core.structure import of_kind, plan_of, split_runs
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
_OFFERED = re.compile(f"[。；：](?P<n>{_CHINESE})(?P<marker>[是要])$")


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
    plan = plan_of(f"输入“{block.text[: found.length]}”", draft, _with_block(draft, index, made), new_id)
    return Stroke(plan, Place(index, max(0, typed_to - found.length)))


def _was_empty(text: str, found: TypedNumber, typed_from: int, typed_to: int) -> bool:
    """Whether there was nothing in the block before the number: it was typed in one piece, or is all there is."""
    return typed_to == len(text) and (typed_from == 0 or typed_to == found.complete)


def _with_block(draft: Draft, index: int, block: Block) -> list[Block]:
    return [*draft.blocks[:index], block, *draft.blocks[index + 1 :]]


def _ordinal(draft: Draft, index: int, made: Block) -> int:
    """What the ordinal of a block would be; text is not asked for, because it is still to come."""
    standing = replace(made, runs=made.runs or draft.blocks[index].runs)
    return ordinals(_with_block(draft, index, standing))[index]


def offered_point(draft: Draft, place: Place) -> bool:
    """Whether a point is offered where the cursor stands: 「；二是」 was just typed and 一是 is there before it."""
    return _offered(draft, place) is not None


def _offered(draft: Draft, place: Place) -> re.Match[str] | None:
    block = draft.blocks[place.index]
    if block.kind not in (Kind.BODY, Kind.POINT):
        return None
    match = _OFFERED.search(block.text[: place.offset])
    if match is None:
        return None
    before, _ = split_runs(block.runs, place.offset)
    point = Block("", Kind.POINT, before, marker=match["marker"])
    upto = [*draft.blocks[: place.index + 1], point]
    ordinal = from_chinese(match["n"])
    return match if ordinal == ordinals(upto)[-1] and ordinal != 1 else None


def point_made(draft: Draft, place: Place, new_id: NewId = random_id) -> Plan:
    """Make the point that is offered: the block is cut before its number, and the point runs on in the paragraph."""
    match = _offered(draft, place)
    if match is None:
        return Plan("要点")
    block = draft.blocks[place.index]
    upper, _ = split_runs(block.runs, match.start("n"))
    _, lower = split_runs(block.runs, place.offset)
    point = Block(new_id(), Kind.POINT, lower, marker=match["marker"], joined=True)
    blocks = [
        *draft.blocks[: place.index],
        replace(block, runs=upper),
        point,
        *draft.blocks[place.index + 1 :],
    ]
    return plan_of("要点", draft, blocks, new_id)

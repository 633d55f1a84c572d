"""Which paragraph of a sample is what, and which stretches of it show the look of which kind.

The recogniser says it from the words; a style that somebody made and called after a kind says it better.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.draft import Block, plain_runs
from app.core.kinds import HEADINGS, Kind
from app.core.lead import lead_length
from app.importing.layout.cascade import Style
from app.importing.layout.story import Shown, Stretch
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece
from app.importing.structure import structure
from app.layouts.model import SIGNOFF_LAST
from app.layouts.word_names import STYLE_NAMES

_NAMED: Mapping[str, str] = {
    **{name: kind for kind, name in STYLE_NAMES.items()},
    "公文标题": Kind.TITLE, "文件标题": Kind.TITLE, "大标题": Kind.TITLE, "主标题": Kind.TITLE, "副标题": Kind.SUBTITLE,
    "标题一": Kind.H1, "标题二": Kind.H2, "标题三": Kind.H3, "标题四": Kind.H4,
    "公文正文": Kind.BODY, "正文样式": Kind.BODY, "发言人": Kind.BYLINE, "题注日期": Kind.DATE,
    "主送机关": Kind.SALUTATION, "主送": Kind.SALUTATION, "署名": Kind.SIGNOFF, "成文日期": SIGNOFF_LAST,
}  # fmt: skip
"""Kinds by the names that people give their styles."""
ROLE_NAMES = frozenset(_NAMED)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a paragraph that is of one kind."""

    role: str
    """A name of a layout's styles."""
    shown: Shown
    stretches: tuple[Stretch, ...]
    lead: tuple[Stretch, ...]
    """Of a point, its first sentence where text follows; else nothing."""
    leads: bool
    """Whether it begins its paragraph, so that this is set as its kind is."""
    run_in: bool
    """Whether it is the lead of a heading whose paragraph goes on as text."""

    @property
    def weight(self) -> int:
        """How many characters it has."""
        return sum(len(stretch.text) for stretch in self.stretches)


def named_role(style: Style) -> str | None:
    """The kind that a style is called after; None for Word's own styles, and names that say nothing."""
    return _NAMED.get(re.sub(r"\s", "", style.name)) if style.custom else None


def parts_of(story: Sequence[Shown]) -> list[Part]:
    """The parts of all paragraphs with text in their order; what is no part of a speech is left out."""
    with_text = [shown for shown in story if shown.paragraph is not None]
    paragraphs = [shown.paragraph for shown in with_text if shown.paragraph is not None]
    pieces = [piece for piece in structure(paragraphs) if isinstance(piece.role, Kind) and not piece.inserted]
    last = next((piece for piece in reversed(pieces) if piece.role is Kind.SIGNOFF), None)
    followed = {
        pieces[at].place
        for at in range(len(pieces) - 1)
        if pieces[at + 1].joined and pieces[at + 1].paragraph == pieces[at].paragraph
    }
    seen: set[int] = set()
    found: list[Part] = []
    for piece in pieces:
        shown = with_text[piece.paragraph]
        role = _role(piece, shown, paragraphs[piece.paragraph])
        role = SIGNOFF_LAST if role is Kind.SIGNOFF and piece is last else role
        found += _parts(piece, role, shown, piece.paragraph not in seen, piece.place in followed)
        seen.add(piece.paragraph)
    return found


def _role(piece: Piece, shown: Shown, paragraph: Paragraph) -> str:
    named = named_role(shown.style)
    whole = piece.start == 0 and piece.stop == len(paragraph.text)
    assert isinstance(piece.role, Kind)
    return named if named is not None and whole and not piece.own else piece.role


def _parts(piece: Piece, role: str, shown: Shown, leads: bool, followed: bool) -> Iterator[Part]:
    assert shown.paragraph is not None
    text = shown.paragraph.text[piece.start + piece.number : piece.stop]
    kind = Kind(role) if role != SIGNOFF_LAST else Kind.SIGNOFF
    length = lead_length(Block("", kind, plain_runs(text)), followed) if text else 0
    end = min(piece.start + piece.number + length, piece.stop)
    goes_on = followed or bool(shown.paragraph.text[end : piece.stop].strip())
    if kind in HEADINGS and goes_on:
        yield Part(role, shown, _between(shown, piece.start, end), (), leads, run_in=True)
        yield Part(Kind.BODY, shown, _between(shown, end, piece.stop), (), leads=False, run_in=False)
        return
    whole = _between(shown, piece.start, piece.stop)
    if kind is Kind.POINT and length and goes_on:
        rest = _between(shown, end, piece.stop)
        yield Part(role, shown, rest or whole, _between(shown, piece.start, end), leads, run_in=False)
        return
    yield Part(role, shown, whole, (), leads, run_in=False)


def _between(shown: Shown, start: int, stop: int) -> tuple[Stretch, ...]:
    """The look of a stretch of the text as the reader gives it; of the whole where the two differ.

    The reader takes blanks off and reads symbols: places are counted in characters that can be seen.
    """
    assert shown.paragraph is not None
    text = shown.paragraph.text
    if _seen(text) != _seen(shown.text):
        return shown.stretches
    first, last = _seen(text[:start]), _seen(text[:stop])
    found: list[Stretch] = []
    at = 0
    for stretch in shown.stretches:
        seen = "".join(stretch.text.split())
        kept = seen[max(first - at, 0) : max(last - at, 0)]
        at += len(seen)
        if kept:
            found.append(Stretch(kept, stretch.said))
    return tuple(found)


def _seen(text: str) -> int:
    return len("".join(text.split()))

"""The blanks between paragraphs of a sample, however they are made: blank lines, blanks before and after.

People leave a line free by an empty paragraph as often as by spacing; a layout knows only the latter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import HEAD_KINDS, Kind
from app.importing.layout.parts import Part
from app.importing.layout.said import Said
from app.importing.layout.story import Shown
from app.importing.layout.units import blank, line_of, lines, size_of
from app.layouts.model import SIGNOFF_LAST

_HEAD: tuple[str, ...] = HEAD_KINDS
_SIGNOFF: tuple[str, ...] = (Kind.SIGNOFF, SIGNOFF_LAST)


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank in hundredths of lines; None for one that tells nothing of the kind's own style."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The blanks of each part by its place among the parts, and those that a layout has apart from styles."""

    gaps: Mapping[int, Gap]
    below_head: tuple[int, Part] | None = None
    """The blank between the head and the text, where no salutation stands between them, with the last of the head."""
    above_signoff: tuple[int, Part] | None = None


def surroundings(story: Sequence[Shown], parts: Sequence[Part], unit: int, pitch: int) -> Surroundings:
    """The blanks around parts that begin a paragraph; `unit` is a line of the file's grid, `pitch` one of ours."""
    return _Measuring(story, parts, unit, pitch).surroundings()


class _Measuring:
    def __init__(self, story: Sequence[Shown], parts: Sequence[Part], unit: int, pitch: int) -> None:
        self._parts, self._unit, self._pitch = parts, unit, pitch
        self._leading = [at for at, part in enumerate(parts) if part.leads]
        self._blanks = _blank_lines(story, unit, pitch)

    def surroundings(self) -> Surroundings:
        gaps = {at: self._gap(place) for place, at in enumerate(self._leading)}
        head, signoff = self._last_of_head(), self._first_of_signoff()
        below = above = None
        if head is not None:
            below = self._between_head_and_text(head, gaps)
        if signoff is not None:
            above = self._above_signoff(signoff, gaps)
        return Surroundings(gaps, below, above)

    def _gap(self, place: int) -> Gap:
        """Of lines of one title or the like the first tells the blank above, the last the one below."""
        part = self._part(place)
        role = part.role if part.role in _HEAD else ""
        opens = not role or place == 0 or self._part(place - 1).role != role
        closes = not role or place + 1 == len(self._leading) or self._part(place + 1).role != role
        above = self._before(part) + self._blanks.get(part.shown.at, 0)
        return Gap(above if opens else None, self._after(part) if closes else None)

    def _last_of_head(self) -> int | None:
        heads = [place for place in range(len(self._leading)) if self._part(place).role in _HEAD]
        return heads[-1] if heads and heads[-1] + 1 < len(self._leading) else None

    def _first_of_signoff(self) -> int | None:
        return next(
            (place for place in range(len(self._leading)) if self._part(place).role in _SIGNOFF), None
        )

    def _between_head_and_text(self, place: int, gaps: dict[int, Gap]) -> tuple[int, Part] | None:
        """That blank, and whose it is: it is no look of the paragraphs that it stands between."""
        at, following = self._leading[place], self._leading[place + 1]
        part, text = self._parts[at], self._parts[following]
        if part.shown.style.ours:
            if part.role == Kind.SALUTATION:
                return None
            if "contextualSpacing" not in part.shown.said:
                # An export writes it with every blank that is not the style's own.
                return 0, part
            gaps[at] = Gap(gaps[at].before, None)
            return self._after(part), part
        if part.role == Kind.SALUTATION:
            self._give_to_salutation(place, gaps)
            return None
        total = self._after(part) + (gaps[following].before or 0)
        gaps[at] = Gap(gaps[at].before, None)
        gaps[following] = Gap(None, gaps[following].after)
        return total, part if text.shown.at == part.shown.at else text

    def _give_to_salutation(self, place: int, gaps: dict[int, Gap]) -> None:
        """What stands above a salutation is its own, also where the line before it brings it."""
        if place == 0 or self._part(place - 1).role not in _HEAD:
            return
        at, above = self._leading[place], self._leading[place - 1]
        before = gaps[at].before
        if before is not None:
            gaps[at] = Gap(before + (gaps[above].after or 0), gaps[at].after)
            gaps[above] = Gap(gaps[above].before, None)

    def _above_signoff(self, place: int, gaps: dict[int, Gap]) -> tuple[int, Part] | None:
        at = self._leading[place]
        part, before = self._parts[at], gaps[at].before
        if before is None:
            return None
        if part.shown.style.ours and "contextualSpacing" not in part.shown.said:
            return 0, part
        gaps[at] = Gap(None, gaps[at].after)
        return before, part

    def _part(self, place: int) -> Part:
        return self._parts[self._leading[place]]

    def _before(self, part: Part) -> int:
        return blank(part.shown.said, "before", self._unit, self._pitch)

    def _after(self, part: Part) -> int:
        return blank(part.shown.said, "after", self._unit, self._pitch)


def _blank_lines(story: Sequence[Shown], unit: int, pitch: int) -> Mapping[int, int]:
    """Hundredths of lines that the empty paragraphs above take, by the place of the paragraph below them."""
    found: dict[int, int] = {}
    height = 0
    for shown in story:
        if shown.paragraph is not None:
            if height:
                found[shown.at] = height
            height = 0
        elif not shown.is_blank:
            height = 0
        else:
            line, _ = line_of(shown.said, size_of(shown.mark), unit)
            height += lines(line, pitch) + _around(shown.said, unit, pitch)
    return found


def _around(said: Said, unit: int, pitch: int) -> int:
    return blank(said, "before", unit, pitch) + blank(said, "after", unit, pitch)

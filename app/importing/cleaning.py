"""What a writer may have cleaned up in a source before it is recognised: half-width marks, blanks between characters.

Never done unasked. What was cleaned can be told place by place, and places lead back to the source.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.draft import Run, merged
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Place
from app.importing.punctuation import full_width

_CHINESE = "\u3400-\u9fff\u2018-\u201d\u2026\u3001-\u301b\uff01-\uff65"
_BLANKS = re.compile(f"(?<=[{_CHINESE}])[ \xa0\u2002\u2003]+(?=[{_CHINESE}])")
"""Half-width blanks between Chinese characters; a full-width one parts the parts of a line."""
_MANY = 5
"""Blanks from which on they are no slips but what a page or a scanner left everywhere."""
_AROUND = 8
"""Characters shown on either side of a place."""


@dataclass(frozen=True, slots=True)
class Cleaning:
    """What the writer wants cleaned up."""

    marks: bool = False
    blanks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the source that would be cleaned: the words around it before and after."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Paragraphs after cleaning. `kept` has for each the offsets in the source of its characters."""

    paragraphs: tuple[Paragraph, ...]
    kept: tuple[Sequence[int], ...]

    def in_source(self, place: Place) -> Place:
        """Where in the source a place of the cleaned paragraphs is."""
        paragraph, offset = place
        kept = self.kept[paragraph]
        return paragraph, kept[offset] if offset < len(kept) else (kept[-1] + 1 if kept else 0)

    def here(self, place: Place) -> Place:
        """Where in the cleaned paragraphs a place of the source is."""
        return place[0], bisect_left(self.kept[place[0]], place[1])


def cleaned(paragraphs: Sequence[Paragraph], cleaning: Cleaning) -> Cleaned:
    """The paragraphs as the writer wants them; all of them as they are where he wants nothing."""
    texts = [_kept(paragraph.text, cleaning) for paragraph in paragraphs]
    pairs = zip(paragraphs, texts, strict=True)
    return Cleaned(
        tuple(_rewritten(paragraph, text, kept) for paragraph, (text, kept) in pairs),
        tuple(kept for _, kept in texts),
    )


def mark_changes(paragraphs: Sequence[Paragraph]) -> tuple[Change, ...]:
    """Every half-width mark that would be full-width."""
    return tuple(change for at, paragraph in enumerate(paragraphs) for change in _marks(at, paragraph.text))


def blank_changes(paragraphs: Sequence[Paragraph]) -> tuple[Change, ...]:
    """Every blank that would go; none where they are few."""
    found = [change for at, paragraph in enumerate(paragraphs) for change in _gaps(at, paragraph.text)]
    return tuple(found) if len(found) >= _MANY else ()


def _marks(paragraph: int, text: str) -> Iterator[Change]:
    full = full_width(text)
    for at, (old, new) in enumerate(zip(text, full, strict=True)):
        if old != new:
            around = slice(max(0, at - _AROUND), at + 1 + _AROUND)
            yield Change((paragraph, at), text[around], full[around])


def _gaps(paragraph: int, text: str) -> Iterator[Change]:
    for found in _BLANKS.finditer(text):
        before = text[max(0, found.start() - _AROUND) : found.start()]
        after = text[found.end() : found.end() + _AROUND]
        yield Change((paragraph, found.start()), f"{before}{found.group()}{after}", f"{before}{after}")


def _kept(text: str, cleaning: Cleaning) -> tuple[str, Sequence[int]]:
    """The cleaned text in full length, and the offsets of what is kept of it."""
    text = full_width(text) if cleaning.marks else text
    if not cleaning.blanks:
        return text, range(len(text))
    gone = {at for found in _BLANKS.finditer(text) for at in range(*found.span())}
    return text, [at for at in range(len(text)) if at not in gone] if gone else range(len(text))


def _rewritten(paragraph: Paragraph, text: str, kept: Sequence[int]) -> Paragraph:
    if text == paragraph.text and len(kept) == len(text):
        return paragraph
    runs: list[Run] = []
    start = 0
    for run in paragraph.runs:
        stop = start + len(run.text)
        inside = kept[bisect_left(kept, start) : bisect_left(kept, stop)]
        runs.append(replace(run, text="".join(text[at] for at in inside)))
        start = stop
    ids = tuple((bisect_left(kept, offset), name) for offset, name in paragraph.ids)
    leads = tuple((bisect_left(kept, start), bisect_left(kept, stop)) for start, stop in paragraph.leads)
    return replace(paragraph, runs=merged(runs), ids=ids, leads=leads)

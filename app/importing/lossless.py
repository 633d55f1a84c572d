"""Whether all that can be seen of a source is in what was made of it, or in its report."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.draft import Draft
from app.importing.paragraphs import Paragraph
from app.importing.report import Item

_PRIVATE = "Co"
"""Category of characters that only the writer's own fonts have; Python does not call them printable."""
_OBJECT = "\ufffc"
"""Stands for a picture or the like, and is no text itself."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Characters of a line of the source, in its order, that are nowhere; `line` as in `Paragraph`."""

    text: str
    line: int | None


def visible(text: str) -> str:
    """The text without blanks, line ends, controls and what has no width."""
    return "".join(filter(_is_visible, text))


def missing(source: Iterable[tuple[int | None, str]], kept: Iterable[str]) -> tuple[Missing, ...]:
    """What of the lines of a source, given with their numbers, is not among the texts that were kept.

    Characters are counted, whatever their order. Where some are missing, the first lines that have them and are not
    whole among the texts are named.
    """
    lines, texts = list(source), list(kept)
    # Characters are counted first and looked at then: looking at each is ten times as slow.
    surplus = Counter("".join([text for _, text in lines])) - Counter("".join(texts))
    lost = Counter({char: times for char, times in surplus.items() if _is_visible(char)})
    if not lost:
        return ()
    lines = [(line, visible(text)) for line, text in lines]
    texts = [visible(text) for text in texts]
    whole = "\n".join(texts)
    # Lines that came through whole have lost nothing, unless no others can have: those that are not are asked first.
    asked = sorted(lines, key=lambda each: each[1] in whole)
    found = (Missing(_taken(text, lost), line) for line, text in asked)
    return tuple(each for each in found if each.text)


def of_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterable[tuple[int | None, str]]:
    """What can be seen of paragraphs: their numbers and texts."""
    return ((each.line, each.number + each.text) for each in paragraphs)


def of_draft(draft: Draft, items: Iterable[Item]) -> Iterable[str]:
    """What is kept of a source: the texts of a draft and of its report."""
    yield from (block.text for block in draft.blocks)
    yield from (item.text for item in items)


def _taken(text: str, lost: Counter[str]) -> str:
    """The characters of a text that are lost, in its order; they are taken from the lost ones."""
    gone: list[str] = []
    for char in text:
        if lost[char] > 0:
            lost[char] -= 1
            gone.append(char)
    return "".join(gone)


def _is_visible(char: str) -> bool:
    if char.isprintable():
        return char not in (" ", _OBJECT)
    return unicodedata.category(char) == _PRIVATE

"""The contents before a speech (目录, 提纲): lines that are not the speech's own, but say which headings it has."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.core.kinds import HEADINGS
from app.core.spellings import typed_number
from app.importing.head_words import has_genre
from app.importing.lines import Line
from app.importing.missing import ContentsEntry
from app.importing.salutation import salutation_length
from app.importing.script import simplified

_WORD = re.compile(
    "[【\\[]?(?:目\\s*录|提\\s*纲|目\\s*次|内容提要|主要内容)(?:\\s*[/／]\\s*(?:提\\s*纲|目\\s*录))?"
    "[】\\]]?\\s*[：:]?\\s*[…\\.。]*"
)
_PAGE_TAIL = re.compile("(?:[\\s.．·•…。_-]{2,}|[ \t\u3000])[（(]?[0-9]{1,3}[）)]?$")
_UNSEEN = re.compile("[\\s\u200b，,。．.：:；;、（）()]")
_LONGEST = 60
_FEWEST = 3


class Contents(NamedTuple):
    """Where contents stand among the lines: `start` to `stop`; and their headings."""

    start: int
    stop: int
    entries: tuple[ContentsEntry, ...]


def is_contents_word(text: str) -> bool:
    """Whether a line says that contents follow."""
    return bool(_WORD.fullmatch(simplified(text)))


class ContentsFinder:
    """Finds contents among the lines of one text: what comes again further down tells them from the body."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._keys = [_key(line.text[: 2 * _LONGEST]) for line in lines]
        self._last: dict[str, int] = {}
        for at, (line, key) in enumerate(zip(lines, self._keys, strict=True)):
            self._last[key] = at
            # A heading that has its text in the same line comes again at the start of that line.
            if len(line.text) > _LONGEST // 3 and (stop := re.search("[。！？]", line.text[:_LONGEST])):
                self._last[_key(line.text[: stop.end()])] = at

    def at(self, start: int) -> Contents | None:
        """The contents that begin at a line; None where none do.

        With the word 目录: every short line after it that has a number, a page, or comes again below. Without:
        a run of at least three short numbered lines most of which come again, or behind which the title or the
        salutation comes only then.
        """
        worded = is_contents_word(self._lines[start].text)
        first = start + 1 if worded else start
        stop, numbered, again = self._run(first)
        if worded:
            return Contents(start, stop, self._entries(first, stop)) if stop > first else None
        before_head = stop < len(self._lines) and self._is_head(stop)
        if numbered >= _FEWEST and (again * 10 >= (stop - first) * 6 or (before_head and again == 0)):
            return Contents(start, stop, self._entries(first, stop))
        return None

    def _run(self, first: int) -> tuple[int, int, int]:
        """Where a run of entries ends, how many have a number, and how many come again further down."""
        numbered = again = 0
        seen: set[str] = set()
        at = first
        while at < len(self._lines):
            line, key = self._lines[at], self._keys[at]
            if not self._is_entry(at) or key in seen or line.fixed is not None:
                break
            seen.add(key)
            numbered += typed_number(line.text) is not None
            again += self._last[key] > at
            at += 1
        return at, numbered, again

    def _is_entry(self, at: int) -> bool:
        text = self._lines[at].text
        if len(text) > _LONGEST or salutation_length(text):
            return False
        paged = bool(_PAGE_TAIL.search(text))
        if text[-1] in "。！？；，" and not paged and typed_number(text) is None:
            return False
        if typed_number(text) is not None:
            return text.count("。") <= 1
        return paged or (self._last[self._keys[at]] > at and not has_genre(text))

    def _is_head(self, at: int) -> bool:
        return any(salutation_length(line.text) for line in self._lines[at : at + 6])

    def _entries(self, start: int, stop: int) -> tuple[ContentsEntry, ...]:
        found: list[ContentsEntry] = []
        for line in self._lines[start:stop]:
            text = _PAGE_TAIL.sub("", line.text)
            number = typed_number(text)
            if number is not None and number.kind in HEADINGS:
                found.append((HEADINGS.index(number.kind) + 1, number.ordinal, text[number.length :].strip()))
        return tuple(found)


def _key(text: str) -> str:
    return _UNSEEN.sub("", _PAGE_TAIL.sub("", text))

"""Half-width marks of a Chinese text as full-width ones: what a page or a keyboard got wrong, and nothing else.

GB/T 15834 has full-width marks in Chinese text. Marks of numbers (3,500, 1:3), times (10:30), English and
addresses of the web are right as they are. A text keeps its length, so that places in it stay what they are.
"""

import re
from itertools import accumulate

_FULL = dict(zip(",:;?!()", "，：；？！（）", strict=True))
_TURNED = frozenset(_FULL.values())
_CHINESE = re.compile(
    "[\u3400-\u9fff\uf900-\ufaff\u2014\u2018-\u201d\u2026\u3001-\u301b\uff01-\uff65\u00d7○]"
)
"""Chinese characters, full-width marks, × and ○ that stand for names and figures."""
_ADDRESS = re.compile(
    r"(?:[a-zA-Z]{2,9}://|www\.|[\w.+-]{1,64}@)[!-~]+(?:[\u3400-\u9fff]+[/?=&#%_.:-][!-~]+)*", re.A
)
_LONGEST_NUMBER = 4
"""Characters at the start of a line that may be its number, with a blank before."""


def full_width(text: str) -> str:
    """The text with its half-width marks full-width where they stand among Chinese characters; idempotent."""
    if not any(mark in text for mark in _FULL):
        return text
    line = _Line(text)
    # A mark that was turned is itself Chinese to its neighbours on either side.
    while line.turn(forward=False) | line.turn(forward=True):
        pass
    return "".join(line.chars)


class _Line:
    """A line whose marks are turned one by one."""

    def __init__(self, text: str) -> None:
        self.chars = list(text)
        kept = {at for found in _ADDRESS.finditer(text) for at in range(*found.span())}
        self._left = [at for at, char in enumerate(text) if char in _FULL and at not in kept]
        self._pairs = _pairs(text)
        # Marks count for nothing here, for those that are yet to be turned do not.
        self._chinese = [0, *accumulate(_is_chinese(char) and char not in _TURNED for char in text)]

    def turn(self, *, forward: bool) -> bool:
        """Turn what stands among Chinese characters; whether there was any."""
        turned = {at for at in self._left[:: 1 if forward else -1] if self._turned(at)}
        self._left = [at for at in self._left if at not in turned]
        return bool(turned)

    def _turned(self, at: int) -> bool:
        char = self.chars[at]
        turns = self._in_brackets(at) if char in "()" else self._is_among_chinese(at)
        self.chars[at] = _FULL[char] if turns else char
        return turns

    def _is_among_chinese(self, at: int) -> bool:
        """Behind a Chinese character; or right before one, but for a number at the start of a line."""
        before = at - 1
        while before >= 0 and self.chars[before] == " ":
            before -= 1
        if before < 0 or _is_chinese(self.chars[before]):
            return before >= 0
        first = "".join(self.chars[:at]).strip() if at <= _LONGEST_NUMBER else ""
        return self._is_chinese(at + 1) and not first.isdigit()

    def _in_brackets(self, at: int) -> bool:
        """Brackets around Chinese, or around other signs with Chinese before or, first in a line, behind: f(x) stays."""
        other = self._pairs.get(at)
        if other is None:
            return False
        start, stop = min(at, other), max(at, other)
        if self._chinese[stop] > self._chinese[start + 1] or self._is_chinese(start - 1):
            return True
        return self._is_chinese(stop + 1) and not "".join(self.chars[max(0, start - 2) : start]).strip()

    def _is_chinese(self, at: int) -> bool:
        return 0 <= at < len(self.chars) and _is_chinese(self.chars[at])


def _pairs(text: str) -> dict[int, int]:
    """Each bracket with the one that belongs to it; a bracket without another is not in it."""
    opened: list[int] = []
    found: dict[int, int] = {}
    for at, char in enumerate(text):
        if char in "(（":
            opened.append(at)
        elif char in ")）" and opened:
            found[at] = opened.pop()
            found[found[at]] = at
    return found


def _is_chinese(char: str) -> bool:
    return _CHINESE.match(char) is not None

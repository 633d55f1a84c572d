"""Patterns (正则) that a writer types: compiled, or refused in words where they would never come to an end.

`re` tries ways one after the other and cannot be stopped. So a pattern is read once more here: what repeats
a choice within a repetition is refused (exponential), and for the rest the ways that `re` could go through a
text are counted beforehand, as paths from character to character, which takes a few passes over the text.
"""

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

from app.core.errors import UsageError
from app.core.pattern_steps import Atom, Choice, Items, Run, atoms, steps

MOST_CHARACTERS = 200
"""The longest pattern."""
BUDGET = 100_000_000
"""Steps in one draft beyond which it is not searched: half a second at most."""
_FEW = 8
"""A repetition up to so many times is counted exactly, one beyond as if it had no end."""
_LONG = 400
"""Atoms beyond which a repetition is not written out."""

_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?!\})(?P<least>\d*)(?P<comma>,)?(?P<most>\d*)\})(?P<how>[?+]?)")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|N\{[^}]*\}|0[0-7]{0,2}|[1-3][0-7]{2}|.)", re.DOTALL)
_BACKWARD = re.compile(r"\\[1-9]\d?")
_GROUP = re.compile(r"\((?:\?(?::|>|P<\w+>))?(?!\?)")
_LOOK = re.compile(r"\(\?<?[=!]")
_ANCHORS = ("^", "$", r"\b", r"\B", r"\A", r"\Z")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that may be searched for."""

    compiled: re.Pattern[str]
    items: Items = ()
    is_pattern: bool = True
    """False for a text that is looked for as it is, which takes no time to speak of."""


def literal(text: str, case: bool) -> Pattern:
    """The text itself."""
    return Pattern(re.compile(re.escape(text), 0 if case else re.IGNORECASE), is_pattern=False)


def pattern_of(text: str, case: bool) -> Pattern:
    """A pattern as the writer typed it. Raises UsageError for what `re` cannot read or could not end."""
    if len(text) > MOST_CHARACTERS:
        raise UsageError("查找式太长了。", f"最多 {MOST_CHARACTERS} 个字。")
    flags = 0 if case else re.IGNORECASE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # [[ is no mistake of the writer's
            compiled = re.compile(text, flags)
            return Pattern(compiled, _Reader(text, flags).read())
    except (re.error, OverflowError) as error:
        at = getattr(error, "pos", None)
        where = f"第 {at + 1} 个字那里不对。" if isinstance(at, int) and at < len(text) else "它没有写完。"
        raise UsageError("这个查找式看不懂。", f"{where}要找括号、星号本身，前面加 \\。") from error


def check_budget(pattern: Pattern, texts: Iterable[str]) -> None:
    """Raises UsageError where the search through these texts would take too long."""
    if not pattern.items:
        return
    left = BUDGET
    for text in texts:
        left -= steps(pattern.items, text)
        if left < 0:
            raise UsageError("用这个查找式在稿子里找，会慢得没有尽头。", "把 .* 写得具体些，如 [^，。]*。")


class _Reader:
    """Reads a pattern that `re` has compiled, so that it is known to be well-formed."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags, self._at = text, flags, 0

    def read(self) -> Items:
        ways: list[Items] = [()]
        while self._at < len(self._text) and self._text[self._at] != ")":
            if self._text[self._at] == "|":
                self._at += 1
                ways.append(())
            else:
                ways[-1] += self._quantified(self._piece())
        return ways[0] if len(ways) == 1 else (Choice(tuple(ways)),)

    def _piece(self) -> Items:
        text, at = self._text, self._at
        if text[at] == "(":
            return self._group()
        if _BACKWARD.match(text, at) and not re.match(r"\\[1-3][0-7]{2}", text[at:]):
            raise _not_here(text[at : at + 2])
        match = (_CLASS if text[at] == "[" else _ESCAPE).match(text, at)
        piece = match.group() if match else text[at]
        self._at += len(piece)
        return () if piece in _ANCHORS else (Atom(re.compile(piece, self._flags)),)

    def _group(self) -> Items:
        look, group = _LOOK.match(self._text, self._at), _GROUP.match(self._text, self._at)
        opening = look or group
        if opening is None:
            raise _not_here(self._text[self._at : self._at + 3])
        self._at = opening.end()
        inner = self.read()
        self._at += 1
        if look and atoms(inner) is None:
            raise _not_here(f"{opening.group()}…)")
        return () if look else inner

    def _quantified(self, items: Items) -> Items:
        match = _QUANTIFIER.match(self._text, self._at)
        if match is None:
            return items
        self._at = match.end()
        least, most = _bounds(match)
        if most == 1:
            return items if least else (Choice((items, ())),)
        body = atoms(items)
        if body is None:
            raise UsageError(
                "查找式里重复套着重复，找起来会没有尽头。", "去掉括号外面的 * 或 +，或写成 [一二三]+ 这样。"
            )
        if not body:
            return ()
        if most is None or most > _FEW or most * len(body) > _LONG:
            return (Run(body),)
        ways = tuple(body * count for count in range(least, most + 1))
        return ways[0] if len(ways) == 1 else (Choice(ways),)


def _bounds(match: re.Match[str]) -> tuple[int, int | None]:
    sign = match.group()[0]
    if sign != "{":
        return int(sign == "+"), 1 if sign == "?" else None
    least = int(match["least"] or 0)
    if not match["comma"]:
        return least, least
    return least, int(match["most"]) if match["most"] else None


def _not_here(what: str) -> UsageError:
    return UsageError(f"查找式里不能用“{what}”。", "可以用 . [ ] ( ) | * + ? { }、\\d 和 ^ $。")

"""Numbers that somebody typed at the start of a paragraph, in the spellings that are usual."""

import re
from dataclasses import dataclass

from app.core.kinds import Kind
from app.core.numerals import from_chinese

_CHINESE = "(?P<n>[一二三四五六七八九十百]{1,5})"
_ARABIC = "(?P<n>[1-9１-９][0-9０-９]?)"
_OPEN, _CLOSE, _GAP = "[（(﹙]", "[）)﹚]", "[ \t\u3000]*"
_SPELLINGS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = tuple(
    (kind, marker, re.compile(pattern + _GAP))
    for kind, marker, pattern in (
        (Kind.H2, "", f"{_OPEN}{_GAP}{_CHINESE}{_GAP}{_CLOSE}[、.．]?"),
        (Kind.H4, "", f"{_OPEN}{_GAP}{_ARABIC}{_GAP}{_CLOSE}[、.．]?"),
        (Kind.H1, "", f"{_CHINESE}{_GAP}[、.．]"),
        (Kind.H3, "", f"{_ARABIC}{_GAP}[.．、](?![0-9０-９])"),
        (Kind.POINT, "是", f"{_CHINESE}是"),
        (Kind.POINT, "要", f"{_CHINESE}要"),
    )
)


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number at the start of a text: the kind and marker it speaks for, its ordinal, its length with blanks after it."""

    kind: Kind
    marker: str
    ordinal: int
    length: int


def typed_number(text: str) -> TypedNumber | None:
    """The number with which a text begins; None where it begins with none, or is nothing else."""
    for kind, marker, pattern in _SPELLINGS:
        match = pattern.match(text)
        if match is None or match.end() == len(text):
            continue
        found = match["n"]
        ordinal = from_chinese(found) if found[0] in "一二三四五六七八九十百" else int(found)
        if ordinal:
            return TypedNumber(kind, marker, ordinal, match.end())
    return None

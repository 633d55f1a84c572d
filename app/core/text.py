"""What text may hold (DESIGN.md §2): no number, tab, newline or U+FFFC; a forced line end in few kinds."""

import re

from app.core.draft import FORCED_LINE_END
from app.core.kinds import FORCED_LINES, Kind

BLANKS = " \t\xa0\u2002\u2003\u3000\u200b\ufeff"
"""What indents lines of other programs, or stands around them unseen."""
_BREAKS = re.compile("\r\n|[\t\n\v\f\r\u0085\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
    "|["
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""Control characters, byte order and object marks, and what Unicode keeps for use inside a program."""


def clean_text(text: str, kind: Kind) -> str:
    """The text as a block of that kind may hold it: tabs and line ends become a blank, controls go.

    In title, subtitle and byline U+2028 stays; nothing visible is ever taken away.
    """
    if text.isprintable():
        return text
    text = _FORBIDDEN.sub("", _BREAKS.sub(" ", text))
    return text if kind in FORCED_LINES else text.replace(FORCED_LINE_END, " ")


def one_line(text: str) -> str:
    """A name or ID as one line: no control characters, no line ends."""
    return clean_text(text, Kind.BODY)


def clean_note(text: str) -> str:
    """A comment as it may stand: several lines, parted by newlines, without control characters."""
    if text.isprintable():
        return text
    lines = re.sub("\r\n|[\r\v\f\u0085\u2028\u2029]", "\n", text).split("\n")
    return "\n".join(one_line(line) for line in lines)

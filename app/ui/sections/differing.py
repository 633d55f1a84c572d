"""Two texts side by side as HTML, with what differs marked."""

from difflib import SequenceMatcher
from html import escape

_ALIKE = 0.4
"""Share of common characters below which two texts are two, and marking every second one helps nobody."""


def marked(text: str, other: str, colour: str) -> str:
    """A text as HTML, what the other does not have on a ground of that colour.

    Without marks where one is empty or they have little in common.
    """
    matcher = SequenceMatcher(None, text, other, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return escape(text)
    out: list[str] = []
    for tag, start, stop, *_ in matcher.get_opcodes():
        part = escape(text[start:stop])
        out.append(part if tag == "equal" or not part else f'<span style="background:{colour}">{part}</span>')
    return "".join(out)

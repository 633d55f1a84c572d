"""Lines of a speech for tests: one a line of the text, and what was made of them in few words."""

from collections.abc import Sequence

from app.importing.body import body_pieces
from app.importing.ladder import headings
from app.importing.lines import Line
from app.importing.missing import ContentsEntry

BODY = "各单位要对照要求逐项抓好落实，把工作做细做实，确保取得实效。"
"""A paragraph that can only be text."""


def lines(text: str) -> list[Line]:
    """The lines of a text; empty lines count as blank lines above the next."""
    found: list[Line] = []
    blank = 0
    for at, line in enumerate(text.split("\n")):
        if line:
            found.append(Line(at, 0, len(line), line, blank_before=blank))
        blank = 0 if line else blank + 1
    return found


def levels(source: str | Sequence[Line]) -> list[str]:
    """Kind and ordinal of each heading, with the number that it has in its text; a dash for a line that is none."""
    of = lines(source) if isinstance(source, str) else source
    return [
        f"{each.kind.value} {each.ordinal} {line.text[: each.number]}".strip() if each is not None else "-"
        for line, each in zip(of, headings(of), strict=True)
    ]


def pieces(source: str | Sequence[Line], contents: Sequence[ContentsEntry] = ()) -> list[str]:
    """The pieces of all lines: kind, marker and ordinal, text without number; + where joined."""
    of = lines(source) if isinstance(source, str) else source
    found: list[str] = []
    for line, row in zip(of, body_pieces(of, contents), strict=True):
        for piece in row:
            text = (
                piece.inserted or line.text[piece.start - line.start + piece.number : piece.stop - line.start]
            )
            ordinal = f"{piece.marker}{piece.ordinal}" if piece.ordinal else ""
            found.append(f"{'+' if piece.joined else ''}{piece.role.value}{ordinal}:{text}")
    return found

"""How the tests of recognition tell what was said of a text."""

from collections.abc import Sequence

from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece, Role
from app.importing.rejoining import rejoined
from app.importing.report import Fate
from app.importing.structure import structure
from app.importing.text import read_text


def name(role: Role) -> str:
    return role.name if isinstance(role, Fate) else role.value


def told(text: str) -> list[str]:
    """Every piece of a text as 「role text」."""
    paragraphs = rejoined(read_text(text).paragraphs).paragraphs
    return pieces_of(paragraphs, structure(paragraphs))


def pieces_of(paragraphs: Sequence[Paragraph], pieces: Sequence[Piece]) -> list[str]:
    return [
        f"{name(piece.role)} {paragraphs[piece.paragraph].text[piece.start : piece.stop].strip()}"
        for piece in pieces
    ]


def roles(text: str) -> list[str]:
    """The roles of the pieces of a text."""
    return [line.split(" ", 1)[0] for line in told(text)]

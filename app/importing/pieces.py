"""What a recogniser says of a source: stretches of its paragraphs that cover all of it, each with a role.

Nothing can be lost by construction: the pieces of a paragraph, one after the other, are its text.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.kinds import Kind, Lead
from app.importing.report import Fate

Role = Kind | Fate
"""What a piece becomes: a block of that kind, or an item of the report."""

Place = tuple[int, int]
"""Where a piece begins: index of the paragraph, offset in its text."""

Fixed = Mapping[Place, Role]
"""Roles that the writer set by hand; all else is recognised around them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start` to `stop` of the text of a paragraph, with what it is and how surely.

    `number` is the length of the number typed at its start, with the blanks behind it; a number that the
    source's program computed is not in the text. `ordinal` is what the number says, 0 where there is none.
    `marker` is that of a point. `joined` pieces run on in the printed paragraph of the piece before.
    `confidence` goes from 0 to 1; `reason` says in a few words, for the writer, why.
    `inserted` is text that the source does not have: a 【缺】 mark, or a heading known from the contents only;
    such a piece covers nothing (`start == stop`).
    `own` pieces are blocks of a draft of ours that was exported: nothing is guessed of their look, and `lead` is theirs.
    """

    paragraph: int
    start: int
    stop: int
    role: Role
    confidence: float
    reason: str
    number: int = 0
    ordinal: int = 0
    marker: str = ""
    joined: bool = False
    inserted: str = ""
    own: bool = False
    lead: Lead = Lead.AUTO

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.paragraph, self.start

"""Tracked changes: which text of a revised file is taken (ECMA-376 part 1, 17.13.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.importing.report import Fate
from app.importing.word.names import W


class Changes(StrEnum):
    """What becomes of changes that nobody has accepted or refused yet."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"
    KEPT = "kept"
    """Both texts, marked 待核实."""


INSERTIONS = (f"{W}ins", f"{W}moveTo")
DELETIONS = (f"{W}del", f"{W}moveFrom")
_REMARKS: Mapping[object, str] = {f"{W}del": "修订中删去的文字", f"{W}moveFrom": "修订中移走的文字"}


@dataclass(frozen=True, slots=True)
class Revision:
    """What a change says of the text in it: why it is not taken, or what is remarked on it."""

    fate: Fate | None = None
    query: bool = False
    remark: str = ""

    def around(self, inner: "Revision") -> "Revision":
        """What holds for text in both changes, this one around the other."""
        return Revision(self.fate or inner.fate, self.query or inner.query, inner.remark or self.remark)


def revision(tag: object, changes: Changes) -> Revision:
    """What one of `INSERTIONS` or `DELETIONS` says of its text."""
    if changes is Changes.KEPT:
        return Revision(query=True, remark=_REMARKS.get(tag, ""))
    if changes is Changes.ACCEPTED:
        return Revision(Fate.DELETED if tag in DELETIONS else None)
    return Revision(Fate.INSERTED if tag in INSERTIONS else None)


def vanishing_marks(changes: Changes) -> tuple[str, ...]:
    """What in the properties of a paragraph's end says that the end is not there, and the next one's text goes on."""
    return {Changes.ACCEPTED: DELETIONS, Changes.ORIGINAL: INSERTIONS, Changes.KEPT: ()}[changes]

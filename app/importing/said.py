"""What is said of one line: its role, how surely, and why."""

from typing import NamedTuple

from app.importing.pieces import Role

BLANKS = " \t\xa0\u2002\u2003\u2009\u3000\u200b\ufeff\u2028"
"""What stands around lines unseen."""


class Said(NamedTuple):
    """A role with its confidence from 0 to 1 and its reason in a few words, for the writer."""

    role: Role
    confidence: float
    reason: str

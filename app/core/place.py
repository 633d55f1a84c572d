"""A place in a draft: where a cursor stands, whatever shows the draft."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a draft: block index, and characters of the block's text before it."""

    index: int
    offset: int

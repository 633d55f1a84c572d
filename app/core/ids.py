"""Ids of blocks and sections: 8 small letters, made at random, never reused on purpose."""

import os
import string
from collections.abc import Callable

NewId = Callable[[], str]
"""What gives a fresh id at each call; tests pass one that counts."""

_LETTERS = string.ascii_lowercase


def random_id() -> str:
    """Eight random letters: 2·10¹¹ values, so that two of one draft do not meet."""
    return _letters(int.from_bytes(os.urandom(8), "big"))


def _letters(number: int) -> str:
    """A number in eight letters; greater ones begin anew."""
    letters = ""
    for _ in range(8):
        number, digit = divmod(number, 26)
        letters = _LETTERS[digit] + letters
    return letters


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) == 8 and text.isascii() and text.isalpha() and text.islower()


def counting_ids(start: int = 0) -> NewId:
    """Ids that count: aaaaaaaa, aaaaaaab …; for tests and for text that must come out the same twice."""
    at = start

    def next_id() -> str:
        nonlocal at
        at += 1
        return _letters(at - 1)

    return next_id

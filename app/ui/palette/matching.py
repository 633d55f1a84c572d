"""How well what was typed fits a name; pure."""

from collections.abc import Sequence

_BEGINS, _WITHIN, _INITIALS_BEGIN, _INITIALS_WITHIN = range(4)


def fit(query: str, name: str, initials: Sequence[str] = ()) -> int | None:
    """How well a query fits: the less the better, None where it does not.

    Words of the query, parted by blanks, must each stand in the name, or be the initials of characters of it
    that follow each other (`initials`: the letters each character may be typed by). Case does not matter.
    """
    fits = [_fit(word, name.lower(), initials) for word in query.lower().split()]
    return None if None in fits else max((each for each in fits if each is not None), default=0)


def _fit(word: str, name: str, initials: Sequence[str]) -> int | None:
    if name.startswith(word):
        return _BEGINS
    if word in name:
        return _WITHIN
    letters = [each for each in initials if each]
    places = range(len(letters) - len(word) + 1)
    at = next((at for at in places if _spells(word, letters[at : at + len(word)])), None)
    if at is None:
        return None
    return _INITIALS_WITHIN if at else _INITIALS_BEGIN


def _spells(word: str, letters: Sequence[str]) -> bool:
    return all(letter in each for letter, each in zip(word, letters, strict=True))

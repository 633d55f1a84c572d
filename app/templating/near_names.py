"""Names that are likely meant by one that is not there."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most three names that hold this one, are held by it, or differ from it in little."""
    known = list(dict.fromkeys(names))
    found = [each for each in known if name and (name in each or each in name)]
    found += [each for each in get_close_matches(name, known, 3, 0.4) if each not in found]
    return tuple(found[:3])


def suggestion(name: str, names: Iterable[str]) -> str:
    """The near names as a question for the end of a message, empty where there are none."""
    found = near(name, names)
    return f"是不是“{'”“'.join(found)}”？" if found else ""

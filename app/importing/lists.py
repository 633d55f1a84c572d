"""The numbers that a browser prints before the items of a list."""

import re
from collections.abc import Mapping

from app.core.numerals import chinese

_CHINESE = re.compile("cjk|chinese|hanzi")
_MOST = 9999


class ListNumbers:
    """The lists that are open, the innermost last."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, int]] = []
        """Type and next ordinal."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """A list begins: `ol` counts its items, `ul` does not."""
        css = attributes.get("style", "").lower()
        listed = re.search(r"list-style(?:-type)?:\s*([\w-]+)", css)
        kind = listed[1] if listed else attributes.get("type", "1")
        counts = name == "ol" and kind != "none"
        self._lists.append((kind if counts else "", _whole(attributes.get("start"), 1)))

    def end(self) -> None:
        """The innermost list ends."""
        if self._lists:
            self._lists.pop()

    def next(self, attributes: Mapping[str, str]) -> str:
        """The number of the next item as it is printed; empty where none is."""
        if not self._lists or not self._lists[-1][0]:
            return ""
        kind, ordinal = self._lists[-1]
        ordinal = _whole(attributes.get("value"), ordinal)
        self._lists[-1] = kind, ordinal + 1
        if _CHINESE.search(kind) and 1 <= ordinal <= _MOST:
            return f"{chinese(ordinal)}、"
        if (
            kind in ("a", "A", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin")
            and 1 <= ordinal <= 26
        ):
            return chr(ord("A" if kind in ("A", "upper-alpha", "upper-latin") else "a") + ordinal - 1) + "."
        return f"{ordinal}."


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and re.fullmatch("-?[0-9]{1,6}", text) else otherwise

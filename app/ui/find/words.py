"""Words of a text, remembered, so that only what changed is cut again."""

from collections.abc import Callable, Sequence

_REMEMBERED = 5000
"""Texts; more than any speech has paragraphs."""


class Words:
    """Cuts texts into words. May be called from the worker and from the window's thread."""

    def __init__(self, cut: Callable[[str], Sequence[str]]) -> None:
        self._cut = cut
        self._known: dict[str, Sequence[str]] = {}

    def __call__(self, text: str) -> Sequence[str]:
        """The words of a text."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._cut(text)
        return found

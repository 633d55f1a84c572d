"""The steps of one history: each deed is one, but for letters typed or taken one after the other."""

from collections.abc import Callable

from app.core.draft import Draft

Same = Callable[[Draft], bool]


class History:
    """What was there before each step, and what there was when steps were taken back."""

    def __init__(self, start: Draft) -> None:
        self.now = start
        self._past: list[Draft] = []
        self._future: list[Draft] = []

    def done(self, after: Draft, goes_on: bool = False) -> None:
        """One more step, or more of the last where it `goes_on`."""
        if not goes_on:
            self._past.append(self.now)
        self._future.clear()
        self.now = after

    def branch_off(self) -> None:
        """What was taken back cannot be done again."""
        self._future.clear()

    def undone(self, same: Same) -> bool:
        """Take back the last step; False where something else is shown."""
        if self._past:
            self._future.append(self.now)
            self.now = self._past.pop()
        return same(self.now)

    def redone(self, same: Same) -> bool:
        """Do again what was taken back last; False where something else is shown."""
        if self._future:
            self._past.append(self.now)
            self.now = self._future.pop()
        return same(self.now)

"""The steps of one history: each deed is one, but for letters typed or taken one after the other."""

from collections.abc import Callable

from app.core.draft import Draft

Same = Callable[[Draft], bool]


class History:
    """What was there before each step, and what there was when steps were taken back."""

    def __init__(self, start: Draft) -> None:
        self.now = start
        self._past: list[tuple[Draft, str]] = []
        self._future: list[tuple[Draft, str]] = []

    def done(self, after: Draft, run: str = "") -> None:
        """One more step. Steps of one `run` may be one for undo."""
        self._past.append((self.now, run))
        self._future.clear()
        self.now = after

    def branch_off(self) -> None:
        """What was taken back cannot be done again."""
        self._future.clear()

    def undone(self, same: Same) -> bool:
        """Take back the last step, or as many of its run as make what is shown; False where none does."""
        if not self._past:
            return same(self.now)
        run = self._past[-1][1]
        for count in range(1, len(self._past) + 1):
            before, its_run = self._past[-count]
            if count > 1 and (its_run != run or not run):
                return False
            if same(before):
                del self._past[-count:]
                self._future.append((self.now, run))
                self.now = before
                return True
        return False

    def redone(self, same: Same) -> bool:
        """Do again what was taken back last; False where something else is shown."""
        if self._future:
            after, run = self._future.pop()
            self._past.append((self.now, run))
            self.now = after
        return same(self.now)

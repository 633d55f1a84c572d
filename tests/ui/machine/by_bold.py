"""What the writer does once bold is wanted without a selection: letters come and go, and what comes is bold."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.ui.machine.beside import not_composing
from tests.ui.machine.by_keys import ByKeys
from tests.ui.machine.by_menu import ByMenu
from tests.ui.machine.drawn import places


class ByBold(ByKeys, ByMenu):
    """加粗 at a place, and letters typed and taken back there, without a pause in between."""

    @not_composing
    @rule(place=places, letters=st.lists(st.sampled_from(["", "", "甲", "x1"]), min_size=2, max_size=5))
    def write_bold(self, place: tuple[int, int], letters: list[str]) -> None:
        """An empty letter takes one back."""
        self.go(place)
        self.mark(None, True)
        for letter in letters:
            self.agrees()
            if letter:
                self.type(None, [letter])
            else:
                self.press_backspace(None, [False])

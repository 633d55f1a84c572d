"""What can be done with the fact that the text at the cursor says: go to its box, bind it again."""

from collections.abc import Callable
from dataclasses import replace

from app.core.computed import SCOPE
from app.core.draft import Block, Run
from app.core.place import Place
from app.templating.binding import Place as BoundPlace
from app.ui.document.positions import place_of
from app.ui.facts_panel import FactsPanel
from app.ui.page import Page
from app.ui.situation import Situation


class BoundPlaces:
    """The deeds on the bound run at the cursor of the open page; without one they do nothing."""

    def __init__(
        self,
        page: Callable[[], Page | None],
        facts: FactsPanel,
        show_facts: Callable[[], None],
        note: Callable[[str], None],
    ) -> None:
        self._page, self._facts, self._show_facts, self._note = page, facts, show_facts, note

    def follow(self, page: Page) -> None:
        """Let a page know which of its runs say their values, and where the writer wants to change one."""
        page.editor.filling.left.connect(self._facts.take_typed)
        page.editor.bound.is_live = lambda index, run: self._facts.says_its_value(
            page.document.draft(), index, run
        )
        page.editor.bound.wanted.connect(self.change_fact)

    def change_fact(self) -> None:
        """Put the focus into the box of the value at the cursor."""
        run = self._run()
        if run is None or run.bind is None:
            return
        if run.bind.scope == SCOPE:
            self._note("这个数由程序数出来，改了正文它就跟着变。")
            return
        self._show_facts()
        if not self._facts.go_to_box(run.bind.scope, run.bind.name):
            self._note(f"右边没有“{run.bind.name}”这一项。")

    def bind_again(self) -> None:
        """Give the run at the cursor the text of its value again."""
        place = self._place()
        if place is not None:
            self._facts.bind_again(place)

    def situation(self, now: Situation) -> Situation:
        """What depends on the run at the cursor, put into a situation."""
        page, run = self._page(), self._run()
        if page is None:
            return now
        editor = page.editor
        now = replace(now, selected=editor.textCursor().hasSelection(), bold=editor.bold_typing.is_on())
        if run is None or run.bind is None:
            return now
        index = page.editor.current_block_index()
        live = run.placeholder or self._facts.says_its_value(page.document.draft(), index, run)
        return replace(now, in_fact=True, edited_by_hand=not live)

    def _run(self) -> Run | None:
        page = self._page()
        found = page.editor.bound.here() if page is not None else None
        return found[2] if found is not None else None

    def _place(self) -> BoundPlace | None:
        """The bound run at the cursor as a place of the draft."""
        page = self._page()
        found = page.editor.bound.here() if page is not None else None
        if page is None or found is None:
            return None
        cursor = page.editor.textCursor()
        cursor.setPosition(found[0])
        at = place_of(cursor)
        block = page.document.draft().blocks[at.index]
        index = _run_at(block, at)
        run = block.runs[index] if index is not None else None
        return BoundPlace(block.id, index, run.text, live=False) if run and index is not None else None


def _run_at(block: Block, place: Place) -> int | None:
    """The index of the run that begins at an offset of the block."""
    start = 0
    for index, run in enumerate(block.runs):
        if start == place.offset and run.bind is not None:
            return index
        start += len(run.text)
    return None

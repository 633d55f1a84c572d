"""Brings outline, panel and status line up to the open draft, and says what commands depend on."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.core.draft import Draft
from app.core.kinds import HEADINGS
from app.core.place import Place
from app.jobs.speaking import known_loads, spoken_loads
from app.lang.speaking import Rate, format_minutes
from app.ui.facts_panel import FactsPanel
from app.ui.headings import Headings
from app.ui.outline.pane import OutlinePane
from app.ui.outline.rows import SpeakingTimes, speaking_times
from app.ui.page import Page
from app.ui.situation import Situation
from app.ui.status_line import StatusLine
from app.ui.tasks import Task, Tasks
from app.ui.writing import Writing


class DraftViews(QObject):
    """The views of one page at a time. `moved` tells that what commands depend on may be another."""

    moved = Signal()

    def __init__(
        self,
        outline: OutlinePane,
        facts: FactsPanel,
        status: StatusLine,
        tasks: Tasks,
        rate: Callable[[Draft], Rate],
        fail: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        """`rate` is how fast who speaks is taken to speak."""
        super().__init__(parent)
        self.page: Page | None = None
        self._outline, self._facts, self._status = outline, facts, status
        self._tasks, self._rate, self._fail = tasks, rate, fail
        self._timing: Task | None = None
        self._loads = known_loads()
        """For the worker alone."""
        self.writing = Writing(lambda: self.page, facts.commit)
        self.headings = Headings(
            self.draft, self.place, self.writing.change, outline.view.selected_keys, outline.outlined
        )
        outline.went_to.connect(self.writing.go_to_block)
        facts.changed.connect(self.writing.change)
        facts.went_to.connect(self.writing.go_to_words)

    def follow(self, page: Page | None) -> None:
        """Show another page's draft from now on; None shows none."""
        self.page = page
        if page is None:
            self._drop_timing()
            self._status.clear_draft()
            return
        page.document.draft_changed.connect(self.show_draft)
        page.document.undoAvailable.connect(lambda _: self.moved.emit())
        page.document.redoAvailable.connect(lambda _: self.moved.emit())
        page.editor.place_changed.connect(self._follow_cursor)
        if page.document.is_settling:
            page.document.tell_now()
        else:
            self.show_draft()

    def draft(self) -> Draft:
        """The draft as it stands; an empty one without a page."""
        return self.page.document.draft() if self.page else Draft()

    def block(self) -> int:
        """Index of the block with the cursor."""
        return self.page.editor.current_block_index() if self.page else 0

    def place(self) -> Place:
        """Where the cursor is."""
        return self.page.editor.selection()[0] if self.page else Place(0, 0)

    def show_draft(self) -> None:
        """Bring the views up to the draft."""
        if self.page is None:
            return
        draft = self.draft()
        self._outline.show_draft(draft)
        self._facts.show_draft(draft)
        self._status.show_length(self._outline.characters, _to_fill(draft))
        self.show_times()
        self.show_place()

    def _follow_cursor(self) -> None:
        """The cursor went to another block; where the draft changed, too, the views follow both a moment later."""
        if self.page is not None and not self.page.document.is_settling:
            self.show_place()

    def show_place(self) -> None:
        """Bring the views to where the cursor is."""
        if self.page is None:
            return
        index = self.block()
        self._outline.view.set_place(index)
        self._facts.show_place(self.draft(), index)
        path = self.headings.path()
        numbers = "".join(node.number for node in path if node.kind in HEADINGS)
        section = path[-1].text if path and path[-1].kind is None else ""
        self._status.show_place(numbers or section)
        self.moved.emit()

    def show_times(self) -> None:
        """Tell how long it takes to speak, reckoned in the worker: reading a long text aloud takes a while."""
        self._drop_timing()
        if self.page is None:
            return
        draft = self.draft()
        rate, nodes = self._rate(draft), self._outline.outlined(draft)

        def show(times: SpeakingTimes) -> None:
            self._timing = None
            self._status.show_minutes(format_minutes(times.whole))
            self._outline.model.show_times(times.rows)

        def reckon() -> SpeakingTimes:
            return speaking_times(draft, nodes, spoken_loads(draft.blocks, self._loads), rate)

        self._timing = self._tasks.run_task(reckon, show, self._fail)

    def _drop_timing(self) -> None:
        if self._timing is not None:
            self._timing.cancel()
            self._timing = None

    def situation(self, now: Situation) -> Situation:
        """What depends on the draft and the cursor, put into a situation."""
        if self.page is None:
            return now
        document = self.page.document
        now = replace(
            now,
            has_draft=True,
            modified=document.isModified(),
            can_undo=document.isUndoAvailable() and not now.read_only,
            can_redo=document.isRedoAvailable() and not now.read_only,
            undo_name=document.steps.undo,
            redo_name=document.steps.redo,
            placeholders=_to_fill(self.draft()),
        )
        return self.headings.situation(now)


def _to_fill(draft: Draft) -> int:
    return sum(run.placeholder for block in draft.blocks for run in block.runs)

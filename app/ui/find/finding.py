"""Find and replace at work: what the bar asks, on the page that is open, with its marks and its questions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.search import EVERYWHERE, Hit, find
from app.templating.library import Library
from app.ui.editor.speech_editor import Make
from app.ui.find.bar import FindBar, Scope
from app.ui.find.marks import HitMarks, cursor_of
from app.ui.find.questions import NUMBER, called
from app.ui.find.replacing import Replacing
from app.ui.find.scopes import within_of
from app.ui.find.words import Words
from app.ui.page import Page
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme


class Finding(QObject):
    """The search of one page at a time; what is looked for stays when another draft is opened."""

    def __init__(
        self,
        theme: Theme,
        tasks: Tasks,
        cut: Callable[[str], Sequence[str]],
        library: Callable[[], Library],
        change: Callable[[Make], None],
        window: QWidget,
    ) -> None:
        """`cut` cuts words, `library` declares facts, `change` carries out a plan on the draft as it stands."""
        super().__init__(window)
        self._tasks, self._change, self._window = tasks, change, window
        self._replacing = Replacing(library, window)
        self._words = Words(cut)
        self._page: Page | None = None
        self._marks: HitMarks | None = None
        self._hits: tuple[Hit, ...] = ()
        self._index_of: dict[str, int] = {}
        self._current: Hit | None = None
        self._within = EVERYWHERE
        self._origin = 0
        self._going = False
        self._task: Task | None = None
        self.bar = FindBar(theme, window)
        self.bar.hide()
        self.bar.query_changed.connect(self._search_and_go)
        self.bar.scope_changed.connect(self._choose_scope)
        self.bar.next_wanted.connect(self.next)
        self.bar.previous_wanted.connect(self.previous)
        self.bar.replace_wanted.connect(self.replace_one)
        self.bar.replace_all_wanted.connect(self.replace_all)
        self.bar.closed.connect(self.close)

    def follow(self, page: Page | None) -> None:
        """Search this page from now on; none without one. The bar stands above it."""
        self._drop_task()
        self._page, self._marks = page, HitMarks(page.editor) if page else None
        self._hits, self._current, self._within = (), None, EVERYWHERE
        self.bar.scope.setCurrentText(Scope.ALL)
        if page is None:
            self.bar.hide()
            self.bar.setParent(self._window)
            return
        page.put_above(self.bar)
        page.document.draft_changed.connect(self._search)
        page.editor.cursorPositionChanged.connect(self._when_moved)
        self._search()

    # Commands

    def show_find(self) -> None:
        """Open the bar to find, with the selected words in it."""
        self._open(replacing=False)

    def show_replace(self) -> None:
        """Open the bar to find and replace."""
        self._open(replacing=True)

    def next(self) -> None:
        """Go to the next hit, from the start again after the last."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before, from the end again before the first."""
        self._step(-1)

    def close(self) -> None:
        """Put the bar away; the writer goes on at the hit."""
        self._drop_task()
        self.bar.hide()
        self._show(())
        if self._page is not None:
            self._page.editor.setFocus()

    def _open(self, replacing: bool) -> None:
        if self._page is None:
            return
        editor = self._page.editor
        self.bar.show_replacing(replacing and not editor.isReadOnly())
        self.bar.say("")
        start, stop = editor.selection()
        within_bar = self.bar.isAncestorOf(self._window.focusWidget())
        self.bar.show()
        if not within_bar and start.index != stop.index:
            self.bar.scope.setCurrentText(Scope.SELECTION)
            self._choose_scope()
        elif not within_bar and start != stop:
            self.bar.sought.setText(editor.textCursor().selectedText())
        self._origin = editor.textCursor().selectionStart()
        self.bar.sought.setFocus()
        self.bar.sought.selectAll()
        self._search()

    # Searching

    def _choose_scope(self) -> None:
        """Take the section or the selection as they are now."""
        if self._page is not None:
            self._within, said = within_of(self.bar.chosen_scope, self._page)
            self.bar.say(said)
        self._search()

    def _search_and_go(self) -> None:
        """Search for what was typed, and show the first hit from where the writer was."""
        self.bar.say("")
        self._search(lambda: self._go(self._from(self._origin)))

    def _search(self, then: Callable[[], object] | None = None) -> None:
        """Bring the hits up to the draft; words are cut in the worker, which may have to learn them first."""
        self._drop_task()
        if self._page is None or not self.bar.isVisible():
            return
        draft = self._page.document.draft()
        search = partial(find, draft, self.bar.query, self._within, self._words)

        def show(hits: tuple[Hit, ...]) -> None:
            self._task = None
            self._show(hits, draft)
            if then is not None:
                then()

        if self.bar.query.whole_word and self.bar.query.text:
            self._task = self._tasks.run_task(search, show, self._refuse)
            return
        try:
            hits = search()
        except AppError as error:
            self._refuse(error)
        else:
            show(hits)

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _refuse(self, error: Exception) -> None:
        """Say what is wrong with a search; other errors go where all errors go."""
        if not isinstance(error, AppError):
            raise error
        self._show(())
        self.bar.say(str(error), wrong=True)

    def _show(self, hits: tuple[Hit, ...], draft: Draft | None = None) -> None:
        self._hits = hits
        self._index_of = {block.id: at for at, block in enumerate(draft.blocks)} if draft else {}
        if self._current not in hits:
            self._current = None
        found: dict[int, list[Hit]] = {}
        for hit in hits:
            found.setdefault(self._index_of[hit.block_id], []).append(hit)
        if self._marks is not None:
            self._marks.show(found)
        self._show_count()

    def _show_count(self) -> None:
        at = self._hits.index(self._current) if self._current in self._hits else None
        self.bar.show_count(len(self._hits), at)

    # Going

    def _when_moved(self) -> None:
        """The writer put the cursor elsewhere: there is no current hit any more."""
        if not self._going and self._page is not None:
            self._origin = self._page.editor.textCursor().selectionStart()
            if self._current is not None:
                self._current = None
                self._show_count()

    def _step(self, by: int) -> None:
        if self._page is None:
            return
        if not self.bar.isVisible():
            if not self.bar.query.text:
                self.show_find()
                return
            self.bar.show()
            self._search(lambda: self._step(by))
            return
        self.bar.say("")
        if not self._hits:
            return
        if self._current is not None:
            to = self._hits.index(self._current) + by
        else:
            to = self._from(self._page.editor.textCursor().selectionStart())
            to = to - 1 if by < 0 else to
        self._go(to)
        if not 0 <= to < len(self._hits):
            self.bar.say("已经找到末尾，从头找起。" if by > 0 else "已经找到开头，从末尾找起。")

    def _from(self, position: int) -> int:
        """Number of the first hit that does not begin before a position; how many there are where none does."""
        for at, hit in enumerate(self._hits):
            if self._cursor(hit).selectionStart() >= position:
                return at
        return len(self._hits)

    def _cursor(self, hit: Hit) -> QTextCursor:
        assert self._page is not None
        return cursor_of(self._page.editor, self._index_of[hit.block_id], hit)

    def _go(self, to: int) -> None:
        """Select a hit, round and round, and say what it is when it is more than text."""
        if not self._hits or self._page is None:
            return
        hit = self._current = self._hits[to % len(self._hits)]
        self._going = True
        self._page.editor.setTextCursor(self._cursor(hit))
        self._page.editor.ensureCursorVisible()
        self._going = False
        self._show_count()
        if hit.in_number:
            self.bar.say(NUMBER)
        elif hit.bind is not None:
            self.bar.say(f"这里是{called(hit.bind)}。")

    # Replacing

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; without one, or in a number, only go to the next."""
        page, hit = self._page, self._current
        if page is None or hit is None or hit.in_number:
            self.next()
            return
        try:
            make = self._replacing.one(page.document.draft(), hit, self.bar.replacement.text())
        except AppError as error:
            self.bar.say(str(error))
            return
        if make is not None:
            self._carry_out(make)
            self._search(lambda: self._go(self._from(page.editor.textCursor().position())))

    def replace_all(self) -> None:
        """Replace all hits in one step."""
        query, within = self.bar.query, self._within

        def search(draft: Draft) -> tuple[Hit, ...]:
            return find(draft, query, within, self._words)

        made = self._replacing.all(self._hits, search, self.bar.replacement.text()) if self._hits else None
        if made is None:
            return
        try:
            self._carry_out(made[0])
        except AppError as error:
            self.bar.say(str(error))
        else:
            self._search(lambda: self.bar.say("".join(made[1])))

    def _carry_out(self, make: Make) -> None:
        """Change the draft without taking the move of the cursor for the writer's."""
        self._going, self._current = True, None
        try:
            self._change(make)
        finally:
            self._going = False

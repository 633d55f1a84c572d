"""Find and replace at work: what the bar asks, on the page that is open."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.place import Place
from app.core.replace import place_after
from app.core.search import EVERYWHERE, Hit
from app.core.writing import Stroke
from app.templating.library import Library
from app.ui.editor.speech_editor import Make
from app.ui.find.bar import FindBar, Scope
from app.ui.find.hits import Hits
from app.ui.find.marks import HitMarks, cursor_of, show_in_middle
from app.ui.find.questions import NUMBER, called
from app.ui.find.replacing import Replacing
from app.ui.find.scopes import Where, is_elsewhere, where
from app.ui.find.searcher import Searcher
from app.ui.page import Page
from app.ui.tasks import Tasks
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
        self._change, self._window = change, window
        self._searcher = Searcher(tasks, cut)
        self._replacing = Replacing(library, window)
        self._page: Page | None = None
        self._marks: HitMarks | None = None
        self._hits, self._current = Hits(), None
        self._of: Draft | None = None
        """The draft that was searched last."""
        self._outcome = ""
        """What came of replacing, as the bar says it while the draft stands so."""
        self._told = ""
        """What the bar said of the current hit."""
        self._within = EVERYWHERE
        self._selection = Place(0, 0), Place(0, 0)
        """What the writer selected; hits that are gone to do not change it."""
        self._at = 0
        """Index of the block with the cursor, or with the hit that is selected."""
        self._is_open = self._is_going = False
        self.bar = FindBar(theme, window)
        self.bar.hide()
        self.bar.query_changed.connect(self._search_and_go)
        self.bar.scope_changed.connect(self._choose_scope)
        self.bar.next_wanted.connect(self.next)
        self.bar.previous_wanted.connect(self.previous)
        self.bar.replace_wanted.connect(self.replace_one)
        self.bar.replace_all_wanted.connect(self.replace_all)
        self.bar.closed.connect(self.close)
        theme.changed.connect(self._turn)

    def follow(self, page: Page | None) -> None:
        """Search this page from now on; none without one. The bar stands above it."""
        if page is self._page:
            return
        self._searcher.drop()
        self._page, self._marks = page, HitMarks(page.editor) if page else None
        self._hits, self._current, self._of = Hits(), None, None
        self.bar.choose_scope(Scope.ALL)
        self._take_scope()
        if page is None:
            self._is_open = False
            self.bar.hide()
            self.bar.setParent(self._window)
            return
        page.put_above(self.bar)
        page.document.draft_changed.connect(self._when_changed)
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
        self._searcher.drop()
        self._is_open = False
        self.bar.hide()
        self._show(Hits())
        if self._page is not None:
            self._page.editor.setFocus()

    def _open(self, replacing: bool) -> None:
        if self._page is None:
            return
        self.bar.show_replacing(replacing and not self._page.editor.isReadOnly())
        within_bar = self.bar.isAncestorOf(self._window.focusWidget())
        self._is_open = True
        self.bar.show()
        self.bar.say("")
        if not within_bar:
            self._take_selection(self._page)
        self.bar.sought.setFocus()
        self.bar.sought.selectAll()
        self._search()

    def _take_selection(self, page: Page) -> None:
        """Selected words are looked for, in several selected lines is looked."""
        start, stop = page.editor.selection()
        if start.index != stop.index:
            self.bar.choose_scope(Scope.SELECTION)
        self._renew_scope(page)
        if start.index == stop.index and start != stop:
            self.bar.sought.setText(page.editor.textCursor().selectedText())

    def _renew_scope(self, page: Page) -> None:
        """The bar comes in sight: selected lines are those of now, or none; the section is the cursor's."""
        start, stop = self._selection = page.editor.selection()
        if self.bar.chosen_scope is Scope.SELECTION and start.index == stop.index:
            self.bar.choose_scope(Scope.ALL)
        self._take_scope()

    # Searching

    def _choose_scope(self) -> None:
        """Look where the writer says, from now on."""
        self._take_scope()
        self._search()

    def _take_scope(self) -> None:
        """Take the section or the selection as they are now; 本节 is the one that is seen, with a hit selected, too."""
        found = Where()
        if self._page is not None:
            draft = self._page.document.draft()
            is_section = self.bar.chosen_scope is Scope.SECTION
            stretch = self._page.editor.selection() if is_section else self._selection
            found = where(self.bar.chosen_scope, draft, *stretch)
        self._within = found.within
        self.bar.show_section(found.short, found.title)
        self.bar.say(found.said)

    def _has_left_section(self, page: Page) -> bool:
        """Whether 本节, where the cursor is, is another section than the one that is looked in."""
        if self.bar.chosen_scope is not Scope.SECTION:
            return False
        return is_elsewhere(self._within, page.document.draft(), page.editor.selection()[0].index)

    def _search_and_go(self) -> None:
        """Search for what was typed, and show the first hit from where the writer was."""
        self.bar.say("")
        self._search(lambda: self._go(self._hits.first_from(self._selection[0])))

    def _search(self, then: Callable[[], object] | None = None) -> None:
        """Bring the hits up to the draft."""
        if self._page is None or not self._is_open:
            return

        def show(hits: Hits) -> None:
            self._show(hits)
            if then is not None:
                then()

        self._of = self._page.document.draft()
        if self._has_left_section(self._page):
            self._take_scope()
        self._searcher.search(self._of, self.bar.query, self._within, show, self._refuse)

    def _catch_up(self) -> None:
        """Search anew where the draft is not the one that was searched any more."""
        if self._page is not None and self._page.document.draft() is not self._of:
            self._search()

    def _refuse(self, error: AppError) -> None:
        self._show(Hits())
        self.bar.count.clear()
        self.bar.say(str(error), wrong=True)

    def _show(self, hits: Hits) -> None:
        self._hits = hits
        if self._marks is not None:
            self._marks.show(hits.by_block())
        self._be_at(self._current)

    def _be_at(self, hit: Hit | None) -> None:
        """This hit is the current one, if it is there."""
        at = self._hits.number_of(hit)
        self._current = hit if at is not None else None
        if at is None:
            self._take_back(self._told)
        self.bar.show_count(len(self._hits), at)

    def _turn(self) -> None:
        if self._marks is not None:
            self._marks.renew()

    def _when_changed(self) -> None:
        """What was said to be replaced is not any more, or not all, once the draft is another again."""
        if self._page is None:
            return
        if self._outcome and self._page.document.draft() is not self._of:
            self._take_back(self._outcome)
            self._outcome = ""
        self._search()

    def _take_back(self, said: str) -> None:
        """It is not so any more, if the bar says it still."""
        if said and self.bar.note.text() == said:
            self.bar.say("")

    # Going

    def _when_moved(self) -> None:
        """The writer put the cursor elsewhere: there is no current hit any more."""
        if self._page is None:
            return
        selection = self._page.editor.selection()
        before, self._at = self._at, selection[0].index
        if self._is_going:
            return
        self._selection = selection
        self._be_at(None)
        if self._is_open and before != self._at and self._has_left_section(self._page):
            self._search()

    @contextmanager
    def _going(self) -> Iterator[None]:
        """The cursor moves, and it is not the writer who moves it."""
        self._is_going = True
        try:
            yield
        finally:
            self._is_going = False

    def _step(self, by: int) -> None:
        if self._page is None:
            return
        if not self.bar.query.text:
            self.show_find()
            return
        if not self._is_open:
            self._is_open = True
            self.bar.show()
            self._renew_scope(self._page)
            self._search(lambda: self._step(by))
            return
        self._catch_up()
        self.bar.say("")
        to = self._hits.next_number(self._current, self._page.editor.selection(), by)
        beyond = "已经找到末尾，从头找起。" if by > 0 else "已经找到开头，从末尾找起。"
        self._go(to, "" if 0 <= to < len(self._hits) else beyond)

    def _go(self, to: int, said: str = "") -> None:
        """Select a hit, round and round, and say what it is when it is more than text."""
        if not self._hits or self._page is None:
            return
        hit, editor = self._hits.found[to % len(self._hits)], self._page.editor
        with self._going():
            editor.setTextCursor(cursor_of(editor, self._hits.index_of[hit.block_id], hit))
            show_in_middle(editor)
        self._be_at(hit)
        if hit.in_number:
            said += NUMBER
        elif hit.bind is not None:
            said += f"这里是{called(hit.bind)}。"
        self._told = said
        self.bar.say(said)

    # Replacing

    def replace_one(self) -> None:
        """Replace the current hit and go to the next; without one, or in a number, only go to the next."""
        self._catch_up()
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
            self._search(lambda: self._go(self._hits.first_from(page.editor.selection()[1])))

    def replace_all(self) -> None:
        """Replace all hits in one step."""
        self._catch_up()
        query, within = self.bar.query, self._within
        page = self._page
        if page is None:
            return
        try:
            made = self._replacing.all(
                page.document.draft(),
                self._hits.found,
                lambda draft: self._searcher.find(draft, query, within),
                self.bar.replacement.text(),
            )
        except AppError as error:
            self.bar.say(str(error))
            return
        if made is None:
            return
        plan, told = made

        def make(draft: Draft) -> Stroke:
            """Nothing stays selected: what is typed next would destroy it."""
            found = plan(draft)
            return Stroke(found, place_after(found, draft, page.editor.selection()[0]))

        try:
            with page.editor.looked_at():
                self._carry_out(make)
        except AppError as error:
            self.bar.say(str(error))
        else:
            self._search(lambda: self._tell_outcome("".join(told)))

    def _tell_outcome(self, said: str) -> None:
        self._outcome = said
        self.bar.say(said)

    def _carry_out(self, make: Make) -> None:
        with self._going():
            self._change(make)
        self.bar.take_as_done()

"""模板库: all section templates on their shelves, found by words, seen as a page, changed, put into the draft."""

from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.jobs.program import Program
from app.templating.library import Library
from app.ui.focus import Dialog, keep_return
from app.ui.library_watch import LibraryWatch
from app.ui.pieces import button, button_row
from app.ui.tasks import Tasks
from app.ui.templates.browser import Browser
from app.ui.templates.deeds import Export
from app.ui.templates.entries import Entry, entries
from app.ui.templates.entry_pane import EntryPane
from app.ui.templates.faults import Faults
from app.ui.templates.own_deeds import OwnDeeds
from app.ui.theme import Theme

_SIZE = (1180, 730)


class LibraryDialog(Dialog):
    """Shows and changes the templates. `template` is the ID of the one to be put into the draft, "" for none."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        watch: LibraryWatch,
        draft: Draft | None,
        writable: bool,
        export: Export,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, None where there is none; `writable` that a section can be put into it.

        `export` gives away templates of the writer's own.
        """
        super().__init__(parent)
        self.template = ""
        self._program, self._tasks, self._watch, self._writable = program, tasks, watch, writable
        self._shown: Library | None = None
        self.setWindowTitle("模板库")
        self.resize(*_SIZE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.faults = Faults(program, tasks)
        self.browser = Browser(program, tasks, theme)
        self.pane = EntryPane(program, tasks, theme, self.faults, draft, self.browser.list)
        self._own = OwnDeeds(program, tasks, theme, draft, export, self)
        self._lay_out()
        self.browser.chosen.connect(self._look_at)
        self.browser.list.activated.connect(lambda _: self._take())
        keep_return(self.browser.list)
        self.faults.found.connect(lambda: self.browser.show_faults(self.faults.first))
        self.pane.deeds.wanted.connect(self._do)
        self.read()
        self._following: QMetaObject.Connection | None = watch.changed.connect(self._follow)
        self.browser.search.setFocus()

    def _lay_out(self) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.browser)
        parts.addWidget(self.pane, 1)
        self.new = button("新建模板…", self._make_new)
        self.main = button("插入到稿子", self.put_in, "main")
        self.main.setToolTip("" if self._writable else "先打开一份稿子，再把模板放进去")
        below = button_row(button("关闭", self.reject), self.main, left=[self.new])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(below)

    # What is looked at

    def read(self, wanted: str = "") -> None:
        """Show the library as it is now, and look at the entry of that key, else at the same as before."""
        found = self._tasks.wait_for(lambda: entries(self._program))
        self._shown = self._program.library
        self.faults.look_at(found)
        self.browser.show_entries(found, wanted)

    def _follow(self) -> None:
        """Something was changed with another program."""
        if self._program.library is not self._shown:
            self.read()

    @property
    def entry(self) -> Entry | None:
        """The entry that is looked at."""
        return self.browser.entry

    def _look_at(self, entry: Entry | None) -> None:
        can_be_used = entry is not None and entry.template is not None and entry.version is None
        self.main.setEnabled(self._writable and can_be_used)
        self.pane.show_entry(entry)

    # What is done

    def put_in(self) -> None:
        """Leave with the template that is looked at, to be put into the draft."""
        if self.entry is not None and self.main.isEnabled():
            self.template = self.entry.id
            self.accept()

    def _take(self) -> None:
        """Do what Return and a double click on a template are for: put it in, else change the writer's own."""
        if self.main.isEnabled():
            self.put_in()
        elif self.entry is not None and self.entry.is_own:
            self._do("edit")

    def _do(self, deed: str) -> None:
        if self.entry is not None:
            self._look_again(self._own.do(deed, self.entry))

    def _make_new(self) -> None:
        shelf = self.browser.tree.shelf
        self._look_again(self._own.new(shelf.occasion if shelf else "", shelf.slot if shelf else ""))

    def _look_again(self, key: str | None) -> None:
        """Show the library as it is after a deed that gave this key; None where nothing was done."""
        if key is not None:
            self._tasks.wait_for(self._program.refresh_library)
            self.read(key)
            self._watch.look()  # the window is told
        self.browser.list.setFocus()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for anything any more."""
        if self._following is not None:
            self._watch.changed.disconnect(self._following)
            self._following = None
        self.browser.finish()
        self.pane.preview.finish()
        self.faults.finish()
        super().done(result)

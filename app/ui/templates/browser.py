"""What is looked through in the 模板库: shelves, a box to search in, and the list of what fits both."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.jobs.program import Program
from app.templating.finding import Found, TemplateIndex
from app.ui.pieces import label
from app.ui.tasks import Task, Tasks
from app.ui.templates.entries import Entry
from app.ui.templates.row_list import RowList
from app.ui.templates.rows import rows
from app.ui.templates.shelf_tree import ShelfTree
from app.ui.templates.shelves import ALL, OWN, Shelf, shelves
from app.ui.theme import Theme

_SHELVES, _LIST = 200, 310
_PAUSE = 120
"""Milliseconds after the last key before templates are looked for."""
_NOT_FOUND = "这里没有找到。少写几个词，或在左边选“全部模板”再找。"
_EMPTY = "这里还没有模板。选一个自带的，复制一份来改。"


class Browser(QWidget):
    """`chosen` tells the entry that is looked at, None where there is none."""

    chosen = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._program, self._tasks = program, tasks
        self._index: TemplateIndex | None = None
        self._indexing: Task | None = None
        self._entries: Mapping[str, Entry] = {}
        self._faulty: Mapping[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.tree = ShelfTree(theme)
        self.list = RowList(theme)
        self._make_search()
        self._lay_out()
        self.tree.chosen.connect(lambda _: self.look())
        self.list.chosen.connect(self.chosen)

    def _make_search(self) -> None:
        self.search = QLineEdit()
        self.search.setAccessibleName("找模板")
        self.search.setPlaceholderText("找模板：名称、写法、正文里的词")
        self.search.setToolTip("几个词之间空一格；也可以打名称的拼音首字母，如 dtby")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._pause.start)

    def _lay_out(self) -> None:
        self.tree.setFixedWidth(_SHELVES)
        self._none = label("", "faint")
        middle = QWidget()
        middle.setFixedWidth(_LIST)
        found = QVBoxLayout(middle)
        found.setContentsMargins(0, 0, 0, 0)
        found.setSpacing(8)
        for widget, share in ((self.search, 0), (self.list, 1), (self._none, 0)):
            found.addWidget(widget, share)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.tree)
        row.addWidget(middle)

    # What there is

    def show_entries(self, entries: Iterable[Entry], wanted: str = "") -> None:
        """Show what the library has now, and look at the entry of that key, else at the same as before."""
        self._entries = {entry.key: entry for entry in entries}
        self._make_index()
        self._show_shelves()
        self.look(wanted)
        if wanted in self._entries and (self.entry is None or self.entry.key != wanted):
            self.search.clear()
            if wanted not in _keys(self.tree.shelf):
                self.tree.look_at(OWN if self._entries[wanted].is_own else ALL)
            self.look(wanted)

    def show_faults(self, faulty: Mapping[str, str]) -> None:
        """Mark the entries, given by key, in which something is wrong."""
        self._faulty = faulty
        self._show_shelves()
        self.look()

    def _show_shelves(self) -> None:
        entries = tuple(self._entries.values())
        self.tree.show_shelves(shelves(self._program.library, entries, self._faulty))

    def _make_index(self) -> None:
        """Cut what there is into words; for the first time in the worker, since dictionaries are loaded for it."""
        if self._index is not None:
            self._index = self._tasks.wait_for(self._indexed)
        else:
            self.finish()
            self._indexing = self._tasks.run_task(self._indexed, self._take_index, _fail)

    def _indexed(self) -> TemplateIndex:
        templates = self._program.library.sections.values()
        return TemplateIndex(templates, self._program.segmenter.cut, self._index)

    def _take_index(self, index: TemplateIndex) -> None:
        self._index, self._indexing = index, None
        if self.search.text().strip():
            self.look()

    def finish(self) -> None:
        """Nobody looks any more."""
        self._pause.stop()
        if self._indexing is not None:
            self._indexing.cancel()
            self._indexing = None

    # What is looked at

    @property
    def entry(self) -> Entry | None:
        """The entry that is looked at."""
        return self.list.entry

    @property
    def place(self) -> tuple[str, str]:
        """The shelf and the entry that are looked at, by ID and key."""
        return self.tree.shelf.id if self.tree.shelf else ALL, self.entry.key if self.entry else ""

    def go_to(self, place: tuple[str, str]) -> None:
        """Look at the shelf and the entry where somebody was before."""
        self.tree.look_at(place[0])
        self.look(place[1])

    def look(self, wanted: str = "") -> None:
        """List what stands on the shelf and has what is looked for."""
        self._pause.stop()
        keys = _keys(self.tree.shelf)
        shown = [self._entries[key] for key in keys]
        found = self._found()
        if found is not None:
            places = {name: at for at, name in enumerate(found)}
            shown = sorted((e for e in shown if e.id in places), key=lambda entry: places[entry.id])
        self.list.show_rows(rows(shown, self._program.library, found, self._faulty), wanted)
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._none.setText(_NOT_FOUND if keys else _EMPTY)

    def _found(self) -> Mapping[str, Found] | None:
        """What is found, in order; None where nothing is looked for. Until dictionaries are loaded, by names alone."""
        query = self.search.text().strip()
        if not query:
            return None
        if self._index is None:
            words = query.split()
            named = (each for each in self._entries.values() if all(word in each.name for word in words))
            return {each.id: Found(each.id, tuple(words)) for each in named}
        return {each.template_id: each for each in self._index.find(query)}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search box go through the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
        return super().eventFilter(watched, event)


def _keys(shelf: Shelf | None) -> tuple[str, ...]:
    """The keys on a shelf; of one that only holds others, those of all of them."""
    if shelf is None:
        return ()
    return shelf.keys or tuple(dict.fromkeys(key for each in shelf.below for key in each.keys))


def _fail(error: Exception) -> None:
    """An error of the worker goes where all errors go."""
    raise error

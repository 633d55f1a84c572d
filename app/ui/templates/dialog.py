"""模板库: all section templates on their shelves, found by words, seen as a page, put into the draft."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.jobs.program import Program
from app.templating.finding import Found, TemplateIndex
from app.templating.library import Library
from app.templating.remarks import Remark
from app.ui.focus import Dialog
from app.ui.library_watch import LibraryWatch
from app.ui.pieces import button, heading, label
from app.ui.tasks import Task, Tasks
from app.ui.templates.deed_bar import DeedBar
from app.ui.templates.details import Details
from app.ui.templates.entries import Entry, entries
from app.ui.templates.faults import Faults
from app.ui.templates.own_deeds import OwnDeeds
from app.ui.templates.preview import TemplatePreview
from app.ui.templates.row_list import RowList
from app.ui.templates.rows import rows, use
from app.ui.templates.shelf_tree import ShelfTree
from app.ui.templates.shelves import ALL, OWN, shelves
from app.ui.theme import Theme

_SIZE = (1180, 730)
_SHELVES, _LIST = 200, 310
_PAUSE = 120
"""Milliseconds after the last key before templates are looked for."""


class LibraryDialog(Dialog):
    """Shows the templates; what is done with them, its owner does. `template` is the one to be put in, "" for none."""

    chosen = Signal(object)
    """Another entry is looked at."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        watch: LibraryWatch,
        draft: Draft | None,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, None where there is none; `writable` that a section can be put into it."""
        super().__init__(parent)
        self.template = ""
        self._program, self._tasks, self._watch, self._writable = program, tasks, watch, writable
        self._index: TemplateIndex | None = None
        self._indexing: Task | None = None
        self._shown: Library | None = None
        self._entries: Mapping[str, Entry] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._fill)
        self.setWindowTitle("模板库")
        self.resize(*_SIZE)
        self.tree = ShelfTree(theme)
        self.list = RowList(theme)
        self.preview = TemplatePreview(program, tasks, theme, draft)
        self.details = Details(theme)
        self.faults = Faults(program, tasks)
        self.deeds = DeedBar(self.list)
        self._own = OwnDeeds(program, tasks, theme, self)
        self._make_search()
        self._lay_out()
        self.tree.chosen.connect(lambda _: self._fill())
        self.list.chosen.connect(self._look_at)
        self.list.activated.connect(lambda _: self.put_in())
        self.preview.measured.connect(self._show_details)
        self.faults.found.connect(self._show_faults)
        self.deeds.wanted.connect(self._do)
        self.read()
        self._following: QMetaObject.Connection | None = watch.changed.connect(self._follow)
        self.search.setFocus()

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
        self._name, self._use = heading("", 2.0), label("", "faint")
        self._wrong = label("", "warning")
        self.tabs = QTabWidget()
        self.tabs.addTab(self.preview, "预览")
        self.tabs.addTab(self.details, "说明")
        right = QVBoxLayout()
        right.setSpacing(6)
        for widget in (self._name, self._use, self._wrong):
            right.addWidget(widget)
        right.addWidget(self.deeds)
        right.addWidget(self.tabs, 1)
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(self.tree)
        parts.addWidget(middle)
        parts.addSpacing(8)
        parts.addLayout(right, 1)
        self.new = button("新建模板…", self._make_new)
        self.main = button("插入到稿子", self.put_in, "main")
        self.main.setToolTip("" if self._writable else "先打开一份稿子，再把模板放进去")
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.new)
        below.addStretch(1)
        below.addWidget(button("关闭", self.reject))
        below.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(below)

    # What there is

    @property
    def entry(self) -> Entry | None:
        """The entry that is looked at."""
        return self.list.entry

    def read(self, wanted: str = "") -> None:
        """Show the library as it is now, and look at the entry of that key, else at the same as before."""
        program = self._program
        found = self._tasks.wait_for(lambda: entries(program))
        self._shown = program.library
        self._entries = {entry.key: entry for entry in found}
        if self._index is not None:
            self._index = self._tasks.wait_for(self._indexed)
        else:
            self._stop_indexing()
            self._indexing = self._tasks.run_task(self._indexed, self._take_index, _fail)
        self.faults.look_at(found)
        self._show_shelves()
        self._fill(wanted)
        if wanted in self._entries and (self.entry is None or self.entry.key != wanted):
            self.search.clear()
            if wanted not in self._keys():
                self.tree.look_at(OWN if self._entries[wanted].is_own else ALL)
            self._fill(wanted)

    def _follow(self) -> None:
        """Something was changed with another program."""
        if self._program.library is not self._shown:
            self.read()

    @property
    def place(self) -> tuple[str, str]:
        """The shelf and the entry that are looked at, by ID and key."""
        return self.tree.shelf.id if self.tree.shelf else ALL, self.entry.key if self.entry else ""

    def go_to(self, place: tuple[str, str]) -> None:
        """Look at the shelf and the entry where somebody was before."""
        self.tree.look_at(place[0])
        self._fill(place[1])

    def _indexed(self) -> TemplateIndex:
        templates = self._program.library.sections.values()
        return TemplateIndex(templates, self._program.segmenter.cut, self._index)

    def _stop_indexing(self) -> None:
        if self._indexing is not None:
            self._indexing.cancel()
            self._indexing = None

    def _take_index(self, index: TemplateIndex) -> None:
        self._index, self._indexing = index, None
        if self.search.text().strip():
            self._fill()

    def _show_shelves(self) -> None:
        found = tuple(self._entries.values())
        self.tree.show_shelves(shelves(self._program.library, found, self.faults.wrong))

    def _show_faults(self) -> None:
        """Something was found wrong in the writer's own."""
        self._show_shelves()
        self._fill()

    def _fill(self, wanted: str = "") -> None:
        """List what stands on the shelf and has what is looked for."""
        self._pause.stop()
        keys = self._keys()
        found = self._found()
        shown = [self._entries[key] for key in keys]
        if found is not None:
            places = {name: at for at, name in enumerate(found)}
            shown = sorted((e for e in shown if e.id in places), key=lambda entry: places[entry.id])
        first = self.faults.first
        self.list.show_rows(rows(shown, self._program.library, found, first), wanted)
        self.list.setVisible(bool(shown))
        self._none.setVisible(not shown)
        self._none.setText(self._nothing(bool(keys)))

    def _keys(self) -> tuple[str, ...]:
        shelf = self.tree.shelf
        if shelf is None:
            return ()
        return shelf.keys or tuple(dict.fromkeys(key for each in shelf.below for key in each.keys))

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

    def _nothing(self, has_some: bool) -> str:
        if has_some:
            return "这里没有找到。少写几个词，或在左边选“全部模板”再找。"
        return "这里还没有模板。选一个自带的，复制一份来改。"

    # What is looked at

    def _look_at(self, entry: Entry | None) -> None:
        template = entry.template if entry else None
        self._name.setText(entry.name if entry else "")
        slots = {
            slot.id: slot.name for each in self._program.library.occasions.values() for slot in each.slots
        }
        self._use.setText(
            f"{entry.origin.value} · {use(entry, slots)}".rstrip(" ·") if entry and template else ""
        )
        self._wrong.setText(self.faults.told(entry) if entry else "")
        self._wrong.setVisible(bool(self._wrong.text()))
        self.preview.show_template(template, bool(self._wrong.text()))
        self.main.setEnabled(self._writable and template is not None and not (entry and entry.version))
        self.deeds.show_entry(entry)
        self._show_details()
        self.chosen.emit(entry)

    def _show_details(self) -> None:
        entry = self.entry
        remarks: tuple[Remark, ...] = self.faults.doubts(entry) if entry else ()
        self.details.show_entry(self._program.library, entry, self.preview.characters, remarks)

    # What is done

    def _do(self, deed: str) -> None:
        entry = self.entry
        if entry is None:
            return
        self._look_again(self._own.do(deed, entry))

    def _make_new(self) -> None:
        shelf = self.tree.shelf
        _, occasion, slot = f"{shelf.id if shelf else ''}::".split(":", 2)
        self._look_again(self._own.new(occasion, slot.rstrip(":")))

    def _look_again(self, key: str | None) -> None:
        """Show the library as it is after a deed that gave this key; None where nothing was done."""
        if key is not None:
            self._tasks.wait_for(self._program.refresh_library)
            self.read(key)
            self._watch.look()  # the window is told
        self.list.setFocus()

    def told(self) -> str:
        """What is said above the page: whose it is and what it is for, and what is wrong with it."""
        return "\n".join(part for part in (self._use.text(), self._wrong.text()) if part)

    def put_in(self) -> None:
        """Leave with the template that is looked at, to be put into the draft."""
        if self.entry is not None and self.main.isEnabled():
            self.template = self.entry.id
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search box go through the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for anything any more."""
        if self._following is not None:
            self._watch.changed.disconnect(self._following)
            self._following = None
        self._stop_indexing()
        self.preview.finish()
        self.faults.finish()
        self._pause.stop()
        super().done(result)


def _fail(error: Exception) -> None:
    """An error of the worker goes where all errors go."""
    raise error

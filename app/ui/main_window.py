"""The main window: menus, one toolbar row, the start, and the workbench in its middle (LOOK.md, Frame).

Only what the first painting needs is imported here; the workbench comes after it.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QToolBar, QWidget

from app import __version__
from app.jobs.program import Program
from app.ui.actions import Actions, fill_menu_bar, make_menu_bar, make_toolbar
from app.ui.status_line import StatusLine
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.ui.bound_places import BoundPlaces
    from app.ui.files import Files
    from app.ui.find.finding import Finding
    from app.ui.first_page import FirstPage, FirstReading
    from app.ui.headings import Headings
    from app.ui.opened_menus import OpenedMenus
    from app.ui.outlining import Outlining
    from app.ui.own import Own
    from app.ui.sections.deeds import Sections
    from app.ui.start.page import StartPage
    from app.ui.viewing import Viewing
    from app.ui.workbench import Workbench
    from app.ui.writing import Writing

_APP = "四层讲稿"
_FIRST_SIZE = QSize(1360, 860)
_LATEST = 400
"""Milliseconds after which the program goes on also where the window was not painted."""
_BREATH = 50
"""Milliseconds for painting what the start page was filled with."""


class MainWindow(QMainWindow):
    """The one window of the program; the desk of its commands."""

    begun = Signal()
    """It was painted, and what waited for that is made now."""

    def __init__(self, program: Program, theme: Theme, tasks: Tasks, state: WindowState) -> None:
        super().__init__()
        self._program, self._theme, self._tasks, self._state = program, theme, tasks, state
        self._middle = QStackedWidget()
        self._waiting: QTimer | None = None
        self._fills_first = False
        self._first: FirstPage | None = None
        self._start: StartPage | None = None
        """The start page where it is shown; a draft that is begun with is shown without its ever being loaded."""
        self.status = StatusLine()
        self.commands = Actions(self, theme, self, first=self._take_name)
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._show_situation)
        self._refresh.timeout.connect(self._show_name)
        self.setCentralWidget(self._middle)
        self.setStatusBar(self.status)
        self._menus = make_menu_bar(self)
        self.addToolBar(make_toolbar(self.commands))
        self.setAcceptDrops(True)
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize()))
        self.is_placed = self.restoreGeometry(self._state.geometry)
        """It is where it was left; not so on the first day, and on a screen of quite another size."""
        self._state.troubled.connect(self.status.note)

    def show_at_once(self, reading: "FirstReading") -> None:
        """Put the draft that is read on the page before the window is painted, where it is quickly read."""
        from app.ui.first_page import first_page

        self._first = first_page(reading, self._theme, self._state)
        if self._first is not None:
            self._show_in_middle(self._first.parts)
            self._show_name()
            self._first.view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's call before the window is seen: without a draft it shows the start."""
        if self._middle.count() == 0:
            self._show_start()
        super().showEvent(event)

    def begin_when_painted(self, path: Path | None) -> None:
        """Begin right after the first painting: reading templates and files must not keep the window waiting.

        Without a file the start page is filled before. A window that is not painted, as one that is opened behind
        others, begins a moment later.
        """
        self._waiting = QTimer(self, singleShot=True, interval=_LATEST)
        self._waiting.timeout.connect(lambda: self.begin(path))
        self._waiting.start()
        self._fills_first = path is None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's call to paint what no part of the window covers; the parts are painted in the same turn."""
        super().paintEvent(event)
        if self._waiting is None or not self._waiting.isActive():
            return
        if self._fills_first:
            QTimer.singleShot(0, self._fill_start)
        else:
            self._waiting.start(0)

    def _fill_start(self) -> None:
        if self._start is not None:
            self._start.fill()

    def _begin_soon(self) -> None:
        """The start page is filled: go on when it is painted."""
        if self._waiting is not None and self._waiting.isActive():
            self._waiting.start(_BREATH)

    def begin(self, path: Path | None) -> None:
        """What waits until the window is painted: the workbench, the file to open, reading templates."""
        self.begun.emit()
        self.commands.make_all()
        fill_menu_bar(
            self._menus, self.commands, self._opened_menus.fill_recent, self._opened_menus.fill_layouts
        )
        self._state.tell_faults()
        self.bench.read_library()
        self.bench.watch.look()
        self._fill_start()  # it is seen beneath what is told or asked of a file that is not on the page yet
        if path is not None and self._first is None:
            self.files.open(path)
        self.bench.recovery.offer()

    # The desk of the commands

    @cached_property
    def bench(self) -> "Workbench":
        """What drafts are worked on with."""
        from app.ui.workbench import Workbench

        bench = Workbench(
            self._program, self._theme, self._tasks, self._state, self.status, self, self._around, self._first
        )
        bench.changed.connect(self._show_name)
        bench.changed.connect(self._refresh.start)
        bench.cleared.connect(self._show_start)
        bench.watch.changed.connect(self._show_library)
        bench.file_dropped.connect(self._take_dropped)
        bench.laid_out.connect(lambda: self._show_in_middle(bench.parts))
        bench.outline.view.menu_wanted.connect(self._opened_menus.pop_up_outline)
        bench.page_menu_wanted.connect(self._opened_menus.pop_up_page)
        self.status.placeholder_wanted.connect(bench.text.next_placeholder)
        bench.take_first()  # whatever is done first, it finds the draft that is seen
        return bench

    @cached_property
    def _opened_menus(self) -> "OpenedMenus":
        from app.ui.opened_menus import OpenedMenus

        return OpenedMenus(
            self.commands, lambda: self.bench, lambda: self._state.recent, self._show_situation, self
        )

    @property
    def files(self) -> "Files":
        """The deeds on files."""
        return self.bench.files

    @property
    def text(self) -> "Writing":
        """The deeds on the text."""
        return self.bench.text

    @property
    def bound(self) -> "BoundPlaces":
        """The deeds on the fact at the cursor."""
        return self.bench.bound

    @property
    def finding(self) -> "Finding":
        """Find and replace."""
        return self._finding

    @cached_property
    def _finding(self) -> "Finding":
        """The deeds of find and replace; its bar goes from page to page."""
        from app.ui.find.finding import Finding

        bench, program = self.bench, self._program
        cut, library = program.segmenter.cut, lambda: program.library
        finding = Finding(self._theme, self._tasks, cut, library, bench.text.change, self)
        bench.changed.connect(lambda: finding.follow(bench.page))
        finding.follow(bench.page)
        return finding

    @property
    def headings(self) -> "Headings":
        """The deeds on the outline."""
        return self.bench.headings

    @property
    def outlining(self) -> "Outlining":
        """The deeds in the tree and on headings side by side."""
        return self.bench.outlining

    @property
    def sections(self) -> "Sections":
        """The deeds on sections."""
        return self.bench.sections

    @property
    def own(self) -> "Own":
        """The deeds on what is the writer's own: templates, occasions, packs, layouts."""
        return self._own

    @cached_property
    def _own(self) -> "Own":
        from app.ui.own import Own

        return Own(self._program, self._tasks, self._theme, self._state, self.bench, self.status.note, self)

    def show_layers(self) -> None:
        """Show the four layers at the right."""
        self.bench.show_layers()

    def toggle_side(self, side: str) -> None:
        """Show or fold away the outline or the panel."""
        self.bench.toggle(side)

    def next_part(self) -> None:
        """Put the focus into the next of outline, text and panel."""
        self.bench.pass_on_focus(1)

    def previous_part(self) -> None:
        """Put the focus into the one before."""
        self.bench.pass_on_focus(-1)

    @property
    def viewing(self) -> "Viewing":
        """The deeds on how the page is seen."""
        return self.bench.viewing

    def show_palette(self) -> None:
        """Let the writer find a command by its name."""
        from app.ui.palette.popup import Palette
        from app.ui.palette.sources import command_results, file_results, heading_results

        self._show_situation()
        results = (
            *command_results(self.commands, self._state.recent_commands, self._state.add_recent_command),
            *heading_results(self.headings.nodes(), self.text.go_to_block),
            *file_results(self._state.recent, self.files.open),
        )
        Palette(results, self._theme, self).open()

    def show_shortcuts(self) -> None:
        """Show all keys on one page."""
        from app.ui.shortcuts_page import ShortcutsPage

        page = ShortcutsPage(self)
        page.exec()
        page.deleteLater()

    def show_recovered(self) -> None:
        """Offer again what a crash left."""
        self.bench.recovery.offer_again()

    def about(self) -> None:
        """Say what this is."""
        from app.ui.messages import tell

        tell(self, f"{_APP} {__version__}", "从场合和事实到排好版的 Word 文件。不联网，稿子只在这台电脑上。")

    def quit(self) -> None:
        """Leave the program."""
        self.close()

    def keep_now(self) -> None:
        """Write a recovery copy of the draft at once: something went wrong. Raises WriteError."""
        if self._has_bench:
            self.bench.recovery.keeper.keep_now()

    # What is shown

    def _around(self) -> list[QWidget]:
        """What stands about the three parts."""
        return [self.menuBar(), *self.findChildren(QToolBar), self.status]

    def _show_start(self) -> None:
        """Show what there is without a draft."""
        from app.ui.start.page import StartPage

        start = StartPage(lambda: self._program.library, self._state, self._tasks, self._theme)
        start.new_wanted.connect(lambda occasion: self.files.new(occasion))
        start.open_wanted.connect(lambda: self.files.choose_and_open())
        start.chosen.connect(lambda path: self.files.open(path))
        start.filled.connect(self._begin_soon)
        self._show_in_middle(start)
        self._start = start
        if self._has_bench:
            start.fill()
        self.status.clear_draft()
        start.setFocus()
        self._show_name()
        self._refresh.start()

    def _show_library(self) -> None:
        """The library is another one: the start shows its occasions, if it is the start that is seen."""
        if self._start is not None and self._middle.currentWidget() is self._start:
            self._start.show_library()

    def _show_in_middle(self, widget: QWidget) -> None:
        """The bench stays when the start is shown; a start that is over goes."""
        if self._middle.indexOf(widget) < 0:
            self._middle.addWidget(widget)
        self._middle.setCurrentWidget(widget)
        if self._start is not None and self._start is not widget:
            self._middle.removeWidget(self._start)
            self._start.deleteLater()
            self._start = None

    @property
    def _has_bench(self) -> bool:
        """Whether the workbench was made already: looking must not make it."""
        return "bench" in self.__dict__

    def _take_name(self) -> None:
        """A heading that is being written in the outline is written before anything is done with it."""
        if self._has_bench:
            self.bench.outline.view.take_name()

    def _show_name(self) -> None:
        """What is open, and whether it is changed."""
        name = self._first.name if self._first is not None else ""
        read_only = None
        if self._has_bench:
            name, read_only = self.files.name, self.files.read_only
        self.setWindowTitle(f"{name}{'（只读）' if read_only else ''}[*] — {_APP}" if name else _APP)
        document = self.bench.document if self._has_bench else None
        self.setWindowModified(document is not None and document.isModified())

    def _show_situation(self) -> None:
        """What can be done."""
        if self._has_bench:
            self.commands.show(self.bench.situation())

    # What comes from outside

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's call for Tab: it goes as the window is read, whenever what it shows was made."""
        from app.ui.focus import pass_on_tab, stops

        parts = [*self.findChildren(QToolBar), self._middle, self.status]
        order = [stop for part in parts for stop in stops(part)]
        return pass_on_tab(self.focusWidget(), order, forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key that nothing in the window took: Escape ends full screen."""
        if event.key() == QtCore.Qt.Key.Key_Escape and self._has_bench:
            self.viewing.leave_full_screen()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from app.ui.files_dropped import dropped_file

        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from app.ui.files_dropped import dropped_file

        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self._take_dropped(path)

    def _take_dropped(self, path: Path) -> None:
        # Whoever it was dragged from waits until the drop is over: what asks the writer comes after it.
        QTimer.singleShot(0, self, lambda: self._take(path))

    def _take(self, path: Path) -> None:
        from app.ui.files_dropped import is_pack, is_sheet

        if is_pack(path):
            self.own.packs.import_pack(path)
        elif is_sheet(path):
            self.files.new_from_table(path)
        else:
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._tasks.is_waiting or not self.files.may_leave():
            event.ignore()
            return
        if self._waiting is not None:
            self._waiting.stop()
        self.viewing.leave_full_screen()
        self._state.geometry = self.saveGeometry()
        self._state.save()
        self.files.let_go()
        self.bench.watch.stop()
        self.bench.put_away()
        self.bench.recovery.close()
        event.accept()

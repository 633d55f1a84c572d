"""The main window: outline, page, panel under one toolbar row, and what opens and closes in it (LOOK.md, Frame)."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from app import __version__
from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.exporting import layout_of
from app.jobs.program import Program
from app.layouts.find import DEFAULT, list_layouts
from app.ui.actions import Actions, fill_menu_bar, make_toolbar
from app.ui.commands import Situation
from app.ui.document.draft_document import DraftDocument
from app.ui.draft_views import DraftViews
from app.ui.facts_panel import FactsPanel
from app.ui.files import Files
from app.ui.files_dropped import dropped_file
from app.ui.frame import OUTLINE, PANEL, ThreeParts
from app.ui.headings import Headings
from app.ui.messages import tell, tell_error
from app.ui.outline.pane import OutlinePane
from app.ui.page import Page
from app.ui.side_panel import SidePanel
from app.ui.start_page import StartPage
from app.ui.status_line import StatusLine
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from app.ui.writing import Writing

_APP = "四层讲稿"
_FIRST_SIZE = (1360, 860)


class MainWindow(QMainWindow):
    """The one window of the program; the desk of its commands."""

    def __init__(self, program: Program, theme: Theme, tasks: Tasks, state: WindowState) -> None:
        super().__init__()
        self._program, self._theme, self._tasks, self._state = program, theme, tasks, state
        self._new_dialog: QWidget | None = None
        self.outline = OutlinePane(theme)
        self.facts = FactsPanel()
        self.status = StatusLine()
        self.parts = ThreeParts(self.outline, SidePanel(self.facts), state)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.parts)
        self._views = DraftViews(self.outline, self.facts, self.status, tasks, self.fail, self)
        self.files = Files(program, tasks, state, self, self)
        self.commands = Actions(self, theme, self)
        self._refresh = QTimer(self, singleShot=True, interval=0)
        self._refresh.timeout.connect(self._show_situation)
        self._build()

    def _build(self) -> None:
        self.setCentralWidget(self._middle)
        self.setStatusBar(self.status)
        fill_menu_bar(self, self.commands, self._fill_recent, self._fill_layouts)
        self.addToolBar(make_toolbar(self.commands))
        self.setAcceptDrops(True)
        self._views.moved.connect(self._refresh.start)
        self.parts.sides_changed.connect(self._refresh.start)
        self.files.changed.connect(self._show_name)
        self._theme.changed.connect(self._turn)
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(self._state.geometry)
        self.show_start()

    def begin(self, path: Path | None) -> None:
        """What waits until the window is painted: the file to open, and reading templates."""
        if path is not None:
            self.files.open(path)
        self._tasks.run_task(lambda: self._program.library, self.facts.set_library, self.fail)

    def fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        raise error

    # What commands work on

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self._views.page

    @property
    def document(self) -> DraftDocument | None:
        """The document of the open draft."""
        return self.page.document if self.page else None

    @property
    def text(self) -> Writing:
        """The deeds on the text."""
        return self._views.writing

    @property
    def headings(self) -> Headings:
        """The deeds on the outline."""
        return self._views.headings

    def settle(self) -> bool:
        """Take in what is being composed or typed; False where a box cannot be read."""
        QGuiApplication.inputMethod().commit()
        if self.facts.commit():
            return True
        if not self.parts.is_seen(PANEL):
            self.parts.toggle(PANEL)
            self.facts.commit()
        self.note("右边有一处事实看不懂，请先改好。")
        return False

    # What is shown

    def show_start(self) -> None:
        """Show what there is without a draft."""
        self._views.follow(None)
        start = StartPage(self._state.recent)
        start.new_wanted.connect(self.files.new)
        start.open_wanted.connect(self.files.choose_and_open)
        start.chosen.connect(self.files.open)
        self._show_in_middle(start)
        self._show_name()
        start.new.setFocus()

    def _show_in_middle(self, widget: QWidget) -> None:
        while self._middle.count() > 1:
            before = self._middle.widget(1)
            self._middle.removeWidget(before)
            before.deleteLater()
        if widget is not self.parts:
            self._middle.addWidget(widget)
        self._middle.setCurrentWidget(widget)

    def show_draft(self, draft: Draft) -> None:
        """Put a draft on the table in the place of what was there."""
        try:
            layout = layout_of(self._program, draft)
        except AppError as error:
            layout = layout_of(self._program, draft, DEFAULT)
            tell_error(self, error)
        page = Page(layout, draft, self._theme.dark)
        page.copy_wanted.connect(self.files.save_as)
        page.file_dropped.connect(self.files.open)
        page.document.modificationChanged.connect(self._show_modified)
        self.parts.set_page(page, page.least_width)
        self._show_in_middle(self.parts)
        self._views.follow(page)
        page.editor.setFocus()

    def set_layout(self, layout_id: str) -> None:
        """Show and print the draft in another layout. The document is filled anew, so undo begins here."""
        draft, at = self._views.draft(), self._views.block()
        if self.page is None or draft.layout == layout_id or not self.settle():
            return
        self.show_draft(replace(self._views.draft(), layout=layout_id))
        self.page.document.setModified(True)
        self.text.go_to_block(at)
        self.note("版式换好了；撤销从这里重新记起。")
        self._show_name()

    def _show_modified(self, modified: bool) -> None:
        self.setWindowModified(modified)
        if modified and self.files.path is not None:
            self.status.show_saved("有改动未保存")

    def _show_name(self) -> None:
        name, read_only = self.files.name, self.files.read_only
        self.setWindowTitle(f"{name}{'（只读）' if read_only else ''}[*] — {_APP}" if name else _APP)
        self.setWindowModified(self.page is not None and self.page.document.isModified())
        if self.page is not None:
            self.page.set_read_only(read_only)
            self.facts.set_read_only(read_only is not None)
        self._refresh.start()

    def show_saved(self, text: str) -> None:
        """Say whether and when the draft was saved."""
        self.status.show_saved(text)

    def note(self, text: str) -> None:
        """Say something for a while."""
        self.status.note(text)

    def _show_situation(self) -> None:
        now = Situation(
            read_only=self.files.read_only is not None,
            outline_shown=self.parts.is_seen(OUTLINE),
            panel_shown=self.parts.is_seen(PANEL),
        )
        self.commands.show(self._views.situation(now))

    def _turn(self, dark: bool) -> None:
        if self.page is not None:
            self.page.set_dark(dark)

    def toggle_outline(self) -> None:
        """Show or fold away the outline."""
        self.parts.toggle(OUTLINE)
        self._refresh.start()

    def toggle_panel(self) -> None:
        """Show or fold away the panel."""
        self.parts.toggle(PANEL)
        self._refresh.start()

    def next_part(self) -> None:
        """Put the focus into the next of outline, text and panel."""
        if self.page is None:
            return
        parts = [self.outline.view, self.page.editor, self.facts.first_box()]
        shown = [part for part in parts if part is not None and part.isVisible()]
        holders = [self.outline, self.page, self.facts]
        at = next((at for at, holder in enumerate(holders) if holder.isAncestorOf(self.focusWidget())), -1)
        part = parts[at] if at >= 0 else None
        shown[(shown.index(part) + 1) % len(shown) if part in shown else 0].setFocus()

    # Dialogs

    def choose_new(self) -> Draft | None:
        """Ask for a new draft; what was typed stays until one is made of it."""
        from app.ui.new_dialog import NewDialog

        if not isinstance(self._new_dialog, NewDialog):
            self._new_dialog = NewDialog(self._program, self._tasks, self._theme, self)
        dialog = self._new_dialog
        return dialog.draft if dialog.exec() else None

    def new_was_taken(self) -> None:
        """The next new draft is asked for afresh."""
        if self._new_dialog is not None:
            self._new_dialog.deleteLater()
            self._new_dialog = None

    def show_export(self, draft: Draft, source: Path | None) -> None:
        """Hand over a Word file."""
        from app.ui.export_dialog import ExportDialog

        dialog = ExportDialog(self._program, self._tasks, self._state, draft, source, self)
        dialog.go_to.connect(self.text.go_to_placeholder_in)
        dialog.exec()
        dialog.deleteLater()

    def about(self) -> None:
        """Say what this is."""
        tell(self, f"{_APP} {__version__}", "从场合和事实到排好版的 Word 文件。不联网，稿子只在这台电脑上。")

    # Menus that are filled when they open

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._state.recent:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.files.open(path))
        if menu.isEmpty():
            menu.addAction("还没有打开过稿子").setEnabled(False)

    def _fill_layouts(self, menu: QMenu) -> None:
        menu.clear()
        current = self._views.draft().layout if self.page else ""
        for layout in list_layouts(self._program.places.layout_folders).layouts:
            action = menu.addAction(layout.name)
            action.setCheckable(True)
            action.setChecked(layout.id == current)
            action.setEnabled(self.page is not None and self.files.read_only is None)
            action.triggered.connect(lambda _=False, layout_id=layout.id: self.set_layout(layout_id))

    # What comes from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    def quit(self) -> None:
        """Leave the program."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._tasks.is_waiting or not self.files.may_leave():
            event.ignore()
            return
        self._state.geometry = self.saveGeometry()
        self._state.save()
        self.files.let_go()
        self._views.follow(None)
        event.accept()

"""The main window: outline, page, panel, and what brings them up to the draft (LOOK.md, Frame)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QWidget

from app import __version__
from app.core.draft import Draft
from app.core.errors import AppError
from app.core.kinds import HEADINGS, Kind
from app.core.plan import Plan
from app.jobs.exporting import layout_of
from app.jobs.program import Program
from app.jobs.speaking import draft_time
from app.lang.speaking import PRESETS, SpeakingTime, format_minutes
from app.layouts.find import DEFAULT, list_layouts
from app.ui.actions import Actions, fill_menu_bar, make_toolbar
from app.ui.commands import Situation
from app.ui.document.draft_document import DraftDocument
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
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_APP = "四层讲稿"
_FIRST_SIZE = (1360, 860)


class MainWindow(QMainWindow):
    """The one window of the program; the desk of its commands."""

    def __init__(self, program: Program, theme: Theme, tasks: Tasks, state: WindowState) -> None:
        super().__init__()
        self._program, self._theme, self._tasks, self._state = program, theme, tasks, state
        self.page: Page | None = None
        self._new_dialog: QWidget | None = None
        self._timing: Task | None = None
        self.outline = OutlinePane(theme)
        self.facts = FactsPanel()
        self.status = StatusLine()
        self.parts = ThreeParts(self.outline, SidePanel(self.facts), state)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.parts)
        self.files = Files(program, tasks, state, self, self)
        self.headings = Headings(self._draft, self._block, self._carry_out)
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
        self.outline.went_to.connect(self.go_to_block)
        self.facts.changed.connect(self._change)
        self.status.placeholder_wanted.connect(self.next_placeholder)
        self.parts.sides_changed.connect(self._refresh.start)
        self.files.changed.connect(self._show_name)
        self._theme.changed.connect(self._turn)
        self.resize(*_FIRST_SIZE)
        self.restoreGeometry(self._state.geometry)
        self.show_start()

    # What is shown

    @property
    def document(self) -> DraftDocument | None:
        """The document of the open draft."""
        return self.page.document if self.page else None

    def _draft(self) -> Draft:
        return self.page.document.draft() if self.page else Draft()

    def _block(self) -> int:
        return self.page.editor.current_block_index() if self.page else 0

    def show_start(self) -> None:
        """Show what there is without a draft."""
        self.page = None
        start = StartPage(self._state.recent)
        start.new_wanted.connect(lambda: self.files.new())
        start.open_wanted.connect(lambda: self.files.choose_and_open())
        start.chosen.connect(self.files.open)
        self._show_in_middle(start)
        self.status.clear_draft()
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
        page.document.draft_changed.connect(self._show_draft_changed)
        page.document.undoAvailable.connect(lambda _: self._refresh.start())
        page.document.redoAvailable.connect(lambda _: self._refresh.start())
        page.document.modificationChanged.connect(self._show_modified)
        page.editor.place_changed.connect(self._show_place)
        self.page = page
        self.parts.set_page(page, page.least_width)
        self._show_in_middle(self.parts)
        self._show_draft_changed()
        page.editor.setFocus()

    def _show_draft_changed(self) -> None:
        """Bring outline, panel and line up to the draft."""
        if self.page is None:
            return
        draft = self._draft()
        self.outline.show_draft(draft)
        self.facts.show_draft(draft)
        self.status.show_length(self.outline.characters, self._to_fill(draft))
        self._time(draft)
        self._show_place(self._block())

    def _to_fill(self, draft: Draft) -> int:
        return sum(run.placeholder for block in draft.blocks for run in block.runs)

    def _time(self, draft: Draft) -> None:
        """Minutes are reckoned in the worker: reading a long text aloud takes a while."""
        if self._timing is not None:
            self._timing.cancel()

        def show(time: SpeakingTime) -> None:
            self._timing = None
            self.status.show_minutes(format_minutes(time))

        self._timing = self._tasks.run_task(lambda: draft_time(draft, PRESETS["常速"]), show, self.fail)

    def _show_place(self, index: int) -> None:
        if self.page is None:
            return
        self.outline.view.set_place(index)
        self.facts.show_place(self._draft(), index)
        self.status.show_place("".join(node.number for node in self.headings.path() if node.kind in HEADINGS))
        self._refresh.start()

    def _show_modified(self, modified: bool) -> None:
        self.setWindowModified(modified)
        if modified and self.files.path is not None:
            self.status.show_saved("有改动未保存")

    def _show_name(self) -> None:
        name = self.files.name
        read_only = self.files.read_only
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
            has_draft=self.page is not None,
            read_only=self.files.read_only is not None,
            outline_shown=self.parts.is_seen(OUTLINE),
            panel_shown=self.parts.is_seen(PANEL),
        )
        if self.page is not None:
            document = self.page.document
            now = replace(
                now,
                modified=document.isModified(),
                can_undo=document.isUndoAvailable() and now.writable,
                can_redo=document.isRedoAvailable() and now.writable,
                placeholders=self._to_fill(self._draft()),
            )
            now = self.headings.situation(now)
        self.commands.show(now)

    def _turn(self, dark: bool) -> None:
        if self.page is not None:
            self.page.editor.set_dark(dark)

    # What is done

    def settle(self) -> bool:
        """Take in what is being composed or typed; False where a box cannot be read."""
        QGuiApplication.inputMethod().commit()
        return self.facts.commit()

    def _change(self, change: Callable[[Draft], Plan]) -> None:
        if self.page is not None and self.files.read_only is None:
            self.page.editor.carry_out(change(self._draft()))

    def _carry_out(self, plan: Plan, block: int) -> None:
        """An outline command: the cursor goes with what it was in."""
        if self.page is None or plan.is_empty:
            return
        QGuiApplication.inputMethod().commit()
        self.page.document.apply(plan)
        self.page.editor.go_to_block(min(block, max(0, self.page.document.blockCount() - 1)))

    def undo(self) -> None:
        """Take back the last step."""
        if self.page is not None and self.settle():
            self.page.editor.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.page is not None:
            self.page.editor.redo()

    def set_kind(self, kind: Kind) -> None:
        """Make the selected blocks of one kind."""
        if self.page is not None:
            QGuiApplication.inputMethod().commit()
            self.page.editor.set_kind(kind)

    def toggle_joined(self) -> None:
        """Join the selected blocks to their paragraph, or part them."""
        if self.page is not None:
            QGuiApplication.inputMethod().commit()
            self.page.editor.toggle_joined()

    def next_placeholder(self) -> None:
        """Select the next 待填."""
        if self.page is not None:
            self.page.editor.next_placeholder()

    def previous_placeholder(self) -> None:
        """Select the 待填 before."""
        if self.page is not None:
            self.page.editor.previous_placeholder()

    def go_to_block(self, index: int) -> None:
        """Put the cursor at a block."""
        if self.page is not None:
            self.page.editor.go_to_block(index)

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
        at = next(
            (at for at, part in enumerate(shown) if part.hasFocus() or part.isAncestorOf(self.focusWidget())),
            -1,
        )
        shown[(at + 1) % len(shown)].setFocus()

    def about(self) -> None:
        """Say what this is."""
        tell(self, f"{_APP} {__version__}", "从场合和事实到排好版的 Word 文件。不联网，稿子只在这台电脑上。")

    def quit(self) -> None:
        """Leave the program."""
        self.close()

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
        dialog.go_to.connect(self._go_to_placeholder)
        dialog.exec()
        dialog.deleteLater()

    def _go_to_placeholder(self, block_id: str) -> None:
        self.go_to_block(self._draft().index_of(block_id))
        self.next_placeholder()

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
        current = self._draft().layout
        for layout in list_layouts(self._program.places.layout_folders).layouts:
            action = menu.addAction(layout.name)
            action.setCheckable(True)
            action.setChecked(self.page is not None and layout.id == current)
            action.setEnabled(self.page is not None and self.files.read_only is None)
            action.triggered.connect(lambda _=False, layout_id=layout.id: self.set_layout(layout_id))

    def set_layout(self, layout_id: str) -> None:
        """Show and print the draft in another layout. The document is filled anew, so undo begins here."""
        if self.page is None or self._draft().layout == layout_id or not self.settle():
            return
        at = self._block()
        self.show_draft(replace(self._draft(), layout=layout_id))
        self.page.document.setModified(True)
        self.go_to_block(at)
        self.note("版式换好了；撤销从这里重新记起。")
        self._show_name()

    # The window itself

    def begin(self, path: Path | None) -> None:
        """What waits until the window is painted: reading templates, and the file to open."""
        if path is not None:
            self.files.open(path)
        self._tasks.run_task(lambda: self._program.library, self.facts.set_library, self.fail)

    def fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        raise error

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.files.open(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._tasks.is_waiting or not self.files.may_leave():
            event.ignore()
            return
        self._state.geometry = self.saveGeometry()
        self._state.save()
        self.files.let_go()
        event.accept()

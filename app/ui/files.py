"""The file of the draft: new, open, save, close, export. No change is ever lost without being asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTime, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import FORCED_LINE_END, Draft
from app.core.errors import AppError, WriteError
from app.core.kinds import Kind
from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES, Opened, open_draft
from app.jobs.program import Program
from app.jobs.saving import Saved
from app.storage.siceng_file import Stamp
from app.ui.dialogs import Dialogs
from app.ui.importing import Importing
from app.ui.messages import Answer, ask, ask_to_save, tell_error
from app.ui.open_file import OpenFile
from app.ui.status_line import saved_at
from app.ui.tasks import Tasks
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.ui.document.draft_document import DraftDocument

_OPENABLE = ";;".join(
    f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
    for name, suffixes in (
        ("讲话稿和旧稿", (DRAFT_SUFFIX, *FOREIGN_SUFFIXES)),
        ("四层讲稿", (DRAFT_SUFFIX,)),
        ("Word、WPS", (".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt")),
        ("文本", (".txt", ".md", ".markdown")),
    )
)
_OPENABLE += ";;全部文件 (*)"
_SAVEABLE = f"四层讲稿 (*{DRAFT_SUFFIX})"


class Table(Protocol):
    """What the deeds on files need of the window."""

    @property
    def document(self) -> "DraftDocument | None": ...
    def show_draft(self, draft: Draft) -> None: ...
    def show_start(self) -> None: ...
    def settle(self) -> bool: ...
    def note(self, text: str) -> None: ...
    def show_saved(self, text: str) -> None: ...


class Files(QObject):
    """Which file is open, and what is done with it. `changed` tells that its name or state is another."""

    changed = Signal()

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        state: WindowState,
        table: Table,
        dialogs: Dialogs,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._program, self._tasks, self._state = program, tasks, state
        self._table, self._dialogs, self._window = table, dialogs, window
        self._importing = Importing(program, tasks, state, dialogs, window)
        self._file = OpenFile(program.places.cache / "locks", tasks)

    # What is open

    @property
    def opened(self) -> Opened | None:
        """What was read of the file, or written into it, last; None without a draft."""
        return self._file.opened

    def take_as_now(self, stamp: Stamp) -> None:
        """Take the file as it looks now, whoever wrote it: saving may replace it."""
        self._file.take_as_now(stamp)

    @property
    def path(self) -> Path | None:
        """The file of the draft; None for one that was never saved as a draft."""
        return self._file.path

    @property
    def name(self) -> str:
        """What the draft is called in the title bar and in questions."""
        if self.path is not None:
            return self.path.name
        if self._file.source is not None:
            return self._file.source.stem
        return _title(self._table.document.draft()) if self._table.document is not None else ""

    @property
    def read_only(self) -> str | None:
        """Why it must not be changed, None where it may."""
        return self._file.read_only

    # New and open

    def new(self, occasion: str = "") -> None:
        """A new draft from an occasion; with its ID, that one is chosen beforehand."""
        draft = self._dialogs.choose_new(occasion)
        if draft is None or not self.may_leave():
            return
        self.take(Opened(draft, None))
        self._dialogs.new_was_taken()
        document = self._table.document
        if document is not None:
            document.setModified(True)
            self._table.show_saved("还没有保存")

    def new_from_table(self, table: Path | None = None) -> None:
        """Drafts in files of their own, a row of a table each; what is open stays unless one of them is opened.

        None asks for the table.
        """
        path = self._dialogs.show_from_table(table)
        if path is not None:
            self.open(path)

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        folder = str(self._state.draft_folder)
        name, _ = QFileDialog.getOpenFileName(self._window, "打开讲话稿", folder, _OPENABLE)
        if name:
            self.open(Path(name))

    def choose_and_import(self) -> None:
        """Ask for a file of another program, and have a draft made of it."""
        path = self._importing.choose()
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> bool:
        """Open a file, of another program by way of the preview; what is open now is asked about before it goes."""
        if path.suffix.lower() == DRAFT_SUFFIX:
            return self._open_draft(path)
        document = self._table.document
        opened = self._importing.opened(path, None if document is None else document.draft())
        if opened is None:
            return False
        if opened.stamp is not None:
            return self._open_draft(opened.path or path)
        if not self.may_leave():
            return False
        self.take_read(opened)
        document = self._table.document
        if document is not None and opened.origin is not None:
            document.setModified(True)
        return True

    def _open_draft(self, path: Path) -> bool:
        """Open a draft; what is open now may be the same, and is saved before it is read."""
        if not self.may_leave():
            return False
        try:
            opened = self._tasks.wait_for(lambda: open_draft(self._program, path))
        except AppError as error:
            tell_error(self._window, error)
            return False
        self.take_read(opened)
        return True

    def take_read(self, opened: Opened) -> None:
        """Put on the table what was read of a file that the writer chose."""
        self.take(opened)
        if opened.path is not None:
            self._state.add_recent(opened.path)
        if opened.notices:
            self._table.note("".join(opened.notices))

    def take(self, opened: Opened) -> None:
        """Put on the table what was opened, with the lock on its file."""
        opened, lock = self._file.lock(opened)
        self._table.show_draft(opened.draft)
        self._file.take(opened, lock)
        self._table.show_saved("" if opened.stamp else "还没有保存")
        self.changed.emit()

    # Save

    def save(self) -> bool:
        """Save into the draft's file, or ask for one; whether it is saved now."""
        document = self._table.document
        if document is None or not self._table.settle():
            return False
        if not self._file.may_be_saved:
            return self.save_as()
        draft = document.draft()
        try:
            saved = self._file.save(draft)
        except WriteError as error:
            if ask(self._window, error.what, error.remedy, "另存为…") == 0:
                return self.save_as()
            return False
        self._told_saved(saved, draft)
        return True

    def save_as(self) -> bool:
        """Ask for a name and save there; from then on that is the draft's file."""
        document = self._table.document
        if document is None or not self._table.settle():
            return False
        path = self._chosen_name(document.draft())
        if path is None:
            return False
        draft = document.draft()
        try:
            saved = self._file.save_as(path, draft)
        except WriteError as error:
            tell_error(self._window, error)
            return False
        self._state.add_recent(saved.path)
        self._told_saved(saved, draft)
        return True

    def _chosen_name(self, draft: Draft) -> Path | None:
        known = self._file.source
        folder = known.parent if known else self._state.draft_folder
        suggested = folder / f"{known.stem if known else _title(draft)}{DRAFT_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, "另存为", str(suggested), _SAVEABLE)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == DRAFT_SUFFIX else path.with_name(path.name + DRAFT_SUFFIX)

    def _told_saved(self, saved: Saved, draft: Draft) -> None:
        document = self._table.document
        if document is not None and document.draft() is draft:
            document.setModified(False)
        self._table.show_saved(saved_at(QTime.currentTime()))
        if saved.note:
            self._table.note(saved.note)
        self.changed.emit()

    # Leave

    def may_leave(self) -> bool:
        """Whether what is open may go: nothing is changed, or the writer saved it or let it go."""
        document = self._table.document
        if document is None:
            return True
        if not self._table.settle():
            return False
        if not document.isModified():
            return True
        answer = ask_to_save(self._window, self.name, saved_before=self.path is not None)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def close_draft(self) -> None:
        """Close the draft; the window shows the start again."""
        if self.may_leave():
            self.let_go()
            self._table.show_start()

    def let_go(self) -> None:
        """Forget what is open; the next window may have its file."""
        self._file.take(None)
        self.changed.emit()

    def export(self) -> None:
        """Make a Word file of the draft as it stands."""
        document = self._table.document
        if document is not None and self._table.settle():
            self._dialogs.show_export(document.draft(), self._file.source)


def _title(draft: Draft) -> str:
    """The title as a file's name."""
    title = next((block.text for block in draft.blocks if block.kind is Kind.TITLE), "")
    kept = "".join(
        char for char in title.replace(FORCED_LINE_END, "") if char.isprintable() and char not in '\\/:*?"<>|'
    )
    return kept.strip(" .")[:60] or "讲话稿"

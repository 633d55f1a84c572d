"""The window's part in losing nothing: copies while it is open, what a crash left when it starts."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.core.draft import Draft
from app.jobs.opening import Opened
from app.jobs.program import Program
from app.jobs.recovery import Offer, Offers, new_journal, offers, reopened
from app.ui.messages import tell
from app.ui.recovery import outside
from app.ui.recovery.dialog import RecoveredDialog
from app.ui.recovery.keeper import Keeper, Origin
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.ui.document.draft_document import DraftDocument


class Files(outside.Files, Protocol):
    """What recovery needs of the deeds on files."""

    def may_leave(self) -> bool: ...
    def take(self, opened: Opened) -> None: ...


class Recovery(QObject):
    """Keeps copies of the draft on the table, and opens those that were left behind."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        files: Files,
        table: outside.Table,
        with_typed: Callable[[Draft], Draft],
        window: QWidget,
    ) -> None:
        """`with_typed` puts into a draft what stands in boxes and is not taken yet."""
        super().__init__(window)
        self._program, self._tasks, self._files = program, tasks, files
        self._table, self._window = table, window
        self.keeper = Keeper(new_journal(program), self._origin, with_typed, self)
        self.keeper.told.connect(table.note)
        self.watch = outside.OutsideWatch(files, table, tasks, window)

    def _origin(self) -> Origin:
        opened = self._files.opened
        return Origin(opened.path, opened.stamp) if opened else Origin()

    def follow(self, document: "DraftDocument | None") -> None:
        """Keep copies of this document from now on; None of none."""
        self.keeper.follow(document)

    def offer(self) -> None:
        """At the start: ask what to do with what a crash left, where there is anything."""
        self._look(lambda found: None)

    def offer_again(self) -> None:
        """At the writer's wish: ask the same, or say that there is nothing."""
        self._look(lambda found: tell(self._window, "没有恢复稿。", _NONE))

    def _look(self, nothing: Callable[[Offers], object]) -> None:
        def show(found: Offers) -> None:
            for notice in found.notices:
                self._table.note(notice)
            if found.offers:
                self._ask(found.offers)
            elif not found.notices:
                nothing(found)

        self._tasks.run_task(lambda: offers(self._program), show, self._fail)

    def _ask(self, found: tuple[Offer, ...]) -> None:
        """What is not opened or let go is left for the next time."""
        dialog = RecoveredDialog(found, datetime.now().astimezone(), self._window)
        if QApplication.activeModalWidget() is None:
            dialog.exec()
        chosen = dialog.chosen
        if chosen is not None and not self._open(chosen):
            chosen = None
        for offer in dialog.left:
            if offer is not chosen:
                offer.orphan.journal.release()
        dialog.deleteLater()

    def _open(self, offer: Offer) -> bool:
        """Put a recovered draft on the table, not saved; its copy stays until it is."""
        if not self._files.may_leave():
            return False
        self._files.take(reopened(offer))
        document = self._table.document
        if document is not None:
            document.setModified(True)
        self.keeper.adopt(offer.orphan.journal)
        self._table.note("打开的是恢复稿，还没有存进原文件。", until_saved=True)
        return True

    def close(self) -> None:
        """The window closes and its draft was saved or let go."""
        self.keeper.close()

    def _fail(self, error: Exception) -> None:
        raise error


_NONE = "每隔两秒，没保存的改动会自动留一份；程序没有正常结束时，下次打开会在这里问。"

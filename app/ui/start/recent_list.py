"""The drafts opened last; what is gone can be taken off the list."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QMenu, QWidget

from app.ui.start.known import Known, look_at
from app.ui.start.recent_delegate import GONE, KNOWN_ROLE, RecentDelegate, told_change, told_length
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

OPEN, TAKE_OFF, CLEAR = "打开", "从列表里去掉", "清空列表…"


class RecentList(QListWidget):
    """Names and folders at once, the rest when the worker has looked. `chosen` tells the path to open."""

    chosen = Signal(object)
    emptied = Signal()
    """The last one was taken off."""

    def __init__(self, state: WindowState, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._tasks = state, tasks
        self._looking: list[Task] = []
        self.setObjectName("recents")
        self.setAccessibleName("最近的稿子")
        self.setItemDelegate(RecentDelegate(theme, self.font(), self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.itemClicked.connect(self._choose)
        for path in state.remembered:
            self._put(QListWidgetItem(path.stem, self), Known(path))

    def look(self) -> None:
        """Look at each file in the worker: whether it is there, when it was changed, how long it is."""
        for row in range(self.count()):
            path = self._known(self.item(row)).path
            self._looking.append(
                self._tasks.run_task(lambda path=path: look_at(path), self._show, self._fail)
            )

    def stop_looking(self) -> None:
        """What was not looked at yet stays as it is."""
        for task in self._looking:
            task.cancel()
        self._looking.clear()

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        raise error

    def _known(self, item: QListWidgetItem) -> Known:
        known: Known = item.data(KNOWN_ROLE)
        return known

    def _show(self, known: Known) -> None:
        items = [self.item(row) for row in range(self.count())]
        for item in items:
            if self._known(item).path == known.path:
                self._put(item, known)

    def _put(self, item: QListWidgetItem, known: Known) -> None:
        said = [known.path.stem, told_change(known), told_length(known), str(known.path.parent)]
        item.setData(KNOWN_ROLE, known)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, "，".join(each for each in said if each))
        hint = f"\n{GONE}；按 Delete 从列表里去掉" if known.is_gone else ""
        item.setToolTip(f"{known.path}{hint}")

    # Open, take off

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        path = self._known(item).path
        now = self._tasks.wait_for(lambda: look_at(path))
        self._show(now)
        if not now.is_gone:
            self.chosen.emit(path)
            return
        from app.ui.messages import ask

        text = "可能改了名、挪了地方，或者在没有接上的 U 盘、网络盘上；接好以后再点一次就能打开。"
        if ask(self.window(), f"“{path.name}”不在原来的地方了。", text, TAKE_OFF) == 0:
            self._take_off(item)

    def _take_off(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._state.forget_recent(self._known(item).path)
        self.takeItem(self.row(item))
        if not self.count():
            self.emptied.emit()

    def clear_all(self) -> None:
        """Take all off, when the writer says so twice."""
        from app.ui.messages import ask

        if ask(self.window(), "清空最近的稿子？", "只清空这张列表，稿子都还在原来的文件夹里。", "清空") != 0:
            return
        self._state.forget_all_recent()
        self.clear()
        self.emptied.emit()

    # Keys and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentItem())
        elif event.key() == Qt.Key.Key_Delete:
            self._take_off(self.currentItem())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row that is pointed at, or, asked by key, of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None:
            return
        self.setCurrentItem(item)
        below = self.visualItemRect(item).center()
        self._pop_up(item, self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    def _pop_up(self, item: QListWidgetItem, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(OPEN, lambda: self._choose(item))
        taking = menu.addAction(TAKE_OFF, lambda: self._take_off(item))
        taking.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        menu.addSeparator()
        menu.addAction(CLEAR, self.clear_all)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def paths(self) -> tuple[Path, ...]:
        """What stands on the list, from above."""
        return tuple(self._known(self.item(row)).path for row in range(self.count()))

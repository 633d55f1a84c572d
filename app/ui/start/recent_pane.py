"""The drafts opened last, and 打开… for all others."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.pieces import button, label
from app.ui.start.recent_delegate import MARGIN
from app.ui.start.recent_list import RecentList
from app.ui.start.titles import title
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_NOTHING = "打开过、保存过的稿子会列在这里。"
_FIRST_STEP = "第一篇从选场合开始。已经写好的稿子、Word 文件和 .txt 都可以打开，也可以拖进窗口。"


class RecentPane(QWidget):
    """`chosen` tells the path of a draft that is to be opened again."""

    chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, state: WindowState, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecentList(state, tasks, theme)
        self.clear = button("清空", self.list.clear_all, "link")
        self.clear.setAccessibleName("清空最近的稿子")
        self.open = button("打开…", self.open_wanted.emit)
        self._nothing = [label(_NOTHING, "faint"), label(_FIRST_STEP, "faint")]
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.setSpacing(8)
        head.addWidget(title("最近"))
        head.addWidget(self.clear)
        head.addStretch(1)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addSpacing(8)
        for each in self._nothing:
            each.setContentsMargins(MARGIN, 0, MARGIN, 0)
            column.addWidget(each)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.list.chosen.connect(self.chosen)
        self.list.emptied.connect(self._show_whether_empty)
        self._show_whether_empty()

    def told(self) -> str:
        """What is said in the place of drafts; nothing where there are some."""
        return "".join(each.text() for each in self._nothing if not each.isHidden())

    def _show_whether_empty(self) -> None:
        is_empty = not self.list.count()
        self.list.setVisible(not is_empty)
        self.clear.setVisible(not is_empty)
        for each in self._nothing:
            each.setVisible(is_empty)
        if is_empty and self.isVisible():
            self.open.setFocus()

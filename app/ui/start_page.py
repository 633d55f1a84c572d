"""What the window shows before a draft is open: what belongs there, and the first steps."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.pieces import button, heading, label

_WIDTH = 520
_MOST = 6
_SAID = "选一个场合，填一次事实，得到一篇四层讲话稿；\n写完导出，就是排好版的 Word 文件。"


class StartPage(QFrame):
    """新建, 打开, and the drafts opened last. `chosen` tells which of these."""

    new_wanted = Signal()
    open_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, recent: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        middle = QWidget()
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(8)
        column.addWidget(heading("四层讲稿", 11))
        column.addWidget(label(_SAID, "faint", wrap=False))
        column.addSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.new = button("新建讲话稿", self.new_wanted.emit, "main")
        self.open = button("打开…", self.open_wanted.emit)
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(24)
        if recent:
            column.addWidget(label("最近", "faint"))
        for path in recent[:_MOST]:
            column.addWidget(self._recent(path))
        if not recent:
            column.addWidget(label("也可以把 .siceng 文件拖到这里打开。", "faint"))
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _recent(self, path: Path) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        named = button(path.stem, lambda: self.chosen.emit(path), "recent")
        named.setToolTip(str(path))
        line.addWidget(named)
        line.addWidget(label(path.parent.name, "faint"))
        line.addStretch(1)
        return row

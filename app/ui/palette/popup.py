"""The palette: a box to type in and what fits, over the window until something is run or the writer leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.ui.palette.delegate import ROW_HEIGHT, ResultDelegate
from app.ui.palette.model import RESULT_ROLE, ResultModel
from app.ui.palette.results import Result, found
from app.ui.pieces import label
from app.ui.theme import Theme

_WIDTH, _ROWS, _TOP = 600, 11, 64
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


class Palette(QFrame):
    """Finds a result of those it is given, and runs it when it has gone itself."""

    def __init__(self, results: Sequence[Result], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self._results = results
        self._before: QWidget | None = None
        self.sought = QLineEdit()
        self.sought.setAccessibleName("查找命令")
        self.sought.setPlaceholderText("命令、标题、最近的稿子；也可以打拼音首字母，如 bc")
        self.model = ResultModel(self)
        self.list = QListView()
        self.list.setAccessibleName("找到的")
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultDelegate(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none: QLabel = label("没有找到，换个说法试试。", "faint")
        self._none.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.sought)
        column.addWidget(self.list)
        column.addWidget(self._none)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=28, xOffset=0, yOffset=6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.sought.installEventFilter(self)
        window.installEventFilter(self)
        self.sought.textEdited.connect(self._find)
        self.list.clicked.connect(self._run)
        self.list.entered.connect(self._point_at)

    def open(self) -> None:
        """Show it over the window; keys go to it until it closes."""
        self._before = self.window().focusWidget()
        self._find("")
        self.show()
        self.raise_()
        self.sought.setFocus()

    def _find(self, query: str) -> None:
        self.model.show_results(found(query, self._results))
        self.list.setCurrentIndex(self.model.first())
        rows = self.model.rowCount()
        self.list.setVisible(rows > 0)
        self._none.setVisible(not rows)
        self.list.setFixedHeight(min(rows, self._most_rows()) * ROW_HEIGHT)
        self.list.scrollToTop()
        self._place()

    def _most_rows(self) -> int:
        return max(3, min(_ROWS, (self.window().height() - 2 * _TOP - 60) // ROW_HEIGHT))

    def _place(self) -> None:
        window = self.window()
        self.setFixedWidth(min(_WIDTH, window.width() - 32))
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, _TOP)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Return and Escape in the box; the window that grows; the focus that goes elsewhere."""
        if watched is not self.sought:
            if event.type() is QEvent.Type.Resize:
                self._place()
            return False
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self._close()
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._takes(Qt.Key(event.key()))

    def _takes(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key in _STEPS:
            self._go(_STEPS[key])
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _go(self, step: int) -> None:
        row, last = self.list.currentIndex().row(), self.model.rowCount() - 1
        if abs(step) == 1:
            found = self.model.first(row + step, step)
        else:
            found = self.model.first(min(max(row + step, 0), last), 1 if step < 0 else -1)
        if found.isValid():
            self.list.setCurrentIndex(found)

    def _point_at(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.list.setCurrentIndex(index)

    # Leave

    def leave(self) -> None:
        """Close it; keys go where they went before."""
        before = self._before
        self._close()
        if before is not None:
            before.setFocus()

    def _run(self, index: QModelIndex) -> None:
        result = index.data(RESULT_ROLE)
        if isinstance(result, Result) and result.enabled:
            self.leave()
            result.run()

    def _close(self) -> None:
        self.hide()
        self._results = ()
        self.deleteLater()

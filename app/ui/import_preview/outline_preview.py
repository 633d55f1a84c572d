"""The outline as it will be, with the head of the speech above it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QTreeView, QVBoxLayout, QWidget

from app.ui.import_preview.attempts import Attempt
from app.ui.outline.delegate import OutlineDelegate
from app.ui.outline.model import Index, OutlineModel
from app.ui.outline.painting import paint_angle, paint_layer
from app.ui.pieces import label
from app.ui.theme import Theme

_INDENT = 18
NO_TITLE = "没有认出标题。在左边选中是标题的几行，按 T。"
NO_OUTLINE = "没有认出标题和要点，全部是正文。"


class OutlineTree(QTreeView):
    """Headings and points, all open. `went_to` tells the id of the block of a row that was gone to."""

    went_to = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.outline = OutlineModel(self)
        self._place = QPersistentModelIndex()
        self.setModel(self.outline)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("认出的提纲")
        self.outline.rowsInserted.connect(lambda parent, *_: self.expand(parent))
        self.clicked.connect(self._go_to)

    def set_place(self, block: str | None) -> None:
        """Mark the row of a block; None marks none."""
        index = self.outline.index_of((block, False)) if block else QModelIndex()
        self._place = QPersistentModelIndex(index)
        if index.isValid() and not self.hasFocus():
            self.scrollTo(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call for another size: the marked row comes into sight."""
        super().resizeEvent(event)
        if self._place.isValid() and not self.hasFocus():
            self.scrollTo(QModelIndex(self._place))  # type: ignore[call-overload]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and before.isValid():
            self._go_to(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._go_to(self.currentIndex())

    def _go_to(self, index: QModelIndex) -> None:
        row = self.outline.row_at(index)
        if row is not None:
            self.went_to.emit(row.key[0])

    def drawRow(self, painter: QPainter, option: object, index: Index) -> None:
        rect = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())  # type: ignore[attr-defined]
        if self._place.isValid() and QPersistentModelIndex(index) == self._place:  # type: ignore[call-overload]
            painter.fillRect(rect, self._theme.colours.place)
        elif self.underMouse() and rect.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            painter.fillRect(rect, self._theme.colours.hover)
        row = self.outline.row_at(index)
        if row is not None and row.begins_layer and row.layer is not None:
            paint_layer(painter, rect, row.layer, self._theme.dark)
        super().drawRow(painter, option, index)  # type: ignore[arg-type]

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A small angle before rows with others below them."""
        if not self.outline.rowCount(index):
            return
        is_open = self.isExpanded(QModelIndex(index))  # type: ignore[call-overload]
        paint_angle(painter, rect, self._theme.colours.disabled, is_open=is_open)


class OutlinePreview(QWidget):
    """Head and outline of what was recognised."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tree = OutlineTree(theme)
        self._nothing = label(NO_OUTLINE, "faint")
        self._head = QGridLayout()
        self._head.setHorizontalSpacing(12)
        self._head.setVerticalSpacing(4)
        self._head.setColumnStretch(1, 1)
        self._shown: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addWidget(self.tree, 1)
        column.addWidget(self._nothing)
        column.addStretch(0)

    def show_attempt(self, attempt: Attempt) -> None:
        """Show another outline; what is folded or gone to in it stays."""
        self.tree.outline.show(attempt.tree)
        empty = not attempt.tree.rows
        self.tree.setVisible(not empty)
        self._nothing.setVisible(empty)
        if attempt.head != self._shown:
            self._shown = attempt.head
            self._show_head(attempt.head)

    def head(self) -> tuple[tuple[str, str], ...]:
        """The head as it is shown."""
        return self._shown

    def _show_head(self, head: Sequence[tuple[str, str]]) -> None:
        while (item := self._head.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for at, (name, text) in enumerate(head):
            self._head.addWidget(label(name, "faint", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            said = label(text or NO_TITLE, "" if text else "warning")
            font = said.font()
            font.setBold(at == 0 and bool(text))
            said.setFont(font)
            self._head.addWidget(said, at, 1)

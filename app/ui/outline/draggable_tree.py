"""A tree whose branches are dragged: where they would land is shown with its level, and they land there."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from app.core.kinds import HEADINGS, KIND_NAMES, Kind, heading_rank
from app.ui.outline.branch_model import BRANCHES_TYPE, BranchModel
from app.ui.outline.drag_tag import BESIDE, drag_tag
from app.ui.outline.drop_place import DropPlace, below_heading, drop_place
from app.ui.theme import Theme, small_figures


class DraggableTree(QTreeView):
    """Shows a `BranchModel`; the rules are the model's, the line is drawn here."""

    def __init__(self, model: BranchModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline, self._theme = model, theme
        self._dragged: tuple[DropPlace, int] | None = None
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._dragged is not None:
            self._paint_landing(*self._dragged)

    def _paint_landing(self, place: DropPlace, rank: int) -> None:
        """A line or a frame where what is dragged would come, with its level at the right."""
        painter = QPainter(self.viewport())
        colours = self._theme.colours
        line = place.line
        painter.setPen(QPen(colours.accent, 2))
        if line.height():
            painter.drawRect(line.adjusted(0, 1, line.left() * -1 - 2, -1))
        else:
            painter.drawLine(line.left(), line.top(), self.viewport().width() - 2, line.top())
        painter.setFont(small_figures(self.font()))
        told = level_name(rank)
        width = painter.fontMetrics().horizontalAdvance(told) + 12
        tag = QRect(self.viewport().width() - width - 2, line.top() + (6 if line.height() else 2), width, 18)
        painter.fillRect(tag, colours.accent)
        painter.setPen(colours.on_accent)
        painter.drawText(tag, int(Qt.AlignmentFlag.AlignCenter), told)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Qt's call when the mouse has dragged a row, or those selected: Qt itself would draw rows over the rows."""
        indexes = [each for each in self.selectedIndexes() if each.flags() & Qt.ItemFlag.ItemIsDragEnabled]
        rows = [row for each in indexes if (row := self._outline.row_at(each)) is not None]
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self._outline.mimeData(indexes))
        drag.setPixmap(drag_tag(rows, self.font(), self._theme.colours, self.devicePixelRatioF()))
        drag.setHotSpot(BESIDE)
        drag.exec(actions, Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt's call when a drag comes over the tree: ours is taken, wherever it may land then."""
        if event.mimeData().hasFormat(BRANCHES_TYPE) and not self._outline.read_only:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt's call while something is dragged over the tree."""
        super().dragMoveEvent(event)  # scrolls at the edges
        self._dragged = self._landing(event)
        if self._dragged is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        self.viewport().update()

    def _landing(self, event: QDropEvent) -> tuple[DropPlace, int] | None:
        """Where what is dragged would come, and at which depth; points between two headings go to the upper one."""
        place = drop_place(self, event.position().toPoint())
        landing = self._outline.landing(event.mimeData(), place.row, place.parent)
        if landing is None:
            place = below_heading(self, place)
            landing = self._outline.landing(event.mimeData(), place.row, place.parent)
            if landing is not None and landing.rank != heading_rank(Kind.POINT):
                landing = None
        return None if landing is None else (place, landing.rank)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt's call when what is dragged leaves the tree."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt's call for a drop: what was dragged goes where the line was."""
        landing = self._landing(event)
        self._end_drag()
        self.setState(QAbstractItemView.State.NoState)
        taken = landing is not None and self._outline.dropMimeData(
            event.mimeData(), Qt.DropAction.MoveAction, landing[0].row, 0, landing[0].parent
        )
        if taken:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def _end_drag(self) -> None:
        self._dragged = None
        self.viewport().update()


def level_name(rank: int) -> str:
    """What a branch is called that stands at a depth."""
    if rank == heading_rank(Kind.PART):
        return KIND_NAMES[Kind.PART]
    return KIND_NAMES[HEADINGS[rank - 1]] if rank <= len(HEADINGS) else KIND_NAMES[Kind.POINT]

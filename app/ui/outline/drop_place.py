"""Where in the tree something would be dropped: between which rows, below which, and how that is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QTreeView

from app.core.kinds import Kind
from app.ui.outline.model import ROW_ROLE
from app.ui.outline.rows import Row

_EDGE = 0.28
"""The part of a row's height at each edge that means between rows; the middle means onto it."""


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Before the row `row` below `parent`; −1 is onto the parent. `line` is where to draw it."""

    parent: QModelIndex
    row: int
    line: QRect


def drop_place(tree: QTreeView, at: QPoint) -> DropPlace:
    """The place under the mouse. At the end of a branch the mouse's distance from the left chooses the level."""
    index = tree.indexAt(at)
    width = tree.viewport().width()
    model = tree.model()
    if not index.isValid():
        last = _last_seen(tree)
        bottom = tree.visualRect(last).bottom() if last.isValid() else 0
        return DropPlace(
            QModelIndex(), model.rowCount(QModelIndex()), QRect(tree.indentation(), bottom, width, 0)
        )
    rect = tree.visualRect(index)
    edge = round(rect.height() * _EDGE)
    if at.y() < rect.top() + edge:
        return DropPlace(index.parent(), index.row(), QRect(rect.left(), rect.top(), width, 0))
    if at.y() <= rect.bottom() - edge:
        return DropPlace(index, -1, QRect(rect.left(), rect.top(), width, rect.height()))
    if tree.isExpanded(index) and model.rowCount(index):
        left = rect.left() + tree.indentation()
        return DropPlace(index, 0, QRect(left, rect.bottom(), width, 0))
    left = rect.left()
    parent, row = index.parent(), index.row() + 1
    while parent.isValid() and row == model.rowCount(parent) and at.x() < left:
        left -= tree.indentation()
        parent, row = parent.parent(), parent.row() + 1
    return DropPlace(parent, row, QRect(left, rect.bottom(), width, 0))


def below_heading(tree: QTreeView, place: DropPlace) -> DropPlace:
    """For a place between two rows the end of what is below the heading seen above it; any other place itself."""
    if place.row <= 0:
        return place
    model = tree.model()
    heading = model.index(place.row - 1, 0, place.parent)
    while tree.isExpanded(heading) and (count := model.rowCount(heading)):
        last = model.index(count - 1, 0, heading)
        if not _is_heading(last):
            break
        heading = last
    left = tree.visualRect(heading).left() + tree.indentation()
    return DropPlace(heading, -1, QRect(left, place.line.top(), tree.viewport().width(), 0))


def _is_heading(index: QModelIndex) -> bool:
    row = index.data(ROW_ROLE)
    return isinstance(row, Row) and row.kind is not Kind.POINT


def _last_seen(tree: QTreeView) -> QModelIndex:
    """The lowest row that is not folded away."""
    model = tree.model()
    index = model.index(model.rowCount(QModelIndex()) - 1, 0, QModelIndex())
    while index.isValid() and tree.isExpanded(index) and model.rowCount(index):
        index = model.index(model.rowCount(index) - 1, 0, index)
    return index

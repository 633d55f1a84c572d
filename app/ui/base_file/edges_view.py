"""The headers and footers of a unit's file as far as they can be shown here: their pictures and words."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.export.base.edges import Edge
from app.ui.pieces import label

_LARGEST = QSize(120, 28)
_MOST_PIXELS = 40_000_000


class EdgesView(QWidget):
    """One line for each: where it stands, its pictures, its words."""

    def __init__(self, edges: Sequence[Edge]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, edge in enumerate(edges):
            grid.addWidget(label(edge.place, "faint", wrap=False), row, 0)
            grid.addWidget(_picture(edge), row, 1)
            grid.addWidget(label(edge.text, wrap=True), row, 2)


def _picture(edge: Edge) -> QLabel:
    """The first picture; one that cannot be shown here is said to be there."""
    holder = QLabel()
    if not edge.pictures:
        return holder
    pixmap = _pixmap(edge.pictures[0])
    if pixmap.isNull():
        holder.setText("［图片］")
    else:
        holder.setPixmap(pixmap)
        holder.setAccessibleName(f"{edge.place}里的图片")
    return holder


def _pixmap(data: bytes) -> QPixmap:
    """A picture at the height of a line; none where Qt does not read it, or it would fill the memory."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QPixmap()
    reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return QPixmap.fromImage(reader.read())

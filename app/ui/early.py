"""What the first painting asks of Qt, asked so that PySide has little to make for it.

Whoever names the namespace `Qt`, or calls what takes one of its enumerations among other things (`QBrush(colour)`,
`painter.setPen`), has PySide make Python classes of all its 130 enumerations: 10 ms before anything is seen. So what
is loaded for the first painting names it only as `QtCore.Qt`, in what is done later, and takes these instead.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget


def set_by_name(widget: QWidget, setting: str, value: str) -> None:
    """Give a setting, as `toolButtonStyle`, that value of its enumeration. Raises ValueError where Qt knows no such."""
    if not widget.setProperty(setting, value):
        raise ValueError(f"{type(widget).__name__}: {setting} = {value}")


def brush(colour: QColor) -> QBrush:
    """The brush that fills with a colour."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, colour)
    return palette.brush(QPalette.ColorRole.Base)


def fill(painter: QPainter, area: QRect | QRectF, colour: QColor) -> None:
    """Fill an area, as `QPainter.fillRect` does."""
    painter.save()
    painter.setBackground(brush(colour))
    painter.eraseRect(area)
    painter.restore()

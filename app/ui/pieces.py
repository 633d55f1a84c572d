"""Small pieces of which dialogs and panels are made; the style sheet knows them by their object names."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

FRAME_ROOM = 12
"""Pixels from the edge of a scroll area to its words; where these stand below others, the area reaches out as far."""
_WITHIN = FRAME_ROOM - 4
"""The rest is the frame's line and padding in window.qss."""


def label(text: str = "", style: str = "", wrap: bool = True) -> QLabel:
    """Words that stand by themselves; `style` is faint, warning or empty."""
    made = QLabel(text)
    made.setObjectName(style)
    made.setWordWrap(wrap)
    return made


def selectable(words: QLabel) -> QLabel:
    """Words that can be copied, by mouse and by keys, for which Tab stops at them."""
    flags = QtCore.Qt.TextInteractionFlag
    words.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    words.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    return words


def heading(text: str, larger: float = 0.0) -> QLabel:
    """Bold words, some points larger than the interface."""
    made = label(text)
    font = made.font()
    font.setPointSizeF(font.pointSizeF() + larger)
    font.setBold(True)
    made.setFont(font)
    return made


def button(text: str, deed: Callable[[], object], style: str = "") -> QPushButton:
    """A button that does a deed; `style` main makes it the filled one that Return presses."""
    made = QPushButton(text)
    made.setObjectName(style)
    made.setAutoDefault(style == "main")
    made.setDefault(style == "main")
    made.clicked.connect(lambda _=False: deed())
    return made


def button_row(*buttons: QWidget, left: Sequence[QWidget] = ()) -> QHBoxLayout:
    """Buttons at the right, the main one last; at the left those that leave the dialog open."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in left:
        row.addWidget(each)
    row.addStretch(1)
    for each in buttons:
        row.addWidget(each)
    return row


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """Something high, to be scrolled up and down; Tab stops at it, where a screen reader says the `name`."""
    area = scroll_area(name)
    area.setWidget(canvas(content))
    return area


def scroll_area(name: str) -> QScrollArea:
    """Where a canvas is scrolled up and down; a frame with room within shows that keys go to it."""
    area = QScrollArea()
    area.setObjectName("framed")
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def canvas(*contents: QWidget, spacing: int = 0) -> QWidget:
    """What a scroll area shows: widgets one below the other, their left edge `FRAME_ROOM` within the area's."""
    made = QWidget()
    made.setObjectName("canvas")
    column = QVBoxLayout(made)
    column.setContentsMargins(_WITHIN, 12, 12, 12)
    column.setSpacing(spacing)
    for each in contents:
        column.addWidget(each)
    column.addStretch(1)
    return made

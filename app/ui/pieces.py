"""Small pieces of which dialogs and panels are made; the style sheet knows them by their object names."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget


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
    canvas = QWidget()
    canvas.setObjectName("canvas")
    column = QVBoxLayout(canvas)
    column.setContentsMargins(0, 16, 16, 16)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(canvas)
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area

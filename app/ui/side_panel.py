"""The right side of the window: one panel at a time, under its tab."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget


class SidePanel(QWidget):
    """The right side: one panel at a time under its tab."""

    def __init__(self, facts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tabs = QTabBar()
        tabs.addTab("事实")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tabs)
        column.addWidget(facts, 1)

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

"""The right side of the window: one panel at a time, each under its tab."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget


class SidePanel(QWidget):
    """The right side: panels with the names of their tabs, of which one is seen."""

    turned = Signal()
    """Another panel is seen."""

    def __init__(self, *panels: tuple[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("右栏")
        for name, panel in panels:
            self.tabs.addTab(name)
            self._stack.addWidget(panel)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.currentChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)

    @property
    def current(self) -> QWidget:
        """The panel that is seen."""
        return self._stack.currentWidget()

    def turn_to(self, panel: QWidget) -> None:
        """Show a panel."""
        self.tabs.setCurrentIndex(self._stack.indexOf(panel))

    def _turn(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.turned.emit()

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

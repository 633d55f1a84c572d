"""A part of a panel that is rolled where there is no room for all of it."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_MARGIN = 16
_LINES = 2
"""Those above and below, in pixels."""


class Rolling(QScrollArea):
    """Widgets one below the other. With `fitting` it is as high as they are where its greatest height allows it."""

    def __init__(self, name: str, *widgets: QWidget, fitting: bool = False) -> None:
        """`name` is what is read out for it."""
        super().__init__()
        self.setAccessibleName(name)
        self._fitting = fitting
        canvas = QWidget()
        canvas.setObjectName("canvas")
        column = QVBoxLayout(canvas)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        if fitting:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint() + QSize(0, _LINES) if self._fitting else super().sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()  # Qt asks how high it is once, whatever comes into it later
        return super().eventFilter(watched, event)

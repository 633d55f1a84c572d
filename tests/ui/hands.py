"""What a writer's hands do that QTest cannot: Chinese from an input method, a drop from the page itself."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_chinese(widget: QWidget, text: str) -> None:
    """Commit a text as an input method does, with a composition before."""
    compose(widget, "pin")
    commit(widget, text)


def compose(widget: QWidget, pending: str) -> None:
    """Show what an input method has not committed; nothing: it is cancelled."""
    QApplication.sendEvent(widget, QInputMethodEvent(pending, []))


def commit(widget: QWidget, text: str) -> None:
    """Commit a text, with or without a composition before."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key at once, without what QTest does beside."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))


class Drop(QDropEvent):
    """A drop of which the test says where it came from."""

    origin: object = None

    def __init__(self, at: QPointF, data: QMimeData) -> None:
        super().__init__(
            at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self._data = data  # Qt only points to it

    def source(self) -> object:
        return self.origin

"""What a writer's hands do that QTest cannot: Chinese from an input method, a drop from the page itself."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


def type_chinese(widget: QWidget, text: str) -> None:
    """Commit a text as an input method does, with a composition before."""
    compose(widget, "pin")
    commit(widget, text)


def compose(widget: QWidget, pending: str) -> None:
    """Show what an input method has not committed; nothing: it is cancelled."""
    QApplication.sendEvent(widget, QInputMethodEvent(pending, []))


def commit(widget: QWidget, text: str, instead_of: int = 0) -> None:
    """Commit a text, with or without a composition before, in the place of so many UTF-16 units before the cursor."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text, -instead_of, instead_of)
    QApplication.sendEvent(widget, event)


def press(
    widget: QWidget,
    key: Qt.Key,
    text: str = "",
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key at once, without what QTest does beside."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))


def click(
    page: QAbstractScrollArea,
    at: QPoint,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press the left button at a point of a page and let it go at once."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        where = page.viewport().mapToGlobal(at)
        event = QMouseEvent(kind, QPointF(at), QPointF(where), left, held, modifier)
        QApplication.sendEvent(page.viewport(), event)


def drag(page: QAbstractScrollArea, to: QPoint) -> None:
    """Move the mouse to a point of a page with the left button held."""
    where = QPointF(page.viewport().mapToGlobal(to))
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        where,
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page.viewport(), event)


class Drop(QDropEvent):
    """A drop of which the test says where it came from."""

    origin: object = None

    def __init__(
        self, at: QPointF, data: QMimeData, action: Qt.DropAction = Qt.DropAction.MoveAction
    ) -> None:
        super().__init__(at, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._data = data  # Qt only points to it

    def source(self) -> object:
        return self.origin

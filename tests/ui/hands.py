"""What a writer's hands do that QTest cannot: Chinese from an input method."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_chinese(widget: QWidget, text: str) -> None:
    """Commit a text as an input method does, with a composition before."""
    QApplication.sendEvent(widget, QInputMethodEvent("pin", []))
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)

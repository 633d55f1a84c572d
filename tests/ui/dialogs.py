"""Pressing buttons in dialogs that wait for an answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

_EVERY = 10


class Presser(QObject):
    """Presses buttons by their text, one dialog after another; `told` is what the dialogs said."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[str] = []
        self.told: list[str] = []
        self._doing: tuple[type[QDialog], Callable[[Any], None]] | None = None
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._press)

    def __call__(self, *texts: str) -> None:
        """Press these buttons, each in the next dialog that has it."""
        self.waiting += texts
        self._timer.start()

    def stop(self) -> None:
        """Press nothing any more."""
        self.waiting.clear()
        self._timer.stop()

    def when(self, kind: type[QDialog], deed: Callable[[Any], None]) -> None:
        """Do something with the next dialog of a kind."""
        self._doing = kind, deed
        self._timer.start()

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        if self._doing is not None and isinstance(dialog, self._doing[0]) and dialog.isVisible():
            deed, self._doing = self._doing[1], None
            deed(dialog)
            return
        if not isinstance(dialog, QDialog) or not self.waiting:
            return
        button = next(
            (each for each in dialog.findChildren(QPushButton) if each.text() == self.waiting[0]), None
        )
        if button is None or not (button.isVisible() and button.isEnabled()):
            return
        self.waiting.pop(0)
        self.told.append("".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible()))
        if not self.waiting:
            self._timer.stop()
        # Not from here: a timer does not run again within itself, and the button may open the next dialog.
        QTimer.singleShot(0, button.click)

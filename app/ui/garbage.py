"""Garbage is collected in the window's thread and nowhere else.

Python collects wherever it happens to allocate. In a worker it may come upon a dialog or a timer that nobody holds
any more, and Qt objects that are destroyed in a thread not their own take the process with them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000
"""Milliseconds between two looks."""


class Garbage(QObject):
    """While it lives, Python's own collecting is off and this does it, at Python's own thresholds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [generation for generation in range(3) if counts[generation] > thresholds[generation]]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Let Python collect again; called in the window's thread when no worker is left."""
        self._timer.stop()
        gc.enable()

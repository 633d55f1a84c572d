"""Run by `tests.bench.starting`: opens a window and ends the process when it has been painted.

Arguments: `bare` for a window of Qt's own with a tree and a text, else what the program is given; the module names on
standard output are those that were loaded until then.
"""

import os
import sys

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeView

_HEAVY = ("jieba", "docx", "jinja2", "lxml")


class FirstPaint(QObject):
    """Ends the process when a widget of that class, and what is in it, has been painted for the first time."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self._seen = self._seen or self._name in (type(watched).__name__, type(watched.parent()).__name__)
        elif self._seen:
            print(" ".join(name for name in _HEAVY if name in sys.modules), flush=True)
            os._exit(0)
        return False


def bare() -> None:
    """A window with a tree and a text."""
    window = QMainWindow()
    window.resize(1280, 800)
    parts = QSplitter()
    parts.addWidget(QTreeView())
    parts.addWidget(QTextEdit())
    window.setCentralWidget(parts)
    window.show()
    QApplication.exec()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    wanted = "QMainWindow" if sys.argv[1:] == ["bare"] else "FirstView" if sys.argv[1:] else "MainWindow"
    watcher = FirstPaint(wanted)
    application.installEventFilter(watcher)
    if wanted == "QMainWindow":
        bare()
    else:
        from app.cli.main import main

        sys.exit(main(sys.argv[1:]))

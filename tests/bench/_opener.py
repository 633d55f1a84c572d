"""Run by `tests.bench.starting`: opens a window and ends the process when it has been painted.

Arguments: `bare` for a window of Qt's own with a tree and a text, else what the program is given; the module names on
standard output are those that were loaded until then. The program is begun by its command line: it imports Qt itself,
when it has seen to what it does before.
"""

import os
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.jobs.program import Program

_HEAVY = ("jieba", "docx", "jinja2", "lxml")


def watched(name: str) -> object:
    """An application that ends the process when a widget of that class, and what is in it, was painted first."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class FirstPaint(QObject):
        seen = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                self.seen = self.seen or name in (type(watched).__name__, type(watched.parent()).__name__)
            elif self.seen:
                print(" ".join(name for name in _HEAVY if name in sys.modules), flush=True)
                os._exit(0)
            return False

    application = QApplication(sys.argv[:1])
    application.installEventFilter(FirstPaint(application))
    return application


def bare() -> int:
    """A window with a tree and a text."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTextEdit, QTreeView

    _application = watched("QMainWindow")
    window = QMainWindow()
    window.resize(1280, 800)
    parts = QSplitter()
    parts.addWidget(QTreeView())
    parts.addWidget(QTextEdit())
    window.setCentralWidget(parts)
    window.show()
    return QApplication.exec()


def program(words: list[str]) -> int:
    """The program, watched from where it would import its window."""
    window = ModuleType("app.ui.application")

    def run(begun: "Program", path: Path | None) -> int:
        _application = watched("FirstView" if path else "MainWindow")
        del sys.modules[window.__name__]
        from app.ui.application import run as run_window

        return run_window(begun, path)

    window.run = run  # type: ignore[attr-defined]
    sys.modules[window.__name__] = window
    from app.cli.main import main

    return main(words)


if __name__ == "__main__":
    sys.exit(bare() if sys.argv[1:] == ["bare"] else program(sys.argv[1:]))

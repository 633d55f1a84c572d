"""The steps of one document, kept beside Qt's undo stack, which tells neither: their names, as the 编辑 menu shows them,
and where each took the writer, who is brought back with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

TYPED, TAKEN_OUT = "输入", "删除"
"""What Qt does by itself is called."""


@dataclass(frozen=True, slots=True)
class Way:
    """Anchor and position of the cursor before a step and right after it."""

    before: tuple[int, int]
    after: tuple[int, int]


class StepLog(QObject):
    """Where Qt has come in its stack is followed by its own signals; undo and redo are told by `go`."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._names: list[str | None] = []
        self._ways: list[Way | None] = []
        self._at = 0
        self.moves = 0
        """How often a step was made, undone or redone; what is joined to a step is no other."""
        self._next: str | None = None
        self._joins = False
        document.undoCommandAdded.connect(self._add)

    def call(self, name: str | None) -> None:
        """What steps are called from now on; None leaves it to what Qt does."""
        self._next = name or None

    @contextmanager
    def joining(self) -> Iterator[None]:
        """What is done within is joined to the last step: Qt tells of it as of a new one."""
        self._joins = True
        try:
            yield
        finally:
            self._joins = False

    def _add(self) -> None:
        if self._joins:
            return
        self.moves += 1
        self._names[self._at :] = [self._next]
        self._ways[self._at :] = [None]
        self._at += 1

    def tell(self, removed: int, added: int) -> None:
        """Qt took out and put in so many characters by itself: the step that has no name yet is called after that."""
        if self._at and self._names[self._at - 1] is None:
            self._names[self._at - 1] = TAKEN_OUT if removed > added else TYPED

    def go(self, by: int) -> None:
        """A step was undone (−1) or redone (1)."""
        self.moves += 1
        self._at = min(max(self._at + by, 0), len(self._names))

    def clear(self) -> None:
        """There are no steps any more."""
        self._names, self._ways, self._at = [], [], 0
        self.moves += 1

    def take_way(self, way: Way) -> None:
        """The last step took the writer there."""
        if self._at:
            self._ways[self._at - 1] = way

    @property
    def way_back(self) -> Way | None:
        """Where the step that undo takes back took the writer; None where that is not known."""
        return self._ways[self._at - 1] if self._at else None

    @property
    def way_forth(self) -> Way | None:
        """Where the step that redo makes again took the writer; None where that is not known."""
        return self._ways[self._at] if self._at < len(self._ways) else None

    @property
    def undo(self) -> str:
        """Name of the step that undo takes back; empty where there is none."""
        return (self._names[self._at - 1] or TYPED) if self._at else ""

    @property
    def redo(self) -> str:
        """Name of the step that redo makes again; empty where there is none."""
        return (self._names[self._at] or TYPED) if self._at < len(self._names) else ""

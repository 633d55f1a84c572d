"""Where in the text a value stands: each place with the words around it, to go there or to bind it again."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.core.draft import Block, Draft
from app.templating.binding import Place
from app.ui.pieces import button, label

_PADDING = 9
_AROUND, _MOST_TEXT = 4, 10
"""Characters shown in a line of the panel, which cuts off what has no room."""
_TOLD_AROUND, _MOST_TOLD = 24, 200
"""Characters that the tooltip shows."""


class _Words(QPushButton):
    """A button of one line that shows as much of its words as there is room for."""

    def __init__(self, words: str, told: str) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("place")
        self.setAccessibleName(words)
        self.setToolTip(f"{told}\n按下到正文里的这一处")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 2 * _PADDING
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """A place, its characters `start` to `stop` of the block's text, and the words around it, in short and long."""

    place: Place
    start: int
    stop: int
    words: str
    told: str


def seen_places(draft: Draft, places: Iterable[Place]) -> tuple[SeenPlace, ...]:
    """Places with what stands around them."""
    blocks = {block.id: block for block in draft.blocks}
    return tuple(_seen(blocks[place.block_id], place) for place in places)


def _seen(block: Block, place: Place) -> SeenPlace:
    start = sum(len(run.text) for run in block.runs[: place.run_index])
    stop = start + len(place.text)
    words = _words(block.text, start, stop, _AROUND, _MOST_TEXT)
    return SeenPlace(place, start, stop, words, _words(block.text, start, stop, _TOLD_AROUND, _MOST_TOLD))


def _words(text: str, start: int, stop: int, around: int, most: int) -> str:
    """Characters of a text with those around them; what is left out shows as …."""
    inner = text[start:stop]
    if len(inner) > most:
        inner = f"{inner[: most - 3]}…{inner[-2:]}"
    before, after = text[max(0, start - around) : start], text[stop : stop + around]
    return f"{'…' if start > around else ''}{before}{inner}{after}{'…' if stop + around < len(text) else ''}"


class PlaceList(QWidget):
    """The places of one value. `went_to` tells where the writer wants to go, `bind_again` the place to renew."""

    went_to = Signal(str, int, int)
    bind_again = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._seen: tuple[SeenPlace, ...] = ()
        self._rows: list[QWidget] = []

    def show_places(self, seen: tuple[SeenPlace, ...]) -> None:
        """Show these; nothing is made anew where they are the same."""
        if seen == self._seen:
            return
        self._seen = seen
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(each) for each in seen]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, seen: SeenPlace) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        place = seen.place
        go = _Words(seen.words, seen.told)
        go.clicked.connect(lambda: self.went_to.emit(place.block_id, seen.start, seen.stop))
        column.addWidget(go)
        if not place.live:
            line = QHBoxLayout()
            line.setContentsMargins(8, 0, 0, 4)
            line.addWidget(label("手工改过", "warning", wrap=False))
            line.addWidget(button("重新绑定", lambda: self.bind_again.emit(place), "link"))
            line.addStretch(1)
            column.addLayout(line)
        return row

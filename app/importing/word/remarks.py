"""Comments and notes at the text that they are about."""

from dataclasses import dataclass, field

from app.importing.word.line import Line
from app.importing.word.notes import Notes, Remark

_MOST_OPEN = 50
"""Comments on the same text; more are made to do harm."""


@dataclass(slots=True)
class _Open:
    remark: Remark
    start: int


@dataclass(slots=True)
class Remarks:
    """The comments whose stretch has begun and not ended, over any number of paragraphs."""

    _notes: Notes
    _open: dict[str, _Open] = field(default_factory=dict[str, _Open])

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def query(self) -> bool:
        """Whether the text that comes now is marked 待核实."""
        return any(each.remark.query for each in self._open.values())

    @property
    def texts(self) -> list[str]:
        """What is said of the text that comes now."""
        return [each.remark.text for each in self._open.values() if each.remark.text]

    def begin(self, name: str, line: Line) -> None:
        """A comment's stretch begins."""
        remark = self._notes.remark("comments", name) if len(self._open) < _MOST_OPEN else None
        if remark is not None:
            self._open[name] = _Open(remark, line.length)

    def end(self, name: str, line: Line) -> None:
        """A comment's stretch ends; one without text stands at the last character before it."""
        comment = self._open.pop(name, None)
        if comment is not None and line.last_seen(comment.start) is None:
            self._stand("comments", name, comment.remark, line)

    def refer(self, kind: str, name: str, line: Line) -> None:
        """The sign of a note, or of a comment that may have a stretch: without one it is about what stands before it."""
        if not self._notes.is_told(kind, name):
            remark = self._notes.remark(kind, name)
            if remark is not None:
                self._stand(kind, name, remark, line)

    def end_line(self, line: Line) -> None:
        """A line ends: comments that have found text are said of it, the others wait for the next line."""
        self._open = {
            name: _Open(comment.remark, 0)
            for name, comment in self._open.items()
            if line.last_seen(comment.start) is None
        }

    def close(self) -> None:
        """The story ends: what still waits found no text."""
        for name in self._open:
            self._notes.untold("comments", name)
        self._open = {}

    def _stand(self, kind: str, name: str, remark: Remark, line: Line) -> None:
        place = line.last_seen()
        if place is None:
            self._notes.untold(kind, name)
        else:
            line.remark(place, remark)

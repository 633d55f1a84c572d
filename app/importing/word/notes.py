"""Comments, footnotes and endnotes: remarks on the text at their place."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.importing.report import Fate, Item
from app.importing.word.names import Element, W

ID = f"{W}id"
_KINDS = {
    "comments": (Fate.COMMENT, ""),
    "footnotes": (Fate.NOTE, "脚注："),
    "endnotes": (Fate.NOTE, "尾注："),
}
_QUERY = "待核实"
"""The comment that an exported mark becomes (app/export/oxml/comments)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a stretch of text; `query` is the mark 待核实."""

    text: str = ""
    query: bool = False


@dataclass(slots=True)
class Notes:
    """All of them by kind and id, each read where the text first comes to it."""

    read: Callable[[Element], str]
    _elements: Mapping[tuple[str, str], Element]
    _texts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    _told: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    @classmethod
    def of(cls, parts: Callable[[str], Iterable[Element]], read: Callable[[Element], str]) -> "Notes":
        """The notes in a file's parts; `read` gives the text of one."""
        return cls(
            read,
            {
                (kind, note.get(ID, "")): note
                for kind in _KINDS
                for part in parts(kind)
                for note in part
                # Lines that part notes from the text are kept among them.
                if note.get(f"{W}type", "normal") == "normal"
            },
        )

    def remark(self, kind: str, name: str) -> Remark | None:
        """What the note says, which from now on counts as told; None where it says nothing."""
        self._told.add((kind, name))
        text = self._text(kind, name)
        if not text:
            return None
        if kind == "comments" and text == _QUERY:
            return Remark(query=True)
        if kind == "comments" and text.startswith(f"{_QUERY}："):
            return Remark(text.removeprefix(f"{_QUERY}："), query=True)
        return Remark(_KINDS[kind][1] + text)

    def left_out(self) -> Iterator[Item]:
        """The notes that no place of the text names, or none that could take a remark."""
        for kind, name in self._elements:
            if (kind, name) not in self._told and (text := self._text(kind, name)):
                yield Item(_KINDS[kind][0], text)

    def untold(self, kind: str, name: str) -> None:
        """A remark found no text to stand at."""
        self._told.discard((kind, name))

    def is_told(self, kind: str, name: str) -> bool:
        """Whether a remark of it stands somewhere."""
        return (kind, name) in self._told

    def _text(self, kind: str, name: str) -> str:
        key = (kind, name)
        if key not in self._texts and key in self._elements:
            # A note may name itself.
            self._texts[key] = ""
            self._texts[key] = self.read(self._elements[key])
        return self._texts.get(key, "")

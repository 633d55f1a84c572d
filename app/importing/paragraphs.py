"""What every reader gives and the recogniser takes: paragraphs as the source has them, and what was left out."""

from dataclasses import dataclass

from app.core.draft import Run
from app.importing.report import Item


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source, without blanks around its lines; never empty.

    `runs` carry bold; U+2028 stands for a line end within the paragraph. `level` is that of a heading which
    the source itself marks (<h1>–<h4>, a Word style, an outline level), from 1; None where it marks none.
    `number` is what the source's program computes and prints before the text, as it prints; empty where
    it does not. `line` is the line of the source, from 1; None where it has no lines.
    """

    runs: tuple[Run, ...]
    level: int | None = None
    number: str = ""
    line: int | None = None

    @property
    def text(self) -> str:
        """The text without its computed number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read: its paragraphs in order, and what has no place in a speech."""

    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[Item, ...] = ()

"""What every reader gives and the recogniser takes: paragraphs as the source has them, and what was left out."""

from dataclasses import dataclass

from app.core.draft import Run
from app.core.kinds import Kind
from app.importing.report import Item


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source, without blanks around its lines; never empty.

    `runs` carry bold; U+2028 stands for a line end within the paragraph. `level` is that of a heading which
    the source itself marks (<h1>–<h4>, a Word style, an outline level), from 1; None where it marks none.
    `number` is what the source's program computes and prints before the text, as it prints; empty where
    it does not. `line` is the line of the source, from 1; None where it has no lines.

    `style` is the name of the Word style, as Word shows it (Title, 标题 1, 正文); `centred` and `size` (half
    points, 0 where the source does not say) are how the paragraph looks; `blank_before` counts the empty lines
    above. They are hints: the text decides. `ids` are the blocks of ours that begin at a place of the text,
    where a draft's bookmarks survived, and `kind` is that of the first, told only in a file on a unit's own, whose
    styles do not tell it; `leads` are the stretches of the text that a style of ours sets as leads.
    """

    runs: tuple[Run, ...]
    level: int | None = None
    number: str = ""
    line: int | None = None
    style: str = ""
    centred: bool = False
    size: int = 0
    blank_before: int = 0
    ids: tuple[tuple[int, str], ...] = ()
    kind: Kind | None = None
    leads: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The text without its computed number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read: its paragraphs in order, and what has no place in a speech."""

    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[Item, ...] = ()

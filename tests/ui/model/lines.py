"""The draft as a plain list of lines, each a list of letters with their marks.

The deeds on it are written by hand from DESIGN.md, in the simplest way, and use nothing of `app/ui`. What makes
any draft sound (order of the head, ids, sections), computed values and the end marks of series are taken from
`app.core`, which has tests of its own for them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import count, groupby
from typing import NamedTuple

from app.core.computed import renewed
from app.core.draft import Bind, Block, Draft, Run, Section
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS, Kind, Lead
from app.core.repair import repaired
from app.core.series import with_series_marks

PLAIN = Run("")
_OPEN = "zzz"
new_name = counting_ids(25 * (26**7 + 26**6 + 26**5))
"""Ids of what a deed makes: they are open, the program chooses others."""


def is_open(name: str) -> bool:
    """Whether the model leaves it to the program what this id is."""
    return name.startswith(_OPEN)


class Letter(NamedTuple):
    """A character, its marks, and which bound run or placeholder of the draft it is of, 0 for none."""

    char: str
    marks: Run = PLAIN
    of: int = 0


@dataclass
class Line:
    """A block that can be written on."""

    letters: list[Letter] = field(default_factory=list)
    kind: Kind = Kind.BODY
    id: str = field(default_factory=new_name)
    section: Section | None = None
    marker: str = ""
    restart: bool = False
    joined: bool = False
    lead: Lead = Lead.AUTO

    @property
    def text(self) -> str:
        return "".join(letter.char for letter in self.letters)

    def block(self) -> Block:
        """As a block, not made sound."""
        runs = [
            replace(marks, text="".join(letter.char for letter in letters))
            for (marks, _), letters in groupby(self.letters, key=_run_of)
        ]
        return Block(
            self.id,
            self.kind,
            tuple(_counted(runs)),
            self.section,
            self.marker,
            self.restart,
            self.joined,
            self.lead,
        )


def _run_of(letter: Letter) -> tuple[Run, int]:
    """What letters of one run have in common; a placeholder is one by its text, whatever it was before."""
    return letter.marks, letter.of if letter.marks.bind is not None else 0


def _counted(runs: Iterable[Run]) -> Iterable[Run]:
    """Neighbours that are bound to the same keep apart by an occurrence."""
    last, occurrence = None, 0
    for run in runs:
        occurrence = occurrence + 1 if run.bind is not None and run.bind == last else 0
        last = run.bind
        yield run if run.bind is None else replace(run, bind=replace(run.bind, occurrence=occurrence))


@lru_cache(maxsize=1000)
def marks_of(run: Run) -> Run:
    """What every letter of a run carries."""
    bind = run.bind and Bind(run.bind.scope, run.bind.name, run.bind.form)
    return replace(run, text="", bind=bind)


def plain(text: str) -> list[Letter]:
    return [Letter(char) for char in text]


class Sheet:
    """The lines of one draft, to be changed by one deed. `own` and `planned` give the draft after it."""

    def __init__(self, before: Draft) -> None:
        self.before = before
        numbers = count(1)
        self.lines = [_line(block, numbers) for block in before.blocks]

    def begin(self) -> None:
        """A line to write on, where there is none."""
        if not self.lines:
            self.lines.append(Line())

    def own(self) -> Draft:
        """After an edit of the text only: sound, computed values renewed."""
        return renewed(self.before, self._sound())

    def planned(self) -> Draft:
        """After a deed on blocks: what was head stays before the rest, series keep their end marks."""
        heads = {block.id for block in self.before.blocks if block.kind in HEAD_KINDS}
        self.lines.sort(key=lambda line: not (line.kind in HEAD_KINDS and line.id in heads))
        return with_series_marks(self.before, self.own())

    def _sound(self) -> Draft:
        return repaired(replace(self.before, blocks=tuple(line.block() for line in self.lines)), new_name)


def _line(block: Block, numbers: Iterable[int]) -> Line:
    letters: list[Letter] = []
    for run, number in zip(block.runs, numbers, strict=False):
        of = number if run.bind is not None or run.placeholder else 0
        marks = marks_of(run)
        letters += [Letter(char, marks, of) for char in run.text]
    return Line(
        letters,
        block.kind,
        block.id,
        block.section,
        block.marker,
        block.restart,
        block.joined,
        block.lead,
    )


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """The lines of some blocks."""
    return Sheet(Draft(blocks=tuple(blocks))).lines

"""The draft (讲话稿) as an immutable value: blocks of runs, sections, facts.

A `Draft` says nothing about paper, files or windows. It is sound when `repaired(draft) == draft`
(`app/core/repair.py`); every algorithm takes a sound draft and gives a sound one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.core.facts import FactSheet
from app.core.kinds import Kind, Layer, Lead, Status

FORCED_LINE_END = "\u2028"
PLACEHOLDER = re.compile("【[^【】]*】")


SCOPES = ("draft", "section", "computed")
MOST_TARGET = 9_999_999
"""The longest target of a section, in 字: seven digits, as markup reads them."""


@dataclass(frozen=True, slots=True)
class Bind:
    """Ties a run to a value: `scope` is draft, section or computed; `form` names how it is printed.

    `occurrence` counts directly adjacent runs of the same value and form from 0, so that they stay two.
    """

    scope: str
    name: str
    form: str = ""
    occurrence: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Text with marks. A placeholder's text is one 【…】 with its brackets, and two of them stay two runs.

    `query` is 待核实; `comment` is empty where there is none.
    """

    text: str
    bold: bool = False
    bind: Bind | None = None
    placeholder: bool = False
    query: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """节: what is known of the stretch of blocks that the carrying block begins.

    `template` is the ID of the section template it came from, `source` the markup that this template
    gave (the base against which a section is made anew), `fields` its own values, `target` a length
    in 字; empty or None where there is none.
    """

    id: str
    name: str = ""
    layer: Layer | None = None
    template: str = ""
    source: str = ""
    fields: FactSheet = FactSheet()
    target: int | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """块: one line of the editor. A printed paragraph is a block and the `joined` blocks after it."""

    id: str
    kind: Kind = Kind.BODY
    runs: tuple[Run, ...] = ()
    section: Section | None = None
    marker: str = ""
    restart: bool = False
    joined: bool = False
    lead: Lead = Lead.AUTO

    @property
    def text(self) -> str:
        """The text without its number; placeholders with their brackets."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Draft:
    """讲话稿. `occasion` and `layout` are IDs; an empty occasion is a draft made without one."""

    facts: FactSheet = field(default_factory=FactSheet)
    blocks: tuple[Block, ...] = ()
    occasion: str = ""
    layout: str = "gb9704"

    def index_of(self, block_id: str) -> int:
        """Index of the block with that id; raises KeyError where there is none."""
        for index, block in enumerate(self.blocks):
            if block.id == block_id:
                return index
        raise KeyError(block_id)


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs in their one form: none empty, equal neighbours merged, one placeholder a run.

    Marks that do not fit are taken off, text never: a placeholder run that is not one 【…】 is cut at
    its brackets, occurrences are counted anew.
    """
    joined: list[tuple[Run, list[str]]] = []
    for run in runs:
        for piece in _pieces(run):
            if joined and not piece.placeholder and _same_marks(joined[-1][0], piece):
                joined[-1][1].append(piece.text)
            else:
                joined.append((piece, [piece.text]))
    return tuple(
        _with_occurrences(
            first if len(texts) == 1 else replace(first, text="".join(texts)) for first, texts in joined
        )
    )


def cut_runs(runs: Sequence[Run], offset: int) -> tuple[list[Run], list[Run]]:
    """Runs before and after a character offset with all their marks, also those of a placeholder that is cut.

    Occurrences are not counted anew, so that neighbours of one binding stay apart when the halves meet again.
    """
    head: list[Run] = []
    tail: list[Run] = []
    for run in runs:
        at = min(max(offset, 0), len(run.text))
        head += [replace(run, text=run.text[:at])] if at else []
        tail += [replace(run, text=run.text[at:])] if at < len(run.text) else []
        offset -= len(run.text)
    return head, tail


def _pieces(run: Run) -> list[Run]:
    if not run.placeholder or PLACEHOLDER.fullmatch(run.text):
        return [run] if run.text else []
    pieces: list[Run] = []
    at = 0
    for match in PLACEHOLDER.finditer(run.text):
        pieces.append(replace(run, text=run.text[at : match.start()], placeholder=False))
        pieces.append(replace(run, text=match.group()))
        at = match.end()
    pieces.append(replace(run, text=run.text[at:], placeholder=False))
    return [piece for piece in pieces if piece.text]


def _with_occurrences(runs: Iterable[Run]) -> Iterable[Run]:
    before: Bind | None = None
    for run in runs:
        if run.bind is not None:
            again = before is not None and _is_same(before, run.bind)
            count = before.occurrence + 1 if again and before is not None else 0
            if count != run.bind.occurrence:
                run = replace(run, bind=replace(run.bind, occurrence=count))
        before = run.bind
        yield run


def _same_marks(one: Run, other: Run) -> bool:
    return (
        one.bold == other.bold
        and one.placeholder == other.placeholder
        and one.query == other.query
        and one.comment == other.comment
        and one.bind == other.bind
    )


def is_same_value(one: Run, other: Run) -> bool:
    """Whether two runs are bound to one value in one form."""
    return one.bind is not None and other.bind is not None and _is_same(one.bind, other.bind)


def _is_same(one: Bind, other: Bind) -> bool:
    return (one.scope, one.name, one.form) == (other.scope, other.name, other.form)


def plain_runs(text: str) -> tuple[Run, ...]:
    """Unmarked text as runs."""
    return (Run(text),) if text else ()

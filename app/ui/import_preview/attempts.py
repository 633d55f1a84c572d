"""A source recognised as the writer wants it, with all that the preview shows of it: made in the worker."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.core.counting import block_counts, total
from app.core.draft import FORCED_LINE_END, Draft
from app.core.kinds import HEAD_KINDS, KIND_NAMES, Kind
from app.importing.cleaning import Change, Cleaned, blank_changes, cleaned, mark_changes
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Place
from app.importing.recognise import Recognised
from app.importing.rejoining import rejoined
from app.importing.report import report_of
from app.jobs.recognising import parts_of
from app.jobs.sources import Foreign
from app.ui.import_preview.left_out import LeftOut, left_out
from app.ui.import_preview.rows import Row, rows_of
from app.ui.import_preview.steady_ids import SteadyIds
from app.ui.import_preview.wishes import Wish
from app.ui.outline.rows import Tree, tree_of

Recognise = Callable[[Sequence[Paragraph], Fixed], Recognised]
"""Which block each stretch of whole paragraphs is, around the roles that the writer set."""


@dataclass(frozen=True, slots=True)
class Part:
    """One speech of a source. `paragraphs` are whole, and counted from `first` on over all speeches of the source."""

    name: str
    foreign: Foreign
    paragraphs: tuple[Paragraph, ...]
    first: int
    joins: int
    """How many lines that were broken in mid-sentence are whole again."""
    marks: tuple[Change, ...]
    blanks: tuple[Change, ...]
    """The places that could be cleaned."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a speech was recognised as, and what is shown of that.

    `row_of` has for each block of the outline the row that it came from. `left_out` is what is not in the draft,
    also what the reader of the file left out.
    """

    found: Recognised
    part: Part
    clean: Cleaned
    rows: tuple[Row, ...]
    tree: Tree
    row_of: dict[str, Row]
    head: tuple[tuple[str, str], ...]
    left_out: tuple[LeftOut, ...]
    characters: int

    def cut_at(self, row: Row, position: int) -> Place | None:
        """Where in the source a position in a row is; None where nothing can be cut."""
        offset = row.offset_of(position)
        if offset is None:
            return None
        at, found = self.clean.in_source((row.piece.paragraph, offset))
        return at + self.part.first, found


class Attempts:
    """Recognises one source again and again."""

    def __init__(self, foreign: Foreign, recognise: Recognise) -> None:
        self._recognise = recognise
        self._steady = SteadyIds()
        parts: list[Part] = []
        first = 0
        for name, part in parts_of(foreign):
            whole = rejoined(part.source.paragraphs)
            marks, blanks = (
                _moved(changes(whole.paragraphs), first) for changes in (mark_changes, blank_changes)
            )
            parts.append(Part(name, part, whole.paragraphs, first, whole.joins, marks, blanks))
            first += len(whole.paragraphs)
        self.parts = tuple(parts)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Those of all speeches."""
        return [paragraph for part in self.parts for paragraph in part.paragraphs]

    def attempt(self, wish: Wish, part: Part) -> Attempt:
        """One speech of the source, recognised as the writer wants it."""
        clean = cleaned(part.paragraphs, wish.cleaning)
        fixed = {
            clean.here((at - part.first, offset)): role
            for (at, offset), role in wish.fixed.items()
            if 0 <= at - part.first < len(part.paragraphs)
        }
        found = self._recognise(clean.paragraphs, fixed)
        inside = (clean.in_source(piece.place) for piece in found.pieces)
        places = [(at + part.first, offset) for at, offset in inside]
        rows = rows_of(clean.paragraphs, found.pieces, places, part.first, wish.fixed)
        own = {name for paragraph in part.paragraphs for _, name in paragraph.ids}
        draft, row_of = self._steady.steady(found.draft, rows, own)
        report = report_of(found.report.items, part.foreign.source.left_out)
        return Attempt(
            _with_draft(replace(found, joins=part.joins), draft),
            part,
            clean,
            rows,
            _without_dots(tree_of(draft)),
            row_of,
            _head(draft),
            left_out(report, rows),
            total(block_counts(draft.blocks)).characters,
        )


def _with_draft(found: Recognised, draft: Draft) -> Recognised:
    """What was recognised, with a draft of the same blocks that may have other ids."""
    now = {old.id: new.id for old, new in zip(found.draft.blocks, draft.blocks, strict=True)}
    return replace(found, draft=draft, layers=tuple((now[name], sure) for name, sure in found.layers))


def _without_dots(tree: Tree) -> Tree:
    """Sections of what is not a draft yet have no status that could be set."""
    return replace(tree, rows=tuple(replace(row, section=False) for row in tree.rows))


def _head(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The head of a speech: what each line is, and its text."""
    lines = [(block.kind, block.text) for block in draft.blocks if block.kind in HEAD_KINDS]
    if all(kind is not Kind.TITLE for kind, _ in lines):
        lines.insert(0, (Kind.TITLE, ""))
    return tuple((KIND_NAMES[kind], text.replace(FORCED_LINE_END, " ")) for kind, text in lines)


def _moved(changes: tuple[Change, ...], first: int) -> tuple[Change, ...]:
    return tuple(replace(change, place=(change.place[0] + first, change.place[1])) for change in changes)

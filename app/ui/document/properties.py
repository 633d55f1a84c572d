"""Where a draft's data lives in a QTextDocument: user properties of block, character and frame formats.

Numbers are part of the undo history and of the clipboard form: never renumber, only add. Qt's own undo
restores them all (facts/anchors.md §4). User data and user state say nothing of a draft: they do not survive undo.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
)

from app.core.draft import PLACEHOLDER as PLACEHOLDER_TEXT
from app.core.draft import Bind, Block, Run, merged
from app.core.kinds import Kind, Lead
from app.storage.schema import decode_section, encode_section

_BASE = int(QTextFormat.Property.UserProperty.value)

KIND, ID, SECTION, MARKER, RESTART, JOINED, LEAD = (_BASE + number for number in range(1, 8))
"""Of a block's format. KIND is unset on the one empty block of a document without blocks."""

BOLD, BIND, PLACEHOLDER, QUERY, COMMENT = (_BASE + number for number in range(21, 26))
"""Of a character's format. BIND holds scope, name, form and a serial, one a line."""

MARKS = (BOLD, PLACEHOLDER, QUERY, COMMENT, BIND)
"""The marks in the order in which they are set: to Qt, formats with the same properties in another order differ."""

META = _BASE + 41
"""Of the root frame's format: facts, occasion and layout as JSON."""

_KINDS = {kind.value: kind for kind in Kind}
_LEADS = {lead.value: lead for lead in Lead}


def kind_of(block_format: QTextBlockFormat) -> Kind:
    """The kind that a block's format says; body where it says none or one that is not known."""
    return _KINDS.get(block_format.stringProperty(KIND), Kind.BODY)


def write_block_fields(block_format: QTextBlockFormat, block: Block) -> None:
    """Set a block's fields in a format; fields at their defaults are not there."""
    block_format.setProperty(KIND, block.kind.value)
    block_format.setProperty(ID, block.id)
    _set(block_format, SECTION, encode_section(block.section) if block.section else None)
    _set(block_format, MARKER, block.marker or None)
    _set(block_format, RESTART, block.restart or None)
    _set(block_format, JOINED, block.joined or None)
    _set(block_format, LEAD, None if block.lead is Lead.AUTO else block.lead.value)


def make_body(cursor: QTextCursor) -> None:
    """Make the line with a cursor body and nothing else; it keeps its id."""
    fields = QTextBlockFormat()
    write_block_fields(fields, Block(cursor.blockFormat().stringProperty(ID)))
    cursor.setBlockFormat(fields)


def take_out_all(cursor: QTextCursor) -> None:
    """Take out all of a draft, which a cursor selects: an empty line of body is left. One step of undo."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    make_body(cursor)
    cursor.endEditBlock()


def _set(target: QTextFormat, number: int, value: str | bool | None) -> None:
    if value is None:
        target.clearProperty(number)
    else:
        target.setProperty(number, value)


def read_block(text_block: QTextBlock) -> Block:
    """The block that a line of the document is; not repaired."""
    found = text_block.blockFormat()
    section = found.stringProperty(SECTION)
    return Block(
        id=found.stringProperty(ID),
        kind=kind_of(found),
        runs=as_runs(read_runs(text_block)),
        section=decode_section(section) if section else None,
        marker=found.stringProperty(MARKER),
        restart=found.boolProperty(RESTART),
        joined=found.boolProperty(JOINED),
        lead=_LEADS.get(found.stringProperty(LEAD), Lead.AUTO),
    )


def as_runs(stretches: Sequence[Run]) -> tuple[Run, ...]:
    """Stretches of a line in the form that a block has.

    Where a mark of a placeholder is left on text that is none any more, the runs have it, so that it is taken off:
    it would be there again when the text happens to look like one.
    """
    return tuple(stretches) if any(map(_has_stray_mark, stretches)) else merged(stretches)


def _has_stray_mark(run: Run) -> bool:
    return run.placeholder and PLACEHOLDER_TEXT.sub("", run.text) != ""


def read_runs(text_block: QTextBlock) -> list[Run]:
    """The stretches of a line with their marks, as the document keeps them."""
    return [run_of(fragment.text(), fragment.charFormat()) for fragment in fragments(text_block)]


def fragments(text_block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a line that have one format each."""
    for iterator in cast(Iterable[QTextBlock.iterator], text_block):
        fragment = iterator.fragment()
        if fragment.isValid():
            yield fragment


def run_of(text: str, char_format: QTextCharFormat) -> Run:
    """A run of that text with the marks that a format carries."""
    return Run(
        text,
        bold=char_format.boolProperty(BOLD),
        bind=_read_bind(char_format.stringProperty(BIND)),
        placeholder=char_format.boolProperty(PLACEHOLDER),
        query=char_format.boolProperty(QUERY),
        comment=char_format.stringProperty(COMMENT),
    )


def _read_bind(text: str) -> Bind | None:
    if not text:
        return None
    scope, name, form, serial = text.split("\n")
    return Bind(scope, name, form, int(serial))


def char_format(run: Run, serial: int = 0) -> QTextCharFormat:
    """The format that carries a run's marks. `serial` keeps direct neighbours of one binding apart."""
    result = QTextCharFormat()
    _set(result, BOLD, run.bold or None)
    _set(result, PLACEHOLDER, run.placeholder or None)
    _set(result, QUERY, run.query or None)
    _set(result, COMMENT, run.comment or None)
    if run.bind is not None:
        parts = (run.bind.scope, run.bind.name, run.bind.form, str(serial))
        result.setProperty(BIND, "\n".join(part.replace("\n", " ") for part in parts))
    return result

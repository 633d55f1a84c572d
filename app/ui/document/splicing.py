"""Carrying out a plan on a QTextDocument: blocks put in, taken out and rewritten without losing formats.

Qt gives a block at a seam the format of its neighbour; every function here writes the format it wants
afterwards. The caller holds the edit block.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from app.core.draft import Block, Run, merged
from app.core.plan import Splice, growth
from app.ui.document.positions import units
from app.ui.document.properties import KIND, as_runs, char_format, read_runs, write_block_fields

NewSerial = Callable[[], int]
Dress = Callable[[QTextBlockFormat, int], None]
"""What writes into a line's format how it looks; its index is that after all splices."""


def carry_out(
    document: QTextDocument, splices: Sequence[Splice], new_serial: NewSerial, dress: Dress
) -> None:
    """Carry out splices, the last first, so that indices stay those of the draft before."""
    grown = sum(map(growth, splices))
    for splice in reversed(splices):
        grown -= growth(splice)
        first = splice.start + grown
        stop, new = splice.stop, splice.blocks
        if is_vacant(document):
            stop = splice.start
        shared = min(stop - splice.start, len(new))
        if stop - splice.start > shared:
            _take_out(document, splice.start + shared, stop)
        elif len(new) > shared:
            formats = [_block_format(new[at], dress, first + at) for at in range(shared, len(new))]
            _put_in(document, splice.start + shared, new[shared:], formats, new_serial)
        for offset in range(shared):
            line = document.findBlockByNumber(splice.start + offset)
            _rewrite(line, new[offset], new_serial, dress, first + offset)


def is_vacant(document: QTextDocument) -> bool:
    """Whether the document stands for a draft without blocks."""
    first = document.firstBlock()
    return document.blockCount() == 1 and not first.blockFormat().hasProperty(KIND) and first.length() == 1


def _block_format(block: Block, dress: Dress, index: int) -> QTextBlockFormat:
    result = QTextBlockFormat()
    write_block_fields(result, block)
    dress(result, index)
    return result


def _put_in(
    document: QTextDocument,
    at: int,
    blocks: Sequence[Block],
    formats: Sequence[QTextBlockFormat],
    new_serial: NewSerial,
) -> None:
    rest = zip(blocks, formats, strict=True)
    if is_vacant(document):
        first, look = next(rest)
        cursor = QTextCursor(document.firstBlock())
        cursor.setBlockFormat(look)
        _insert_runs(cursor, first.runs, new_serial)
    elif at == 0:
        below = document.firstBlock()
        kept = below.blockFormat()
        cursor = QTextCursor(below)
        cursor.insertBlock(kept, QTextCharFormat())
        first, look = next(rest)
        cursor = QTextCursor(document.firstBlock())
        cursor.setBlockFormat(look)
        _insert_runs(cursor, first.runs, new_serial)
    else:
        # Behind the block above: the one below is not touched, and not laid out and painted anew.
        cursor = QTextCursor(document.findBlockByNumber(at - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    for block, look in rest:
        cursor.insertBlock(look, QTextCharFormat())
        _insert_runs(cursor, block.runs, new_serial)


def _insert_runs(cursor: QTextCursor, runs: Sequence[Run], new_serial: NewSerial) -> None:
    for run in runs:
        cursor.insertText(run.text, char_format(run, new_serial() if run.bind else 0))


def _take_out(document: QTextDocument, start: int, stop: int) -> None:
    first, last = document.findBlockByNumber(start), document.findBlockByNumber(stop - 1)
    after, before = last.next(), first.previous()
    cursor = QTextCursor(first)
    if before.isValid():
        kept = before.blockFormat()
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _keep_format(document.findBlockByNumber(start - 1), kept)
    elif after.isValid():
        kept = after.blockFormat()
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _keep_format(document.findBlockByNumber(start), kept)
    else:
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(QTextBlockFormat())


def _keep_format(text_block: QTextBlock, kept: QTextBlockFormat) -> None:
    if text_block.blockFormat() != kept:
        QTextCursor(text_block).setBlockFormat(kept)


def _rewrite(text_block: QTextBlock, block: Block, new_serial: NewSerial, dress: Dress, index: int) -> None:
    """Make a line say another block; what it has in common at its ends is not touched."""
    old = read_runs(text_block)
    number = text_block.blockNumber()
    if as_runs(old) != merged(block.runs):
        _rewrite_runs(text_block, old, block.runs, new_serial)
        text_block = text_block.document().findBlockByNumber(number)
    wanted = text_block.blockFormat()
    write_block_fields(wanted, block)
    dress(wanted, index)
    if wanted != text_block.blockFormat():
        QTextCursor(text_block).setBlockFormat(wanted)


def _rewrite_runs(
    text_block: QTextBlock, old: Sequence[Run], new: Sequence[Run], new_serial: NewSerial
) -> None:
    """Write other runs; values that are renewed one by one, so that a cursor between two of them stays there."""
    starts = list(accumulate((units(run.text) for run in old), initial=text_block.position()))
    renewed = [
        (start, one, other)
        for start, one, other in zip(starts, old, new, strict=False)
        if not _alike(one, other)
    ]
    if len(old) == len(new) and all(one.bind and other.bind for _, one, other in renewed):
        for start, one, other in reversed(renewed):
            _rewrite_stretch(text_block, start, [one], [other], new_serial)
        return
    head = 0
    while head < min(len(old), len(new)) and _alike(old[head], new[head]):
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and _alike(old[-1 - tail], new[-1 - tail]):
        tail += 1
    stretch = old[head : len(old) - tail], new[head : len(new) - tail]
    _rewrite_stretch(text_block, starts[head], *stretch, new_serial)


def _rewrite_stretch(
    text_block: QTextBlock, start: int, old: Sequence[Run], new: Sequence[Run], new_serial: NewSerial
) -> None:
    """Write runs in the place of others that begin at a position."""
    cursor = QTextCursor(text_block)
    _replace_text(cursor, start, _text(old), _text(new))
    for run in new:
        cursor.setPosition(start)
        start += units(run.text)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(run, new_serial() if run.bind else 0))


def _replace_text(cursor: QTextCursor, start: int, old: str, new: str) -> None:
    """Make one text of another and leave alone what they have in common at their ends, and the cursors in it."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    if len(old) == len(new) == head:
        return
    first, last = start + units(old, head), start + units(old, len(old) - tail)
    # What is new goes behind what is old, so that a cursor before it is not pushed on.
    cursor.setPosition(last)
    cursor.insertText(new[head : len(new) - tail], QTextCharFormat())
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, its) in pairs if mine != its), min(len(one), len(other)))


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _alike(old: Run, new: Run) -> bool:
    """Whether a stretch can stay: all but the occurrence is the same, which the document counts otherwise."""
    return _without_occurrence(old) == _without_occurrence(new)


def _without_occurrence(run: Run) -> tuple[object, ...]:
    bind = run.bind and (run.bind.scope, run.bind.name, run.bind.form)
    return run.text, run.bold, bind, run.placeholder, run.query, run.comment

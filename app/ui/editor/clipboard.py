"""What goes out and comes in by clipboard and drag: text with its numbers, blocks without Qt's own formats."""

import json

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import NewId
from app.core.kinds import Kind
from app.core.markup import parse_blocks, print_block
from app.core.repair import repaired
from app.core.structure import split_runs
from app.core.text import clean_text
from app.ui.document.draft_document import DraftDocument
from app.ui.editor.positions import place_of

BLOCKS_TYPE = "application/x-siceng-blocks"
_FULL_INDENT = "\u3000\u3000"


def selected_blocks(document: DraftDocument, cursor: QTextCursor) -> list[tuple[Block, str]]:
    """The selected part of each block with its number; the number only where the block is selected from its start on.

    A number goes along when the first character is selected and the selection goes past the block's end.
    """
    draft = document.draft()
    start, stop = QTextCursor(document), QTextCursor(document)
    start.setPosition(cursor.selectionStart())
    stop.setPosition(cursor.selectionEnd())
    first, last = place_of(start), place_of(stop)
    found: list[tuple[Block, str]] = []
    for index in range(first.index, min(last.index + 1, len(draft.blocks))):
        block = draft.blocks[index]
        end = last.offset if index == last.index else len(block.text)
        begin = first.offset if index == first.index else 0
        runs = split_runs(split_runs(block.runs, end)[0], begin)[1]
        whole = begin == 0 and (
            index < last.index or (end == len(block.text) and index == last.index != first.index)
        )
        part = Block("", block.kind, runs, block.section if begin == 0 else None, block.marker, block.restart)
        part = part if begin == 0 else Block("", runs=runs)
        found.append((part, document.number(index) if whole else ""))
    return found


def to_mime(document: DraftDocument, cursor: QTextCursor) -> QMimeData:
    """The selection as plain text with numbers, and as blocks for another place of a draft."""
    parts = selected_blocks(document, cursor)
    data = QMimeData()
    data.setText("\n".join(number + block.text.replace("\u2028", "\n") for block, number in parts))
    if len(parts) > 1:
        lines = [print_block(block) for block, _ in parts]
        data.setData(BLOCKS_TYPE, QByteArray(json.dumps(lines).encode("utf-8")))
    return data


def from_mime(data: QMimeData, new_id: NewId) -> list[Block]:
    """What was pasted as clean blocks: own blocks with their kinds, anything else as body without formats."""
    if data.hasFormat(BLOCKS_TYPE):
        lines = json.loads(bytes(data.data(BLOCKS_TYPE).data()).decode("utf-8"))
        blocks = parse_blocks("\n".join(str(line).replace("\n", " ") for line in lines), {})
        return list(repaired(Draft(blocks=blocks), new_id).blocks)
    text = (
        data.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    )
    lines = [clean_text(line, Kind.BODY).strip(" \u3000\ufeff") for line in text.split("\n")]
    if len(lines) == 1:
        lines = [clean_text(text, Kind.BODY)]
    return [Block(new_id(), runs=plain_runs(line)) for line in lines if line]

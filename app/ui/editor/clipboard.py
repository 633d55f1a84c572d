"""What goes out and comes in by clipboard and drag: text with its numbers, own blocks whole, no formats of Qt's."""

import re
from dataclasses import replace

from PySide6.QtCore import QByteArray, QMimeData

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, plain_runs
from app.core.errors import ReadError
from app.core.facts import FactSheet
from app.core.ids import random_id
from app.core.kinds import FORCED_LINES, Kind
from app.core.numbering import numbers
from app.core.selection import Clip, copied
from app.core.text import clean_text
from app.core.writing import Place
from app.storage.schema import VERSION, decode, encode

BLOCKS_TYPE = "application/x-siceng-blocks"
"""A small draft as JSON: the blocks, and as facts what is known of the stretch's ends."""

_PART, _ENDS, _JOINED = "part", "ends", "joined"
_MOST = 32 * 2**20
"""Bytes of own blocks beyond which only the text is taken."""
_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")


def to_mime(draft: Draft, start: Place, stop: Place) -> QMimeData:
    """The stretch between two places as plain text with numbers, and as blocks for another place of a draft."""
    clip = copied(draft, start, stop)
    data = QMimeData()
    data.setText(_text_of(draft, start.index, clip))
    data.setData(BLOCKS_TYPE, QByteArray(_encoded(clip)))
    return data


def _text_of(draft: Draft, first: int, clip: Clip) -> str:
    """A number goes along where a block's first character is selected and the selection goes past its end."""
    shown = numbers(draft.blocks)[first : first + len(clip.blocks)]
    lines: list[str] = []
    for at, (block, number) in enumerate(zip(clip.blocks, shown, strict=True)):
        last = at == len(clip.blocks) - 1
        cut = (last and block.runs != draft.blocks[first + at].runs) or (at == 0 and clip.part)
        alone = len(clip.blocks) == 1 and not clip.ends
        lines.append(("" if cut or alone else number) + block.text.replace(FORCED_LINE_END, "\n"))
    return "\n".join(lines) + ("\n" if clip.ends else "")


def _encoded(clip: Clip) -> bytes:
    joined = bool(clip.blocks) and clip.blocks[0].joined
    ends = {_PART: clip.part, _ENDS: clip.ends, _JOINED: joined}
    facts = FactSheet(tuple((name, 1) for name, is_so in ends.items() if is_so))
    return encode(Draft(facts, clip.blocks))


def _decoded(data: bytes) -> Clip:
    """Own blocks; none where the data is too much, of a newer version, or not what it says it is."""
    if len(data) > _MOST:
        return Clip(())
    try:
        draft, version = decode(data, "剪贴板")
    except ReadError:
        return Clip(())
    if version > VERSION or not draft.blocks:
        return Clip(())
    first, *rest = draft.blocks
    if _JOINED in draft.facts:
        first = replace(first, joined=True, section=None)
    return Clip((first, *rest), _PART in draft.facts, _ENDS in draft.facts)


def from_mime(data: QMimeData, kind: Kind) -> Clip:
    """What comes in where a block of that kind stands: own blocks as they were, anything else as text."""
    found = _decoded(bytes(data.data(BLOCKS_TYPE).data())) if data.hasFormat(BLOCKS_TYPE) else Clip(())
    return found if found.blocks else from_text(data.text(), kind)


def from_text(text: str, kind: Kind) -> Clip:
    """Lines of a text as blocks of body; in a title and the like they stay lines of one block.

    Blanks around lines and empty lines go, but for what is one line.
    """
    lines = [line.strip(" \t\u3000\ufeff") for line in _LINE_ENDS.split(text)]
    if len(lines) == 1:
        lines = [text]
    lines = [clean_text(line, Kind.BODY) for line in lines if line]
    if kind in FORCED_LINES:
        lines = [FORCED_LINE_END.join(lines)]
    blocks = tuple(Block(random_id(), runs=plain_runs(line)) for line in lines if line)
    return Clip(blocks, part=len(blocks) == 1)


def is_words(clip: Clip) -> bool:
    """Whether it is part of a line without marks."""
    return (
        clip.part
        and len(clip.blocks) == 1
        and not clip.ends
        and all(run == Run(run.text) for run in clip.blocks[0].runs)
    )

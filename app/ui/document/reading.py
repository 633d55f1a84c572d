"""What has been read of a document's lines, so that a snapshot reads only those that changed since the last."""

from collections.abc import Sequence

from PySide6.QtGui import QTextDocument

from app.core.draft import Block
from app.core.repair import sound_block
from app.ui.document.properties import read_block


class LineCache:
    """The blocks of a document as they are written in it and as they are sound, by line.

    Qt tells of each change by position and length (`contentsChange`), of format changes too; whoever owns
    the document hands that on to `forget`. Nothing may be read while an edit block is open.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._written: list[Block | None] = [None]
        self._sound: list[Block | None] = [None]
        self._before: dict[int, tuple[Block, Block]] = {}
        """What lines said that were forgotten: most say it still, for Qt tells of all from the first change to the last."""

    def forget(self, position: int, added: int) -> tuple[int, int, Sequence[tuple[Block, Block] | None]]:
        """Forget the lines that a change touched; first and last of them as numbered now, and what was known of them."""
        document = self._document
        last_position = min(position + added, document.characterCount() - 1)
        first = document.findBlock(position).blockNumber()
        last = document.findBlock(last_position).blockNumber()
        grown = document.blockCount() - len(self._written)
        stop = last - grown + 1
        pairs = zip(self._written[first:stop], self._sound[first:stop], strict=True)
        known = [None if written is None or sound is None else (written, sound) for written, sound in pairs]
        self._written[first:stop] = self._sound[first:stop] = [None] * (last - first + 1)
        if grown:
            self._before.clear()
        else:
            self._before.update((at, line) for at, line in enumerate(known, first) if line is not None)
        return first, last, known

    def line(self, index: int) -> tuple[Block, Block]:
        """One line as it is written and as it is sound."""
        if len(self._written) != self._document.blockCount():
            self._written = [None] * self._document.blockCount()
            self._sound = list(self._written)
            self._before.clear()
        written, sound = self._written[index], self._sound[index]
        if written is None or sound is None:
            written = read_block(self._document.findBlockByNumber(index))
            before = self._before.pop(index, None)
            written, sound = before if before and before[0] == written else (written, sound_block(written))
            self._written[index], self._sound[index] = written, sound
        return written, sound

    def know(self, blocks: Sequence[Block]) -> None:
        """The lines are these blocks, sound, and were written just so."""
        self._written, self._sound = list(blocks), list(blocks)
        self._before.clear()

    def read(self) -> Sequence[tuple[Block, Block]]:
        """Each line as it is written and as it is sound."""
        return [self.line(index) for index in range(self._document.blockCount())]

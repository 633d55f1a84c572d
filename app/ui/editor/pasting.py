"""Putting in what comes by clipboard and drag: words go on in the line, all else is one plan, one step of undo."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QTextCursor

from app.core.errors import AppError
from app.core.kinds import Kind
from app.files.reading import read_bytes
from app.importing.decoding import decode
from app.ui.document.positions import is_all_selected
from app.ui.document.properties import kind_of
from app.ui.editor.clipboard import from_text, has_words
from app.ui.editor.incoming import Incoming, from_mime, plain_text

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor

_MOST_BYTES = 4 * 2**20
"""Of a text file that is dropped on the page: more than a million characters."""


class Pasting(QObject):
    """What comes into one editor. `told` is what the writer should know about it."""

    told = Signal(str)

    def __init__(self, editor: "SpeechEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def paste(self, source: QMimeData, at: QTextCursor | None = None) -> None:
        """Put in what comes over the selection, or at a cursor."""
        if self._editor.isReadOnly():
            return
        self._editor.commit()
        if has_words(source):
            self._take(self._incoming(source, at or self._editor.textCursor()), at)
        elif source.hasImage():
            self.told.emit("复制的是图片，稿子里只放文字，没有粘贴。")

    def paste_plain(self) -> None:
        """Put in the text that was copied and nothing else of it, all of it body."""
        self._editor.commit()
        try:
            text = plain_text(QGuiApplication.clipboard().mimeData())
        except AppError as error:
            self.told.emit(str(error))
            return
        self._take(Incoming(from_text(text, self.kind_at(self._editor.textCursor()))), None)

    def drop_file(self, path: Path, at: QTextCursor) -> None:
        """Put in the text of a text file at a cursor."""
        source = QMimeData()
        try:
            source.setText(decode(read_bytes(path, _MOST_BYTES), path.name).text)
        except AppError as error:
            self.told.emit(str(error))
            return
        self.paste(source, at)

    def kind_at(self, cursor: QTextCursor) -> Kind:
        """The kind of the block in which a cursor's selection begins; body where all goes and nothing is left of it."""
        if is_all_selected(cursor):
            return Kind.BODY
        return kind_of(self._editor.draft_document.findBlock(cursor.selectionStart()).blockFormat())

    def _incoming(self, source: QMimeData, at: QTextCursor) -> Incoming:
        """What comes in where a cursor stands; on a line that is empty, or selected whole, it stands by itself."""
        first = self._editor.draft_document.findBlock(at.selectionStart())
        whole = (
            first.position() == at.selectionStart()
            and at.selectionEnd() >= first.position() + first.length() - 1
        )
        return from_mime(source, self.kind_at(at), on_empty_line=whole)

    def _take(self, incoming: Incoming, at: QTextCursor | None) -> None:
        if incoming.clip.blocks:
            if at is None:
                self._editor.edits.widen()
            self._editor.edits.take_in(incoming.clip, incoming.put, at)
        if incoming.told:
            self.told.emit(incoming.told)

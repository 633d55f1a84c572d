"""What comes in from the clipboard or by a drop: own blocks, a page of other programs, or text.

Reading what others wrote takes a while to load: this is imported when something is pasted first.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData

from app.core.errors import ReadError
from app.core.kinds import Kind
from app.core.selection import Clip, replaced
from app.importing.markdown import is_markdown, read_markdown
from app.importing.pasting import pasted, put_in
from app.importing.report import report_of
from app.importing.text import read_text
from app.ui.editor.clipboard import BLOCKS_TYPE, Put, decoded, from_text


@dataclass(frozen=True, slots=True)
class Incoming:
    """What comes in and how it is put in; `told` is what the writer should know about it, empty where nothing."""

    clip: Clip
    told: str = ""
    put: Put = replaced


def from_mime(data: QMimeData, kind: Kind, on_empty_line: bool) -> Incoming:
    """What comes in where a block of that kind stands: own blocks as they were, else a page, else text."""
    if data.hasFormat(BLOCKS_TYPE):
        own = decoded(bytes(data.data(BLOCKS_TYPE).data()))
        if own.blocks:
            return Incoming(own)
    # With its parser it takes a while to load, and few sessions paste before the first key.
    from app.importing.html import read_html

    trouble = ""
    try:
        source = read_html(data.html()) if data.hasHtml() else None
    except ReadError as error:
        source, trouble = None, f"{error.what}按纯文字粘贴。" if data.hasText() else str(error)
    if source is not None and source.paragraphs:
        clip, report = pasted(source, kind, on_empty_line)
        return Incoming(clip, report.in_words(), put_in)
    words = _words(data.text(), kind, on_empty_line)
    if source is not None and not words.clip.blocks:
        trouble = report_of(source.left_out).in_words()
    return replace(words, told=trouble or words.told)


def _words(text: str, kind: Kind, on_empty_line: bool) -> Incoming:
    source = read_markdown(text) if is_markdown(text) else read_text(text)
    if len(source.paragraphs) == 1 and not on_empty_line:
        return Incoming(from_text(text, kind))  # with the blanks around it
    clip, report = pasted(source, kind, on_empty_line)
    return Incoming(clip, report.in_words(), put_in)


def plain_text(data: QMimeData) -> str:
    """The text alone. Raises ReadError where there is only a page that cannot be read."""
    if data.hasText() or not data.hasHtml():
        return data.text()
    from app.importing.html import read_html

    return "\n".join(each.number + each.text for each in read_html(data.html()).paragraphs)

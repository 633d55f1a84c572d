"""HTML of the clipboard as paragraphs: Word, WPS, browsers (app/importing/README.md).

Nothing is fetched and no entity but characters is resolved; what is too large or nested without end is refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from app.core.draft import FORCED_LINE_END
from app.core.errors import ReadError
from app.core.text import BLANKS
from app.importing.building import Builder
from app.importing.elements import PARAGRAPHS, Style, is_symbol, style_within
from app.importing.lists import ListNumbers
from app.importing.paragraphs import Source
from app.importing.report import Fate, Item

MOST_BYTES = 8 * 2**20
"""UTF-8 beyond which HTML is not read; a speech of 100,000 characters from Word is a fifth of it."""
_DEEPEST = 1000
_NUMBERED = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")
"""Elements whose number is not that of what follows them, were they ever so empty."""
_TOLD = 60
"""Characters of what was left out that are told."""


def read_html(html: str) -> Source:
    """The paragraphs of a page, or of the fragment in it that was copied. Raises ReadError for a hostile one."""
    data = html.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise ReadError("复制的内容太多了。", "分几次复制，或改用“粘贴为纯文字”。")
    reader = _Reader()
    # The stubs ask of a target what lxml does not.
    parser = etree.HTMLParser(target=cast(Any, reader), encoding="utf-8", no_network=True)
    try:
        parser.feed(data)
        parser.close()
    except etree.LxmlError as error:
        raise ReadError("复制的网页内容看不懂。", "改用“粘贴为纯文字”。") from error
    return reader.source()


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, and what holds outside of it."""

    name: str
    outer: Style


class _Reader:
    """Takes what the parser meets, in order."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._style = Style()
        self._styles: dict[object, Style] = {}
        self._builder = Builder()
        self._lists = ListNumbers()
        self._number = ""
        self._left_out: list[Item] = []
        self._dropped: list[str] = []
        self._over = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self._open) == _DEEPEST:
            raise ReadError("复制的网页内容层次太深。", "改用“粘贴为纯文字”。")
        self._open.append(_Open(name, self._style))
        outer, self._style = self._style, self._within(name, attributes)
        if not self._style.kept:
            return
        if name in PARAGRAPHS:
            self._builder.end_paragraph(outer.level)
        match name:
            case "br":
                self._builder.add(FORCED_LINE_END, bold=False)
            case "rt":
                self._builder.add("（", self._style.bold)
            case "tr":
                self._builder.begin_row()
            case "td" | "th":
                self._builder.begin_cell()
            case "ol" | "ul" | "menu" | "dir":
                self._lists.begin(name, attributes)
            case "li":
                self._builder.set_number(self._lists.next(attributes))
            case "img":
                self._leave_out(Fate.PICTURE, attributes.get("alt", ""))
            case _:
                pass

    def _within(self, name: str, attributes: Mapping[str, str]) -> Style:
        """What holds within an element; office programs say the same thing a thousand times."""
        key = self._style, name, tuple(attributes.items())
        if key not in self._styles:
            self._styles[key] = style_within(self._style, name, attributes)
        return self._styles[key]

    def end(self, name: str) -> None:
        if not any(each.name == name for each in reversed(self._open)):
            return
        while self._close(self._open.pop()) != name:
            pass

    def _close(self, closed: _Open) -> str:
        """Close the innermost element; its name."""
        was, self._style = self._style, closed.outer
        if not was.kept:
            if self._style.kept and was.fate:
                self._leave_out(was.fate, "".join(self._dropped))
            self._dropped = [] if self._style.kept else self._dropped
            return closed.name
        if was.is_number and not self._style.is_number:
            self._end_number()
        if closed.name in PARAGRAPHS:
            self._builder.end_paragraph(was.level)
        if closed.name in _NUMBERED:
            self._builder.set_number("")
        if closed.name == "rt":
            self._builder.add("）", was.bold)
        elif closed.name == "tr":
            self._builder.end_row()
        elif closed.name in ("ol", "ul", "menu", "dir"):
            self._lists.end()
        return closed.name

    def _end_number(self) -> None:
        number = self._number.strip(BLANKS + "\r\n\f")
        self._number = ""
        if is_symbol(number):
            self._leave_out(Fate.BULLET, number)
        else:
            self._builder.set_number(number)

    def data(self, text: str) -> None:
        if not self._style.kept:
            self._dropped += [text] if self._style.fate else []
        elif self._over:
            pass
        elif self._style.is_number:
            self._number += text
        else:
            lines = re.sub("\r\n?|\n", FORCED_LINE_END, text) if self._style.lines else text
            self._builder.add(lines, self._style.bold)

    def comment(self, text: str) -> None:
        """What was copied stands between two comments; what is around it is there for its styles."""
        if text.strip() == "StartFragment":
            self._builder.forget()
            self._left_out = []
        elif text.strip() == "EndFragment":
            self._builder.end_paragraph(self._style.level)
            self._over = True

    def _leave_out(self, fate: Fate, text: str) -> None:
        if not self._over:
            self._left_out.append(Item(fate, " ".join(text.split())[:_TOLD]))

    def close(self) -> None:
        """The parser came to the end."""

    def source(self) -> Source:
        """What was read."""
        while self._open:
            self._close(self._open.pop())
        return Source(self._builder.finish(), tuple(self._left_out))

"""Paragraphs, tables and text boxes in their order (ECMA-376 part 1, 17.2 to 17.5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext

from app.importing.paragraphs import Paragraph
from app.importing.report import Fate, Item
from app.importing.rows import of_row
from app.importing.word.changes import DELETIONS, INSERTIONS, Revision, revision
from app.importing.word.chunks import read_chunk
from app.importing.word.context import Context
from app.importing.word.inline import BOOKMARK_END, Inline
from app.importing.word.line import Line
from app.importing.word.names import MC, SILENT, Element, R, W, chosen
from app.importing.word.numbering import Counting
from app.importing.word.properties import Properties, PropertyReader
from app.importing.word.runs import offsets_in, runs_of
from app.importing.word.tables import change_of, parts_of

_PROPERTIES, _ROW, _CELL = f"{W}pPr", f"{W}tr", f"{W}tc"
_CONTENTS = ("toc", "目录")
"""How the names of styles for contents begin."""


class Blocks:
    """Reads the blocks of one story: the body, a note, a header."""

    def __init__(self, context: Context) -> None:
        self.paragraphs: list[Paragraph] = []
        self._context = context
        self._inline = Inline(context)
        self._text = self._inline.gathering
        self._properties = PropertyReader(context)
        self._counting = Counting()
        self._blank = 0
        self._open: Properties | None = None
        """What a line that goes on in the next paragraph has been so far."""
        self._handlers: Mapping[object, Callable[[Element], None]] = {
            f"{W}p": self._paragraph,
            f"{W}tbl": self._table,
            f"{W}sdt": self._content_control,
            f"{W}altChunk": self._chunk,
            f"{MC}AlternateContent": self._alternatives,
            **dict.fromkeys((*INSERTIONS, *DELETIONS), self._revised),
            **{f"{W}{name}": self.children for name in ("sdtContent", "customXml", "body")},
            **dict.fromkeys(SILENT, _nothing),
            BOOKMARK_END: self._loose,
        }

    def read(self, story: Iterable[Element]) -> Sequence[Paragraph]:
        """The paragraphs of a story, or of these blocks of it."""
        self.children(story)
        self._end()
        self._text.remarks.close()
        return self.paragraphs

    def children(self, blocks: Iterable[Element]) -> None:
        """These blocks, or those in an element. What is no block, such as a mark between them, belongs to the next line."""
        handlers = self._handlers
        for block in blocks:
            handlers.get(block.tag, self._loose)(block)

    def _loose(self, element: Element) -> None:
        if (handler := self._inline.handlers.get(element.tag, self.children)) is not None:
            handler(element)

    def _paragraph(self, element: Element) -> None:
        first = next(iter(element), None)
        own = first if first is None or first.tag == _PROPERTIES else element.find(_PROPERTIES)
        properties = self._properties.of(own)
        self._text.begin(properties.look)
        in_contents = self._text.fields.is_contents
        self._inline.children(element)
        if properties.goes_on:
            if self._open is None or not self._open.leads:
                self._open = properties
            return
        if self._open is not None and self._open.leads:
            properties = self._open
        self._put(properties, in_contents)

    def _put(self, properties: Properties, in_contents: bool) -> None:
        self._open = None
        line = self._text.finish()
        runs = runs_of(line.pieces)
        number = "" if properties.numbered is None else self._number(properties, bool(runs))
        if runs:
            look = properties.look
            name = look.name
            if (in_contents or self._text.fields.is_contents) and not name.lower().startswith(_CONTENTS):
                name = "TOC"
            self.paragraphs.append(
                Paragraph(
                    runs,
                    properties.level,
                    number,
                    None,
                    name,
                    properties.centred,
                    line.size or look.size,
                    self._blank,
                    _ids(line) if line.anchors else (),
                    line.anchors[0][3] if line.anchors else None,
                    _leads(line) if line.leads else (),
                )
            )
            self._blank = 0
        else:
            self._blank += 1
            self._text.line.take_blocks(line)
        for box, revised in line.boxes:
            with self._text.apart(revised):
                self._boxed(box)

    def _number(self, properties: Properties, has_text: bool) -> str:
        """The number as it prints; one that cannot stand before text, and a bullet, is listed."""
        numbered, at = properties.numbered, properties.at
        assert numbered is not None
        number = self._counting.next(numbered, at)
        is_bullet = at in numbered.levels and numbered.levels[at].form == "bullet"
        if number and (is_bullet or not has_text):
            self._context.left_out.append(Item(Fate.BULLET if is_bullet else Fate.NUMBER, number))
            return ""
        return number

    def _boxed(self, box: Element) -> None:
        if box.tag in self._handlers:
            self._handlers[box.tag](box)
        else:
            self.children(box)
        self._end()

    def _end(self) -> None:
        """The end of a cell, a box or the whole: what still goes on ends here too."""
        if self._open is not None or self._text.line.pieces or self._text.line.boxes:
            self._put(self._open or self._properties.of(None), in_contents=False)

    def _table(self, table: Element) -> None:
        self._end()
        for row in parts_of(table):
            if row.tag == _ROW:
                self._row(row)
            else:
                self.children([row])
        self._end()

    def _row(self, row: Element) -> None:
        changed = change_of(row)
        with nullcontext() if changed is None else self._text.within(self._revision(changed)):
            self.paragraphs += of_row([self._cell(cell) for cell in parts_of(row)])

    def _cell(self, cell: Element) -> Sequence[Paragraph]:
        outer, self.paragraphs = self.paragraphs, []
        if cell.tag == _CELL:
            self.children(cell)
        else:
            self.children([cell])
        self._end()
        self._blank = 0
        found, self.paragraphs = self.paragraphs, outer
        return found

    def _content_control(self, element: Element) -> None:
        with self._inline.hint(element):
            self.children(element)

    def _revised(self, element: Element) -> None:
        with self._text.within(self._revision(element)):
            self.children(element)

    def _revision(self, change: Element) -> Revision:
        return revision(change.tag, self._context.changes)

    def _alternatives(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.children(branch)

    def _chunk(self, element: Element) -> None:
        self._end()
        source = read_chunk(self._context.package, element.get(f"{R}id", ""), self._context.chunks)
        self.paragraphs += source.paragraphs
        self._context.left_out.extend(source.left_out)


def _ids(line: Line) -> tuple[tuple[int, str], ...]:
    places = offsets_in(line.pieces, [each[0] for each in line.anchors])
    return tuple(zip(places, [each[1] for each in line.anchors], strict=True))


def _leads(line: Line) -> tuple[tuple[int, int], ...]:
    places = offsets_in(line.pieces, line.leads)
    return tuple(zip(places[::2], places[1::2], strict=True))


def _nothing(_: Element) -> None:
    pass

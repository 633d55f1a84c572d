"""A Word file as a source: the body's paragraphs, and all else that can be seen in it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from app.importing.paragraphs import Paragraph, Source
from app.importing.report import Fate, Item
from app.importing.word.blocks import Blocks
from app.importing.word.changes import Changes
from app.importing.word.context import Context
from app.importing.word.fields import is_page_number
from app.importing.word.frame import parted
from app.importing.word.names import Element
from app.importing.word.notes import Notes
from app.importing.word.numbering import read_lists
from app.importing.word.objects import ObjectReader
from app.importing.word.package import WordPackage, open_package
from app.importing.word.styles import Styles


def read_word(data: bytes, name: str, changes: Changes = Changes.ACCEPTED) -> Source:
    """The paragraphs of a .docx, .docm (its macros are not looked at) or .dotx, and what has no place in a speech.

    `name` is what messages call the file. Raises ReadError for what is no Word file, is damaged or locked,
    is too large, or was made to do harm.
    """
    return read_package(open_package(data, name), changes)


def read_package(package: WordPackage, changes: Changes = Changes.ACCEPTED) -> Source:
    """The paragraphs of a Word file that is open; raises ReadError for parts that are damaged."""
    return _Reader(package, changes).source()


class _Reader:
    def __init__(self, package: WordPackage, changes: Changes) -> None:
        self._package = package
        styles = Styles.read(next(package.parts("styles"), None))
        self._context = Context(
            package,
            changes,
            styles,
            read_lists(next(package.parts("numbering"), None), styles.numbering),
            Notes.of(package.parts, self._plain),
            ObjectReader(package),
        )

    def source(self) -> Source:
        blocks = parted(self._package.document)
        paragraphs = self._read(blocks.text)
        left_out = self._context.left_out
        if blocks.frame and (around := self._plain(blocks.frame)):
            left_out.append(Item(Fate.FRAME, around))
        left_out.extend(self._context.notes.left_out())
        left_out.extend(dict.fromkeys(self._headers()))
        return Source(tuple(paragraphs), tuple(left_out))

    def _read(self, story: Iterable[Element]) -> Sequence[Paragraph]:
        return Blocks(self._context).read(story)

    def _plain(self, story: Iterable[Element]) -> str:
        """A story as text; what is remarked on it is listed."""
        paragraphs = self._read(story)
        remarks = dict.fromkeys(run.comment for each in paragraphs for run in each.runs if run.comment)
        self._context.left_out.extend(Item(Fate.COMMENT, remark) for remark in remarks)
        return "\n".join(each.number + each.text for each in paragraphs).replace("\u2028", "\n")

    def _headers(self) -> Iterator[Item]:
        """What is printed above and below the pages, each text once; page numbers are not."""
        for part in chain(self._package.parts("header"), self._package.parts("footer")):
            before = len(self._context.left_out)
            text = self._plain(part)
            fields = [item for item in self._context.left_out[before:] if item.fate is not Fate.FIELD]
            self._context.left_out[before:] = fields
            if text and not is_page_number(text):
                yield Item(Fate.HEADER, text)

"""A draft as a Word file built on a unit's own: its frame with our paragraphs in it."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from app.core.draft import Draft
from app.core.kinds import HEADINGS, Kind
from app.export.base.adding import Added, StyleMerge, run_properties_of
from app.export.base.looks import Look, Looks, pitch_of
from app.export.base.mapping import mapped, told
from app.export.base.names import W, child, whole
from app.export.base.numbers import with_fonts, with_numbering
from app.export.base.opening import BaseFile
from app.export.base.packing import packed
from app.export.base.sections import Frame, frame_of, text_width
from app.export.base.styles import BaseStyles
from app.export.docx import DocxOptions, gaps, report_of, title_line, with_broken_title
from app.export.oxml import package as places
from app.export.oxml.body import BodyWriter, Terms
from app.export.oxml.comments import COMMENT_MARK, COMMENT_TEXT, Comment, comments_part
from app.export.oxml.font_table import font_table_part
from app.export.oxml.formatting import number_properties
from app.export.oxml.numbering import Instances, instances, numbering_part
from app.export.oxml.package import Place
from app.export.oxml.properties import app_part, core_part
from app.export.oxml.settings import settings_part
from app.export.oxml.styles import style_id, styles_part
from app.export.oxml.xml import element, part
from app.export.report import ExportReport
from app.export.title import Cutter
from app.export.walk import printed_paragraphs
from app.files.xml import Element
from app.layouts.model import Layout
from app.layouts.word_names import BASE_BOOKMARK

_MOST_BOOKMARK = 1 << 20
"""Numbers of bookmarks beyond it are nonsense that need not be kept clear of."""


def export_on_base(
    draft: Draft,
    layout: Layout,
    base: BaseFile,
    names: Mapping[str, str],
    options: DocxOptions,
    segmenter: Cutter,
) -> tuple[bytes, ExportReport]:
    """The file's bytes, the same for the same draft, file, options and time, and what is to be said of it.

    `names` are the styles of the base by kind; kinds that are not there, and those whose style the base does not
    have, are set as the layout has them.
    """
    return _Export(draft, layout, base, names, options, segmenter).made()


class _Export:
    def __init__(
        self,
        draft: Draft,
        layout: Layout,
        base: BaseFile,
        names: Mapping[str, str],
        options: DocxOptions,
        segmenter: Cutter,
    ) -> None:
        self._base, self._options = base, options
        self._auto = options.numbering == "auto"
        self._frame = frame_of(base.document)
        self._styles = BaseStyles(base.tree("styles"))
        self._mapped = mapped(names, self._styles)
        looks = Looks(self._styles, base.tree("theme"), pitch_of(self._frame.section))
        self._looks = {kind: looks.of(style.id) for kind, style in self._mapped.styles.items()}
        self._draft, self._layout = draft, _with_title(layout, self._looks, self._frame)
        bold = layout.bold_point_leads if options.bold_point_leads is None else options.bold_point_leads
        broken = with_broken_title(draft, self._layout, segmenter)
        self._paragraphs = tuple(printed_paragraphs(broken, bold))

    def made(self) -> tuple[bytes, ExportReport]:
        parts: dict[Place, bytes] = {}
        numbered = instances(self._paragraphs) if self._auto else None
        first = self._number(numbered, parts) if numbered is not None else None
        merge = self._merge()
        writer = BodyWriter(
            bookmarks=not self._options.clean,
            instances=None if numbered is None else _later(numbered, first or 1),
            terms=self._terms(merge, first),
        )
        document = self._document(writer.written(self._paragraphs), writer.bookmarks)
        added = merge.with_used(self._used(writer))
        parts[places.STYLES] = _written(added.root)
        self._add_other_parts(parts, writer.comments, merge.ids)
        options = self._options
        data = packed(
            self._base,
            document,
            parts,
            {
                places.CORE: core_part(title_line(self._draft), options.author, options.created),
                places.APP: app_part(),
            },
            options.created,
        )
        report = report_of(self._draft, self._layout, options, len(self._paragraphs), len(writer.comments))
        return data, replace(report, base=self._told(added, writer))

    def _told(self, added: Added, writer: BodyWriter) -> tuple[str, ...]:
        used = [kind for kind in self._mapped.styles if style_id(kind) in writer.styles]
        counted = [kind for kind in used if self._looks[kind].numbered and not self._auto]
        said = (self._frame.told, self._base.left_out)
        return tuple(told(self._layout.name, self._mapped, used, added.kinds, counted, *said))

    def _merge(self) -> StyleMerge:
        ours = _parsed(styles_part(self._layout, gaps(self._paragraphs, self._layout), False))
        own = self._base.tree("styles")
        root = etree.Element(ours.tag, nsmap=ours.nsmap) if own is None else own
        if own is None:
            root.append(deepcopy(ours[0]))
        return StyleMerge(root, ours, self._mapped.styles, self._looks)

    def _terms(self, merge: StyleMerge, first: int | None) -> Terms:
        numbered = [kind for kind, look in self._looks.items() if look.numbered]
        return Terms(
            ids=merge.ids,
            unnumbered={style_id(kind): self._unnumbered(kind) for kind in numbered},
            kept=frozenset(
                style_id(kind)
                for kind, look in self._looks.items()
                if self._layout.styles[kind].keep_next and not look.keep_next
            ),
            kinds=True,
            bookmark=_greatest_bookmark((*self._frame.before, *self._frame.after)),
            number=first,
        )

    def _unnumbered(self, kind: str) -> str:
        """No number; the style's indents said again, which LibreOffice drops together with the number."""
        indents = child(self._styles.properties(self._mapped.styles[kind].id, "pPr"), "ind")
        said = (
            {}
            if indents is None
            else {str(name).removeprefix(W): each for name, each in indents.attrib.items()}
        )
        return number_properties(0, 0) + (element("ind", **said) if said else "")

    def _number(self, numbered: Instances, parts: dict[Place, bytes]) -> int:
        """Add our numbering; its first instance."""
        fonts = {
            level: run_properties_of(self._styles, self._mapped.styles[kind].id, self._looks[kind])
            for level, kind in enumerate(HEADINGS)
            if kind in self._mapped.styles
        }
        ours = _parsed(numbering_part(self._layout, numbered))
        joined, offset = with_numbering(self._base.tree("numbering"), ours, fonts)
        parts[places.NUMBERING] = _written(joined)
        return offset + 1

    def _used(self, writer: BodyWriter) -> list[str]:
        """The styles that the draft names, and the one of the texts of comments."""
        comment = [COMMENT_TEXT] if writer.comments else []
        return [*writer.styles, *comment]

    def _add_other_parts(
        self, parts: dict[Place, bytes], comments: Sequence[Comment], ids: Mapping[str, str]
    ) -> None:
        fonts, ours = self._base.tree("fontTable"), font_table_part(self._layout)
        parts[places.FONT_TABLE] = ours if fonts is None else _written(with_fonts(fonts, _parsed(ours)))
        if self._base.tree("settings") is None:
            parts[places.SETTINGS] = _without_even_pages(settings_part(self._layout))
        if comments:
            parts[places.COMMENTS] = comments_part(
                comments, self._options.author, self._options.created, ids[COMMENT_MARK], ids[COMMENT_TEXT]
            )

    def _document(self, written: str, bookmark: int) -> Element:
        document = deepcopy(self._base.document)
        body = child(document, "body")
        assert body is not None
        text = list(_parsed(part("body", written))) or [body.makeelement(f"{W}p")]
        frame = self._frame
        if frame.ends:
            _end_section(text[-1], deepcopy(frame.section))
        marks = _Marks(bookmark) if not self._options.clean else None
        body[:] = [
            *_around(frame.before, marks),
            *text,
            *_around(frame.after, marks),
            deepcopy(frame.last),
        ]
        return document


@dataclass(slots=True)
class _Marks:
    """Bookmarks around what is the unit's, so that it is not read back as a part of the draft."""

    number: int

    def around(self, blocks: Sequence[Element]) -> Iterator[Element]:
        self.number += 1
        start = blocks[0].makeelement(f"{W}bookmarkStart")
        start.set(f"{W}id", str(self.number))
        start.set(f"{W}name", f"{BASE_BOOKMARK}{self.number}")
        end = blocks[0].makeelement(f"{W}bookmarkEnd")
        end.set(f"{W}id", str(self.number))
        yield from (start, *blocks, end)


def _around(blocks: Sequence[Element], marks: _Marks | None) -> Sequence[Element]:
    copies = [deepcopy(each) for each in blocks]
    return copies if marks is None or not copies else list(marks.around(copies))


def _with_title(layout: Layout, looks: Mapping[str, Look], frame: Frame) -> Layout:
    """The layout with titles broken for the unit's style and page, where these have room for fewer characters."""
    look, width = looks.get(Kind.TITLE), text_width(frame.section)
    size = layout.styles[Kind.TITLE].size * 10 if look is None else look.size * 10 + look.spacing
    most = min(layout.title_most, width // max(size, 1)) if width else layout.title_most
    return replace(layout, title_most=max(most, 4), title_best=max(min(layout.title_best, most), 4))


def _later(numbered: Instances, first: int) -> Mapping[str, int]:
    return {block: number + first - 1 for block, number in numbered.of_block.items()}


def _greatest_bookmark(blocks: Sequence[Element]) -> int:
    marks = (whole(mark.get(f"{W}id")) for block in blocks for mark in block.iter(f"{W}bookmarkStart"))
    return max((number for number in marks if number is not None and number < _MOST_BOOKMARK), default=0)


def _end_section(paragraph: Element, properties: Element) -> None:
    own = child(paragraph, "pPr")
    if own is None:
        own = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, own)
    own.append(properties)


def _without_even_pages(settings: bytes) -> bytes:
    """Our settings for a file that has none: its headers are as its sections say."""
    root = _parsed(settings)
    found = child(root, "evenAndOddHeaders")
    if found is not None:
        root.remove(found)
    return _written(root)


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data)


def _written(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)

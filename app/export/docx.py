"""A draft as a Word file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from app.core.draft import FORCED_LINE_END, Draft
from app.core.kinds import HEAD_KINDS, Kind
from app.export.fonts import missing_fonts, needed_fonts
from app.export.oxml import package as places
from app.export.oxml.body import BodyWriter
from app.export.oxml.comments import comments_part
from app.export.oxml.font_table import font_table_part
from app.export.oxml.footers import edges
from app.export.oxml.numbering import instances, numbering_part
from app.export.oxml.package import WordPackage
from app.export.oxml.properties import app_part, core_part
from app.export.oxml.settings import Reference, section_properties, settings_part
from app.export.oxml.styles import Gaps, styles_part
from app.export.oxml.xml import part
from app.export.report import ExportReport, empty_blocks, inexpressible, placeholders_left
from app.export.title import Cutter, broken_title, with_line_ends
from app.export.walk import PrintedParagraph, printed_paragraphs
from app.layouts.model import SIGNOFF_LAST, Layout


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """What a writer may choose for a Word file."""

    numbering: Literal["text", "auto"] = "text"
    """Numbers of headings as literal text, or as Word's own multilevel numbering; points are always text."""
    clean: bool = False
    """Leaves out the hidden bookmarks by which a file finds its way back."""
    author: str = ""
    bold_point_leads: bool | None = None
    """Whether first sentences of points are bold; None: as the layout says."""
    created: datetime | None = None
    """The time written into the file; None: none at all."""
    installed: frozenset[str] | None = None
    """The fonts installed here, for the report; None: not known."""


def export_docx(
    draft: Draft, layout: Layout, options: DocxOptions, segmenter: Cutter
) -> tuple[bytes, ExportReport]:
    """The file's bytes, the same for the same draft, options and time, and what is to be said of it."""
    bold = layout.bold_point_leads if options.bold_point_leads is None else options.bold_point_leads
    paragraphs = tuple(printed_paragraphs(with_broken_title(draft, layout, segmenter), bold))
    auto = options.numbering == "auto"
    numbered = instances(paragraphs) if auto else None
    writer = BodyWriter(bookmarks=not options.clean, instances=numbered and numbered.of_block)
    body = writer.written(paragraphs)

    package = WordPackage()
    package.add(places.STYLES, styles_part(layout, gaps(paragraphs, layout), auto))
    package.add(places.SETTINGS, settings_part(layout))
    package.add(places.FONT_TABLE, font_table_part(layout))
    references = [
        Reference(each.where, each.pages, package.add(places.EDGES[each.where, each.pages], each.data))
        for each in edges(layout)
    ]
    if numbered is not None:
        package.add(places.NUMBERING, numbering_part(layout, numbered))
    if writer.comments:
        package.add(places.COMMENTS, comments_part(writer.comments, options.author, options.created))
    package.add_properties(places.CORE, core_part(title_line(draft), options.author, options.created))
    package.add_properties(places.APP, app_part())
    document = part("document", f"<w:body>{body}{section_properties(layout, references)}</w:body>")
    report = report_of(draft, layout, options, len(paragraphs), len(writer.comments))
    return package.saved(document, options.created), report


def report_of(
    draft: Draft, layout: Layout, options: DocxOptions, paragraphs: int, comments: int
) -> ExportReport:
    """What is to be said of a Word file with so many printed paragraphs and comments."""
    return ExportReport(
        paragraphs=paragraphs,
        comments=comments,
        placeholders=placeholders_left(draft),
        empty_blocks=empty_blocks(draft),
        inexpressible=inexpressible(draft),
        fonts_missing=() if options.installed is None else missing_fonts(layout, options.installed),
        fonts_needed=needed_fonts(layout),
    )


def gaps(paragraphs: Sequence[PrintedParagraph], layout: Layout) -> Gaps:
    """The blank between head and text where no salutation brings one, and that above the signoff."""
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    head = [paragraph.kind for paragraph in paragraphs if paragraph.kind in HEAD_KINDS]
    if head and head[-1] is not Kind.SALUTATION:
        after[head[-1]] = layout.head_gap
    signoff = next((paragraph for paragraph in paragraphs if paragraph.kind is Kind.SIGNOFF), None)
    if signoff is not None:
        before[SIGNOFF_LAST if signoff.last_of_signoff else Kind.SIGNOFF] = layout.signoff_gap
    return Gaps(before, after)


def title_line(draft: Draft) -> str:
    """The title in one line, for the file's properties."""
    return next((block.text for block in draft.blocks if block.kind is Kind.TITLE), "").replace(
        FORCED_LINE_END, ""
    )


def with_broken_title(draft: Draft, layout: Layout, segmenter: Cutter) -> Draft:
    """The draft with the lines of its title ended by force, as the title is to be broken."""
    blocks = tuple(
        replace(
            block,
            runs=with_line_ends(
                block.runs, broken_title(block.text, layout.title_best, segmenter, layout.title_most)
            ),
        )
        if block.kind is Kind.TITLE and block.runs
        else block
        for block in draft.blocks
    )
    return replace(draft, blocks=blocks)

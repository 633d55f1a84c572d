"""Speeches to look at a layout with: an example with every kind of block that layouts are judged by."""

from math import ceil

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.export.docx import with_broken_title
from app.export.walk import PrintedParagraph, printed_paragraphs
from app.jobs.program import Program
from app.layouts.model import Layout

_FILLED = 0.8
"""How much of a page's places for characters a speech takes (facts/standards.md §2, 实字率)."""


def example_speech(program: Program) -> Draft:
    """The example: title to signoff, headings of all levels on lines of their own and run-in, points, three pages."""
    text = (program.places.resources / "layout-sample.md").read_text("utf-8")
    return parse_markup(text, counting_ids())


def paragraphs_to_see(program: Program, draft: Draft, layout: Layout) -> tuple[PrintedParagraph, ...]:
    """What prints of a draft, its title broken into lines as the export does; loads jieba."""
    broken = with_broken_title(draft, layout, program.segmenter)
    return tuple(printed_paragraphs(broken, layout.bold_point_leads))


def about_pages(draft: Draft, layout: Layout) -> int:
    """About how many pages a draft takes, at least one: what 共几页 says before anything is set."""
    characters = sum(len(block.text) for block in draft.blocks)
    return max(1, ceil(characters / (layout.grid.lines * layout.grid.characters * _FILLED)))

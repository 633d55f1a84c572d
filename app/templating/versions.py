"""Blocks as paragraphs to compare: what a template gave, and what stands in the draft.

A bound or computed run that is live says nothing of its own: only its binding counts, not what its value is
today. A run that was edited by hand counts with its text, and so does every mark that the writer set.
"""

from collections.abc import Hashable, Mapping, Sequence

from app.core.computed import SCOPE, computed_texts
from app.core.draft import Block, Draft, Run
from app.core.outline import Stretch
from app.core.three_way import Paragraph
from app.templating.binding import DRAFT, is_live
from app.templating.fields import Field, effective


def made_paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """Blocks as a template gave them: all that is bound is live."""
    return [_paragraph(block, [run.bind is not None for run in block.runs]) for block in blocks]


def present_paragraphs(
    draft: Draft, stretch: Stretch, facts: Mapping[str, Field], fields: Mapping[str, Field]
) -> list[Paragraph]:
    """The blocks of a section as they stand; `facts` and `fields` are the declarations of its values."""
    texts = computed_texts(draft)
    own, shared = effective(stretch.section.fields, fields), effective(draft.facts, facts)

    def live(at: int, index: int, run: Run) -> bool:
        if run.bind is None:
            return False
        if run.bind.scope == SCOPE:
            return run.text == texts.get((at, index))
        return is_live(run, (shared if run.bind.scope == DRAFT else own).get(run.bind.name))

    return [
        _paragraph(block, [live(at, index, run) for index, run in enumerate(block.runs)])
        for at, block in enumerate(draft.blocks[stretch.start : stretch.stop], stretch.start)
    ]


def _paragraph(block: Block, live: Sequence[bool]) -> Paragraph:
    runs = tuple(_run_form(run, is_live) for run, is_live in zip(block.runs, live, strict=True))
    form = (block.kind, block.marker, block.restart, block.joined, block.lead, runs)
    return Paragraph(form, block.kind, block.text, block.joined)


def _run_form(run: Run, live: bool) -> Hashable:
    bind = run.bind and (run.bind.scope, run.bind.name, run.bind.form)
    return (bind, "" if live else run.text, not live and run.placeholder, run.bold, run.query, run.comment)

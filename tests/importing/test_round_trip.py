"""A draft that is exported to Word and imported again is the same draft."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, merged
from app.core.kinds import HEADINGS, Kind
from app.core.lead import lead_lengths
from app.core.numbering import numbers
from app.export.docx import DocxOptions
from app.importing.recognise import recognise
from app.importing.word.reader import read_word
from tests.export.samples import OPTIONS, exported
from tests.importing.neat import neat_drafts

AUTO = replace(OPTIONS, numbering="auto")
BOLD = replace(OPTIONS, bold_point_leads=True)


def returned(speech: Draft, options: DocxOptions = OPTIONS, layout: str = "gb9704") -> Draft:
    found = read_word(exported(speech, options, layout), "稿.docx")
    assert found.left_out == ()
    return recognise(found.paragraphs).draft


def printed(speech: Draft) -> list[tuple[object, ...]]:
    """What of a draft is in its Word file, block by block."""
    leads = lead_lengths(speech.blocks)
    return [
        (
            block.id,
            block.kind,
            number,
            block.marker,
            block.joined,
            lead if block.kind in HEADINGS else 0,
            unbound(block),
        )
        for block, number, lead in zip(speech.blocks, numbers(speech.blocks), leads, strict=True)
    ]


def unbound(block: Block) -> tuple[Run, ...]:
    """The runs without their bindings; lines of a title are the export's to break."""
    title = block.kind is Kind.TITLE
    return merged(
        replace(run, bind=None, text=run.text.replace(FORCED_LINE_END, "") if title else run.text)
        for run in block.runs
    )


@given(neat_drafts, st.sampled_from([OPTIONS, AUTO, BOLD]), st.sampled_from(["gb9704", "guanli"]))
def test_text_kinds_numbers_joins_leads_marks_and_ids_come_back(
    speech: Draft, options: DocxOptions, layout: str
) -> None:
    assert printed(returned(speech, options, layout)) == printed(speech)

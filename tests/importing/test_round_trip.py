"""A draft that is exported to Word and imported again is the same draft."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Block, Draft, Run, merged
from app.core.ids import counting_ids
from app.core.kinds import FORCED_LINES, HEADINGS, Kind
from app.core.lead import lead_lengths
from app.core.numbering import numbers
from app.core.rebound import rebound
from app.core.repair import repaired
from app.core.text import BLANKS
from app.export.docx import DocxOptions
from app.importing.recognise import recognise
from app.importing.word.reader import read_word
from tests.core.strategies import drafts
from tests.export.samples import OPTIONS, exported

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


def neat(speech: Draft) -> Draft:
    """The draft as a writer leaves it: no block without words, no blanks around lines or with marks on them."""
    blocks = [replace(block, runs=neat_runs(block)) for block in speech.blocks]
    return repaired(replace(speech, blocks=tuple(block for block in blocks if block.runs)), counting_ids())


def neat_runs(block: Block) -> tuple[Run, ...]:
    text = "".join(run.text for run in block.runs)
    at = 0
    runs: list[Run] = []
    for run in block.runs:
        chars = [char for i, char in enumerate(run.text, at) if stands(text, i, block.kind)]
        at += len(run.text)
        words = "".join(chars)
        if not run.placeholder:
            words = words.translate({ord("【"): "〔", ord("】"): "〕"})
        note = "\n".join(line.strip(BLANKS) for line in run.comment.split("\n") if line.strip(BLANKS))
        runs.append(replace(run, text=words, comment=note))
    return merged(runs)


def stands(text: str, at: int, kind: Kind) -> bool:
    """Blanks stand between words only, line ends between lines that have some."""
    char = text[at]
    if char not in BLANKS + FORCED_LINE_END:
        return True
    around = text[at - 1 : at] + text[at + 1 : at + 2]
    return (
        kind in FORCED_LINES
        and kind is not Kind.TITLE
        and len(around) == 2
        and not set(around) & set(BLANKS + FORCED_LINE_END)
    )


neat_drafts = drafts().map(neat)


@given(neat_drafts, st.sampled_from([OPTIONS, AUTO]), st.sampled_from(["gb9704", "guanli"]))
def test_text_kinds_numbers_joins_leads_marks_and_ids_come_back(
    speech: Draft, options: DocxOptions, layout: str
) -> None:
    assert printed(returned(speech, options, layout)) == printed(speech)


@given(neat_drafts.filter(lambda speech: bool(speech.blocks)), st.sampled_from([OPTIONS, AUTO]))
def test_with_the_draft_at_hand_its_bindings_sections_and_facts_come_back(
    speech: Draft, options: DocxOptions
) -> None:
    found = rebound(returned(speech, options), speech)
    assert unbroken(found) == unbroken(speech)


def unbroken(speech: Draft) -> Draft:
    blocks = tuple(
        replace(
            block, runs=merged(replace(run, text=run.text.replace(FORCED_LINE_END, "")) for run in block.runs)
        )
        if block.kind is Kind.TITLE
        else block
        for block in speech.blocks
    )
    return replace(speech, blocks=blocks)

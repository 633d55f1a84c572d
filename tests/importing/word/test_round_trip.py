"""What was exported to Word is read again as it was printed, with the blocks that it came from."""

from dataclasses import replace

import pytest

from app.core.draft import Draft
from app.core.kinds import HEADINGS, Kind
from app.export.docx import DocxOptions
from app.export.walk import PrintedParagraph, printed_paragraphs
from app.importing.paragraphs import Paragraph
from app.importing.word.reader import read_word
from tests.export.samples import OPTIONS, draft, exported

AUTO = replace(OPTIONS, numbering="auto")
SPEECH = draft()


def read(speech: Draft = SPEECH, options: DocxOptions = OPTIONS) -> tuple[Paragraph, ...]:
    found = read_word(exported(speech, options), "稿.docx")
    assert found.left_out == ()
    return found.paragraphs


def printed(speech: Draft = SPEECH) -> list[PrintedParagraph]:
    # The export breaks the title into lines.
    return [each for each in printed_paragraphs(speech) if each.kind is not Kind.TITLE]


def bodies(found: tuple[Paragraph, ...]) -> list[Paragraph]:
    return [each for each in found if each.style != "讲话稿标题"]


def test_numbers_that_are_text_come_back_as_text() -> None:
    found = bodies(read())
    assert [each.text for each in found] == [each.text for each in printed()]
    assert {each.number for each in found} == {""}


def test_numbers_that_word_counts_come_back_as_it_prints_them() -> None:
    found = bodies(read(options=AUTO))
    assert [each.number + each.text for each in found] == [each.text for each in printed()]
    assert [bool(each.number) for each in found] == [each.kind in HEADINGS for each in printed()]


def test_headings_come_back_with_their_level() -> None:
    levels = [HEADINGS.index(each.kind) + 1 if each.kind in HEADINGS else None for each in printed()]
    parts = [each.kind is Kind.PART for each in printed()]
    found = [None if part else each.level for each, part in zip(bodies(read()), parts, strict=True)]
    assert found == levels


@pytest.mark.parametrize("options", [OPTIONS, AUTO])
def test_every_block_is_found_where_it_begins(options: DocxOptions) -> None:
    for each, paragraph in zip(bodies(read(options=options)), printed(), strict=True):
        whole = each.number + each.text
        places = [place + len(each.number) if place else 0 for place, _ in each.ids]
        assert [name for _, name in each.ids] == [piece.block.id for piece in paragraph.pieces]
        ends = [*places[1:], len(whole)]
        assert [whole[a:b] for a, b in zip(places, ends, strict=True)] == [
            piece.text for piece in paragraph.pieces
        ]


def test_a_clean_file_has_no_blocks_of_ours() -> None:
    assert {each.ids for each in read(options=replace(OPTIONS, clean=True))} == {()}


def test_bold_queries_and_comments_come_back_and_bold_leads_are_none() -> None:
    options = replace(OPTIONS, bold_point_leads=True)
    marks = {
        (run.text, run.bold, run.query, run.comment)
        for each in read(options=options)
        for run in each.runs
        if run.bold or run.query or run.comment
    }
    wanted = {
        (run.text, run.bold, run.query, run.comment)
        for block in SPEECH.blocks
        for run in block.runs
        if run.bold or run.query or run.comment
    }
    assert marks == wanted


def test_a_title_comes_back_in_its_lines() -> None:
    title = next(each for each in read() if each.style == "讲话稿标题")
    block = next(block for block in SPEECH.blocks if block.kind is Kind.TITLE)
    assert title.text.replace("\u2028", "") == block.text.replace("\u2028", "")
    assert title.level is None and title.centred and title.size == 44

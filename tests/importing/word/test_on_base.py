"""What was exported on a unit's own file comes back as the draft that it was, and nothing of the unit's with it."""

import io

import pytest
from docx import Document
from docx.document import Document as Word

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.importing.paragraphs import Paragraph
from app.importing.recognise import Recognised, recognise
from app.importing.report import Fate
from app.importing.word.reader import read_word
from tests.export.base.samples import on
from tests.export.base.units import UNITS, sections_only
from tests.export.samples import SPEECH as SPEECH_TEXT
from tests.export.samples import draft
from tests.importing.word.files import p, source

SPEECH = draft()
ALL = pytest.mark.parametrize("unit", UNITS)


def back(docx: bytes) -> Recognised:
    return recognise(read_word(docx, "稿.docx").paragraphs, new_id=counting_ids(90000))


def shape(speech: Draft) -> list[tuple[str, Kind, str, bool]]:
    """Blocks by id, kind and text; the title's line ends are the export's."""
    return [(b.id, b.kind, b.text.replace("\u2028", ""), b.joined) for b in speech.blocks]


@ALL
def test_every_block_comes_back_with_id_kind_and_text(unit: str) -> None:
    assert shape(back(on(unit)[0]).draft) == shape(SPEECH)


@ALL
def test_what_the_unit_has_around_the_text_is_listed_and_not_in_the_draft(unit: str) -> None:
    found = read_word(on(unit)[0], "稿.docx").left_out
    around = [each.text for each in found if each.fate is Fate.FRAME]
    wanted = ["××市委会议材料", "附件：任务分工表"] if unit == "committee" else []
    assert [word for word in wanted if word in "".join(around)] == wanted
    assert bool(around) == bool(wanted)


def test_the_attachment_of_a_file_without_a_place_is_none_of_the_draft_either() -> None:
    data = on(sections_only(), UNITS["committee"][1])[0]
    assert shape(back(data).draft) == shape(SPEECH)


def changed(docx: bytes, change) -> bytes:
    """The file after somebody worked on it in Word."""
    document = Document(io.BytesIO(docx))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_was_changed_in_word_comes_back_changed_in_its_block() -> None:
    def write(document: Word) -> None:
        paragraph = next(each for each in document.paragraphs if each.text.startswith("正文独立成段"))
        paragraph.runs[0].text = "这一段改过了，"

    found = {b.id: b for b in back(changed(on("bureau")[0], write)).draft.blocks}
    former = next(b for b in SPEECH.blocks if b.text.startswith("正文独立成段"))
    assert found[former.id].text.startswith("这一段改过了，")
    assert found[former.id].kind is Kind.BODY


def test_a_paragraph_that_was_given_another_of_the_units_styles_is_what_that_stands_for() -> None:
    """Three headings of the second level are in 公文二级; the one that becomes it is of that level too."""

    more = draft(SPEECH_TEXT + "再写一段。\n又写一段。\n")

    def restyle(document: Word) -> None:
        paragraph = next(each for each in document.paragraphs if each.text.startswith("今天，我们召开"))
        paragraph.style = document.styles["公文二级"]

    found = {b.id: b.kind for b in back(changed(on("bureau", speech=more)[0], restyle)).draft.blocks}
    former = next(b for b in more.blocks if b.text.startswith("今天，我们召开"))
    assert found[former.id] is Kind.H2


def test_a_bookmark_of_a_kind_that_there_is_not_is_none_of_ours() -> None:
    found = source(p('<w:bookmarkStart w:id="1" w:name="_sc_aaaaaaaa_h9"/>', "正文。"))
    assert found.paragraphs == (Paragraph(found.paragraphs[0].runs),)

"""A draft that was exported, and imported where the draft is at hand, is the same in all that it was."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Draft, Run
from app.core.errors import ReadError
from app.core.ids import counting_ids
from app.core.kinds import HEADINGS, Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.export.docx import DocxOptions, export_docx
from app.export.text import export_txt
from app.files.places import find_places
from app.importing.markdown import read_markdown
from app.importing.paragraphs import Source
from app.importing.recognise import recognise
from app.importing.text import read_text
from app.importing.word.reader import read_word
from app.jobs.importing import Imported, ImportOptions, import_file
from app.jobs.making import new_draft
from app.jobs.opening import open_draft
from app.jobs.program import Program
from app.jobs.returning import returned
from app.jobs.saving import save_draft
from tests.export.samples import layout
from tests.importing.neat import neat_drafts
from tests.jobs.conftest import CharacterSegmenter
from tests.jobs.speeches import SPEECH

KNOWN = parse_markup(SPEECH, counting_ids())
CUTTER = CharacterSegmenter()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program that nothing is written to."""
    return Program(find_places({"SICENG_HOME": str(tmp_path_factory.mktemp("home"))}), CUTTER)


def in_word(draft: Draft, options: DocxOptions) -> bytes:
    return export_docx(draft, layout(draft.layout), options, CUTTER)[0]


def back(program: Program, data: bytes, known: Draft | None) -> Draft:
    source = read_word(data, "稿.docx")
    return returned(program, source, recognise(source.paragraphs).draft, known)


@given(neat_drafts.filter(lambda draft: bool(draft.blocks)), st.sampled_from(["text", "auto"]))
def test_with_the_draft_at_hand_all_of_it_comes_back(reader: Program, draft: Draft, numbering: str) -> None:
    options = DocxOptions(numbering="auto" if numbering == "auto" else "text")
    assert back(reader, in_word(draft, options), draft) == draft


TITLE = "在全市加快发展战略性新兴产业暨重点项目推进会议上的讲话"


def titled(text: str) -> Draft:
    return parse_markup(f"@标题 {text}\n正文。", counting_ids())


def test_line_ends_that_the_export_put_into_a_title_are_taken_out(reader: Program) -> None:
    draft = titled(TITLE)
    assert FORCED_LINE_END in read_word(in_word(draft, DocxOptions()), "稿.docx").paragraphs[0].text
    assert back(reader, in_word(draft, DocxOptions()), None).blocks == draft.blocks
    assert back(reader, in_word(draft, DocxOptions(clean=True)), None).blocks[0].text == TITLE


def test_line_ends_that_the_writer_put_there_stay(reader: Program) -> None:
    draft = titled(TITLE)
    own = Run(TITLE[:5] + FORCED_LINE_END + TITLE[5:])
    draft = replace(draft, blocks=(replace(draft.blocks[0], runs=(own,)), draft.blocks[1]))
    assert back(reader, in_word(draft, DocxOptions()), draft).blocks == draft.blocks
    first, *_ = back(reader, in_word(draft, DocxOptions()), None).blocks[0].text.split(FORCED_LINE_END)
    assert first == TITLE[:5]


def test_a_draft_in_a_layout_that_is_not_here_comes_back_too(reader: Program) -> None:
    draft = titled(TITLE)
    data = in_word(draft, DocxOptions())
    for layout_name in ("nowhere", "../x.toml"):
        known = replace(draft, layout=layout_name)
        assert back(reader, data, known) == known


def test_what_is_no_file_of_ours_is_left_as_it_was_recognised(reader: Program) -> None:
    found = titled("在大会上" + FORCED_LINE_END + "的讲话")
    assert returned(reader, Source(()), found, found) is found


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """The draft in Word, in a folder of its own."""
    path = tmp_path / "来" / "稿.docx"
    path.parent.mkdir()
    path.write_bytes(in_word(KNOWN, DocxOptions()))
    return path


def imported(program: Program, source: Path, out: Path, options: ImportOptions) -> Imported:
    (found,) = import_file(program, str(source), out, options)
    return found


def saved(path: Path, draft: Draft = KNOWN) -> Path:
    save_draft(path, draft, overwrite=False)
    return path


def test_the_file_that_is_replaced_gives_its_draft(program: Program, word: Path) -> None:
    out = saved(word.with_name("旧.siceng"))
    found = imported(program, word, out, ImportOptions(overwrite=True))
    assert found.draft == KNOWN == open_draft(program, out).draft
    assert any("旧.siceng" in notice and "绑定" in notice for notice in found.notices)


def test_a_draft_of_the_same_name_beside_the_word_file_is_used(
    program: Program, word: Path, tmp_path: Path
) -> None:
    saved(word.with_suffix(".siceng"))
    assert imported(program, word, tmp_path / "新.siceng", ImportOptions()).draft == KNOWN


def test_the_draft_that_is_named_is_used(program: Program, word: Path, tmp_path: Path) -> None:
    base = saved(tmp_path / "底.siceng")
    assert imported(program, word, tmp_path / "新.siceng", ImportOptions(base=base)).draft == KNOWN
    with pytest.raises(ReadError):
        imported(program, word, tmp_path / "另.siceng", ImportOptions(base=tmp_path / "没有.siceng"))


def test_a_draft_that_is_another_one_gives_nothing(program: Program, word: Path, tmp_path: Path) -> None:
    blocks = tuple(replace(block, id="z" * 8) for block in titled("甲").blocks[:1])
    base = saved(tmp_path / "别.siceng", replace(titled("甲"), blocks=blocks))
    found = imported(program, word, tmp_path / "新.siceng", ImportOptions(base=base))
    assert found.draft is not None and not found.draft.facts.values
    assert any("别.siceng" in notice and "没有用上" in notice for notice in found.notices)


def test_a_source_without_bookmarks_says_that_the_draft_named_was_of_no_use(
    program: Program, tmp_path: Path
) -> None:
    base = saved(tmp_path / "底.siceng")
    (tmp_path / "稿.txt").write_text("一、甲\n正文。", "utf-8")
    found = imported(program, tmp_path / "稿.txt", tmp_path / "新.siceng", ImportOptions(base=base))
    assert any("底.siceng" in notice and "没有用上" in notice for notice in found.notices)


def test_a_draft_beside_it_that_cannot_be_read_is_told_and_passed_over(
    program: Program, word: Path, tmp_path: Path
) -> None:
    word.with_suffix(".siceng").write_bytes(b"no draft")
    found = imported(program, word, tmp_path / "新.siceng", ImportOptions())
    assert found.draft is not None and any("稿.siceng" in notice for notice in found.notices)


WAYS: dict[str, Callable[[Draft], Source]] = {
    "docx": lambda draft: read_word(in_word(draft, DocxOptions(clean=True)), "稿.docx"),
    "numbered": lambda draft: read_word(in_word(draft, DocxOptions(clean=True, numbering="auto")), "稿.docx"),
    "txt": lambda draft: read_text(export_txt(draft)),
    "md": lambda draft: read_markdown(export_txt(draft)),
}
SHOWN = Path(__file__).parents[1] / "pictures" / "speech.md"


def run_on(draft: Draft) -> list[tuple[Kind, str, str, bool]]:
    """Kinds, numbers and texts. Text that runs on after a heading is one with it in print."""
    found: list[tuple[Kind, str, str, bool]] = []
    for block, number in zip(draft.blocks, numbers(draft.blocks), strict=True):
        if block.joined and block.kind is Kind.BODY and found[-1][0] in HEADINGS:
            kind, its_number, text, joined = found[-1]
            found[-1] = kind, its_number, text + block.text, joined
        else:
            found.append((block.kind, number, block.text, block.joined))
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("occasion", ["", "tuijinhui", "dangke", "dongyuanhui", "huanyingci", "zhuchici"])
def test_without_bookmarks_kinds_and_texts_are_recognised(reader: Program, occasion: str, way: str) -> None:
    draft = new_draft(reader, occasion).draft if occasion else open_draft(reader, SHOWN).draft
    source = WAYS[way](draft)
    assert run_on(returned(reader, source, recognise(source.paragraphs).draft)) == run_on(draft)


def test_without_bookmarks_placeholders_and_marks_come_back_from_word(reader: Program) -> None:
    draft = parse_markup("@称谓 同志们：\n今天[开会](?)讲**两点**，【待填：甲】[乙](^问)。", counting_ids())
    source = WAYS["docx"](draft)
    assert [block.runs for block in recognise(source.paragraphs).draft.blocks] == [
        block.runs for block in draft.blocks
    ]

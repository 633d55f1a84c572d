"""Exporting: the suffix says the format, the draft says the layout, the report says what is left."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from app.core.errors import ReadError, UsageError, WriteError
from app.core.markup import parse_markup, print_markup
from app.jobs.exporting import ExportOptions, default_file_name, export_draft, layout_of
from app.jobs.program import Program
from tests.export.base.units import bureau
from tests.jobs.speeches import SPEECH

DRAFT = parse_markup(SPEECH)


def test_markup_is_exported_whole(program: Program, tmp_path: Path) -> None:
    done = export_draft(program, DRAFT, tmp_path / "稿.md")
    assert done.path == tmp_path / "稿.md"
    assert done.path.read_text(encoding="utf-8") == print_markup(DRAFT)


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".md"])
def test_every_format_reports_what_is_left_to_fill_in(program: Program, tmp_path: Path, suffix: str) -> None:
    draft = parse_markup("# 甲\n当前【待填：上级要求】。")
    report = export_draft(program, draft, tmp_path / f"稿{suffix}").report
    assert [spot.text for spot in report.placeholders] == ["【待填：上级要求】"]


def test_plain_text_says_which_marks_it_has_no_place_for(program: Program, tmp_path: Path) -> None:
    draft = parse_markup("增长[3.5%](?)，[很快](^核对)，[**又**快](^核对)。")
    reports = {
        suffix: export_draft(program, draft, tmp_path / f"稿{suffix}").report
        for suffix in (".docx", ".txt", ".md")
    }
    assert {suffix: found.marks_lost for suffix, found in reports.items()} == {
        ".docx": 0,
        ".txt": 3,
        ".md": 0,
    }
    assert any("3 处待核实或批注" in line for line in reports[".txt"].lines)
    assert reports[".docx"].comments == 3


def test_the_same_draft_gives_the_same_word_file(program: Program, tmp_path: Path) -> None:
    first, second = (export_draft(program, DRAFT, tmp_path / name).path for name in ("甲.docx", "乙.docx"))
    assert first.read_bytes() == second.read_bytes()


def test_the_layout_that_is_chosen_wins_over_that_of_the_draft(program: Program) -> None:
    draft = replace(DRAFT, layout="guanli")
    assert layout_of(program, draft).id == "guanli"
    assert layout_of(program, draft, "gb9704-single").id == "gb9704-single"


def test_own_layouts_are_found_by_their_name(program: Program) -> None:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('基于 = "gb9704"\n名称 = "我的"\n', encoding="utf-8")
    assert layout_of(program, DRAFT, "mine").name == "我的"


def test_a_word_file_is_offered_under_title_and_stage(program: Program) -> None:
    draft = parse_markup("@稿次 送审稿\n@标题 在全市××会议\\n上的讲话\n@日期 （2025年5月31日）\n正文")
    name = default_file_name(draft, layout_of(program, draft))
    assert name == "在全市××会议上的讲话（送审稿）5月31日.docx"


def test_a_file_that_is_there_is_replaced_only_when_asked(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("former", encoding="utf-8")
    with pytest.raises(WriteError):
        export_draft(program, DRAFT, path)
    assert path.read_text(encoding="utf-8") == "former"
    export_draft(program, DRAFT, path, ExportOptions(overwrite=True))
    assert "一、" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["稿.siceng", "稿.pdf", "稿"])
def test_other_formats_are_refused(program: Program, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="docx"):
        export_draft(program, DRAFT, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_layout_on_a_units_own_file_exports_on_it(program: Program, tmp_path: Path) -> None:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "本局.docx").write_bytes(bureau())
    base = '[base]\n文件 = "本局.docx"\n[base.styles]\nbody = "公文正文"\n'
    (folder / "benju.toml").write_text(f'基于 = "gb9704"\n名称 = "本局"\n{base}', encoding="utf-8")
    done = export_draft(program, DRAFT, tmp_path / "稿.docx", ExportOptions(layout="benju"))
    document = Document(str(done.path))
    assert "××市数据局" in document.sections[0].header.paragraphs[0].text
    assert "正文→公文正文" in "".join(done.report.lines)


def test_a_units_file_lies_beside_a_layout_that_is_chosen_by_its_path(
    program: Program, tmp_path: Path
) -> None:
    text = '基于 = "gb9704"\n名称 = "本局"\n[base]\n文件 = "ta.docx"\n'
    (tmp_path / "ta.toml").write_text(text, encoding="utf-8")
    options = ExportOptions(layout=str(tmp_path / "ta.toml"))
    with pytest.raises(ReadError, match="不见了"):
        export_draft(program, DRAFT, tmp_path / "稿.docx", options)
    (tmp_path / "ta.docx").write_bytes(bureau())
    assert export_draft(program, DRAFT, tmp_path / "稿.docx", options).report.base

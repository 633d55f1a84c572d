"""A unit's own Word file is looked at, and kept as a layout with the file beside it."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.core.markup import parse_markup
from app.jobs.exporting import ExportOptions, export_draft
from app.jobs.layouts import layout_of
from app.jobs.own_layouts import save_new_layout
from app.jobs.program import Program
from app.jobs.unit_files import keep_unit_layout, look_into
from tests.export.base.units import UNITS, bureau
from tests.jobs.speeches import SPEECH

DRAFT = parse_markup(SPEECH)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    path = tmp_path / "市数据局模板.docx"
    path.write_bytes(bureau())
    return path


def guessed(path: Path) -> dict[str, str]:
    return {kind: each.style.name for kind, each in look_into(path).proposed.items()}


def test_what_is_likely_meant_for_what_is_proposed(unit: Path) -> None:
    assert {"title": "公文标题", "h1": "公文一级", "h2": "公文二级", "body": "公文正文"}.items() <= guessed(
        unit
    ).items()


def test_it_is_kept_as_an_own_layout_that_exports_on_a_copy_of_the_file(
    program: Program, unit: Path, tmp_path: Path
) -> None:
    kept = keep_unit_layout(program, look_into(unit), guessed(unit), "市数据局")
    unit.unlink()
    found = layout_of(program, DRAFT, kept.id)
    assert found == kept
    assert (found.name, found.body.line, found.page_number.placement) == ("市数据局", 560, "none")
    report = export_draft(program, DRAFT, tmp_path / "稿.docx", ExportOptions(layout=kept.id)).report
    assert "正文→公文正文" in "".join(report.base)


@pytest.mark.parametrize("name", UNITS)
def test_each_units_file_can_be_kept_with_what_is_proposed(
    program: Program, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.dotx"
    path.write_bytes(UNITS[name][0]())
    kept = keep_unit_layout(program, look_into(path), guessed(path), name)
    assert layout_of(program, DRAFT, kept.id) == kept


def test_two_of_the_same_name_have_files_of_their_own(program: Program, unit: Path) -> None:
    first, second = (keep_unit_layout(program, look_into(unit), {}, "本局") for _ in range(2))
    assert first.base is not None and second.base is not None
    assert first.base.file != second.base.file


def test_a_copy_has_a_file_of_its_own_and_does_not_lose_it_with_the_first(
    program: Program, unit: Path, tmp_path: Path
) -> None:
    first = keep_unit_layout(program, look_into(unit), guessed(unit), "市数据局")
    copy = save_new_layout(program, first, "市数据局（横排）")
    program.own.delete(program.own.folder / "layouts" / f"{first.id}.toml")
    assert copy.base is not None and copy.base.file == f"{copy.id}.docx"
    assert layout_of(program, DRAFT, copy.id) == copy
    report = export_draft(program, DRAFT, tmp_path / "稿.docx", ExportOptions(layout=copy.id)).report
    assert "正文→公文正文" in "".join(report.base)


def test_a_layout_whose_file_is_gone_cannot_be_copied_and_says_what_to_do(
    program: Program, unit: Path
) -> None:
    kept = keep_unit_layout(program, look_into(unit), {}, "本局")
    assert kept.base is not None
    (program.own.folder / "layouts" / kept.base.file).unlink()
    with pytest.raises(ReadError, match="重新选一次"):
        save_new_layout(program, kept, "另一个")


def test_without_a_name_nothing_is_written(program: Program, unit: Path) -> None:
    before = sorted(program.own.folder.rglob("*"))
    with pytest.raises(UsageError):
        keep_unit_layout(program, look_into(unit), {}, "  ")
    assert sorted(program.own.folder.rglob("*")) == before


@pytest.mark.parametrize("name", ["a.doc", "a.docm", "a.wps", "a.pdf"])
def test_other_files_are_told_to_be_saved_as_word_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bureau())
    with pytest.raises(ReadError, match="另存为"):
        look_into(tmp_path / name)

"""The writer's own layouts are written beside those of the program, handed on and taken in."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError, WriteError
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.own_layouts import (
    exported_layout,
    kept_layouts,
    save_layout,
    save_new_layout,
    standard_layout,
    take_in_layout,
)
from app.jobs.program import Program
from app.layouts.find import find_layout
from app.layouts.model import Layout


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def bold(program: Program) -> Layout:
    return replace(standard_layout(program), bold_point_leads=True)


def test_a_new_layout_has_an_id_of_its_name_and_stands_on_the_standard(
    program: Program, bold: Layout
) -> None:
    made = save_new_layout(program, bold, "办公室")
    assert (made.id, made.name) == ("bangongshi", "办公室")
    assert find_layout(made.id, program.places.layout_folders) == made
    text = kept_layouts(program)[0].path.read_text("utf-8")
    assert text.splitlines()[2:] == ['基于 = "gb9704"', '名称 = "办公室"', "", "[points]", "领句加粗 = true"]


def test_two_of_one_name_have_two_ids(program: Program, bold: Layout) -> None:
    ids = {save_new_layout(program, bold, "办公室").id for _ in range(2)}
    assert len(ids) == 2


def test_a_name_of_nothing_is_refused(program: Program, bold: Layout) -> None:
    with pytest.raises(UsageError, match="名称是空的"):
        save_new_layout(program, bold, " ")


def test_a_layout_that_was_changed_elsewhere_is_not_written_over(program: Program, bold: Layout) -> None:
    path = save_layout(program, bold)
    former = program.own.read(path)
    path.write_text(former + "\n# 改过\n", "utf-8")
    with pytest.raises(WriteError, match="在别处改过"):
        save_layout(program, replace(bold, name="本局"), former)
    assert "# 改过" in path.read_text("utf-8")


def test_what_stands_on_an_own_layout_is_handed_on_whole(
    program: Program, bold: Layout, tmp_path: Path
) -> None:
    """A colleague has the standard, not the writer's other layouts."""
    save_layout(program, bold)
    folder = program.places.user_data / "templates" / "layouts"
    (folder / "chu.toml").write_text('名称 = "处"\n基于 = "gb9704"\n[styles.h1]\n加粗 = true\n', "utf-8")
    kept = next(each for each in kept_layouts(program) if each.id == "chu")
    exported_layout(program, kept, tmp_path / "给同事.toml")
    other = Program.start(find_places({HOME_VARIABLE: str(tmp_path / "other")}))
    taken = take_in_layout(other, tmp_path / "给同事.toml")
    assert kept.layout is not None
    assert replace(taken, id="chu") == kept.layout
    assert taken.bold_point_leads
    assert taken.styles["h1"].bold


def test_of_one_name_there_is_one_layout_to_choose(program: Program) -> None:
    standard = standard_layout(program)
    made = [save_new_layout(program, standard, "本局").name for _ in range(3)]
    assert made == ["本局", "本局（2）", "本局（3）"]


def test_a_layout_on_a_units_word_file_does_not_go_into_one_file(program: Program, tmp_path: Path) -> None:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True)
    text = '名称 = "本局"\n基于 = "gb9704"\n[base]\n文件 = "benju.docx"\n'
    (folder / "benju.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match="导出模板包"):
        exported_layout(program, kept_layouts(program)[0], tmp_path / "x.toml")
    assert not (tmp_path / "x.toml").exists()
    with pytest.raises(ReadError, match="只有一个文件用不了"):
        take_in_layout(program, folder / "benju.toml")


def test_a_broken_layout_is_listed_with_its_fault(program: Program) -> None:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True)
    (folder / "坏的.toml").write_text('名称 = "甲"\n', "utf-8")
    kept = next(each for each in kept_layouts(program) if each.own)
    assert (kept.layout, kept.name) == (None, "坏的")
    assert "文件名不能用" in str(kept.fault)

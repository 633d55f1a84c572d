"""Occasions and templates by name, and checks of an author's own."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.jobs.program import Program
from app.jobs.templates import check_templates, find_template
from app.templating.occasion import Occasion
from app.templating.remarks import Level
from app.templating.section_template import SectionTemplate


@pytest.mark.parametrize(
    ("key", "kind", "template_id"),
    [
        ("推进会", Occasion, "tuijinhui"),
        ("tuijinhui", Occasion, "tuijinhui"),
        ("tj_renshi_sanwei", SectionTemplate, "tj_renshi_sanwei"),
        ("直接散会", SectionTemplate, "zc_sanhui_zhijie"),
    ],
)
def test_what_is_there_is_found_by_id_and_name(
    program: Program, key: str, kind: type, template_id: str
) -> None:
    found = find_template(program, key)
    assert isinstance(found, kind) and found.id == template_id


def test_what_is_not_there_is_wrong_usage(program: Program) -> None:
    with pytest.raises(UsageError, match="没有叫"):
        find_template(program, "没有的模板")


def test_the_templates_of_the_program_are_sound(program: Program) -> None:
    remarks = check_templates(program, program.places.templates)
    assert [remark for remark in remarks if remark.level is Level.WRONG] == []


def test_a_wrong_layout_is_one_remark(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "layouts" / "mine.toml"
    path.parent.mkdir()
    path.write_text('基于 = "没有"\n', encoding="utf-8")
    for target in (path, tmp_path):
        (remark,) = check_templates(program, target)
        assert (remark.path, remark.level) == (path, Level.WRONG)


def test_a_path_where_nothing_is_cannot_be_read(program: Program, tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        check_templates(program, tmp_path / "没有")

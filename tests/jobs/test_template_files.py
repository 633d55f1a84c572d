"""The file of a template is read, changed and written with what was not changed as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.errors import WriteError
from app.jobs.program import Program
from app.jobs.template_files import Written, open_template, save_template, text_on_disk

TEXT = """+++
# 我的说明
名称 = "甲"   # 名称后面的话
部件 = ["kaichang"]

[字段.单位]
类型 = "文字"
示例 = "市局"
+++
{{ 单位 }}的话
"""


@pytest.fixture
def path(program: Program) -> Path:
    found = program.own.folder / "sections" / "wode" / "jia.j2"
    found.parent.mkdir(parents=True)
    found.write_text(TEXT, "utf-8")
    return found


def test_comments_stay_when_a_field_gets_another_name(program: Program, path: Path) -> None:
    opened = open_template(program, path)
    assert opened.template is not None
    field = replace(opened.template.fields[0], name="部门")
    changed = replace(opened.template, fields=(field,), body="{{ 部门 }}的话\n", body_line=1)
    where, text = save_template(program, opened, Written(changed, renamed={"单位": "部门"}), opened.on_disk)
    assert where == path and path.read_text("utf-8") == text
    assert [line for line in text.split("\n") if line] == [
        line for line in TEXT.replace("单位", "部门").split("\n") if line
    ]
    assert [program.own.read(each.path) for each in program.own.versions(path)] == [TEXT]


def test_a_built_in_template_gets_an_own_one_in_its_place(program: Program) -> None:
    built_in = program.library.section("zc_sanhui_zhijie").path
    opened = open_template(program, built_in)
    assert opened.template is not None
    before = built_in.read_bytes()
    changed = replace(opened.template, name="散会")
    where, _ = save_template(program, opened, Written(changed), opened.on_disk)
    assert program.own.is_own(where) and where.stem == built_in.stem
    assert built_in.read_bytes() == before


def test_what_was_changed_elsewhere_is_not_written_over(program: Program, path: Path) -> None:
    opened = open_template(program, path)
    path.write_text(TEXT + "别处的话\n", "utf-8")
    with pytest.raises(WriteError, match="别处"):
        save_template(program, opened, Written(opened.template), opened.on_disk)
    assert text_on_disk(program, opened) == TEXT + "别处的话\n"


def test_a_file_that_is_no_template_is_opened_as_text(program: Program, path: Path) -> None:
    path.write_text("没有说明的话", "utf-8")
    opened = open_template(program, path)
    assert (opened.template, opened.text) == (None, "没有说明的话")
    save_template(program, opened, Written(None, TEXT), opened.on_disk)
    assert open_template(program, path).template is not None


def test_a_file_that_is_gone_holds_nothing(program: Program, path: Path) -> None:
    opened = open_template(program, path)
    path.unlink()
    assert text_on_disk(program, opened) == ""

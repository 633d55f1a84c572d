"""Packs as files: written with what they need, looked into, taken in, and the library knows it at once."""

from pathlib import Path

import pytest

from app.core.errors import UsageError, WriteError
from app.jobs.packs import export_pack, look_into, own_things, take_in
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind


def test_what_is_exported_can_be_taken_in_by_somebody_else(program: Program, tmp_path: Path) -> None:
    path = program.own.copy(program.library.sections["zc_sanhui_zhijie"].path, "我的散会")
    program.refresh_library()
    pack = tmp_path / "我的.zip"
    export_pack(program, own_things(program).all, pack, "", overwrite=False)
    program.own.delete(path)
    program.refresh_library()
    look = look_into(program, pack)
    assert (look.name, [item.name for item in look.items]) == ("我的", ["我的散会"])
    assert not look.items[0].faults
    take_in(program, look, {})
    assert program.library.sections[path.stem].name == "我的散会"


def test_a_copy_of_everything_that_comes_with_the_program_has_no_fault(
    program: Program, tmp_path: Path
) -> None:
    for item in (*program.library.sections.values(), *program.library.occasions.values()):
        program.own.override(item.path)
    program.refresh_library()
    pack = tmp_path / "a.zip"
    export_pack(program, own_things(program).all, pack, "全部", overwrite=False)
    look = look_into(program, pack)
    assert [item.faults for item in look.items if item.faults] == []
    assert not look.notes


def test_nothing_is_no_pack(program: Program, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有选"):
        export_pack(program, (), tmp_path / "a.zip", "", overwrite=False)


def test_a_file_that_is_there_is_not_written_over_unasked(program: Program, tmp_path: Path) -> None:
    program.own.copy(program.library.sections["zc_sanhui_zhijie"].path, "我的散会")
    program.refresh_library()
    path = tmp_path / "a.zip"
    path.write_text("x")
    things = own_things(program).all
    assert {thing.kind for thing in things} == {OwnKind.SECTIONS}
    with pytest.raises(WriteError, match="已存在"):
        export_pack(program, things, path, "", overwrite=False)
    assert path.read_text() == "x"

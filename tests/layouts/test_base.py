"""A layout names a unit's own Word file, and which of its styles stand for which kind."""

from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.layouts.base import base_file
from app.layouts.model import Base, Layout
from app.layouts.read import read_layout
from tests.layouts.conftest import SHIPPED

OWN = '名称 = "本局"\n基于 = "gb9704"\n[base]\n文件 = "本局.docx"\n[base.styles]\nh1 = "标题 1"\n'


def read(folder: Path, text: str, name: str = "benju") -> Layout:
    (folder / f"{name}.toml").write_text(text, "utf-8")
    return read_layout(folder / f"{name}.toml", [SHIPPED])


def test_the_layouts_of_the_program_stand_on_no_file(layout: Layout) -> None:
    assert layout.base is None


def test_the_file_and_its_styles_are_read(tmp_path: Path) -> None:
    assert read(tmp_path, OWN).base == Base("本局.docx", {"h1": "标题 1"})


def test_a_layout_has_the_file_of_the_one_it_stands_on_and_may_do_without(tmp_path: Path) -> None:
    read(tmp_path, OWN)
    assert read(tmp_path, '名称 = "二"\n基于 = "benju"\n', "er").base == Base("本局.docx", {"h1": "标题 1"})
    assert read(tmp_path, '名称 = "三"\n基于 = "benju"\n[base]\n文件 = ""\n', "san").base is None


@pytest.mark.parametrize(
    "name", ["../a.docx", "a/b.docx", "..\\\\b.docx", "C:b.docx", "/etc/passwd.docx", "a.doc", ".."]
)
def test_what_is_no_name_of_a_word_file_beside_it_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match="文件"):
        read(tmp_path, OWN.replace("本局.docx", name))


def test_a_kind_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="h9"):
        read(tmp_path, OWN.replace("h1 =", "h9 ="))


def test_the_first_folder_that_has_the_file_gives_it_and_none_is_told(tmp_path: Path) -> None:
    base = Base("本局.docx", {})
    folders = [tmp_path / "a", tmp_path / "b"]
    with pytest.raises(ReadError, match="不见了"):
        base_file(base, "benju", folders)
    folders[1].mkdir()
    (folders[1] / "本局.docx").write_bytes(b"")
    assert base_file(base, "benju", folders) == folders[1] / "本局.docx"

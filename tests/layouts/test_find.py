"""A layout is found by its ID or its file; the writer's own come before the program's."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.layouts.find import find_layout, list_layouts


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A writer's folder of layouts, with one that changes the standard and one of another name."""
    for name in ("gb9704", "benju"):
        text = f'名称 = "自己的 {name}"\n基于 = "guanli"\n'
        (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return tmp_path


def test_an_id_is_looked_for_in_the_folders_in_order(own: Path, shipped: Path) -> None:
    assert find_layout("gb9704", [own, shipped]).name == "自己的 gb9704"
    assert find_layout("gb9704", [shipped, own]).name == "公文标准（双面）"
    assert find_layout("gb9704-single", [own, shipped]).id == "gb9704-single"


def test_the_programs_layouts_stand_on_the_programs_and_not_on_the_writers(own: Path, shipped: Path) -> None:
    (own / "gb9704.toml").write_text('基于 = "gb9704"\n[points]\n领句加粗 = true\n', "utf-8")
    assert find_layout("gb9704", [own, shipped]).bold_point_leads
    assert not find_layout("guanli", [own, shipped]).bold_point_leads


def test_what_ends_in_toml_is_a_file(own: Path, shipped: Path) -> None:
    assert find_layout(str(own / "benju.toml"), [shipped]).name == "自己的 benju"
    with pytest.raises(ReadError, match="没有找到"):
        find_layout(str(own / "meiyou.toml"), [shipped])


@pytest.mark.parametrize("name", ["meiyou", "", "../layouts/gb9704", "公文"])
def test_an_unknown_id_is_answered_with_those_there_are(shipped: Path, name: str) -> None:
    with pytest.raises(UsageError, match="的版式。可用的有：gb9704（公文标准（双面））、gb9704-single"):
        find_layout(name, [shipped])


def test_the_list_has_each_id_once_with_the_default_first(own: Path, shipped: Path) -> None:
    shelf = list_layouts([own, shipped])
    names = [(layout.id, layout.name) for layout in shelf.layouts]
    assert names == [
        ("gb9704", "自己的 gb9704"),
        ("benju", "自己的 benju"),
        ("gb9704-single", "公文标准（单面）"),
        ("guanli", "单位惯例（标题加粗）"),
    ]


def test_one_bad_file_does_not_hide_the_others(own: Path, shipped: Path) -> None:
    (own / "huai.toml").write_text("名称 = ", "utf-8")
    (own / "本局.toml").write_text('基于 = "gb9704"\n', "utf-8")
    shelf = list_layouts([own, shipped])
    assert len(shelf.layouts) == 4
    assert [fault.what for fault in shelf.faults] == [
        "“huai.toml”第 1 行末尾：等号后面的值写法不对。",
        "版式“本局.toml”的文件名不能用。",
    ]


def test_a_folder_that_is_not_there_has_no_layouts(tmp_path: Path, shipped: Path) -> None:
    assert len(list_layouts([tmp_path / "没有", shipped]).layouts) == 3

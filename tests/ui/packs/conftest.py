"""Two writers with the same program, in whose window packs come and go."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.files.places import HOME_VARIABLE, find_places
from app.jobs.packs import export_pack, own_things
from app.jobs.program import Program
from app.templating.own.kinds import FACTS_ID, OwnKind

SECTION = """+++
名称 = "支部开场"
部件 = ["kaichang"]
字数 = 20
写法 = "直接开场"
提示 = "照通知写"
+++
{{ 支部 }}的同志们都到了，现在开会。
"""
FACTS = '[支部]\n类型 = "文字"\n示例 = "机关第一支部"\n提示 = "写全称"\n'


def home(folder: Path) -> Program:
    """The program with that home."""
    return Program.start(find_places({HOME_VARIABLE: str(folder)}))


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The one whose window it is."""
    return home(tmp_path / "home")


@pytest.fixture
def giver(tmp_path: Path) -> Program:
    """The colleague, who made a section template with a fact of its own, and a layout."""
    found = home(tmp_path / "giver")
    found.own.write(OwnKind.FACTS, FACTS_ID, FACTS)
    found.own.write(OwnKind.SECTIONS, "zhibukaichang", SECTION)
    found.own.copy(found.own.layout_folders[1] / "gb9704.toml", "本局")
    return found


Packed = Callable[[], Path]


@pytest.fixture
def packed(giver: Program, tmp_path: Path) -> Packed:
    """Everything that the colleague made, in a file."""

    def pack() -> Path:
        path = tmp_path / "处里的模板.zip"
        export_pack(giver, own_things(giver).all, path, "处里的模板", overwrite=True)
        return path

    return pack

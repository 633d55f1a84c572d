"""Two writers with the same program: what one made comes to the other."""

from pathlib import Path

import pytest

from app.files.places import Places
from app.templating.library import load_library
from app.templating.own.kinds import OwnKind
from app.templating.own.store import OwnStore
from app.templating.packs.things import OwnThings
from tests.templating.small_library import write, write_library

LAYOUTS = Path(__file__).resolve().parents[3] / "templates" / "layouts"

OCCASION = """
名称 = "支部大会"
事实 = ["会议名称", "支部"]
版式 = "benju"
抬头 = "@标题 {{ 支部 }}大会"
[[部件]]
id = "kaichang"
名称 = "开场"
份额 = 100
模板 = ["kc_yi", "zhibu_kaichang"]
"""
SECTION = """+++
名称 = "支部开场"
部件 = ["kaichang"]
+++
{{ 支部 }}的同志们都到了，{{ 口号 }}。
"""
FACTS = """
[支部]
类型 = "文字"
示例 = "××支部"
[口号]
类型 = "文字"
示例 = "同心同德"
[没用到的]
类型 = "文字"
"""
LAYOUT = '名称 = "本局"\n基于 = "gb9704"\n'


class Writer:
    """One writer's folder over a program that both have."""

    def __init__(self, program: Path, home: Path) -> None:
        self.places = Places(program, home / "resources", home / "data", home / "config", home / "cache")
        self.store = OwnStore(self.places)

    @property
    def library(self):
        return load_library((self.places.templates, self.store.folder))

    @property
    def things(self) -> OwnThings:
        return OwnThings(self.library, self.store)

    def write(self, kind: OwnKind, item_id: str, text: str) -> Path:
        return self.store.write(kind, item_id, text)

    def files(self) -> set[str]:
        """Everything below the home, folders left out."""
        home = self.places.user_data.parent
        return {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "program")
    for path in LAYOUTS.glob("*.toml"):
        write(folder, f"layouts/{path.name}", path.read_text(encoding="utf-8"))
    return folder


@pytest.fixture
def giver(program: Path, tmp_path: Path) -> Writer:
    found = Writer(program, tmp_path / "giver")
    found.write(OwnKind.FACTS, "facts", FACTS)
    found.write(OwnKind.SECTIONS, "zhibu_kaichang", SECTION)
    found.write(OwnKind.OCCASIONS, "zhibudahui", OCCASION)
    found.write(OwnKind.LAYOUTS, "benju", LAYOUT)
    return found


@pytest.fixture
def taker(program: Path, tmp_path: Path) -> Writer:
    return Writer(program, tmp_path / "taker")

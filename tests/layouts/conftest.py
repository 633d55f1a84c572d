"""Layouts to change one thing of, and the folder of those that come with the program."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.layouts.model import Layout
from app.layouts.read import read_layout

SHIPPED = Path(__file__).resolve().parents[2] / "templates" / "layouts"


@pytest.fixture
def shipped() -> Path:
    return SHIPPED


@pytest.fixture
def layout() -> Layout:
    return read_layout(SHIPPED / "gb9704.toml")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str], Layout]:
    """Reads the standard layout with the TOML given laid over it."""

    def read(text: str) -> Layout:
        path = tmp_path / "benju.toml"
        path.write_text(f'名称 = "本局"\n基于 = "gb9704"\n{text}\n', "utf-8")
        return read_layout(path, [SHIPPED])

    return read

"""A store over a small library that stands for the program's own."""

from pathlib import Path

import pytest

from app.files.places import Places
from app.templating.own.store import OwnStore
from tests.templating.small_library import write, write_library


@pytest.fixture
def places(tmp_path: Path) -> Places:
    built_in = write_library(tmp_path / "program")
    write(built_in, "layouts/gb9704.toml", '名称 = "公文标准"\n')
    user = tmp_path / "home"
    return Places(built_in, tmp_path / "resources", user / "data", user / "config", user / "cache")


@pytest.fixture
def store(places: Places) -> OwnStore:
    return OwnStore(places)

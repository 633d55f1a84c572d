"""The program's own files are found however it was installed, the user's where the user wants them."""

import shutil
import site
import sys
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.files import places
from app.files.places import HOME_VARIABLE, find_places

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as if its package lay alone in a folder of installed packages."""
    package = tmp_path / "site-packages" / "app" / "files"
    package.mkdir(parents=True)
    monkeypatch.setattr(places, "__file__", str(package / "places.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "prefix"))
    monkeypatch.setattr(site, "getuserbase", lambda: str(tmp_path / "userbase"))
    return tmp_path


def install(root: Path) -> Path:
    shutil.copytree(ROOT / "templates", root / "templates")
    return root


def test_in_a_checkout_they_are_beside_the_package() -> None:
    found = find_places({})
    assert (found.templates, found.resources) == (ROOT / "templates", ROOT / "resources")


@pytest.mark.parametrize("root", ["prefix/share/siceng", "userbase/share/siceng"])
def test_in_an_installation_they_are_where_a_wheel_puts_them(elsewhere: Path, root: str) -> None:
    installed = install(elsewhere / root)
    assert find_places({}).templates == installed / "templates"


def test_in_a_bundle_they_are_within_it(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(elsewhere / "prefix" / "share" / "siceng")
    bundle = install(elsewhere / "bundle")
    monkeypatch.setattr(sys, "_MEIPASS", str(bundle), raising=False)
    assert find_places({}).resources == bundle / "resources"


def test_templates_of_another_program_are_not_taken(elsewhere: Path) -> None:
    (elsewhere / "site-packages" / "templates").mkdir()
    with pytest.raises(ReadError, match=r"没有找到程序自带的模板。.*重新安装"):
        find_places({})


def test_one_folder_can_hold_all_that_is_kept_for_the_user(tmp_path: Path) -> None:
    found = find_places({HOME_VARIABLE: str(tmp_path)})
    assert {found.user_data, found.user_config, found.cache} == {
        tmp_path / name for name in ("data", "config", "cache")
    }


def test_otherwise_they_are_where_the_system_keeps_such_things() -> None:
    found = find_places({})
    for folder in (found.user_data, found.user_config, found.cache):
        assert folder.is_absolute()
        assert "siceng" in folder.parts
    assert len({found.user_data, found.user_config, found.cache}) == 3


def test_looking_for_places_makes_no_folders(tmp_path: Path) -> None:
    find_places({HOME_VARIABLE: str(tmp_path / "home")})
    assert not (tmp_path / "home").exists()


def test_what_the_writer_made_comes_before_what_the_program_brought(tmp_path: Path) -> None:
    found = find_places({HOME_VARIABLE: str(tmp_path)})
    assert found.template_folders == (tmp_path / "data" / "templates", ROOT / "templates")
    assert found.layout_folders == tuple(folder / "layouts" for folder in found.template_folders)

"""Which Debian packages are missing, and what the user is told."""

import pytest

from installer import packages

LISTING = """\
installed\tlibegl1\t
installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), other
config-files\tfonts-noto-cjk\t
installed\tdbus\t
"""


def test_an_installed_package_is_not_missing() -> None:
    assert packages.missing(["libegl1"], LISTING) == []


def test_a_package_that_a_renamed_one_provides_is_not_missing() -> None:
    assert packages.missing(["libglib2.0-0", "other"], LISTING) == []


def test_a_removed_package_whose_settings_stayed_is_missing() -> None:
    assert packages.missing(["fonts-noto-cjk"], LISTING) == ["fonts-noto-cjk"]


def test_an_unknown_package_is_missing_and_the_order_is_kept() -> None:
    assert packages.missing(["libgl1", "libegl1", "libdbus-1-3"], LISTING) == ["libgl1", "libdbus-1-3"]


def test_venv_is_wanted_only_where_this_python_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "has_venv", lambda: True)
    assert not [name for name in packages.wanted() if name.endswith("-venv")]
    monkeypatch.setattr(packages, "has_venv", lambda: False)
    assert packages.venv_package() in packages.wanted()


class Machine:
    """A Debian in memory: what is installed, who asks, and whether apt reaches its servers."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: bool, online: bool = True) -> None:
        self.present: set[str] = set()
        self.online = online
        monkeypatch.setattr(packages, "is_debian", lambda: True)
        monkeypatch.setattr(packages, "is_root", lambda: root)
        monkeypatch.setattr(packages, "wanted", lambda: ("libegl1", "fonts-noto-cjk"))
        monkeypatch.setattr(packages, "installed", self.listing)
        monkeypatch.setattr(packages, "install", self.install)

    def listing(self) -> str:
        return "".join(f"installed\t{name}\t\n" for name in self.present)

    def install(self, names: list[str]) -> None:
        if self.online:
            self.present.update(names)


def test_root_gets_what_is_missing_and_hears_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=True)
    assert packages.provide(may_install=True) == []
    assert machine.present == {"libegl1", "fonts-noto-cjk"}


def test_a_user_is_told_the_command_and_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=False)
    (line,) = packages.provide(may_install=True)
    assert "sudo apt-get install libegl1 fonts-noto-cjk" in line
    assert machine.present == set()


def test_root_without_network_is_told_what_is_still_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, root=True, online=False)
    (line,) = packages.provide(may_install=True)
    assert "libegl1" in line


def test_a_later_start_never_runs_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine(monkeypatch, root=True)
    (line,) = packages.provide(may_install=False)
    assert "libegl1" in line
    assert machine.present == set()


def test_another_linux_is_told_once_when_the_environment_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    Machine(monkeypatch, root=True)
    monkeypatch.setattr(packages, "is_debian", lambda: False)
    assert packages.provide(may_install=True) == [packages.ON_OTHER_SYSTEMS]
    assert packages.provide(may_install=False) == []

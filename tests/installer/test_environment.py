"""When `.venv` counts as made, and how the project gets into it."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from installer import environment, launcher, packages
from installer.environment import Environment, SetupError


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A checkout whose environment was made to the end, with everything slow left out."""
    (tmp_path / "installer").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nscripts = { siceng = "greeting:main" }\n')
    fresh = Environment(tmp_path)
    fresh.build_lock.write_text("setuptools==1")
    fresh.lock.write_text("jieba==1")
    monkeypatch.setattr(packages, "provide", lambda may_install: [])
    monkeypatch.setattr(Environment, "_pip", lambda self, *arguments: None)
    monkeypatch.setattr(venv, "create", without_pip(venv.create))
    fresh.prepare()
    return fresh


def without_pip(create):
    """The maker of environments without its slowest part."""
    return lambda folder, **options: create(folder, **{**options, "with_pip": False})


def test_an_environment_made_to_the_end_is_ready(made: Environment) -> None:
    assert made.is_ready()


def test_a_renewed_lock_makes_it_outdated(made: Environment) -> None:
    made.lock.write_text("jieba==2")
    assert not made.is_ready()


def test_a_vanished_python_makes_it_outdated(made: Environment) -> None:
    made.python.unlink()
    assert not made.is_ready()


def test_another_python_makes_it_outdated(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not made.is_ready()


def test_a_moved_checkout_makes_it_outdated(made: Environment) -> None:
    moved = made.root.with_name("moved")
    made.root.rename(moved)
    assert not Environment(moved).is_ready()


def test_an_interrupted_set_up_is_not_ready_and_is_made_anew(made: Environment, monkeypatch) -> None:
    def interrupted(self: Environment, *arguments: str) -> None:
        raise KeyboardInterrupt

    leftover = made.folder / "leftover"
    leftover.touch()
    made.python.unlink()
    with monkeypatch.context() as during:
        during.setattr(Environment, "_pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            made.prepare()
    assert made.python.exists()
    assert not made.is_ready()
    made.prepare()
    assert made.is_ready()
    assert not leftover.exists()


def test_a_second_start_makes_nothing(made: Environment, monkeypatch, capsys) -> None:
    monkeypatch.setattr(Environment, "_make", lambda self: pytest.fail("made again"))
    capsys.readouterr()
    made.prepare()
    assert capsys.readouterr() == ("", "")


def test_a_python_without_venv_is_told_what_to_install(made: Environment, monkeypatch) -> None:
    monkeypatch.setattr(packages, "has_venv", lambda: False)
    made.stamp_file.unlink()
    with pytest.raises(SetupError, match=packages.venv_package()):
        made.prepare()


def test_what_a_link_points_to_is_not_emptied(made: Environment, tmp_path: Path) -> None:
    other = tmp_path / "other"
    made.folder.rename(other)
    made.folder.symlink_to(other, target_is_directory=True)
    made.lock.write_text("jieba==2")
    with pytest.raises(SetupError, match="链接"):
        made.prepare()
    assert (other / "siceng-stamp").exists()


def test_what_went_wrong_with_pip_itself_is_told(made: Environment, monkeypatch) -> None:
    def broken(folder: Path, **options: bool) -> None:
        raise subprocess.CalledProcessError(1, "ensurepip", output=b"No space left on device\n")

    monkeypatch.setattr(environment.venv, "create", broken)
    made.stamp_file.unlink()
    with pytest.raises(SetupError, match="No space left"):
        made.prepare()


def test_a_folder_that_cannot_be_written_is_named(made: Environment, monkeypatch) -> None:
    def full(folder: Path, **options: bool) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(environment.venv, "create", full)
    made.stamp_file.unlink()
    with pytest.raises(SetupError, match="磁盘空间"):
        made.prepare()


def test_the_launcher_hands_arguments_in_and_the_exit_status_out_from_any_folder(made: Environment) -> None:
    """Also where the path has blanks, quotes and Chinese in it."""
    root = made.root / "四层 讲稿's"
    root.mkdir()
    (root / "pyproject.toml").write_text('[project]\nscripts = { siceng = "greeting:main" }\n')
    (root / "greeting.py").write_text(
        "import sys\ndef main():\n    print(*sys.argv[1:], sep='|')\n    return 5\n", encoding="utf-8"
    )
    there = Environment(root)
    venv.create(there.folder, symlinks=os.name != "nt")
    launcher.install(root, there.folder, there.python, there.launcher)
    command = [there.launcher, "export", "讲 稿.siceng"]
    done = subprocess.run(command, cwd=made.root, capture_output=True, text=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (5, "export|讲 稿.siceng\n", "")


def test_pip_that_fails_ends_the_set_up(tmp_path: Path) -> None:
    there = Environment(tmp_path)
    there.python.parent.mkdir(parents=True)
    there.python.write_text("#!/bin/sh\nexit 1\n")
    there.python.chmod(0o755)
    with pytest.raises(SetupError, match="网络"):
        there._pip("install", "nothing")

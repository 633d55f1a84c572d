"""The commands of a checkout as they are typed."""

import ast
import sys
from pathlib import Path

import pytest

from installer import bootstrap
from installer.environment import Environment, SetupError


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the bootstrap would have become, its environment being ready."""
    command: list[str] = []
    monkeypatch.setattr(Environment, "prepare", lambda self: None)
    monkeypatch.setattr(bootstrap, "become", lambda words: command.extend(words) or 7)
    monkeypatch.chdir(tmp_path)
    return command


def test_run_hands_everything_on_and_stays_where_the_writer_is(started: list[str], tmp_path: Path) -> None:
    assert bootstrap.main(["run", "export", "稿.siceng", "-o", "--help"]) == 7
    assert Path(started[0]).stem == "siceng"
    assert started[1:] == ["export", "稿.siceng", "-o", "--help"]
    assert Path.cwd() == tmp_path


def test_test_hands_its_arguments_to_pytest_in_the_checkout(started: list[str]) -> None:
    assert bootstrap.main(["test", "-q"]) == 7
    assert started[1:] == ["-m", "pytest", "-q"]
    assert Path.cwd() == bootstrap.ROOT


@pytest.mark.parametrize("name", ["bench", "endure"])
def test_measurements_run_as_modules_of_the_tests(started: list[str], name: str) -> None:
    bootstrap.main([name, "export"])
    assert started[1:] == ["-m", f"tests.{name}", "export"]


@pytest.mark.parametrize("arguments", [[], ["start"]])
def test_an_unknown_command_shows_the_commands(started: list[str], arguments: list[str], capsys) -> None:
    assert bootstrap.main(arguments) == 2
    assert bootstrap.USAGE in capsys.readouterr().err
    assert started == []


def test_help_is_no_mistake(started: list[str], capsys) -> None:
    assert bootstrap.main(["--help"]) == 0
    assert bootstrap.USAGE in capsys.readouterr().out


def test_a_failed_set_up_is_told_in_one_line(started: list[str], monkeypatch, capsys) -> None:
    def failing(self: Environment) -> None:
        raise SetupError("磁盘满了。")

    monkeypatch.setattr(Environment, "prepare", failing)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err == "磁盘满了。\n"
    assert started == []


def test_an_old_python_is_told_which_it_needs(started: list[str], monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    assert bootstrap.main(["run"]) == 1
    assert "3.11" in capsys.readouterr().err
    assert started == []


def test_an_old_python_can_read_the_file_that_tells_it_so() -> None:
    ast.parse(Path(bootstrap.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))

"""The judge of speed and endurance: rows, limits, and the choice of modules."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import pytest

from tests.measuring import Row, compared, main, table


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with a module that keeps its limit and one that breaks it."""
    folder = tmp_path / "measured_here"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "__main__.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "_help.py").write_text("", encoding="utf-8")
    for name, value in (("good", 1), ("bad", 3)):
        text = f"from tests.measuring import Row\ndef run():\n    return [Row('{name}', {value}, 2)]\n"
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return folder.name


@pytest.fixture(autouse=True)
def same_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` makes a home of its own; the other tests keep theirs."""
    monkeypatch.setattr("tests.measuring.isolate", lambda home: None)


def test_a_value_at_its_limit_is_not_over() -> None:
    assert not Row("导出", 2.5, 2.5).is_over
    assert Row("导出", 2.51, 2.5).is_over
    assert not Row("导出", 99, None).is_over


def test_all_modules_run_and_one_broken_limit_fails(package, capsys) -> None:
    assert main(package, []) == 1
    printed = capsys.readouterr().out
    assert "good" in printed
    assert "超出" in printed


def test_only_the_modules_asked_for_run(package, capsys) -> None:
    assert main(package, ["good"]) == 0
    assert "bad" not in capsys.readouterr().out


def test_an_unknown_module_is_named_with_the_known_ones(package, capsys) -> None:
    assert main(package, ["fast"]) == 2
    assert "fast。可选：bad、good" in capsys.readouterr().err


@pytest.mark.parametrize("package_name", ["tests.bench", "tests.endure"])
def test_every_module_of_ours_can_be_asked_for(package_name: str) -> None:
    path = import_module(package_name).__path__
    names = [each.name for each in iter_modules(path) if not each.name.startswith("_")]
    assert names
    assert all(find_spec(f"{package_name}.{name}") is not None for name in names)
    sources = [Path(path[0], f"{name}.py").read_text("utf-8") for name in names]
    assert all("def run() -> list[Row]:" in source for source in sources)


def test_columns_stand_under_each_other_by_terminal_width() -> None:
    _, chinese, latin = table([Row("五万字导出", 1, 2), Row("docx", 10, 2)]).splitlines()
    assert chinese.startswith("五万字导出  1.00 倍")
    assert latin.startswith("docx        10.00 倍")


def test_a_comparison_runs_both_in_turns_after_a_warm_up() -> None:
    order: list[str] = []
    row = compared("空转", lambda: order.append("o"), lambda: order.append("r"), 2, rounds=3)
    assert "".join(order) == "or" + "ororor"
    assert row.limit == 2
    assert row.value > 0

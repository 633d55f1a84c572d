"""The floors of the program, as far as import-linter (contracts in pyproject.toml) cannot see them."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

IMPORT_ALL = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
import app
def below_the_window(path, prefix):
    for module in pkgutil.iter_modules(path, prefix):
        if module.name == "app.ui":
            continue
        imported = importlib.import_module(module.name)
        print(module.name)
        if module.ispkg:
            below_the_window(imported.__path__, module.name + ".")
below_the_window(app.__path__, "app.")
"""


def test_everything_but_the_window_imports_where_there_is_no_qt() -> None:
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    folders = {path.parent.name for path in ROOT.glob("app/*/__init__.py")} - {"ui"}
    assert {f"app.{name}" for name in folders} <= set(done.stdout.split())


def test_core_imports_only_itself_and_the_standard_library() -> None:
    strangers = {
        (path.name, name)
        for path in ROOT.glob("app/core/**/*.py")
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not f"{name}.".startswith("app.core.")
    }
    assert not strangers


def imported(path: Path) -> list[str]:
    """Full names of the modules that the file imports anywhere."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append("." * node.level + (node.module or ""))
    return names


def test_types_are_checked_strictly_in_every_package_but_the_window() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pyright"]
    packages = {f"app/{path.parent.name}" for path in ROOT.glob("app/*/__init__.py")}
    assert packages - set(settings["strict"]) <= {"app/ui"}

"""The program: what is shared is made when first used, and start-up loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

from app.core.draft import Draft
from app.files.places import find_places
from app.jobs.program import Program
from app.jobs.speaking import rate_for

ROOT = Path(__file__).resolve().parents[2]

START = """
import os, sys
from app.files.places import find_places
from app.jobs import exporting, making, opening, outlining, program, saving, speaking
program.Program.start(find_places(os.environ))
heavy = {"docx", "jieba", "jinja2", "lxml", "rjieba", "tomlkit", "openpyxl", "pypinyin", "PySide6"}
print(*sorted(heavy & set(sys.modules)))
"""


def test_starting_loads_nothing_heavy(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == ""


def test_starting_writes_nothing(tmp_path: Path) -> None:
    Program.start(find_places({"SICENG_HOME": str(tmp_path)}))
    assert not list(tmp_path.iterdir())


def test_what_is_shared_is_made_once(program: Program) -> None:
    assert program.library is program.library
    assert program.renderer is program.renderer
    assert program.settings is program.settings


def test_own_templates_are_beside_those_of_the_program(program: Program) -> None:
    assert program.library.folders == (program.places.templates, program.places.user_data / "templates")


def test_damaged_settings_are_told_and_defaults_hold(program: Program) -> None:
    program.places.user_config.mkdir(parents=True)
    (program.places.user_config / "settings.json").write_bytes(b"{")
    assert program.settings.faults
    assert rate_for(program, Draft()).syllables_per_minute == 240

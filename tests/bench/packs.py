"""Looking into packs: hostile ones and those with hostile templates in seconds, the worst of all against the limit."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.core.errors import AppError
from app.files.places import find_places
from app.jobs.filling import Filling
from app.jobs.packs import export_pack, look_into, own_things
from app.jobs.program import Program
from app.jobs.section_preview import section_preview
from app.templating.section_template import section_of
from tests.jobs.conftest import CharacterSegmenter
from tests.measuring import Row
from tests.templating.packs.hostile import FILES, PACKS, TEMPLATES
from tests.templating.packs.packing import by_hand

LIMIT = 2.0  # seconds, for whatever somebody sends


def run() -> list[Row]:
    """The slowest hostile pack by name, and a pack of everything that comes with the program."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = Program(find_places({"SICENG_HOME": str(folder / "home")}), CharacterSegmenter())
        assert program.library
        taken = {case: _seconds(program, path) for case, path in _hostile(folder)}
        slowest = max(taken, key=lambda case: taken[case])
        row = Row(f"最慢的恶意模板包（共 {len(taken)} 种）", taken[slowest], LIMIT, "秒", slowest)
        templates = Row("最慢的恶意节模板，填好来看", *_slowest_template(program))
        for item in (*program.library.sections.values(), *program.library.occasions.values()):
            program.own.override(item.path)
        program.refresh_library()
        whole = folder / "whole.zip"
        export_pack(program, own_things(program).all, whole, "全部", overwrite=False)
        return [row, templates, Row("看一个含全部自带模板的包", _seconds(program, whole), None, "秒")]


def _slowest_template(program: Program) -> tuple[float, float, str, str]:
    """Filled as the window does to show it: seconds, their limit, their unit, which it is."""
    path = Path("huai.j2")
    taken: dict[str, float] = {}
    for case, (text, _) in TEMPLATES.items():
        start = time.perf_counter()
        with suppress(AppError):
            section_preview(program.library, program.renderer, section_of(text, path), Filling.EXAMPLES)
        taken[case] = time.perf_counter() - start
    slowest = max(taken, key=lambda case: taken[case])
    return taken[slowest], LIMIT, "秒", slowest


def _hostile(folder: Path) -> Iterator[tuple[str, Path]]:
    path = folder / "hostile.zip"
    for case, (make, _) in PACKS.items():
        path.write_bytes(make())
        yield case, path
    for case, (text, _) in TEMPLATES.items():
        yield case, by_hand(path, {"sections/wode/huai.j2": text})
        yield f"{case}, a crowd", by_hand(path, {f"sections/wode/a{number}.j2": text for number in range(40)})
    for case, (files, _) in FILES.items():
        yield case, by_hand(path, files)


def _seconds(program: Program, path: Path) -> float:
    start = time.perf_counter()
    with suppress(AppError):  # refused is as good
        look_into(program, path)
    return time.perf_counter() - start

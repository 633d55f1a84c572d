"""Start to the painted window, whole processes, beside a bare window of Qt (facts/performance.md §1)."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from app.jobs.saving import save_draft
from tests.bench.export import speech
from tests.measuring import Row

ROUNDS = 11
LIMIT, LIMIT_WITH_DRAFT = 1.5, 1.8
SIZE = 50_000
ROOT = Path(__file__).parents[2]


def run() -> list[Row]:
    """The window alone, and with a draft in it; each in turns with the bare one."""
    path = Path(os.environ["HOME"]) / "讲话.siceng"
    save_draft(path, speech(SIZE), overwrite=True)
    ways = {"bare": ["bare"], "window": [], "draft": [str(path)]}
    times: dict[str, list[float]] = {name: [] for name in ways}
    loaded: set[str] = set()
    for at in range(ROUNDS + 1):
        for name, arguments in ways.items():
            start = time.perf_counter()
            modules = _opened(arguments)
            if at:  # the first fills the caches of the disk
                times[name].append(time.perf_counter() - start)
                loaded.update(modules)
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    note = f"{middle['window'] * 1000:.0f} / {middle['bare'] * 1000:.0f} 毫秒"
    with_draft = f"{middle['draft'] * 1000:.0f} / {middle['bare'] * 1000:.0f} 毫秒"
    return [
        Row("启动到窗口画出", middle["window"] / middle["bare"], LIMIT, note=note),
        Row("启动并打开 5 万字", middle["draft"] / middle["bare"], LIMIT_WITH_DRAFT, note=with_draft),
        Row("启动时载入的大组件", len(loaded), 0, "个", "、".join(sorted(loaded))),
    ]


def _opened(arguments: list[str]) -> list[str]:
    """Open a window and wait until it has been painted; the heavy modules that were loaded for it."""
    command = [sys.executable, "-m", "tests.bench._opener", *arguments]
    # Compiled once, as in everyday use.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return done.stdout.split()

"""One file imported in a process of its own, whose time and memory are measured."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 10.0, 500.0
"""What an import may take at most, of a hostile file, too."""
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of ru_maxrss (getrusage(2))."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a file; `code` is None where it had to be stopped, `lost` counts characters."""

    path: Path
    code: int | None
    seconds: float
    megabytes: float
    lost: int
    said: str

    @property
    def faults(self) -> list[str]:
        """What must not be."""
        return [
            name
            for name, is_so in (
                ("没有做完", self.code is None),
                (f"退出状态 {self.code}", self.code not in (0, 3, None)),
                ("内部出错", "Traceback" in self.said),
                ("没有说明", self.code == 3 and not self.said),
                (f"用了 {self.seconds:.1f} 秒", self.seconds > SECONDS),
                (f"用了 {self.megabytes:.0f} MB", self.megabytes > MEGABYTES),
                (f"丢了 {self.lost} 个字", self.lost > 0),
            )
            if is_so
        ]


def tried(path: Path, work: Path) -> Tried:
    """Import a file into the folder `work`."""
    report, said = work / "report.json", work / "said.txt"
    report.unlink(missing_ok=True)
    out = work / "out.siceng"
    words = ["import", str(path), "-o", str(out), "--report", str(report), "--force"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SICENG_HOME": str(work / "home")}
    start = time.monotonic()
    with said.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", *words],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=stream,
            env=environment,
        )
        code, peak = _ended(process, start + 2 * SECONDS)
    lost = 0
    if code == 0:
        for each in json.loads(report.read_text("utf-8"))["files"]:
            lost += sum(len(missing["text"]) for missing in each.get("lost", ()))
    return Tried(
        path,
        code,
        time.monotonic() - start,
        peak * _UNIT / 2**20,
        lost,
        said.read_text("utf-8", "replace").strip(),
    )


def _ended(process: subprocess.Popen[bytes], until: float) -> tuple[int | None, int]:
    """The exit status, None where time was over, and the peak of memory as getrusage gives it.

    That counts what the process that starts another has itself, too: a small one should.
    """
    code: int | None = 0
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return (process.returncode if code == 0 else None), usage.ru_maxrss
        if time.monotonic() > until and code == 0:
            code = None
            process.kill()
        time.sleep(0.01)

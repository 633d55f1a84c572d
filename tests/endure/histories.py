"""Ten thousand random histories of writing, each beside the plain model of the editor: in how many they differed."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.measuring import Row
from tests.ui.machine.desk import Desk
from tests.ui.machine.writing import STEPS, write

HISTORIES = int(os.environ.get("SICENG_HISTORIES", "10000"))
_LOT = 250
"""Histories of one process."""
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Lot:
    """How many histories a process ran and how many of them differed, with the first that did, shrunk."""

    ran: int
    failed: int
    first: str


def run() -> list[Row]:
    """Each history is 60 deeds, then all undone, then all redone; the processors share them."""
    sizes = [min(_LOT, HISTORIES - begun) for begun in range(0, HISTORIES, _LOT)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        lots = list(pool.map(_in_a_process, sizes))
    ran, failed = sum(lot.ran for lot in lots), sum(lot.failed for lot in lots)
    first = "\n".join(lot.first for lot in lots if lot.failed)
    note = f"{ran} 段写作过程，每段 {STEPS} 步"
    return [Row("和对照模型不一致的写作过程", failed, 0, "段", f"{note}\n{first}" if first else note)]


def _in_a_process(histories: int) -> Lot:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.endure.histories", str(histories)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        return Lot(histories, 1, f"进程以 {done.returncode} 结束。{done.stderr[-4000:]}")
    return Lot(**json.loads(done.stdout.splitlines()[-1]))


def lot(histories: int) -> Lot:
    """Write histories in this process; after one that differed with the rest."""
    application = QApplication.instance() or QApplication([])
    failures: list[str] = []
    ran = 0
    while ran < histories:
        desk = Desk()
        try:
            write(desk, histories - ran, shrink=not failures)
        except AssertionError as error:
            failures.append(_told(error))
            ran += 1
        ran += desk.good
        desk.close()
    # What Python put on the clipboard of a platform without one must go before Python does.
    QGuiApplication.clipboard().clear()
    application.processEvents()
    return Lot(ran, len(failures), failures[0] if failures else "")


def _told(error: AssertionError) -> str:
    notes: Sequence[str] = getattr(error, "__notes__", ())
    return "\n".join([repr(error), *notes])


if __name__ == "__main__":
    found = lot(int(sys.argv[1]))
    print(json.dumps({"ran": found.ran, "failed": found.failed, "first": found.first}, ensure_ascii=False))

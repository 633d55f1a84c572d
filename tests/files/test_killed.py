"""A process that dies at any step of writing leaves the former file or the new one, whole."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.files.folders import contents

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"old " * 5000, b"new " * 9000


def deaths(folder: Path, *way: str) -> Iterator[dict[str, bytes]]:
    """What lies in the folder of a file whose writer died at its first step, its second … and at none."""
    for last in range(1, 200):
        place = folder / f"第{last}步"
        place.mkdir()
        target = place / "讲话稿"
        target.write_bytes(OLD)
        command = [sys.executable, "-m", "tests.files.dying_writer", str(target), str(last), *way]
        code = subprocess.run(command, input=NEW, cwd=ROOT, check=False).returncode
        yield contents(place)
        if code == 0:
            return
        assert code == -signal.SIGKILL


def test_a_writer_killed_at_any_step_leaves_one_whole_file(tmp_path: Path) -> None:
    left = [files["讲话稿"] for files in deaths(tmp_path)]
    assert set(left) == {OLD, NEW}
    assert left == sorted(left, key=[OLD, NEW].index)
    assert left[-1] == NEW


def test_a_writer_killed_while_copying_over_leaves_both_contents_whole(tmp_path: Path) -> None:
    states = list(deaths(tmp_path, "refused"))
    for files in states:
        beside = {content for name, content in files.items() if name != "讲话稿"}
        assert files["讲话稿"] in (OLD, NEW) or {OLD, NEW} <= beside
        assert OLD in files.values()
    assert any(files["讲话稿"] not in (OLD, NEW) for files in states)
    assert states[-1] == {"讲话稿": NEW, "讲话稿（替换前）": OLD}

"""A process that dies at any step of changing an own file loses nothing of what was there."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.files.places import find_places
from app.templating.own.kinds import OwnKind
from app.templating.own.store import OwnStore
from tests.templating.own.killed import ID, NEW, OLD

ROOT = Path(__file__).resolve().parents[3]


def deaths(folder: Path, way: str) -> Iterator[OwnStore]:
    """The store of a process that died at its first step, its second … and at none."""
    for last in range(1, 60):
        home = folder / str(last)
        store = OwnStore(find_places({"SICENG_HOME": str(home)}))
        store.write(OwnKind.SECTIONS, ID, OLD)
        command = [sys.executable, "-m", "tests.templating.own.dying_store", str(home), way, str(last)]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        yield store
        if code == 0:
            return
        assert code == -signal.SIGKILL


@pytest.mark.parametrize(("way", "left"), [("write", NEW), ("delete", None)])
def test_the_former_text_is_in_its_file_or_a_version_of_it(
    way: str, left: str | None, tmp_path: Path
) -> None:
    seen: list[str | None] = []
    for store in deaths(tmp_path, way):
        path = store.folder / "sections" / "wode" / f"{ID}.j2"
        text = store.read(path) if path.exists() else None
        seen.append(text)
        assert text == OLD or OLD in [store.read(version.path) for version in store.versions(path)]
    assert set(seen) == {OLD, left}
    assert seen[-1] == left

"""What the files of the project may not hold: the places where one of us happened to work."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

NOT_OURS = re.compile(
    r"\.git|\.venv|__pycache__|\.hypothesis|\.(pytest|ruff|import_linter|mypy)_cache|\.coverage.*|htmlcov|build|dist"
)
"""What git ignores or keeps for itself."""

# In pieces, because this file is read too.
MACHINE_PATHS = [r"(?<![\w./-])/" + name for name in ("work/", "home/[a-z]", "root/", "Users/[a-z]")]
MACHINE_PATHS += [r"\b[A-Z]:\\" + "Users"]
REGISTRIES = [r"pypi" + r"\.org", "python" + "hosted", r"registry\.npm" + "js", r"mirrors?\.[a-z.]+/pypi"]
FORBIDDEN = re.compile("|".join(MACHINE_PATHS + REGISTRIES).encode())


def files(folder: Path) -> Iterator[Path]:
    """All files of the project below `folder`."""
    for path in sorted(folder.iterdir()):
        if NOT_OURS.fullmatch(path.name) or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


def test_no_file_names_a_machine_path_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in files(ROOT)
        for match in FORBIDDEN.finditer(path.read_bytes())
    ]
    assert found == []


def test_such_names_are_recognised() -> None:
    for text in ("cd /" + "work/main", "C:\\" + "Users\\me", "//pypi" + ".org/simple", "='/" + "root/x'"):
        assert FORBIDDEN.search(text.encode()), text
    for text in ("app/work" + "/flow", "app/home/page", "./root/x", "framework/", "工作/work"):
        assert not FORBIDDEN.search(text.encode()), text

"""The command line in this process, in a folder and a home of its own; and once as a process of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli.main import main
from tests.jobs.speeches import SPEECH

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command gave."""

    code: int
    out: str
    err: str


Siceng = Callable[..., Done]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder the commands run in, with the speech in it as `稿.md`."""
    folder = tmp_path / "工作 文件夹"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "稿.md").write_text(SPEECH, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps what is the user's."""
    home = tmp_path / "home"
    monkeypatch.setenv("SICENG_HOME", str(home))
    return home


@pytest.fixture
def siceng(
    folder: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Siceng:
    """Runs a command line in this process."""

    def run(*words: str, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(words)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def process(folder: Path, home: Path) -> Siceng:
    """Runs a command line as a process of its own; `stdout` may be an open file, `env` adds to the environment."""

    def run(*words: str, stdin: bytes = b"", stdout: int = subprocess.PIPE, **env: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", *words],
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            check=False,
        )
        return Done(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8"))

    return run


def one_chinese_line(text: str) -> bool:
    """Whether a text is one line that says something in Chinese, and no traceback."""
    return (
        text.count("\n") == 1
        and "Traceback" not in text
        and any("\u4e00" <= char <= "\u9fff" for char in text)
    )

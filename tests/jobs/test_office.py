"""LibreOffice called for files that it alone reads; here a program that only behaves like it."""

import os
import sys
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.jobs import office

CONVERTS = """
source, out = Path(sys.argv[-1]), Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = next(word for word in sys.argv if word.startswith("-env:UserInstallation=file:"))
settings = Path(profile.removeprefix("-env:UserInstallation=file://")) / "user" / "registrymodifications.xcu"
assert "DisableMacrosExecution" in settings.read_text("utf-8")
out.mkdir()
wanted = sys.argv[sys.argv.index("--convert-to") + 1].partition(":")[0]
(out / f"document.{wanted}").write_bytes(source.suffix.encode() + source.read_bytes())
"""
FAILS = "sys.exit(1)"
HANGS = "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); time.sleep(60)"


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a program with that body in the place of LibreOffice."""

    def put(body: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        head = f"#!{sys.executable}\nimport subprocess, sys, time\nfrom pathlib import Path\n"
        program.write_text(head + body, "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent) + os.pathsep + os.environ["PATH"])

    return put


def test_the_word_file_that_it_made_comes_back(soffice) -> None:
    soffice(CONVERTS)
    assert office.word_file(b"old", ".doc", "旧稿.wps") == b".docold"


def test_the_sheets_that_it_made_come_back(soffice) -> None:
    soffice(CONVERTS)
    assert office.sheet_file(b"old", ".et", "旧表.et") == b".etold"


def test_sheets_that_it_cannot_read_are_to_be_saved_as_xlsx(soffice) -> None:
    soffice(FAILS)
    with pytest.raises(ReadError, match="旧表") as caught:
        office.sheet_file(b"old", ".et", "旧表.et")
    assert ".xlsx" in caught.value.remedy


def test_what_it_cannot_read_is_told(soffice) -> None:
    soffice(FAILS)
    with pytest.raises(ReadError, match="旧稿") as caught:
        office.word_file(b"old", ".doc", "旧稿.wps")
    assert ".docx" in caught.value.remedy


def test_it_is_stopped_when_it_takes_too_long(soffice, monkeypatch: pytest.MonkeyPatch) -> None:
    soffice(HANGS)
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    with pytest.raises(ReadError, match="旧稿"):
        office.word_file(b"old", ".doc", "旧稿.wps")


def test_without_it_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", ())
    with pytest.raises(ReadError, match="LibreOffice") as caught:
        office.word_file(b"old", ".doc", "旧稿.doc")
    assert "另存为 .docx" in caught.value.remedy

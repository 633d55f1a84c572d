"""The script that tries whole folders of files."""

from pathlib import Path

import pytest

from tests.corpus.__main__ import main
from tests.corpus.trying import Tried, tried


def test_a_file_is_imported_or_refused_with_a_sentence(tmp_path: Path) -> None:
    good, bad, work = tmp_path / "好.txt", tmp_path / "坏.docx", tmp_path / "work"
    good.write_text("一、提高站位\n正文。\n", "utf-8")
    bad.write_bytes(b"PK\x03\x04")
    work.mkdir()
    imported, refused = tried(good, work), tried(bad, work)
    assert (imported.code, imported.lost) == (0, 0) and "Traceback" not in imported.said
    assert refused.code == 3 and "坏.docx" in refused.said and "Traceback" not in refused.said
    assert imported.megabytes > 1 and imported.seconds > 0


def test_what_must_not_be_is_named() -> None:
    assert Tried(Path("稿"), None, 20.0, 600.0, 3, "Traceback").faults == [
        "没有做完",
        "内部出错",
        "用了 20.0 秒",
        "用了 600 MB",
        "丢了 3 个字",
    ]
    assert Tried(Path("稿"), 70, 1.0, 1.0, 0, "").faults == ["退出状态 70"]


def test_without_the_folder_nothing_is_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "没有")]) == 0
    assert "不试" in capsys.readouterr().out

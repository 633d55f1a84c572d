"""Output that nobody takes, or that cannot be written."""

import io
import os
import sys
from pathlib import Path

import pytest

from app.cli.output import one_line, show, tell, use_utf8
from app.core.errors import AppError, WriteError


def test_a_reader_who_went_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        show("提纲")
        show("还有")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        with pytest.raises(WriteError):
            show("提纲")


def test_a_message_that_nobody_can_read_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stderr", Closed())
    tell(["一句话"])


def test_a_message_does_not_go_to_standard_output_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    tell(["一句话"])
    assert capsys.readouterr().out == ""


def test_output_becomes_utf8_and_takes_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", None)
    use_utf8()
    show("提纲\udcff")
    assert written.getvalue().decode() == "提纲?" + os.linesep


def test_an_error_is_one_line_whatever_is_in_it() -> None:
    assert one_line(AppError("第一行\n第二行。", "再试")) == "第一行 第二行。再试"

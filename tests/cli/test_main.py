"""The command line as a whole: words, help, errors, exit status, and whatever the terminal is like."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.cli import main as entry
from app.cli.arguments import ChineseParser, in_chinese
from app.core.errors import UsageError
from tests.cli.conftest import ROOT, Done, Siceng, one_chinese_line


def test_the_version_is_told(siceng: Siceng) -> None:
    assert siceng("--version") == Done(0, f"siceng {__version__}\n", "")


def test_the_help_names_every_command(siceng: Siceng) -> None:
    done = siceng("--help")
    assert done.code == 0 and all(name in done.out for name in entry.COMMANDS)


@pytest.mark.parametrize("name", entry.COMMANDS)
def test_the_help_of_a_command_is_chinese(siceng: Siceng, name: str) -> None:
    done = siceng(name, "--help")
    assert done.code == 0 and done.out.startswith(f"用法：siceng {name}") and "选项：" in done.out
    assert not any(word in done.out for word in ("usage", "options", "arguments", "show this"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["outlin"], "outline"),
        ([""], "命令"),
        (["--jsn"], "--jsn"),
        (["outline"], "还缺 文件"),
        (["outline", "稿.md", "--jsn"], "不认识“--jsn”"),
        (["outline", "稿.md", "再来.md"], "不认识“再来.md”"),
        (["export", "稿.md"], "还缺 -o/--output"),
        (["export", "稿.md", "-o"], "“-o/--output”后面要写一个值"),
        (["export", "稿.md", "-o", "稿.docx", "--numbering", "word"], "可以写：text、auto"),
        (["export", "稿.md", "-o", "稿.docx", "--clean=1"], "却写了“1”"),
        (["new", "-o", "新.siceng"], "还缺 --occasion"),
        (["templates"], "还缺 list|show|validate"),
        (["templates", "lst"], "不能写“lst”"),
        (["templates", "list", "x"], "后面不写别的"),
        (["templates", "show"], "还缺一个值"),
        (["稿.md", "再来.md"], "不认识“再来.md”"),
    ],
)
def test_wrong_usage_is_one_chinese_line_and_status_2(siceng: Siceng, words: list[str], said: str) -> None:
    done = siceng(*words)
    assert done.code == 2 and said in done.err and one_chinese_line(done.err) and not done.out


def test_every_message_of_argparse_that_can_be_met_is_put_into_chinese() -> None:
    parser = ChineseParser("siceng", "")
    parser.options.add_argument("--one", choices=["a", "b"])
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--left", type=int)
    group.add_argument("--right", nargs="+")
    lines = [
        ["--one", "c"],
        ["--one"],
        [],
        ["--left", "x"],
        ["--right"],
        ["--left", "1", "--right", "2"],
        ["--left=1", "y"],
    ]
    for line in lines:
        with pytest.raises(UsageError) as caught:
            parser.parse_args(line)
        assert not any(word in caught.value.what for word in ("argument", "expected", "invalid", "required"))


def test_a_message_that_nobody_foresaw_is_quoted() -> None:
    assert in_chinese("something new") == "“something new”"


def test_debug_shows_where_an_error_comes_from(process: Siceng) -> None:
    plain, debug = process("outline", "没有.md"), process("--debug", "outline", "没有.md")
    assert plain.code == 3 and one_chinese_line(plain.err)
    assert debug.code == 3 and debug.err.startswith(plain.err) and "Traceback" in debug.err


def test_a_fault_of_the_program_itself_is_told_without_traceback(
    siceng: Siceng, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(entry, "find_places", broken)
    done = siceng("templates", "list")
    assert done.code == 70 and one_chinese_line(done.err) and "ZeroDivisionError" in done.err
    debug = siceng("templates", "list", "--debug")
    assert debug.code == 70 and "Traceback" in debug.err


def test_an_interrupt_ends_with_130(siceng: Siceng, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(entry, "find_places", interrupted)
    assert siceng("templates", "list") == Done(130, "", "已中断。\n")


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030"])
def test_output_is_utf8_whatever_the_locale(process: Siceng, locale: str) -> None:
    done = process("outline", "稿.md", LC_ALL=locale, LANG=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.code == 0 and "（五）引育人才，强化智力支持" in done.out
    wrong = process("outline", "没有.md", LC_ALL=locale, LANG=locale, PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert wrong.code == 3 and one_chinese_line(wrong.err)


def test_a_reader_who_has_seen_enough_is_no_error(folder: Path, home: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "app.cli", "outline", "稿.md", "--json"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, env=env, check=False)
    os.close(writer)
    assert done.returncode == 0 and done.stderr == b""


def test_output_that_cannot_be_written_is_status_4(process: Siceng) -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("outline", "稿.md", stdout=full.fileno())
    assert done.code == 4 and one_chinese_line(done.err)


def test_the_command_line_needs_neither_display_nor_qt(process: Siceng) -> None:
    blocked = "import sys; sys.modules['PySide6'] = None; from app.cli.main import main; sys.exit(main(sys.argv[1:]))"
    env = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-c", blocked, "outline", "稿.md"]
    done = subprocess.run(command, capture_output=True, env={**env, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 0 and done.stderr == b""

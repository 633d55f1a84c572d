"""The entry `siceng`: which command was asked for, and what an error means to whoever asked."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from app import __version__
from app.cli import window
from app.cli.output import one_line, show, tell, use_utf8
from app.core.errors import AppError, UsageError
from app.files.places import find_places
from app.jobs.program import Program

DONE, INTERRUPTED, BROKEN = 0, 130, 70
"""Exit status beside those of AppError (DESIGN.md §8): 70 is a fault of the program itself, as in sysexits.h."""

_DEBUG = "--debug"


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line."""

    summary: str
    module: str
    """Of this package, with `declare` and `run`; loaded when the command is asked for: the window is to open at once."""


COMMANDS = MappingProxyType(
    {
        "new": Command("按场合和事实新建一份讲话稿", "new"),
        "import": Command("把 Word、文本、网页里的讲话稿转成 .siceng 文件", "import_files"),
        "outline": Command("列出提纲、字数和讲话时间", "outline"),
        "export": Command("导出 Word、纯文本或标记", "export"),
        "templates": Command("查看场合和节模板，检查自己写的模板", "templates"),
    }
)

_DESCRIPTION = "四层讲稿：领导讲话稿起草工具。不写命令就打开窗口，写一个 .siceng 文件就在窗口里打开它。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line, by default that of the process, and give its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = _DEBUG in words
    use_utf8()
    try:
        return _carry_out(words)
    except AppError as error:
        return _told(one_line(error), error.exit_code, error if debug else None)
    except KeyboardInterrupt:
        return _told("已中断。", INTERRUPTED)
    except Exception as error:  # noqa: BLE001  nobody above this could put it in words
        what = f"程序内部出错（{type(error).__name__}），没有做完。"
        return _told(f"{what}加上 {_DEBUG} 再试，把显示的内容发给维护者。", BROKEN, error if debug else None)


def _told(sentence: str, status: int, shown: Exception | None = None) -> int:
    """Tell how it ended, with the traceback of an error that is to be shown; the exit status."""
    tell([sentence])
    if shown is not None:
        from traceback import format_exception

        tell(line.rstrip() for line in format_exception(shown))
    return status


def _carry_out(words: list[str]) -> int:
    first = next((word for word in words if word != _DEBUG), None)
    if first == "--version":
        show(f"siceng {__version__}")
        return DONE
    if first in ("-h", "--help"):
        show(_overview())
        return DONE
    program = Program.start(find_places(os.environ))
    if first is None:
        return window.run(program, None)
    command = COMMANDS.get(first)
    if command is None:
        if first.startswith("-") or not window.is_file_name(first):
            raise _unknown(first)
        return window.run(program, _only_file(words))
    from app.cli.arguments import ChineseParser

    deed: Any = import_module(f"app.cli.{command.module}")
    parser = ChineseParser(f"siceng {first}", f"{command.summary}。")
    deed.declare(parser)
    parser.add_general_options()
    words.remove(first)
    try:
        values = parser.parse_args(words)
    except SystemExit:
        # --help has been shown.
        return DONE
    return deed.run(program, values)


def _overview() -> str:
    """What the program can do, a line each."""
    lines = [f"  {name:<12}{command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(
        [
            "用法：siceng [命令] [选项]",
            "      siceng [文件.siceng]",
            "",
            _DESCRIPTION,
            "",
            "命令：",
            *lines,
            "",
            "选项：",
            "  -h, --help  显示这份说明；命令后面加 --help 显示它的写法",
            "  --version   显示版本",
            f"  {_DEBUG}     出错时显示程序内部的详细信息",
        ]
    )


def _only_file(words: Sequence[str]) -> str:
    """The one file that the window is to open. Raises UsageError where more is said."""
    files = [word for word in words if word != _DEBUG]
    if len(files) > 1:
        raise UsageError(
            f"命令写得不对：不认识“{files[1]}”。",
            "一次打开一个文件；命令写在文件前面，如 siceng outline 文件。",
        )
    return files[0]


def _unknown(word: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, 1, 0.5)
    guess = f"是不是“{near[0]}”？" if near else f"可用的命令：{'、'.join(COMMANDS)}。"
    kind = "选项" if word.startswith("-") else "命令"
    return UsageError(f"没有“{word}”这个{kind}。", f"{guess}用 siceng --help 查看写法。")

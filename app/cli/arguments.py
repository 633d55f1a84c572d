"""argparse in Chinese: help, usage, and one line for a wrong option."""

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

from app.core.errors import UsageError

_WRONG: tuple[tuple[str, str], ...] = (
    (r"unrecognized arguments: (.+)", "不认识“{0}”"),
    (r"the following arguments are required: (.+)", "还缺 {0}"),
    (r"argument (.+): expected one argument", "“{0}”后面要写一个值"),
    (r"argument (.+): expected at least one argument", "“{0}”后面至少要写一个值"),
    (r"argument (.+): expected \d+ arguments", "“{0}”后面的值个数不对"),
    (r"argument (.+): invalid choice: '?(.*?)'? \(choose from (.+)\)", "“{0}”不能写“{1}”，可以写：{2}"),
    (r"argument (.+): invalid .+ value: '?(.*?)'?", "“{0}”不能写“{1}”"),
    (r"argument (.+): ignored explicit argument '?(.*?)'?", "“{0}”后面不写值，却写了“{1}”"),
    (r"argument (.+): not allowed with argument (.+)", "“{0}”和“{1}”只能写一个"),
    (r"ambiguous option: (.+) could match (.+)", "“{0}”写得不全，可能是 {1}"),
    (r"one of the arguments (.+) is required", "{0} 要写一个"),
)
"""argparse's own messages, by what they look like in Python 3.11 to 3.14."""


class ChineseParser(argparse.ArgumentParser):
    """A parser that speaks Chinese and raises UsageError instead of ending the process."""

    def __init__(self, prog: str, description: str, epilog: str | None = None) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        # Groups of our own, because argparse's have English titles; its own stay empty and unseen.
        self.values = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")

    def add_general_options(self) -> None:
        """The options that every command has; last, so that they stand at the end of the help."""
        self.options.add_argument("-h", "--help", action="help", help="显示这份说明")
        self.options.add_argument("--debug", action="store_true", help="出错时显示程序内部的详细信息")

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with argparse's message in Chinese."""
        raise UsageError(f"命令写得不对：{in_chinese(message)}。", f"用 {self.prog} --help 查看写法。")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help in Chinese, with what an option does on the line below it.

    argparse counts characters, not their width: beside the options nothing would stand under another, and
    lines would be folded too late. The terminal folds them.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=6, width=1000)

    def format_help(self) -> str:
        """The whole help, with full-width colons after titles."""
        return re.sub(r"^(\w+):$", r"\1：", super().format_help(), flags=re.MULTILINE)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def in_chinese(message: str) -> str:
    """A message of argparse in Chinese; one that is not known is quoted."""
    for pattern, words in _WRONG:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*(group.replace("'", "").replace(", ", "、") for group in match.groups()))
    return f"“{message}”"

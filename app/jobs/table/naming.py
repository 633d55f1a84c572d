"""What the file of a row is called: a pattern with {序号}, {标题} and the like, or {the name of a column}."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import UsageError
from app.export.file_name import name_words
from app.importing.sheets.sheet import Row, Sheet
from app.layouts import file_names
from app.templating.problems import near

NUMBER = "序号"
DEFAULT_PATTERN = "{序号} {标题}"
WORDS: tuple[str, ...] = (NUMBER, *file_names.WORDS)
"""What a pattern may name beside columns; a column of the same name goes before."""
_NAMED = re.compile(r"\{([^{}]*)\}")


def check_pattern(pattern: str, columns: Sequence[str]) -> None:
    """Raise UsageError for a pattern that names what is not there, or gives every file the same name."""
    names = [name.strip() for name in _NAMED.findall(pattern)]
    for name in names:
        if name not in WORDS and name not in columns:
            raise UsageError(
                f"文件名里的“{{{name}}}”既不是列名，也不是{'、'.join(WORDS)}。", near(name, columns)
            )
    if not names:
        raise UsageError(f"文件名“{pattern}”每份都一样。", "加上 {序号}、{标题} 或某一列，如 {序号} {标题}。")
    if re.search(r"[{}]", _NAMED.sub("", pattern)):
        raise UsageError(f"文件名“{pattern}”里的花括号不成对。", "写成 {序号} {标题} 这样。")


def row_name(pattern: str, sheet: Sheet, row: Row, draft: Draft, number: int, of: int) -> str:
    """The name without ending of the `number`th of `of` files."""
    words = {
        **name_words(draft),
        NUMBER: number_text(number, of),
        **dict(zip(sheet.columns, row.cells, strict=True)),
    }
    name = _NAMED.sub(lambda match: file_names.clean(words.get(match[1].strip(), "")), pattern)
    name = re.sub(r"[（(〔【][）)〕】]", "", file_names.clean(name))
    return file_names.fitting(name.strip(" -_—·"))


def number_text(number: int, of: int) -> str:
    """The number of one of so many, all of the same length."""
    return str(number).zfill(len(str(of)))


def free_name(name: str, folder: Path, suffixes: Sequence[str], taken: set[str], overwrite: bool) -> str:
    """The name, with （2）, （3） … where it is taken in this run, or by a file that may not be replaced.

    `taken` is added to; names that some system takes for the same are the same.
    """
    free, count = name, 1
    while _same(free) in taken or (
        not overwrite and any((folder / f"{free}{suffix}").exists() for suffix in suffixes)
    ):
        count += 1
        free = f"{name}（{count}）"
    taken.add(_same(free))
    return free


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

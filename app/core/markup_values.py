"""The TOML head of markup: facts, occasion, layout and what a section keeps, as text and back.

    +++
    场合 = "tuijinhui"
    版式 = "gb9704"
    [事实]
    会议名称 = "全市××工作推进会议"
    会议日期 = {年 = 2025, 月 = 5, 日 = 0}      # 0: still open, prints ×; a whole date is 2025-05-31
    讲话人 = {职务 = "市长", 姓名 = "×××"}
    议程 = ["听取汇报", "讨论文件"]
    [节.1.字段]
    单位个数 = 12
    +++

English keys are read too: occasion, layout, facts, sections; year, month, day; post, name; fields, source.
"""

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from app.core.bare_keys import quoted_keys
from app.core.errors import ReadError
from app.core.facts import Date, FactSheet, FactValue, Person, checked_date


@dataclass(frozen=True, slots=True)
class SectionData:
    """What does not fit behind a heading: the section's own values and the markup it was made from."""

    fields: FactSheet = FactSheet()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The TOML head of a draft as markup; sections by the key that the text names."""

    facts: FactSheet = FactSheet()
    occasion: str = ""
    layout: str = ""
    sections: tuple[tuple[str, SectionData], ...] = ()


def read_head(text: str) -> Head:
    """The head from its TOML text. Raises ReadError for wrong TOML, unknown keys and impossible values."""
    try:
        table = tomllib.loads(quoted_keys(text), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第 {int(line[1]) + 1} 行" if line else "末尾"
        raise ReadError(f"文件头（+++ 之间）{where}不合 TOML 写法。", "请对照说明改正后再试。") from error
    values = _renamed(table, {"occasion": "场合", "layout": "版式", "facts": "事实", "sections": "节"})
    sections = _table(values.get("节", {}), "节")
    return Head(
        read_sheet(_table(values.get("事实", {}), "事实")),
        _text(values.get("场合", ""), "场合"),
        _text(values.get("版式", ""), "版式"),
        tuple((key, _read_section(_table(value, "节"))) for key, value in sections.items()),
    )


def _read_section(table: Mapping[str, Any]) -> SectionData:
    values = _renamed(table, {"fields": "字段", "source": "原文"})
    return SectionData(
        read_sheet(_table(values.get("字段", {}), "字段")), _text(values.get("原文", ""), "原文")
    )


def _renamed(table: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The table with Chinese keys; raises ReadError for a key that is neither."""
    result: dict[str, Any] = {}
    for key, value in table.items():
        name = names.get(key, key)
        if name not in names.values():
            raise ReadError(f"文件头里的「{key}」不认识。", f"这里可以写：{'、'.join(names.values())}。")
        result[name] = value
    return result


def _table(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ReadError(f"文件头里的「{name}」应当是一张表。", f"请写成 [{name}] 一行，下面逐行写“名 = 值”。")
    return cast(Mapping[str, Any], value)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ReadError(f"文件头里的「{name}」应当是文字。", "请用双引号括起来。")
    return value


def read_sheet(table: Mapping[str, Any]) -> FactSheet:
    """A table of values as a fact sheet, by the form of each value alone; empty ones are left out."""
    return FactSheet.of((name, read_value(name, value)) for name, value in table.items())


def read_value(name: str, value: object) -> FactValue:
    """One TOML value as a fact's value. Raises ReadError for what no fact can be."""
    match value:
        case bool():
            return "是" if value else "否"
        case str():
            return value
        case int() | Decimal() if _is_readable(value):
            return value
        case datetime.datetime() | datetime.date():
            return Date(value.year, value.month, value.day)
        case list():
            items = cast(list[object], value)
            if all(isinstance(item, str | int | Decimal) and not isinstance(item, bool) for item in items):
                return tuple(str(item) for item in items)
        case dict():
            return _read_table_value(name, cast(Mapping[str, Any], value))
        case _:
            pass
    raise ReadError(f"「{name}」的值不合用。", "可以写文字、数字、日期、一组文字，或职务加姓名。")


_MOST_DIGITS = 60
"""No number of a speech is longer, and every program that reads the file can hold it."""


def _is_readable(number: int | Decimal) -> bool:
    if isinstance(number, int):
        return abs(number) < 10**_MOST_DIGITS
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_MOST_DIGITS and number.adjusted() < _MOST_DIGITS


def _read_table_value(name: str, table: Mapping[str, Any]) -> FactValue:
    names = {"year": "年", "month": "月", "day": "日", "post": "职务", "name": "姓名"}
    values = {names.get(key, key): part for key, part in table.items()}
    try:
        if (
            values
            and set(values) <= {"职务", "姓名"}
            and all(isinstance(part, str) for part in values.values())
        ):
            return Person(values.get("姓名", ""), values.get("职务", ""))
        if (
            "年" in values
            and set(values) <= {"年", "月", "日"}
            and all(isinstance(part, int) for part in values.values())
        ):
            return checked_date(values["年"], values.get("月"), values.get("日"))
    except ValueError as error:
        raise ReadError(f"「{name}」不是日历上有的日子。", "请改成真实的年、月、日；未定的写 0。") from error
    raise ReadError(
        f"「{name}」的值不合用。", '日期写 {年 = 2025, 月 = 5, 日 = 31}，人写 {职务 = "…", 姓名 = "…"}。'
    )


def print_head(head: Head) -> str:
    """The TOML text of a head, without its +++ lines; empty where there is nothing to say."""
    lines: list[str] = []
    if head.occasion:
        lines.append(f"场合 = {_string(head.occasion)}")
    if head.layout:
        lines.append(f"版式 = {_string(head.layout)}")
    lines += _print_sheet("[事实]", head.facts)
    for key, data in head.sections:
        if data.source:
            lines += [f"[节.{_key(key)}]", f"原文 = {_lines(data.source)}"]
        lines += _print_sheet(f"[节.{_key(key)}.字段]", data.fields)
    return "".join(f"{line}\n" for line in lines)


def _print_sheet(title: str, sheet: FactSheet) -> list[str]:
    return [title, *(f"{_key(name)} = {print_value(value)}" for name, value in sheet)] if len(sheet) else []


def print_value(value: FactValue) -> str:
    """One value as TOML."""
    match value:
        case str():
            return _string(value)
        case tuple():
            return "[" + ", ".join(_string(item) for item in value) + "]"
        case Date(year, month, day) if year >= 1000 and month and day:
            return f"{year}-{month:02}-{day:02}"
        case Date(year, month, day):
            parts = [f"年 = {year}"]
            parts += [f"月 = {month}"] if month is not None else []
            parts += [f"日 = {day}"] if day is not None else []
            return "{" + ", ".join(parts) + "}"
        case Person(name, post):
            return "{职务 = " + _string(post) + ", 姓名 = " + _string(name) + "}"
        case Decimal():
            text = format(value, "f")
            return text if "." in text else f"{text}.0"
        case int():
            return str(value)


def _key(name: str) -> str:
    bare = re.fullmatch(r"[\w-]+", name) and quoted_keys(name) in (name, f'"{name}"') and name
    return name if bare else _string(name)


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _lines(text: str) -> str:
    """A text of several lines as it reads, so that a person can read it too."""
    if "\n" not in text:
        return _string(text)
    return '"""\n' + "\n".join(_string(line)[1:-1] for line in text.split("\n")) + '"""'


def _string(text: str) -> str:
    def escape(char: str) -> str:
        if char in _ESCAPES:
            return _ESCAPES[char]
        return f"\\u{ord(char):04X}" if ord(char) < 0x20 or char == "\x7f" else char

    return '"' + "".join(map(escape, text)) + '"'

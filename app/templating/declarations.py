"""Fields as templates and `facts.toml` declare them, read from TOML."""

import keyword
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.core.errors import ReadError, UsageError
from app.core.facts import FactValue
from app.files.toml import read_toml
from app.templating.fields import Field, FieldType, typed
from app.templating.file_text import LIMITS, read_text
from app.templating.problems import near
from app.templating.tables import Table, tables_of

FIELD_WORDS = {
    "type": "类型",
    "required": "必填",
    "default": "默认",
    "example": "示例",
    "hint": "提示",
    "choices": "选项",
    "vocabulary": "词汇",
}
MOST_FIELDS, _MOST_FACTS, _MOST_CHOICES = 200, 1000, 200
"""Of one section template, of a `facts.toml`, of one field: ten times what a person can look over."""
_TYPES = {**{type_.value: type_ for type_ in FieldType}, **{type_.name.lower(): type_ for type_ in FieldType}}
_RESERVED = {"loop", "self", "caller", "varargs", "kwargs", "true", "false", "none", "super"}


def read_facts(path: Path) -> tuple[Field, ...]:
    """The facts that a `facts.toml` declares. Raises ReadError."""
    return facts_of(read_text(path), path.name)


def facts_of(text: str, name: str) -> tuple[Field, ...]:
    """The facts that a text declares; `name` is what messages call it. Raises ReadError."""
    where = f"“{name}”"
    return read_fields(tables_of(read_toml(text.encode(), name, LIMITS), where), where, _MOST_FACTS)


def read_fields(
    tables: Mapping[str, Mapping[str, object]], where: str, most: int = MOST_FIELDS
) -> tuple[Field, ...]:
    """The fields of a table of tables, in their order. `where` is what messages call its file.

    Raises ReadError, also where there are more than `most`: every check takes them one by one.
    """
    if len(tables) > most:
        raise ReadError(f"{where}里的字段超过 {most} 个，没有读。", "分成几个文件，或删去用不到的。")
    return tuple(_read_field(name, values, where) for name, values in tables.items())


def is_field_name(name: str) -> bool:
    """Whether a fact or field may be called so."""
    return name.isidentifier() and not keyword.iskeyword(name) and name not in _RESERVED


def _read_field(name: str, values: Mapping[str, object], where: str) -> Field:
    if not is_field_name(name):
        remedy = "名称用汉字、字母、数字和下划线，不用数字开头，中间没有空格和标点。"
        raise ReadError(f"{where}里的“{name}”不能作字段的名称。", remedy)
    where = f"{where}里的“{name}”"
    table = Table(values, FIELD_WORDS, where)
    word = table.needed_text("type")
    if word not in _TYPES:
        raise ReadError(f"{where}的类型“{word}”不认识。", near(word, FieldType))
    choices = _read_choices(table, _TYPES[word], where)
    field = Field(name, _TYPES[word], table.flag("required"), hint=table.text("hint"), choices=choices)
    if table.flag("vocabulary"):
        field = replace(field, vocabularies=())
    default, example = (_read_value(field, table, key, where) for key in ("default", "example"))
    return replace(field, default=default, example=example)


def _read_choices(table: Table, type_: FieldType, where: str) -> tuple[str, ...]:
    choices = table.texts("choices")
    if table.flag("vocabulary"):
        if type_ is not FieldType.CHOICE or choices:
            raise ReadError(
                f"{where}的词汇不合用。",
                "写了 词汇 = true 的，类型是“选项”，选项取自 fields 里的文件，不另写。",
            )
        return ()
    if (type_ is FieldType.CHOICE) != bool(choices):
        raise ReadError(f"{where}的选项不合用。", '类型是“选项”的要写 选项 = ["…", "…"]，其他类型不写。')
    if len(choices) > _MOST_CHOICES:
        raise ReadError(f"{where}的选项超过 {_MOST_CHOICES} 个，没有读。", "改成“文字”，由人来写。")
    if "" in choices or len(set(choices)) < len(choices):
        raise ReadError(f"{where}的选项不合用。", "选项不能是空的，也不能有两个一样。")
    return choices


def _read_value(field: Field, table: Table, key: str, where: str) -> FactValue | None:
    raw = table.value(key)
    if raw is None:
        return None
    try:
        # Which choices there are is known when all files are read.
        return typed(replace(field, type=FieldType.TEXT) if field.vocabularies is not None else field, raw)
    except UsageError as error:
        raise ReadError(f"{where}的“{FIELD_WORDS[key]}”不合类型：{error.what}", error.remedy) from error

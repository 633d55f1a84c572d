"""Vocabularies as `fields/ID.toml` writes them, whose 名称 are the choices of every fact with `词汇 = true`."""

from collections.abc import Mapping
from pathlib import Path

from app.files.toml import read_toml
from app.templating.entries import one_line
from app.templating.file_text import LIMITS, read_text
from app.templating.occasion import LAST, template_id
from app.templating.tables import Table
from app.templating.vocabulary import Entry, Vocabulary

_WORDS = {
    "name": "名称",
    "order": "次序",
    "reasons": "意义",
    "tasks": "任务组",
    "bodies": "主体",
    "indicators": "指标",
    "weak_points": "问题",
    "safeguards": "保障",
}
_ENTRY_WORDS = {"title": "标题", "text": "内容", "actor": "主体", "points": "要点"}


def read_vocabulary(path: Path, built_in: bool = False) -> Vocabulary:
    """The vocabulary of a file. Raises ReadError."""
    return vocabulary_of(read_text(path), path, built_in)


def vocabulary_of(text: str, path: Path, built_in: bool = False) -> Vocabulary:
    """The vocabulary that a text is, in the file of that name, which need not be there. Raises ReadError."""
    where = f"“{path.name}”"
    table = Table(read_toml(text.encode(), path.name, LIMITS), _WORDS, where)
    order = table.count("order")
    return Vocabulary(
        id=template_id(path),
        name=one_line(table.needed_text("name")),
        tasks=_entries(table, "tasks", where),
        reasons=_entries(table, "reasons", where),
        bodies=_lines(table, "bodies"),
        indicators=_lines(table, "indicators"),
        weak_points=_entries(table, "weak_points", where),
        safeguards=_entries(table, "safeguards", where),
        order=LAST if order is None else order,
        path=path,
        built_in=built_in,
    )


def _lines(table: Table, key: str) -> tuple[str, ...]:
    return tuple(filter(None, map(one_line, table.texts(key))))


def _entries(table: Table, key: str, where: str) -> tuple[Entry, ...]:
    word = {**_WORDS, **_ENTRY_WORDS}[key]
    return tuple(
        _entry(values, f"{where}的第 {number} 个{word}") for number, values in enumerate(table.tables(key), 1)
    )


def _entry(values: Mapping[str, object], where: str) -> Entry:
    table = Table(values, _ENTRY_WORDS, where)
    return Entry(
        title=one_line(table.needed_text("title")),
        text=one_line(table.text("text")),
        actor=one_line(table.text("actor")),
        points=_entries(table, "points", where),
    )

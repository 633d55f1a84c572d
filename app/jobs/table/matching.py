"""Which column is meant for which fact, told by the names of both."""

import importlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from app.jobs.table.targets import Target
from app.templating.fields import FieldType

_SAME, _PINYIN, _WITHIN, _ALIKE = 4.0, 3.0, 2.0, 1.0
"""How well a name fits: the same words; the same sound; one within the other; mostly the same characters."""
_LEAST_ALIKE = 0.7
_ASIDE = re.compile(r"[（(【\[].*?[）)】\]]|[*＊:：\s·.．_—-]")
_WORDS = {"时间": "日期", "地址": "地点", "姓名及职务": "", "职务及姓名": "", "职务姓名": "", "题目": "标题"}
"""What people call the same otherwise in the head of a table."""
_SAYS_NOTHING = (
    "单位",
    "部门",
    "名称",
    "姓名",
    "职务",
    "备注",
    "序号",
    "编号",
    "电话",
    "类型",
    "内容",
    "说明",
)
"""Names of columns that may be of anything: no fact is guessed from them."""
_NUMBER_AT_END = re.compile(r"[0-9一二三四五六七八九十]+$")


@dataclass(frozen=True, slots=True)
class Match:
    """What a column is taken for; `sure` where its name says so, and it is not only guessed."""

    target: Target
    sure: bool


def prepare() -> None:
    """Load what names are spelled with, which takes some tenths of a second; to be called where nobody waits."""
    _spelled("表")


def matched(columns: Sequence[str], targets: Sequence[Target]) -> Mapping[int, Match]:
    """For columns by their place what each is meant for; the best fits first, no value twice but lists.

    A list may have several columns (议程1, 议程2).
    """
    found: list[tuple[float, int, int]] = []
    for place, column in enumerate(columns):
        scores = [(_score(column, target), -place, -at) for at, target in enumerate(targets)]
        # Of equal ones the first that the occasion asks; where that has gone to another column, none.
        found.append(max(scores, default=(0, 0, 0)))
    matches: dict[int, Match] = {}
    taken: dict[tuple[str, str], set[str]] = {}
    for score, place, at in sorted((each for each in found if each[0]), reverse=True):
        target, column = targets[-at], -place
        parts = taken.setdefault(target.whole, set())
        # Beside a column of names, whether it is called so or not, there may be one of posts.
        name = {"", "姓名"} if target.part != "职务" else {"职务"}
        fits = (target.field.type is FieldType.PERSON and not parts & name) or not parts
        if column in matches or not (fits or (target.field.type is FieldType.LIST and score >= _PINYIN)):
            continue
        parts.add(target.part)
        matches[column] = Match(target, score >= _PINYIN)
    return dict(sorted(matches.items()))


def _score(column: str, target: Target) -> float:
    """How well the name of a column fits; 0 where it does not."""
    name = _plain(column)
    if not name:
        return 0
    names = _names(target)
    if name in names:
        return _SAME
    if any(_sounds(name, each) for each in names):
        return _PINYIN
    if name in _SAYS_NOTHING or len(name) < 2 or target.slot:
        return 0
    for each in names:
        short, long = sorted((name, each), key=len)
        if len(short) >= 2 and (long.startswith(short) or long.endswith(short)):
            return _WITHIN + len(short) / len(long)
    ratio = max(SequenceMatcher(None, name, each).ratio() for each in names)
    return _ALIKE + ratio if ratio >= _LEAST_ALIKE else 0


@cache
def _names(target: Target) -> tuple[str, ...]:
    """What the head of a table may call it."""
    own = _plain(target.field.name)
    names = [f"{own}{target.part}"]
    if target.slot:
        names.append(_plain(target.slot_name) + names[0])
    return tuple(names)


def _plain(name: str) -> str:
    """A name without marks and what is said in brackets; a list's columns without their numbers."""
    text = _ASIDE.sub("", unicodedata.normalize("NFKC", name)).lower()
    text = _NUMBER_AT_END.sub("", text) or text
    for word, usual in _WORDS.items():
        text = text.replace(word, usual)
    return text.replace("的", "")


def _sounds(name: str, other: str) -> bool:
    """Whether a name is another in pinyin or its first letters, or sounds like it (主持人, 主侍人 does not)."""
    if name.isascii():
        return len(name) > 1 and name in _spelled(other)
    return len(name) == len(other) > 1 and _spelled(name)[0] == _spelled(other)[0]


@cache
def _spelled(name: str) -> tuple[str, str]:
    """A name in pinyin, whole and by its first letters."""
    pypinyin: Any = importlib.import_module("pypinyin")
    syllables: list[str] = pypinyin.lazy_pinyin(name)
    return "".join(syllables), "".join(each[:1] for each in syllables)

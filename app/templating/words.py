"""What a template sees of a vocabulary: parts by their names, texts that print without making structure.

They are not bound: as with every `if` and `for`, only making the section anew follows another choice.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from app.core.draft import Bind, Run
from app.core.facts import FactValue
from app.templating.forms import apply_form, chained, placeholder_text
from app.templating.problems import Trouble, near
from app.templating.values import Value, plain
from app.templating.vocabulary import Entry, Vocabulary

_PARTS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Vocabulary: {
            "意义": "reasons",
            "任务组": "tasks",
            "主体": "bodies",
            "指标": "indicators",
            "问题": "weak_points",
            "保障": "safeguards",
        },
        Entry: {"标题": "title", "内容": "text", "主体": "actor", "要点": "points"},
    }
)
_NO_PARTS: Mapping[str, str] = MappingProxyType({})
_TO_FILL = re.compile("(【待填[：:][^【】]+】)")
_NOTHING = Vocabulary("", "")


class Chosen(Value):
    """A choice with its vocabulary; where nothing is chosen, or nobody knows the choice, all its lists are empty."""

    __slots__ = ("_vocabulary",)

    def __init__(self, value: FactValue, bind: Bind, vocabulary: Vocabulary | None, is_open: bool) -> None:
        super().__init__(value, bind, placeholder=placeholder_text(bind) if is_open else "")
        self._vocabulary = vocabulary or _NOTHING

    def part(self, name: str) -> Value:
        """A part of the vocabulary. Raises Trouble for one that none has."""
        return Words(self._vocabulary).part(name)


class Words(Value):
    """A vocabulary's text, list, or entry; 【待填：…】 in a text prints as a placeholder."""

    __slots__ = ()

    def __init__(self, value: Any) -> None:
        super().__init__(value)

    def text(self) -> str:
        """The text that it prints. Raises Trouble for what is none."""
        if isinstance(self.value, Entry | Vocabulary) or _holds_entries(self.value):
            remedy = f"写到它的一部分，如 .标题；清单逐项写：{{% for 项 in … %}}。可以写：{'、'.join(self._parts())}。"
            raise Trouble("这里印不出文字。", remedy)
        return super().text()

    def runs(self, occurrence: int) -> tuple[Run, ...]:
        """Text and placeholders by turns."""
        parts = filter(None, _TO_FILL.split(self.text()))
        return tuple(Run(part, placeholder=_TO_FILL.fullmatch(part) is not None) for part in parts)

    def part(self, name: str) -> Value:
        """A part by its name. Raises Trouble for one that is not there."""
        parts = self._parts()
        if name not in parts:
            raise Trouble(
                f"领域的词汇里没有“{name}”。", near(name, parts) if parts else "去掉小数点及其后的内容。"
            )
        return Words(getattr(self.value, parts[name]))

    def items(self) -> tuple[Value, ...]:
        """The items of a list. Raises Trouble for what is none."""
        if not isinstance(self.value, tuple):
            raise Trouble("这里不是清单，不能逐项写。", "能逐项写的有任务组、主体、指标、问题、保障、要点。")
        return tuple(map(Words, cast(tuple[object, ...], self.value)))

    def formed(self, name: str, argument: str = "") -> Value:
        """Itself in a form. Raises Trouble where the form does not fit."""
        if _holds_entries(self.value) and name in ("顿号", "逗号"):
            raise Trouble(f"“{name}”不能用于这样的内容。", "逐项写：{% for 项 in … %}，再写 项.标题。")
        try:
            return Words(apply_form(self.value, chained("", name, argument)))
        except ValueError as error:
            raise Trouble(str(error), "请换一个印法，或去掉“|”及其后的内容。") from error

    def __getitem__(self, index: Any) -> Any:
        return self.items()[cast(int, plain(index))]

    def __iter__(self) -> Iterator[Value]:
        return iter(self.items())

    def __bool__(self) -> bool:
        return bool(self.value)

    def _parts(self) -> Mapping[str, str]:
        return next((parts for kind, parts in _PARTS.items() if isinstance(self.value, kind)), _NO_PARTS)


def _holds_entries(value: object) -> bool:
    items = cast(tuple[object, ...], value) if isinstance(value, tuple) else ()
    return any(isinstance(item, Entry) for item in items)

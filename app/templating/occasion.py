"""Occasions (场合): which slots a speech has, in which order, and what is asked for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.errors import ReadError, UsageError
from app.core.kinds import Layer
from app.files.reading import read_bytes
from app.files.toml import read_toml
from app.templating.declarations import LIMITS
from app.templating.problems import near
from app.templating.tables import Table

_WORDS = {
    "name": "名称",
    "description": "说明",
    "facts": "事实",
    "length": "字数",
    "minutes": "分钟",
    "order": "次序",
    "layout": "版式",
    "avoid": "不写",
    "head": "抬头",
    "slots": "部件",
}
_SLOT_WORDS = {
    "id": "id",
    "name": "名称",
    "layer": "层",
    "share": "份额",
    "required": "必有",
    "hint": "提示",
    "templates": "模板",
}
_ID = re.compile("[a-z][a-z0-9_]*")
LAST = 1000
"""The order of an occasion that does not say any."""
_HEAD_BEGINS = re.compile(r"[ \t]*(?:抬头|head|\"抬头\")[ \t]*=[ \t]*(?:\"\"\"|''')[ \t]*$")


@dataclass(frozen=True, slots=True)
class Slot:
    """部件: one place of an occasion that a section fills.

    `share` is the usual part of the whole in percent, `templates` the IDs to choose from, the first of
    them the default.
    """

    id: str
    name: str
    layer: Layer | None = None
    share: int = 0
    required: bool = True
    hint: str = ""
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """场合. `facts` are asked in this order; `length` in 字 and `minutes` are from and to, or None.

    `head` is the template of the head kinds, `head_line` the line of the file at which it begins; `avoid`
    tells what the occasion must not have. Those with a lower `order` are offered first.
    """

    id: str
    name: str
    description: str
    facts: tuple[str, ...]
    length: tuple[int, int] | None
    minutes: tuple[int, int] | None
    layout: str
    avoid: tuple[str, ...]
    head: str
    head_line: int
    slots: tuple[Slot, ...]
    path: Path
    built_in: bool = False
    order: int = LAST

    def slot(self, key: str) -> Slot:
        """The slot of that id or 名称. Raises UsageError naming those that are near."""
        found = next((slot for slot in self.slots if key in (slot.id, slot.name)), None)
        if found is None:
            remedy = near(key, [slot.id if key.isascii() else slot.name for slot in self.slots])
            raise UsageError(f"“{self.name}”没有部件“{key}”。", remedy)
        return found

    def target(self, slot: Slot) -> int | None:
        """字 that the slot usually takes, in tens: its share of the middle of the length."""
        if self.length is None or not slot.share:
            return None
        return max(10, 10 * round(sum(self.length) * slot.share / 2000))

    def shares(self) -> Mapping[Layer | None, int]:
        """The usual part of the whole in percent that each layer takes; None stands for slots of no layer."""
        found: dict[Layer | None, int] = {}
        for slot in self.slots:
            found[slot.layer] = found.get(slot.layer, 0) + slot.share
        return found


def is_template_id(text: str) -> bool:
    """Whether a text can be the ID of an occasion, a slot or a template: small letters, digits and _."""
    return _ID.fullmatch(text) is not None


def template_id(path: Path) -> str:
    """The ID of a file, which is its name. Raises ReadError."""
    if not is_template_id(path.stem):
        remedy = "文件名以小写字母开头，只用小写字母、数字和下划线；中文名写在文件里的“名称”。"
        raise ReadError(f"“{path.name}”的文件名不能作 ID。", remedy)
    return path.stem


def read_layer(word: str, where: str) -> Layer | None:
    """The layer of that name, None for an empty one. Raises ReadError."""
    if not word:
        return None
    layers = {**{layer.value: layer for layer in Layer}, **{layer.name.lower(): layer for layer in Layer}}
    if word.lower() not in layers:
        raise ReadError(f"{where}的层“{word}”不认识。", f"可以写：{'、'.join(Layer)}，没有层的不写。")
    return layers[word.lower()]


def read_occasion(path: Path, built_in: bool = False) -> Occasion:
    """The occasion of a file. Raises ReadError."""
    where = f"“{path.name}”"
    table = Table(read_toml(path, limits=LIMITS), _WORDS, where)
    slots = tuple(_read_slot(values, index, where) for index, values in enumerate(table.tables("slots"), 1))
    for kind, names in (("id", [slot.id for slot in slots]), ("名称", [slot.name for slot in slots])):
        again = next((name for name in names if names.count(name) > 1), None)
        if again is not None:
            raise ReadError(f"{where}有两个部件的{kind}都是“{again}”。", "改掉其中一个。")
    if not slots:
        raise ReadError(f"{where}没有部件。", "至少写一个 [[部件]]。")
    return Occasion(
        id=template_id(path),
        name=table.needed_text("name"),
        description=table.text("description"),
        facts=table.texts("facts"),
        length=table.span("length"),
        minutes=table.span("minutes"),
        layout=table.text("layout") or "gb9704",
        avoid=table.texts("avoid"),
        head=table.needed_text("head"),
        head_line=_head_line(path),
        slots=slots,
        path=path,
        built_in=built_in,
        order=LAST if (order := table.count("order")) is None else order,
    )


def _read_slot(values: Mapping[str, object], number: int, where: str) -> Slot:
    where = f"{where}的第 {number} 个部件"
    table = Table(values, _SLOT_WORDS, where)
    name, slot_id = table.needed_text("name"), table.needed_text("id")
    if not is_template_id(slot_id):
        raise ReadError(f"{where}的 id“{slot_id}”不合用。", "以小写字母开头，只用小写字母、数字和下划线。")
    share = table.count("share") or 0
    if share > 100:
        raise ReadError(f"{where}的份额超过 100。", "份额是占全篇的百分之几，各部件加起来是 100。")
    return Slot(
        id=slot_id,
        name=name,
        layer=read_layer(table.text("layer"), where),
        share=share,
        required=table.flag("required", True),
        hint=table.text("hint"),
        templates=table.texts("templates"),
    )


def _head_line(path: Path) -> int:
    """The line on which the text of the head begins, for messages about it."""
    lines = read_bytes(path, LIMITS.bytes).decode("utf-8", "replace").splitlines()
    return next((number + 1 for number, line in enumerate(lines, 1) if _HEAD_BEGINS.match(line)), 1)

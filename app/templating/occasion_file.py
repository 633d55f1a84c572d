"""Occasions as `occasions/ID.toml` writes them; what differs between variants is written as a table by variant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from app.core.errors import ReadError
from app.files.toml import read_toml
from app.templating.file_text import LIMITS, read_text
from app.templating.occasion import LAST, Occasion, Slot, is_template_id, read_layer, template_id
from app.templating.problems import near
from app.templating.tables import Table

OCCASION_WORDS = {
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
    "variants": "变体",
    "variant_fact": "变体事实",
}
SLOT_WORDS = {
    "id": "id",
    "name": "名称",
    "layer": "层",
    "share": "份额",
    "required": "必有",
    "hint": "提示",
    "templates": "模板",
    "field_template": "领域模板",
    "variants": "变体",
}
_MOST_SLOTS = 100
_HEAD_BEGINS = re.compile(r"[ \t]*(?:抬头|head|\"抬头\")[ \t]*=[ \t]*(?:\"\"\"|''')[ \t]*$")


def read_occasion(path: Path, built_in: bool = False) -> Occasion:
    """The occasion of a file. Raises ReadError."""
    return occasion_of(read_text(path), path, built_in)


def occasion_of(text: str, path: Path, built_in: bool = False) -> Occasion:
    """The occasion that a text is, in the file of that name, which need not be there. Raises ReadError."""
    values = read_toml(text.encode(), path.name, LIMITS)
    head_line = _head_line(text)
    where = f"“{path.name}”"
    table = Table(values, OCCASION_WORDS, where)
    variants, fact = table.texts("variants"), table.text("variant_fact")
    if bool(variants) != bool(fact) or len(set(variants)) < len(variants) or "" in variants:
        remedy = '两项一起写：变体 = ["开幕词", "闭幕词"]，变体事实 = "…"，事实是一个选项，选项与变体相同。'
        raise ReadError(f"{where}的“变体”和“变体事实”不合用。", remedy)
    forms = tuple(
        replace(
            _read_form(path, _of_variant(values, variants, name, where), name, built_in), head_line=head_line
        )
        for name in variants or ("",)
    )
    order = [each.get("id") for each in table.tables("slots")]
    return _whole(forms, fact, order) if variants else forms[0]


def _whole(forms: Sequence[Occasion], fact: str, order: Sequence[object]) -> Occasion:
    """What is shown of an occasion before its variant is known: all that any of them has."""
    slots: dict[str, Slot] = {}
    for slot in (slot for form in forms for slot in form.slots):
        slots.setdefault(slot.id, slot)
    return replace(
        forms[0],
        facts=tuple(dict.fromkeys(name for form in forms for name in form.facts)),
        length=_hull([form.length for form in forms]),
        minutes=_hull([form.minutes for form in forms]),
        avoid=tuple(dict.fromkeys(each for form in forms for each in form.avoid)),
        slots=tuple(sorted(slots.values(), key=lambda slot: order.index(slot.id))),
        variant="",
        variant_fact=fact,
        variants=tuple(forms),
    )


def _hull(spans: Sequence[tuple[int, int] | None]) -> tuple[int, int] | None:
    known = [span for span in spans if span]
    return (min(least for least, _ in known), max(most for _, most in known)) if known else None


def _of_variant(
    values: Mapping[str, object], variants: Sequence[str], variant: str, where: str
) -> dict[str, object]:
    """The values as one variant has them: of a table by variant its own, which may be missing there."""
    found: dict[str, object] = {}
    for key, value in values.items():
        if not isinstance(value, dict):
            found[key] = value
            continue
        by_variant = cast(Mapping[str, object], value)
        unknown = next((name for name in by_variant if name not in variants), None)
        if unknown is not None:
            remedy = near(unknown, variants) if variants else "不分变体的直接写值，不写成表。"
            raise ReadError(f"{where}的“{key}”里的“{unknown}”不是变体。", remedy)
        if variant in by_variant:
            found[key] = by_variant[variant]
    return found


def _read_form(path: Path, values: Mapping[str, object], variant: str, built_in: bool) -> Occasion:
    """The occasion in one variant, or as it is where it has none."""
    where = f"“{path.name}”"
    table = Table(values, OCCASION_WORDS, where)
    variants = table.texts("variants")
    if len(table.tables("slots")) > _MOST_SLOTS:
        raise ReadError(f"{where}的部件超过 {_MOST_SLOTS} 个，没有读。", "分成几个场合。")
    slots = tuple(
        slot
        for index, each in enumerate(table.tables("slots"), 1)
        if (slot := _read_slot(each, variants, variant, f"{where}的第 {index} 个部件")) is not None
    )
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
        head_line=1,
        slots=slots,
        path=path,
        built_in=built_in,
        order=LAST if (order := table.count("order")) is None else order,
        variant=variant,
    )


def _read_slot(
    values: Mapping[str, object], variants: Sequence[str], variant: str, where: str
) -> Slot | None:
    """The slot as a variant has it, None where it is not for that one."""
    table = Table(_of_variant(values, variants, variant, where), SLOT_WORDS, where)
    only = table.texts("variants")
    for unknown in (name for name in only if name not in variants):
        raise ReadError(f"{where}的变体“{unknown}”在开头的“变体”里没有。", near(unknown, variants))
    if only and variant not in only:
        return None
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
        field_template=table.text("field_template"),
    )


def _head_line(text: str) -> int:
    """The line on which the text of the head begins, for messages about it."""
    lines = text.split("\n")
    return next((number + 1 for number, line in enumerate(lines, 1) if _HEAD_BEGINS.match(line)), 1)

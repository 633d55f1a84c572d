"""What kind of value an expression of a template gives, as far as its text tells: what may be written after it.

Half-written text is the rule here, so everything is read from what stands before a place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from app.core.facts import Date, FactValue, Person
from app.templating.fields import Field, FieldType
from app.templating.filters import FILTERS
from app.templating.form_table import FORMS
from app.templating.forms import print_form


class Shape(Enum):
    """The kinds of values that have forms or parts of their own."""

    TEXT = auto()
    DATE = auto()
    NUMBER = auto()
    LIST = auto()
    PERSON = auto()
    VOCABULARY = auto()  # a choice with words of its own, as 领域
    ENTRIES = auto()  # a list of them
    ENTRY = auto()
    LOOP = auto()
    OTHER = auto()


SAMPLES: Mapping[Shape, FactValue] = MappingProxyType(
    {
        Shape.TEXT: "市教育局。",
        Shape.DATE: Date(2025, 5, 31),
        Shape.NUMBER: 120000,
        Shape.LIST: ("甲", "乙", "丙"),
        Shape.PERSON: Person("×××", "市长"),
    }
)
"""What forms are shown with."""

_OF_TYPE = {
    FieldType.DATE: Shape.DATE,
    FieldType.NUMBER: Shape.NUMBER,
    FieldType.LIST: Shape.LIST,
    FieldType.PERSON: Shape.PERSON,
}
_ENTRY_PARTS = {"标题": Shape.TEXT, "内容": Shape.TEXT, "主体": Shape.TEXT, "要点": Shape.ENTRIES}
_PARTS: Mapping[Shape, Mapping[str, Shape]] = MappingProxyType(
    {
        Shape.DATE: dict.fromkeys(("年", "月", "日"), Shape.NUMBER),
        Shape.PERSON: dict.fromkeys(("姓名", "职务"), Shape.TEXT),
        Shape.VOCABULARY: {
            **dict.fromkeys(("任务组", "意义", "问题", "保障"), Shape.ENTRIES),
            **dict.fromkeys(("主体", "指标"), Shape.LIST),
        },
        Shape.ENTRY: _ENTRY_PARTS,
        Shape.LOOP: dict.fromkeys(("index", "first", "last", "length"), Shape.NUMBER),
    }
)
_ITEM = {Shape.LIST: Shape.TEXT, Shape.ENTRIES: Shape.ENTRY}
_GIVES_NUMBER = frozenset(("条数", "年", "月", "日", "length", "count", "abs", "int", "round"))
_CHAIN = re.compile(
    r"(?P<name>[^\W\d]\w*)(?P<steps>(?:\s*\.\s*\w+|\[[^\[\]]*\]|\s*\|\s*\w+(?:\([^()]*\))?)*)\s*$"
)
_STEP = re.compile(r"\s*\.\s*(?P<part>\w+)|(?P<item>\[[^\[\]]*\])|\s*\|\s*(?P<form>\w+)(?:\([^()]*\))?")
_TAG = re.compile(r"\{%[-+]?\s*(?P<word>\w+)(?P<rest>[^%]*)[-+]?%\}")
_FOR = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s+in\s+(?P<items>.+?)\s*$", re.DOTALL)
_SET = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*(?:=\s*(?P<value>.+?)\s*)?$", re.DOTALL)
_MACRO = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*\((?P<arguments>[^()]*)\)")
_CLOSED = {"for", "if", "macro", "call", "with", "set"}


@dataclass(frozen=True, slots=True)
class Scene:
    """What may be named at a place, each name with its shape; and the tags that are open there, the innermost last."""

    names: Mapping[str, Shape]
    own: frozenset[str]
    """Those that the text itself makes: items of loops, `loop`, what is set."""
    open_tags: tuple[str, ...]


def shape_of_field(field: Field) -> Shape:
    """The shape of a declared value."""
    return Shape.VOCABULARY if field.vocabularies is not None else _OF_TYPE.get(field.type, Shape.TEXT)


def parts_of(shape: Shape) -> Mapping[str, Shape]:
    """What may be written after a dot, with what it gives."""
    return _PARTS.get(shape, {})


def forms_of(shape: Shape) -> Mapping[str, str]:
    """The forms that fit a value, with what they print of a sample."""
    sample = SAMPLES.get(shape)
    fitting = [name for name, form in FORMS.items() if isinstance(sample, form.types)]
    shown = {name: _printed(sample, name) for name in fitting if sample is not None}
    if shape is Shape.LIST:
        shown["要点"] = "一项一条"
    return (
        {**shown, "默认": "没有填时用括号里的话"} if shape is not Shape.OTHER else dict.fromkeys(FILTERS, "")
    )


def _printed(sample: FactValue, form: str) -> str:
    return "后面加单位" if form == "带单位" else print_form(sample, form)


def scene_before(text: str, names: Mapping[str, Shape]) -> Scene:
    """The scene after a text, which is that before the place; `names` are the facts and fields that are declared."""
    known = dict(names)
    opened: list[tuple[str, dict[str, Shape | None]]] = []
    for tag in _TAG.finditer(text):
        word = tag["word"]
        if word.startswith("end"):
            while opened:
                closed, hidden = opened.pop()
                _put_back(known, hidden)
                if closed == word[3:]:
                    break
            continue
        made = _made(word, tag["rest"], known)
        is_open = word in _CLOSED and not (word == "set" and "=" in tag["rest"])
        if is_open:
            inner = {} if word == "set" else made
            opened.append((word, {name: known.get(name) for name in inner}))
        known |= made
    own = frozenset(
        name for name, shape in known.items() if names.get(name) is not shape or name not in names
    )
    return Scene(known, own, tuple(word for word, _ in opened))


def _put_back(known: dict[str, Shape], hidden: Mapping[str, Shape | None]) -> None:
    for name, shape in hidden.items():
        known.pop(name, None)
        if shape is not None:
            known[name] = shape


def _made(word: str, rest: str, known: Mapping[str, Shape]) -> dict[str, Shape]:
    """The names that a tag makes."""
    if word == "for" and (match := _FOR.fullmatch(rest)):
        items = shape_of(match["items"], known)
        return {match["name"]: _ITEM.get(items, Shape.OTHER), "loop": Shape.LOOP}
    if word == "set" and (match := _SET.fullmatch(rest)):
        return {match["name"]: shape_of(match["value"], known) if match["value"] else Shape.TEXT}
    if word == "macro" and (match := _MACRO.match(rest)):
        arguments = re.findall(r"[^\W\d]\w*(?=\s*(?:,|$|=))", match["arguments"])
        return dict.fromkeys(arguments, Shape.OTHER)
    return {}


def shape_of(expression: str, names: Mapping[str, Shape]) -> Shape:
    """The shape of what ends an expression: of its last name with the parts, items and forms after it."""
    match = _CHAIN.search(expression)
    if match is None:
        return Shape.OTHER
    shape = names.get(match["name"], Shape.OTHER)
    for step in _STEP.finditer(match["steps"]):
        if step["part"]:
            shape = parts_of(shape).get(step["part"], Shape.OTHER)
        elif step["item"]:
            shape = shape if ":" in step["item"] else _ITEM.get(shape, Shape.OTHER)
        else:
            shape = _formed(shape, step["form"])
    return shape


def _formed(shape: Shape, form: str) -> Shape:
    if form in _GIVES_NUMBER:
        return Shape.NUMBER
    if form in ("默认", "default", "reverse", "sort"):
        return shape
    if form in ("first", "last"):
        return _ITEM.get(shape, Shape.OTHER)
    return Shape.TEXT if form in FILTERS else Shape.OTHER

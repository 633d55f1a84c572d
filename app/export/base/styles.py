"""The styles of a unit's Word file: by id and by the name that Word shows, and what they come to (17.7)."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from app.export.base.names import VAL, W, child, is_on, value, whole
from app.files.xml import Element

_SHOWN = {
    "normal": "正文",
    "title": "标题",
    "subtitle": "副标题",
    "body text": "正文文本",
    "body text indent": "正文文本缩进",
    "body text first indent": "正文文本首行缩进",
    "body text first indent 2": "正文文本首行缩进 2",
    "normal indent": "正文缩进",
    "salutation": "称呼",
    "closing": "结束语",
    "signature": "签名",
    "date": "日期",
    "no spacing": "无间隔",
    "list paragraph": "列表段落",
    "quote": "引用",
    "plain text": "纯文本",
    "normal (web)": "普通(网站)",
    "header": "页眉",
    "footer": "页脚",
    **{f"heading {level}": f"标题 {level}" for level in range(1, 10)},
}
"""Files name Word's own styles in English; this is what a Chinese Word and WPS show."""
_LONGEST = 50
"""Styles based on each other; Word allows ten."""
_NOT_FOR_TEXT = (
    "toc ",
    "header",
    "footer",
    "footnote",
    "endnote",
    "annotation",
    "caption",
    "index",
    "table of",
)


@dataclass(frozen=True, slots=True)
class BaseStyle:
    """One paragraph style of the file."""

    id: str
    raw: str
    """The name as the file has it."""
    name: str
    """The name as Word shows it."""
    element: Element

    @property
    def hidden(self) -> bool:
        """Whether Word keeps it out of its lists."""
        found = child(self.element, "semiHidden")
        return found is not None and is_on(found)

    @property
    def is_words_own(self) -> bool:
        """Whether it is one of Word's own, whatever the unit made of it."""
        return self.element.get(f"{W}customStyle") not in ("1", "true", "on")

    @property
    def for_text(self) -> bool:
        """Whether paragraphs of a speech may be set in it: not contents, headers, notes."""
        return not self.raw.lower().startswith(_NOT_FOR_TEXT)


class BaseStyles:
    """The styles of a file; without a styles part there are none."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        elements = () if root is None else tuple(root.iterchildren(f"{W}style"))
        self._all = {each.get(f"{W}styleId", ""): each for each in reversed(elements)}
        self.paragraphs: tuple[BaseStyle, ...] = tuple(
            BaseStyle(each.get(f"{W}styleId", ""), raw := value(each, "name") or "", shown_name(raw), each)
            for each in elements
            if each.get(f"{W}type", "paragraph") == "paragraph" and each.get(f"{W}styleId")
        )

    @property
    def usable(self) -> tuple[BaseStyle, ...]:
        """The styles in which a speech may be set, those that the unit named before Word's own."""
        found = (each for each in self.paragraphs if each.for_text and not each.hidden)
        return tuple(sorted(found, key=lambda each: each.is_words_own))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of styles of every type."""
        return frozenset(self._all)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of styles of every type, in small letters; Word holds two that differ in case for one."""
        return frozenset((value(each, "name") or "").lower() for each in self._all.values())

    @property
    def default(self) -> BaseStyle | None:
        """The style of paragraphs that name none."""
        switched = (
            each for each in self.paragraphs if each.element.get(f"{W}default") in ("1", "true", "on")
        )
        return next(switched, None)

    def named(self, name: str) -> BaseStyle | None:
        """The paragraph style that Word shows, or the file has, under this name; None where there is none."""
        wanted = _plain(name)
        found = [each for each in self.paragraphs if wanted in (_plain(each.name), _plain(each.raw))]
        return next((each for each in found if not each.hidden), found[0] if found else None)

    def id_of(self, name: str, type_: str) -> str:
        """The id of the style of a type with the name that the file has; empty where there is none."""
        return next(
            (
                key
                for key, each in self._all.items()
                if each.get(f"{W}type") == type_ and (value(each, "name") or "").lower() == name
            ),
            "",
        )

    def chain(self, style_id: str) -> Sequence[Element]:
        """A style and those that it is based on, the nearest first."""
        found: list[Element] = []
        seen: set[str] = set()
        while style_id in self._all and style_id not in seen and len(seen) < _LONGEST:
            seen.add(style_id)
            found.append(self._all[style_id])
            style_id = value(found[-1], "basedOn") or ""
        return found

    def properties(self, style_id: str, kind: str) -> Element:
        """All that a style says of characters (`rPr`) or paragraphs (`pPr`), what it is based on included.

        The document's defaults are not in it. A value of its own: it may be changed.
        """
        joined = child(deepcopy(_EMPTY), kind)
        assert joined is not None
        for style in reversed(self.chain(style_id)):
            for said in style.iterfind(f"{W}{kind}/*"):
                _say(joined, said)
        return joined

    def defaults(self, kind: str) -> Iterator[Element]:
        """What the document's defaults say of characters (`rPr`) or paragraphs (`pPr`)."""
        if self._root is not None:
            yield from self._root.iterfind(f"{W}docDefaults/{W}{kind}Default/{W}{kind}/*")

    def number_of(self, style_id: str) -> str:
        """The instance of Word's own numbering that a style brings; empty where it brings none."""
        found = next(
            (number for each in self.chain(style_id) if (number := value(each, "pPr", "numPr", "numId"))), ""
        )
        return "" if found == "0" else found

    def outline_of(self, style_id: str) -> int | None:
        """The outline level from 0 that a style gives; None for text."""
        found = next(
            (level for each in self.chain(style_id) if (level := value(each, "pPr", "outlineLvl"))), None
        )
        level = whole(found)
        return level if level is not None and 0 <= level < 9 else None


def shown_name(raw: str) -> str:
    """The name of a style as a Chinese Word shows it."""
    return _SHOWN.get(raw.lower().strip(), raw)


def _plain(name: str) -> str:
    return name.lower().replace(" ", "").replace("\u3000", "")


def with_attributes(lower: Element, upper: Element) -> Element:
    """A property as an upper word has it, with the attributes that only the lower one names."""
    joined = deepcopy(lower)
    _drop_rivals(joined, upper)
    for name, each in upper.attrib.items():
        joined.set(name, each)
    return joined


def _say(joined: Element, said: Element) -> None:
    """Put a property over the same one; attributes that the upper one does not name stay."""
    former = joined.find(str(said.tag))
    if former is None:
        joined.append(deepcopy(said))
        return
    if said.get(VAL) is not None or not said.attrib:
        joined.replace(former, deepcopy(said))
        return
    made = with_attributes(former, said)
    joined.replace(former, made)
    for inner in said:
        inner_former = made.find(str(inner.tag))
        if inner_former is not None:
            made.remove(inner_former)
        made.append(deepcopy(inner))


_RIVALS = (
    ("firstLine", "firstLineChars", "hanging", "hangingChars"),
    ("left", "leftChars", "start", "startChars"),
    ("right", "rightChars", "end", "endChars"),
    ("before", "beforeLines", "beforeAutospacing"),
    ("after", "afterLines", "afterAutospacing"),
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)
"""Attributes that say one thing in several units: who names one overrules all."""


def _drop_rivals(former: Element, said: Element) -> None:
    for group in _RIVALS:
        names = [W + name for name in group]
        if any(name in said.attrib for name in names):
            for name in names:
                former.attrib.pop(name, None)


def _empty() -> Element:
    root = etree.Element(f"{W}style", nsmap={"w": W[1:-1]})
    for kind in ("rPr", "pPr"):
        etree.SubElement(root, W + kind)
    return root


_EMPTY = _empty()

"""Fields: what they print is text, what computes it is not (ECMA-376 part 1, 17.16)."""

import re
from collections.abc import Container
from dataclasses import dataclass, field

from app.importing.report import Fate
from app.importing.word.names import Element, W

FIELD_CHARACTER = f"{W}fldChar"
_KIND = f"{W}fldCharType"
_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_WITHOUT_RESULT = ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "MACROBUTTON", "GOTOBUTTON", "EQ")
"""Fields that print, but do not keep in the file what."""
_CIRCLED = re.compile(r"\\o\s*\\ac\s*\(\s*([^,，()]*)[,，]\s*([^()]*?)\s*\)", re.IGNORECASE)
_PINYIN = re.compile(
    r"\\o\s*(?:\\a[cdlr])?\s*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]*)\)\s*[,，]\s*([^()]*?)\s*\)", re.IGNORECASE
)
_DEEPEST = 50
"""Fields within fields; more are made to do harm."""
_NUMBERS = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(slots=True)
class Field:
    """A field that is open."""

    code: list[str] = field(default_factory=list[str])
    has_result: bool = False

    @property
    def name(self) -> str:
        """Its first word: TOC, PAGE, REF …"""
        return "".join(self.code).split(maxsplit=1)[0].upper() if "".join(self.code).strip() else ""

    @property
    def fate(self) -> Fate | None:
        """Why the text that comes now is not taken: codes, and page numbers."""
        return Fate.FIELD if not self.has_result or self.name in _PAGES else None


@dataclass(frozen=True, slots=True)
class ClosedFields:
    """Beginnings that an end belongs to: what belongs to none would swallow the rest of the text."""

    _of_part: dict[Element, frozenset[Element]] = field(default_factory=dict[Element, frozenset[Element]])

    def __contains__(self, mark: object) -> bool:
        """Whether the field that begins there ends somewhere in the same part."""
        assert isinstance(mark, Element)
        part = mark.getroottree().getroot()
        if part not in self._of_part:
            self._of_part[part] = _closed(part)
        return mark in self._of_part[part]


@dataclass(slots=True)
class Fields:
    """The fields that are open, the innermost last. Beginnings that no end belongs to are none."""

    closed: Container[Element]
    """Beginnings that have an end."""
    open: list[Field] = field(default_factory=list[Field])

    @property
    def fate(self) -> Fate | None:
        """Why the text that comes now is not taken; None where it is."""
        if not self.open:
            return None
        return next((fate for each in self.open if (fate := each.fate) is not None), None)

    @property
    def is_contents(self) -> bool:
        """Whether what comes now is a table of contents."""
        return bool(self.open) and any(each.has_result and each.name == "TOC" for each in self.open)

    def character(self, mark: Element) -> Field | None:
        """One of the marks of a field; the field that ends with it."""
        match mark.get(_KIND):
            case "begin" if len(self.open) < _DEEPEST and mark in self.closed:
                self.open.append(Field())
            case "separate" if self.open:
                self.open[-1].has_result = True
            case "end" if self.open:
                return self.open.pop()
            case _:
                pass
        return None

    def add_code(self, text: str) -> None:
        """Text of a field's code."""
        if self.open and not self.open[-1].has_result:
            self.open[-1].code.append(text)


def _closed(part: Element) -> frozenset[Element]:
    closed: set[Element] = set()
    begun: list[Element] = []
    for mark in part.iter(FIELD_CHARACTER):
        kind = mark.get(_KIND)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            closed.add(begun.pop())
    return frozenset(closed)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a field shows whose file does not say so."""

    text: str = ""
    remark: str = ""
    """A remark on the text."""
    left_out: str = ""


def shown(ended: Field) -> Shown | None:
    """What a field prints that keeps no result: 带圈字符 and 拼音指南 are such; None where it prints nothing."""
    if ended.has_result or ended.name not in _WITHOUT_RESULT:
        return None
    code = "".join(ended.code).strip()
    if ended.name == "EQ":
        pinyin, circled = _PINYIN.search(code), _CIRCLED.search(code)
        if pinyin:
            return Shown(pinyin[2], f"注音：{pinyin[1]}")
        if circled:
            return Shown(_circled(circled[1], circled[2]))
    return Shown(left_out=code)


def _circled(ring: str, inside: str) -> str:
    number = int(inside) if inside.isascii() and inside.isdigit() and len(inside) < 3 else -1
    if ring.strip() in ("○", "◯", "〇") and 0 <= number < len(_NUMBERS):
        return _NUMBERS[number]
    return inside


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but what stands around the number of a page: dashes, 第…页."""
    return not re.sub(r"[\s\d—–\-－·.~/／第页共頁]|Page|of", "", text)

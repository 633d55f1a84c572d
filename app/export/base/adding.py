"""The styles that a unit's file lacks for a draft, added to a copy of its own without a clash of ids or names."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, count

from lxml import etree

from app.core.kinds import HEADINGS, Kind
from app.export.base.looks import Look
from app.export.base.names import VAL, W, child, value, whole
from app.export.base.styles import BaseStyle, BaseStyles
from app.export.oxml.formatting import NORMAL
from app.export.oxml.styles import lead_id, run_in_id, style_id
from app.files.xml import Element
from app.layouts.model import STYLES

_GROUND, _GROUND_NAME = "ScGround", "讲稿基准"
"""Our lowest style, which in a file of ours is Normal: the unit's own Normal says what it likes."""
_OURS = "（讲稿）"
"""What the name of a style of ours has besides where the file has one of that name."""
_RUN_ORDER = (
    *(
        "rStyle",
        "rFonts",
        "b",
        "bCs",
        "i",
        "iCs",
        "caps",
        "smallCaps",
        "strike",
        "dstrike",
        "outline",
        "shadow",
    ),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
    *(
        "position",
        "sz",
        "szCs",
        "highlight",
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
    ),
    *("em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)
"""The order of character properties that the schema prescribes (ECMA-376 part 1, annex A)."""
_KIND_IDS = {style_id(name): name for name in STYLES}
_RUN_INS = {run_in_id(kind): kind for kind in HEADINGS}
_LEADS = {lead_id(kind): kind for kind in HEADINGS}


@dataclass(frozen=True, slots=True)
class Added:
    """A styles part with what was added."""

    root: Element
    kinds: tuple[str, ...]
    """The kinds for which the layout's style was added, in their order."""


class StyleMerge:
    """Ours beside a unit's styles: what the file calls each, and the part with those that a draft uses.

    `ours` is our styles part; `mapped` are the unit's styles by kind, `looks` theirs. The trees are not changed.
    """

    def __init__(
        self, root: Element, ours: Element, mapped: Mapping[str, BaseStyle], looks: Mapping[str, Look]
    ) -> None:
        self._root, self._mapped, self._looks = deepcopy(root), mapped, looks
        self._styles = BaseStyles(self._root)
        self._ours = {each.get(f"{W}styleId", ""): each for each in ours.iterchildren(f"{W}style")}
        self._there = {style_id(kind): style.id for kind, style in mapped.items()}
        self._there |= {name: kept for name in self._ours if (kept := self._same(name))}
        taken = {each.lower() for each in self._styles.ids}
        new = (name for name in self._ours if name not in self._there)
        self.ids: dict[str, str] = {
            **self._there,
            **{name: _free(_GROUND if name == NORMAL else name, taken) for name in new},
        }
        """By our id: that of the unit's style, or of ours as it is added."""
        self._names = set(self._styles.names)
        self._added: list[str] = []

    def with_used(self, used: Iterable[str]) -> Added:
        """The part with the styles of ours that a draft names by our ids, and those that these are based on."""
        for name in used:
            self._need(name)
        return Added(self._root, tuple(kind for name, kind in _KIND_IDS.items() if name in self._added))

    def _need(self, name: str) -> None:
        if name in self._there or name in self._added or name not in self._ours:
            return
        style = deepcopy(self._ours[name])
        style.set(f"{W}styleId", self.ids[name])
        self._added.append(name)
        if name == NORMAL:
            _make_ground(style)
        elif name in _RUN_INS:
            self._base_on_body(style, _RUN_INS[name])
        elif name in _LEADS and _LEADS[name] in self._mapped:
            self._look_as(style, _LEADS[name])
        self._name_apart(style)
        for tag in ("basedOn", "next"):
            other = child(style, tag)
            if other is not None:
                self._need(other.get(VAL, ""))
                other.set(VAL, self.ids.get(other.get(VAL, ""), other.get(VAL, "")))
        self._root.append(style)

    def _same(self, name: str) -> str:
        """The file's own style where it has one of that name: run-in, lead and comment styles of an export of ours,
        and Word's own styles for comments. Styles of kinds are the mapping's to choose."""
        if name in _KIND_IDS or name == NORMAL:
            return ""
        style = self._ours[name]
        return self._styles.id_of((value(style, "name") or "").lower(), style.get(f"{W}type", ""))

    def _name_apart(self, style: Element) -> None:
        named = child(style, "name")
        assert named is not None
        name = named.get(VAL, "")
        if name.lower() in self._names:
            named.set(VAL, _free(f"{name}{_OURS}", self._names))
        self._names.add(named.get(VAL, "").lower())

    def _base_on_body(self, style: Element, kind: Kind) -> None:
        """A run-in heading is set as the body is, with the level of its heading."""
        for name in ("pPr", "rPr"):
            former = child(style, name)
            if former is not None:
                style.remove(former)
        above = child(style, "basedOn")
        assert above is not None
        above.set(VAL, style_id(Kind.BODY))
        properties = etree.SubElement(style, f"{W}pPr")
        etree.SubElement(properties, f"{W}keepNext").set(VAL, "0")
        level = self._level(kind)
        if level is not None:
            etree.SubElement(properties, f"{W}outlineLvl").set(VAL, str(level))

    def _level(self, kind: Kind) -> int | None:
        if kind in self._mapped:
            return self._looks[kind].outline
        return whole(value(self._ours[style_id(kind)], "pPr", "outlineLvl"))

    def _look_as(self, style: Element, kind: Kind) -> None:
        """The lead of a run-in heading has the characters of the unit's heading, whatever the body's are."""
        former = child(style, "rPr")
        if former is not None:
            style.remove(former)
        style.append(run_properties_of(self._styles, self._mapped[kind].id, self._looks[kind]))


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken, in whatever case; from now on it is."""
    tried = chain((name,), (f"{name}{number}" for number in count(2)))
    found = next(each for each in tried if each.lower() not in taken)
    taken.add(found.lower())
    return found


def run_properties_of(styles: BaseStyles, name: str, look: Look) -> Element:
    """All that a style says of characters in the order of the schema, its size and spacing said in any case."""
    properties = styles.properties(name, "rPr")
    for tag, number in (("spacing", look.spacing), ("sz", look.size), ("szCs", look.size)):
        if child(properties, tag) is None:
            etree.SubElement(properties, W + tag).set(VAL, str(number))
    if child(properties, "b") is None:
        etree.SubElement(properties, f"{W}b").set(VAL, "0")
    ordered = sorted(properties, key=lambda each: _place(str(each.tag).removeprefix(W)))
    properties[:] = [each for each in ordered if _place(str(each.tag).removeprefix(W)) < len(_RUN_ORDER)]
    return properties


def _place(name: str) -> int:
    return _RUN_ORDER.index(name) if name in _RUN_ORDER else len(_RUN_ORDER)


def _make_ground(style: Element) -> None:
    style.attrib.pop(f"{W}default", None)
    style.set(f"{W}customStyle", "1")
    named = child(style, "name")
    assert named is not None
    named.set(VAL, _GROUND_NAME)
    shown = child(style, "qFormat")
    if shown is not None:
        style.replace(shown, shown.makeelement(f"{W}semiHidden"))

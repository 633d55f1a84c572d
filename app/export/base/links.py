"""What leads out of a Word file, taken out of one part: links, sources of pictures and data, fields that fetch."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from app.export.base.names import MC, A, O, R, V, W, remove, unwrap
from app.files.xml import Element

_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_CLICKS = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")
_CODE, _MARK, _SIMPLE = f"{W}instrText", f"{W}fldChar", f"{W}fldSimple"
_KIND, _INSTRUCTION = f"{W}fldCharType", f"{W}instr"
_WORD = re.compile(r"\s*([^\s\\\"]+)")

_KEPT_FIELDS = frozenset(
    (
        *(
            "PAGE",
            "NUMPAGES",
            "SECTION",
            "SECTIONPAGES",
            "PAGEREF",
            "REF",
            "NOTEREF",
            "STYLEREF",
            "SEQ",
            "TOC",
        ),
        *("DATE", "TIME", "TITLE", "IF", "EQ", "QUOTE", "SYMBOL", "ADVANCE", "="),
        *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
    )
)
"""Fields that are told from the document alone; of all others what they show now is kept as plain text."""
_PERSONAL_FIELDS = frozenset(("AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS"))
"""Fields that show who wrote or has the program: these go with what they show."""

_LINK, _FIELD, _PERSON = "指到外面的链接", "取自别处的域（留下现在显示的文字）", "显示作者名字的域"


def cut_links(root: Element, relations: Collection[str]) -> tuple[str, ...]:
    """Take out what leads to anything but the relationships that are kept; what that was, in the writer's words."""
    found: dict[str, None] = {}
    for element in [each for each in root.iter() if _has_relation(each)]:
        found.update(dict.fromkeys(_cut(element, relations)))
    for element in list(root.iter(*_CLICKS)):
        remove(element)
    for element in root.iter():
        # Shapes of VML carry an address themselves.
        if element.attrib.pop("href", None) or element.attrib.pop(f"{O}href", None):
            found[_LINK] = None
    found.update(dict.fromkeys(_cut_fields(root)))
    return tuple(found)


def _has_relation(element: Element) -> bool:
    return any(name.startswith(R) for name in element.attrib)


def _cut(element: Element, relations: Collection[str]) -> Iterator[str]:
    """Deal with one element that names relationships some of which are not kept."""
    dead = [name for name, each in element.attrib.items() if name.startswith(R) and each not in relations]
    if not dead:
        return
    if element.tag == f"{W}hyperlink":
        unwrap(element)
        yield _LINK
    elif element.tag in (f"{A}blip", f"{V}imagedata") and dead not in ([f"{R}embed"], [f"{R}id"]):
        for name in dead:
            del element.attrib[name]
        if not _has_relation(element):
            _remove_drawing(element)
        yield _LINK
    elif element.tag in (f"{O}OLEObject", f"{W}control"):
        # What is seen of it is a picture beside it.
        remove(element)
    else:
        _remove_drawing(element)


def _remove_drawing(element: Element) -> None:
    """Take out the picture or chart that an element belongs to, else the element alone."""
    drawn = next(element.iterancestors(*_DRAWN), None)
    if drawn is None:
        remove(element)
        return
    chosen = next(drawn.iterancestors(f"{MC}AlternateContent"), None)
    remove(drawn if chosen is None else chosen)


@dataclass(slots=True)
class _Field:
    """A field that is open while the part is walked through."""

    marks: list[Element] = field(default_factory=list[Element])
    code: str = ""
    shown: list[Element] = field(default_factory=list[Element])
    has_result: bool = False

    @property
    def name(self) -> str:
        found = _WORD.match(self.code)
        return "" if found is None else "=" if found[1].startswith("=") else found[1].upper()


def _cut_fields(root: Element) -> Iterator[str]:
    for element in list(root.iter(_SIMPLE)):
        name = _Field(code=element.get(_INSTRUCTION, "")).name
        if name in _PERSONAL_FIELDS:
            remove(element)
            yield _PERSON
        elif name not in _KEPT_FIELDS:
            unwrap(element)
            yield _FIELD
    for each in _fields(root):
        if each.name in _PERSONAL_FIELDS:
            for element in (*each.marks, *each.shown):
                remove(element)
            yield _PERSON
        elif each.name not in _KEPT_FIELDS:
            for element in each.marks:
                remove(element)
            yield _FIELD


def _fields(root: Element) -> list[_Field]:
    """The fields of a part that are written as marks in runs, the inner ones before those around them."""
    done: list[_Field] = []
    opened: list[_Field] = []
    for element in root.iter(_MARK, _CODE, f"{W}r"):
        if element.tag == _MARK and element.get(_KIND) == "begin":
            opened.append(_Field())
        if not opened:
            continue
        now = opened[-1]
        if element.tag == f"{W}r":
            if now.has_result:
                now.shown.append(element)
            continue
        now.marks.append(element)
        if element.tag == _CODE:
            now.code += element.text or ""
        elif element.get(_KIND) == "separate":
            now.has_result = True
        elif element.get(_KIND) == "end":
            # The run of the mark itself shows nothing.
            now.shown = now.shown[:-1]
            done.append(opened.pop())
    return done

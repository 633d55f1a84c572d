"""Where in a unit's file the text goes, and what of the file's own text and sections stays around it.

Where the file has a place for the text (a bookmark or a content control 正文, or a paragraph that says 正文 and
nothing else), all around it stays. Else the text takes the place of the first section that has a header or footer,
and of all that is written there; of the sections after it those stay that the unit made as attachments: they begin
with 附件, 附表 or 附录, have a bookmark of such a name, or lie across while the text stands upright.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from app.export.base.names import R, W, child, remove, text_of, value, whole
from app.files.xml import Element

_PLACE = re.compile(r"[\s【\[（(｛{〔<《]*正文[\s】\]）)｝}〕>》]*")
_PLACE_NAMES = frozenset(("正文", "zhengwen"))
_ATTACHED = re.compile(r"\s*附\s*[件表录]")
_ACROSS, _UPRIGHT = "横排", "竖排"
_MARK_START, _MARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
_DRAWN = tuple(W + name for name in ("drawing", "pict", "object", "tbl"))
_HEADERS = (f"{W}headerReference", f"{W}footerReference")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the draft, as copies."""

    before: tuple[Element, ...]
    section: Element
    """The `sectPr` of the section with the text."""
    ends: bool
    """Whether that section ends with the draft: then its last paragraph carries `section`."""
    after: tuple[Element, ...]
    last: Element
    """The `sectPr` with which the document ends."""
    told: tuple[str, ...] = ()
    """What became of the file's own text, in sentences."""


@dataclass(frozen=True, slots=True)
class _Section:
    blocks: tuple[Element, ...]
    properties: Element


def frame_of(document: Element) -> Frame:
    """What of a unit's document stays around a draft; the document is not changed."""
    body = child(deepcopy(document), "body")
    assert body is not None
    sections = _sections(body)
    _name_headers(sections)
    place = _place(body)
    frame = _around_place(sections, place) if place else _around_text(sections)
    _close_bookmarks((*frame.before, *frame.after))
    return frame


def text_width(section: Element) -> int:
    """The width of the type area in twips; 0 where the section does not say."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    if size is None or margins is None:
        return 0
    width, left, right = (
        whole(each) or 0 for each in (size.get(f"{W}w"), margins.get(f"{W}left"), margins.get(f"{W}right"))
    )
    return max(0, width - left - right)


def _sections(body: Element) -> list[_Section]:
    """The sections of a body; the properties that end one are taken out of its last paragraph."""
    found: list[_Section] = []
    blocks: list[Element] = []
    for element in list(body):
        if element.tag == f"{W}sectPr":
            found.append(_Section(tuple(blocks), element))
            blocks = []
            continue
        blocks.append(element)
        properties = child(element, "pPr", "sectPr")
        if element.tag == f"{W}p" and properties is not None:
            remove(properties)
            found.append(_Section(tuple(blocks), properties))
            blocks = []
    if blocks or not found:
        found.append(_Section(tuple(blocks), _plain_section()))
    return found


def _plain_section() -> Element:
    return etree.Element(f"{W}sectPr", nsmap={"w": W[1:-1], "r": R[1:-1]})


def _name_headers(sections: Sequence[_Section]) -> None:
    """Let every section name the headers that it has from those before it, which may go (17.10.1)."""
    known: dict[tuple[str, str], Element] = {}
    for section in sections:
        own = list(section.properties.iterchildren(*_HEADERS))
        known.update({(str(each.tag), each.get(f"{W}type", "default")): each for each in own})
        for each in own:
            remove(each)
        section.properties[:0] = [deepcopy(each) for each in known.values()]


def _place(body: Element) -> tuple[Element, ...]:
    """The blocks of the body in whose place the text goes; none where the file has no such place."""
    blocks = list(body)
    for mark in body.iter(_MARK_START):
        if mark.get(f"{W}name", "").lower() in _PLACE_NAMES:
            ends = (each for each in body.iter(_MARK_END) if each.get(f"{W}id") == mark.get(f"{W}id"))
            start, stop = _block_of(mark, body), _block_of(next(ends, mark), body)
            found = blocks[blocks.index(start) : blocks.index(stop) + 1]
            if any(each.tag == f"{W}p" for each in found) and not any(each.tag in _DRAWN for each in found):
                return tuple(found)
    for control in body.iterchildren(f"{W}sdt"):
        if _PLACE_NAMES & {(value(control, "sdtPr", name) or "").lower() for name in ("alias", "tag")}:
            return (control,)
    paragraphs = body.iterchildren(f"{W}p")
    alone = (each for each in paragraphs if _PLACE.fullmatch(text_of(each)) and not _is_drawn(each))
    return tuple(islice(alone, 1))


def _block_of(element: Element, body: Element) -> Element:
    """The child of the body that an element is in, or is."""
    return next((each for each in (element, *element.iterancestors()) if each.getparent() is body), element)


def _around_place(sections: Sequence[_Section], place: Sequence[Element]) -> Frame:
    at = next(at for at, section in enumerate(sections) if place[0] in section.blocks)
    main = sections[at]
    index = main.blocks.index(place[0])
    before = (*_flat(sections[:at]), *main.blocks[:index])
    rest = [each for each in main.blocks[index + 1 :] if each not in place]
    is_last = at + 1 == len(sections)
    if rest and not is_last:
        _end_with(rest, main.properties)
    after = (*rest, *_flat(sections[at + 1 :], last=True))
    told = "稿子放在模板里写着“正文”的地方，前后的内容照原样。"
    ends = not rest and not is_last
    return Frame(before, main.properties, ends, after, sections[-1].properties, (told,))


def _around_text(sections: Sequence[_Section]) -> Frame:
    at = next((at for at, each in enumerate(sections) if _has_header(each)), 0)
    main = sections[at]
    kept = [each for each in sections[at + 1 :] if _is_attachment(each, main)]
    told = [_attachment_told(each) for each in kept]
    if any(_has_text(each) for each in sections if each not in kept):
        told.insert(0, "模板里原来的示例文字没有留下，换成了稿子。")
    last = kept[-1].properties if kept else main.properties
    return Frame((), main.properties, bool(kept), tuple(_flat(kept, last=True)), last, tuple(told))


def _flat(sections: Sequence[_Section], last: bool = False) -> Iterator[Element]:
    """The blocks of sections, each ended by its properties; with `last` not those of the last one."""
    for at, section in enumerate(sections):
        blocks = list(section.blocks)
        if not (last and at == len(sections) - 1):
            _end_with(blocks, section.properties)
        yield from blocks


def _end_with(blocks: list[Element], properties: Element) -> None:
    """Let the last paragraph of some blocks end a section; one is added where there is none."""
    if not blocks or blocks[-1].tag != f"{W}p":
        blocks.append(properties.makeelement(f"{W}p"))
    paragraph = blocks[-1]
    own = child(paragraph, "pPr")
    if own is None:
        own = paragraph.makeelement(f"{W}pPr")
        paragraph.insert(0, own)
    own.append(properties)


def _has_header(section: _Section) -> bool:
    return (
        section.properties.find(_HEADERS[0]) is not None or section.properties.find(_HEADERS[1]) is not None
    )


def _has_text(section: _Section) -> bool:
    return any(text_of(block).strip() or _is_drawn(block) for block in section.blocks)


def _is_drawn(block: Element) -> bool:
    return block.tag in _DRAWN or next(block.iter(*_DRAWN), None) is not None


def _is_across(section: _Section) -> bool:
    size = child(section.properties, "pgSz")
    if size is None:
        return False
    width, height = whole(size.get(f"{W}w")) or 0, whole(size.get(f"{W}h")) or 0
    return width > height


def _is_attachment(section: _Section, main: _Section) -> bool:
    if not _has_text(section):
        return False
    first = next((text for block in section.blocks if (text := text_of(block).strip())), "")
    marked = any(
        _ATTACHED.match(mark.get(f"{W}name", ""))
        for block in section.blocks
        for mark in block.iter(_MARK_START)
    )
    return marked or bool(_ATTACHED.match(first)) or _is_across(section) != _is_across(main)


def _attachment_told(section: _Section) -> str:
    first = next((text for block in section.blocks if (text := text_of(block).strip())), "")
    named = f"“{first[:20]}{'…' if len(first) > 20 else ''}”" if first else "表格或图片"
    return f"模板后面{named}那一节（{_ACROSS if _is_across(section) else _UPRIGHT}）照原样留在稿子后面。"


def _close_bookmarks(blocks: Sequence[Element]) -> None:
    """Take out bookmarks of which only one end is left."""
    starts, ends = (
        {each.get(f"{W}id", ""): each for block in blocks for each in block.iter(tag)}
        for tag in (_MARK_START, _MARK_END)
    )
    for number in starts.keys() ^ ends.keys():
        remove(starts[number] if number in starts else ends[number])

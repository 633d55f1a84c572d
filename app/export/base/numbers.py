"""Our numbering and fonts added to copies of a unit's, without a clash."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from app.export.base.names import VAL, W, child, whole
from app.files.xml import Element


def with_numbering(root: Element | None, ours: Element, fonts: Mapping[int, Element]) -> tuple[Element, int]:
    """A unit's numbering with ours added, and by how much our instances are counted on.

    None: the file has none yet. `fonts` are the character properties of the unit's headings by level. Indents
    are left to the styles, which the numbers are not tied to: each paragraph names its number itself.
    """
    joined = etree.Element(ours.tag, nsmap=ours.nsmap) if root is None else deepcopy(root)
    abstracts, numbers = list(joined.iterchildren(f"{W}abstractNum")), list(joined.iterchildren(f"{W}num"))
    abstract = _greatest(abstracts, "abstractNumId", -1) + 1
    offset = _greatest(numbers, "numId", 0)
    added = deepcopy(ours)
    scheme = added.find(f"{W}abstractNum")
    assert scheme is not None
    scheme.set(f"{W}abstractNumId", str(abstract))
    for level in scheme.iterchildren(f"{W}lvl"):
        for name in ("pStyle", "pPr"):
            found = child(level, name)
            if found is not None:
                level.remove(found)
        look = fonts.get(whole(level.get(f"{W}ilvl")) or 0)
        former = child(level, "rPr")
        if look is not None and former is not None:
            level.replace(former, deepcopy(look))
    _insert(joined, [scheme], f"{W}numPicBullet", f"{W}abstractNum")
    instances = list(added.iterchildren(f"{W}num"))
    for instance in instances:
        instance.set(f"{W}numId", str((whole(instance.get(f"{W}numId")) or 0) + offset))
        tied = child(instance, "abstractNumId")
        assert tied is not None
        tied.set(VAL, str(abstract))
    _insert(joined, instances, f"{W}numPicBullet", f"{W}abstractNum", f"{W}num")
    return joined, offset


def _greatest(elements: Sequence[Element], name: str, missing: int) -> int:
    return max(
        (number for each in elements if (number := whole(each.get(W + name))) is not None), default=missing
    )


def _insert(parent: Element, elements: Sequence[Element], *after: str) -> None:
    """Put elements behind the last of those that stand before them."""
    at = max((at for at, each in enumerate(parent, 1) if each.tag in after), default=0)
    parent[at:at] = list(elements)


def with_fonts(root: Element, ours: Element) -> Element:
    """A unit's font table with the fonts of ours that it lacks."""
    joined = deepcopy(root)
    known = {each.get(f"{W}name") for each in joined.iterchildren(f"{W}font")}
    joined.extend(deepcopy(each) for each in ours if each.get(f"{W}name") not in known)
    return joined

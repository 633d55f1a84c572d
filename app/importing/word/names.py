"""Names of WordprocessingML (ECMA-376 part 1) as lxml writes them, and what attributes of it say."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

VAL = f"{W}val"
Element = etree._Element  # pyright: ignore[reportPrivateUsage] – lxml has no other name for it
SILENT = tuple(
    f"{W}{name}"
    for name in (
        *("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "rubyPr"),
        *("sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr"),
        *("bookmarkEnd", "proofErr", "softHyphen", "lastRenderedPageBreak"),
    )
)
"""Elements that print nothing, and have nothing in them that prints."""
_OFF = ("0", "false", "off", "none")
_MOST = 10**6
"""Beyond it a number is no count of anything, but made to do harm."""


def is_on(switch: Element) -> bool:
    """What an on/off property says (17.17.4); one that says nothing is on."""
    return switch.get(VAL, "1") not in _OFF


def value(element: Element, *path: str) -> str | None:
    """The value of the property under that path of local names; None where it or its value is missing."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def child(element: Element, *path: str) -> Element | None:
    """The element under that path of local names; None where there is none."""
    return element.find("/".join([W + name for name in path]))


def whole(text: str | None) -> int | None:
    """A number of a file; None where it is none, or out of all proportion."""
    try:
        number = int(text or "")
    except ValueError:
        return None
    return number if abs(number) <= _MOST else None


def chosen(alternatives: Element) -> Element | None:
    """The one branch of mc:AlternateContent that is read: all say the same (part 3, 9.3); None where it has none."""
    return next(alternatives.iterchildren(f"{MC}Choice", f"{MC}Fallback"), None)

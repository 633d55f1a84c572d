"""Names of WordprocessingML and of what is drawn in it, as lxml writes them, and the small reading of attributes."""

from app.files.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741  the prefix that the format gives it
VAL = f"{W}val"

_OFF = ("0", "false", "off", "none")
_MOST = 10**6
"""Beyond it a number is no measure of anything on paper."""


def child(element: Element, *path: str) -> Element | None:
    """The element under that path of local names; None where there is none."""
    return element.find("/".join([W + name for name in path]))


def value(element: Element, *path: str) -> str | None:
    """The value of the property under that path; None where it or its value is missing."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def whole(text: str | None) -> int | None:
    """A number of a file, its fraction cut off; None where it is none, or out of all proportion."""
    try:
        number = int(float(text or ""))
    except (ValueError, OverflowError):
        return None
    return number if abs(number) <= _MOST else None


def is_on(switch: Element) -> bool:
    """What an on/off property says (ECMA-376 part 1, 17.17.4); one that says nothing is on."""
    return switch.get(VAL, "1") not in _OFF


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text that prints in an element."""
    return "".join([each.text or "" for each in element.iter(f"{W}t")])


def remove(element: Element) -> None:
    """Take an element out with all that is in it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    if parent is not None:
        # Not by its index, which is counted from the first child on.
        for each in reversed(element):
            element.addnext(each)
        parent.remove(element)

"""Elements of WordprocessingML as text, and the names of its parts and namespaces."""

import re
from datetime import UTC, datetime

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

EAST_ASIAN = '<w:rFonts w:hint="eastAsia"/>'
"""Puts “”‘’—…·× and other marks that Latin type has too into the Chinese font (facts/standards.md §0, 5)."""

AMBIGUOUS = re.compile(
    "[\u00a1\u00a4\u00a7\u00a8\u00aa\u00ad\u00af-\u00b4\u00b6-\u00ba\u00bc-\u00bf\u00d7\u00f7"
    "\u02c7-\u02d9\u0391-\u0451\u2010-\u2027\u2030-\u205e\u20a0-\u22ff\u2460-\u266f]"
)
"""Characters for which the hint decides the font (ECMA-376 part 1, 17.3.2.26)."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold (XML 1.0, 2.2); none of them is printable."""


def escaped(text: str) -> str:
    """Text as it stands in an element; characters that XML cannot hold are to be taken out before."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def element(tag: str, /, *children: str, **attributes: str | int | None) -> str:
    """An element of the main namespace; attributes that are None are left out."""
    written = "".join(
        f' w:{key}="{escaped(str(value)).replace(chr(34), "&quot;")}"'
        for key, value in attributes.items()
        if value is not None
    )
    content = "".join(children)
    return f"<w:{tag}{written}>{content}</w:{tag}>" if content else f"<w:{tag}{written}/>"


def switch(name: str, on: bool) -> str:
    """An on/off property, said in either case."""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def value(name: str, val: str | int) -> str:
    """An element that says one value."""
    return element(name, val=val)


def part(name: str, *children: str) -> bytes:
    """A whole part with `name` as its root."""
    content = "".join(children)
    return (
        f'{DECLARATION}<w:{name} xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}">{content}</w:{name}>'
    ).encode()


def stamp(moment: datetime) -> str:
    """A time as Word files write it, in UTC; one without zone is taken as it is."""
    moment = moment if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

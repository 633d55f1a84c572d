"""What of an .xlsx file is handed to openpyxl: cells with something in them, and what their numbers look like.

Everything else is left out beforehand, because a file may have any amount of it: empty cells with a look of their
own, fonts and colours, rules, links, names, protection.
"""

import re

_TAG = rb"(?:[\w.-]+:)?"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(spreadsheetml|officeDocument)/(main|relationships)")
"""Part 1, annex A: the names of Strict files, which openpyxl does not know."""
_ROOT = re.compile(rb"<" + _TAG + rb"worksheet\b[^<>]*>")
# Bounded and in the order in which programs write them: what is otherwise stays.
_EMPTY_CELL = re.compile(rb"<" + _TAG + rb'c\s+r="[A-Z]+[0-9]+"[^<>]{0,40}(?:/>|></' + _TAG + rb"c>)")
_EMPTY_ROW = re.compile(rb"<" + _TAG + rb'row\s+r="[0-9]+"[^<>]{0,200}(?:/>|>\s*+</' + _TAG + rb"row>)")
_FORMAT = re.compile(rb"<" + _TAG + rb"numFmt\b([^<>]*)>")
_LOOK = re.compile(rb"<" + _TAG + rb"xf\b([^<>]*)>")
_ID, _CODE = re.compile(rb'\bnumFmtId="([0-9]{1,9})"'), re.compile(rb'\bformatCode="([^"<>]{0,255})"')
_STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>%s</numFmts>'
    b'<fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>'
    b'<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs>%s</cellXfs>'
    b'<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def lean(member: str, content: bytes) -> bytes:
    """A member of the file without what is not needed of it; `member` is its name."""
    name = member.lower()
    content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
    if name.startswith("xl/worksheets/"):
        return _lean_sheet(content)
    if name == "xl/styles.xml":
        return _lean_styles(content)
    if name == "xl/workbook.xml":
        names = _element(content, b"definedNames")
        return content.replace(names, b"", 1) if names else content
    return content


def _element(content: bytes, name: bytes) -> bytes:
    """From where the first element of that name opens to where the last one closes; empty for none."""
    opening = re.search(rb"<(" + _TAG + rb")" + name + rb"\b[^<>]*>", content)
    if opening is None or opening[0].endswith(b"/>"):
        return opening[0] if opening else b""
    closing = content.rfind(b"</" + opening[1] + name)
    end = content.find(b">", closing)
    return content[opening.start() : end + 1] if opening.start() < closing < end else b""


def _lean_sheet(sheet: bytes) -> bytes:
    root, cells = _ROOT.search(sheet), _element(sheet, b"sheetData")
    if root is None or not cells:
        return sheet
    filled = _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", cells))
    closing = b"</" + root[0].split()[0].strip(b"<>") + b">"
    return root[0] + filled + closing


def _lean_styles(styles: bytes) -> bytes:
    """Number formats, and for each look of a cell the one that it has."""
    found = ((_ID.search(each), _CODE.search(each)) for each in _FORMAT.findall(styles))
    formats = b"".join(
        b'<numFmt numFmtId="%s" formatCode="%s"/>' % (number[1], code[1])
        for number, code in found
        if number and code
    )
    numbers = (_ID.search(each) for each in _LOOK.findall(_element(styles, b"cellXfs")))
    xfs = b"".join(
        b'<xf numFmtId="%s" fontId="0" fillId="0" borderId="0" xfId="0"/>' % (each[1] if each else b"0")
        for each in numbers
    )
    return _STYLES % (formats, xfs or b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')

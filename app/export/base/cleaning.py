"""What a part of a unit's Word file is rid of: tracked changes, comments, traces of who wrote it, macros of forms."""

import re

from app.export.base.names import W, local, remove, unwrap
from app.files.xml import Element
from app.layouts.word_names import BOOKMARK

_RUN_CHANGES = ("ins", "moveTo")
_TAKEN_OUT = ("del", "moveFrom")
_FORMER_LOOKS = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"),
    *("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
)
_RANGES = tuple(f"{change}Range{end}" for change in ("moveFrom", "moveTo") for end in ("Start", "End"))
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
_SILENT = (
    *("proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "rsid", "rsids"),
    *("dataBinding", "placeholder", "entryMacro", "exitMacro", "attachedTemplate", "linkStyles", "mailMerge"),
    *("docVars", "revisionView", "attachedSchema", "schemaLibrary", "saveThroughXslt", "docId"),
)
"""Elements that print nothing: where somebody worked, where data came from, what another file decides."""
_SETTINGS = {
    "trackRevisions": "“修订”状态",
    "documentProtection": "文档保护",
    "writeProtection": "文档保护",
}
_RSID = re.compile(r"\{[^}]*\}rsid\w*")
_DELETED_MARK = f"{W}rPr/{W}del"


def cleaned(root: Element) -> tuple[str, ...]:
    """Rid a part of it all, tracked changes taken as accepted; what a writer would miss, in his words."""
    found: dict[str, None] = {}
    if _accept_changes(root):
        found["修订记录（按接受处理）"] = None
    for element in list(root.iter()):
        name = local(element)
        if name in _COMMENTS:
            remove(element)
            found["批注"] = None
        elif name in _SILENT or _is_our_bookmark(element):
            remove(element)
        elif name in _SETTINGS:
            remove(element)
            found[_SETTINGS[name]] = None
        for attribute in [each for each in element.attrib if _RSID.fullmatch(str(each))]:
            del element.attrib[attribute]
    return tuple(found)


def _accept_changes(root: Element) -> bool:
    """Take tracked changes as accepted; whether there were any."""
    changed = False
    for row in [each for each in root.iter(f"{W}tr") if each.find(f"{W}trPr/{W}del") is not None]:
        remove(row)
        changed = True
    for paragraph in [
        each for each in root.iter(f"{W}p") if each.find(f"{W}pPr/{_DELETED_MARK}") is not None
    ]:
        _join_with_next(paragraph)
        changed = True
    for element in list(root.iter(*(W + name for name in (*_TAKEN_OUT, *_FORMER_LOOKS, *_RANGES)))):
        remove(element)
        changed = True
    for element in list(root.iter(*(W + name for name in _RUN_CHANGES))):
        # As a mark of a paragraph or a row it has nothing in it, and is gone the same way.
        unwrap(element)
        changed = True
    return changed


def _join_with_next(paragraph: Element) -> None:
    """A paragraph whose end was deleted goes on in the next one, which keeps its own look."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        return
    at = 0 if following.find(f"{W}pPr") is None else 1
    following[at:at] = [each for each in paragraph if each.tag != f"{W}pPr"]
    remove(paragraph)


def _is_our_bookmark(element: Element) -> bool:
    """Blocks of a draft that was once exported to this file: its paragraphs must not be taken for the new one's."""
    return local(element) == "bookmarkStart" and element.get(f"{W}name", "").startswith(BOOKMARK)

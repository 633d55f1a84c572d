"""What a table is made of, whatever is wrapped around its rows and cells (ECMA-376 part 1, 17.4)."""

from collections.abc import Iterator

from app.importing.word.changes import DELETIONS, INSERTIONS
from app.importing.word.names import MC, SILENT, Element, W, chosen

_ALTERNATIVES = f"{MC}AlternateContent"
_WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", _ALTERNATIVES)


def change_of(row: Element) -> Element | None:
    """The tracked change that brought a row or took it away; None where there is none."""
    changes = (each for each in row.iterfind(f"{W}trPr/*") if each.tag in (*INSERTIONS, *DELETIONS))
    return next(changes, None)


def parts_of(element: Element) -> Iterator[Element]:
    """The rows of a table, or the cells of a row; also what has no place there."""
    for inner in element:
        if inner.tag in _WRAPPERS:
            branch = chosen(inner) if inner.tag == _ALTERNATIVES else inner
            yield from () if branch is None else parts_of(branch)
        elif inner.tag not in SILENT:
            yield inner

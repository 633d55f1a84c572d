"""The colours of a template's text, light and dark; what is told by colour is told by its place and signs too."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.templating.tokens import Sort


@dataclass(frozen=True)
class CodeColours:
    """What the text is painted with; `to_fill` is the ground of what is left open."""

    sorts: Mapping[Sort, QColor]
    to_fill: QColor
    number: QColor
    line: QColor
    wrong: QColor
    doubt: QColor


_LIGHT = {
    Sort.TAG: "#7A4EA3", Sort.WORD: "#7A4EA3", Sort.NAME: "#1F5FA8", Sort.PART: "#1F5FA8", Sort.FORM: "#1D7268",
    Sort.ARGUMENT: "#1D7268", Sort.TEXT: "#8A4B08", Sort.NUMBER: "#8A4B08", Sort.COMMENT: "#6B6862",
    Sort.HEADING: "#8A4B08", Sort.SIGN: "#8A4B08", Sort.SETTING: "#6B6862", Sort.BOLD: "#6B6862",
    Sort.COUNT: "#1D7268", Sort.ESCAPE: "#6B6862",
}  # fmt: skip
_DARK = {
    Sort.TAG: "#C7A3E4", Sort.WORD: "#C7A3E4", Sort.NAME: "#8DB8EE", Sort.PART: "#8DB8EE", Sort.FORM: "#6CC7BC",
    Sort.ARGUMENT: "#6CC7BC", Sort.TEXT: "#E0B070", Sort.NUMBER: "#E0B070", Sort.COMMENT: "#A6A49F",
    Sort.HEADING: "#E0B070", Sort.SIGN: "#E0B070", Sort.SETTING: "#A6A49F", Sort.BOLD: "#A6A49F",
    Sort.COUNT: "#6CC7BC", Sort.ESCAPE: "#A6A49F",
}  # fmt: skip


def code_colours(dark: bool) -> CodeColours:
    """The light or the dark set."""
    sorts = {sort: QColor(name) for sort, name in (_DARK if dark else _LIGHT).items()}
    if dark:
        return CodeColours(
            sorts,
            QColor("#4A4330"),
            QColor("#85837E"),
            QColor("#34363B"),
            QColor("#F0837A"),
            QColor("#E2A458"),
        )
    return CodeColours(
        sorts, QColor("#FFF3CF"), QColor("#8E8B84"), QColor("#F5F3EF"), QColor("#C0342A"), QColor("#D9761A")
    )

"""The words by which layout files name what has no number, and what holds where a file does not say."""

from collections.abc import Mapping

from app.layouts.model import Alignment, Edge, HeaderAlignment, NumberForm, Placement

ALIGNMENTS: Mapping[str, Alignment] = {"左": "left", "居中": "center", "右": "right", "两端": "both"}
PLACEMENTS: Mapping[str, Placement] = {"外侧": "outside", "居中": "center", "右": "right", "无": "none"}
EDGES: Mapping[str, Edge] = {"页脚": "footer", "页眉": "header"}
HEADER_ALIGNMENTS: Mapping[str, HeaderAlignment] = {
    "左": "left", "居中": "center", "右": "right", "外侧": "outside",
}  # fmt: skip
NUMBER_FORMS: Mapping[str, NumberForm] = {
    "— 1 —": "dashes", "- 1 -": "hyphens", "1": "bare", "第1页": "page", "第1页 共9页": "page_of",
}  # fmt: skip
"""Forms of the page number by what they look like on the first of nine pages."""

HEADER_SIZE = "五号"
HEADER_DISTANCE = 15.01
"""Millimetres: the 851 twips that Word itself sets."""


def number_text(form: NumberForm, number: object, total: object) -> str:
    """The page number `number` of `total` pages as it prints."""
    before, between, after = number_parts(form)
    return f"{before}{number}{between}{total}{after}" if form == "page_of" else f"{before}{number}{after}"


def number_parts(form: NumberForm) -> tuple[str, str, str]:
    """What stands before the number, between it and the count of pages (if the form has that), and at the end."""
    return _PARTS[form]


_PARTS: Mapping[NumberForm, tuple[str, str, str]] = {
    "dashes": ("— ", "", " —"),
    "hyphens": ("- ", "", " -"),
    "bare": ("", "", ""),
    "page": ("第", "", "页"),
    "page_of": ("第", "页 共", "页"),
}

"""How a sample's file is named, as the pattern by which the program names its own."""

import re
from collections.abc import Iterable, Sequence

from app.core.errors import ReadError
from app.core.kinds import Kind
from app.importing.layout.findings import Evidence, Place
from app.importing.layout.parts import Part
from app.layouts.file_names import check_pattern

_DATES = (
    (re.compile(r"\d{4}年\d{1,2}月\d{1,2}日"), "年月日"),
    (re.compile(r"\d{1,2}月\d{1,2}日"), "月日"),
)


def gather_name(evidence: Evidence, stem: str, parts: Sequence[Part]) -> None:
    """Evidence for the pattern, where the file is called after its title and nothing in it is of this draft alone."""
    title = _text(parts, Kind.TITLE)
    if len(title) < 2 or title not in stem:
        return
    pattern = stem.replace(title, "标题", 1)
    for kind, word in ((Kind.STAGE, "稿次"), (Kind.BYLINE, "讲话人")):
        text = _text(parts, kind).strip("（）()")
        if text and text in pattern:
            pattern = pattern.replace(text, word, 1)
    for form, word in _DATES:
        pattern = form.sub(word, pattern, count=1)
    if not any(char.isdigit() for char in pattern) and _is_pattern(pattern):
        evidence.add(("", "文件名"), pattern, 1, Place("文件名", "", stem))


def _is_pattern(pattern: str) -> bool:
    try:
        check_pattern(pattern, "")
    except ReadError:
        return False
    return True


def _text(parts: Iterable[Part], kind: Kind) -> str:
    return "".join("".join(part.shown.text.split()) for part in parts if part.role == kind)

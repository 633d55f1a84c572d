"""Several speeches in one file: where each begins, and what it is called."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.numerals import from_chinese
from app.importing.head_words import byline, has_genre, is_date, is_stage, is_subtitle
from app.importing.paragraphs import Paragraph
from app.importing.residue import residue_at_edge
from app.importing.salutation import salutation_length

_ORDINAL = "([一二三四五六七八九十百]{1,4}|[0-9]{1,3})"
_MARKER = re.compile(
    f"[【\\[（(]?(?:(?:第\\s*{_ORDINAL}\\s*篇|篇\\s*{_ORDINAL}|范文\\s*{_ORDINAL}|例文\\s*{_ORDINAL}|讲话稿?\\s*{_ORDINAL}))"
    "[】\\]）)]?(?:\\s*[：:、．.]\\s*|\\s+|$)(.{0,60})"
)
_LONG = 45
_HEAD = 8
"""How many lines a head has at most between its title and its salutation."""


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech of a source: its paragraphs, and its title in one line, empty where it has none."""

    paragraphs: range
    title: str = ""


def speeches(paragraphs: Sequence[Paragraph]) -> tuple[Speech, ...]:
    """The speeches of a source in order; together they are all its paragraphs, and one where nothing says more.

    A speech begins with a marker that counts (篇一, 第1篇, 范文一), from one on and each with text behind it; or
    with a title and, within its head, a salutation. What stands before the first belongs to it.
    """
    texts = [paragraph.text for paragraph in paragraphs]
    starts = _by_markers(texts)
    if len(starts) < 2:
        starts = _by_salutations(texts)
    if len(starts) < 2:
        title = next((text for _, text in starts if text), "")
        return (Speech(range(len(texts)), title),) if texts else ()
    begins = [0, *(at for at, _ in starts[1:])]
    stops = [*begins[1:], len(texts)]
    return tuple(
        Speech(range(begin, stop), title)
        for begin, stop, (_, title) in zip(begins, stops, starts, strict=True)
    )


def _by_markers(texts: Sequence[str]) -> list[tuple[int, str]]:
    """Markers that count from one, each with a long line behind it: those of a 目录 have none."""
    found: list[tuple[int, int, str]] = []
    has_text = False
    for at, text in enumerate(texts):
        match = _MARKER.fullmatch(text) if len(text) <= 80 else None
        if match is not None:
            if found and not has_text:
                found.pop()
            ordinal = next(each for each in match.groups()[:-1] if each)
            found.append(
                (at, int(ordinal) if ordinal.isdigit() else from_chinese(ordinal) or 0, match.groups()[-1])
            )
            has_text = False
        elif len(text) > _LONG:
            has_text = True
    if found and not has_text:
        found.pop()
    if [ordinal for _, ordinal, _ in found] != list(range(1, len(found) + 1)):
        return []
    return [(at, title.strip() or _title_behind(texts, at)) for at, _, title in found]


def _title_behind(texts: Sequence[str], at: int) -> str:
    return next((text for text in texts[at + 1 : at + 4] if _is_title(text)), "")


def _by_salutations(texts: Sequence[str]) -> list[tuple[int, str]]:
    """Salutations on lines of their own, each with a title above it."""
    found: list[tuple[int, str]] = []
    after = 0
    for at, text in enumerate(texts):
        if len(text) > 90 or not text or salutation_length(text) != len(text) or text[-1] not in "：:":
            continue
        if (start := _head_start(texts, at, after)) is not None:
            found.append((start, next(each for each in texts[start:at] if _is_title(each))))
            after = at + 1
    return found


def _head_start(texts: Sequence[str], salutation: int, after: int) -> int | None:
    """The first line of the head above a salutation, None where it has no title; not above `after`."""
    start = None
    for at in range(salutation - 1, max(after, salutation - _HEAD) - 1, -1):
        text = texts[at]
        if _is_title(text) or (start is not None and (is_stage(text) or _begins_title(text))):
            start = at
        elif start is not None or not _may_stand_in_head(text):
            break
    return start


def _is_title(text: str) -> bool:
    return 4 <= len(text) <= 70 and has_genre(text) and not re.search("[。；！？：:]", text[:-1])


def _begins_title(text: str) -> bool:
    return len(text) <= 40 and bool(re.match("在|关于", text)) and text[-1] not in "。！？；："


def _may_stand_in_head(text: str) -> bool:
    return (
        is_date(text)
        or is_subtitle(text)
        or is_stage(text)
        or byline(text) > 0
        or residue_at_edge(text) is not None
        or (len(text) <= 20 and text[-1:] not in "。！？；：")
    )

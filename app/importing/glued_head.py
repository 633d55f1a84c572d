"""A head whose lines a source ran together: title, 副题, speaker, date, salutation and the first words are parted."""

import re
from collections.abc import Sequence

from app.core.spellings import typed_number
from app.importing.head_words import (
    GENRE,
    byline,
    dated_start,
    glued_title,
    has_genre,
    is_date,
    is_occasion,
    is_stage,
    is_subtitle,
)
from app.importing.said import BLANKS
from app.importing.salutation import salutation_length, salutation_within
from app.importing.script import simplified

_STOPS = re.compile("[。；！？：:]")
_TITLE_THEN_BLANK = re.compile("[^。；！？：: \u3000]{6,60}(?=[ \u3000]+[^ \u3000]{20})")
_TITLE_THEN_DATE = re.compile("[^。；！？：:（(]{4,60}(?=[（(])")
_DASH = re.compile("——|――|－－|--")
_PLACES = re.compile("(?=——|――|－－|--|[（(])|(?<=[）)上])|(?<=[ \t\u3000])")
_LABEL = re.compile("(?:主?标题|题目)\\s*[：:]\\s*")
_OCCASION = re.compile("[0-9]{4}年|上.|在")
_GENRES = re.compile(GENRE)
_LONGEST = 120
_NAMED = 0.75
"""How surely a text names a speaker before it is parted from its neighbours."""
_UNLIKELY = 3
"""How many parts a less likely one weighs."""


def around_salutation(text: str) -> set[int]:
    """Where the parts of a head begin in a line that holds its salutation, and where the text behind it; or none."""
    length = salutation_length(text)
    if length:
        return {length} if length < len(text.rstrip()) else set()
    found = salutation_within(text)
    if found is None:
        return set()
    start, stop = found
    before = text[:start].rstrip(BLANKS)
    if _STOPS.search(before) or typed_number(before):
        return set()
    parts = head_parts(before)
    if parts is None and text[start - 1] not in BLANKS:
        return set()
    return {start, stop, *(parts or ())}


def head_parts(text: str) -> set[int] | None:
    """Where the second and further parts of a head begin in a text that is nothing else.

    Empty where it is one part, None where it is no head. The fewest parts that each look like one are taken.
    """
    if not text or len(text) > _LONGEST or _STOPS.search(text):
        return None
    found = {match.start() for match in _PLACES.finditer(text)}
    found |= {match.end() for match in _GENRES.finditer(simplified(text))}
    places = sorted({0, len(text), *found})
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for stop in places[1:]:
        ways = [
            (best[start][0] + weight, (*best[start][1], start))
            for start in places
            if start < stop and start in best and (weight := _weight(text[start:stop].strip(BLANKS)))
        ]
        if ways:
            best[stop] = min(ways)
    return set(best[len(text)][1]) - {0} if len(text) in best else None


def behind_label(text: str) -> int:
    """Where the title begins behind the label 标题：; 0 where a text is no title with a label."""
    label = _LABEL.match(text)
    return label.end() if label and has_genre(text[label.end() :]) else 0


def after_title(text: str, titles: Sequence[str]) -> set[int]:
    """Where the text begins in a first line that holds the title as well; empty where it does not.

    `titles` are the lines above it.
    """
    for title in reversed(titles):
        at = text.find(title, 0, len(title) + 14) if len(title) >= 8 and has_genre(title) else -1
        if at >= 0:
            return {at + len(title)}
    if length := glued_title(text):
        return {length}
    dated = _TITLE_THEN_DATE.match(text)
    if dated and has_genre(dated.group()) and (length := dated_start(text[dated.end() :])):
        return {dated.end(), dated.end() + length}
    match = _TITLE_THEN_BLANK.match(text)
    return {match.end()} if match and has_genre(match.group()) else set()


def _weight(part: str) -> int:
    """How little a stretch looks like one part of a head, from 1; 0 where it does not at all."""
    if sum(map(part.count, "（(")) != sum(map(part.count, "）)")):
        return 0
    if is_date(part) or is_stage(part) or is_occasion(part):
        return 1
    if is_subtitle(part):
        return 1 if part[-1] == "上" or has_genre(part.strip("—―－-（()）")) else _UNLIKELY
    if has_genre(part):
        dated = is_date(part[max(part.rfind("（"), part.rfind("("), 0) :])
        return 0 if dated or _DASH.search(part) or len(part) < 4 else 1
    named = byline(part) >= _NAMED and not _OCCASION.search(part) and not part.isascii()
    return 1 if named else 0

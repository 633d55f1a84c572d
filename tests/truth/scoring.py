"""A recognised speech beside the truth about it.

A truth is a JSON file: `file` (below the folder above that of the truths), `headings` with level, marker and text,
`run_in_points` with marker and head or a count alone, `title`, `speaker`, `date_text`, `salutation` (null: there is
none), `noise_lines` (from 1: what is no part of the speech). What the truth does not say is not judged.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.draft import Block, Draft
from app.core.kinds import HEADINGS, Kind
from app.core.lead import heading_text, lead_lengths
from app.core.numbering import numbers
from app.importing.paragraphs import Source
from app.importing.recognise import Recognised
from app.importing.report import Fate

MISSING = "【缺"
_MARKERS = {"X是": "是", "X要": "要", "第X，": "第"}


@dataclass(frozen=True, slots=True)
class Found:
    """How many of what the truth has were found, how many that it has not: their F1, 1 where there are none."""

    right: int
    wanted: int
    given: int
    missed: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.wanted + self.given) if self.wanted + self.given else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one speech; `head` says of each thing that the truth speaks of whether it is right.

    `noise` counts characters of noise that became text, `dropped` those of the speech that the report lists, and
    `lost` those that are in neither.
    """

    headings: Found
    points: Found
    head: Mapping[str, bool]
    noise: int
    dropped: int
    lost: int


def score(truth: Mapping[str, Any], source: Source, found: Recognised) -> Score:
    """How well a source was recognised."""
    return Score(
        headings=_headings(truth, found.draft),
        points=_points(truth, found.draft),
        head=_head(truth, found.draft),
        noise=_noise_kept(truth, source, found),
        dropped=_dropped(truth, found),
        lost=_lost(source, found),
    )


def plain(text: str) -> str:
    """A text without blanks and marks, full width or half."""
    return re.sub("[\\W_]", "", unicodedata.normalize("NFKC", text))


def _headings(truth: Mapping[str, Any], draft: Draft) -> Found:
    wanted = Counter(
        (each["level"], plain(each["text"].removeprefix(each["marker"])))
        for each in _dicts(truth["headings"])
    )
    leads = zip(draft.blocks, lead_lengths(draft.blocks), strict=True)
    given = Counter(
        (HEADINGS.index(block.kind) + 1 if block.kind in HEADINGS else 0, plain(heading_text(block, length)))
        for block, length in leads
        if (block.kind in HEADINGS or block.kind is Kind.PART) and MISSING not in block.text
    )
    return _compared(wanted, given)


def _compared(wanted: Counter[tuple[int, str]], given: Counter[tuple[int, str]]) -> Found:
    missed, invented = wanted - given, given - wanted
    return Found(
        (wanted & given).total(),
        wanted.total(),
        given.total(),
        tuple(f"{level} {text}" for level, text in missed.elements()),
        tuple(f"{level} {text}" for level, text in invented.elements()),
    )


def _points(truth: Mapping[str, Any], draft: Draft) -> Found:
    """Points by number and head; where the truth only counts them, by count."""
    given = [
        (plain(number), plain(block.text), block.marker)
        for block, number in zip(draft.blocks, numbers(draft.blocks), strict=True)
        if block.kind is Kind.POINT and block.marker in _MARKERS.values() and MISSING not in block.text
    ]
    right, wanted, missed = 0, 0, list[str]()
    for name, series in _dict(truth.get("run_in_points", {})).items():
        items = _dicts(series.get("items", []))
        wanted += series["count"]
        for item in items:
            number, head = plain(item["marker"]), plain(item["head"])
            same = next((each for each in given if each[0] == number and each[1].startswith(head)), None)
            if same is None:
                missed.append(f"{item['marker']}{item['head']}")
            else:
                right += 1
                given.remove(same)
        for _ in range(series["count"] - len(items)):
            same = next((each for each in given if each[2] == _MARKERS.get(name)), None)
            if same is not None:
                right += 1
                given.remove(same)
    invented = tuple(number + text[:20] for number, text, _ in given)
    return Found(right, wanted, right + len(given), tuple(missed), invented)


def _head(truth: Mapping[str, Any], draft: Draft) -> dict[str, bool]:
    kinds = {"title": Kind.TITLE, "speaker": Kind.BYLINE, "salutation": Kind.SALUTATION}
    said: dict[str, bool] = {}
    for name, kind in kinds.items():
        if name not in truth:
            continue
        wanted, given = (
            truth[name],
            "".join(plain(block.text) for block in draft.blocks if block.kind is kind),
        )
        if wanted is None or name != "speaker":
            said[name] = plain(str(wanted or "")) == given
        else:
            said[name] = plain(str(wanted)) in given
    if "date" in truth:
        text = truth.get("date_text") or truth["date"]
        where = (Kind.DATE, Kind.SUBTITLE) if text else (Kind.DATE,)
        given = "".join(plain(block.text) for block in draft.blocks if block.kind in where)
        said["date"] = plain(str(text)) in given if text else not given
    return said


def _noise_kept(truth: Mapping[str, Any], source: Source, found: Recognised) -> int:
    """How many characters of lines that are noise stand in the draft, as far as the report does not list them."""
    noise = _noise_lines(truth)
    of_noise = sum(_visible(each.text).total() for each in source.paragraphs if each.line in noise)
    listed = sum(_visible(item.text).total() for item in found.report.items if item.line in noise)
    return max(0, of_noise - listed)


def _dropped(truth: Mapping[str, Any], found: Recognised) -> int:
    noise = _noise_lines(truth)
    items = (item for item in found.report.items if item.fate is not Fate.NUMBER and item.line not in noise)
    return sum(_visible(item.text).total() for item in items)


def _lost(source: Source, found: Recognised) -> int:
    """How many visible characters of the source are neither in the draft nor in the report."""
    texts = [each.number + each.text for each in source.paragraphs]
    here = _visible("".join(block.text for block in found.draft.blocks))
    here += _visible("".join(item.text for item in found.report.items))
    return (_visible("".join(texts)) - here).total()


def _noise_lines(truth: Mapping[str, Any]) -> set[int]:
    lines = truth.get("noise_lines", [])
    return set(lines) if isinstance(lines, list) else set()


def _visible(text: str) -> Counter[str]:
    return Counter(
        char for char in text if not char.isspace() and unicodedata.category(char) not in ("Cf", "Cc")
    )


def _dicts(value: Any) -> Sequence[Mapping[str, Any]]:
    return value if isinstance(value, list) else []


def _dict(value: Any) -> Mapping[str, Mapping[str, Any]]:
    return value if isinstance(value, dict) else {}


def total(scores: Iterable[Found]) -> Found:
    """All of them taken together."""
    each = list(scores)
    return Found(
        sum(one.right for one in each), sum(one.wanted for one in each), sum(one.given for one in each)
    )


def outline(blocks: Sequence[Block]) -> list[str]:
    """What is no plain text of a draft, to be read against the source."""
    shown = zip(blocks, numbers(blocks), lead_lengths(blocks), strict=True)
    return [
        f"{block.kind.value:10} {number}{heading_text(block, length)[:40]}{'（连排）' if block.joined else ''}"
        for block, number, length in shown
        if block.kind is not Kind.BODY or block.joined
    ]

"""How parallel the headings under one parent are: a score for a bar, and facts that a writer can act upon.

Clause by clause, .4 evenness of length + .4 likeness of the parts of speech + .2 agreement of the first
word's class; times .7 where the headings have different numbers of clauses. Weights and thresholds were
fitted by eye on one speech (facts of the language page, §7), so the score is a hint and never an error.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from statistics import fmean, pstdev

from app.core.errors import ReadError
from app.files.reading import read_bytes
from app.lang.segmenter import Segmenter

EVEN = 85
"""From this score on nothing need be said."""
UNEVEN = 70
"""Below this score a remark is due; between the two a grey hint."""

_CLAUSE_END = re.compile(r"[，,；;：:]")
_FINAL_MARKS = "。.！!？?；;，,：:… \t"
# Variation of lengths: even up to the first, far apart beyond the second (standards page, §6.3).
_TIDY, _WIDE = 0.12, 0.25
# What is worth comparing: characters of a heading and a clause, headings each with each.
_LONGEST_HEADING, _LONGEST_CLAUSE, _MOST_PAIRED = 200, 60, 20
_LARGEST_LEXICON = 1 << 20  # bytes

_Tagged = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Parallelism:
    """Facts about sibling headings, blank ones left out. Their first clauses are a column, and so on."""

    score: int
    """0 to 100; 100 for fewer than two headings."""
    clause_counts: tuple[int, ...]
    lengths: tuple[tuple[int, ...], ...]
    """For each heading the characters of each clause."""
    repeated_verbs: tuple[str, ...]
    """Lead verbs used twice in a column, but for one that all of three and more share on purpose."""
    common_frame: str
    """What all begin and end with, as 「坚持…不动摇」; empty if nothing."""
    remarks: tuple[str, ...]
    """In Chinese, for the writer, whatever the score."""


def load_lead_verbs(path: Path) -> frozenset[str]:
    """The lexicon of lead verbs: a verb a line, # begins a comment. Raises ReadError."""
    try:
        text = read_bytes(path, _LARGEST_LEXICON).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"起首动词表“{path.name}”不是 UTF-8 编码。", "请另存为 UTF-8。") from error
    return frozenset(filter(None, (line.partition("#")[0].strip() for line in text.splitlines())))


def clause_lengths(heading: str) -> tuple[int, ...]:
    """Characters of each clause of a heading, without marks."""
    return tuple(map(len, _clauses(heading.strip(_FINAL_MARKS))))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE_END.split(text) if clause]


def parallelism(
    headings: Sequence[str], segmenter: Segmenter, lead_verbs: Collection[str] = frozenset()
) -> Parallelism:
    """Score and facts of the headings of one level under one parent, given without their numbers.

    `lead_verbs` decides where jieba takes the verb at the head of a heading for a noun.
    """
    texts = [text for heading in headings if (text := heading.strip(_FINAL_MARKS))]
    rows = [_clauses(text) for text in texts]
    counts = tuple(map(len, rows))
    columns = [
        [_tagged(clause, segmenter, lead_verbs) for clause in column] for column in zip(*rows, strict=False)
    ]
    short = all(len(text) <= _LONGEST_HEADING for text in texts)
    frame = _common_frame([segmenter.cut(text) for text in texts]) if short else ""
    repeated = tuple(
        dict.fromkeys(verb for column in columns for verb in _repeated(column, lead_verbs, frame))
    )
    return Parallelism(
        score=_score(columns, even_counts=len(set(counts)) < 2),
        clause_counts=counts,
        lengths=tuple(tuple(map(len, row)) for row in rows),
        repeated_verbs=repeated,
        common_frame=frame,
        remarks=tuple(_remarks(counts, columns, repeated)),
    )


def _tagged(clause: str, segmenter: Segmenter, lead_verbs: Collection[str]) -> _Tagged:
    """The words of a clause with coarse classes; a verb of the lexicon at its head is one word."""
    words = [(word, _coarse(flag)) for word, flag in segmenter.tag(clause[:_LONGEST_CLAUSE])]
    start = len(words) - len(_opening(words))
    for end in range(min(start + 3, len(words)), start, -1):
        head = "".join(word for word, _ in words[start:end])
        if head in lead_verbs:
            return [*words[:start], (head, "v"), *words[end:]]
    return words


def _opening(words: _Tagged) -> _Tagged:
    """The words from the first that is one: without a quotation mark before it."""
    return words[next((at for at, (_, tag) in enumerate(words) if tag != "x"), 0) :]


def _coarse(flag: str) -> str:
    """One letter for a class: verbal nouns and short forms are nouns in a heading."""
    return "n" if flag in {"vn", "an", "j"} else flag[:1]


def _score(columns: Sequence[Sequence[_Tagged]], *, even_counts: bool) -> int:
    if not columns or len(columns[0]) < 2:
        return 100
    mean = fmean(
        0.4 * (1 - min(1, _variation(column))) + 0.4 * _likeness(column) + 0.2 * _agreement(column)
        for column in columns
    )
    return round(100 * mean * (1 if even_counts else 0.7))


def _variation(column: Sequence[_Tagged]) -> float:
    lengths = _lengths(column)
    return pstdev(lengths) / fmean(lengths)


def _lengths(column: Sequence[_Tagged]) -> list[int]:
    return [sum(len(word) for word, _ in clause) for clause in column]


def _likeness(column: Sequence[_Tagged]) -> float:
    """Mean over pairs: the longest common subsequence of classes, a letter a character, of mean length."""
    patterns = ["".join(tag * len(word) for word, tag in clause) for clause in column]
    pairs = combinations(patterns, 2) if len(patterns) <= _MOST_PAIRED else pairwise(patterns)
    return fmean(2 * _common_subsequence(a, b) / (len(a) + len(b)) for a, b in pairs)


def _common_subsequence(a: str, b: str) -> int:
    above = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for at, y in enumerate(b):
            row.append(above[at] + 1 if x == y else max(above[at + 1], row[at]))
        above = row
    return above[-1]


def _agreement(column: Sequence[_Tagged]) -> float:
    classes = Counter(_opening(clause)[0][1] for clause in column)
    return max(classes.values()) / len(column)


def _lead_verb(clause: _Tagged, lead_verbs: Collection[str]) -> str:
    """The verb at the head, or behind the one word before it (全力推动); empty if there is none."""
    (first, tag), *rest = _opening(clause)
    if tag == "v":
        return first
    return rest[0][0] if rest and rest[0][0] in lead_verbs else ""


def _repeated(column: Sequence[_Tagged], lead_verbs: Collection[str], frame: str) -> list[str]:
    verbs = Counter(verb for clause in column if (verb := _lead_verb(clause, lead_verbs)))
    # Meant when all share it: three or more, or two within a frame that holds more than the verb.
    framed = {verb for verb in verbs if verb in frame and frame != f"{verb}…"}
    meant = {verb for verb, times in verbs.items() if times == len(column) and (times > 2 or verb in framed)}
    return [verb for verb, times in verbs.items() if times > 1 and verb not in meant]


def _common_frame(headings: Sequence[list[str]]) -> str:
    """Whole words shared at the beginning and at the end, with … between."""
    if len(headings) < 2:
        return ""
    front = _shared(headings)
    back = _shared([heading[front:][::-1] for heading in headings])
    first = headings[0]
    head, tail = "".join(first[:front]), "".join(first[len(first) - back :])
    return f"{head}…{tail}" if len(head + tail) > 1 else ""


def _shared(headings: Sequence[list[str]]) -> int:
    same = 0
    for words in zip(*headings, strict=False):
        if len(set(words)) > 1:
            break
        same += 1
    return same


def _remarks(
    counts: Sequence[int], columns: Sequence[Sequence[_Tagged]], repeated: Sequence[str]
) -> Iterator[str]:
    if len(set(counts)) > 1:
        yield f"分句数不一：{_listed(counts)}"
    several = len(columns) > 1
    for number, column in enumerate(columns, 1):
        where = f"第{number}分句" if several else ""
        if _variation(column) > _TIDY:
            degree = "悬殊" if _variation(column) > _WIDE else "不齐"
            yield f"{where}字数{degree}：{_listed(_lengths(column))}"
        first = [_opening(clause)[0] for clause in column]
        if len(column) > sum(tag == "v" for _, tag in first) >= len(column) / 2:
            yield f"{where}起首有的是动词、有的不是：{_listed(word for word, _ in first)}"
    for verb in repeated:
        yield f"起首动词重复：“{verb}”"


def _listed(values: Iterable[object]) -> str:
    return "、".join(map(str, values))

"""Section templates found by words: of their names, of how they are written, of their hints and of their text.

What is asked is cut into words as the templates are, so that 压实学校安全责任 finds what has 安全, 学校 and 责任.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import log

from app.lang.initials import initials
from app.templating.section_template import SectionTemplate

Cut = Callable[[str], list[str]]
"""Cuts a text into words, as app/lang/segmenter.py does."""

_WEIGHTS = (8.0, 4.0, 2.0, 1.0)
"""What a word counts for in the name, the 写法, the 提示 and the text."""
_IN_ANOTHER_WORD = 0.4
"""What is left of it where it is found across words only: 学会 in 科学会议."""
_ENOUGH = 0.5
"""Share of what is asked, by how rare its words are, that must be found where no template has all of it."""
_BEFORE, _SNIPPET = 12, 60
_EMPTY = frozenset(
    "的了和与及或在是把对从到为以就也都要有这那个们上下中里怎么如何写讲怎样什么关于一些请".strip()
)
_MARKS = re.compile(r"\W+")
_JINJA = re.compile(r"\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{\s*([^|}\s]*).*?\}\}", re.DOTALL)
_MARKUP = re.compile(r"^(?:#+|[-+@])\s*|\*\*|\{[^}\n]*\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A template that was found. `snippet` is where in it, empty where its name has all; `words` are those it has."""

    template_id: str
    words: tuple[str, ...] = ()
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    template_id: str
    texts: tuple[str, ...]
    """In small letters; `written` are the same as they are."""
    written: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    initials: tuple[str, ...]
    """For each character of the name the letters it may be typed by."""

    def weight(self, word: str) -> float:
        """How much a word says of this template; nothing where it stands nowhere."""
        return _WEIGHTS[0] * self.is_spelled(word) + sum(
            weight * (1.0 if word in words else _IN_ANOTHER_WORD if word in text else 0.0)
            for weight, text, words in zip(_WEIGHTS, self.texts, self.words, strict=True)
        )

    def is_spelled(self, word: str) -> bool:
        """Whether a word is the initials of characters of the name that follow each other: dtbyx."""
        if not (word.isascii() and word.isalpha()):
            return False
        rest = range(len(self.initials) - len(word) + 1)
        return any(all(map(str.__contains__, self.initials[at:], word)) for at in rest)


class TemplateIndex:
    """Finds templates by words, and by the initials of their names; made once for a library.

    Making it loads dictionaries, finding takes a few milliseconds.
    """

    def __init__(
        self, templates: Iterable[SectionTemplate], cut: Cut, former: "TemplateIndex | None" = None
    ) -> None:
        """What is the same as in a `former` one is not cut again, which makes it a matter of milliseconds."""
        known: Mapping[SectionTemplate, _Entry] = former._by_template if former else {}
        self._cut = cut
        self._by_template = {each: known.get(each) or _entry(each, cut) for each in templates}
        self._entries = list(self._by_template.values())

    def find(self, query: str) -> tuple[Found, ...]:
        """Those that have all words of a query, the most telling first; where none has, those that have most of it."""
        asked = query_words(query, self._cut)
        weights = {each.template_id: [each.weight(word) for word in asked] for each in self._entries}
        rarity = [self._rarity(list(column)) for column in zip(*weights.values(), strict=True)]
        whole = sum(rarity)
        scores: Mapping[str, float] = {
            name: sum(rare * weight for rare, weight in zip(rarity, row, strict=True))
            for name, row in weights.items()
        }
        shares = {
            name: sum(rare for rare, weight in zip(rarity, row, strict=True) if weight)
            for name, row in weights.items()
        }
        most = max(shares.values(), default=0.0)
        if not asked or most < _ENOUGH * whole:
            return ()
        found = [each for each in self._entries if shares[each.template_id] >= most - 1e-9]
        found.sort(key=lambda each: -scores[each.template_id])
        return tuple(_found(each, asked) for each in found)

    def _rarity(self, weights: list[float]) -> float:
        return log(1 + len(weights) / (1 + sum(weight > 0 for weight in weights)))


def query_words(query: str, cut: Cut) -> tuple[str, ...]:
    """The words that a query asks for: without marks, and without those that say nothing unless there are no others."""
    words = dict.fromkeys(word for part in query.split() for word in map(_plain, cut(part)) if word)
    telling = [word for word in words if not set(word) <= _EMPTY]
    return tuple(telling or words)


def _plain(word: str) -> str:
    return _MARKS.sub("", word).lower()


def _entry(template: SectionTemplate, cut: Cut) -> _Entry:
    written = (template.name, template.approach, template.hint, plain_text(template.body))
    texts = tuple(text.lower() for text in written)
    letters = tuple(each for each in initials(template.name) if each)
    return _Entry(template.id, texts, written, tuple(frozenset(cut(text)) for text in texts), letters)


def plain_text(body: str) -> str:
    """The text of a template as it is read: without Jinja2 and markup, names in the place of values."""
    return _MARKUP.sub("", _PRINTED.sub(r"\1", _JINJA.sub("", body)))


def _found(entry: _Entry, asked: tuple[str, ...]) -> Found:
    words = tuple(word for word in asked if any(word in text for text in entry.texts))
    missing = [word for word in words if word not in entry.texts[0]]
    if not missing:  # also where it is found by initials only
        return Found(entry.template_id, words)
    field = max((1, 2, 3), key=lambda field: sum(word in entry.texts[field] for word in missing))
    text = entry.texts[field]
    at = min(text.index(word) for word in missing if word in text)
    return Found(entry.template_id, words, _snippet(entry.written[field], at))


def _snippet(text: str, at: int) -> str:
    """What stands about a place, from a little before it, on one line."""
    start = max(0, at - _BEFORE)
    line = re.sub(r"\s+", " ", text[start : at + _SNIPPET]).strip()
    return f"…{line}" if start else line

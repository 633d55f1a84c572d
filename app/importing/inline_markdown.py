"""Marks within a line of Markdown: bold, italics, links, code, escapes, entities.

A mark opens what the next one like it closes, whatever stands beside: that is what is meant where no blanks
part words. One without its fellow is text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.draft import FORCED_LINE_END, Run, merged
from app.importing.report import Fate, Item
from app.importing.text import BLANKS

_TOKEN = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~])
      | (?P<tick>`+)(?P<code>[^`\n]{1,500})(?P=tick)
      | !\[(?P<alt>[^\[\]\n]{0,200})\]\([^()\n]{0,500}\)
      | \[(?P<link>[^\[\]\n]{1,500})\](?P<target>\([^()\n]{0,500}\))
      | \[\^(?P<note>[^\[\]\s]{1,50})\]
      | <(?P<address>(?:https?://|mailto:)[^<>\s]{1,500})>
      | (?P<end><br[ ]?/?>)
      | (?P<tag></?[A-Za-z][A-Za-z0-9]{0,15}(?:[ ][^<>\n]{0,200})?/?>)
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)
      | (?P<pair>\*\*|~~|\*|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])|(?<![\w_])_(?=[^\s_])|(?<=[^\s_])_(?![\w_]))
    """,
    re.VERBOSE,
)
_AROUND = BLANKS + FORCED_LINE_END
_STRONG, _STRUCK = ("**", "__"), "~~"


@dataclass(frozen=True, slots=True)
class _Token:
    """Text; or with `pair` a mark that needs a fellow; or with `fate` something that is taken off."""

    text: str
    pair: bool = False
    fate: Fate | None = None


def read_inline(line: str) -> tuple[tuple[Run, ...], tuple[Item, ...]]:
    """The runs of a line, and what was taken off it, in order."""
    tokens = list(_tokens(line))
    paired = _paired(tokens)
    runs: list[Run] = []
    taken: list[Item] = []
    open_: set[str] = set()
    for at, token in enumerate(tokens):
        if at in paired:
            open_ ^= {token.text}
            taken.append(Item(Fate.MARKUP, token.text))
        elif token.fate is not None:
            taken.append(Item(token.fate, token.text))
        elif _STRUCK in open_:
            taken.append(Item(Fate.DELETED, token.text))
        else:
            runs.append(Run(token.text, bold=not open_.isdisjoint(_STRONG)))
    return _stripped(runs), tuple(taken)


def _tokens(line: str) -> Iterator[_Token]:
    done = 0
    for match in _TOKEN.finditer(line):
        if match.start() > done:
            yield _Token(line[done : match.start()])
        done = match.end()
        yield from _token(match)
    if done < len(line):
        yield _Token(line[done:])


def _token(match: re.Match[str]) -> Iterator[_Token]:
    found = match.groupdict()
    kind = match.lastgroup
    whole = match[0]
    match kind:
        case "escaped":
            yield _mark("\\")
            yield _Token(found["escaped"])
        case "code":
            yield _mark(found["tick"])
            yield _Token(found["code"])
            yield _mark(found["tick"])
        case "alt":
            yield _Token(whole, fate=Fate.PICTURE)
        case "target":
            yield _mark("[")
            yield from _tokens(found["link"])
            yield _mark("]" + found["target"])
        case "address":
            yield _mark("<")
            yield _Token(found["address"])
            yield _mark(">")
        case "end":
            yield _mark(whole)
            yield _Token(FORCED_LINE_END)
        case "entity":
            said = html.unescape(whole)
            yield from [_Token(whole)] if said == whole else [_mark(whole), _Token(said)]
        case "pair":
            yield _Token(whole, pair=True)
        case _:
            yield _mark(whole)


def _mark(text: str) -> _Token:
    return _Token(text, fate=Fate.MARKUP)


def _paired(tokens: Sequence[_Token]) -> set[int]:
    """The marks that have a fellow."""
    waiting: dict[str, int] = {}
    paired: set[int] = set()
    for at, token in enumerate(tokens):
        if not token.pair:
            continue
        before = tokens[at - 1].text[-1:] if at else ""
        after = tokens[at + 1].text[:1] if at + 1 < len(tokens) else ""
        if token.text == "*" and before + after != "" and (before + after).strip("0123456789 ") == "":
            # 3*4*5 is a product.
            continue
        if token.text in waiting and at - waiting[token.text] > 1:
            paired |= {waiting.pop(token.text), at}
        else:
            waiting[token.text] = at
    return paired


def _stripped(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs without blanks around them."""
    left = list(merged(runs))
    if left:
        left[0] = Run(left[0].text.lstrip(_AROUND), left[0].bold)
        left[-1] = Run(left[-1].text.rstrip(_AROUND), left[-1].bold)
    return merged(run for run in left if run.text)

"""Markdown as people and chat programs write it: every line is a paragraph, marks are taken off and listed.

A library for Markdown is no help here: CommonMark runs lines together, takes indented paragraphs for code,
numbers lists anew, and does not see `**“……”**` before a hanzi as bold (its rules of flanking, 6.2).
"""

import re
from dataclasses import dataclass, field, replace

from app.importing.inline_markdown import read_inline
from app.importing.paragraphs import Paragraph, Source
from app.importing.report import Fate, Item
from app.importing.text import BLANKS, lines_of

_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_UNDERLINE = re.compile("={3,}")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^`~]*")
_QUOTE = re.compile(r"(?:>[ \t\u3000]*)+")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t\u3000]*(?P<text>[^#\s].*?)(?P<close>[ \t\u3000]+#+)?")
_TOPIC = re.compile(r"#[^#\s]+#")
"""#话题#, as social networks write it."""
_BULLET = re.compile(r"(?P<mark>[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|[•●○■◆▪➢✓‣·][ \t\u3000]*)(?=\S)")
_PAGE = re.compile(r"-[ \t]*[0-9]+[ \t]*-")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")
_CELLS_END = re.compile(r"(?<!\\)\|")
_BETWEEN_CELLS = "\u3000"
_DEFINITION = re.compile(r"\[[^\]\s]{1,99}\]:[ \t]*\S.*")
_COMMENT = re.compile(r"<!--.*-->")
_SIGNS = re.compile(
    r"^[ \t]*(?:\#{1,6}[ \t]+\S|```|\|?[ \t]*:?-{3,}:?[ \t]*\||\*\*[(（]?[一二三四五六七八九十0-9]{1,3}[、.．)）是要])",
    re.MULTILINE,
)
"""Marks that mean nothing else. ** alone does not: it stands for names that are not told (**县)."""
_DEEPEST = 4


@dataclass
class _Reader:
    """The paragraphs and what was taken off so far."""

    paragraphs: list[Paragraph] = field(default_factory=list[Paragraph])
    left_out: list[Item] = field(default_factory=list[Item])

    def take_off(self, text: str, line: int, fate: Fate = Fate.MARKUP) -> None:
        """List what is not in a paragraph."""
        if text.strip(BLANKS):
            self.left_out.append(Item(fate, text.strip(BLANKS), line))


def is_markdown(text: str) -> bool:
    """Whether a text that does not say what it is has marks of Markdown."""
    return _SIGNS.search(text) is not None


def read_markdown(text: str) -> Source:
    """The paragraphs of a Markdown text: levels, bold; typed numbers stay as they were typed."""
    reader = _Reader()
    for at, line, empty in lines_of(text):
        if _is_mark(line):
            reader.take_off(line, at, Fate.NOTE if line.startswith("[^") else Fate.MARKUP)
        elif _UNDERLINE.fullmatch(line) and reader.paragraphs and not empty:
            reader.take_off(line, at)
            reader.paragraphs[-1] = replace(reader.paragraphs[-1], level=1)
        else:
            _read_line(reader, at, line, empty)
    return Source(tuple(reader.paragraphs), tuple(reader.left_out))


def _is_mark(line: str) -> bool:
    """Whether a line has no words."""
    wordless = (_RULE, _FENCE, _DEFINITION, _COMMENT)
    table_rule = "|" in line and _TABLE_RULE.fullmatch(line)
    return bool(table_rule) or any(pattern.fullmatch(line) for pattern in wordless)


def _read_line(reader: _Reader, at: int, line: str, empty: int) -> None:
    level: int | None = None
    if quote := _QUOTE.match(line):
        reader.take_off(quote[0], at)
        line = line[quote.end() :]
    if (heading := _HEADING.fullmatch(line)) and not _TOPIC.match(line):
        level = min(len(heading["marks"]), _DEEPEST)
        reader.take_off(heading["marks"], at)
        reader.take_off(heading["close"] or "", at)
        line = heading["text"]
    elif (bullet := _BULLET.match(line)) and not _PAGE.fullmatch(line):
        reader.take_off(bullet["mark"], at, Fate.BULLET)
        line = line[bullet.end() :]
    elif line.startswith("|") and len(_CELLS_END.findall(line)) > 1:
        cells = [cell.strip(BLANKS) for cell in _CELLS_END.split(line)]
        reader.take_off("|" * (len(cells) - 1), at)
        line = _BETWEEN_CELLS.join(cell for cell in cells if cell)
    runs, taken = read_inline(line)
    marks = " ".join(item.text for item in taken if item.fate is Fate.MARKUP)
    reader.take_off(marks, at)
    for item in taken:
        if item.fate is not Fate.MARKUP:
            reader.left_out.append(Item(item.fate, item.text, at))
    if runs:
        reader.paragraphs.append(Paragraph(runs, level, line=at, blank_before=empty))

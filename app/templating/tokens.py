"""The pieces of a template's text that have a meaning: for colours, for renaming, for what may be written at a place.

A line at a time and forgiving: half-written text has pieces too. What Jinja2 and the markup make of it is theirs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto


class Sort(Enum):
    """What a piece is."""

    TAG = auto()  # {{ }} {% %}
    WORD = auto()  # if, for, in, not
    NAME = auto()  # of a fact, a field, a loop's item
    PART = auto()  # after a dot
    FORM = auto()  # after |
    ARGUMENT = auto()  # the name of one: 接排=true
    TEXT = auto()  # in quotation marks
    NUMBER = auto()
    COMMENT = auto()
    HEADING = auto()  # # to ####
    SIGN = auto()  # - + @词
    SETTING = auto()  # {…} at the end of a line
    TO_FILL = auto()  # 【…】
    BOLD = auto()  # **
    COUNT = auto()  # [几](=@意见数)
    ESCAPE = auto()  # a backslash with what follows it


class State(IntEnum):
    """Within what a line begins."""

    PLAIN = 0
    OUTPUT = 1
    BLOCK = 2
    COMMENT = 3
    RAW = 4


@dataclass(frozen=True, slots=True)
class Token:
    """One piece: characters `start` to `stop` of the text."""

    sort: Sort
    start: int
    stop: int


WORDS = frozenset({
    "if", "elif", "else", "endif", "for", "endfor", "in", "not", "and", "or", "is", "set", "endset", "macro",
    "endmacro", "call", "endcall", "with", "endwith", "raw", "endraw", "recursive",
    "true", "false", "none", "True", "False", "None",
})  # fmt: skip
_OPENERS = {"{{": State.OUTPUT, "{%": State.BLOCK, "{#": State.COMMENT}
_OPENER = re.compile(r"\{[{%#][-+]?")
_RAW = re.compile(r"\s*raw\b")
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_WITHIN = re.compile(
    r"""(?P<tag>[-+]?[%}]\}) | (?P<text>"(?:\\.|[^"\\])*(?:"|$) | '(?:\\.|[^'\\])*(?:'|$))
      | (?P<number>[0-9][0-9._]*) | (?P<name>[^\W\d]\w*) | (?P<mark>[^\s\w])""",
    re.VERBOSE,
)
_SET_TO = re.compile(r"\s*=(?!=)")
_LINE_START = re.compile(
    r"[ \t\u3000]*(?P<joined>\+(?=[ \t-]|$))?[ \t]*(?:(?P<heading>\#{1,4})|(?P<sign>-(?=[ \t]|$)|@\w+))?"
)
_INLINE = re.compile(
    r"(?P<escape>\\.)|(?P<bold>\*\*)|(?P<count>\[[^\[\]\n]*\]\(=@?\w*\))|(?P<fill>【)|(?P<setting>\{[^{}]*\}\s*$)"
)


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text, in their order."""
    state, at = State.PLAIN, 0
    for line in text.split("\n"):
        found, state = line_tokens(line, state)
        yield from (Token(each.sort, each.start + at, each.stop + at) for each in found)
        at += len(line) + 1


def line_tokens(line: str, state: State) -> tuple[list[Token], State]:
    """The pieces of a line that begins within `state`, and within what the next one begins."""
    reader = _LineReader(line, state)
    reader.read()
    return reader.found, reader.state


def plain_words(line: str) -> str:
    """The longest stretch of a line that is printed as it stands; empty where it has none."""
    at, found = 0, [""]
    for token in line_tokens(line, State.PLAIN)[0]:
        found.append(line[at : token.start])
        at = token.stop
    words = max((each.strip() for each in (*found, line[at:])), key=len)
    return "" if "}}" in words or "%}" in words else words


class _LineReader:
    """Goes once through a line."""

    def __init__(self, line: str, state: State) -> None:
        self.line, self.state = line, state
        self.found: list[Token] = []
        self._at = 0
        self._filling = False

    def read(self) -> None:
        """Find all pieces."""
        while True:
            start = self._at
            match self.state:
                case State.PLAIN:
                    self._plain()
                case State.RAW:
                    self._raw()
                case State.COMMENT:
                    self._comment()
                case _:
                    self._tag()
            if self._at >= len(self.line) or self._at == start:
                return

    def _add(self, sort: Sort, start: int, stop: int) -> None:
        if stop > start:
            self.found.append(Token(sort, start, stop))

    def _plain(self) -> None:
        opener = _OPENER.search(self.line, self._at)
        stop = opener.start() if opener else len(self.line)
        self._markup(self._at, stop)
        self._at = stop
        if opener is None:
            return
        self._at = opener.end()
        self.state = _OPENERS[opener.group()[:2]]
        self._add(Sort.COMMENT if self.state is State.COMMENT else Sort.TAG, opener.start(), opener.end())

    def _markup(self, start: int, stop: int) -> None:
        """The markup in a stretch without tags."""
        if start == 0 and (match := _LINE_START.match(self.line, 0, stop)):
            for name, sort in (("joined", Sort.SIGN), ("heading", Sort.HEADING), ("sign", Sort.SIGN)):
                self._add(sort, *match.span(name))
            start = match.end()
        if self._filling:
            start = self._fill(start, stop)
        while match := _INLINE.search(self.line, start, stop):
            start = match.end()
            match match.lastgroup:
                case "fill":
                    start = self._fill(match.start(), stop)
                case "setting" if match.end() == len(self.line):
                    self._add(Sort.SETTING, *match.span())
                case "setting":
                    pass
                case name:
                    self._add(
                        {"escape": Sort.ESCAPE, "bold": Sort.BOLD, "count": Sort.COUNT}[str(name)],
                        *match.span(),
                    )

    def _fill(self, start: int, stop: int) -> int:
        """What is to be filled in, as far as it goes before the next tag; where it ends."""
        end = self.line.find("】", start, stop)
        self._filling = end < 0 and stop < len(self.line)
        end = stop if end < 0 else end + 1
        self._add(Sort.TO_FILL, start, end)
        return end

    def _comment(self) -> None:
        end = self.line.find("#}", self._at)
        stop = len(self.line) if end < 0 else end + 2
        self._add(Sort.COMMENT, self._at, stop)
        self._at = stop
        if end >= 0:
            self.state = State.PLAIN

    def _raw(self) -> None:
        end = _END_RAW.search(self.line, self._at)
        self._at = end.end() if end else len(self.line)
        if end:
            self._add(Sort.TAG, *end.span())
            self.state = State.PLAIN

    def _tag(self) -> None:
        """Names, forms, texts up to the end of the tag or the line."""
        before, depth = "{%" if self.state is State.BLOCK and self._at else "", 0
        is_raw = self.state is State.BLOCK and _RAW.match(self.line, self._at) is not None
        for match in _WITHIN.finditer(self.line, self._at):
            said = match.group()
            self._at = match.end()
            if match["tag"]:
                self._add(Sort.TAG, *match.span())
                self.state = State.RAW if is_raw else State.PLAIN
                return
            if match["mark"]:
                depth += (said == "(") - (said == ")")
            elif match["name"]:
                self._add(self._sort(said, before, depth, match.end()), *match.span())
            else:
                self._add(Sort.TEXT if match["text"] else Sort.NUMBER, *match.span())
            before = said
        self._at = len(self.line)

    def _sort(self, name: str, before: str, depth: int, end: int) -> Sort:
        """What a name is, by what stands before and after it."""
        if before == ".":
            return Sort.PART
        if before == "|":
            return Sort.FORM
        if before == "{%" or name in WORDS or before == "is":
            return Sort.WORD
        if depth and _SET_TO.match(self.line, end):
            return Sort.ARGUMENT
        return Sort.NAME

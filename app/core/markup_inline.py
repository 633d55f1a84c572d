"""Markup within a line: runs with their marks as text and back. The grammar stands in `app/core/markup.py`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from app.core.draft import FORCED_LINE_END, Bind, Run, merged

ATOM = re.compile("\ufdd0([0-9]+)\ufdd1")
"""How a value stands in the text of a rendered template: a number between two characters that no text holds."""

Atoms = Mapping[int, Sequence[Run]]
"""The runs that stand for each atom; the parser puts them in without reading their text."""

_SCOPES = {".": "section", "@": "computed"}
_ESCAPED = re.compile(r"[\\*\[\]【】{}]")
_SPECIAL = re.compile(r"\\|\*\*|\[|\]|【|\ufdd0")
_PLACEHOLDER = re.compile(r"【((?:\\.|[^\\【】])*)】", re.DOTALL)
_PLACEHOLDER_PART = re.compile(r"\ufdd0([0-9]+)\ufdd1|\\(.)", re.DOTALL)
_MARK = re.compile(r"\(([?]|[=^](?:\\.|[^\\()])*)\)", re.DOTALL)
_SPAN = re.compile(r"\[(?:\\.|[^\\\[\]])*\]" + _MARK.pattern, re.DOTALL)
"""A span holds no span, so that its end is found in one pass over hostile text too."""


def print_runs(runs: Sequence[Run]) -> str:
    """Runs as markup; what the grammar would read is escaped."""
    out: list[str] = []
    bold = False
    for run in runs:
        if run.bold != bold:
            out.append("**")
            bold = run.bold
        text = f"【{_escape(run.text[1:-1])}】" if run.placeholder else _escape(run.text)
        marks = _print_marks(run)
        if not marks and text.startswith("(") and out and out[-1].endswith(")"):
            text = "\\" + text  # behind a span it would be a mark of that
        out.append(f"[{text}]{marks}" if marks else text)
    return "".join(out) + ("**" if bold else "")


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\\" + match.group(), text).replace(FORCED_LINE_END, "\\n")


def _print_marks(run: Run) -> str:
    marks = ""
    if run.bind is not None:
        prefix = next((sign for sign, scope in _SCOPES.items() if scope == run.bind.scope), "")
        form = f"|{_escape_mark(run.bind.form)}" if run.bind.form else ""
        marks += f"(={prefix}{_escape_mark(run.bind.name)}{form})"
    marks += "(?)" if run.query else ""
    marks += f"(^{_escape_mark(run.comment)})" if run.comment else ""
    return marks


def _escape_mark(text: str) -> str:
    return re.sub(r"[\\()|]", lambda match: "\\" + match.group(), text).replace("\n", "\\n")


class InlineParser:
    """Reads one line from left to right; whatever makes no mark is text."""

    def __init__(self, text: str, atoms: Atoms) -> None:
        self.text = text
        self.at = 0
        self.atoms = atoms
        self.bold = False
        self._spans = count()

    def runs(self) -> tuple[Run, ...]:
        """All runs of the line, merged."""
        return merged(self._until_end(nested=False))

    def _until_end(self, nested: bool) -> list[Run]:
        runs: list[Run] = []
        while self.at < len(self.text):
            special = _SPECIAL.search(self.text, self.at)
            if special is None or special.start() > self.at:
                end = special.start() if special else len(self.text)
                runs.append(Run(self.text[self.at : end], bold=self.bold))
                self.at = end
                continue
            token = special.group()
            if token == "]" and nested:
                break
            runs += self._special(token)
        return runs

    def _special(self, token: str) -> list[Run]:
        match token:
            case "\\":
                return [self._escaped()]
            case "**":
                self.at += 2
                self.bold = not self.bold
                return []
            case "[":
                return self._span()
            case "【":
                return [self._placeholder()]
            case "\ufdd0":
                return self._atom()
            case _:
                self.at += 1
                return [Run(token, bold=self.bold)]

    def _escaped(self) -> Run:
        char = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        return Run(FORCED_LINE_END if char == "n" else char, bold=self.bold)

    def _atom(self) -> list[Run]:
        match = ATOM.match(self.text, self.at)
        if match is None:
            self.at += 1
            return []
        self.at = match.end()
        runs = self._apart(self.atoms.get(int(match[1]), ()))
        return [replace(run, bold=True) for run in runs] if self.bold else list(runs)

    def _placeholder(self) -> Run:
        match = _PLACEHOLDER.match(self.text, self.at)
        if match is None:
            self.at += 1
            return Run("【", bold=self.bold)
        self.at = match.end()
        inner = _PLACEHOLDER_PART.sub(self._placeholder_part, match[1])
        return Run(f"【{inner}】", bold=self.bold, placeholder=True)

    def _placeholder_part(self, match: re.Match[str]) -> str:
        """A value inside a placeholder is part of what it asks for: 【待填：××市的指标】, without brackets of its own."""
        if match[1]:
            text = "".join(run.text for run in self.atoms.get(int(match[1]), ()))
        else:
            text = FORCED_LINE_END if match[2] == "n" else match[2]
        return text.replace("【", "").replace("】", "")

    def _span(self) -> list[Run]:
        if not _SPAN.match(self.text, self.at):
            self.at += 1
            return [Run("[", bold=self.bold)]
        self.at += 1
        runs = self._until_end(nested=True)
        self.at += 1
        return self._marks(runs)

    def _marks(self, runs: list[Run]) -> list[Run]:
        while match := _MARK.match(self.text, self.at):
            runs = _marked(runs, match[1])
            self.at = match.end()
        return self._apart(runs)

    def _apart(self, runs: Sequence[Run]) -> list[Run]:
        """Runs of one span, told by their occurrence from an equal span beside it."""
        return [
            replace(run, bind=replace(run.bind, occurrence=next(self._spans))) if run.bind else run
            for run in runs
        ]


def _marked(runs: Sequence[Run], mark: str) -> list[Run]:
    if mark == "?":
        return [replace(run, query=True) for run in runs]
    if mark.startswith("^"):
        return [replace(run, comment=_unescape_mark(mark[1:])) for run in runs]
    name, form = _split_form(mark[1:])
    scope = _SCOPES.get(name[:1], "draft")
    bind = Bind(scope, _unescape_mark(name if scope == "draft" else name[1:]), _unescape_mark(form))
    if not runs and scope == "computed":
        return [Run("几", bind=bind)]
    return [replace(run, bind=bind) for run in merged(runs)]


def _split_form(text: str) -> tuple[str, str]:
    match = re.fullmatch(r"((?:\\.|[^\\|])*)(?:\|(.*))?", text, re.DOTALL)
    return (match[1], match[2] or "") if match else (text, "")


def _unescape_mark(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text, flags=re.DOTALL)

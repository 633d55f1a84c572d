"""Markup that people write by hand: told from other text, checked, and made a draft."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.computed import UNKNOWN, computed_texts
from app.core.draft import Draft
from app.core.errors import AppError, ReadError
from app.core.facts import FactSheet
from app.core.markup import head_text, looks_like_markup, parse_markup, source_lines
from app.files.toml import read_toml
from app.templating.fields import Field, typed

MARKDOWN_SUFFIXES = (".md", ".markdown")

_HEADING = re.compile(r"^[ \t\u3000]*(?:#{1,4}[ \t\u3000]*|(?=\*\*))(?P<text>[^#\s].*)$", re.MULTILINE)
"""A marked heading, or a line that begins bold, as headings of chat programs do."""
_MARKED_LINE = re.compile(r"^[ \t\u3000]*(?:#{1,4}[ \t\u3000]*[^#\s]|@\w|\+?-[ \t])", re.MULTILINE)
_TYPED_NUMBER = re.compile(
    r"""[*_\s\u3000]*(?:
        [零〇一二三四五六七八九十百]+\s*[、.．,，]
      | [(（〔]\s*(?:[零〇一二三四五六七八九十百]+|[0-9０-９]{1,3})\s*[)）〕]
      | [0-9０-９]{1,2}\s*(?:[、．]|\.(?![0-9]))
      | 第[零〇一二三四五六七八九十百]+\s*(?:[、,，：:]|[章节部][分\s\u3000、，])
      | [\u2460-\u249b]
    )""",
    re.VERBOSE,
)
"""A number at the start of a heading, in the forms of 公文 and as people mistype them (half-width marks)."""


_MARKDOWN_ONLY = re.compile(
    r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|```.*|>.+|\|.+\||[*•][ \t]+[^\s*].*|[0-9]+\.[ \t].+|\#{1,6}[ \t]+\*\*.+)[ \t]*$",
    re.MULTILINE,
)
"""Lines of Markdown that markup does not have."""


@dataclass(frozen=True, slots=True)
class MarkupDraft:
    """A draft that was read from markup."""

    draft: Draft
    lines: Mapping[str, int]
    """The source line, from 1, of each block by its id."""
    notices: tuple[str, ...]
    """What the writer should know although it was read."""


def is_markup(text: str) -> bool:
    """Whether a text is markup: by its +++ head, or because it has marked lines and no heading with a number.

    Markdown whose headings have typed numbers (# 一、…) is for the recogniser, as is text without any mark.
    """
    if looks_like_markup(text):
        return True
    if any(_TYPED_NUMBER.match(found["text"]) for found in _HEADING.finditer(text)):
        return False
    if _MARKDOWN_ONLY.search(text):
        return False
    return _MARKED_LINE.search(text) is not None


def may_be_markup(text: str, suffix: str) -> bool:
    """Whether the text of a file with that suffix is to be read as markup; other text files must say it by +++."""
    return is_markup(text) if suffix in ("", *MARKDOWN_SUFFIXES) else looks_like_markup(text)


def read_markup(text: str, name: str, facts: Mapping[str, Field]) -> MarkupDraft:
    """The draft in a markup text whose line ends are "\\n"; its facts get the types that `facts` declares.

    A value that does not read as its type stays as it is, with a notice. A computed value that was written
    as 几 is filled in. `name` is for messages. Raises ReadError, naming the line.
    """
    # Before the core reads it: within limits, and with words for what is wrong.
    read_toml(head_text(text).encode(), name, first_line=2)
    try:
        draft = parse_markup(text)
    except ReadError as error:
        raise ReadError(
            error.what if name in error.what else f"“{name}”{error.what}", error.remedy
        ) from error
    lines = {block.id: line for block, line in zip(draft.blocks, source_lines(text), strict=True)}
    sheet, notices = _typed_facts(draft.facts, facts)
    return MarkupDraft(_computed(replace(draft, facts=sheet)), lines, notices)


def _typed_facts(sheet: FactSheet, declared: Mapping[str, Field]) -> tuple[FactSheet, tuple[str, ...]]:
    notices: list[str] = []
    for name, value in sheet:
        field = declared.get(name)
        if field is None:
            continue
        try:
            sheet = sheet.with_value(name, typed(field, value))
        except AppError as error:
            notices.append(f"{error.what}已按原样保留。{error.remedy}")
    return sheet, tuple(notices)


def _computed(draft: Draft) -> Draft:
    """The draft with 几 replaced where it can be counted; other texts were written by hand and stay."""
    blocks = list(draft.blocks)
    for (at, index), text in computed_texts(draft).items():
        run = draft.blocks[at].runs[index]
        if run.text == UNKNOWN:
            runs = (*blocks[at].runs[:index], replace(run, text=text), *blocks[at].runs[index + 1 :])
            blocks[at] = replace(blocks[at], runs=runs)
    return replace(draft, blocks=tuple(blocks))

"""Opening whatever a writer has: a `.siceng` file, markup, or any other text that holds a speech, recognised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.draft import Draft
from app.files.atomic import why_not_writable
from app.jobs.program import Program
from app.storage.siceng_file import Stamp, read_siceng

if TYPE_CHECKING:  # imported when first used: start-up counts
    from app.jobs.recognising import Origin, RecognisedDraft
    from app.jobs.sources import Changes, Content, Foreign

STANDARD_INPUT = "-"
"""What stands for standard input in the place of a file."""
DRAFT_SUFFIX = ".siceng"
MARKUP_SUFFIX = ".md"
FOREIGN_SUFFIXES = (
    *(MARKUP_SUFFIX, ".markdown", ".txt", ".docx", ".docm", ".dotx", ".doc", ".wps", ".rtf", ".odt"),
    *(".html", ".htm", ".mht", ".mhtml"),
)
"""Names of files that may hold a speech; what they hold decides."""
SHEET_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".xls", ".et", ".ods")
"""Names of files that hold a table, of whose rows drafts are made."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that was opened, and what has to be known to save it again."""

    draft: Draft
    path: Path | None
    """The file it came from; None for standard input."""
    stamp: Stamp | None = None
    """What the `.siceng` file looked like; None for other sources, which are not saved back."""
    others: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Members of the file that this version does not know, kept when it is saved."""
    read_only: str | None = None
    """Why it must not be saved over, as a sentence for the writer; None where it may."""
    notices: tuple[str, ...] = ()
    """What else the writer should know, in sentences."""
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    """The source line, from 1, of each block by its id; empty where the source has no lines."""
    origin: "Origin | None" = None
    """What was recognised; None for `.siceng` files and markup."""


def open_draft(program: Program, source: str | Path, changes: "Changes" = "accepted") -> Opened:
    """The draft in a file, whatever kind it is of, or in standard input for "-".

    `changes` says what becomes of tracked changes. Raises ReadError for what is missing, damaged, hostile or
    holds no text, UsageError for a terminal.
    """
    found = _opened_or_foreign(program, source, changes)
    if isinstance(found, Opened):
        return found
    from app.jobs.recognising import recognised

    return _recognised(program, recognised(found), source)


def open_each(program: Program, source: str | Path, changes: "Changes" = "accepted") -> list[Opened]:
    """As `open_draft`, with a draft for each speech in the source."""
    found = _opened_or_foreign(program, source, changes)
    if isinstance(found, Opened):
        return [found]
    from app.jobs.recognising import recognised_each

    return [_recognised(program, made, source) for made in recognised_each(found)]


def _opened_or_foreign(program: Program, source: str | Path, changes: "Changes") -> "Opened | Foreign":
    from app.jobs.sources import read_foreign

    found = opened_or_content(program, source)
    return found if isinstance(found, Opened) else read_foreign(found, changes)


def opened_or_content(program: Program, source: str | Path) -> "Opened | Content":
    """The draft where nothing needs to be recognised, else what is in the file. Raises as `open_draft` does."""
    if source != STANDARD_INPUT and Path(source).suffix.lower() == DRAFT_SUFFIX:
        return _of_draft_file(Path(source))
    from app.importing.file_kinds import FileKind
    from app.jobs.markup_files import may_be_markup, read_markup
    from app.jobs.sources import decoded, read_content

    content = read_content(source)
    if content.kind is FileKind.DRAFT and content.path is not None:
        return _of_draft_file(content.path)
    if content.kind is FileKind.TEXT:
        text = decoded(content).text
        if may_be_markup(text, content.suffix):
            found = read_markup(text, content.name, program.library.facts)
            return Opened(found.draft, content.path, notices=found.notices, lines=found.lines)
    return content


def _recognised(program: Program, made: "RecognisedDraft", source: str | Path) -> Opened:
    from app.jobs.returning import returned

    path = None if source == STANDARD_INPUT else Path(source)
    draft = returned(program, made.origin.foreign.source, made.draft)
    return Opened(draft, path, notices=made.notices, lines=made.lines, origin=made.origin)


def _of_draft_file(path: Path) -> Opened:
    found = read_siceng(path)
    told = why_not_writable(found.path)
    return Opened(
        found.draft, found.path, found.stamp, found.others, found.read_only, (told,) if told else ()
    )

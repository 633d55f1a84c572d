"""A foreign file read to be looked at before a draft is made of it, and the draft as the writer left it."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.importing.file_kinds import FileKind
from app.importing.paragraphs import Source
from app.importing.recognise import Recognised
from app.jobs.opening import Opened, opened_or_content
from app.jobs.program import Program
from app.jobs.recognising import made_of
from app.jobs.sources import Changes, Content, Foreign, read_foreign


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source to be looked at. `revised` says that it has tracked changes, which can be taken in several ways."""

    content: Content
    foreign: Foreign
    revised: bool = False

    @property
    def name(self) -> str:
        """What the writer calls it."""
        return self.content.name

    def reread(self, changes: Changes) -> Foreign:
        """The same file with its tracked changes taken in another way. Raises ReadError."""
        return read_foreign(self.content, changes)


def incoming(program: Program, path: Path) -> Opened | Incoming:
    """What is in a file: a draft where nothing needs to be recognised. Raises as `open_draft` does."""
    found = opened_or_content(program, path)
    if isinstance(found, Opened):
        return found
    foreign = read_foreign(found)
    revised = found.kind is FileKind.WORD and read_foreign(found, "kept").source != foreign.source
    return Incoming(found, foreign, revised)


def taken(foreign: Foreign, found: Recognised, path: Path | None) -> Opened:
    """The draft that a writer had made of a source, with a check that nothing of it vanished."""
    # What was cleaned or rejoined at the writer's wish has not vanished.
    source = Source(found.paragraphs, foreign.source.left_out)
    made = made_of(replace(foreign, source=source), found)
    return Opened(made.draft, path, notices=made.notices, lines=made.lines, origin=made.origin)

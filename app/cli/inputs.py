"""Reading what a command works on."""

from typing import TYPE_CHECKING

from app.cli.output import tell
from app.jobs.program import Program

if TYPE_CHECKING:
    from app.jobs.opening import Opened


def opened(program: Program, source: str) -> "Opened":
    """The draft in a file or standard input; what is to be known of it is told on standard error."""
    from app.jobs.opening import open_draft

    found = open_draft(program, source)
    tell([found.read_only] if found.read_only else [])
    tell(found.notices)
    return found

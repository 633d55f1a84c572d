"""Reading what a command works on."""

from typing import TYPE_CHECKING

from app.cli.arguments import ChineseParser
from app.cli.output import tell
from app.jobs.program import Program

if TYPE_CHECKING:
    from app.jobs.opening import Opened
    from app.jobs.sources import Changes

FILES = "讲话稿：.docx、.doc、.wps、.txt、.md、.html 等，或 -（标准输入）"
"""What a command that takes foreign files says of its file."""
ANY_FILE = f".siceng 或别的{FILES}"


def add_changes(parser: ChineseParser) -> None:
    """The option that says what becomes of tracked changes."""
    parser.options.add_argument(
        "--changes",
        choices=("accepted", "original", "kept"),
        default="accepted",
        help="Word 文件里的修订：全部接受（accepted，默认）、用修订前的（original）、两种都留并标成待核实（kept）",
    )


def opened(program: Program, source: str, changes: "Changes" = "accepted") -> "Opened":
    """The draft in a file or standard input; what is to be known of it is told on standard error."""
    from app.jobs.opening import open_draft

    found = open_draft(program, source, changes)
    tell([found.read_only] if found.read_only else [])
    tell(found.notices)
    return found

"""`siceng export`: a draft as Word, plain text or markup, and a report of what is left to do."""

from argparse import Namespace
from pathlib import Path

from app.cli.arguments import ChineseParser
from app.cli.inputs import ANY_FILE, add_changes, opened
from app.cli.output import tell
from app.jobs.program import Program

_MOST_LINES = 12
"""Of a list in the report; a new draft has forty things to fill in."""


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.values.add_argument("file", metavar="文件", help=ANY_FILE)
    add_changes(parser)
    add = parser.options.add_argument
    add("-o", "--output", metavar="文件", required=True, help="写到这里：.docx、.txt 或 .md")
    add(
        "--layout",
        metavar="版式",
        default="",
        help="版式的 ID（gb9704、gb9704-single、guanli）或 .toml 文件；默认用稿子里写的",
    )
    add(
        "--numbering",
        choices=("text", "auto"),
        default="text",
        help="标题的序号写成文字（text，默认）或 Word 自动编号（auto）",
    )
    add("--clean", action="store_true", help="不留供日后对照的隐藏书签")
    add("--author", metavar="名", default="", help="写进文件属性的作者；默认不写")
    add("--force", action="store_true", help="文件已存在时覆盖")


def run(program: Program, values: Namespace) -> int:
    """Write the file and tell the report."""
    from app.jobs.exporting import ExportOptions, export_draft

    found = opened(program, values.file, values.changes)
    options = ExportOptions(
        layout=values.layout,
        numbering=values.numbering,
        clean=values.clean,
        author=values.author,
        overwrite=values.force,
    )
    done = export_draft(program, found.draft, Path(values.output), options, found.path)
    tell(done.report.lines_at_most(_MOST_LINES))
    tell([done.note] if done.note else [])
    return 0

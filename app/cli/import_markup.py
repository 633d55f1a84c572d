"""`siceng import`: drafts written as markup made into `.siceng` files."""

import json
from argparse import Namespace
from pathlib import Path

from app.cli.arguments import ChineseParser
from app.cli.output import one_line, show, tell
from app.jobs.program import Program

SOME_FAILED = 5


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.values.add_argument(
        "file", metavar="文件", help="写成标记的 .md 文件、放着这种文件的文件夹，或 -（标准输入）"
    )
    add = parser.options.add_argument
    add(
        "-o", "--output", metavar="文件", required=True, help="写到这里：.siceng 文件；来源是文件夹时写文件夹"
    )
    add("--report", metavar="文件", default="", help="把每份稿子的字数、标题数、要点数写成一个 .json 文件")
    add("--force", action="store_true", help="文件已存在时覆盖")


def run(program: Program, values: Namespace) -> int:
    """Make the files, a line each where there are several, and the report; the exit status."""
    from app.files.atomic import write_bytes
    from app.jobs.importing import import_folder, import_one, is_folder

    out = Path(values.output)
    several = is_folder(values.file)
    if several:
        found = list(import_folder(program, Path(values.file), out, overwrite=values.force))
    else:
        found = [import_one(program, values.file, out, overwrite=values.force)]
    for each in found:
        tell(each.notices)
        if each.error is not None:
            tell([f"{each.source}：{one_line(each.error)}"])
        elif several:
            show(f"{each.source} → {each.path}")
    if values.report:
        text = json.dumps({"files": [each.data for each in found]}, ensure_ascii=False, indent=1)
        write_bytes(Path(values.report), text.encode("utf-8") + b"\n", replace=values.force)
    return SOME_FAILED if any(each.error for each in found) else 0

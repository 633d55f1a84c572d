"""`siceng import`: speeches in files of any kind made into `.siceng` files."""

import json
from argparse import Namespace
from pathlib import Path

from app.cli.arguments import ChineseParser
from app.cli.inputs import FILES, add_changes
from app.cli.output import one_line, show, tell
from app.jobs.program import Program

SOME_FAILED = 5
_EXAMPLE = """例：
  siceng import 去年的讲话.docx -o 讲话稿.siceng
  siceng import 讲话汇编.txt -o 各篇.siceng --split        每篇一个文件：各篇-1.siceng、各篇-2.siceng
  siceng import 旧稿文件夹 -o 新稿文件夹 --report 报告.json"""


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.epilog = _EXAMPLE
    parser.values.add_argument("file", metavar="文件", help=f"{FILES}；也可以是文件夹，里面的逐个转")
    add = parser.options.add_argument
    add(
        "-o", "--output", metavar="文件", required=True, help="写到这里：.siceng 文件；来源是文件夹时写文件夹"
    )
    add("--split", action="store_true", help="一个文件里有几篇讲话时，每篇写成一个文件，文件名后加 -1、-2……")
    add_changes(parser)
    add(
        "--report",
        metavar="文件",
        default="",
        help="另写一个 .json 文件：每份稿子的字数、标题数、要点数，去掉了什么、在原文第几行",
    )
    add(
        "--base",
        metavar="文件",
        default="",
        help="Word 文件当初从哪个 .siceng 导出：从它接回事实、绑定和各节设置；不写时看 -o 已有的文件（要 --force）"
        "和来源旁边同名的",
    )
    add("--force", action="store_true", help="文件已存在时覆盖")


def run(program: Program, values: Namespace) -> int:
    """Make the files, a line each where there are several, and the report; the exit status."""
    from app.files.atomic import write_bytes
    from app.jobs.importing import ImportOptions, import_file, import_folder, is_folder

    out = Path(values.output)
    options = ImportOptions(
        values.changes, values.split, values.force, Path(values.base) if values.base else None
    )
    several = is_folder(values.file)
    if several:
        found = import_folder(program, Path(values.file), out, options)
    else:
        found = import_file(program, values.file, out, options)
    done: list[dict[str, object]] = []
    failed = False
    for each in found:
        tell(f"{each.source}：{notice}" if several else notice for notice in each.notices)
        if each.error is not None:
            tell([f"{each.source}：{one_line(each.error)}"])
            failed = True
        elif several or values.split:
            show(f"{each.source} → {each.path}")
        done.append(each.data)
    if values.report:
        text = json.dumps({"files": done}, ensure_ascii=False, indent=1)
        write_bytes(Path(values.report), text.encode("utf-8", "replace") + b"\n", replace=values.force)
    return SOME_FAILED if failed else 0

"""`siceng new`: a draft from an occasion and facts, or one for each row of a table."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from app.cli import from_table
from app.cli.arguments import ChineseParser
from app.cli.output import tell
from app.core.errors import UsageError
from app.jobs.program import Program

_EXAMPLE = """例：
  siceng new --occasion tuijinhui --set 会议名称=全市××工作推进会议 -o 讲话稿.siceng
  siceng new --occasion 推进会 --facts 事实.toml --use 认识=tj_renshi_sanwei -o 讲话稿.siceng
  siceng new --occasion 主持词 --table 支部会议.xlsx --set 召开机关=机关党委 -o 各支部主持词"""


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.epilog = _EXAMPLE
    add = parser.options.add_argument
    add("--occasion", metavar="场合", required=True, help="场合的 ID 或名称；siceng templates list 列出全部")
    add("--facts", metavar="文件.toml", help="事实文件：逐行写 名 = 值，部件的字段写在 [部件] 下面")
    add(
        "--set",
        metavar="名=值",
        action="append",
        default=[],
        help="一个事实，或 部件.字段=值；可以写多个，优先于事实文件",
    )
    add(
        "--use",
        metavar="部件=模板",
        action="append",
        default=[],
        help="这个部件选用的节模板，写 ID 或名称；写“无”表示不要",
    )
    add(
        "-o",
        "--output",
        metavar="文件",
        required=True,
        help="写到这里：.siceng 或 .md；有 --table 时写文件夹",
    )
    add("--force", action="store_true", help="文件已存在时覆盖")
    from_table.declare(parser)


def run(program: Program, values: Namespace) -> int:
    """Make the draft, or those of a table, and write them; the exit status."""
    if values.table is not None:
        return from_table.run(program, values, _choices(values.use))
    from_table.refuse_without_table(values)
    return _one(program, values)


def _one(program: Program, values: Namespace) -> int:
    from app.jobs.exporting import ExportOptions, export_draft
    from app.jobs.making import new_draft, read_answers
    from app.jobs.opening import DRAFT_SUFFIX, MARKUP_SUFFIX
    from app.jobs.saving import save_draft

    output = Path(values.output)
    suffix = output.suffix.lower()
    if suffix not in (DRAFT_SUFFIX, MARKUP_SUFFIX):
        raise UsageError(
            f"不会新建“{output.name}”这样的文件。",
            f"-o 后面的文件名以 {DRAFT_SUFFIX} 或 {MARKUP_SUFFIX} 结尾。",
        )
    choices = _choices(values.use)
    facts = Path(values.facts) if values.facts is not None else None
    answers = read_answers(program, values.occasion, choices, facts, values.set)
    made = new_draft(program, values.occasion, answers, choices)
    tell(made.notices)
    if suffix == DRAFT_SUFFIX:
        note = save_draft(output, made.draft, overwrite=values.force).note
    else:
        note = export_draft(program, made.draft, output, ExportOptions(overwrite=values.force)).note
    tell([note] if note else [])
    return 0


def _choices(uses: Sequence[str]) -> dict[str, str]:
    """Templates by slot from 部件=模板. Raises UsageError."""
    choices: dict[str, str] = {}
    for use in uses:
        slot, sign, template = (part.strip() for part in use.partition("="))
        if not (sign and slot and template):
            raise UsageError(
                f"“--use {use}”看不懂。",
                "写成 部件=模板，如 认识=tj_renshi_sanwei；不要这个部件写 部件=无。",
            )
        choices[slot] = template
    return choices

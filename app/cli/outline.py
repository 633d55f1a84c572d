"""`siceng outline`: the outline of a draft, for people or as JSON."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.cli.arguments import ChineseParser
from app.cli.inputs import ANY_FILE, add_changes, opened
from app.cli.output import show, tell
from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.outline import Node, outline
from app.jobs.program import Program

if TYPE_CHECKING:
    from app.lang.speaking import Rate

_INDENT = "　　"


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.values.add_argument("file", metavar="文件", help=ANY_FILE)
    add_changes(parser)
    parser.options.add_argument("--json", action="store_true", help="输出 JSON，供别的程序使用")


def run(program: Program, values: Namespace) -> int:
    """Print the outline."""
    from app.jobs.outlining import outline_data
    from app.jobs.speaking import rate_for

    found = opened(program, values.file, values.changes)
    rate = rate_for(program, found.draft)
    tell(map(str, program.settings.faults))
    if values.json:
        import json

        data = outline_data(found.draft, rate, found.lines)
        show(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    show("\n".join([*_lines(found.draft, rate), "", _length(found.draft, rate)]))
    return 0


def _lines(draft: Draft, rate: "Rate") -> Iterator[str]:
    """The head and the outline, a line a node, deeper ones further in; what each section takes behind it."""
    from app.core.draft import FORCED_LINE_END
    from app.core.kinds import HEAD_KINDS
    from app.jobs.speaking import spoken_loads
    from app.lang.speaking import Load, duration, format_minutes

    for block in draft.blocks:
        if block.kind in HEAD_KINDS and block.runs:
            yield block.text.replace(FORCED_LINE_END, "")
    nodes = outline(draft)
    loads, counts = spoken_loads(draft.blocks), block_counts(draft.blocks)
    # A point stands one step below its heading, whatever levels the draft does without.
    ranks = sorted({node.rank for node in nodes})
    for node in nodes:
        taken = ""
        if node.section is not None:
            time = format_minutes(duration(sum(loads[node.start : node.stop], Load()), rate))
            taken = f"　{total(counts[node.start : node.stop]).characters} 字，{time}"
        yield _INDENT * ranks.index(node.rank) + _line(node) + taken


def _line(node: Node) -> str:
    text = f"〔{node.text or '未命名的节'}〕" if node.kind is None else node.number + node.text
    return f"{text}　〈{node.layer}〉" if node.layer and node.section else text


def _length(draft: Draft, rate: "Rate") -> str:
    """字数 and speaking time in a sentence."""
    from app.jobs.speaking import draft_time
    from app.lang.speaking import format_minutes

    count = total(block_counts(draft.blocks))
    open_ = f"（另有待填 {count.placeholders} 字）" if count.placeholders else ""
    return f"{count.characters} 字{open_}，讲话时间{format_minutes(draft_time(draft, rate))}"

"""`siceng templates`: what there is to choose from, what a template asks, and whether an own one is sound."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import ChineseParser
from app.cli.output import show, tell
from app.core.errors import ReadError, UsageError
from app.jobs.program import Program

if TYPE_CHECKING:
    from app.templating.fields import Field
    from app.templating.library import Library
    from app.templating.occasion import Occasion
    from app.templating.section_template import SectionTemplate

SOME_FAILED = 5
"""Exit status: done, but some inputs of several failed (DESIGN.md §8)."""

_WAYS = {"list": 0, "show": 1, "validate": 1}
"""What can be asked, and how many values each takes."""
_USAGE = """写法：
  siceng templates list             列出场合、部件和可以选的节模板
  siceng templates show ID          显示一个场合或节模板：要填什么、怎么写
  siceng templates validate 路径    检查自己写的模板：一个文件，或整个模板文件夹"""


def declare(parser: ChineseParser) -> None:
    """The arguments of the command."""
    parser.epilog = _USAGE
    parser.values.add_argument("way", metavar="list|show|validate", choices=tuple(_WAYS), help="要做什么")
    parser.values.add_argument("value", metavar="ID或路径", nargs="?", help="show 的 ID，validate 的路径")


def run(program: Program, values: Namespace) -> int:
    """List, show or check."""
    if _WAYS[values.way] != (values.value is not None):
        wrong = "后面不写别的" if _WAYS[values.way] == 0 else "后面还缺一个值"
        raise UsageError(f"templates {values.way} {wrong}。", "用 siceng templates --help 查看写法。")
    if values.way == "validate":
        return _validate(program, Path(values.value))
    lines = _overview(program.library) if values.way == "list" else _described(program, values.value)
    show("\n".join(lines))
    if values.way == "list":
        tell(f"“{problem.path}”没有用上：{problem.error}" for problem in program.library.problems)
    return 0


def _validate(program: Program, path: Path) -> int:
    """Show what is wrong and what is doubtful; the exit status says whether anything is wrong."""
    from app.jobs.templates import check_templates
    from app.templating.remarks import Level

    remarks = check_templates(program, path)
    base = (path if path.is_dir() else path.parent).absolute()
    for remark in remarks:
        name = remark.path.relative_to(base) if remark.path.is_relative_to(base) else remark.path
        line = f" 第 {remark.line} 行" if remark.line else ""
        show(f"{name}{line}［{remark.level}］{remark.what}{remark.remedy}")
    wrong = sum(1 for remark in remarks if remark.level is Level.WRONG)
    tell([f"检查完：{wrong} 处错，{len(remarks) - wrong} 处存疑。" if remarks else "检查完，没有发现问题。"])
    if not wrong:
        return 0
    return SOME_FAILED if path.is_dir() else ReadError.exit_code


def _overview(library: "Library") -> Iterator[str]:
    for number, occasion in enumerate(library.occasions.values()):
        yield from [""] if number else []
        yield f"{occasion.name}（{occasion.id}）{occasion.description}"
        for slot in occasion.slots:
            yield f"  {slot.name}（{slot.id}）{'' if slot.required else '可以不要'}"
            yield from (f"    {each.id}　{each.name}：{each.approach}" for each in library.choices(slot))
    if library.vocabularies:
        yield from ["", f"领域：{'、'.join(each.name for each in library.vocabularies.values())}"]


def _described(program: Program, key: str) -> Iterator[str]:
    from app.jobs.templates import find_template
    from app.templating.occasion import Occasion

    found = find_template(program, key)
    if isinstance(found, Occasion):
        return _occasion(program.library, found)
    return _section(found)


def _occasion(library: "Library", occasion: "Occasion") -> Iterator[str]:
    yield f"场合：{occasion.name}（{occasion.id}）"
    yield occasion.description
    if occasion.variants:
        yield f"变体：{'、'.join(form.variant for form in occasion.variants)}（--set {occasion.variant_fact}=…）"
    if occasion.length:
        yield f"成稿：{occasion.length[0]}—{occasion.length[1]} 字"
    yield from ["", "事实："]
    for field in library.asked(occasion):
        yield from _field(field)
    yield from ["", "部件："]
    for slot in occasion.slots:
        share = f"，约占 {slot.share}%" if slot.share else ""
        yield f"  {slot.name}（{slot.id}）{'必有' if slot.required else '可以不要'}{share}"
        yield from [f"    {slot.hint}"] if slot.hint else []
        yield from (f"    {each.id}　{each.name}" for each in library.choices(slot))
    if occasion.avoid:
        yield from ["", "不写："]
        yield from (f"  {each}" for each in occasion.avoid)


def _section(template: "SectionTemplate") -> Iterator[str]:
    yield f"节模板：{template.name}（{template.id}）"
    yield f"用于部件：{'、'.join(template.slots) or '无'}　层：{template.layer or '无'}"
    yield from [f"字数：约 {template.length}"] if template.length else []
    yield from [f"写法：{template.approach}"] if template.approach else []
    yield from ["", *template.hint.splitlines()] if template.hint else []
    if template.fields:
        yield from ["", "字段："]
        for field in template.fields:
            yield from _field(field)
    yield from ["", "正文：", template.body.rstrip("\n")]


def _field(field: "Field") -> Iterator[str]:
    from app.templating.fields import shown

    needed = "，必填" if field.required else ""
    choices = f"：{'、'.join(field.choices)}" if field.choices else ""
    yield f"  {field.name}（{field.type}{needed}{choices}）{field.hint}"
    if field.example is not None:
        yield f"    例：{shown(field, field.example).strip().replace(chr(10), '；')}"

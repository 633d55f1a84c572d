r"""Markup: the draft as text, one line a block. Templates are written in it, `.md` files hold it.

    +++                                   head in TOML (app/core/markup_values.py), may be missing
    版式 = "gb9704"
    [事实]
    会议名称 = "全市××工作推进会议"
    +++
    @标题 在[全市××工作推进会议](=会议名称)上的讲话
    @称谓 同志们：
    今天召开会议。下面，我讲[两](=@意见数)点意见。     {节=开场}
    # 提高站位，深刻认识重大意义   {认识 字数=900}
    ## 这是大势所趋。
    + 当前，【待填：上级新要求】。
    - 抓紧开工一批。对落地项目逐个明确时间。   {要}
    +- 加快建成一批。围绕堵点限时办结。
    @结束语 谢谢大家！

line    : ["+"] [mark] text [" {" attributes "}"]; blank lines between and blanks around mean nothing
mark    : "#" … "####" h1–h4 · "-" point · "@" 稿次 标题 副题 讲话人 日期 称谓 篇题 场上提示 结束语 落款 · none: body
"+"     : joined (接排), before a body's text or a point's "-"
text    : **bold** · 【placeholder】 · [text](=fact|form) bound to a fact of the draft, (=.field|form) of the
          section, (=@意见数) computed · [text](?) 待核实 · [text](^comment) · several marks may follow one text
"\"     : takes away the meaning of the next character; "\n" is a forced line end (title, subtitle, byline)
{…}     : 认识 形势 任务 保障 · for points 是 要 第 首先 其 ① · 重起 (number begins at one) · 领句=全|无 ·
          节[=名称] begins a section (every h1 does) · 字数=800 · 状态=初稿 · 模板=ID · 数据=KEY of [节.KEY]
"\" alone on a line is an empty body block.

English words for marks and attributes are read too (@title, {section=…, layer=…, target=…, restart, lead=all}).
`parse_markup(print_markup(draft))` is the same draft but for ids.
"""

from app.core.draft import Block, Draft
from app.core.errors import ReadError
from app.core.ids import NewId, random_id
from app.core.markup_inline import Atoms
from app.core.markup_lines import BLANKS, parse_lines
from app.core.markup_print import print_block
from app.core.markup_values import Head, SectionData, print_head, read_head
from app.core.repair import repaired

__all__ = [
    "head_text",
    "looks_like_markup",
    "parse_blocks",
    "parse_markup",
    "print_block",
    "print_markup",
    "source_lines",
]

_HEAD_LINE = "+++"


def looks_like_markup(text: str) -> bool:
    """Whether a text says by its first line that it is markup."""
    return text.lstrip("\ufeff").split("\n", 1)[0].strip(BLANKS) == _HEAD_LINE


def parse_markup(text: str, new_id: NewId = random_id) -> Draft:
    """The draft that a markup text says. Raises ReadError naming the line for what cannot be read."""
    toml, lines, first = _split_head(text)
    head = read_head(toml)
    blocks = parse_lines(lines, first, {}, dict(head.sections))
    draft = Draft(head.facts, tuple(blocks), head.occasion, head.layout or Draft().layout)
    return repaired(draft, new_id)


def parse_blocks(text: str, atoms: Atoms) -> tuple[Block, ...]:
    """The blocks of a text without head, with the runs of its atoms put in; ids are left empty."""
    return tuple(parse_lines(text.split("\n"), 1, atoms, {}))


def head_text(text: str) -> str:
    """The TOML of a markup text's head, from its second line on; empty without head. Raises ReadError."""
    return _split_head(text)[0]


def source_lines(text: str) -> tuple[int, ...]:
    """The line, from 1, that each block of `parse_markup(text)` was read from.

    Blocks of the head, which are put into printing order, keep their places among them only where they
    stood in that order. Raises ReadError as `parse_markup` does for the head's end.
    """
    _, lines, first = _split_head(text)
    return tuple(number for number, line in enumerate(lines, first) if line.strip(BLANKS))


def _split_head(text: str) -> tuple[str, list[str], int]:
    """The head's TOML, the lines after the head, and the number of the first of these."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].strip(BLANKS) != _HEAD_LINE:
        return "", lines, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.strip(BLANKS) == _HEAD_LINE:
            return "\n".join([*lines[1:index], ""]), lines[index + 1 :], index + 2
    raise ReadError("文件头开了 +++ 没有收。", "请在事实写完后另起一行再写 +++。")


def print_markup(draft: Draft) -> str:
    """The draft as markup with its head; sections that keep values or a source get a key in the order they stand."""
    sections: list[tuple[str, SectionData]] = []
    lines: list[str] = []
    for block in draft.blocks:
        key = ""
        if block.section is not None and (len(block.section.fields) or block.section.source):
            key = str(len(sections) + 1)
            sections.append((key, SectionData(block.section.fields, block.section.source)))
        lines.append(print_block(block, key))
    layout = "" if draft.layout == Draft().layout else draft.layout
    head = print_head(Head(draft.facts, draft.occasion, layout, tuple(sections)))
    return f"{_HEAD_LINE}\n{head}{_HEAD_LINE}\n\n" + "".join(f"{line}\n" for line in lines)

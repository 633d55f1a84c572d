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

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.draft import Block, Draft, Section
from app.core.errors import ReadError
from app.core.ids import NewId, random_id
from app.core.kinds import KIND_NAMES, MARKERS, NUMBERED, Kind, Layer, Lead, Status
from app.core.markup_inline import Atoms, InlineParser, print_runs
from app.core.markup_values import Head, SectionData, print_head, read_head
from app.core.repair import may_begin_section, repaired

_WORDS: dict[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    **{name: kind for kind, name in KIND_NAMES.items()},
    "标题": Kind.TITLE,
    "提示": Kind.CUE,
}
_SIGNS = {Kind.H1: "#", Kind.H2: "##", Kind.H3: "###", Kind.H4: "####", Kind.POINT: "-", Kind.BODY: ""}
_LINE = re.compile(
    r"(?P<joined>\+(?=[ \t-]|$)[ \t]*)?(?:(?P<hashes>#{1,4})|(?P<point>-(?=[ \t]|$))|@(?P<word>\w+))?[ \t]*"
)
_ATTRIBUTES = re.compile(r"(?<!\\)\{(?P<items>(?:\"(?:\\.|[^\"\\])*\"|[^{}\"])*)\}$")
_ITEM = re.compile(r"(?P<key>[^\s=\"]+)(?:=(?:\"(?P<quoted>(?:\\.|[^\"\\])*)\"|(?P<bare>[^\s\"]*)))?")
_BLANKS = " \t\r\u3000\ufeff"
_HEAD_LINE = "+++"

_KEYS = {
    "section": "节",
    "layer": "层",
    "target": "字数",
    "status": "状态",
    "template": "模板",
    "data": "数据",
    "marker": "序",
    "lead": "领句",
    "restart": "重起",
}
_LEADS = {"全": Lead.ALL, "无": Lead.NONE, "all": Lead.ALL, "none": Lead.NONE, "auto": Lead.AUTO}


def looks_like_markup(text: str) -> bool:
    """Whether a text says by its first line that it is markup."""
    return text.lstrip("\ufeff").split("\n", 1)[0].strip(_BLANKS) == _HEAD_LINE


def parse_markup(text: str, new_id: NewId = random_id) -> Draft:
    """The draft that a markup text says. Raises ReadError naming the line for what cannot be read."""
    toml, lines, first = _split_head(text)
    head = read_head(toml)
    blocks = _parse_lines(lines, first, {}, dict(head.sections))
    draft = Draft(head.facts, tuple(blocks), head.occasion, head.layout or Draft().layout)
    return repaired(draft, new_id)


def parse_blocks(text: str, atoms: Atoms) -> tuple[Block, ...]:
    """The blocks of a text without head, with the runs of its atoms put in; ids are left empty."""
    return tuple(_parse_lines(text.split("\n"), 1, atoms, {}))


def head_text(text: str) -> str:
    """The TOML of a markup text's head, from its second line on; empty without head. Raises ReadError."""
    return _split_head(text)[0]


def source_lines(text: str) -> tuple[int, ...]:
    """The line, from 1, that each block of `parse_markup(text)` was read from.

    Blocks of the head, which are put into printing order, keep their places among them only where they
    stood in that order. Raises ReadError as `parse_markup` does for the head's end.
    """
    _, lines, first = _split_head(text)
    return tuple(number for number, line in enumerate(lines, first) if line.strip(_BLANKS))


def _split_head(text: str) -> tuple[str, list[str], int]:
    """The head's TOML, the lines after the head, and the number of the first of these."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].strip(_BLANKS) != _HEAD_LINE:
        return "", lines, 1
    for index, line in enumerate(lines[1:], start=1):
        if line.strip(_BLANKS) == _HEAD_LINE:
            return "\n".join([*lines[1:index], ""]), lines[index + 1 :], index + 2
    raise ReadError("文件头开了 +++ 没有收。", "请在事实写完后另起一行再写 +++。")


def _parse_lines(lines: list[str], first: int, atoms: Atoms, data: Mapping[str, SectionData]) -> list[Block]:
    blocks: list[Block] = []
    for number, line in enumerate(lines, start=first):
        stripped = _without_end_blanks(line.lstrip(_BLANKS))
        if stripped:
            blocks.append(_LineParser(stripped, number, atoms, data).block())
    return blocks


def _odd_backslashes(text: str) -> bool:
    return (len(text) - len(text.rstrip("\\"))) % 2 == 1


@dataclass
class _LineParser:
    """Reads one line that is not blank."""

    line: str
    number: int
    atoms: Atoms
    data: Mapping[str, SectionData]

    def block(self) -> Block:
        """The block of this line. Raises ReadError."""
        match = _LINE.match(self.line)
        assert match is not None
        attributes = _ATTRIBUTES.search(self.line, match.end())
        text = self.line[match.end() : attributes.start() if attributes else len(self.line)]
        if attributes:
            text = _without_end_blanks(text)
        block = Block(
            id="",
            kind=self._kind(match),
            runs=InlineParser(text, self.atoms).runs(),
            joined=bool(match["joined"]),
        )
        if block.kind is Kind.POINT:
            block = replace(block, marker=MARKERS[0])
        return self._with_attributes(block, attributes["items"]) if attributes else block

    def _kind(self, match: re.Match[str]) -> Kind:
        if match["hashes"]:
            return Kind(f"h{len(match['hashes'])}")
        if match["point"]:
            return Kind.POINT
        word = match["word"]
        if word is None:
            return Kind.BODY
        if word not in _WORDS:
            names = "、".join(f"@{name}" for name in KIND_NAMES.values())
            raise self._error(f"「@{word}」不认识", f"可以写：{names}；正文以 @ 开头时前面加反斜线。")
        return _WORDS[word]

    def _with_attributes(self, block: Block, items: str) -> Block:
        section = block.section
        seen: set[str] = set()
        for match in _ITEM.finditer(items):
            value = match["bare"] if match["quoted"] is None else re.sub(r"\\(.)", r"\1", match["quoted"])
            key = _KEYS.get(match["key"], match["key"])
            key, value = self._short(key, value)
            if key in seen:
                raise self._error(f"花括号里「{key}」写了两次", "请留下一个。")
            seen.add(key)
            self._check_place(block, key)
            match key:
                case "序":
                    block = replace(block, marker=self._one_of(value, MARKERS))
                case "重起":
                    block = replace(block, restart=bool(self._one_of(value or "是", ("是", "true"))))
                case "领句":
                    block = replace(block, lead=_LEADS[self._one_of(value, _LEADS)])
                case _:
                    section = self._section(section or Section(id=""), key, value)
        return replace(block, section=section)

    def _check_place(self, block: Block, key: str) -> None:
        """Raises ReadError for an attribute that this kind of block does not have, rather than drop it."""
        kinds = {"序": (Kind.POINT,), "重起": NUMBERED, "领句": NUMBERED}.get(key)
        fits = may_begin_section(block) if kinds is None else block.kind in kinds
        if not fits and key in _KEYS.values():
            raise self._error(
                f"「{key}」不能写在{KIND_NAMES[block.kind]}后面", "请去掉，或改到标题、要点后面。"
            )

    def _short(self, key: str, value: str | None) -> tuple[str, str]:
        """An attribute that is one word: a layer, a marker (要 or 一要)."""
        if value is not None:
            return key, value
        if key in tuple(Layer) or key.upper() in Layer.__members__:
            return "层", key
        marker = (
            key.removeprefix("一") if key.removeprefix("一") in MARKERS else "第" if key == "第一" else key
        )
        return ("序", marker) if marker in MARKERS else (key, "")

    def _section(self, section: Section, key: str, value: str) -> Section:
        match key:
            case "节":
                return replace(section, name=value)
            case "层":
                layers = {
                    **{layer.value: layer for layer in Layer},
                    **{name.lower(): layer for name, layer in Layer.__members__.items()},
                }
                return replace(section, layer=layers[self._one_of(value.lower(), layers)])
            case "字数":
                if not value.isascii() or not value.isdigit() or len(value) > 7:
                    raise self._error(f"字数「{value}」不是数目", "请写成 字数=800。")
                return replace(section, target=int(value))
            case "状态":
                return replace(section, status=Status(self._one_of(value, tuple(Status))))
            case "模板":
                return replace(section, template=value)
            case "数据":
                data = self.data.get(value)
                if data is None:
                    raise self._error(f"文件头里没有 [节.{value}]", "请补上，或去掉“数据”。")
                return replace(section, fields=data.fields, source=data.source)
            case _:
                raise self._error(
                    f"花括号里的「{key}」不认识",
                    "可以写层名、要点的序、重起、领句、节、字数、状态、模板、数据。",
                )

    def _one_of(self, value: str, choices: Mapping[str, object] | tuple[str, ...]) -> str:
        if value not in choices:
            raise self._error(f"「{value}」不能写在这里", f"可以写：{'、'.join(choices)}。")
        return value

    def _error(self, what: str, remedy: str) -> ReadError:
        return ReadError(f"第 {self.number} 行：{what}。", remedy)


def _without_end_blanks(text: str) -> str:
    stripped = text.rstrip(_BLANKS)
    return text[: len(stripped) + 1] if _odd_backslashes(stripped) else stripped


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


def print_block(block: Block, data_key: str = "") -> str:
    """One block as a line of markup."""
    sign = _SIGNS.get(block.kind, f"@{KIND_NAMES[block.kind]}")
    text = print_runs(block.runs)
    if text[:1] in tuple(f"#-+@{_BLANKS}") and not text.startswith("\\"):
        text = "\\" + text
    if text[-1:] in tuple(_BLANKS) and not _odd_backslashes(text[:-1]):
        text = text[:-1] + "\\" + text[-1:]
    items = [*_print_attributes(block), *_print_section(block, data_key)]
    attributes = f"{{{' '.join(items)}}}" if items else ""
    line = " ".join(part for part in (sign, text, attributes) if part)
    if block.joined:
        line = f"+{line}" if block.kind is Kind.POINT else f"+ {line}"
    return line or "\\"


def _print_attributes(block: Block) -> list[str]:
    items = [block.marker] if block.marker not in ("", MARKERS[0]) else []
    items += ["重起"] if block.restart else []
    items += ["领句=全"] if block.lead is Lead.ALL else []
    items += ["领句=无"] if block.lead is Lead.NONE else []
    return items


def _print_section(block: Block, data_key: str) -> list[str]:
    section = block.section
    if section is None:
        return []
    items = [section.layer.value] if section.layer else []
    items += [f"节={_value(section.name)}"] if section.name else []
    items += [f"模板={_value(section.template)}"] if section.template else []
    items += [f"字数={section.target}"] if section.target is not None else []
    items += [f"状态={section.status.value}"] if section.status else []
    items += [f"数据={data_key}"] if data_key else []
    return items if items or block.kind is Kind.H1 else ["节"]


def _value(text: str) -> str:
    if re.fullmatch(r"[\w./-]+", text):
        return text
    return '"' + re.sub(r'["\\]', lambda match: "\\" + match.group(), text) + '"'

"""Markup line by line: a block as one line of text and back. The grammar stands in `app/core/markup.py`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.draft import Block, Section
from app.core.errors import ReadError
from app.core.kinds import KIND_NAMES, MARKERS, NUMBERED, Kind, Layer, Lead, Status
from app.core.markup_inline import Atoms, InlineParser
from app.core.markup_values import SectionData
from app.core.repair import may_begin_section

_WORDS: dict[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    **{name: kind for kind, name in KIND_NAMES.items()},
    "标题": Kind.TITLE,
    "提示": Kind.CUE,
}
_LINE = re.compile(
    r"(?P<joined>\+(?=[ \t-]|$)[ \t]*)?(?:(?P<hashes>#{1,4})|(?P<point>-(?=[ \t]|$))|@(?P<word>\w+))?[ \t]*"
)
_ATTRIBUTES = re.compile(r"(?<!\\)\{(?P<items>(?:\"(?:\\.|[^\"\\])*\"|[^{}\"])*)\}$")
_ITEM = re.compile(r"(?P<key>[^\s=\"]+)(?:=(?:\"(?P<quoted>(?:\\.|[^\"\\])*)\"|(?P<bare>[^\s\"]*)))?")
BLANKS = " \t\r\u3000\ufeff"

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


def parse_lines(lines: list[str], first: int, atoms: Atoms, data: Mapping[str, SectionData]) -> list[Block]:
    """The blocks of lines, without ids. Raises ReadError naming the line, of which the first is `first`."""
    blocks: list[Block] = []
    for number, line in enumerate(lines, start=first):
        stripped = without_end_blanks(line.lstrip(BLANKS))
        if stripped:
            blocks.append(_LineParser(stripped, number, atoms, data).block())
    return blocks


def odd_backslashes(text: str) -> bool:
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
            text = without_end_blanks(text)
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


def without_end_blanks(text: str) -> str:
    stripped = text.rstrip(BLANKS)
    return text[: len(stripped) + 1] if odd_backslashes(stripped) else stripped

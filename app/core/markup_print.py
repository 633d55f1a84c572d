"""Blocks as lines of markup. The grammar stands in `app/core/markup.py`."""

import re

from app.core.draft import Block
from app.core.kinds import KIND_NAMES, MARKERS, Kind, Lead
from app.core.markup_inline import print_runs
from app.core.markup_lines import BLANKS, odd_backslashes

_SIGNS = {Kind.H1: "#", Kind.H2: "##", Kind.H3: "###", Kind.H4: "####", Kind.POINT: "-", Kind.BODY: ""}


def print_block(block: Block, data_key: str = "") -> str:
    """One block as a line of markup."""
    sign = _SIGNS.get(block.kind, f"@{KIND_NAMES[block.kind]}")
    text = print_runs(block.runs)
    if text[:1] in tuple(f"#-+@{BLANKS}") and not text.startswith("\\"):
        text = "\\" + text
    if text[-1:] in tuple(BLANKS) and not odd_backslashes(text[:-1]):
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

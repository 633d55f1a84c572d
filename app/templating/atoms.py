"""The text of a rendered template and the runs of its atoms become blocks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from app.core.draft import Block, Run
from app.core.markup import parse_blocks
from app.core.markup_inline import ATOM

Runs = Mapping[int, tuple[Run, ...]]
_SIGN = "\ufdd0"
_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\(?=\ufdd0)")
_PLACEHOLDER = re.compile("【[^【】\n]*】")
_ASKED = re.compile("【(?:待填：)?(.*)】", re.DOTALL)


def read_blocks(text: str, atoms: Runs) -> tuple[str, Runs, tuple[Block, ...]]:
    """Text and atoms as they were read, and their blocks. Raises ReadError naming the line of the text."""
    text = _ESCAPED.sub(r"\1", text)  # nothing in a value needs a backslash
    text, atoms = _without_nested_requests(text, dict(atoms))
    return text, atoms, tuple(_filled(block, atoms) for block in parse_blocks(text, atoms))


def _without_nested_requests(text: str, atoms: dict[int, tuple[Run, ...]]) -> tuple[str, Runs]:
    """Within a placeholder a missing value stands by its name alone: 【待填：工作的指标】, 待填 not twice."""

    def bare(match: re.Match[str]) -> str:
        run = atoms.get(int(match[1]), (Run(""),))[0]
        found = _ASKED.fullmatch(run.text) if run.placeholder else None
        if found is None:
            return match.group()
        number = len(atoms)
        atoms[number] = (Run(found[1]),)
        return f"\ufdd0{number}\ufdd1"

    return _PLACEHOLDER.sub(lambda match: ATOM.sub(bare, match.group()), text), atoms


def _filled(block: Block, atoms: Runs) -> Block:
    """The block with the text of values that stand in its attributes and marks, where no run can be."""

    def plain(text: str) -> str:
        return ATOM.sub(lambda match: "".join(run.text for run in atoms.get(int(match[1]), ())), text)

    def marked(run: Run) -> Run:
        bind = run.bind and replace(run.bind, name=plain(run.bind.name), form=plain(run.bind.form))
        return replace(run, comment=plain(run.comment), bind=bind)

    if block.section is not None and _SIGN in block.section.name:
        block = replace(block, section=replace(block.section, name=plain(block.section.name)))
    if any(
        _SIGN in run.comment or (run.bind and _SIGN in run.bind.name + run.bind.form) for run in block.runs
    ):
        block = replace(block, runs=tuple(map(marked, block.runs)))
    return block

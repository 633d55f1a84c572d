"""Export to Word beside its limit: the same text as joined XML strings in a zip (facts/performance.md §2)."""

import io
import random
import zipfile
from functools import partial
from itertools import cycle
from pathlib import Path

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.repair import repaired
from app.export.docx import DocxOptions, export_docx
from app.export.walk import printed_paragraphs
from app.layouts.find import find_layout
from tests.measuring import Row, compared

LAYOUTS = Path(__file__).parents[2] / "templates" / "layouts"
SHAPE = (
    Kind.H1,
    Kind.H2,
    Kind.BODY,
    Kind.BODY,
    Kind.H2,
    Kind.POINT,
    Kind.POINT,
    Kind.BODY,
    Kind.H3,
    Kind.BODY,
)
WORDS = 1_000
MARKS = ("，", "，", "，", "、", "；", "。", "。", "”，“", "2025年", "3.5%")
LIMITS = {50_000: 2.5, 500_000: 2.0}


def run() -> list[Row]:
    """One row for each size."""
    return [_row(size, limit) for size, limit in LIMITS.items()]


def _row(size: int, limit: float) -> Row:
    draft = speech(size)
    layout = find_layout("gb9704", [LAYOUTS])
    ours = partial(export_docx, draft, layout, DocxOptions(), Characters())
    parts = members(ours()[0])
    texts = [paragraph.text for paragraph in printed_paragraphs(draft)]
    return compared(f"导出 Word，{size // 10_000} 万字", ours, partial(joined, texts, parts), limit, rounds=9)


def speech(size: int) -> Draft:
    """A draft of about `size` characters: headings of three levels, points, paragraphs of 50 to 300.

    Its words are made up and as frequent as words are (Zipf), so that it is as hard to compress as a
    speech: some 0.9 bytes a character.
    """
    chance = random.Random(1)
    words = [
        "".join(chr(0x4E00 + int(chance.betavariate(1, 6) * 5000)) for _ in "二字") for _ in range(WORDS)
    ]
    weights = [1 / rank**1.2 for rank in range(1, WORDS + 1)]
    blocks: list[Block] = [Block("", Kind.TITLE, plain_runs("在全市××工作推进会议上的讲话"))]
    lengths = cycle(range(25, 150, 25))
    written = 0
    for kind in cycle(SHAPE):
        if written >= size:
            break
        chosen = chance.choices(words, weights, k=8 if kind in (Kind.H1, Kind.H3) else next(lengths))
        marks = [chance.choice(MARKS) if index % 4 == 3 else "" for index in range(len(chosen))]
        text = "".join(word + mark for word, mark in zip(chosen, marks, strict=True))
        blocks.append(Block("", kind, plain_runs(text)))
        written += len(text)
    return repaired(Draft(blocks=tuple(blocks)), counting_ids())


def members(docx: bytes) -> dict[str, bytes]:
    """The parts of a Word file but the document itself."""
    with zipfile.ZipFile(io.BytesIO(docx)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist() if name != "word/document.xml"}


def joined(texts: list[str], parts: dict[str, bytes]) -> bytes:
    """The limit: one styled run a paragraph, joined, zipped with the same other parts."""
    paragraphs = [
        f'<w:p><w:pPr><w:pStyle w:val="ScBody"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>' for text in texts
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
        zipped.writestr("word/document.xml", "".join(paragraphs))
    return out.getvalue()


class Characters:
    """Cuts into characters: loading a dictionary is no part of the comparison."""

    def cut(self, text: str) -> list[str]:
        return list(text)

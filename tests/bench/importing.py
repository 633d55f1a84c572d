"""Reading a Word file beside its limit: a bare pass of zip and lxml over the same text (facts/performance.md §3)."""

import io
import zipfile
from functools import partial

from lxml import etree

from app.export.docx import DocxOptions, export_docx
from app.importing.word.reader import read_word
from app.layouts.find import find_layout
from tests.bench.export import LAYOUTS, Characters, speech
from tests.measuring import Row, compared

LIMITS = {50_000: 3.0, 500_000: 2.0}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMAT = (
    b'<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman"/>'
    b'<w:color w:val="000000"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
)
PARAGRAPH = b'<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/><w:jc w:val="both"/>'


def run() -> list[Row]:
    """For each size a row with styles and automatic numbers, and one where every run is formatted by itself."""
    return [row for size, limit in LIMITS.items() for row in _rows(size, limit)]


def _rows(size: int, limit: float) -> list[Row]:
    layout = find_layout("gb9704", [LAYOUTS])
    styled = export_docx(speech(size), layout, DocxOptions(numbering="auto"), Characters())[0]
    name = f"读 Word，{size // 10_000} 万字"
    return [
        compared(f"{name}，{how}", partial(read_word, data, "稿.docx"), partial(bare, data), limit, rounds=9)
        for how, data in (("样式", styled), ("直接格式", formatted(styled)))
    ]


def bare(data: bytes) -> list[tuple[str | None, str]]:
    """The limit: the text and style of each paragraph as it goes by, and nothing kept of the tree."""
    found: list[tuple[str | None, str]] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("word/document.xml") as document:
        for _, paragraph in etree.iterparse(document, tag=f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            text = "".join([each.text or "" for each in paragraph.iter(f"{W}t")])
            found.append((None if style is None else style.get(f"{W}val"), text))
            paragraph.clear()
    return found


def formatted(data: bytes) -> bytes:
    """The same file formatted at every run and paragraph, as files are that were put together from others."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:r><w:t", b"<w:r>" + FORMAT + b"<w:t")
                content = content.replace(b"</w:pPr>", PARAGRAPH + FORMAT + b"</w:pPr>")
            target.writestr(name, content)
    return out.getvalue()

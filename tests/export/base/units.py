"""Word files as units have them: a logo in the header, styles of their own, an attachment that lies across."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
AUTHOR = "张三丰"
"""Who made the files; nowhere in an export."""


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A picture with a darker frame, so that it is seen where it stands."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    dark = bytes(each // 2 for each in colour)
    rows = b"".join(
        b"\0"
        + b"".join(
            dark if min(x, y, width - 1 - x, height - 1 - y) < 4 else bytes(colour) for x in range(width)
        )
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _style(
    document: Word,
    name: str,
    font: str,
    size: float,
    *,
    bold: bool = False,
    centred: bool = False,
    indent: bool = True,
    line: float = 28,
    level: int | None = None,
) -> ParagraphStyle:
    """A paragraph style of the unit, new or Word's own made its own."""
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.font.name = "Times New Roman"
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for each in [each for each in fonts.attrib if "Theme" in each]:
        del fonts.attrib[each]
    fonts.set(qn("w:eastAsia"), font)
    look = style.paragraph_format
    look.line_spacing, look.space_before, look.space_after = Pt(line), Pt(0), Pt(0)
    look.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    look.first_line_indent = Pt(2 * size) if indent else Pt(0)
    if level is not None:
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level))
        style.element.get_or_add_pPr().append(outline)
    return style


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _line_below(paragraph: Paragraph) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", "C00000")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)


def _header(paragraph: Paragraph, text: str, colour: tuple[int, int, int]) -> None:
    paragraph.add_run().add_picture(io.BytesIO(png(90, 60, colour)), height=Mm(9))
    run = paragraph.add_run(f"　{text}")
    run.font.size = Pt(12)
    run.font.color.rgb = RGBColor(0xC0, 0, 0)
    _line_below(paragraph)


def _page(document: Word, left: float = 28, right: float = 26) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(30)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance, section.footer_distance = Mm(15), Mm(15)


def _saved(document: Word) -> bytes:
    document.core_properties.author = document.core_properties.last_modified_by = AUTHOR
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@cache
def bureau() -> bytes:
    """A bureau: its logo and name above, 第 n 页 共 n 页 below, styles under names of its own, sample text."""
    document = Document()
    _page(document)
    _style(document, "公文标题", "方正小标宋简体", 22, centred=True, indent=False, line=34)
    _style(document, "公文一级", "黑体", 16, level=0)
    _style(document, "公文二级", "楷体_GB2312", 16, bold=True, level=1)
    _style(document, "公文正文", "仿宋_GB2312", 16)
    section = document.sections[0]
    _header(section.header.paragraphs[0], "××市数据局", (178, 34, 34))
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("第 ")
    _field(footer, "PAGE")
    footer.add_run(" 页　共 ")
    _field(footer, "NUMPAGES")
    footer.add_run(" 页")
    document.add_paragraph("××市数据局关于××的报告", style="公文标题")
    document.add_paragraph("一、示例标题", style="公文一级")
    document.add_paragraph("示例正文。", style="公文正文")
    return _saved(document)


@cache
def company() -> bytes:
    """A company's .dotx as somebody worked on it last, with much in it that must not come along."""
    return with_foreign_things(clean_company())


@cache
def clean_company() -> bytes:
    """A company's file: Word's own heading styles made its own, the first one counted by Word, and headers of their
    own on first, odd and even pages."""
    document = Document()
    _page(document, 30, 25)
    _style(document, "Title", "黑体", 20, bold=True, centred=True, indent=False, line=36)
    _style(document, "Heading 1", "黑体", 15, bold=True, line=27)
    _style(document, "Heading 2", "楷体", 15, line=27)
    _style(document, "Heading 3", "仿宋", 15, bold=True, line=27)
    _style(document, "Normal", "仿宋", 15, line=27)
    numbered = OxmlElement("w:numPr")
    number = OxmlElement("w:numId")
    number.set(qn("w:val"), "1")
    numbered.append(number)
    heading = document.styles["Heading 1"].element.get_or_add_pPr()
    heading.insert_element_before(numbered, *("w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"))
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for header, text, colour in (
        (section.first_page_header, "××集团有限公司　文件", (30, 90, 160)),
        (section.header, "××集团　单页", (30, 90, 160)),
        (section.even_page_header, "××集团　双页", (160, 90, 30)),
    ):
        _header(header.paragraphs[0], text, colour)
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.add_run("· ")
        _field(paragraph, "PAGE")
        paragraph.add_run(" ·")
    document.add_paragraph("示例", style="Title")
    document.add_paragraph("示例标题", style="Heading 1")
    document.add_paragraph("示例正文。")
    return _saved(document)


@cache
def committee() -> bytes:
    """A committee's file: a letterhead, a place for the text, and an attachment that lies across, with a header and a
    table of its own."""
    document = Document()
    _page(document)
    _style(document, "红头", "方正小标宋简体", 30, centred=True, indent=False, line=48)
    _style(document, "讲话正文", "仿宋_GB2312", 16)
    section = document.sections[0]
    _header(section.header.paragraphs[0], "中共××市委办公室", (200, 30, 30))
    _field(section.footer.paragraphs[0], "PAGE")
    document.add_paragraph("××市委会议材料", style="红头")
    document.add_paragraph("【正文】", style="讲话正文")
    across = document.add_section(WD_SECTION.NEW_PAGE)
    across.orientation = WD_ORIENT.LANDSCAPE
    across.page_width, across.page_height = Mm(297), Mm(210)
    across.header.is_linked_to_previous = False
    _header(across.header.paragraphs[0], "附件", (40, 120, 60))
    document.add_paragraph("附件：任务分工表", style="红头")
    table = document.add_table(3, 4, style="Table Grid")
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"第{at + 1}格"
    return _saved(document)


@cache
def sections_only() -> bytes:
    """As the committee's, but without a place for the text: only sample text, and the attachment after it."""
    return rewritten(committee(), {"word/document.xml": ("【正文】", "这里是示例。")})


def rewritten(
    docx: bytes, changes: Mapping[str, tuple[str, str]], more: Mapping[str, bytes] | None = None
) -> bytes:
    """The file with something in some of its members replaced, and other members beside them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in changes:
                former, later = changes[name]
                assert former in data.decode(), (name, former)
                data = data.decode().replace(former, later).encode()
            new.writestr(name, data)
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return out.getvalue()


_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


_OUTSIDE = f"""
<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>
<Relationship Id="rIdX" Type="{_TYPES}/customXml" Target="../customXml/item9.xml"/>
<Relationship Id="rIdH" Type="{_TYPES}/hyperlink" Target="http://example.invalid/" TargetMode="External"/>
</Relationships>"""
_OF_SETTINGS = f"""<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_TYPES}/attachedTemplate" Target="file:///C:/secret.dotm" TargetMode="External"/>
</Relationships>"""
_OF_HEADER = f"""
<Relationship Id="rIdL" Type="{_TYPES}/image" Target="http://example.invalid/logo.png" TargetMode="External"/>
</Relationships>"""
_IN_HEADER = f"""<w:p>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "C:/secret.docx" </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>取来的字</w:t></w:r>
<w:ins w:id="900" w:author="{AUTHOR}"><w:r><w:t>加进的字</w:t></w:r></w:ins>
<w:del w:id="901" w:author="{AUTHOR}"><w:r><w:delText>删去的字</w:delText></w:r></w:del>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""


def with_foreign_things(docx: bytes) -> bytes:
    """As a .dotx with a macro, links, data, tracked changes and names in it."""
    changes: Mapping[str, tuple[str, str]] = {
        "[Content_Types].xml": (_DOCUMENT, _TEMPLATE),
        "word/_rels/document.xml.rels": ("</Relationships>", _OUTSIDE),
        "word/_rels/header2.xml.rels": ("</Relationships>", _OF_HEADER),
        "word/header2.xml": ("</w:hdr>", _IN_HEADER),
        "word/settings.xml": (
            "<w:defaultTabStop",
            '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:defaultTabStop',
        ),
    }
    more = {
        "word/vbaProject.bin": b"payload",
        "customXml/item9.xml": b"<secret/>",
        "word/_rels/settings.xml.rels": _OF_SETTINGS.encode(),
    }
    return rewritten(docx, changes, more)


UNITS: Mapping[str, tuple[Callable[[], bytes], Mapping[str, str]]] = {
    "bureau": (
        bureau,
        {"title": "公文标题", "h1": "公文一级", "h2": "公文二级", "body": "公文正文", "point": "公文正文"},
    ),
    "company": (
        company,
        {"title": "标题", "h1": "标题 1", "h2": "标题 2", "h3": "标题 3", "body": "正文", "closing": "正文"},
    ),
    "committee": (committee, {"body": "讲话正文", "point": "讲话正文"}),
}
"""Each with the styles that stand for kinds."""

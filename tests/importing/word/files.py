"""Word files made of a few lines of XML."""

import io
import zipfile
from collections.abc import Mapping

from app.importing.paragraphs import Paragraph, Source
from app.importing.report import Fate
from app.importing.word.changes import Changes
from app.importing.word.reader import read_word

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


def part(root: str, content: str) -> bytes:
    """A part whose root has that name."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'.encode()


def relations(*targets: tuple[str, str]) -> bytes:
    """Relationships rId1, rId2 … of a kind, to a target."""
    rows = "".join(
        f'<Relationship Id="rId{at}" Type="{TYPES}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'.encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(body: str, others: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A Word file: the content of its body, of its other parts by kind, and other members in its folder.

    Parts are rId1, rId2 … in their order, other members after them.
    """
    members = {f"{kind}.xml": part(ROOTS.get(kind, kind), xml) for kind, xml in parts.items()}
    named = [(kind, f"{kind}.xml") for kind in parts] + [("other", name) for name in others or ()]
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(*named),
            **{f"word/{name}": data for name, data in (members | dict(others or {})).items()},
        }
    )


ROOTS = {"header": "hdr", "footer": "ftr"}


def p(*content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; plain text becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(each if each.startswith("<") else r(each) for each in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run; text that begins with an angle bracket stands as it is."""
    content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{content}</w:r>"


def source(
    body: str, changes: Changes = Changes.ACCEPTED, others: Mapping[str, bytes] | None = None, **parts: str
) -> Source:
    """What such a file is read as."""
    return read_word(docx(body, others, **parts), "稿.docx", changes)


def paragraphs(body: str, changes: Changes = Changes.ACCEPTED, **parts: str) -> tuple[Paragraph, ...]:
    """The paragraphs of such a file."""
    return source(body, changes, None, **parts).paragraphs


def texts(body: str, changes: Changes = Changes.ACCEPTED, **parts: str) -> list[str]:
    """The paragraphs as they print."""
    return [each.number + each.text for each in paragraphs(body, changes, **parts)]


def left_out(body: str, changes: Changes = Changes.ACCEPTED, **parts: str) -> list[tuple[Fate, str]]:
    """What is listed."""
    return [(item.fate, item.text) for item in source(body, changes, None, **parts).left_out]


def remarks(body: str, changes: Changes = Changes.ACCEPTED, **parts: str) -> list[tuple[str, str]]:
    """The stretches of text that something is said of, and what."""
    return [
        (run.text, run.comment)
        for each in paragraphs(body, changes, **parts)
        for run in each.runs
        if run.comment
    ]

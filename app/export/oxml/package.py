"""Parts put together into a Word file: package, relationships, content types and zip are python-docx's."""

import struct
import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: its name in the package, its content type, how the document is related to it."""

    name: str
    content_type: str
    relationship: str


DOCUMENT = Place("/word/document.xml", CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT)
STYLES = Place("/word/styles.xml", CT.WML_STYLES, RT.STYLES)
SETTINGS = Place("/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS)
FONT_TABLE = Place("/word/fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE)
NUMBERING = Place("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING)
COMMENTS = Place("/word/comments.xml", CT.WML_COMMENTS, RT.COMMENTS)
EDGES = {
    ("header", "default"): Place("/word/header1.xml", CT.WML_HEADER, RT.HEADER),
    ("header", "even"): Place("/word/header2.xml", CT.WML_HEADER, RT.HEADER),
    ("header", "first"): Place("/word/header3.xml", CT.WML_HEADER, RT.HEADER),
    ("footer", "default"): Place("/word/footer1.xml", CT.WML_FOOTER, RT.FOOTER),
    ("footer", "even"): Place("/word/footer2.xml", CT.WML_FOOTER, RT.FOOTER),
    ("footer", "first"): Place("/word/footer3.xml", CT.WML_FOOTER, RT.FOOTER),
}
"""Headers and footers, by where they stand and the pages they are for."""
CORE = Place("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES)
APP = Place("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES)

_LOCAL_TIME, _CENTRAL_TIME = 10, 12
"""Where the time stands in the two headers that a zip has for every member (APPNOTE.TXT, 4.3.7 and 4.3.12)."""
_CENTRAL_NAME = 46
_FIRST_YEAR = 1980


class WordPackage:
    """A Word file in the making: parts are added to it, then it is saved once."""

    def __init__(self) -> None:
        self._package = Package()
        self._document = self._part(DOCUMENT, b"")

    def add(self, place: Place, data: bytes) -> str:
        """Put in a part that the document is related to; the relationship's id."""
        return self._document.relate_to(self._part(place, data), place.relationship)

    def add_properties(self, place: Place, data: bytes) -> None:
        """Put in a part that the package as a whole is related to."""
        self._package.relate_to(self._part(place, data), place.relationship)

    def saved(self, document: bytes, created: datetime | None) -> bytes:
        """The file with `document` as its main part; equal parts and time give equal bytes."""
        main = self._part(DOCUMENT, document)
        for relationship in self._document.rels.values():
            main.load_rel(relationship.reltype, relationship.target_part, relationship.rId)
        self._package.relate_to(main, DOCUMENT.relationship)
        out = BytesIO()
        self._package.save(out)
        return with_time(out.getvalue(), created)

    def _part(self, place: Place, data: bytes) -> Part:
        return Part(PackURI(place.name), place.content_type, data, self._package)


def with_time(archive: bytes, moment: datetime | None) -> bytes:
    """A zip all of whose members have this time (None: the earliest there is) instead of that of writing."""
    written = bytearray(archive)
    time = b"\0\0\x21\0" if moment is None else _dos_time(moment)
    with zipfile.ZipFile(BytesIO(archive)) as zipped:
        central = zipped.start_dir
        for member in zipped.infolist():
            local = member.header_offset + _LOCAL_TIME
            written[local : local + 4] = time
            written[central + _CENTRAL_TIME : central + _CENTRAL_TIME + 4] = time
            name, extra, comment = struct.unpack_from("<HHH", archive, central + 28)
            central += _CENTRAL_NAME + name + extra + comment
    return bytes(written)


def _dos_time(moment: datetime) -> bytes:
    """Time and date as zips have them: two-second steps from 1980 to 2107, without zone."""
    year = min(max(moment.year - _FIRST_YEAR, 0), 127)
    time = moment.hour << 11 | moment.minute << 5 | moment.second // 2
    return struct.pack("<HH", time, year << 9 | moment.month << 5 | moment.day)

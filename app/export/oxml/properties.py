"""docProps: what a Word file says of itself."""

from datetime import datetime

from app.export.oxml.xml import DECLARATION, escaped, stamp


def core_part(title: str, author: str, created: datetime | None) -> bytes:
    """Title and author as given, and nothing of the program that wrote the file; no times where none is given."""
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp(created)}</dcterms:{name}>'
        for name in ("created", "modified")
        if created is not None
    )
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escaped(author)}</cp:lastModifiedBy>{times}<dc:language>zh-CN</dc:language>"
        "</cp:coreProperties>"
    ).encode()


def app_part() -> bytes:
    """The extended properties, of which a speech needs none."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<DocSecurity>0</DocSecurity></Properties>"
    ).encode()

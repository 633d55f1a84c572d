"""XML that comes from others, believed in nothing: no declarations, no entities, nothing fetched."""

from lxml import etree

from app.core.errors import ReadError

Element = etree._Element  # pyright: ignore[reportPrivateUsage] – lxml has no other name for it

_DAMAGED = "用 Word 或 WPS 打开，修复后另存为 .docx 再用。"
_HOSTILE = "这个文件来路不正，不要打开；请向给你的人再要一份。"


def read_xml(data: bytes, member: str, name: str) -> Element:
    """The tree of a part of an archive, without comments and processing instructions.

    `member` and `name` are what messages call the part and the file. Raises ReadError for what is no XML and
    for a DOCTYPE, which Word files never have and by which entities are made to grow.
    """
    if b"<!DOCTYPE" in data:
        raise _hostile(member, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"“{name}”已损坏（{member} 读不通）。", _DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        # Also in an encoding where its bytes are others.
        raise _hostile(member, name)
    return root


def _hostile(member: str, name: str) -> ReadError:
    return ReadError(f"“{name}”里有 Word 文件不该有的声明（{member} 的 DOCTYPE），没有读。", _HOSTILE)

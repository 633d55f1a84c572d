"""Gold files: the parts of an exported speech as they were read against the standards and found right.

`python -m tests.export.golden` writes them anew; read the difference before you keep it.
"""

from dataclasses import replace
from pathlib import Path

from lxml import etree

from tests.export.samples import OPTIONS, exported_parts

FOLDER = Path(__file__).parent / "gold"
PARTS = ("document", "styles", "settings", "fontTable", "footer1", "footer2", "comments")
AUTO_PARTS = ("document", "styles", "numbering")


def gold() -> dict[str, str]:
    """Every gold file by name, pretty-printed."""
    text = exported_parts()
    auto = exported_parts(options=replace(OPTIONS, numbering="auto"))
    return {
        **{f"{name}.xml": _pretty(text[f"word/{name}.xml"]) for name in PARTS},
        **{f"auto-{name}.xml": _pretty(auto[f"word/{name}.xml"]) for name in AUTO_PARTS},
        "core.xml": _pretty(text["docProps/core.xml"]),
        "content-types.xml": _pretty(text["[Content_Types].xml"]),
        "document-relations.xml": _pretty(text["word/_rels/document.xml.rels"]),
    }


def _pretty(root: etree._Element) -> str:
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in gold().items():
        (FOLDER / name).write_text(text, "utf-8")

"""The order of children is that of the schema: Word refuses a file in which it is not."""

from dataclasses import replace

import pytest
from lxml import etree

from tests.export.samples import OPTIONS, W, exported_parts
from tests.export.schema import faults


@pytest.mark.parametrize("name", ["gb9704", "gb9704-single", "guanli"])
@pytest.mark.parametrize("numbering", ["text", "auto"])
def test_every_part_keeps_the_order_of_the_schema(name: str, numbering: str) -> None:
    parts = exported_parts(options=replace(OPTIONS, numbering=numbering), name=name)
    checked = [root for path, root in parts.items() if path.startswith("word/") and path.endswith(".xml")]
    assert len(checked) >= 6
    assert [fault for root in checked for fault in faults(root)] == []


@pytest.mark.parametrize(
    ("xml", "fault"),
    [
        ("<pPr><jc/><spacing/></pPr>", "pPr: spacing stands after jc"),
        ("<rPr><b/><rFonts/></rPr>", "rPr: rFonts stands after b"),
        ("<pPr><jc/><jc/></pPr>", "pPr: jc stands twice"),
        ("<p><r/><pPr/></p>", "p: pPr stands after *"),
        ("<settings><compat/><zoom/></settings>", "settings: zoom stands after compat"),
        ("<styles><font/></styles>", "styles: font stands after docDefaults"),
    ],
)
def test_the_check_sees_what_stands_wrong(xml: str, fault: str) -> None:
    tag = xml[1 : xml.index(">")]
    root = etree.fromstring(xml.replace(f"<{tag}>", f'<{tag} xmlns="{W[1:-1]}">', 1))
    assert fault in list(faults(root))

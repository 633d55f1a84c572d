"""A sample and an export of ours in the layout that was learned of it stand alike on paper, as LibreOffice sets them."""

import io
import os
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from app.export.docx import DocxOptions, export_docx
from app.importing.layout.learn import learn
from app.importing.recognise import recognise
from app.importing.word.reader import read_word
from tests.importing.layout.samples import LONG, SPEECH, body, h1, section
from tests.importing.layout.ten import STANDARD, OneCharacter
from tests.importing.word.files import docx, p, r, zipped

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NEAR = 0.6
"""Points by which places may differ: LibreOffice rounds to its own units."""
LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)
NUMBER = r("— ") + f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>' + r(" —")
FOOTER = p(NUMBER, properties='<w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>')
HEADER = p(
    r("××市人民政府办公室", '<w:sz w:val="21"/>'),
    properties='<w:spacing w:line="300" w:lineRule="exact"/><w:jc w:val="right"/>',
)
LONGER = SPEECH + "".join(h1(f"{number}、确保工作落到实处") + body(LONG) * 5 for number in "三四")
REFERENCES = (
    '<w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
)
NARROW = 'w:top="1440" w:bottom="1440" w:left="1800" w:right="1800" w:header="700" w:footer="800"'
SAMPLES = {
    "standard": LONGER + section(REFERENCES),
    "narrow": LONGER.replace('w:line="560"', 'w:line="520"') + section(REFERENCES, NARROW),
}


@dataclass(frozen=True)
class Paper:
    """What is measured of the pages of a file, in points."""

    pitch: float
    """From line to line, mostly."""
    left: float
    edges: dict[str, float]
    """How far down the header and the number of the first page stand."""
    texts: list[str]


def whole(data: bytes) -> bytes:
    """A file that LibreOffice takes: the kinds of its parts are named."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    kinds = {"document": "document.main", "header": "header", "footer": "footer"}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    members["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    ).encode()
    return zipped(members)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each sample and the export of its own text in its layout, as PDF."""
    home = tmp_path_factory.mktemp("learned")
    files: list[str] = []
    for name, content in SAMPLES.items():
        data = whole(docx(content, header=HEADER, footer=FOOTER))
        layout = learn(data, "样稿.docx", STANDARD).layout
        speech = recognise(read_word(data, "样稿.docx").paragraphs).draft
        made, _ = export_docx(speech, layout, DocxOptions(), OneCharacter())
        for which, each in (("sample", data), ("ours", made)):
            path = home / f"{name}-{which}.docx"
            path.write_bytes(each)
            files.append(str(path))
    command = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON"))}
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(home), *files],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return home


def measured(path: Path) -> Paper:
    found = subprocess.run(
        ["pdftotext", "-bbox-layout", path, "-"], capture_output=True, text=True, check=True
    )
    first = found.stdout.split("<page ")[1]
    lines = sorted(
        (float(match[2]), float(match[1]), "".join(re.sub("<[^>]*>", "", match[5]).split()))
        for match in LINE.finditer(first)
    )
    text = [line for line in lines if len(line[2]) > 12 or line[2].startswith(tuple("一二三四"))]
    steps = Counter(round(below[0] - above[0], 1) for above, below in pairwise(text))
    edges = {words: top for top, _, words in lines if "—1—" in words or "人民政府" in words}
    return Paper(
        steps.most_common(1)[0][0], min(left for _, left, _ in text), edges, [line[2] for line in text]
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_lines_margins_header_and_page_number_stand_where_the_samples_do(folder: Path, name: str) -> None:
    sample, ours = (measured(folder / f"{name}-{which}.pdf") for which in ("sample", "ours"))
    assert ours.pitch == pytest.approx(sample.pitch, abs=0.1)
    assert ours.left == pytest.approx(sample.left, abs=NEAR)
    assert ours.edges.keys() == sample.edges.keys()
    assert len(sample.edges) == 2
    for words, top in sample.edges.items():
        assert ours.edges[words] == pytest.approx(top, abs=1.5), words


@pytest.mark.parametrize("name", SAMPLES)
def test_lines_end_where_the_samples_do(folder: Path, name: str) -> None:
    sample, ours = (measured(folder / f"{name}-{which}.pdf") for which in ("sample", "ours"))
    same = min(len(sample.texts), len(ours.texts))
    assert ours.texts[:same] == sample.texts[:same]

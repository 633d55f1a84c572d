"""Exports on a unit's own file on paper: header and footer are pixel for pixel those of the unit's own file."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.export.base.samples import NAMES, on
from tests.export.base.units import UNITS, clean_company, rewritten, sections_only
from tests.export.samples import SPEECH

RESOLUTION = 150
INCH = 25.4
TOP, BOTTOM = 36.0, 29.0
"""Millimetres of the margins in the units' files but for a hair: what is in them is header and footer."""
LONG = SPEECH + "正文。\n" * 60
FILES: Mapping[str, bytes] = {
    **{f"{name}-unit": make() for name, (make, _) in UNITS.items()},
    **{name: on(name, speech=LONG)[0] for name in UNITS},
    "company-long-unit": rewritten(
        clean_company(), {"word/document.xml": ("示例正文。", "这是模板自己的示例。" * 600)}
    ),
    "company-long": on(clean_company(), NAMES["company"], LONG)[0],
    "bureau-short": on("bureau", speech="@标题 讲话\n同志们要真抓实干。\n")[0],
    "sections-unit": sections_only(),
    "sections": on(sections_only(), NAMES["committee"], LONG)[0],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files as PDF."""
    home = tmp_path_factory.mktemp("rendering")
    for name, data in FILES.items():
        (home / f"{name}.docx").write_bytes(data)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON"))}
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", str(home)),
            *(str(home / f"{name}.docx") for name in FILES),
        ],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return home


def rows(folder: Path, name: str, page: int) -> list[bytes]:
    """The rows of pixels of a page, in colour; a negative page counts from the end."""
    source = folder / f"{name}.pdf"
    if page < 0:
        said = subprocess.run(["pdfinfo", str(source)], check=True, capture_output=True, timeout=60).stdout
        count = next(line.split()[-1] for line in said.decode().splitlines() if line.startswith("Pages"))
        page += int(count) + 1
    span = ["-f", str(page), "-l", str(page)]
    command = ["pdftoppm", "-r", str(RESOLUTION), *span, str(source)]
    image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    _, size, _, pixels = image.split(b"\n", 3)
    width, height = map(int, size.split())
    return [pixels[row * width * 3 : (row + 1) * width * 3] for row in range(height)]


def edges(page: list[bytes]) -> tuple[list[bytes], list[bytes]]:
    """The rows above and below the text."""
    top, bottom = (round(each / INCH * RESOLUTION) for each in (TOP, BOTTOM))
    return page[:top], page[-bottom:]


def is_blank(band: list[bytes]) -> bool:
    return all(set(row) == {255} for row in band)


@pytest.mark.parametrize(
    ("name", "unit", "page"),
    [
        ("bureau-short", "bureau-unit", 1),
        ("committee", "committee-unit", 1),
        ("sections", "sections-unit", 1),
        ("company", "company-unit", 1),
        ("company-long", "company-long-unit", 2),
        ("company-long", "company-long-unit", 3),
    ],
)
def test_header_and_footer_are_the_units(folder: Path, name: str, unit: str, page: int) -> None:
    """The company's first, even and odd pages have different ones."""
    header, footer = edges(rows(folder, name, page))
    assert (header, footer) == edges(rows(folder, unit, page))
    assert not is_blank(header)
    assert page == 1 or not is_blank(footer)


def test_the_header_with_the_logo_is_that_of_the_unit_on_every_page(folder: Path) -> None:
    of_unit, _ = edges(rows(folder, "bureau-unit", 1))
    assert not is_blank(of_unit)
    for page in (1, 2, -1):
        assert edges(rows(folder, "bureau", page))[0] == of_unit


@pytest.mark.parametrize("name", ["committee", "sections"])
def test_the_attachment_that_lies_across_keeps_header_and_table(folder: Path, name: str) -> None:
    """Its page number goes on after the text, as it would in the unit's file."""
    mine, theirs = rows(folder, name, -1), rows(folder, f"{name}-unit", -1)
    bottom = round(BOTTOM / INCH * RESOLUTION)
    assert len(mine) < len(mine[0]) // 3, "it lies across"
    assert mine[:-bottom] == theirs[:-bottom]

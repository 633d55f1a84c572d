"""Exported files on paper, as LibreOffice sets them: the one judge at hand (Word and WPS are not)."""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.repair import repaired
from app.export.docx import export_docx
from app.export.walk import printed_paragraphs
from tests.export.samples import OPTIONS, SPEECH, WORDS, draft, exported, layout

LINES, CHARACTERS = 22, 28
INCH = 25.4
RESOLUTION = 300
PAGE_NUMBER = re.compile("—[0-9]+—")
CJK = "同志们要真抓实干推动各项工作落地见效"


def blocks(*written: tuple[Kind, str]) -> Draft:
    made = (Block("", kind, plain_runs(text)) for kind, text in written)
    return repaired(Draft(blocks=tuple(made)), counting_ids())


def words(count: int) -> str:
    return (CJK * (count // len(CJK) + 1))[:count]


FILES = {
    "body": exported(blocks((Kind.BODY, words(LINES * CHARACTERS * 3)))),
    "paragraphs": exported(blocks(*[(Kind.BODY, words(26 + 28 * 4))] * 12)),
    "run-in": exported(blocks(*[(Kind.H2, f"要扛牢责任。{words(151)}")] * 14)),
    "run-in-guanli": exported(blocks(*[(Kind.H2, f"要扛牢责任。{words(151)}")] * 14), name="guanli"),
    "speech": exported(),
    "speech-auto": exported(options=replace(OPTIONS, numbering="auto")),
    "speech-single": exported(SPEECH + "正文。\n" * 30, name="gb9704-single"),
    "speech-long": exported(SPEECH + "正文。\n" * 30),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files as PDF."""
    return _converted(tmp_path_factory.mktemp("rendering"), FILES)


def _converted(home: Path, files: Mapping[str, bytes]) -> Path:
    """The folder with each file beside its PDF."""
    for name, data in files.items():
        (home / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
    paths = [str(home / f"{name}.docx") for name in files]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON"))}
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(home), *paths],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return home


def pages(folder: Path, name: str) -> list[list[str]]:
    """The lines of every page without blanks, the page number apart."""
    found = [page.extract_text().splitlines() for page in pypdf.PdfReader(folder / f"{name}.pdf").pages]
    lines = [["".join(line.split()) for line in page] for page in found]
    return [[line for line in page if line and not PAGE_NUMBER.fullmatch(line)] for page in lines]


def test_a_page_full_of_text_has_22_lines_of_28_characters(folder: Path) -> None:
    """GB/T 9704 5.2.3."""
    first, second, *_ = pages(folder, "body")
    assert [len(line) for line in first] == [CHARACTERS - 2, *[CHARACTERS] * (LINES - 1)]
    assert [len(line) for line in second] == [CHARACTERS] * LINES


def test_paragraphs_fill_their_pages_too(folder: Path) -> None:
    first, second, *_ = pages(folder, "paragraphs")
    assert len(first) == len(second) == LINES
    assert {len(line) for line in first} == {CHARACTERS - 2, CHARACTERS}


@pytest.mark.parametrize("name", ["run-in", "run-in-guanli"])
def test_fourteen_run_in_paragraphs_leave_no_line_of_a_page_empty(folder: Path, name: str) -> None:
    *full, _ = pages(folder, name)
    assert len(full) == 3
    assert [len(page) for page in full] == [LINES] * len(full)


def test_the_title_is_set_in_the_lines_it_was_broken_into(folder: Path) -> None:
    assert pages(folder, "speech")[0][1:3] == ["在全市加快发展××产业", "暨重点项目推进会议上的讲话"]


def test_own_numbering_prints_what_numbers_as_text_print(folder: Path) -> None:
    assert pages(folder, "speech-auto") == pages(folder, "speech")
    printed = "".join(paragraph.text for paragraph in printed_paragraphs(draft()))
    assert "".join(line for page in pages(folder, "speech") for line in page) == "".join(printed.split())


def dashes(folder: Path, name: str, page: int) -> tuple[float, float, float]:
    """Left and right end of the page number with its dashes and the upper edge of these, in mm of the paper."""
    source = str(folder / f"{name}.pdf")
    command = ["pdftoppm", "-gray", "-r", str(RESOLUTION), "-f", str(page), "-l", str(page), source]
    image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    _, size, _, pixels = image.split(b"\n", 3)
    width, height = map(int, size.split())
    lowest = round((297 - 35 + 2) / INCH * RESOLUTION)
    rows = [pixels[row * width : (row + 1) * width] for row in range(lowest, height)]
    columns = [column for column in range(width) if any(row[column] < 128 for row in rows)]
    first = next(row for row, line in enumerate(rows) if line[columns[0] + 5] < 128)
    return (
        columns[0] / RESOLUTION * INCH,
        columns[-1] / RESOLUTION * INCH,
        (lowest + first) / RESOLUTION * INCH,
    )


def test_page_numbers_stand_right_and_left_one_character_in_and_7_mm_below_the_text(folder: Path) -> None:
    """GB/T 9704 7.5; one character of 四号 is 4.94 mm."""
    _, right, upper = dashes(folder, "speech-long", 1)
    assert right == pytest.approx(210 - 26 - 4.94, abs=0.5)
    assert upper - (297 - 35) == pytest.approx(7, abs=0.5)
    left, _, upper = dashes(folder, "speech-long", 2)
    assert left == pytest.approx(28 + 4.94, abs=0.5)
    assert upper - (297 - 35) == pytest.approx(7, abs=0.5)


@pytest.mark.parametrize("page", [1, 2])
def test_page_numbers_of_one_sided_prints_stand_in_the_middle(folder: Path, page: int) -> None:
    left, right, _ = dashes(folder, "speech-single", page)
    paper = layout("gb9704-single").page
    middle = (paper.left + paper.text_width / 2) / 1440 * INCH
    assert (left + right) / 2 == pytest.approx(middle, abs=0.5)


def _varied(name: str) -> bytes:
    """The long speech in a layout with edges of its own."""
    standard = layout()
    number, page = standard.page_number, standard.page
    header = replace(standard.header, text="内部材料注意保管", alignment="outside", rule=True)
    wanted = {
        "edges": replace(
            standard, header=header, page_number=replace(number, form="page_of", placement="right")
        ),
        "number-above": replace(standard, page_number=replace(number, edge="header", first=False)),
        "mirrored": replace(standard, page=replace(page, mirrored=True, left=2268, right=794)),
    }[name]
    return export_docx(draft(SPEECH + "正文内容。" * 300 + "\n"), wanted, OPTIONS, WORDS)[0]


@pytest.fixture(scope="module")
def varied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Speeches in layouts with headers, numbers in other places and mirrored margins, as PDF."""
    home = tmp_path_factory.mktemp("varied")
    return _converted(home, {name: _varied(name) for name in ("edges", "number-above", "mirrored")})


def words_at(folder: Path, name: str, page: int) -> list[tuple[str, float, float]]:
    """The pieces of text of a page with the millimetres of their left end and their height above the lower edge."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _: object, matrix: list[float], *__: object) -> None:
        if text.strip():
            found.append((text.strip(), matrix[4] / 72 * INCH, matrix[5] / 72 * INCH))

    pypdf.PdfReader(folder / f"{name}.pdf").pages[page - 1].extract_text(visitor_text=visit)
    return found


def test_a_header_stands_outside_and_the_count_of_pages_below(varied: Path) -> None:
    text = pypdf.PdfReader(varied / "edges.pdf").pages[1].extract_text().replace(" ", "")
    count = len(pypdf.PdfReader(varied / "edges.pdf").pages)
    assert f"第2页共{count}页" in text
    lefts = [
        next(left for words, left, _ in words_at(varied, "edges", page) if words.startswith("内部"))
        for page in (1, 2)
    ]
    assert lefts[0] > 140
    assert lefts[1] == pytest.approx(28, abs=0.5)


def test_a_number_above_the_text_is_missing_on_the_first_page(varied: Path) -> None:
    """7 mm above the type area, which begins 37 mm below the upper edge."""
    above = [
        [(words, height) for words, _, height in words_at(varied, "number-above", page) if height > 297 - 36]
        for page in (1, 2)
    ]
    assert above[0] == []
    assert "2" in "".join(words for words, _ in above[1])
    assert {round(height) for _, height in above[1]} <= {264, 265, 266}


def test_mirrored_margins_change_sides_on_even_pages(varied: Path) -> None:
    lefts = [min(left for _, left, _ in words_at(varied, "mirrored", page)) for page in (1, 2)]
    assert lefts == [pytest.approx(40, abs=1.0), pytest.approx(14, abs=1.0)]

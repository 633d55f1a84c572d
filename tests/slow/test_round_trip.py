"""A Word file of ours that LibreOffice opened and saved again still comes back as the draft that it was."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import FORCED_LINE_END, Draft, Run, merged
from app.core.kinds import Kind
from app.core.numbering import numbers
from app.core.rebound import rebound
from app.export.docx import DocxOptions
from app.importing.recognise import recognise
from app.importing.word.reader import read_word
from tests.export.samples import OPTIONS, SPEECH, draft, exported

SPEECHES = {
    "all": SPEECH,
    "remarks": """
- 甲[乙](?)丙丁[戊](^看)己。
+- 子丑[寅](?)卯。
+ 以上**两条**要落实。
## 题。
+ [开头](?)的话。
""",
    "shown": (Path(__file__).parents[1] / "pictures" / "speech.md").read_text("utf-8").split("+++")[2],
}
WAYS: dict[str, DocxOptions] = {
    "typed": OPTIONS,
    "numbered": replace(OPTIONS, numbering="auto", bold_point_leads=True),
    "clean": replace(OPTIONS, clean=True),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All files as LibreOffice saved them."""
    home = tmp_path_factory.mktemp("again")
    saved = home / "saved"
    for name, speech in SPEECHES.items():
        for way, options in WAYS.items():
            (home / f"{name}-{way}.docx").write_bytes(exported(draft(speech), options))
    command = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
    files = [str(path) for path in sorted(home.glob("*.docx"))]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON"))}
    subprocess.run(
        [*command, "--convert-to", "docx", "--outdir", str(saved), *files],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return saved


def back(folder: Path, name: str) -> Draft:
    source = read_word((folder / f"{name}.docx").read_bytes(), "稿.docx")
    assert source.left_out == ()
    return recognise(source.paragraphs).draft


def unbroken(speech: Draft) -> Draft:
    """Without the line ends that the export puts into the title."""
    blocks = tuple(
        replace(
            block, runs=merged(replace(run, text=run.text.replace(FORCED_LINE_END, "")) for run in block.runs)
        )
        if block.kind is Kind.TITLE
        else block
        for block in speech.blocks
    )
    return replace(speech, blocks=blocks)


@pytest.mark.parametrize("way", ["typed", "numbered"])
@pytest.mark.parametrize("name", SPEECHES)
def test_all_of_a_draft_comes_back(folder: Path, name: str, way: str) -> None:
    known = unbroken(draft(SPEECHES[name]))
    assert unbroken(rebound(unbroken(back(folder, f"{name}-{way}")), known)) == known


@pytest.mark.parametrize("name", SPEECHES)
def test_without_bookmarks_text_kinds_and_marks_come_back(folder: Path, name: str) -> None:
    def shown(speech: Draft) -> list[tuple[Kind, str, tuple[Run, ...]]]:
        found: list[tuple[Kind, str, tuple[Run, ...]]] = []
        for block, number in zip(speech.blocks, numbers(speech.blocks), strict=True):
            runs = tuple(replace(run, bind=None) for run in block.runs)
            if block.joined and block.kind is Kind.BODY and found[-1][0] is not Kind.POINT:
                # What runs on after a heading is one with it in print.
                found[-1] = (*found[-1][:2], merged([*found[-1][2], *runs]))
            else:
                found.append((block.kind, number, merged(runs)))
        return found

    assert shown(unbroken(back(folder, f"{name}-clean"))) == shown(unbroken(draft(SPEECHES[name])))

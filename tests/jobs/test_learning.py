"""A layout is learned from a file as a writer has it, and kept as an own layout."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.jobs.learning import keep_learned, learned_from
from app.jobs.program import Program
from app.layouts.find import find_layout
from tests.importing.layout.samples import SPEECH, section
from tests.importing.word.files import docx


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "样稿.docx"
    path.write_bytes(docx(SPEECH + section()))
    return path


def test_it_is_compared_with_the_standard_as_it_comes_with_the_program(
    program: Program, sample: Path
) -> None:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True)
    (folder / "gb9704.toml").write_text('名称 = "改过的"\n基于 = "gb9704"\n[page]\n上 = 50\n', "utf-8")
    assert learned_from(program, sample).base.page.top == 2098


def test_what_is_taken_is_kept_and_can_be_found(program: Program, sample: Path) -> None:
    learned = learned_from(program, sample)
    kept = keep_learned(program, learned, learned.keys, "本局")
    assert find_layout(kept.id, program.places.layout_folders) == kept
    assert kept.grid.pitch == 560


def test_the_file_of_it_holds_only_what_differs_from_the_standard(program: Program, sample: Path) -> None:
    learned = learned_from(program, sample)
    kept = keep_learned(program, learned, learned.keys, "本局")
    text = (program.places.user_data / "templates" / "layouts" / f"{kept.id}.toml").read_text("utf-8")
    assert '基于 = "gb9704"' in text
    assert "天头" not in text and "[fonts" not in text


def test_a_second_one_of_the_same_name_does_not_replace_the_first(program: Program, sample: Path) -> None:
    learned = learned_from(program, sample)
    first, second = (keep_learned(program, learned, learned.keys, "本局") for _ in range(2))
    assert first.id != second.id


def test_what_does_not_fit_the_paper_is_not_kept(program: Program, sample: Path) -> None:
    learned = learned_from(program, sample)
    with pytest.raises(ReadError, match="行距"):
        keep_learned(program, learned, learned.keys - {("styles.body", "行距")}, "本局")


def test_a_name_is_needed(program: Program, sample: Path) -> None:
    learned = learned_from(program, sample)
    with pytest.raises(UsageError, match="名称"):
        keep_learned(program, learned, learned.keys, " ")


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", "同志们：".encode()), ("a.pdf", b"%PDF-1.7"), ("a.html", b"<html><p>a</p></html>")],
)
def test_a_file_without_layout_is_refused(program: Program, tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        learned_from(program, path)
    assert caught.value.remedy

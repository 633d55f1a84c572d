"""Opening: what a writer has becomes a draft, or a sentence says why not."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.errors import AppError, ReadError, UsageError
from app.core.kinds import HEADINGS, Kind
from app.core.markup import parse_markup, print_markup
from app.jobs import office
from app.jobs.exporting import export_draft
from app.jobs.opening import open_draft
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.jobs.sources import Changes
from tests.importing.word.files import docx, p
from tests.jobs.speeches import SPEECH


@pytest.fixture
def speech() -> Draft:
    return parse_markup(SPEECH)


def test_a_siceng_file_opens_as_it_was_saved(program: Program, tmp_path: Path, speech: Draft) -> None:
    path = tmp_path / "稿.siceng"
    saved = save_draft(path, speech, overwrite=False)
    found = open_draft(program, path)
    assert (found.draft, found.path, found.stamp) == (speech, path, saved.stamp)
    assert found.read_only is None and not found.notices and not found.lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_markup_opens_with_its_lines(program: Program, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "稿.MD"
    path.write_bytes(SPEECH.replace("\n", "\r\n").encode(encoding))
    found = open_draft(program, str(path))
    first = next(block for block in found.draft.blocks if block.kind == "h1")
    assert SPEECH.split("\n")[found.lines[first.id] - 1].startswith(f"# {first.text}")
    assert found.path == path and found.stamp is None


def test_markup_comes_from_standard_input_too(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SPEECH.encode())))
    found = open_draft(program, "-")
    assert found.path is None
    assert [block.kind for block in found.draft.blocks].count("h2") == 11


def test_a_terminal_is_no_input(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    with pytest.raises(UsageError, match="标准输入"):
        open_draft(program, "-")


def test_endless_input_is_not_read_to_its_end(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
            return len(buffer)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    with pytest.raises(ReadError, match="超过"):
        open_draft(program, "-")


def test_input_that_breaks_off_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    with pytest.raises(ReadError, match="标准输入"):
        open_draft(program, "-")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("没有.md", None, ReadError),
        ("没有.siceng", None, ReadError),
        ("没有.docx", None, ReadError),
        ("空.md", b" \n", ReadError),
        ("空.txt", b"", ReadError),
        ("稿.docx", b"PK", ReadError),
        ("稿.docx", b"\xff\xfe\xff", ReadError),
        ("稿.pdf", b"%PDF-1.7", ReadError),
        ("照片.txt", b"\x89PNG\r\n\x1a\n", ReadError),
        ("稿.siceng", "# 甲".encode(), ReadError),
    ],
)
def test_what_cannot_be_opened_is_named(
    program: Program, tmp_path: Path, name: str, content: bytes | None, kind: type[AppError]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(kind, match=Path(name).stem) as caught:
        open_draft(program, path)
    assert caught.value.remedy


TYPED = "# 一、提高站位\n- **抓项目。**要快。\n\n二、抓落实\n"


@pytest.mark.parametrize("name", ["稿.md", "稿.txt", "稿.text", "稿"])
def test_a_text_with_typed_numbers_is_recognised(program: Program, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(TYPED.encode("gbk"))
    found = open_draft(program, path)
    assert [(block.kind, block.text) for block in found.draft.blocks] == [
        ("h1", "提高站位"),
        ("body", "抓项目。要快。"),
        ("h1", "抓落实"),
    ]
    assert found.path == path and found.stamp is None
    assert [found.lines[block.id] for block in found.draft.blocks] == [1, 2, 4]
    assert any("2 个序号" in notice for notice in found.notices)
    assert found.origin is not None and found.origin.lost == ()


def test_a_web_page_is_read_whatever_its_name(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes("<html><body><p>同志们：</p><p>开会。</p></body></html>".encode("gbk"))
    assert [block.text for block in open_draft(program, path).draft.blocks] == ["同志们：", "开会。"]


def test_a_word_file_of_ours_comes_back(program: Program, tmp_path: Path, speech: Draft) -> None:
    path = tmp_path / "稿.docx"
    export_draft(program, speech, path)
    found = open_draft(program, path)
    headings = [(block.kind, block.text) for block in speech.blocks if block.kind in HEADINGS]
    assert [(block.kind, block.text) for block in found.draft.blocks if block.kind in HEADINGS] == headings
    assert found.origin is not None and found.origin.lost == () and not found.lines


@pytest.mark.parametrize("name", ["稿.doc", "稿.wps"])
def test_old_word_files_come_by_libreoffice(
    program: Program, tmp_path: Path, speech: Draft, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    export_draft(program, speech, tmp_path / "稿.docx")
    made, path = (tmp_path / "稿.docx").read_bytes(), tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    monkeypatch.setattr(office, "word_file", lambda data, suffix, name: made)
    titles = [block.text for block in open_draft(program, path).draft.blocks if block.kind is Kind.TITLE]
    assert titles == [block.text for block in speech.blocks if block.kind is Kind.TITLE]


def test_a_file_that_word_put_beside_an_open_one_is_no_draft(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "~$稿.docx"
    path.write_bytes(b"\x05user" + bytes(150))
    with pytest.raises(ReadError, match="放在旁边"):
        open_draft(program, path)


def test_what_is_no_speech_by_its_length_is_refused_before_it_is_recognised(
    program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "日志.txt"
    path.write_text("一行\n" * 30_001, "utf-8")
    with pytest.raises(ReadError, match=r"日志.*30,001 段"):
        open_draft(program, path)


WORD = docx(
    p("同志们：")
    + p("提高站位", style="A")
    + p(
        "要",
        "<w:ins><w:r><w:t>切实</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>认真</w:delText></w:r></w:del>",
    )
    + p("抓落实", style="A")
    + p("要见实效。"),
    styles='<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)


@pytest.mark.parametrize(
    ("changes", "text"), [("accepted", "要切实"), ("original", "要认真"), ("kept", "要切实认真")]
)
def test_a_word_file_is_recognised_with_the_text_that_is_asked_for(
    program: Program, tmp_path: Path, changes: Changes, text: str
) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(WORD)
    found = open_draft(program, path, changes)
    assert [(block.kind, block.text) for block in found.draft.blocks] == [
        ("salutation", "同志们："),
        ("h1", "提高站位"),
        ("body", text),
        ("h1", "抓落实"),
        ("body", "要见实效。"),
    ]
    assert found.origin is not None and found.origin.lost == ()


def test_text_of_a_word_file_that_nobody_knows_how_to_read_is_told(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(docx(p("同志们：") + p("<w:r><w:rPr><w:t>藏</w:t></w:rPr><w:t>开会。</w:t></w:r>")))
    origin = open_draft(program, path).origin
    assert origin is not None and [each.text for each in origin.lost] == ["藏"]


def test_dashes_in_a_text_file_are_no_markup(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text("- 17 -\n正文。\n", "utf-8")
    found = open_draft(program, path)
    assert found.origin is not None and [item.text for item in found.origin.report.items] == ["- 17 -"]


def test_markup_with_its_head_is_markup_in_a_text_file_too(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(SPEECH, "utf-8")
    assert open_draft(program, path).origin is None


def test_bytes_that_are_no_text_are_told(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes("同志们：今天召开会议，研究部署工作。".encode("gbk")[:-1])
    (notice,) = open_draft(program, path).notices
    assert "1 处" in notice and "\ufffd" in notice


def newer(path: Path, draft: Draft) -> bytes:
    """A file as a later version may write it: one more field, one more member."""
    save_draft(path, draft, overwrite=False)
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("draft.json"))
    data |= {"version": data["version"] + 1, "later": True}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/x-siceng")
        archive.writestr("draft.json", json.dumps(data))
        archive.writestr("later.bin", b"?")
    return path.read_bytes()


def test_a_file_that_cannot_be_written_again_says_so_when_it_is_opened(
    program: Program, tmp_path: Path, speech: Draft
) -> None:
    path = tmp_path / "稿.siceng"
    save_draft(path, speech, overwrite=False)
    path.chmod(0o444)
    found = open_draft(program, path)
    assert found.notices == ("“稿.siceng”是只读文件，改了要另存。",)
    assert found.draft == speech and found.read_only is None, "what is changed can be saved elsewhere"


def test_a_newer_file_opens_to_be_read_only(program: Program, tmp_path: Path, speech: Draft) -> None:
    path = tmp_path / "新.siceng"
    newer(path, speech)
    found = open_draft(program, path)
    assert found.read_only is not None and "更新版本" in found.read_only
    assert print_markup(found.draft) == print_markup(speech)

"""`siceng import`: markup and foreign texts become `.siceng`, one file or a folder."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Siceng, one_chinese_line
from tests.importing.word.files import docx


def nodes(siceng: Siceng, name: str) -> list[dict[str, object]]:
    found = json.loads(siceng("outline", name, "--json").out)["nodes"]
    return [{key: value for key, value in node.items() if key != "line"} for node in found]


def test_the_outline_of_the_file_is_that_of_the_markup(siceng: Siceng, folder: Path) -> None:
    assert siceng("import", "稿.md", "-o", "稿.siceng").code == 0
    kinds = [node["kind"] for node in nodes(siceng, "稿.siceng")]
    assert [kinds.count(kind) for kind in ("h1", "h2", "point")] == [4, 11, 22]
    assert nodes(siceng, "稿.siceng") == nodes(siceng, "稿.md")


def test_an_existing_file_is_replaced_only_when_asked(siceng: Siceng, folder: Path) -> None:
    (folder / "稿.siceng").write_bytes(b"old")
    done = siceng("import", "稿.md", "-o", "稿.siceng")
    assert (done.code, (folder / "稿.siceng").read_bytes()) == (4, b"old")
    assert siceng("import", "稿.md", "-o", "稿.siceng", "--force").code == 0


def test_a_report_says_what_is_in_each_draft(siceng: Siceng, folder: Path) -> None:
    assert siceng("import", "稿.md", "-o", "稿.siceng", "--report", "报告.json").code == 0
    (said,) = json.loads((folder / "报告.json").read_text("utf-8"))["files"]
    assert (said["headings"], said["points"], said["source"]) == (15, 22, "稿.md")


def test_of_a_folder_what_can_be_read_is_made_and_the_rest_is_told(siceng: Siceng, folder: Path) -> None:
    (folder / "来").mkdir()
    (folder / "来" / "好.md").write_text("# 甲", "utf-8")
    (folder / "来" / "坏.md").write_text("# 甲 {颜色=红}", "utf-8")
    done = siceng("import", "来", "-o", "去")
    assert done.code == 5
    assert "坏.md" in done.err and "颜色" in done.err
    assert [path.name for path in (folder / "去").iterdir()] == ["好.siceng"]


TEXT = "一、提高站位\n正文\ufffd一段。\n二、抓好落实\n"


def test_the_report_lists_what_is_not_in_the_text_and_where_it_stood(siceng: Siceng, folder: Path) -> None:
    (folder / "旧稿.txt").write_text(TEXT, "utf-8")
    done = siceng("import", "旧稿.txt", "-o", "稿.siceng", "--report", "报告.json")
    assert done.code == 0 and "2 个序号" in done.err and "\ufffd" in done.err
    (said,) = json.loads((folder / "报告.json").read_text("utf-8"))["files"]
    assert said["encoding"] == "UTF-8" and said["lost"] == []
    assert {"why": "序号", "text": "二、", "line": 3} in said["left_out"]
    assert {"why": "认不出的字", "text": "", "line": 2} in said["left_out"]


def test_a_folder_may_hold_files_of_every_kind(siceng: Siceng, folder: Path) -> None:
    (folder / "来").mkdir()
    (folder / "来" / "甲.txt").write_bytes(TEXT.encode("gb18030"))
    (folder / "来" / "甲.md").write_text("# 一、甲\n", "utf-8")
    (folder / "来" / "乙.HTML").write_text("<html><p>乙</p></html>", "utf-8")
    (folder / "来" / "~$甲.docx").write_bytes(b"x")
    (folder / "来" / "表.xlsx").write_bytes(b"x")
    done = siceng("import", "来", "-o", "去")
    assert done.code == 0
    assert sorted(path.name for path in (folder / "去").iterdir()) == [
        "乙.siceng",
        "甲.md.siceng",
        "甲.txt.siceng",
    ]
    assert len(done.out.splitlines()) == 3 and all("→" in line for line in done.out.splitlines())


@pytest.mark.parametrize(
    ("changes", "text"), [("accepted", "新的要求。"), ("original", "旧的要求。"), ("kept", "新的旧的要求。")]
)
def test_tracked_changes_are_taken_as_asked(siceng: Siceng, folder: Path, changes: str, text: str) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>新的</w:t></w:r></w:ins><w:del><w:r><w:delText>旧的</w:delText></w:r></w:del>"
        "<w:r><w:t>要求。</w:t></w:r></w:p>"
    )
    (folder / "改.docx").write_bytes(docx(body))
    assert siceng("export", "改.docx", "-o", "出.txt", "--changes", changes).code == 0
    assert (folder / "出.txt").read_text("utf-8").strip() == text


WORDS = "今天的会议很重要，主要是研究下一步怎么干。下面，我结合自己的工作，讲几点意见，请大家批评指正。"
SEVERAL = "\n".join(f"第{number}篇 {name}\n同志们：\n{WORDS}" for number, name in enumerate("防抗救", 1))


@pytest.mark.parametrize(
    ("out", "files"),
    [
        ("稿.siceng", ["稿-1.siceng", "稿-2.siceng", "稿-3.siceng"]),
        ("夹", ["夹/汇编-1.siceng", "夹/汇编-2.siceng", "夹/汇编-3.siceng"]),
    ],
)
def test_several_speeches_become_a_file_each_when_asked(
    siceng: Siceng, folder: Path, out: str, files: list[str]
) -> None:
    (folder / "汇编.txt").write_text(SEVERAL, "utf-8")
    done = siceng("import", "汇编.txt", "-o", out, "--split", "--report", "报告.json")
    assert done.code == 0 and len(done.out.splitlines()) == 3
    assert all((folder / name).is_file() for name in files)
    said = json.loads((folder / "报告.json").read_text("utf-8"))["files"]
    assert [each["lost"] for each in said] == [[], [], []]


def test_several_speeches_in_one_draft_are_told(siceng: Siceng, folder: Path) -> None:
    (folder / "汇编.txt").write_text(SEVERAL, "utf-8")
    done = siceng("import", "汇编.txt", "-o", "稿.siceng")
    assert done.code == 0 and "3 篇" in done.err and "--split" in done.err


def test_a_single_speech_keeps_its_name_although_splitting_was_asked_for(
    siceng: Siceng, folder: Path
) -> None:
    (folder / "旧稿.txt").write_text(TEXT, "utf-8")
    assert siceng("import", "旧稿.txt", "-o", "稿.siceng", "--split").code == 0
    assert (folder / "稿.siceng").is_file()


@pytest.mark.parametrize(
    ("source", "out", "code"),
    [("无.md", "出.siceng", 3), ("稿.md", "出.docx", 4), ("空", "去", 2), ("甲.siceng", "出.siceng", 2)],
)
def test_what_cannot_be_done_is_one_line(
    siceng: Siceng, folder: Path, source: str, out: str, code: int
) -> None:
    (folder / "空").mkdir()
    done = siceng("import", source, "-o", out)
    assert done.code == code
    assert one_chinese_line(done.err)


def test_a_word_file_of_ours_goes_back_into_the_draft_that_it_was(siceng: Siceng, folder: Path) -> None:
    assert siceng("import", "稿.md", "-o", "稿.siceng").code == 0
    assert siceng("export", "稿.siceng", "-o", "送审.docx").code == 0
    assert siceng("export", "稿.siceng", "-o", "前.md").code == 0
    done = siceng("import", "送审.docx", "-o", "回.siceng", "--base", "稿.siceng")
    assert done.code == 0 and "稿.siceng" in done.err
    assert siceng("export", "回.siceng", "-o", "后.md").code == 0
    assert (folder / "后.md").read_text("utf-8") == (folder / "前.md").read_text("utf-8")

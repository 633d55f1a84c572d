"""`siceng export`: files for others, a report for the writer, and former files unharmed."""

import errno
import os
import re
import zipfile
from pathlib import Path

import pytest

from app.core.markup import parse_markup
from app.jobs.saving import save_draft
from tests.cli.conftest import Done, Siceng, one_chinese_line
from tests.jobs.speeches import CONTENTS, SPEECH
from tests.jobs.test_opening import newer


def printed(path: Path) -> str:
    """The text of a Word file, a paragraph a line."""
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", document, re.DOTALL)
    return "\n".join("".join(re.findall(r"<w:t[^>]*>(.*?)</w:t>", each)) for each in paragraphs)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_a_word_file_holds_the_whole_contents(siceng: Siceng, folder: Path) -> None:
    assert siceng("export", "稿.md", "-o", "出.docx").code == 0
    text = printed(folder / "出.docx")
    assert all(line in text for line in CONTENTS.split("\n"))
    assert "我讲四点意见" in text


@pytest.mark.parametrize("name", ["出.txt", "出.TXT"])
def test_plain_text_holds_the_numbers(siceng: Siceng, folder: Path, name: str) -> None:
    assert siceng("export", "稿.md", "-o", name).code == 0
    text = (folder / name).read_text(encoding="utf-8")
    assert all(line in text for line in CONTENTS.split("\n"))


def test_markup_that_was_exported_outlines_the_same(siceng: Siceng, folder: Path) -> None:
    save_draft(folder / "稿.siceng", parse_markup(SPEECH), overwrite=False)
    assert siceng("export", "稿.siceng", "-o", "出.md").code == 0
    assert siceng("outline", "出.md").out.split("\n")[4:] == siceng("outline", "稿.md").out.split("\n")[4:]


def test_what_was_made_is_exported_in_every_format(siceng: Siceng, folder: Path) -> None:
    for occasion in ("tuijinhui", "zhuchici", "huanyingci"):
        assert siceng("new", "--occasion", occasion, "-o", "新.siceng", "--force").code == 0
        for name in ("出.docx", "出.txt", "出.md"):
            assert siceng("export", "新.siceng", "-o", name, "--force").code == 0
            assert (folder / name).stat().st_size > 500


def test_the_report_tells_what_is_left_to_do(siceng: Siceng, folder: Path) -> None:
    (folder / "稿.md").write_text("# 甲\n当前，【待填：上级要求】。\n\\\n末尾", encoding="utf-8")
    done = siceng("export", "稿.md", "-o", "出.txt")
    assert done.out == ""
    assert "1 处待填" in done.err and "【待填：上级要求】" in done.err and "1 处空段" in done.err


def test_options_reach_the_word_file(siceng: Siceng, folder: Path) -> None:
    siceng("export", "稿.md", "-o", "甲.docx")
    siceng(
        "export",
        "稿.md",
        "-o",
        "乙.docx",
        "--numbering",
        "auto",
        "--clean",
        "--author",
        "某某",
        "--layout",
        "guanli",
    )
    plain, chosen = folder / "甲.docx", folder / "乙.docx"
    assert "_sc_" in part(plain, "word/document.xml") and "_sc_" not in part(chosen, "word/document.xml")
    assert "一、提高" in printed(plain) and "一、提高" not in printed(chosen)
    assert "某某" in part(chosen, "docProps/core.xml") and "某某" not in part(plain, "docProps/core.xml")
    assert part(plain, "word/styles.xml") != part(chosen, "word/styles.xml")


def test_a_layout_may_be_a_file(siceng: Siceng, folder: Path) -> None:
    (folder / "我的.toml").write_text('基于 = "gb9704"\n名称 = "我的"\n', encoding="utf-8")
    assert siceng("export", "稿.md", "-o", "出.docx", "--layout", "我的.toml").code == 0


@pytest.mark.parametrize(
    ("layout", "code", "said"),
    [("gb", 2, "gb9704"), ("没有.toml", 3, "没有.toml"), ("错.toml", 3, "第 1 行")],
)
def test_a_wrong_layout_is_told(siceng: Siceng, folder: Path, layout: str, code: int, said: str) -> None:
    (folder / "错.toml").write_text("名称 = 没有引号\n", encoding="utf-8")
    done = siceng("export", "稿.md", "-o", "出.docx", "--layout", layout)
    assert done.code == code and said in done.err and one_chinese_line(done.err)
    assert not (folder / "出.docx").exists()


def test_a_draft_does_not_choose_files_of_this_machine(siceng: Siceng, folder: Path) -> None:
    (folder / "稿.md").write_text('+++\n版式 = "我的.toml"\n+++\n# 甲', encoding="utf-8")
    (folder / "我的.toml").write_text('基于 = "gb9704"\n名称 = "我的"\n', encoding="utf-8")
    done = siceng("export", "稿.md", "-o", "出.docx")
    assert done.code == 2 and "我的.toml" in done.err and one_chinese_line(done.err)
    assert siceng("export", "稿.md", "-o", "出.docx", "--layout", "gb9704").code == 0


def test_a_newer_file_is_exported_with_a_message(siceng: Siceng, folder: Path) -> None:
    content = newer(folder / "新.siceng", parse_markup(SPEECH))
    done = siceng("export", "新.siceng", "-o", "出.txt")
    assert done.code == 0 and "更新版本" in done.err
    assert (folder / "新.siceng").read_bytes() == content


def failed_without_harm(done: Done, folder: Path, said: str) -> None:
    assert done.code == 4 and said in done.err and one_chinese_line(done.err)
    assert (folder / "出.docx").read_bytes() == b"former"
    assert not [path for path in folder.iterdir() if path.name.startswith(".siceng-")]


def test_an_existing_file_is_replaced_only_with_force(siceng: Siceng, folder: Path) -> None:
    (folder / "出.docx").write_bytes(b"former")
    failed_without_harm(siceng("export", "稿.md", "-o", "出.docx"), folder, "--force")
    assert siceng("export", "稿.md", "-o", "出.docx", "--force").code == 0
    assert "一、提高" in printed(folder / "出.docx")


def test_a_full_disk_leaves_the_former_file(
    siceng: Siceng, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (folder / "出.docx").write_bytes(b"former")
    monkeypatch.setattr(os, "fsync", full)
    done = siceng("export", "稿.md", "-o", "出.docx", "--force")
    failed_without_harm(done, folder, "空间")


def test_a_read_only_file_stays(siceng: Siceng, folder: Path) -> None:
    (folder / "出.docx").write_bytes(b"former")
    (folder / "出.docx").chmod(0o444)
    failed_without_harm(siceng("export", "稿.md", "-o", "出.docx", "--force"), folder, "只读")


def test_a_folder_that_may_not_be_written_is_told(
    siceng: Siceng, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refused)
    done = siceng("export", "稿.md", "-o", "出.txt")
    assert done.code == 4 and "没有权限" in done.err.strip().split("\n")[-1]


@pytest.mark.parametrize(
    ("target", "code"),
    [("夹.docx", 4), ("没有的夹/出.docx", 4), ("稿.md/出.docx", 4), ("长" * 90 + ".docx", 4), ("出.pdf", 2)],
)
def test_a_target_that_cannot_be_written_is_told(
    siceng: Siceng, folder: Path, target: str, code: int
) -> None:
    (folder / "夹.docx").mkdir()
    done = siceng("export", "稿.md", "-o", target, "--force")
    assert done.code == code and one_chinese_line(done.err)


@pytest.mark.parametrize("name", ["稿.md", "./稿.md", "别名.md"])
def test_the_source_is_never_written_over(siceng: Siceng, folder: Path, name: str) -> None:
    (folder / "别名.md").symlink_to("稿.md")
    done = siceng("export", "稿.md", "-o", name, "--force")
    assert done.code == 2 and "就是打开的这一个" in done.err and one_chinese_line(done.err)
    assert (folder / "稿.md").read_text(encoding="utf-8") == SPEECH

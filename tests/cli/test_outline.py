"""`siceng outline`: for people, as JSON, and for whatever is given to it."""

import json
import re
from pathlib import Path

import pytest

from app.core.markup import parse_markup
from app.files.archive import read_archive, write_archive
from app.jobs.saving import save_draft
from tests.cli.conftest import Siceng, one_chinese_line
from tests.jobs.speeches import CONTENTS, SPEECH
from tests.jobs.test_opening import newer


def test_people_see_head_contents_and_length(siceng: Siceng) -> None:
    done = siceng("outline", "稿.md")
    assert done.code == 0 and done.err == ""
    lines = [re.sub("　.*", "", line.strip()) for line in done.out.strip().split("\n")]
    assert lines[0] == "在全市××工作推进会议上的讲话"
    start = lines.index("〔开场〕")
    assert "\n".join(lines[start + 1 : start + 38]) == CONTENTS
    assert "字，讲话时间约 " in lines[-1]


def test_people_see_what_each_section_takes(siceng: Siceng) -> None:
    lines = siceng("outline", "稿.md").out.split("\n")
    taking = [line for line in lines if re.search("　[0-9]+ 字，(约 [0-9]+ 分钟|不足 1 分钟)", line)]
    assert [line.split("、")[0][:3] for line in taking] == ["〔开场", "一", "二", "三", "四", "〔收尾"]


def test_json_gives_the_contents_back_from_markup_and_from_the_file(siceng: Siceng) -> None:
    markup = json.loads(siceng("outline", "稿.md", "--json").out)
    save_draft(Path("稿.siceng"), parse_markup(SPEECH), overwrite=False)
    done = siceng("outline", "稿.siceng", "--json")
    assert done.code == 0 and done.err == ""
    saved = json.loads(done.out)
    nodes = [node for node in markup["nodes"] if node["kind"] != "section"]
    assert "\n".join(node["number"] + node["text"] for node in nodes) == CONTENTS
    for node in markup["nodes"]:
        assert node["line"] is not None
        node["line"] = None
    # Facts typed, counts filled in: the file was saved from the markup as it stands.
    assert saved["nodes"] == markup["nodes"] and saved["title"] == markup["title"]
    assert list(saved) == list(markup)


def test_json_has_the_keys_that_are_promised(siceng: Siceng) -> None:
    data = json.loads(siceng("outline", "稿.md", "--json").out)
    keys = ["title", "subtitle", "byline", "date", "salutation", "characters", "minutes", "nodes"]
    assert list(data) == keys
    assert list(data["nodes"][0]) == ["kind", "number", "text", "layer", "run_in", "missing", "line"]
    assert data["characters"] > 500 and 3 < data["minutes"] < 10


TYPED = "同志们：\n\n一、提高站位\n正文。\n（一）认清大势\n二、抓好落实\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "utf-16"])
def test_a_text_is_recognised_and_its_lines_are_known(siceng: Siceng, folder: Path, encoding: str) -> None:
    (folder / "旧稿.txt").write_bytes(TYPED.encode(encoding))
    done = siceng("outline", "旧稿.txt", "--json")
    nodes = [node for node in json.loads(done.out)["nodes"] if node["kind"] != "section"]
    assert [(node["number"], node["text"], node["line"]) for node in nodes] == [
        ("一、", "提高站位", 3),
        ("（一）", "认清大势", 5),
        ("二、", "抓好落实", 6),
    ]
    assert done.code == 0 and "3 个序号" in done.err


def test_text_comes_from_standard_input_too(siceng: Siceng) -> None:
    assert "一、提高站位" in siceng("outline", "-", stdin=TYPED.encode("gbk")).out


def test_standard_input_is_read(siceng: Siceng) -> None:
    assert siceng("outline", "-", stdin=SPEECH.encode()).out == siceng("outline", "稿.md").out


def test_notices_are_told_beside_the_outline(siceng: Siceng, folder: Path) -> None:
    (folder / "稿.md").write_text('+++\n[事实]\n会议日期 = "明天"\n+++\n# 甲', encoding="utf-8")
    done = siceng("outline", "稿.md")
    assert done.code == 0 and "一、甲" in done.out and "会议日期" in done.err and one_chinese_line(done.err)


def test_damaged_settings_are_told_and_the_outline_is_there(siceng: Siceng, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.json").write_text("{", encoding="utf-8")
    done = siceng("outline", "稿.md")
    assert done.code == 0 and "一、提高政治站位" in done.out and "设置" in done.err


def test_a_newer_file_is_shown_with_a_message(siceng: Siceng, folder: Path) -> None:
    newer(folder / "新.siceng", parse_markup(SPEECH))
    done = siceng("outline", "新.siceng")
    assert done.code == 0 and "一、提高政治站位" in done.out
    assert "更新版本" in done.err and one_chinese_line(done.err)


def sound(folder: Path) -> bytes:
    save_draft(folder / "好.siceng", parse_markup(SPEECH), overwrite=False)
    return (folder / "好.siceng").read_bytes()


def bomb(folder: Path) -> bytes:
    members = [("mimetype", b"application/x-siceng"), ("draft.json", b"0" * (64 << 20))]
    return write_archive(members, stored_first="mimetype")


def other_zip(folder: Path) -> bytes:
    return write_archive(
        [("mimetype", b"application/epub+zip"), ("draft.json", b"{}")], stored_first="mimetype"
    )


def wrong_json(folder: Path) -> bytes:
    members = {**read_archive(Path(folder / "好.siceng")), "draft.json": b'{"version": 1, "blocks": 3}'}
    return write_archive(list(members.items()), stored_first="mimetype")


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: sound(folder)[:-200],
        lambda folder: sound(folder)[:100],
        lambda folder: b"",
        lambda folder: "在全市××会议上的讲话".encode(),
        bomb,
        other_zip,
        lambda folder: sound(folder) and wrong_json(folder),
    ],
    ids=["cut off", "cut short", "empty", "not a zip", "a bomb", "another zip", "another content"],
)
def test_a_file_that_is_no_good_is_status_3_and_stays_as_it_is(siceng: Siceng, folder: Path, damage) -> None:
    path = folder / "坏.siceng"
    path.write_bytes(damage(folder))
    content = path.read_bytes()
    for command in (["outline", "坏.siceng"], ["export", "坏.siceng", "-o", "出.docx"]):
        done = siceng(*command)
        assert done.code == 3 and "坏.siceng" in done.err and one_chinese_line(done.err) and not done.out
    assert path.read_bytes() == content and not (folder / "出.docx").exists()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("没有.md", None, 3),
        ("错.md", "+++\n场合 =\n+++", 3),
        ("空.txt", "", 3),
        ("稿.docx", "PK", 3),
        ("稿.pdf", "%PDF-1.7", 3),
    ],
)
def test_what_cannot_be_opened_has_its_status(
    siceng: Siceng, folder: Path, name: str, content: str | None, code: int
) -> None:
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    done = siceng("outline", name)
    assert done.code == code and one_chinese_line(done.err)

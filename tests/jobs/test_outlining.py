"""The outline as data: the 目录 comes back, from markup as from the file."""

from pathlib import Path

from app.core.markup import parse_markup
from app.jobs.opening import open_draft
from app.jobs.outlining import OutlineData, outline_data
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.lang.speaking import PRESETS
from tests.jobs.speeches import CONTENTS, SPEECH

RATE = PRESETS["常速"]


def outlined(markup: str) -> OutlineData:
    return outline_data(parse_markup(markup), RATE)


def test_the_contents_come_back_from_the_markup() -> None:
    nodes = [node for node in outlined(SPEECH)["nodes"] if node["kind"] != "section"]
    assert "\n".join(node["number"] + node["text"] for node in nodes) == CONTENTS
    kinds = [node["kind"] for node in nodes]
    assert (kinds.count("h1"), kinds.count("h2"), kinds.count("point")) == (4, 11, 22)


def test_the_contents_come_back_from_the_file_made_of_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "稿.md").write_text(SPEECH, encoding="utf-8")
    markup = open_draft(program, tmp_path / "稿.md")
    save_draft(tmp_path / "稿.siceng", markup.draft, overwrite=False)
    saved = open_draft(program, tmp_path / "稿.siceng")
    without_lines = outline_data(markup.draft, RATE)
    assert outline_data(saved.draft, RATE, saved.lines) == without_lines
    assert outline_data(markup.draft, RATE, markup.lines) != without_lines


def test_head_kinds_are_told_as_they_are_printed() -> None:
    data = outlined(
        "@稿次 送审稿\n@标题 在××会议\\n上的讲话\n@副题 甲\n@讲话人 市长\n@讲话人 ×××\n@日期 （5月31日）\n@称谓 同志们："
    )
    assert data["title"] == ["在××会议", "上的讲话"]
    assert data["subtitle"] == "甲"
    assert data["byline"] == "市长\n×××"
    assert data["date"] == "（5月31日）"
    assert data["salutation"] == "同志们："


def test_what_the_head_does_not_have_is_null() -> None:
    data = outlined("# 一级")
    assert data["title"] == []
    assert [data[key] for key in ("subtitle", "byline", "date", "salutation")] == [None] * 4


def test_a_node_says_layer_run_in_missing_and_line(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "稿.md"
    path.write_text(
        "今天开会。 {节=开场}\n# 提高站位 {认识}\n\n## 大势。当前形势很好。\n## 【缺】\n# 收尾",
        encoding="utf-8",
    )
    found = open_draft(program, path)
    nodes = outline_data(found.draft, RATE, found.lines)["nodes"]
    assert nodes == [
        {"kind": "section", "number": "", "text": "开场", "layer": None, "run_in": False, "missing": False, "line": 1},
        {"kind": "h1", "number": "一、", "text": "提高站位", "layer": "认识", "run_in": False, "missing": False, "line": 2},
        {"kind": "h2", "number": "（一）", "text": "大势", "layer": "认识", "run_in": True, "missing": False, "line": 4},
        {"kind": "h2", "number": "（二）", "text": "【缺】", "layer": "认识", "run_in": False, "missing": True, "line": 5},
        {"kind": "h1", "number": "二、", "text": "收尾", "layer": None, "run_in": False, "missing": False, "line": 6},
    ]  # fmt: skip


def test_characters_count_numbers_and_leave_placeholders_out() -> None:
    assert outlined("# 提高站位\n当前，【待填：上级要求】。")["characters"] == 6 + 4

"""TOML by hand: Chinese keys, numbers kept exact, and errors that say where and what in Chinese."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import ReadError
from app.files.toml import TomlLimits, read_toml
from app.files.toml_errors import explain

KEYS = st.text("abz09_-", min_size=1, max_size=6)
CHINESE_KEYS = st.text("会议名称讲话人〇一二a9_-", min_size=1, max_size=6)
TEXTS = st.text(st.sampled_from("名 称=[]{},.#'\"\\\n一ab"), max_size=12)


def written(value: object) -> str:
    """A value as TOML has it within a line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if isinstance(value, list):
        return "[ " + ", ".join(written(each) for each in value) + " ]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {written(each)}" for key, each in value.items()) + "}"
    return str(value)


def tables(keys: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, object]]:
    plain = TEXTS | st.integers() | st.booleans() | st.dates() | st.decimals(-1000, 1000, places=2)
    values = st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=8,
    )
    return st.dictionaries(keys, values, max_size=4)


def toml(table: dict[str, object]) -> str:
    lines = [f"{key} = {written(value)} # 名 = [\n" for key, value in table.items()]
    return "# 说明：会议 = {\n" + "\n".join(lines)


def fault(text: str | bytes, **keywords: int) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(ReadError) as caught:
        read_toml(data, "事实.toml", **keywords)
    assert caught.value.what.startswith("“事实.toml”")
    assert caught.value.remedy
    return str(caught.value)


@given(tables(KEYS))
def test_toml_without_chinese_keys_reads_as_ever(table: dict[str, object]) -> None:
    text = toml(table)
    assert read_toml(text.encode()) == tomllib.loads(text, parse_float=Decimal) == table


@given(tables(CHINESE_KEYS))
def test_chinese_keys_read_as_if_they_were_quoted(table: dict[str, object]) -> None:
    assert read_toml(toml(table).encode()) == table


def test_tables_dotted_keys_and_lists_of_tables_may_be_chinese() -> None:
    text = '[事实]\n会议.名称 = "推进会"\n[[议程]]\n序 = 1\n[[议程]]\n序 = 2\n'
    assert read_toml(text.encode()) == {"事实": {"会议": {"名称": "推进会"}}, "议程": [{"序": 1}, {"序": 2}]}


def test_numbers_with_a_point_stay_as_they_were_written() -> None:
    assert str(read_toml(b"a = 352.460")["a"]) == "352.460"
    assert read_toml(b"a = 2025-05-31")["a"] == date(2025, 5, 31)


def test_a_file_is_read_with_or_without_a_mark_and_with_any_line_ends(tmp_path: Path) -> None:
    for data in ('名 = "甲"\r\n称 = 1\r\n'.encode("utf-8-sig"), '名 = "甲"\n称 = 1'.encode()):
        (tmp_path / "事实.toml").write_bytes(data)
        assert read_toml(tmp_path / "事实.toml") == {"名": "甲", "称": 1}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("会议 = 1\n这一行不是", "第 2 行末尾：名称后面缺少等号。"),
        ("= 3", "第 1 行第 1 个字：有语法错误。每行写成"),
        ("（一） = 1", "第 1 行第 1 个字：有语法错误。这一行的 （ 是全角的，改成半角。"),
        ('名称＝"推进会"', "第 1 行第 3 个字：名称后面缺少等号。这一行的 ＝ 是全角的"),
        ("名称 = “推进会”", "第 1 行第 6 个字：等号后面的值写法不对。这一行的 “ 是全角的"),
        ("甲 = 1\n地点 = 市政府", "第 2 行第 6 个字：等号后面的值写法不对。文字要写在一对半角引号里"),
        ('甲 = "x"\n甲 = "y"\n乙 = 1', "第 2 行末尾：这一项与前面的重复。"),
        ("[事实]\n甲 = 1\n[事实]", "第 3 行第 4 个字：这一项与前面的重复。"),
        ("人 = {甲 = 1, 甲 = 2}", "这一项与前面的重复。"),
        ('甲 = "没有合上\n乙 = 1', "第 1 行第 5 个字：这里开始的引号没有合上。"),
        ('甲 = "没有合上\n乙 = "合上"', "第 1 行第 5 个字：这里开始的引号没有合上。"),
        ('甲 = "推进会”', "引号没有合上。这一行的 ” 是全角的"),
        ('甲 = "他说“好', "引号没有合上。在这段文字末尾补上"),
        ("甲 = '没有合上\n乙 = 'x'", "第 1 行第 5 个字：这里开始的引号没有合上。"),
        ('丙 = 1\n甲 = """没有合上\n乙 = 1\n', "第 2 行第 5 个字：这里开始的引号没有合上。"),
        ("甲 = '''没有合上", "第 1 行第 5 个字：这里开始的引号没有合上。"),
        ('甲 = 1 2\n乙 = "没有合上', "第 1 行第 7 个字：一项写完以后还有多余的内容。"),
        ("[事实\n甲 = 1", "第 1 行末尾：表名的方括号没有合上。"),
        ("甲 = [1, 2\n乙 = 3", "第 2 行第 1 个字：方括号没有合上。"),
        ("甲 = {乙 = 1", "花括号没有合上。"),
        ("甲 = 1 2", "第 1 行第 7 个字：一项写完以后还有多余的内容。"),
        ('甲 = "C:\\文件"', "第 1 行第 10 个字：反斜杠用得不对。"),
        ('甲 = "\\u00zz"', "反斜杠用得不对。"),
        ('甲 = "\\ud800"', "反斜杠用得不对。"),
        ('甲 = "\x01"', "第 1 行第 6 个字：有看不见的控制字符。"),
        ("甲. = 1", "第 1 行第 4 个字：名称写法不对。"),
        ("甲 = 2025-02-30T25:00:00", "第 1 行第 5 个字：日期或时间不对。"),
        ("甲 = 2025-02-30", "日期或时间不对。"),
    ],
)
def test_each_mistake_is_named_at_its_place(text: str, words: str) -> None:
    assert words in fault(text)


def test_a_complaint_that_nobody_foresaw_still_has_its_line() -> None:
    error = explain(ValueError("Something new (at line 2, column 1)"), "a = 1\nb = 2", "a = 1\nb = 2", "x", 1)
    assert str(error) == "“x”第 2 行第 1 个字：有语法错误。检查这一行的写法。"


def test_lines_are_counted_from_where_the_text_starts_in_its_file() -> None:
    assert "第 12 行" in fault("甲 = 1\n乙 = ", first_line=11)


def test_a_place_after_several_chinese_keys_is_where_the_writer_sees_it() -> None:
    assert "第 1 行第 26 个字" in fault('人 = {姓名 = "甲", 职务 = "乙"} 丙')


@pytest.mark.parametrize("data", ['会议 = 1\n名称 = "推进会"'.encode("gb18030"), b'a = 1\nb = "\xff"'])
def test_another_encoding_is_said_with_its_line(data: bytes) -> None:
    line = 1 if data.startswith("会".encode("gb18030")) else 2
    assert f"第 {line} 行不是 UTF-8 编码。" in fault(data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 5000, "太深"),
        ("a = " + "[" * 40 + "]" * 40, "超过 32 层"),
        ("a." * 40 + "b = 1", "超过 32 层"),
        ("a." * 600 + "b = 1", "点号多得反常"),
        ("a = 1e99999", "有一个数太长"),
        ("a = 1e-99999", "有一个数太长"),
        ("a = " + "9" * 5000, "有一个数太长"),
        ("a = [1, {b = 0x" + "f" * 5000 + "}]", "有一个数太长"),
    ],
)
def test_what_would_fill_the_memory_is_refused(text: str, words: str) -> None:
    assert words in fault(text)


def test_a_text_of_just_the_size_allowed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "事实.toml"
    path.write_bytes(b"abc = 1")
    assert read_toml(path, limits=TomlLimits(bytes=7)) == {"abc": 1}
    for source in (path, b"abc = 1"):
        with pytest.raises(ReadError, match=r"“事实\.toml”超过可以读取的大小（6 字节）"):
            read_toml(source, "事实.toml", limits=TomlLimits(bytes=6))


def test_just_the_depth_allowed_is_read() -> None:
    assert read_toml(b"a = [[1]]", limits=TomlLimits(depth=3)) == {"a": [[1]]}
    with pytest.raises(ReadError, match="超过 2 层"):
        read_toml(b"a = [[1]]", limits=TomlLimits(depth=2))


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没有找到"):
        read_toml(tmp_path / "没有.toml")

"""Chinese bare keys are put in quotation marks where a key can stand, and nothing else is touched."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.bare_keys import quoted_keys

FRAGMENTS = (
    *("名", "称谓", "é", "a", "b-1", "1", "true", "2025-05-31", "1e9", "一"),
    *('"', "'", '"""', "'''", "\\", '\\"', "\\\\", '"名"', "'称'", '"" ', '"""\n名 = 1"""'),
    *("=", ".", ",", "[", "]", "[[", "]]", "{", "}", "\n", "\r\n", " ", "\t", "#", "# 名 = 1\n", "＝", "“"),
)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('会议名称 = "推进会"', '"会议名称" = "推进会"'),
        ("[事实]", '["事实"]'),
        ("[[部件.要点]]", '[["部件"."要点"]]'),
        ("会议.名称 = 1", '"会议"."名称" = 1'),
        ("fact.名称1 = 1", 'fact."名称1" = 1'),
        ("讲话人 = {姓名 = 1, 职务 = 2}", '"讲话人" = {"姓名" = 1, "职务" = 2}'),
        ("项 = [{甲 = 1},\n {乙 = 2}]\n丙 = 3", '"项" = [{"甲" = 1},\n {"乙" = 2}]\n"丙" = 3'),
        ("嵌 = {内 = {深 = []}, 外 = 1}", '"嵌" = {"内" = {"深" = []}, "外" = 1}'),
        ("x = [[1], [2]]\n名 = 1", 'x = [[1], [2]]\n"名" = 1'),
        ("二〇二五 = 1", '"二〇二五" = 1'),
    ],
)
def test_keys_are_quoted_wherever_a_key_can_stand(text: str, quoted: str) -> None:
    assert quoted_keys(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        'name = "名 = 1"',
        "name = '名 = 1' # 名 = 1",
        'name = """\n名 = 1\n[名]\n"""',
        "name = '''\n名 = \"1\n'''",
        'name = """"引号" 名""""\n',
        'name = "\\" 名 = 1"',
        '"名" = 1',
        "name = 名",
        "name = [名, 称]",
        "name = {a = 名}",
        "# 名 = 1",
    ],
)
def test_strings_comments_and_values_are_left_alone(text: str) -> None:
    assert quoted_keys(text) == text


@pytest.mark.parametrize(
    "text", ['a = "没有合上\n名 = 1', "a = '没有合上\n名 = 1", 'a = """没有合上\n名 = 1']
)
def test_after_a_string_that_never_ends_nothing_is_touched(text: str) -> None:
    assert quoted_keys(text) == text


@given(TEXTS)
def test_what_toml_reads_anyway_is_not_touched(text: str) -> None:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert quoted_keys(text) == text


@given(TEXTS)
def test_lines_keep_their_places_and_only_quotation_marks_come_in(text: str) -> None:
    quoted = quoted_keys(text)
    assert quoted.count("\n") == text.count("\n")
    assert quoted.replace('"', "") == text.replace('"', "")

"""Markdown as chat programs give it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.importing.lossless import missing, of_paragraphs
from app.importing.markdown import is_markdown, read_markdown
from app.importing.paragraphs import Paragraph
from app.importing.report import Fate
from app.importing.text import lines_of


def only(text: str) -> Paragraph:
    (paragraph,) = read_markdown(text).paragraphs
    return paragraph


def bold(text: str) -> list[tuple[str, bool]]:
    return [(run.text, run.bold) for run in only(text).runs]


def left_out(text: str) -> list[tuple[Fate, str]]:
    return [(item.fate, item.text) for item in read_markdown(text).left_out]


@pytest.mark.parametrize(
    ("line", "text", "level"),
    [
        ("# 讲话", "讲话", 1),
        ("## 一、提高站位", "一、提高站位", 2),
        ("### （一）大势 ###", "（一）大势", 3),
        ("###### 小标题", "小标题", 4),
        ("#一、没有空格", "一、没有空格", 1),
        ("　　## 缩进", "缩进", 2),
        ("#话题#", "#话题#", None),
        ("正文 # 号", "正文 # 号", None),
    ],
)
def test_headings_have_the_level_of_their_marks(line: str, text: str, level: int | None) -> None:
    found = only(line)
    assert (found.text, found.level) == (text, level)


def test_an_underlined_line_is_a_heading() -> None:
    assert [(each.text, each.level) for each in read_markdown("讲话\n====\n正文").paragraphs] == [
        ("讲话", 1),
        ("正文", None),
    ]


@pytest.mark.parametrize(
    "text", ["1. 抓项目", "3. 抓资金", "7) 抓人才", "（一）抓作风", "一是抓落实。", "2.5%的增长"]
)
def test_typed_numbers_stay_as_they_were_typed(text: str) -> None:
    assert only(text).text == text


def test_a_list_is_not_numbered_anew() -> None:
    found = read_markdown("1. 甲\n\n文字\n\n1. 乙\n5. 丙").paragraphs
    assert [each.text for each in found] == ["1. 甲", "文字", "1. 乙", "5. 丙"]


@pytest.mark.parametrize("mark", ["-", "*", "+", "•", "- [ ]", "* [x]"])
def test_bullets_are_taken_off_and_listed(mark: str) -> None:
    assert only(f"{mark} 抓项目").text == "抓项目"
    assert left_out(f"{mark} 抓项目") == [(Fate.BULLET, mark)]


def test_a_page_number_between_dashes_is_no_item() -> None:
    assert only("- 17 -").text == "- 17 -"


@pytest.mark.parametrize(
    "line", ["---", "* * *", "_____", "```", "```markdown", "|:---|---:|", "<!-- 注 -->"]
)
def test_lines_without_words_are_listed(line: str) -> None:
    found = read_markdown(f"上\n\n{line}\n下")
    assert [each.text for each in found.paragraphs] == ["上", "下"]
    assert [(item.fate, item.text, item.line) for item in found.left_out] == [(Fate.MARKUP, line, 3)]


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("**一是抓“落实”。**各级要动", [("一是抓“落实”。", True), ("各级要动", False)]),
        ("把**“三个一”**抓好", [("把", False), ("“三个一”", True), ("抓好", False)]),
        ("__强调__ 正文", [("强调", True), (" 正文", False)]),
        ("***又粗又斜***", [("又粗又斜", True)]),
        ("**没有合上", [("**没有合上", False)]),
        ("*斜*体", [("斜体", False)]),
        ("`代码`", [("代码", False)]),
        ("3*4*5", [("3*4*5", False)]),
        ("姓名：____ 日期：__月__日", [("姓名：____ 日期：__月__日", False)]),
        (r"\*星号\* 和 1\.", [("*星号* 和 1.", False)]),
        ("&ldquo;引&rdquo;&amp;R&D", [("“引”&R&D", False)]),
        ("[**来源**](https://a.b/c_d)说", [("来源", True), ("说", False)]),
        ("上<br>下", [("上\u2028下", False)]),
        ("<u>下划线</u>", [("下划线", False)]),
        ("3 < 5 且 7 > 6", [("3 < 5 且 7 > 6", False)]),
    ],
)
def test_marks_within_a_line(line: str, runs: list[tuple[str, bool]]) -> None:
    assert bold(line) == runs


def test_what_is_struck_out_is_deleted_and_pictures_go() -> None:
    assert only("~~旧的~~新的![图](x.png)").text == "新的"
    fates = [fate for fate, _ in left_out("~~旧的~~新的![图](x.png)")]
    assert fates == [Fate.MARKUP, Fate.DELETED, Fate.PICTURE]


def test_a_row_of_a_table_is_a_paragraph() -> None:
    found = read_markdown("| 指标 | 目标 |\n|---|---|\n| 增速 | **5%** |")
    assert [each.text for each in found.paragraphs] == ["指标\u3000目标", "增速\u30005%"]


def test_quotes_lines_and_empty_lines() -> None:
    found = read_markdown("> 引用  \n第二行\n\n\n第三行").paragraphs
    assert [(each.text, each.line, each.blank_before) for each in found] == [
        ("引用", 1, 0),
        ("第二行", 2, 0),
        ("第三行", 5, 2),
    ]


@pytest.mark.parametrize(
    "text", ["# 讲话\n正文", "正文\n**一、提高站位**", "| a | b |\n|---|---|", "```\n文\n```"]
)
def test_markdown_is_known_by_its_marks(text: str) -> None:
    assert is_markdown(text)


@pytest.mark.parametrize("text", ["正文\n一、提高", "在**县**会议上的讲话", "- 17 -", "第#1号", ""])
def test_marks_that_plain_text_has_too_are_not_enough(text: str) -> None:
    assert not is_markdown(text)


@given(st.text(st.sampled_from("甲乙一、（）1.#*_-~`[]()!<>&;|\\：“” \n\t\u3000"), max_size=60))
def test_every_visible_character_is_in_a_paragraph_or_in_the_report(text: str) -> None:
    source = read_markdown(text)
    kept = [each for _, each in of_paragraphs(source.paragraphs)]
    lines = [(at, line) for at, line, _ in lines_of(text)]
    assert missing(lines, [*kept, *(item.text for item in source.left_out)]) == ()

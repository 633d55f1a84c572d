"""What commands make of the selected lines and words."""

from app.core.kinds import Kind
from tests.ui.editor.pages import Page


def test_kinds_by_command_and_joining(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((1, 0), (2, 1))
    page.editor.formatting.set_kind(Kind.POINT)
    assert page.lines() == ["甲", "- 乙", "- 丙"]
    page.select((1, 0), (2, 1))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["甲", "+- 乙", "+- 丙"]
    page.select((1, 0), (2, 1))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["甲", "- 乙", "- 丙"]


def test_numbers_begin_anew_and_go_on_by_command(page: Page) -> None:
    page.open("## 甲\n正文\n## 乙\n## 丙")
    page.select((1, 0), (3, 1))
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙 {重起}", "## 丙"]
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙", "## 丙"]
    page.at(1, 0)
    page.editor.formatting.toggle_restart()
    assert page.lines() == ["## 甲", "正文", "## 乙", "## 丙"]


def test_a_heading_that_begins_the_numbers_anew_goes_on_when_its_kind_is_given_again(page: Page) -> None:
    page.open("## 甲\n## 乙 {重起}")
    page.at(1, 1)
    page.editor.formatting.set_kind(Kind.H2)
    assert page.lines() == ["## 甲", "## 乙"]


def test_a_line_at_whose_start_the_selection_ends_is_not_meant(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((0, 0), (1, 0))
    page.editor.formatting.set_kind(Kind.H1)
    assert page.lines() == ["# 甲", "乙", "丙"]
    page.select((1, 0), (2, 0))
    page.editor.formatting.toggle_joined()
    assert page.lines() == ["# 甲", "+ 乙", "丙"]


def test_the_selection_stays_so_that_the_next_command_acts_on_the_same_lines(page: Page) -> None:
    page.open("甲\n乙\n丙")
    page.select((1, 0), (2, 1))
    page.editor.formatting.set_kind(Kind.POINT)
    page.editor.formatting.toggle_joined()
    page.editor.formatting.set_kind(Kind.BODY)
    assert page.lines() == ["甲", "+ 乙", "+ 丙"]
    assert page.selected() == "乙\u2029丙"


def test_bold_query_and_comment_on_a_selection(page: Page) -> None:
    page.open("增速较快。")
    page.select((0, 2), (0, 4))
    page.editor.formatting.toggle_bold()
    page.editor.formatting.toggle_query()
    start, stop, text = page.editor.formatting.comment()
    assert text == ""
    page.editor.formatting.set_comment(start, stop, "核口径")
    assert page.lines() == ["增速**[较快](?)(^核口径)**。"]
    page.at(0, 3)
    assert page.editor.formatting.comment()[2] == "核口径"

"""What stands in the text, in words."""

import pytest

from app.core.draft import Bind, Run
from app.ui.editor.told import told_of


@pytest.mark.parametrize(
    ("run", "live", "first", "more"),
    [
        (Run("大会", bind=Bind("draft", "会议名称")), True, "会议名称（事实）", "Ctrl"),
        (Run("区会", bind=Bind("draft", "会议名称")), False, "会议名称（事实）", "手工改过"),
        (
            Run("【会议名称】", bind=Bind("draft", "会议名称"), placeholder=True),
            True,
            "会议名称（事实）",
            "还没有填",
        ),
        (Run("十二", bind=Bind("section", "单位数")), True, "单位数（本节的字段）", "Ctrl"),
        (Run("三", bind=Bind("computed", "@意见数")), True, "意见数（由程序数出）", "跟着变"),
        (Run("【待填：x】", placeholder=True), True, "待填", ""),
        (Run("约三成", query=True), True, "待核实", ""),
        (Run("三成", comment="查统计局\n再改"), True, "批注：查统计局\n再改", ""),
        (Run("三成", query=True, comment="查"), True, "待核实\n批注：查", ""),
    ],
)
def test_each_mark_is_told(run: Run, live: bool, first: str, more: str) -> None:
    told = told_of(run, live)
    assert told.startswith(first)
    assert more in told


def test_plain_text_says_nothing() -> None:
    assert told_of(Run("文字", bold=True), True) == ""

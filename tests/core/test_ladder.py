"""Where a heading breaks the ladder, and where it does not."""

import pytest

from app.core.ids import counting_ids
from app.core.ladder import ladder_faults
from app.core.markup import parse_markup


def faults(markup: str) -> list[tuple[str, str]]:
    draft = parse_markup(markup, counting_ids())
    found = ladder_faults(draft)
    return [(block.text, found[block.id]) for block in draft.blocks if block.id in found]


@pytest.mark.parametrize(
    "markup",
    [
        "# 甲\n## 乙\n### 丙\n#### 丁\n## 戊\n# 己\n",
        "# 甲\n### 乙\n### 丙\n# 丁\n",  # only these two levels
        "## 甲\n### 乙\n",  # begins at （一）
        "@篇题 上\n# 甲\n",
        "# 甲\n- 乙\n# 丙\n## 丁\n",  # points stand below any level
        "正文",
        "# 甲\n##\n### 乙\n",  # an empty heading is none
    ],
)
def test_no_fault(markup: str) -> None:
    assert faults(markup) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("# 甲\n## 乙\n# 丙\n### 丁\n", [("丁", "在“二、”下面直接用了“1.”，缺“（一）”这一级。")]),
        ("## 甲\n# 乙\n", [("甲", "“（一）”前面没有上一级标题，缺“一、”这一级。")]),
        (
            "# 甲\n## 乙\n### 丙\n# 丁\n#### 戊\n",
            [("戊", "在“二、”下面直接用了“（1）”，缺“（一）”、“1.”这一级。")],
        ),
        ("# 甲\n### 乙\n#### 丙\n# 丁\n#### 戊\n", [("戊", "在“二、”下面直接用了“（1）”，缺“1.”这一级。")]),
        ("@篇题 上\n# 甲\n@篇题 下\n## 乙\n", [("乙", "“（一）”前面没有上一级标题，缺“一、”这一级。")]),
    ],
)
def test_a_level_that_the_speech_uses_is_left_out(markup: str, expected: list[tuple[str, str]]) -> None:
    assert faults(markup) == expected

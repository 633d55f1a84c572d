"""Plain text and markup."""

from hypothesis import given

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.export.text import export_markup, export_txt
from tests.core.strategies import drafts
from tests.export.samples import draft

MARKUP = """
@标题 在全市××会议上的\\n讲话
@称谓 同志们：
今天[开会](?)。
# 提高站位
## 大势所趋。**正文**，【待填：要求】。
+- 甲。
\\
@落款 ××市
"""


def test_plain_text_is_as_printed_with_the_head_apart() -> None:
    assert export_txt(draft(MARKUP)).split("\n") == [
        "在全市××会议上的",
        "讲话",
        "同志们：",
        "",
        "　　今天开会。",
        "　　一、提高站位",
        "　　（一）大势所趋。正文，【待填：要求】。一是甲。",
        "　　××市",
        "",
    ]


def test_text_without_head_begins_at_once_and_an_empty_draft_is_empty() -> None:
    assert export_txt(draft("正文。\n")) == "　　正文。\n"
    assert export_txt(Draft()) == ""


@given(drafts())
def test_markup_gives_the_draft_back(speech: Draft) -> None:
    again = parse_markup(export_markup(speech))
    assert [(block.kind, block.runs) for block in again.blocks] == [(b.kind, b.runs) for b in speech.blocks]
    assert again.facts == speech.facts

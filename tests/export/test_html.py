"""A stretch of a draft as HTML for other programs."""

from hypothesis import given

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import HEADINGS, Kind
from app.core.markup import parse_markup
from app.core.numbering import numbers
from app.export.html import html_of
from app.importing.html import read_html
from app.importing.recognise import recognise_part
from tests.core.strategies import drafts


def html(markup: str) -> list[str]:
    blocks = parse_markup(markup, counting_ids()).blocks
    return html_of(blocks, numbers(blocks)).split(">", 1)[1].split("\n")


def test_headings_are_headings_with_their_numbers_as_text() -> None:
    assert html("# 甲\n## 乙\n### 丙\n#### 丁\n正文**粗**") == [
        "<h1>一、甲</h1>",
        "<h2>（一）乙</h2>",
        "<h3>1.丙</h3>",
        "<h4>（1）丁</h4>",
        "<p>正文<b>粗</b></p>",
    ]


def test_a_run_in_heading_is_a_paragraph_with_its_lead_apart() -> None:
    assert html("## 乙。正文") == ['<p><span class="lead">（一）乙。</span>正文</p>']


def test_joined_blocks_run_on_in_one_paragraph() -> None:
    assert html("要做到：\n+- 甲；\n+- 乙。\n+ 总之") == ["<p>要做到：一是甲；二是乙。总之</p>"]
    assert html("# 甲\n+ 接") == ['<p><span class="lead">一、甲</span>接</p>']


def test_what_is_hidden_stays_here() -> None:
    line = "[大会](=会议名称)[疑](?)[注](^批注)【待填】&<b>"
    assert html(line + "\n\\\n后") == ["<p>大会疑注【待填】&amp;&lt;b&gt;</p>", "<p>后</p>"]


def test_a_title_keeps_its_lines() -> None:
    assert html("@标题 上\\n下\n@称谓 同志们：") == ["<p>上<br>下</p>", "<p>同志们：</p>"]


def test_part_of_a_line_is_no_paragraph() -> None:
    blocks = parse_markup("前**粗**", counting_ids()).blocks
    assert html_of(blocks, [""], within_a_line=True).endswith("<span>前<b>粗</b></span>")


@given(drafts())
def test_all_words_and_numbers_are_in_it_in_order(draft: Draft) -> None:
    shown = numbers(draft.blocks)
    source = read_html(html_of(draft.blocks, shown))
    told = "".join(each.text for each in source.paragraphs)
    wanted = "".join(number + block.text for number, block in zip(shown, draft.blocks, strict=True))
    assert seen(told) == seen(wanted)


def test_headings_come_back_as_what_they_were() -> None:
    before = parse_markup("# 甲\n## 乙\n正文\n## 丙。正文\n# 丁\n- 戊；\n- 己。", counting_ids()).blocks
    after = recognise_part(
        read_html(html_of(before, numbers(before))).paragraphs, counting_ids()
    ).draft.blocks
    assert [(block.kind, block.text) for block in after] == [(block.kind, block.text) for block in before]
    assert {Kind.H1, Kind.H2} <= {block.kind for block in after if block.kind in HEADINGS}


def seen(text: str) -> str:
    return "".join(text.split())

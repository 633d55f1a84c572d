"""Pages and office documents as they come by the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Run
from app.core.errors import ReadError
from app.importing.html import MOST_BYTES, read_html
from app.importing.report import Fate, Item

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=gb2312>
<!--[if gte mso 9]><xml><o:DocumentProperties>x</o:DocumentProperties></xml><![endif]-->
<style>p.MsoNormal {margin:0cm}</style></head><body lang=ZH-CN>
<p class=MsoNormal>没有复制</p><!--StartFragment-->%s<!--EndFragment--><p>也没有</p></body></html>"""


def texts(html: str) -> list[str]:
    return [paragraph.number + paragraph.text for paragraph in read_html(html).paragraphs]


def test_only_the_copied_fragment_is_read() -> None:
    assert texts(WORD % "<p class=MsoNormal>复制了<o:p></o:p></p>") == ["复制了"]


@pytest.mark.parametrize(
    "before", ["<![if !supportLists]>{}<![endif]>", "<!--[if !supportLists]-->{}<!--[endif]-->"]
)
def test_a_number_that_word_computed_stands_apart(before: str) -> None:
    span = "<span lang=EN-US><span style='mso-list:Ignore'>（一）<span style='font:7pt'>&nbsp;&nbsp;</span></span></span>"
    html = WORD % f"<p class=MsoNormal style='mso-list:l0 level1 lfo1'>{before.format(span)}提高站位</p>"
    [found] = read_html(html).paragraphs
    assert (found.number, found.text) == ("（一）", "提高站位")


def test_a_bullet_in_a_font_of_symbols_is_no_text_and_is_told() -> None:
    html = "<p><span style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span>抓落实</p>"
    found = read_html(html)
    assert texts(html) == ["抓落实"]
    assert found.left_out == (Item(Fate.BULLET, "l"),)


def test_a_number_of_an_empty_paragraph_is_not_that_of_the_next() -> None:
    assert texts("<p><span style='mso-list:Ignore'>一、</span></p><p>正文</p>") == ["正文"]


def test_levels_come_from_headings_and_outline_levels() -> None:
    html = (
        "<h1>甲</h1><h4>乙</h4><h5>丙</h5><p style='mso-outline-level:2'>丁</p>"
        "<p class=MsoHeading3>戊</p><div role=heading aria-level=2>己</div><p>庚</p>"
    )
    assert [found.level for found in read_html(html).paragraphs] == [1, 4, None, 2, 3, 2, None]


def test_lines_that_the_source_wraps_between_chinese_are_one() -> None:
    assert texts("<p>统一\n思想\r\n  行动</p>") == ["统一思想行动"]
    assert texts("<p>use AI\nand 5G</p>") == ["use AI and 5G"]
    assert texts("<p>甲&nbsp;&nbsp;乙 丙</p>") == ["甲 乙 丙"]


def test_a_soft_line_end_stays_within_its_paragraph() -> None:
    assert texts("<p>关于<br>工作的讲话<br><br></p>") == [f"关于{FORCED_LINE_END}工作的讲话"]


def test_lines_of_preformatted_text_are_lines() -> None:
    html = "<div style='white-space: pre-wrap'>甲\n乙</div><pre>丙\r\n丁</pre>"
    assert texts(html) == [f"甲{FORCED_LINE_END}乙", f"丙{FORCED_LINE_END}丁"]


def test_indents_of_every_kind_go() -> None:
    assert texts("<p>　　正文</p><p>&emsp;&emsp;正文&nbsp;</p><p>&nbsp;</p>") == ["正文", "正文"]


@pytest.mark.parametrize(
    ("html", "bold"),
    [
        ("<b>粗</b>", True),
        ("<strong>粗</strong>", True),
        ("<span style='font-weight:bold'>粗</span>", True),
        ("<span style='color:red;font-weight: 700'>粗</span>", True),
        ("<b style='font-weight:normal'>粗</b>", False),
        ("<b><span style='font-weight:400'>粗</span></b>", False),
        ("<b><span style='font-weight:inherit'>粗</span></b>", True),
        ("<i>粗</i>", False),
    ],
)
def test_bold_is_read_from_elements_and_styles(html: str, bold: bool) -> None:
    [found] = read_html(f"<p>前{html}后</p>").paragraphs
    assert found.runs == ((Run("前"), Run("粗", bold=True), Run("后")) if bold else (Run("前粗后"),))


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<span style='display: none'>藏</span>",
        "<span style='mso-hide:all'>藏</span>",
        "<div hidden>藏</div>",
        "<template>藏</template>",
        "<!-- 藏 -->",
        "<xml><w:p>藏</w:p></xml>",
    ],
)
def test_what_cannot_be_seen_is_not_taken(hidden: str) -> None:
    assert "".join(texts(f"<p>前{hidden}后</p>")) == "前后"


def test_what_writers_would_miss_is_told() -> None:
    html = (
        "<p>前<del>删去</del><img src=http://x/y.png alt=会场>后<a class=msocomanchor>[a1]</a></p>"
        "<div style='mso-element:comment-list'><p>批注一</p></div>"
    )
    found = read_html(html)
    assert texts(html) == ["前后"]
    assert found.left_out == (
        Item(Fate.DELETED, "删去"),
        Item(Fate.PICTURE, "会场"),
        Item(Fate.COMMENT, "[a1]"),
        Item(Fate.COMMENT, "批注一"),
    )


def test_the_reading_of_a_rare_character_stays_in_brackets() -> None:
    assert texts("<p><ruby>甪<rp>(</rp><rt>lù</rt><rp>)</rp></ruby>直镇</p>") == ["甪（lù）直镇"]


def test_a_row_of_a_table_is_one_paragraph() -> None:
    html = "<table><tr><th>时间</th><th>地点</th></tr><tr><td>九点<br>整</td><td></td><td><p>会场</p></td></tr></table>"
    assert texts(html) == ["时间\u3000地点", "九点 整\u3000会场"]


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    article = "".join(f"<p>第{at}段</p>" for at in "一二三四五")
    html = f"<table><tr><td>导航</td><td>{article}</td></tr></table><table><tr><td><p>甲</p><p>乙</p></td></tr></table>"
    assert texts(html) == ["导航", *(f"第{at}段" for at in "一二三四五"), "甲", "乙"]


def test_items_of_lists_have_the_numbers_that_a_browser_prints() -> None:
    html = (
        "<ol><li>甲<ol type=a start=3><li>乙</li></ol></li><li value=7><p>丙</p></li></ol>"
        "<ul><li>丁</li></ul><ol style='list-style-type:cjk-ideographic'><li>戊</ol>"
    )
    assert texts(html) == ["1.甲", "c.乙", "7.丙", "丁", "一、戊"]


def test_a_page_that_is_too_large_or_too_deep_is_refused() -> None:
    with pytest.raises(ReadError, match="太多"):
        read_html("甲" * (MOST_BYTES // 3 + 1))
    with pytest.raises(ReadError, match="太深"):
        read_html("<div>" * 5000 + "甲")
    assert texts("<div>" * 500 + "甲") == ["甲"]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<p",
        "</p></div>",
        "<!--",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
        "<tr><td></table>",
        "\x00\ud800",
        "<ol><li value=99999999999999999999>",
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(html: str) -> None:
    assert "root:" not in "".join(texts(html))


words = st.text(st.sampled_from("讲话稿ab1一、（）。&<>\"'  \n\u3000"), max_size=12)


@given(st.lists(st.tuples(st.sampled_from(["p", "div", "h2", "li", "td", "b"]), words), max_size=8))
def test_every_visible_character_is_read(parts: list[tuple[str, str]]) -> None:
    escaped = [(name, text.replace("&", "&amp;").replace("<", "&lt;")) for name, text in parts]
    html = "".join(f"<{name}>{text}</{name}>" for name, text in escaped)
    assert seen("".join(texts(html))) == seen("".join(text for _, text in parts))


def seen(text: str) -> str:
    return "".join(text.split())


WPS = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><title></title>
<style>@list l0:level1{}</style></head><body style="tab-interval:21pt"><!--StartFragment-->
<p class=MsoNormal style="text-indent:32pt;mso-char-indent-count:2;mso-list:l0 level1 lfo1;"><![if !supportLists]>
<span style="font-family:黑体;"><span style='mso-list:Ignore;'>一、<span>&nbsp;</span></span></span><![endif]>
<span style="mso-spacerun:'yes';font-family:黑体;"><font face="黑体">统一</font></span><span><font>思想</font></span>
<o:p></o:p></p><p class=MsoNormal><b><span style="mso-spacerun:'yes';font-weight:bold;">粗</span></b><span
style="mso-spacerun:'yes';">&nbsp;文</span></p><!--EndFragment--></body></html>"""


def test_what_wps_copies_is_read() -> None:
    found = read_html(WPS).paragraphs
    assert [(each.number, each.text) for each in found] == [("一、", "统一思想"), ("", "粗 文")]
    assert found[1].runs == (Run("粗", bold=True), Run(" 文"))

"""What a sample shows is learned with where it was found and how surely; what it does not show is the standard's."""

from decimal import Decimal

import pytest

from app.core.errors import ReadError
from app.importing.layout.findings import Sureness
from app.importing.layout.learn import learn
from app.layouts.checks import faults
from tests.importing.layout.samples import (
    BLANK,
    LONG,
    SALUTATION,
    SPEECH,
    body,
    found,
    h1,
    learned,
    look,
    section,
    title,
    value,
)
from tests.importing.layout.ten import STANDARD
from tests.importing.word.files import docx, p, part, r, relations, zipped


def test_paragraphs_set_by_hand_show_fonts_sizes_lines_and_indents() -> None:
    sample = learned(SPEECH + section())
    layout = sample.layout
    assert [layout.styles[kind].font.east for kind in ("title", "h1", "body")] == [
        "方正小标宋简体", "黑体", "仿宋_GB2312",
    ]  # fmt: skip
    assert layout.styles["title"].alignment == "center"
    assert layout.body.first_line == 200
    assert (layout.grid.pitch, layout.grid.lines) == (560, 22)
    assert layout.body.spacing == 0
    assert layout.grid.characters == 27


def test_a_finding_tells_the_paragraph_and_how_much_of_the_text_has_it() -> None:
    finding = found(learned(SPEECH + section()), "styles.h1", "字体")
    assert finding.value == "黑体"
    assert (finding.share, finding.sureness) == (1.0, Sureness.ALL)
    assert (finding.place.name, finding.place.paragraph) == ("第 5 段", 5)
    assert finding.place.source == "直接设的"
    assert finding.place.text == "一、提高站位，深刻认识重大意义"


def test_most_of_the_characters_decide_and_what_the_rest_has_is_told() -> None:
    sample = learned(SPEECH + body(LONG, size=30) + body("谢谢大家！") + section())
    finding = found(sample, "styles.body", "字号")
    assert finding.value == "三号"
    assert finding.sureness is Sureness.MOST
    assert [other for other, _ in finding.others] == ["小三"]


def test_what_the_sample_does_not_show_is_as_in_the_standard() -> None:
    layout = learned(SPEECH + section()).layout
    assert layout.styles["h2"].font == STANDARD.styles["h2"].font
    assert layout.title_best == STANDARD.title_best


def test_kinds_that_it_does_not_show_are_as_large_as_its_body_text_where_the_standards_are() -> None:
    large = title() + SALUTATION + "".join(
        p(r(LONG, look("方正仿宋_GBK", 44)), properties='<w:spacing w:line="760" w:lineRule="exact"/>')
        for _ in range(3)
    )  # fmt: skip
    layout = learned(large + section()).layout
    assert layout.styles["h2"].size == layout.body.size == 44
    assert layout.styles["h2"].line == 760
    assert layout.styles["h2"].font.east == "楷体_GB2312"
    assert layout.styles["h3"].font.east == "方正仿宋_GBK"


def test_larger_kinds_that_it_does_not_show_have_room_in_its_narrow_lines() -> None:
    small = p(r(LONG, look("仿宋", 21)), properties='<w:spacing w:line="300" w:lineRule="exact"/>')
    layout = learned(p(r("讲话", look("仿宋", 21))) + SALUTATION + small * 3 + section()).layout
    assert layout.grid.pitch == 300
    assert layout.styles["part"].line > layout.styles["part"].size * 10
    assert not list(faults(layout))


def test_without_body_text_the_grid_is_the_standards() -> None:
    assert learned(title() + section()).layout.grid == STANDARD.grid


def test_of_little_text_it_is_said_that_little_is_sure() -> None:
    assert any(
        "只有" in remark for remark in learned(title() + SALUTATION + body("今天开会。") + section()).remarks
    )
    assert not any("只有" in remark for remark in learned(SPEECH + section()).remarks)


def test_what_is_not_taken_is_as_in_the_standard() -> None:
    sample = learned(SPEECH + section())
    layout = sample.with_taken(sample.keys - {("grid", "行距"), ("styles.body", "行距")})
    assert layout.grid.pitch == 579
    assert layout.body.line == 579
    assert layout.styles["h1"].line == 560


def test_styles_are_followed_down_to_what_they_are_based_on() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
        f'<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr>{look("仿宋")}</w:rPr></w:style>'
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="b"><w:name w:val="文"/><w:basedOn w:val="a"/>'
        '<w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'
        "</w:style>"
    )
    text = title() + SALUTATION + p(LONG, style="b") * 2 + section()
    sample = learned(text, styles=styles)
    style = sample.layout.body
    assert (style.font.east, style.size, style.line, style.first_line) == ("仿宋", 32, 560, 200)
    assert style.alignment == "both"
    assert found(sample, "styles.body", "字体").place.source == "样式“Normal”"
    assert found(sample, "styles.body", "行距").place.source == "样式“文”"


def test_styles_that_are_based_on_each_other_in_a_ring_are_followed_once_round() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert learned(title() + p(LONG, style="a") + section(), styles=styles).layout.body.size == 20


def test_the_fonts_of_a_theme_are_those_that_it_names() -> None:
    theme = (
        b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        b'<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
        + '<a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'.encode()
    )
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="宋体"/>'
    content = title() + p(r(LONG + "2025年", themed)) + section()
    data = zipped(
        {
            "word/document.xml": part("document", f"<w:body>{content}</w:body>"),
            "word/_rels/document.xml.rels": relations(("theme", "theme/theme1.xml")),
            "word/theme/theme1.xml": theme,
        }
    )
    font = learn(data, "样稿.docx", STANDARD).layout.body.font
    assert (font.east, font.west) == ("等线", "Calibri")


def test_the_font_of_digits_is_told_by_digits_where_there_are_any() -> None:
    runs = (
        r("投资增长", look("仿宋_GB2312")),
        r("3.5%", '<w:rFonts w:ascii="Arial" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>'),
    )
    sample = learned(SPEECH + p(*runs, properties='<w:ind w:firstLine="640"/>') + section())
    assert value(sample, "styles.body", "西文字体") == "Arial"


def test_blank_lines_are_blanks_of_what_stands_below_them() -> None:
    sample = learned(title() + BLANK + SALUTATION + body(LONG) * 3 + section())
    assert value(sample, "styles.salutation", "段前") == 1
    assert value(sample, "styles.body", "段前") == 0


def test_the_blank_below_a_title_is_that_of_the_salutation_however_it_is_made() -> None:
    spaced = learned(title(more='<w:spacing w:after="560"/>') + SALUTATION + body(LONG) * 3 + section())
    assert value(spaced, "styles.salutation", "段前") == 1
    assert ("styles.title", "段后") not in spaced.keys


def test_without_salutation_it_is_the_blank_below_the_head() -> None:
    sample = learned(
        title()
        + BLANK
        + BLANK
        + h1("一、提高站位")
        + body(LONG)
        + h1("二、落实任务")
        + body(LONG)
        + section()
    )
    assert value(sample, "head", "下空") == 2
    assert value(sample, "styles.h1", "段前") == 0


def test_the_blank_above_a_signoff_is_learned_and_who_signs_and_the_date_apart() -> None:
    signed = (
        p(r("××市人民政府", look("仿宋_GB2312")), properties='<w:spacing w:before="1120"/><w:jc w:val="right"/>'
          '<w:ind w:right="640"/>')
        + p(r("2025年5月31日", look("仿宋_GB2312")), properties='<w:jc w:val="right"/><w:ind w:right="1280"/>')
    )  # fmt: skip
    sample = learned(SPEECH + signed + section())
    assert value(sample, "signoff", "上空") == 2
    assert value(sample, "styles.signoff", "右缩进") == 2
    assert value(sample, "styles.signoff_last", "右缩进") == 4


def test_a_picture_or_the_end_of_a_section_is_no_blank_line() -> None:
    ends = f"<w:p><w:pPr>{section()}</w:pPr></w:p>"
    picture = p("<w:r><w:drawing/></w:r>")
    sample = learned(SPEECH + picture + body(LONG) + ends + body(LONG) + section())
    assert value(sample, "styles.body", "段前") == 0
    assert not found(sample, "styles.body", "段前").others


def test_lines_that_the_font_decides_are_reckoned_and_said_to_be() -> None:
    single = title() + p(r(LONG, look("仿宋_GB2312")), properties='<w:spacing w:line="360"/>') * 3
    finding = found(learned(single + section()), "styles.body", "行距")
    assert finding.value == Decimal("31.2")
    assert finding.sureness is Sureness.RECKONED


def test_lines_on_a_grid_are_as_high_as_its_lines() -> None:
    grid = '<w:docGrid w:type="lines" w:linePitch="600"/>'
    single = title() + p(r(LONG, look("仿宋_GB2312"))) * 3
    assert learned(single + section(more=grid)).layout.body.line == 600


def test_a_grid_of_characters_becomes_spacing() -> None:
    grid = '<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>'
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
        '<w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    )
    layout = learned(SPEECH + section(more=grid), styles=styles).layout
    assert (layout.grid.pitch, layout.grid.characters) == (579, 28)


def test_a_hanging_indent_is_where_its_first_line_begins() -> None:
    hanging = p(r(LONG, look("仿宋_GB2312")), properties='<w:ind w:left="960" w:hanging="320"/>')
    style = learned(title() + SALUTATION + hanging * 2 + section()).layout.body
    assert (style.left, style.first_line) == (200, 0)


def test_the_indents_of_a_list_count_where_the_paragraph_has_none() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
        '<w:pPr><w:ind w:firstLine="640"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heads = "".join(
        p(r(text, look("黑体")), properties=listed) + body(LONG) for text in ("提高站位", "落实任务")
    )
    sample = learned(title() + SALUTATION + body(LONG) + heads + section(), numbering=numbering)
    assert value(sample, "styles.h1", "首行缩进") == 2
    assert found(sample, "styles.h1", "首行缩进").place.source == "自动编号里设的"


def test_the_lead_of_a_run_in_heading_shows_its_font_and_its_rest_that_of_the_text() -> None:
    heads = "".join(
        p(
            r(f"（{number}）{lead}。", look("楷体_GB2312", more="<w:b/>")),
            r(LONG, look("仿宋_GB2312")),
            properties='<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/>',
        )
        for number, lead in (("一", "坚持统筹推进"), ("二", "坚持问题导向"))
    )
    sample = learned(
        title() + SALUTATION + h1("一、提高站位") + heads + h1("二、落实任务") + body(LONG) + section()
    )
    style = sample.layout.styles["h2"]
    assert (style.font.east, style.lead_bold) == ("楷体_GB2312", True)
    assert style.first_line == 200


def test_first_sentences_of_points_that_are_bold_are_seen() -> None:
    points = "".join(
        p(
            r(lead, look("仿宋_GB2312", more="<w:b/>")),
            r(LONG, look("仿宋_GB2312")),
            properties='<w:ind w:firstLine="640"/>',
        )
        for lead in ("一是加强领导。", "二是压实责任。", "三是严格督查。")
    )
    layout = learned(SPEECH.replace(body("谢谢大家！"), "") + points + section()).layout
    assert layout.bold_point_leads
    assert not layout.styles["point"].bold


def test_a_style_called_after_a_kind_is_learned_though_nothing_has_it_and_said_to_be_unused() -> None:
    styles = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="x"><w:name w:val="三级标题"/>'
        f"<w:rPr>{look('楷体', 30)}</w:rPr></w:style>"
        f'<w:style w:type="paragraph" w:styleId="y"><w:name w:val="heading 2"/><w:rPr>{look("等线", 26)}</w:rPr></w:style>'
    )
    sample = learned(SPEECH + section(), styles=styles)
    assert found(sample, "styles.h3", "字体").sureness is Sureness.STYLE
    assert sample.layout.styles["h3"].size == 30
    assert ("styles.h2", "字体") not in sample.keys


def test_a_style_that_somebody_called_after_a_kind_says_what_its_paragraphs_are() -> None:
    styles = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="x"><w:name w:val="二级标题"/>'
        f"<w:rPr>{look('楷体')}</w:rPr></w:style>"
    )
    sample = learned(SPEECH + p("坚持统筹推进", style="x") + body(LONG) + section(), styles=styles)
    assert found(sample, "styles.h2", "字体").place.text == "坚持统筹推进"


def test_the_page_is_that_of_the_section_with_most_of_the_speech() -> None:
    small = section(
        margins='w:top="1000" w:bottom="1000" w:left="1000" w:right="1000" w:header="0" w:footer="0"'
    )
    ends = f"<w:p><w:pPr>{small}</w:pPr></w:p>"
    sample = learned(p("封面") + ends + SPEECH + section())
    assert sample.layout.page.top == 2098
    assert any("2 节" in remark for remark in sample.remarks)


def test_the_gutter_belongs_to_the_margin_at_which_it_is() -> None:
    wide = 'w:top="2098" w:bottom="1984" w:left="1300" w:right="1474" w:header="851" w:footer="1400"'
    with_gutter = section(margins=wide).replace('w:gutter="0"', 'w:gutter="288"')
    assert learned(SPEECH + with_gutter).layout.page.left == 1588


def test_a_file_that_is_called_after_its_title_tells_how_files_are_called() -> None:
    sample = learned(SPEECH + section(), "在全市重点项目推进会议上的讲话5月31日.docx")
    assert sample.layout.file_name == "标题月日"
    dated = learned(SPEECH + section(), "20260404-在全市重点项目推进会议上的讲话-v01.docx")
    assert ("", "文件名") not in dated.keys


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(ReadError, match="没有文字"):
        learned(BLANK + section())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no file of Word", docx("<w:p>")[:200]])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        learn(data, "样稿.docx", STANDARD)


def test_values_out_of_all_proportion_become_what_a_layout_can_hold() -> None:
    wild = p(
        r(LONG, '<w:sz w:val="99999"/><w:spacing w:val="-99999"/>'),
        properties='<w:ind w:left="999999" w:firstLine="-999999"/><w:spacing w:before="999999" w:line="1" '
        'w:lineRule="exact"/>',
    )
    margins = 'w:top="999999" w:bottom="-999999" w:left="-5" w:right="x" w:header="-1" w:footer="999999"'
    sample = learned(
        title() + wild * 3 + section(margins=margins, more='<w:docGrid w:type="lines" w:linePitch="999999"/>')
    )
    assert sample.layout.body.size == 144


def test_a_long_sample_is_learned_from_its_beginning() -> None:
    sample = learned(SPEECH + p("") * 3_000 + body(LONG, size=44) * 20 + section())
    assert sample.layout.body.size == 32
    assert any("前 3,000 段" in remark for remark in sample.remarks)


def test_an_outline_that_a_unit_does_not_set_is_the_standards_though_its_style_has_our_name() -> None:
    styles = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="x"><w:name w:val="一级标题"/>'
        f"<w:rPr>{look('黑体')}</w:rPr></w:style>"
    )
    sample = learned(SPEECH + p("三、强化保障", style="x") + body(LONG) + section(), styles=styles)
    assert sample.layout.styles["h1"].outline == 0
    assert ("styles.h1", "大纲级") not in sample.keys


def test_what_wps_writes_into_every_paragraph_shows_nothing_and_what_somebody_set_does() -> None:
    usual, own = '<w:keepNext w:val="0"/><w:snapToGrid/>', '<w:keepNext/><w:snapToGrid w:val="0"/>'
    said = learned(
        title(more=own) + SALUTATION + h1("一、提高站位", usual) + body(LONG, usual) * 2 + section()
    )
    assert value(said, "styles.title", "与下段同页") is True
    assert value(said, "styles.title", "对齐网格") is False
    assert ("styles.h1", "与下段同页") not in said.keys
    assert said.layout.styles["h1"].keep_next

"""What an export tells the writer."""

from dataclasses import replace

from app.export.docx import DocxOptions, export_docx
from app.export.report import ExportReport, MissingFont, Spot
from tests.export.samples import OPTIONS, SPEECH, WORDS, draft, layout


def report(markup: str, options: DocxOptions = OPTIONS) -> ExportReport:
    return export_docx(draft(markup), layout(), options, WORDS)[1]


def test_placeholders_are_told_with_the_heading_above_them() -> None:
    found = report("@标题 在【会议名称】上的讲话\n开头【甲】。\n# 任务\n## 项目。【乙】【丙】\n")
    assert [(spot.where, spot.text) for spot in found.placeholders] == [
        ("标题", "【会议名称】"),
        ("开头", "【甲】"),
        ("“（一）项目”", "【乙】"),
        ("“（一）项目”", "【丙】"),
    ]
    assert found.placeholders[0].block == draft("@标题 甲\n").blocks[0].id


def test_empty_blocks_are_told_with_their_kind() -> None:
    found = report("@称谓\n# 甲\n##\n\\\n")
    assert [(spot.where, spot.text) for spot in found.empty_blocks] == [
        ("称谓", "称谓"),
        ("“一、甲”", "二级标题"),
        ("“一、甲”", "正文"),
    ]


def test_characters_of_private_use_are_told_and_blanks_are_not() -> None:
    found = report("@讲话人 市长\u3000\ue000某\n正文\u3000\u00a0。\n")
    assert found.inexpressible == (Spot(draft("@讲话人 甲\n").blocks[0].id, "讲话人", "U+E000"),)


def test_paragraphs_and_comments_are_counted() -> None:
    found = report("# 甲。\n+- 乙。\n[丙](?)[丁](^戊)\n\\\n")
    assert (found.paragraphs, found.comments) == (2, 2)


def test_fonts_that_the_reader_needs_are_named_and_those_missing_here_with_what_stands_in() -> None:
    here = frozenset({"FangSong_GB2312", "KaiTi", "SimHei", "SimSun", "Times New Roman", "STZhongsong"})
    found = report("正文。\n", replace(OPTIONS, installed=here))
    assert found.fonts_needed == (
        *("仿宋_GB2312", "黑体", "方正小标宋简体", "楷体_GB2312", "宋体", "Times New Roman"),
    )
    assert found.fonts_missing == (
        MissingFont("方正小标宋简体", "STZhongsong"),
        MissingFont("楷体_GB2312", "楷体"),
    )


def test_where_nobody_knows_what_is_installed_no_font_is_called_missing() -> None:
    assert report("正文。\n").fonts_missing == ()


def test_the_report_is_said_in_sentences() -> None:
    lines = report(SPEECH + "#\n", replace(OPTIONS, installed=frozenset({"SimHei", "Nimbus Roman"}))).lines
    assert lines[:2] == ("还有 1 处待填：", "　“（一）这是大势所趋”：【待填：上级新要求】")
    assert "有 1 处空段没有印出：" in lines
    at = lines.index("本机没有装这些字体，看到的不是最后的样子；文件里写的仍是它们：")
    assert lines[at + 1 : at + 3] == ("　仿宋_GB2312", "　Times New Roman（本机可用“Nimbus Roman”代替）")
    assert lines[-1].startswith("对方电脑要装有这些字体")
    odd = report("# 甲\n正文\ue000。\n").lines
    assert odd[:2] == (
        "这些字符 Word 存不下（已略去）或别的电脑显示不出，请改用通行的字：",
        "　“一、甲”：U+E000",
    )
    assert ExportReport().lines == ()


def test_in_a_speech_without_headings_the_section_says_where() -> None:
    found = report("开头【甲】。\n各位来宾【乙】。 {节=致意}\n大家【丙】。\n再一节【丁】。 {节=谢意}\n")
    assert [spot.where for spot in found.placeholders] == ["开头", "致意", "致意", "谢意"]


def test_a_section_without_a_heading_is_not_told_as_part_of_the_one_before() -> None:
    found = report("# 任务 {节=任务}\n做【甲】。\n最后【乙】。 {节=结尾}\n")
    assert [spot.where for spot in found.placeholders] == ["“一、任务”", "结尾"]


def test_on_a_screen_long_lists_are_cut_and_the_rest_is_counted() -> None:
    found = report("".join(f"【{number}】\n" for number in range(5)))
    assert found.lines_at_most(3)[:5] == (
        *("还有 5 处待填：", "　开头：【0】", "　开头：【1】", "　开头：【2】"),
        "　……其余 2 处略",
    )
    assert found.lines_at_most(5) == found.lines

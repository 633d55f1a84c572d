"""Copy, cut, paste and drag: nothing is lost, everything comes along, one step of undo each."""

import json

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.core.kinds import Kind
from app.core.numbering import numbers
from app.storage.schema import VERSION
from app.ui.editor.clipboard import BLOCKS_TYPE
from tests.ui.editor.pages import Page
from tests.ui.hands import press

CONTROL = Qt.KeyboardModifier.ControlModifier

SPEECH = "# 甲甲\n## 乙乙\n正文一**粗**尾\n正文二"


def test_blocks_that_are_dragged_within_the_page_are_moved_in_one_step(page: Page) -> None:
    page.open(SPEECH)
    before = page.document.draft()
    page.select((1, 0), (2, 0))
    page.drop(page.editor.createMimeDataFromSelection(), 3, 3, from_here=True)
    assert page.lines() == ["# 甲甲", "正文一**粗**尾", "正文二", "## 乙乙"]
    assert page.document.draft().blocks[3] == before.blocks[1]
    assert page.undo_all() == 1
    assert page.document.draft() == before


def test_words_that_are_dragged_within_the_page_are_moved_with_their_marks(page: Page) -> None:
    page.open(SPEECH)
    page.select((2, 3), (2, 4))
    page.drop(page.editor.createMimeDataFromSelection(), 3, 1, from_here=True)
    assert page.lines()[2:] == ["正文一尾", "正**粗**文二"]
    assert page.undo_all() == 1


def test_what_is_dragged_in_from_elsewhere_is_pasted_where_it_is_dropped(page: Page) -> None:
    page.open(SPEECH)
    page.select((0, 0), (1, 1))
    data = QMimeData()
    data.setText("子\n丑")
    page.drop(data, 3, 1, from_here=False)
    assert page.lines() == ["# 甲甲", "## 乙乙", "正文一**粗**尾", "正子", "丑文二"]
    assert page.undo_all() == 1


def test_a_page_that_is_only_read_takes_no_drop(page: Page) -> None:
    page.open(SPEECH)
    page.editor.setReadOnly(True)
    page.select((1, 0), (2, 0))
    page.drop(page.editor.createMimeDataFromSelection(), 3, 3, from_here=True)
    assert page.lines() == SPEECH.split("\n")


def test_a_title_of_two_lines_comes_back_as_a_title_of_two_lines(page: Page) -> None:
    page.open("@标题 上\\n下\n正文")
    page.select((0, 0), (0, 3))
    page.editor.cut()
    page.editor.paste()
    QApplication.processEvents()
    assert page.lines() == ["@标题 上\\n下", "正文"]


def test_line_ends_of_text_are_forced_in_a_title_and_blocks_elsewhere(page: Page) -> None:
    page.open("@标题 题\n正文")
    page.at(0, 1)
    page.paste_text("甲\n乙\u2028丙")
    page.at(1, 2)
    page.paste_text("丁\u2028戊")
    assert page.lines() == ["@标题 题甲\\n乙\\n丙", "正文丁", "戊"]


WHOLE = '+++\n[节.1]\n原文="# 甲"\n[节.1.字段]\n单位数 = 12\n+++\n'


def test_what_is_cut_and_pasted_keeps_everything(page: Page) -> None:
    page.open(
        WHOLE
        + "开头\n# 甲 {认识 字数=900 数据=1}\n有[12](=.单位数)家\n## 乙。说 {领句=全 重起}\n+ 接\n- 点 {要}\n# 丙"
    )
    before = page.document.draft()
    page.select((1, 0), (6, 0))
    page.editor.cut()
    page.at(1, 0)
    page.editor.paste()
    QApplication.processEvents()
    assert page.document.draft() == before


def test_a_part_of_a_value_that_is_cut_and_pasted_where_it_was_is_a_part_of_it_again(page: Page) -> None:
    page.open("在[全市大会](=会议名称)上")
    page.select((0, 3), (0, 5))
    page.editor.cut()
    page.editor.paste()
    assert page.lines() == ["在[全市大会](=会议名称)上"]


def test_a_part_of_a_value_pasted_behind_that_value_leaves_it_alone(page: Page) -> None:
    page.open("在[全市大会](=会议名称)上")
    page.select((0, 3), (0, 5))
    page.editor.copy()
    page.select((0, 5), (0, 5))
    page.editor.paste()
    assert page.lines() == ["在[全市大会](=会议名称)[大会](=会议名称)上"]
    assert page.undo_all() == 1


def test_a_joined_block_that_is_cut_is_joined_where_it_is_pasted(page: Page) -> None:
    page.open("甲\n+ 乙\n+- 丙")
    before = page.document.draft()
    page.select((1, 0), (2, 1))
    page.editor.cut()
    QApplication.processEvents()
    page.editor.paste()
    QApplication.processEvents()
    assert [block.joined for block in page.document.draft().blocks] == [False, True, True]
    assert [block.text for block in page.document.draft().blocks] == [block.text for block in before.blocks]


def test_a_copy_has_ids_of_its_own(page: Page) -> None:
    page.open("# 甲 {认识}\n文")
    page.select((0, 0), (1, 0))
    page.editor.copy()
    page.at(0, 0)
    page.editor.paste()
    blocks = page.document.draft().blocks
    assert page.lines() == ["# 甲 {认识}", "# 甲 {认识}", "文"]
    assert len({block.id for block in blocks}) == 3
    assert len({block.section.id for block in blocks if block.section}) == 2


def test_marks_come_along_within_a_line(page: Page) -> None:
    line = "在[大会](=会议名称)上【待填：x】**粗**[疑](?)[注](^批)"
    page.open(line + "\n后")
    page.select((0, 0), (0, page.document.firstBlock().length() - 1))
    page.editor.copy()
    page.at(1, 1)
    page.editor.paste()
    assert page.lines() == [line, "后" + line]


def test_the_rest_of_a_paragraph_does_not_become_a_heading(page: Page) -> None:
    page.open("# 甲 {认识}\n正文\n# 乙 {形势}\n前后")
    page.select((0, 0), (2, 0))
    page.editor.copy()
    page.at(3, 1)
    page.editor.paste()
    assert page.lines()[3:] == ["前", "# 甲 {认识}", "正文", "后"]


def test_a_whole_heading_keeps_its_kind_on_an_empty_line(page: Page) -> None:
    page.open("## 甲\n\\")
    page.select((0, 0), (0, 1))
    page.editor.copy()
    page.at(1, 0)
    page.editor.paste()
    assert page.lines() == ["## 甲", "## 甲"]


HOSTILE = [
    b"",
    b"xx",
    b"3",
    b"[" * 100_000,
    b"\xff",
    b'{"version":1}',
    b'{"version":1,"blocks":[{"id":1}]}',
    b'["@foo bar"]',
    json.dumps({"version": VERSION + 1, "blocks": [{"id": "aaaaaaaa", "runs": [{"text": "x"}]}]}).encode(),
]


@pytest.mark.parametrize("data", HOSTILE, ids=range(len(HOSTILE)))
def test_own_blocks_that_are_none_fall_back_to_the_text(page: Page, data: bytes) -> None:
    page.open("正文")
    page.at(0, 2)
    found = QMimeData()
    found.setText("备用文字")
    found.setData(BLOCKS_TYPE, data)
    page.editor.insertFromMimeData(found)
    assert page.lines() == ["正文备用文字"]


@pytest.mark.parametrize("text", ["子", "子\n丑"])
def test_pasting_over_a_selection_is_one_step(page: Page, text: str) -> None:
    page.open(SPEECH)
    before = page.document.draft()
    page.select((0, 1), (2, 1))
    page.paste_text(text)
    assert page.lines()[0] == "# 甲子" + ("" if "\n" in text else "文一**粗**尾")
    assert page.undo_all() == 1
    assert page.document.draft() == before


def test_pasting_into_a_new_page_is_one_step(page: Page) -> None:
    page.open("")
    page.paste_text("一\n二")
    assert page.lines() == ["一", "二"]
    assert page.undo_all() == 1
    assert page.lines() == []


def test_a_copy_of_half_a_heading_is_text_on_an_empty_line(page: Page) -> None:
    page.open("## 甲乙\n\\")
    page.select((0, 0), (0, 1))
    page.editor.copy()
    page.at(1, 0)
    page.editor.paste()
    assert page.document.draft().blocks[1].kind is Kind.BODY
    page.press(Qt.Key.Key_Backspace)
    assert page.lines()[1] == "\\"


WORD = (
    "<html><body><!--StartFragment--><h1>一、统一思想<o:p></o:p></h1>"
    "<p class=MsoNormal><!--[if !supportLists]--><span style='mso-list:Ignore'>（一）</span><!--[endif]-->"
    "<b>提高认识。</b>正文<b>粗</b></p><p class=MsoNormal>　　又一段<img src=x></p><!--EndFragment--></body></html>"
)


def page_of(html: str, text: str = "备用") -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    data.setText(text)
    return data


def test_a_page_becomes_clean_blocks_in_one_step(page: Page) -> None:
    page.open("开头\n\\\n结尾")
    before = page.document.draft()
    told: list[str] = []
    page.editor.pasting.told.connect(told.append)
    page.at(1, 0)
    page.editor.insertFromMimeData(page_of(WORD))
    assert page.lines() == ["开头", "# 统一思想", "## 提高认识。正文**粗**", "又一段", "结尾"]
    assert told == ["原有的 2 个序号改由程序编。没有带过来：图片 1 处。"]
    ids = [block.id for block in page.document.draft().blocks]
    assert len(set(ids)) == 5
    assert page.undo_all() == 1
    assert page.document.draft() == before


def test_a_page_pasted_twice_has_ids_of_its_own(page: Page) -> None:
    page.open("开头\n\\")
    page.at(1, 0)
    page.editor.insertFromMimeData(page_of(WORD))
    page.at(3, 0)
    page.editor.insertFromMimeData(page_of(WORD))
    ids = [block.id for block in page.document.draft().blocks]
    assert len(ids) == len(set(ids)) == 6


def test_a_page_in_mid_paragraph_parts_it(page: Page) -> None:
    page.open("前后")
    page.at(0, 1)
    page.editor.insertFromMimeData(page_of(WORD))
    assert page.lines() == ["前", "# 统一思想", "## 提高认识。正文**粗**", "又一段后"]


def test_words_of_a_page_go_on_in_the_line_and_keep_their_bold(page: Page) -> None:
    page.open("前后")
    page.at(0, 1)
    page.editor.insertFromMimeData(page_of("<h2>（一）中<b>粗</b></h2>"))
    assert page.lines() == ["前（一）中**粗**后"]
    assert page.undo_all() == 1


def test_lines_of_text_with_numbers_become_headings(page: Page) -> None:
    page.open("正文\n\\")
    page.at(1, 0)
    page.paste_text("一、甲\n（一）乙。说\n　　一是丙；\n二是丁。\n1.5倍\n")
    assert page.lines() == ["正文", "# 甲", "## 乙。说", "- 丙；", "- 丁。", "1.5倍"]


def test_markdown_of_a_chat_program_loses_its_marks_and_keeps_its_numbers(page: Page) -> None:
    page.open("")
    page.paste_text("## 一、提高站位\n\n**要认真**落实。\n\n## 二、抓好落实\n- 抓项目\n")
    assert page.lines() == ["# 提高站位", "**要认真**落实。", "# 抓好落实", "抓项目"]
    assert page.undo_all() == 1


def test_a_numbered_line_is_a_heading_on_an_empty_line_and_text_within_one(page: Page) -> None:
    page.open("正文\n\\")
    page.at(1, 0)
    page.paste_text("一、甲")
    page.at(0, 2)
    page.paste_text("一、乙")
    assert page.lines() == ["正文一、乙", "# 甲"]


def test_titles_are_never_guessed(page: Page) -> None:
    page.open("")
    page.paste_text("在全市大会上的讲话\n×××\n（2025年5月1日）\n同志们：\n一、甲")
    assert [block.kind for block in page.document.draft().blocks] == [*[Kind.BODY] * 4, Kind.H1]


def test_pasting_as_text_takes_words_alone_all_of_them_body(page: Page) -> None:
    page.open("正文\n\\")
    page.at(1, 0)
    QApplication.clipboard().setMimeData(page_of(WORD, "一、统一思想\n（一）提高认识。"))
    page.editor.pasting.paste_plain()
    assert page.lines() == ["正文", "一、统一思想", "（一）提高认识。"]
    assert page.undo_all() == 1


def test_a_page_without_a_text_beside_it_is_pasted_as_text_too(page: Page) -> None:
    page.open("")
    data = QMimeData()
    data.setHtml("<p>甲<b>乙</b></p><p>丙</p>")
    QApplication.clipboard().setMimeData(data)
    page.editor.pasting.paste_plain()
    assert page.lines() == ["甲乙", "丙"]


def test_of_a_page_without_end_only_the_text_is_taken_and_it_is_told(page: Page) -> None:
    page.open("")
    told: list[str] = []
    page.editor.pasting.told.connect(told.append)
    page.editor.insertFromMimeData(page_of("<div>" * 3000 + "深", "文字"))
    assert page.lines() == ["文字"]
    assert told == ["复制的网页内容层次太深。按纯文字粘贴。"]


def test_a_page_that_cannot_be_read_changes_nothing_and_says_so(page: Page) -> None:
    page.open("正文")
    told: list[str] = []
    page.editor.pasting.told.connect(told.append)
    data = QMimeData()
    data.setHtml("<div>" * 3000 + "深")
    page.editor.insertFromMimeData(data)
    assert page.lines() == ["正文"]
    assert told[0].startswith("复制的网页内容层次太深")


def test_a_page_that_is_dragged_in_is_pasted_where_it_is_dropped(page: Page) -> None:
    page.open("正文\n\\")
    page.drop(page_of(WORD), 1, 0, from_here=False)
    assert page.lines()[1:] == ["# 统一思想", "## 提高认识。正文**粗**", "又一段"]
    assert page.undo_all() == 1


def test_what_is_copied_is_numbered_text_and_clean_html(page: Page) -> None:
    page.open("# 甲\n## 乙。说[x](^批)**粗**\n+- 丙\n尾巴")
    page.select((0, 0), (3, 1))
    data = page.editor.createMimeDataFromSelection()
    assert data.text() == "一、甲\n（一）乙。说x粗一是丙\n尾"
    assert data.html().split(">", 1)[1] == (
        '<h1>一、甲</h1>\n<p><span class="lead">（一）乙。</span>说x<b>粗</b>一是丙</p>\n<p>尾</p>'
    )


def test_part_of_a_heading_is_copied_without_its_number(page: Page) -> None:
    page.open("# 甲乙\n# 丙丁")
    page.select((0, 1), (1, 1))
    data = page.editor.createMimeDataFromSelection()
    assert data.text() == "乙\n丙"
    assert "、" not in data.html()


def test_our_own_copy_is_pasted_as_the_blocks_it_was(page: Page) -> None:
    page.open("## 乙。说 {领句=全}\n+- 丙\n\\")
    page.select((0, 0), (2, 0))
    page.editor.copy()
    page.at(2, 0)
    page.editor.paste()
    assert page.lines() == ["## 乙。说 {领句=全}", "+- 丙"] * 2


def test_names_of_files_are_no_words(page: Page) -> None:
    page.open("正文")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/x.png")])
    page.drop(data, 0, 1, from_here=False)
    assert page.lines() == ["正文"]


def test_a_link_that_is_dragged_in_is_its_words(page: Page) -> None:
    page.open("正文")
    data = page_of("<a href=http://x/>报道</a>", "http://x/")
    data.setUrls([QUrl("http://x/")])
    page.drop(data, 0, 2, from_here=False)
    assert page.lines() == ["正文报道"]


def test_points_that_are_pasted_begin_a_series_of_their_own(page: Page) -> None:
    page.open("# 题\n- 甲\n- 乙\n正文\n\\")
    page.at(4, 0)
    page.paste_text("一是丙\n二是丁")
    assert numbers(page.document.draft().blocks)[1:] == ("一是", "二是", "", "一是", "二是")
    page.open("# 题\n正文\n\\")
    page.at(2, 0)
    page.paste_text("一是丙\n二是丁")
    assert page.lines()[2:] == ["- 丙", "- 丁"]
    assert page.undo_all() == 1


def test_a_tab_that_is_pasted_into_a_title_is_a_blank_and_the_cursor_stays_behind_the_text(
    page: Page,
) -> None:
    page.open("@标题 前后")
    page.at(0, 1)
    page.paste_text("甲\t乙\n丙")
    page.type("丁")
    assert page.lines() == ["@标题 前甲 乙\\n丙丁后"]


def test_a_picture_is_not_pasted_and_it_is_told(page: Page) -> None:
    page.open("正文")
    told: list[str] = []
    page.editor.pasting.told.connect(told.append)
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    page.editor.insertFromMimeData(data)
    page.editor.insertFromMimeData(page_of("<p><img src=x.png></p>", ""))
    assert page.lines() == ["正文"]
    assert told == ["复制的是图片，稿子里只放文字，没有粘贴。", "没有带过来：图片 1 处。"]


def test_into_a_page_that_is_only_read_nothing_is_pasted(page: Page) -> None:
    page.open("正文")
    QApplication.clipboard().setText("新")
    page.editor.setReadOnly(True)
    page.editor.paste()
    assert page.lines() == ["正文"]


def test_words_of_a_title_of_several_lines_that_are_pasted_into_body_have_a_blank_for_the_line_end(
    page: Page,
) -> None:
    page.open("@标题 甲\\n乙\\n丙\n正文")
    page.select((0, 0), (0, 4))
    press(page.editor, Qt.Key.Key_C, modifier=CONTROL)
    page.at(1, 0)
    press(page.editor, Qt.Key.Key_V, modifier=CONTROL)
    page.select((1, 2), (1, 0))  # before the line had a pause in which it is made sound
    page.compose("pin")
    page.compose("")
    assert page.selected() == "甲 "
    assert page.lines()[1] == "甲 乙 正文"


def test_what_is_pasted_right_behind_another_paste_is_a_step_that_leaves_that_one_whole(page: Page) -> None:
    page.open("我讲[两](=@意见数)点。今天\n# 甲\n# 乙")
    page.select((0, 7), (1, 0))
    data = QMimeData()
    data.setText("又")
    page.editor.insertFromMimeData(data)
    page.editor.insertFromMimeData(data)
    assert page.lines()[0] == "我讲[一](=@意见数)点。今天又又甲"
    page.editor.undo()
    assert page.lines()[0] == "我讲[一](=@意见数)点。今天又甲"
    page.editor.undo()
    assert page.lines()[0] == "我讲[两](=@意见数)点。今天"

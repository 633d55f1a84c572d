"""Where a source is pasted decides what it becomes."""

import pytest

from app.core.draft import FORCED_LINE_END
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import print_block
from app.importing.html import read_html
from app.importing.pasting import pasted
from app.importing.text import read_text


def test_a_single_line_within_a_line_is_text_with_its_number() -> None:
    clip, report = pasted(read_html("<h1>一、<b>甲</b></h1>"), Kind.BODY, False, counting_ids())
    assert [print_block(block) for block in clip.blocks] == ["一、**甲**"]
    assert clip.part and report.items == ()


def test_a_single_line_on_an_empty_line_is_what_it_says() -> None:
    clip, report = pasted(read_text("一、甲"), Kind.BODY, True, counting_ids())
    assert [print_block(block) for block in clip.blocks] == ["# 甲"]
    assert not clip.part and len(report.items) == 1


def test_lines_stay_lines_of_a_title() -> None:
    clip, _ = pasted(read_text("一、甲\n二、乙"), Kind.TITLE, True, counting_ids())
    assert [block.text for block in clip.blocks] == [f"一、甲{FORCED_LINE_END}二、乙"]
    assert clip.part


def test_a_row_of_a_table_stays_one_line() -> None:
    table = "<table><tr><td>单位</td><td>任务</td></tr><tr><td>市水利局</td><td>清淤</td></tr></table>"
    clip, _ = pasted(read_html(table), Kind.BODY, True, counting_ids())
    assert [block.text for block in clip.blocks] == ["单位\u3000任务", "市水利局\u3000清淤"]


def test_words_behind_a_salutation_are_a_line_of_their_own() -> None:
    clip, _ = pasted(read_text("同志们：今天我们开会。\n下面我讲三点意见。"), Kind.BODY, True, counting_ids())
    assert [block.text for block in clip.blocks] == ["同志们：", "今天我们开会。", "下面我讲三点意见。"]


@pytest.mark.parametrize("text", ["", " \n\u3000\n"])
def test_nothing_is_nothing(text: str) -> None:
    assert pasted(read_text(text), Kind.BODY, True, counting_ids())[0].blocks == ()


def test_the_report_says_in_words_what_became_of_the_rest() -> None:
    source = read_html("<p>一、甲</p><p>二、乙<img src=x></p><p>丙<del>丁</del></p>")
    _, report = pasted(source, Kind.BODY, False, counting_ids())
    assert report.in_words() == "原有的 2 个序号改由程序编。没有带过来：图片 1 处、修订中删去的文字 1 处。"
    assert pasted(read_text("甲\n乙"), Kind.BODY, False)[1].in_words() == ""

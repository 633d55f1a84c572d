"""What is left out: remarks that say so, series that skip, headings that only the contents have."""

import pytest

from app.importing.gaps import is_gap, remarks
from tests.importing.speech_lines import BODY, pieces


@pytest.mark.parametrize(
    ("text", "cut", "mark"),
    [
        (
            "做到……（某网www.example.cn省略876字，会员可完整阅读）……好",
            "……（某网www.example.cn省略876字，会员可完整阅读）……",
            "【缺：约876字】",
        ),
        ("(某网 省略 120 字)", "(某网 省略 120 字)", "【缺：约120字】"),
        (
            "好。（未完，全文共2000字，当前显示300字）",
            "（未完，全文共2000字，当前显示300字）",
            "【缺：约1700字】",
        ),
        (
            "好……(未完,全文共2000字,当前仅显示300字,请看提示",
            "……(未完,全文共2000字,当前仅显示300字,请看提示",
            "【缺：约1700字】",
        ),
        ("好。……（略）", "……（略）", "【缺】"),
        ("（以下省略）", "（以下省略）", "【缺】"),
        ("【中间部分略】", "【中间部分略】", "【缺】"),
        ("（此处删去300字）", "（此处删去300字）", "【缺：约300字】"),
        ("此处删去300字", "此处删去300字", "【缺：约300字】"),
    ],
)
def test_a_remark_that_text_is_left_out_is_found(text: str, cut: str, mark: str) -> None:
    found = list(remarks(text))
    assert [(text[each.start : each.stop], each.mark) for each in found] == [(cut, mark)]
    assert is_gap(text) == (text == cut)


@pytest.mark.parametrize(
    "text",
    [
        "抓粮食生产……",
        "我们的战略（长远战略）",
        "不能省略步骤",
        "删去3个条款",
        "事情还未完成",
        "（略有增长）",
        "压缩字数，省略300字",
        "【待填：检测、产权等缺失的环节，约25字】",
        "参加会议的有【参会人员】，共【待填：人数】人（没有就略去）。【待填：请假情况，约30字】。",
    ],
)
def test_other_text_leaves_nothing_out(text: str) -> None:
    assert list(remarks(text)) == []


def test_a_remark_becomes_a_mark_in_its_place() -> None:
    assert pieces(f"{BODY}\n……（省略20字）……\n{BODY}") == [
        f"body:{BODY}",
        "缺失说明:……（省略20字）……",
        "body:【缺：约20字】",
        f"body:{BODY}",
    ]
    assert pieces("我们要抓……（省略20字）……好落实。") == [
        "body:我们要抓",
        "缺失说明:……（省略20字）……",
        "+body:【缺：约20字】",
        "+body:好落实。",
    ]


def test_a_point_that_was_cut_off_is_marked_before_its_end() -> None:
    text = f"{BODY}\n（省略20字）\n得到了加强。二是抓调研。三是抓整改。"
    assert pieces(text)[3:] == [
        "point是1:【缺】",
        "+body:得到了加强。",
        "+point是2:抓调研。",
        "+point是3:抓整改。",
    ]


def test_a_point_that_a_series_skips_is_marked() -> None:
    assert pieces("一是早。三是好。") == ["point是1:早。", "+point是2:【缺】", "+point是3:好。"]


def test_a_heading_that_a_series_skips_is_marked() -> None:
    text = f"一、甲事\n（一）小事\n{BODY}\n三、丙事\n{BODY}\n四、丁事\n{BODY}"
    assert [each for each in pieces(text) if each.startswith("h1")] == [
        "h11:甲事",
        "h12:【缺】",
        "h13:丙事",
        "h14:丁事",
    ]


def test_a_heading_that_is_lost_stands_where_the_series_beneath_it_begins_anew() -> None:
    sections = f"（一）子事\n{BODY}\n（二）丑事\n{BODY}"
    found = pieces(f"一、甲事\n{sections}\n{sections}\n三、丙事\n{BODY}")
    assert [each for each in found if each.startswith("h")] == [
        "h11:甲事",
        "h21:子事",
        "h22:丑事",
        "h12:【缺】",
        "h21:子事",
        "h22:丑事",
        "h13:丙事",
    ]


def test_a_series_that_begins_late_is_marked_only_after_a_gap() -> None:
    late = f"（二）乙事\n{BODY}\n（三）丙事\n{BODY}"
    assert "h21:【缺】" not in pieces(f"一、甲\n{late}")
    assert pieces(f"一、甲事\n（省略20字）\n{late}")[:4] == [
        "h11:甲事",
        "缺失说明:（省略20字）",
        "body:【缺：约20字】",
        "h21:【缺】",
    ]


CONTENTS = [(1, 1, "甲事"), (2, 1, "小事"), (2, 2, "大事"), (1, 2, "乙事"), (2, 1, "旧事"), (1, 3, "丙事")]


def test_headings_that_only_the_contents_have_stand_where_text_is_left_out() -> None:
    text = f"一、甲事\n（一）小事\n{BODY}\n（省略20字）\n{BODY}\n三、丙事\n{BODY}"
    assert pieces(text, CONTENTS) == [
        "h11:甲事",
        "h21:小事",
        f"body:{BODY}",
        "缺失说明:（省略20字）",
        "body:【缺：约20字】",
        "h22:【缺】大事",
        "h12:【缺】乙事",
        "h21:【缺】旧事",
        f"body:{BODY}",
        "h13:丙事",
        f"body:{BODY}",
    ]


def test_what_the_contents_have_beyond_the_end_stands_at_the_end() -> None:
    text = f"一、甲事\n（一）小事\n{BODY}\n（二）大事\n{BODY}"
    assert pieces(text, CONTENTS)[-3:] == ["h12:【缺】乙事", "h21:【缺】旧事", "h13:【缺】丙事"]


def test_a_heading_in_other_words_is_not_missing() -> None:
    text = f"一、甲事要办好\n（一）小事\n{BODY}\n（二）大事\n{BODY}\n二、乙事\n（一）旧事\n{BODY}\n三、丙事\n{BODY}"
    assert not any("【缺】" in each for each in pieces(text, CONTENTS))


def test_contents_of_another_speech_are_left_alone() -> None:
    text = f"一、子事\n{BODY}\n二、丑事\n{BODY}"
    assert not any(
        "【缺】" in each for each in pieces(text, [(1, 5, "寅事"), (1, 6, "卯事"), (1, 7, "辰事")])
    )

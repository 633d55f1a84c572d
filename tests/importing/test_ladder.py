"""Headings: the whole document decides which numbers lead one, and of which level."""

from dataclasses import replace

import pytest

from app.core.kinds import Kind
from app.importing.ladder import headings
from app.importing.report import Fate
from tests.importing.speech_lines import BODY, levels, lines


def test_spellings_nest_and_begin_anew_under_a_higher_heading() -> None:
    text = (
        f"一、提高认识\n（一）学习\n1.学原文\n（1）逐篇学\n{BODY}\n2.学讲话\n（二）讨论\n"
        "二、抓好落实\n（一）分工\n（二）督办"
    )
    assert levels(text) == [
        "h1 1 一、",
        "h2 1 （一）",
        "h3 1 1.",
        "h4 1 （1）",
        "-",
        "h3 2 2.",
        "h2 2 （二）",
        "h1 2 二、",
        "h2 1 （一）",
        "h2 2 （二）",
    ]


def test_a_run_in_heading_is_a_heading() -> None:
    text = f"（一）坚持问题导向。{BODY}\n（二）坚持目标导向。{BODY}"
    assert levels(text) == ["h2 1 （一）", "h2 2 （二）"]


def test_one_spelling_is_written_in_different_ways() -> None:
    assert levels(f"一、甲事要快办\n{BODY}\n二．乙事要慢办\n{BODY}\n三.丙事要好办") == [
        "h1 1 一、",
        "-",
        "h1 2 二．",
        "-",
        "h1 3 三.",
    ]


def test_a_bracket_is_missing_in_one_of_a_series() -> None:
    text = f"（一）抓学习\n{BODY}\n二）抓调研\n{BODY}\n（三）抓整改"
    assert levels(text) == ["h2 1 （一）", "-", "h2 2 二）", "-", "h2 3 （三）"]


@pytest.mark.parametrize("text", ["三）抓整改", "二　抓整改", "二、三季度要加快进度。", "五、其他事项"])
def test_a_number_that_leads_nowhere_is_text(text: str) -> None:
    assert levels(f"{BODY}\n{text}\n{BODY}") == ["-"] * 3


def test_a_single_one_that_looks_like_a_heading_is_one() -> None:
    assert levels(f"{BODY}\n一、提高政治站位，增强紧迫感\n{BODY}") == ["-", "h1 1 一、", "-"]


def test_text_that_counts_quarters_is_no_heading_within_a_series() -> None:
    text = f"一、抓好生产\n{BODY}\n二、三季度要加快进度，{BODY}\n二、抓好销售\n{BODY}"
    assert levels(text) == ["h1 1 一、", "-", "-", "h1 2 二、", "-"]


def test_a_heading_may_be_about_the_first_quarter() -> None:
    assert levels(f"一、一季度工作\n{BODY}\n二、二季度打算\n{BODY}") == ["h1 1 一、", "-", "h1 2 二、", "-"]


def test_a_timetable_is_no_series_of_headings() -> None:
    table = "一、9:00—9:30 签到\n二、9:30—10:00 领导致辞\n三、10:00—11:30 交流发言"
    text = f"一、会议安排\n{BODY}\n{table}\n二、会议要求\n{BODY}"
    assert levels(text) == ["h1 1 一、", "-", "-", "-", "-", "h1 2 二、", "-"]


def test_dates_in_order_are_no_headings() -> None:
    assert levels(f"{BODY}\n一、3月1日，动员部署\n二、3月5日，自查自纠\n{BODY}") == ["-"] * 4


def test_a_list_that_is_one_sentence_is_no_series_of_headings() -> None:
    text = "今天的会议有三项议程：\n一、传达文件；\n二、交流发言；\n三、主任讲话。\n首先请王主任传达文件。"
    assert levels(text) == ["-"] * 5


@pytest.mark.parametrize(
    "text",
    [
        "一、上午签到；二、下午开会；三、晚上讨论。",
        "（一）领导责任。（二）部门责任。（三）主体责任。",
        "1.新建学校；2.改造医院；3.修建道路。",
        "(1)领导责任,(2)部门责任",
    ],
)
def test_a_list_within_one_line_is_text(text: str) -> None:
    assert levels(f"{BODY}\n{text}\n{BODY}") == ["-"] * 3


def test_a_heading_with_a_figure_in_its_text_is_a_heading() -> None:
    assert levels(f"1.抓储备。按照2.5万人储备，{BODY}\n2.抓调运。按照3.5万吨调运，{BODY}") == [
        "h3 1 1.",
        "h3 2 2.",
    ]


def test_headings_that_are_announced_first_are_headings_only_where_their_text_is() -> None:
    announced = "一、认清形势\n二、抓住机遇\n三、强化责任"
    text = f"我讲三点意见：\n{announced}\n" + announced.replace("\n", f"\n{BODY}\n") + f"\n{BODY}"
    assert levels(text)[:4] == ["-"] * 4
    assert [each for each in levels(text)[4:] if each != "-"] == ["h1 1 一、", "h1 2 二、", "h1 3 三、"]


def test_an_outline_without_text_is_all_headings() -> None:
    assert levels("一、认清形势\n二、抓住机遇\n（一）找准方向\n（二）聚集力量\n三、强化责任") == [
        "h1 1 一、",
        "h1 2 二、",
        "h2 1 （一）",
        "h2 2 （二）",
        "h1 3 三、",
    ]


def test_numbered_sentences_under_titles_of_the_same_spelling_are_text() -> None:
    rules = "\n".join(f"{number}、凡是新上的项目，都要先论证后决策，{BODY}" for number in "一二三")
    text = f"一、过去一年\n{BODY}\n二、今后一年\n{BODY}\n{rules}\n三、几点要求\n{BODY}"
    assert [each for each in levels(text) if each != "-"] == ["h1 1 一、", "h1 2 二、", "h1 3 三、"]


def test_a_series_within_the_sections_of_another_is_a_level_lower() -> None:
    inner = f"一、抓生产\n{BODY}\n二、抓销售\n{BODY}\n三、抓储运\n{BODY}"
    text = f"一、去年回顾\n{BODY}\n二、今年任务\n{inner}\n三、几点要求\n{BODY}"
    assert [each for each in levels(text) if each != "-"] == [
        "h1 1 一、",
        "h1 2 二、",
        "h2 1 一、",
        "h2 2 二、",
        "h2 3 三、",
        "h1 3 三、",
    ]


def test_a_number_of_the_source_repeats() -> None:
    assert [
        each
        for each in levels(f"一、甲事\n{BODY}\n二、乙事\n{BODY}\n二、丙事\n{BODY}\n三、丁事")
        if each != "-"
    ] == [
        "h1 1 一、",
        "h1 2 二、",
        "h1 2 二、",
        "h1 3 三、",
    ]


def test_a_number_of_the_source_is_skipped() -> None:
    assert [each for each in levels(f"一、甲事\n{BODY}\n三、丙事\n{BODY}\n四、丁事") if each != "-"] == [
        "h1 1 一、",
        "h1 3 三、",
        "h1 4 四、",
    ]


def test_a_number_that_was_mistyped_is_known_by_its_place() -> None:
    found = headings(lines(f"一、甲事要早办\n{BODY}\n六、乙事要快办\n{BODY}\n三、丙事要好办\n{BODY}"))
    heading = found[2]
    assert heading is not None
    assert (heading.kind, heading.ordinal) == (Kind.H1, 2)
    assert heading.confidence < 0.7


def test_a_section_that_was_cut_out_begins_where_it_begins() -> None:
    assert levels(f"三、丙事\n{BODY}\n四、丁事\n{BODY}") == ["h1 3 三、", "-", "h1 4 四、", "-"]


def test_h1_goes_on_after_a_part() -> None:
    text = f"第一部分　回顾\n一、甲事\n{BODY}\n二、乙事\n{BODY}\n第二部分　打算\n三、丙事\n{BODY}\n四、丁事"
    assert [each for each in levels(text) if each != "-"] == [
        "part 0",
        "h1 1 一、",
        "h1 2 二、",
        "part 0",
        "h1 3 三、",
        "h1 4 四、",
    ]


def test_parts_without_anything_between_them_and_the_second_level_are_the_first() -> None:
    text = f"第一部分　回顾\n（一）甲事\n{BODY}\n（二）乙事\n{BODY}\n第二部分　打算\n{BODY}"
    assert [each for each in levels(text) if each != "-"] == [
        "h1 1 第一部分",
        "h2 1 （一）",
        "h2 2 （二）",
        "h1 2 第二部分",
    ]


def test_chapters_and_articles_above_the_first_spelling_push_it_down() -> None:
    text = f"第一章 总论\n第一节 背景\n一、由来\n{BODY}\n二、现状\n{BODY}\n第二节 意义\n第二章 任务"
    assert [each for each in levels(text) if each != "-"] == [
        "part 0",
        "h1 1 第一节",
        "h2 1 一、",
        "h2 2 二、",
        "h1 2 第二节",
        "part 0",
    ]


def test_arabic_numbers_are_the_first_level_where_the_speech_has_no_others() -> None:
    text = f"{BODY}{BODY}\n1.什么是初心\n{BODY}\n（1）由来\n2.怎样守初心\n{BODY}"
    assert [each for each in levels(text) if each != "-"] == ["h1 1 1.", "h2 1 （1）", "h1 2 2."]


def test_arabic_numbers_keep_their_level_in_a_section_and_under_others() -> None:
    assert levels(f"1.什么是初心\n{BODY}")[0] == "h3 1 1."
    text = f"{BODY}{BODY}\n一、初心\n1.什么是初心\n{BODY}\n2.怎样守初心\n{BODY}"
    assert [each for each in levels(text) if each != "-"] == ["h1 1 一、", "h3 1 1.", "h3 2 2."]


def test_a_stray_figure_is_text() -> None:
    assert levels(f"{BODY}\n2.5\n{BODY}\n1.5万人参加\n{BODY}") == ["-"] * 5


def test_levels_of_the_source_make_headings_with_or_without_numbers() -> None:
    of = lines(f"学习\n{BODY}\n讨论\n{BODY}")
    of = [replace(line, level=2) if len(line.text) == 2 else line for line in of]
    assert levels(of) == ["h2 0", "-", "h2 0", "-"]


def test_levels_are_off_where_the_title_of_a_page_is_the_first() -> None:
    of = lines(f"一、甲事\n{BODY}\n二、乙事\n{BODY}\n结语\n{BODY}")
    of = [replace(line, level=2) if len(line.text) <= 4 else line for line in of]
    assert [each for each in levels(of) if each != "-"] == ["h1 1 一、", "h1 2 二、", "h1 0"]


def test_computed_numbers_count_and_are_not_in_the_text() -> None:
    of = [
        replace(line, computed=number)
        for line, number in zip(lines("甲事\n乙事"), ("一、", "二、"), strict=True)
    ]
    assert levels(of) == ["h1 1", "h1 2"]


def test_a_line_that_was_broken_after_its_number_is_a_heading() -> None:
    found = headings(lines(f"一、\n甲事要早办\n{BODY}\n二、\n乙事要快办\n{BODY}"))
    assert [each and (each.kind, each.alone, each.ordinal) for each in found] == [
        (Kind.H1, True, 1),
        (Kind.H1, False, 1),
        None,
        (Kind.H1, True, 2),
        (Kind.H1, False, 2),
        None,
    ]


def test_what_the_writer_set_is_kept_and_the_rest_is_worked_out_around_it() -> None:
    of = lines(f"一、甲事\n{BODY}\n二、乙事\n{BODY}\n三、丙事\n{BODY}")
    of[2] = replace(of[2], fixed=Kind.BODY)
    assert levels(of) == ["h1 1 一、", "-", "-", "-", "h1 3 三、", "-"]
    of[1] = replace(of[1], fixed=Kind.H2)
    assert levels(of)[1] == "h2 0"
    of[0] = replace(of[0], fixed=Fate.RESIDUE)
    assert levels(of)[0] == "-"


def test_short_lines_above_and_between_series_are_part_titles() -> None:
    series = f"一、甲事\n{BODY}\n二、乙事\n{BODY}"
    text = f"去年工作回顾\n{series}\n今年工作打算\n{series}\n关于外事工作\n{BODY}{BODY}"
    assert [each for each in levels(text) if each.startswith("part")] == ["part 0"] * 3


def test_short_lines_before_and_after_the_only_series_are_part_titles() -> None:
    series = f"一、甲事\n{BODY}\n二、乙事\n{BODY}"
    text = f"{BODY}\n计划的基本任务\n{BODY}\n{series}\n实现计划的措施\n{BODY}"
    assert [each for each in levels(text) if each.startswith("part")] == ["part 0"] * 2
    assert not any(each.startswith("part") for each in levels(f"{BODY}\n{series}\n实现计划的措施\n{BODY}"))


def test_a_broken_line_is_no_part_title() -> None:
    series = f"一、甲事\n{BODY}\n二、乙事\n{BODY}"
    text = f"{series}\n今年是我国与\n{BODY}\n{series}"
    assert not any(each.startswith("part") for each in levels(text))


def test_numbered_questions_are_the_first_level_unless_they_stand_under_it() -> None:
    text = f"第一个问题，关于学习。{BODY}\n第二个问题，关于落实。{BODY}"
    assert levels(text) == ["h1 1 第一个问题，", "h1 2 第二个问题，"]
    assert levels(f"一、要求\n{text}\n二、安排\n{BODY}") == ["h1 1 一、", "-", "-", "h1 2 二、", "-"]


def test_a_series_begins_anew_where_the_heading_above_it_is_lost() -> None:
    sections = f"（一）子事\n{BODY}\n（二）丑事\n{BODY}"
    text = f"一、甲事\n{sections}\n{sections}\n三、丙事\n{BODY}"
    assert [each[:4] for each in levels(text) if each != "-"] == [
        "h1 1",
        "h2 1",
        "h2 2",
        "h2 1",
        "h2 2",
        "h1 3",
    ]


def test_short_lines_of_a_speech_without_headings_are_part_titles_where_sisters_stand_alike() -> None:
    text = f"{BODY}{BODY}\n守初心\n{BODY}{BODY}\n担使命\n{BODY}{BODY}"
    assert levels(text) == ["-", "part 0", "-", "part 0", "-"]
    assert levels(f"{BODY}{BODY}\n守初心\n{BODY}{BODY}") == ["-"] * 3


@pytest.mark.parametrize("line", ["同志们：", "各位代表！", "这五年，成绩来之不易", "谢谢大家！"])
def test_salutations_and_clauses_within_a_speech_are_text(line: str) -> None:
    assert levels(f"{BODY}{BODY}\n{line}\n{BODY}{BODY}\n{line}\n{BODY}{BODY}") == ["-"] * 5


def test_every_heading_says_how_sure_it_is_and_why() -> None:
    for each in headings(lines(f"一、甲事\n{BODY}\n二、乙事\n{BODY}")):
        assert each is None or (0 < each.confidence <= 1 and each.reason)


@pytest.mark.parametrize("end", ["", f"。{BODY}"])
def test_two_first_level_headings_may_be_numbered_anew_after_two(end: str) -> None:
    words = ("一、抢修水泵", "二、清通沟渠", "一、添置农具", "二、备足种子")
    text = "\n".join(f"{each}{end}\n{BODY}" for each in words)
    assert levels(text) == ["h1 1 一、", "-", "h1 2 二、", "-"] * 2


def test_a_lone_first_number_after_a_series_is_text() -> None:
    text = f"一、抢修水泵\n{BODY}\n二、清通沟渠\n{BODY}\n一、添置农具\n{BODY}\n三、备足种子\n{BODY}"
    assert levels(text) == ["h1 1 一、", "-", "h1 2 二、", "-", "-", "-", "h1 3 三、", "-"]


def test_a_title_may_begin_with_a_numeral_but_a_broken_line_is_none() -> None:
    assert levels(f"{BODY}\n一、二级公路建设\n{BODY}\n二、三季度工作安排\n{BODY}")[1::2] == [
        "h1 1 一、",
        "h1 2 二、",
    ]
    text = (
        "去年全区粮食产量比上年有所增加，蔬菜产量也有增加，特别是\n二、三产业占地区总产值的比重\n超过一半。"
    )
    assert levels(text) == ["-", "-", "-"]


def test_the_last_part_is_known_by_its_word() -> None:
    text = f"一、抢修水泵\n{BODY}\n二、清通沟渠\n{BODY}\n结束语\n同志们：\n{BODY}"
    assert levels(text)[-3:] == ["part 0", "-", "-"]
    assert levels(f"{BODY}\n结束语\n{BODY}") == ["-"] * 3
    assert levels(f"一、抢修水泵\n{BODY}\n结束语") == ["h1 1 一、", "-", "-"]


def test_a_title_before_the_first_series_has_a_sister_between_two() -> None:
    head = f"大家上午好，我今天来说两件事情。\n关于国内农事\n{BODY}\n"
    text = (
        f"{head}一、水泵\n{BODY}\n二、沟渠\n{BODY}\n关于邻县往来\n{BODY}\n一、水路\n{BODY}\n二、旱路\n{BODY}"
    )
    assert [each for each in levels(text) if each.startswith("part")] == ["part 0"] * 2


def test_a_series_within_another_may_have_lost_a_number() -> None:
    inner = "".join(
        f"{n}、{what}\n{BODY}\n" for n, what in (("一", "修水泵"), ("二", "清沟渠"), ("四", "备种子"))
    )
    text = f"一、去年的事\n{BODY}\n{inner}二、今年的事\n{BODY}\n三、明年的事\n{BODY}"
    assert [each[:4] for each in levels(text) if each != "-"] == [
        "h1 1",
        "h2 1",
        "h2 2",
        "h2 4",
        "h1 2",
        "h1 3",
    ]

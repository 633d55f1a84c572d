"""Titles are broken by sense: GB/T 9704 7.3.1, facts/standards.md §1.5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.title import broken_title, width
from app.lang.segmenter import JiebaSegmenter
from tests.export.samples import ByCharacter, ByWords

BEST, MOST = 19, 20


@pytest.mark.parametrize(
    "lines",
    [
        "在全市××工作推进会议上的讲话",
        "在全市AI驱动产业升级发展/推进会议上的讲话",
        "在全市加快推进新型工业化/暨制造业高质量发展大会上的讲话",
        "在全市深入贯彻中央八项规定精神/学习教育工作会议上的讲话",
        "在《××市数字经济促进条例》/实施一周年座谈会上的发言",
        "关于深化“放管服”改革优化营商环境/推动民营经济高质量发展情况的报告",
        "在学习贯彻/习近平新时代中国特色社会主义思想/主题教育动员部署会议上的讲话",
        "××市市长×××在2025年/全市安全生产工作电视电话会议上的讲话",
        "在【待填：会议名称】上的讲话",
        "新年致辞",
    ],
)
def test_lines_end_where_the_sense_allows(jieba_segmenter: JiebaSegmenter, lines: str) -> None:
    title = lines.replace("/", "")
    assert "/".join(broken_title(title, BEST, jieba_segmenter, MOST)) == lines


def test_a_title_that_fits_is_one_line() -> None:
    assert broken_title("字" * BEST, BEST, ByCharacter(), MOST) == ("字" * BEST,)
    assert len(broken_title("字" * (BEST + 1), BEST, ByCharacter(), MOST)) == 2
    assert broken_title("", BEST, ByCharacter()) == ()


def test_forced_line_ends_are_kept_and_each_line_is_broken_on_its_own() -> None:
    words = ByWords("全市", "工作", "会议")
    assert broken_title("奋力开创\u2028新局面", BEST, words) == ("奋力开创", "新局面")
    assert broken_title("短\u2028" + "会议" * 12, BEST, words)[0] == "短"
    assert len(broken_title("短\u2028" + "会议" * 12, BEST, words)) == 3


def test_two_lines_make_a_trapezoid_and_three_a_diamond() -> None:
    two = [width(line) for line in broken_title("字" * 26, BEST, ByCharacter(), MOST)]
    three = [width(line) for line in broken_title("字" * 48, BEST, ByCharacter(), MOST)]
    assert len(two) == 2
    assert 2 <= abs(two[0] - two[1]) <= 6
    assert len(three) == 3
    assert three[1] > max(three[0], three[2])


def test_three_lines_that_cannot_make_a_diamond_still_end_between_words() -> None:
    words = ByWords("甲" * 18, "乙" * 9, "丙" * 18)
    lines = broken_title("甲" * 18 + "乙" * 9 + "丙" * 18, BEST, words, MOST)
    assert lines == ("甲" * 18, "乙" * 9, "丙" * 18)


@pytest.mark.parametrize("particle", list("的和及上"))
def test_particles_do_not_begin_a_line(particle: str) -> None:
    title = "字" * 10 + particle * 2 + "字" * 13
    assert all(not line.startswith(particle) for line in broken_title(title, BEST, ByCharacter(), MOST))


def test_the_word_for_the_kind_of_text_does_not_stand_alone() -> None:
    lines = broken_title("字" * 18 + "会上讲话", BEST, ByWords("字" * 18, "会", "上", "讲话"), MOST)
    assert "讲话" not in lines


@pytest.mark.parametrize(
    "name", ["《甲乙丙丁戊》", "“甲乙丙丁戊”", "2025年", "第十四届", "××市", "3.5%", "（2025—2030年）"]
)
def test_names_and_numbers_are_not_parted(name: str) -> None:
    for before in range(8, 16):
        lines = broken_title("字" * before + name + "字" * 14, BEST, ByCharacter(), MOST)
        assert any(name in line for line in lines)


def test_a_word_wider_than_a_line_is_cut_in_words_and_at_last_in_characters() -> None:
    lines = broken_title("《" + "甲乙" * 12 + "》的讲话", BEST, ByWords("甲乙"), MOST)
    assert max(map(width, lines)) <= MOST
    assert max(map(width, broken_title("A" * 70, BEST, ByWords("A" * 70), MOST))) <= MOST


def test_latin_letters_and_digits_are_narrow() -> None:
    assert width("AI产业") == pytest.approx(3.2)
    assert width("“数字”——") == 6


@given(st.text(st.sampled_from("在全市××工作会议上的讲话《》“”（）2025年AI、，—\u2028 "), max_size=90))
def test_no_character_is_lost(title: str) -> None:
    lines = broken_title(title, BEST, ByWords("全市", "工作", "会议", "讲话"), MOST)
    assert "".join(lines) == title.replace("\u2028", "")
    assert all(lines)


def test_a_hostile_title_does_not_take_long() -> None:
    lines = broken_title("字" * 20_000, BEST, ByCharacter(), MOST)
    assert "".join(lines) == "字" * 20_000
    assert max(map(width, lines)) <= MOST

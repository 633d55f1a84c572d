"""Several speeches in one file."""

import pytest

from app.importing.speeches import speeches
from app.importing.text import read_text

LONG = "今天的会议很重要，主要是研究下一步怎么干。下面，我结合自己的工作，讲几点意见，供大家参考，不对的请批评指正。"


def found(text: str) -> list[tuple[int, int, str]]:
    return [
        (each.paragraphs.start, each.paragraphs.stop, each.title)
        for each in speeches(read_text(text).paragraphs)
    ]


def test_one_speech_is_one() -> None:
    assert found(f"在防汛会上的讲话\n同志们：\n{LONG}\n同志们：\n{LONG}") == [(0, 5, "在防汛会上的讲话")]
    assert found(LONG) == [(0, 1, "")]
    assert found("") == []


@pytest.mark.parametrize("marker", ["篇{}", "第{}篇", "【范文{}】", "讲话稿{}："])
@pytest.mark.parametrize("count", ["一二三", "123"])
def test_markers_that_count_part_speeches(marker: str, count: str) -> None:
    text = "\n".join(f"{marker.format(each)} 防汛讲话\n{LONG}" for each in count)
    assert [start for start, _, _ in found(text)] == [0, 2, 4]
    assert found(text)[0][2] == "防汛讲话"


def test_markers_of_the_contents_do_not_count() -> None:
    text = f"目录\n第1篇 防汛\n第2篇 抗旱\n第1篇 防汛\n{LONG}\n第2篇 抗旱\n{LONG}"
    assert [(start, stop) for start, stop, _ in found(text)] == [(0, 5), (5, 7)]


def test_titles_that_come_with_a_salutation_part_speeches() -> None:
    first = f"在防汛会上的讲话\n（2026年5月8日）\n同志们：\n{LONG}\n谢谢大家！"
    second = f"在抗旱会上的讲话\n区长　赵明远\n同志们：\n{LONG}"
    assert found(f"{first}\n{second}") == [(0, 5, "在防汛会上的讲话"), (5, 9, "在抗旱会上的讲话")]


def test_the_same_title_twice_before_one_salutation_is_one_speech() -> None:
    assert len(found(f"在防汛会上的讲话\n来源：某某网\n在防汛会上的讲话\n同志们：\n{LONG}")) == 1


def test_parts_that_do_not_count_on_are_no_speeches() -> None:
    assert len(found(f"第二篇 甲\n{LONG}\n第五篇 乙\n{LONG}")) == 1

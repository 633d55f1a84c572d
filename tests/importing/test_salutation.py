"""称谓 in its forms, and what only looks like one."""

import pytest

from app.importing.salutation import ends_in_salutation, salutation_length, salutation_within


@pytest.mark.parametrize(
    "text",
    [
        "同志们：",
        "同志们:",
        "同志们！",
        "各位代表：",
        "各位领导、各位来宾：",
        "各位领导，同志们，",
        "尊敬的各位领导、各位来宾，女士们、先生们：",
        "尊敬的王校长，亲爱的老师们、同学们：",
        "主席、各位委员：",
        "主任、各位副主任、秘书长、各位委员：",
        "老师们 同学们：",
        "全体党员同志：",
        "父老乡亲们：",
        "各位：",
        "在座的各位同仁：",
    ],
)
def test_a_salutation_is_known_by_those_it_names(text: str) -> None:
    assert salutation_length(text) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "同志们，今天开个短会。",
        "同志们,大家辛苦了!",
        "我们：",
        "各位要做到：",
        "重点做好六个方面工作：",
        "相关报道：",
        "会议强调：",
        "各位代表，现在我报告工作：",
        "全体起立，奏国歌：",
        "尊敬老人：",
        "各位" * 60,
    ],
)
def test_sentences_and_announcements_are_no_salutation(text: str) -> None:
    assert salutation_length(text) != len(text) or not text


def test_a_salutation_ends_with_its_mark_where_the_speech_goes_on() -> None:
    assert salutation_length("同志们：今天开会。") == len("同志们：")
    assert salutation_length("同志们！今天开会。") == len("同志们！")


def test_a_salutation_behind_a_title_is_found_with_its_colon_only() -> None:
    assert salutation_within("在春耕会上的讲话同志们：春耕到了。") == (8, 12)
    assert salutation_within("在春耕会上的讲话，同志们，春耕到了。") is None


def test_a_meeting_of_all_is_nobody_who_is_greeted() -> None:
    text = "政府第三次全体会议主持词. 同志们: 现在开会。"
    assert salutation_within(text) == (text.index("同志们"), text.index(" 现在"))


@pytest.mark.parametrize("text", ["欢迎会致辞 尊敬的各位来宾,", "各位老师、"])
def test_a_salutation_that_breaks_off_at_a_comma_ends_a_line(text: str) -> None:
    assert ends_in_salutation(text)
    assert not ends_in_salutation(f"{text}大家好,")

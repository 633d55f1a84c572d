"""Which of the four layers a first-level section is, or none."""

import pytest

from app.core.kinds import Layer
from app.importing.layers import Section, layers


def guessed(*headings: str) -> list[Layer | None]:
    return [
        guess.layer if guess is not None else None for guess in layers([Section(each) for each in headings])
    ]


def test_four_sections_of_a_speech_are_the_four_layers() -> None:
    assert guessed(
        "提高站位，深刻认识防汛工作的重大意义",
        "认清形势，正视短板不足",
        "突出重点，扎实推进各项任务",
        "加强组织领导，确保落地见效",
    ) == [
        Layer.UNDERSTANDING,
        Layer.SITUATION,
        Layer.TASKS,
        Layer.SAFEGUARDS,
    ]


def test_three_sections_are_read_by_their_words() -> None:
    assert guessed("统一思想，增强责任感", "聚焦重点，抓好防汛备汛", "压实责任，强化督查") == [
        Layer.UNDERSTANDING,
        Layer.TASKS,
        Layer.SAFEGUARDS,
    ]


@pytest.mark.parametrize(
    "heading", ["今年工作回顾", "2026年重点工作", "政府自身建设", "第一项议程", "关于外交工作"]
)
def test_sections_of_reports_have_no_layer(heading: str) -> None:
    assert guessed("“十五五”总体要求", heading, "一年来的工作回顾")[1] is None


def test_headings_that_say_nothing_have_no_layer() -> None:
    assert guessed("抗旱浇地", "春播面积", "良种良法") == [None] * 3
    assert guessed() == []


def test_what_stands_beneath_a_heading_tips_the_scales() -> None:
    sample = "加强领导，压实责任，强化督查考核，严明纪律，形成合力，确保落地见效。"
    sections = [Section("春播"), Section("夏管"), Section("最后一个方面"), Section("最后一个方面", sample)]
    found = layers(sections)
    assert found[2] is None
    assert found[3] is not None and found[3].layer is Layer.SAFEGUARDS


def test_probabilities_are_probabilities() -> None:
    for guess in layers([Section("提高认识"), Section("抓好重点任务"), Section("加强领导")]):
        assert guess is not None and 0 < guess.probability <= 1

"""A whole source: its speech with head, layers and all, and its report."""

from app.core.ids import counting_ids
from app.core.kinds import Kind, Layer
from app.importing.recognise import Recognised, recognise
from app.importing.report import Fate
from app.importing.text import read_text

PAGE = """
您的位置：首页>>讲话>>正文
在全市防汛工作会议上的讲话
市长　×××
（2026年5月8日）
同志们：
今天开会，部署防汛工作。下面，我讲三点意见。
一、提高认识，绷紧防汛这根弦
汛期将至，责任重大。
二、突出重点，抓好各项任务
要做到三条：一是查堤坝。逐段过一遍。二是备物资。按清单备齐。
三、加强领导，压实责任
主要负责同志要到岗到位。
谢谢大家！
责任编辑：某某
"""


def recognised(text: str) -> Recognised:
    return recognise(read_text(text).paragraphs, new_id=counting_ids())


def test_a_page_becomes_a_speech_with_its_head_and_a_report() -> None:
    found = recognised(PAGE)
    kinds = [block.kind for block in found.draft.blocks]
    assert kinds == [
        *(Kind.TITLE, Kind.BYLINE, Kind.DATE, Kind.SALUTATION, Kind.BODY),
        *(Kind.H1, Kind.BODY, Kind.H1, Kind.BODY, Kind.POINT, Kind.POINT, Kind.H1, Kind.BODY, Kind.CLOSING),
    ]
    residue = [item.text for item in found.report.items if item.fate is Fate.RESIDUE]
    assert residue == ["您的位置：首页>>讲话>>正文", "责任编辑：某某"]


def test_sections_get_the_layers_they_are_surely_of() -> None:
    found = recognised(PAGE)
    layers = [block.section.layer for block in found.draft.blocks if block.section]
    assert layers == [Layer.UNDERSTANDING, Layer.TASKS, Layer.SAFEGUARDS]
    assert [name for name, _ in found.layers] == [block.id for block in found.draft.blocks if block.section]


def test_a_role_that_the_writer_set_is_kept_and_the_rest_is_found_around_it() -> None:
    text = "关于近期工作\n同志们：\n开会。"
    place = (0, 0)
    assert recognised(text).draft.blocks[0].kind is Kind.TITLE
    found = recognise(read_text(text).paragraphs, {place: Fate.RESIDUE}, counting_ids())
    assert [block.kind for block in found.draft.blocks] == [Kind.SALUTATION, Kind.BODY]
    assert next(piece for piece in found.pieces if piece.place == place).role is Fate.RESIDUE


def test_a_level_that_the_source_lacks_comes_in_as_missing() -> None:
    found = recognised("一、甲甲\n正文。\n三、丙丙\n正文。")
    assert [block.text for block in found.draft.blocks if block.kind is Kind.H1] == ["甲甲", "【缺】", "丙丙"]

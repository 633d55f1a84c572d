"""Which heading carries which layer, how much of the whole it takes, what is missing and out of order."""

from hypothesis import given

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Layer
from app.core.layers import layer_parts, place_in_layer
from app.core.markup import parse_markup
from app.core.outline import stretches
from tests.core.strategies import drafts

USUAL = {Layer.UNDERSTANDING: 20, Layer.SITUATION: 20, Layer.TASKS: 40, Layer.SAFEGUARDS: 20}


def draft(markup: str) -> Draft:
    return parse_markup(markup, counting_ids())


SPEECH = draft("""
今天开会。 {节=开场}
# 提高认识。要抓紧 {认识}
# 压实责任 {任务}
正文正文正文。
# 分析形势 {形势}
""")


def test_each_layer_has_its_headings_with_their_numbers() -> None:
    parts = {part.layer: part for part in layer_parts(SPEECH, USUAL)}
    assert [(each.number, each.text) for each in parts[Layer.UNDERSTANDING].sections] == [
        ("一、", "提高认识")
    ]
    assert [each.index for each in parts[Layer.TASKS].sections] == [2]


def test_a_section_without_heading_is_called_by_its_name_and_belongs_to_none() -> None:
    rest = layer_parts(SPEECH, USUAL)[-1]
    assert rest.layer is None and [(each.number, each.text) for each in rest.sections] == [("", "开场")]


def test_shares_are_percent_of_the_whole_beside_the_usual() -> None:
    parts = layer_parts(draft("# 一二三四五六 {认识}\n# 一二 {任务}\n"), USUAL)  # 8 and 4 with 一、 and 二、
    assert [(part.share, part.usual) for part in parts[:3]] == [(67, 20), (0, 20), (33, 40)]


def test_a_layer_that_the_occasion_has_and_the_draft_lacks_is_missing() -> None:
    assert [part.layer for part in layer_parts(SPEECH, USUAL) if part.missing] == [Layer.SAFEGUARDS]


def test_an_occasion_without_layers_misses_none() -> None:
    assert not any(part.missing for part in layer_parts(draft("# 甲"), {None: 100}))


def test_without_an_occasion_only_a_speech_with_headings_misses_layers() -> None:
    assert sum(part.missing for part in layer_parts(draft("# 甲"), None)) == 4
    assert not any(part.missing for part in layer_parts(draft("各位来宾：\n欢迎。"), None))


def test_a_layer_behind_a_later_one_is_out_of_order() -> None:
    found = [each.text for part in layer_parts(SPEECH, USUAL) for each in part.sections if each.out_of_order]
    assert found == ["分析形势"]


def test_a_section_without_layer_is_never_out_of_order() -> None:
    parts = layer_parts(draft("# 甲 {保障}\n# 乙\n"), USUAL)
    assert not any(each.out_of_order for part in parts for each in part.sections)


def test_a_new_section_goes_behind_its_layer_or_the_one_before() -> None:
    ordered = draft("# 甲 {认识}\n文\n# 乙 {任务}\n文\n最后。 {节=收尾}\n")
    assert place_in_layer(ordered, Layer.UNDERSTANDING) == 2
    assert place_in_layer(ordered, Layer.SITUATION) == 2
    assert place_in_layer(ordered, Layer.SAFEGUARDS) == 4


def test_a_new_section_goes_before_later_layers_where_nothing_is_before_it() -> None:
    assert place_in_layer(draft("开场。\n# 乙 {任务}\n"), Layer.UNDERSTANDING) == 1


def test_without_layers_a_new_section_goes_behind_the_headings_and_before_the_end() -> None:
    assert place_in_layer(draft("# 甲\n文\n最后。 {节=收尾}\n"), Layer.TASKS) == 2
    assert place_in_layer(draft("甲\n乙\n@结束语 谢谢！\n@落款 ××\n"), Layer.TASKS) == 2


def test_a_new_section_goes_before_the_closing_words_unless_a_section_has_its_own() -> None:
    closing = "@结束语 谢谢！\n@落款 ××\n"
    assert place_in_layer(draft("# 甲 {认识}\n文\n" + closing), Layer.TASKS) == 2
    assert place_in_layer(draft("# 甲\n文\n" + closing), Layer.TASKS) == 2
    assert place_in_layer(draft("甲文 {认识}\n" + closing), Layer.TASKS) == 1


@given(drafts())
def test_every_section_stands_in_one_part(draft: Draft) -> None:
    found = [each.section_id for part in layer_parts(draft, USUAL) for each in part.sections]
    assert sorted(found) == sorted(each.section.id for each in stretches(draft))
    assert all(0 <= place_in_layer(draft, layer) <= len(draft.blocks) for layer in Layer)

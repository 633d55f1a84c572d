"""Where a section template goes."""

import pytest

from app.core.ids import counting_ids
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.ui.sections.places import AFTER_SECTION, Places


@pytest.mark.parametrize("index", [1, 2])
def test_behind_the_last_section_is_before_the_closing_words_of_the_speech(qtbot, index: int) -> None:
    draft = parse_markup("# 甲 {任务}\n文\n@结束语 谢谢大家！\n", counting_ids())
    places = Places(draft, index, wants_layer=False)
    qtbot.addWidget(places)
    places.offer(Layer.TASKS)
    assert [places.itemData(places.findText(AFTER_SECTION)), places.itemData(2)] == [2, 2]


def test_behind_a_section_with_closing_words_of_its_own_is_behind_these(qtbot) -> None:
    draft = parse_markup("最后。 {节=收尾}\n@结束语 谢谢大家！\n", counting_ids())
    places = Places(draft, 0, wants_layer=False)
    qtbot.addWidget(places)
    places.offer(None)
    assert places.itemData(places.findText(AFTER_SECTION)) == 2

"""Where a section template goes."""

import pytest

from app.core.ids import counting_ids
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.ui.sections.places import AFTER_SECTION, AT_CURSOR, Places


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


@pytest.mark.parametrize("index", [0, 1])
def test_before_the_first_section_nothing_is_offered_behind_this_one(qtbot, index: int) -> None:
    draft = parse_markup("@标题 讲话\n@称谓 同志们：\n# 甲 {任务}\n文\n", counting_ids())
    places = Places(draft, index, wants_layer=False)
    qtbot.addWidget(places)
    places.offer(Layer.TASKS)
    assert [places.itemText(at) for at in range(places.count())] == [AT_CURSOR, "任务层的末尾"]
    assert (places.currentText(), places.at) == (AT_CURSOR, index + 1)


def test_before_the_first_section_the_end_of_the_layer_that_is_wanted_is_chosen(qtbot) -> None:
    draft = parse_markup("@标题 讲话\n# 甲 {任务}\n文\n", counting_ids())
    places = Places(draft, 0, wants_layer=True)
    qtbot.addWidget(places)
    places.offer(Layer.TASKS)
    assert places.currentText() == "任务层的末尾"

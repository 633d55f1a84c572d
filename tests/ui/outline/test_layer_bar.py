"""The bar of the four layers, with their names below it."""

from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetrics

from app.core.kinds import Layer
from app.ui.outline.layer_bar import LayerBar
from app.ui.outline.rows import LayerShares
from app.ui.theme import Theme, small_figures


@pytest.mark.parametrize("width", [190, 230, 274, 400])
def test_each_name_has_room_for_itself_however_narrow_the_outline(qtbot, theme: Theme, width: int) -> None:
    bar = LayerBar(theme)
    qtbot.addWidget(bar)
    bar.show_shares(LayerShares(dict.fromkeys(Layer, 100), 100))
    bar.resize(width, bar.heightForWidth(width))
    bar.show()
    places = bar.places()
    square = 7
    for told, place in zip(bar.accessibleDescription().split("，"), places.values(), strict=True):
        assert QFontMetrics(small_figures(bar.font())).horizontalAdvance(told) + square < place.width()
        assert bar.rect().contains(place)
    assert not any(one.intersects(other) for one, other in combinations(places.values(), 2))


def test_the_names_stand_in_one_line_where_there_is_room(qtbot, theme: Theme) -> None:
    bar = LayerBar(theme)
    qtbot.addWidget(bar)
    assert bar.heightForWidth(600) < bar.heightForWidth(190)

"""What the first painting asks of Qt does what the usual way of asking does."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter
from PySide6.QtWidgets import QToolBar

from app.ui.early import brush, fill, set_by_name


def test_an_area_has_the_colour_all_over_and_nothing_around_it_changes() -> None:
    image = QImage(6, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setPen(QColor("green"))
        painter.setBackground(QColor("black"))
        fill(painter, QRect(1, 1, 3, 3), QColor("red"))
        fill(painter, QRectF(4, 0, 2, 1), QColor("blue"))
        assert painter.pen().color() == QColor("green")
        assert painter.background().color() == QColor("black")
    colours = {(x, y): image.pixelColor(x, y).name() for x in range(6) for y in range(6)}
    red = {place for place, colour in colours.items() if colour == "#ff0000"}
    blue = {place for place, colour in colours.items() if colour == "#0000ff"}
    assert red == {(x, y) for x in (1, 2, 3) for y in (1, 2, 3)}
    assert blue == {(4, 0), (5, 0)}
    assert set(colours.values()) == {"#ffffff", "#ff0000", "#0000ff"}


def test_a_brush_is_the_one_that_qt_makes_of_the_colour(qapp) -> None:
    for colour in (QColor("#FFF3CF"), QColor(1, 2, 3, 40)):
        assert brush(colour) == QBrush(colour)


def test_a_setting_takes_the_value_of_that_name(qtbot) -> None:
    bar = QToolBar()
    qtbot.addWidget(bar)
    set_by_name(bar, "toolButtonStyle", "ToolButtonTextBesideIcon")
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


@pytest.mark.parametrize(("setting", "value"), [("toolButtonStyle", "Beside"), ("buttons", "NoContextMenu")])
def test_a_name_that_qt_does_not_know_is_an_error(qtbot, setting: str, value: str) -> None:
    bar = QToolBar()
    qtbot.addWidget(bar)
    with pytest.raises(ValueError, match=value):
        set_by_name(bar, setting, value)

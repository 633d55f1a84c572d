"""Areas are filled with one colour, whatever the painter was set to."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.ui.painting import fill


def test_an_area_has_the_colour_all_over_and_nothing_around_it_changes() -> None:
    image = QImage(6, 6, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setPen(QColor("green"))
        fill(painter, QRect(1, 1, 3, 3), QColor("red"))
        fill(painter, QRectF(4, 0, 2, 1), QColor("blue"))
        assert painter.pen().color() == QColor("green")
    colours = {(x, y): image.pixelColor(x, y).name() for x in range(6) for y in range(6)}
    red = {place for place, colour in colours.items() if colour == "#ff0000"}
    blue = {place for place, colour in colours.items() if colour == "#0000ff"}
    assert red == {(x, y) for x in (1, 2, 3) for y in (1, 2, 3)}
    assert blue == {(4, 0), (5, 0)}
    assert set(colours.values()) == {"#ffffff", "#ff0000", "#0000ff"}

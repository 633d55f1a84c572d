"""Colours that can be read, light and dark, and a window that follows the system."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.ui.colours import Colours
from app.ui.editor.colours import page_colours
from app.ui.main_window import MainWindow
from app.ui.pieces import FRAME_ROOM, scrolled
from app.ui.theme import Theme, interface_font, small_figures


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme, qapp: QApplication, dark: bool) -> Colours:
    theme.dress(qapp, dark)
    return theme.colours


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("text", "pane"), ("text", "field"), ("text", "ground"), ("text", "place"), ("text", "hover"),
        ("text", "selection"),
        ("faint", "pane"), ("faint", "field"), ("faint", "ground"), ("faint", "place"), ("faint", "hover"),
        ("warning", "pane"), ("on_accent", "accent"),
    ],
)  # fmt: skip
def test_words_stand_out_from_what_is_behind_them(
    theme: Theme, qapp, dark: bool, words: str, behind: str
) -> None:
    found = colours(theme, qapp, dark)
    assert contrast(getattr(found, words), getattr(found, behind)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_the_bars_of_layers_can_be_seen_on_the_outline(theme: Theme, qapp, dark: bool) -> None:
    found = colours(theme, qapp, dark)
    for layer in Layer:
        assert contrast(page_colours(dark).layers[layer], found.pane) >= 2.9


@pytest.mark.parametrize("dark", [False, True])
def test_every_word_of_the_style_sheet_is_a_colour(theme: Theme, qapp, dark: bool) -> None:
    theme.dress(qapp, dark)
    assert "@" not in qapp.styleSheet() and "%icons" not in qapp.styleSheet()


def test_icons_turn_with_the_colours(theme: Theme, qapp) -> None:
    found = []
    for dark in (False, True):
        theme.dress(qapp, dark)
        image = theme.pixmap("save", 20, theme.colours.text).toImage()
        found.append(
            max((image.pixelColor(x, y) for x in range(20) for y in range(20)), key=QColor.alpha).name()
        )
    assert found[0] != found[1]


def test_the_window_turns_dark_with_the_system(window: MainWindow, theme: Theme, qapp) -> None:
    theme.follow(qapp)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme.dark


@pytest.mark.parametrize("dark", [False, True])
def test_the_window_begins_as_light_or_dark_as_the_system(
    theme: Theme, qapp, monkeypatch: pytest.MonkeyPatch, dark: bool
) -> None:
    """The palette is that of Fusion, light and dark; no program can make a system without a screen a dark one."""
    theme.dress(qapp, not dark)
    system = QPalette(QColor("#323232" if dark else "#efefef"))
    monkeypatch.setattr(QApplication, "palette", lambda _: system)
    theme.follow(qapp)
    assert theme.dark is dark


def test_a_window_that_was_dark_begins_light_on_a_light_system(theme: Theme, qapp) -> None:
    theme.dress(qapp, dark=True)
    theme.follow(qapp)
    assert not theme.dark


@pytest.mark.parametrize("zoom", [100, 300])
def test_under_the_scroll_bar_is_the_ground_of_the_page(
    window: MainWindow, theme: Theme, qapp, zoom: int
) -> None:
    """Also where the page, with its edge, goes on to the bar; and after the window went dark and light again."""
    window.files.take(Opened(parse_markup("各地要抓好落实。\n" * 99), None))
    assert window.bench.page is not None
    editor = window.bench.page.editor
    editor.set_zoom(zoom)
    QApplication.processEvents()
    bar = editor.verticalScrollBar()
    end = bar.mapTo(window, bar.rect().bottomLeft())
    for dark in (False, True, False):
        theme.dress(qapp, dark)
        QApplication.processEvents()
        image, colours = window.grab().toImage(), page_colours(dark)
        assert image.pixelColor(end + QPoint(bar.width() // 2, -9)) == colours.ground
        beside = image.pixelColor(end - QPoint(0, 9))
        assert beside == (colours.ground if zoom == 100 else colours.edge)


def test_menus_and_labels_have_the_font_of_the_rest_though_the_desktop_says_otherwise(
    theme: Theme, qapp
) -> None:
    """With a sheet Qt takes up the desktop's fonts for such classes again; a screenless system has none."""
    qapp.setFont(QFont("Sans"), "QMenu")
    theme.dress(qapp, dark=True)
    assert QApplication.font("QMenu").families() == interface_font().families()


def test_figures_that_stand_below_each_other_are_smaller(qapp) -> None:
    assert small_figures(interface_font()).pointSizeF() < interface_font().pointSizeF()


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_scrolled_shows_that_keys_go_to_it(theme: Theme, qapp, qtbot, dark: bool) -> None:
    theme.dress(qapp, dark)
    area = scrolled(QLabel("很长的说明"), "说明")
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(area)
    box = QLineEdit()
    column.addWidget(box)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    edges = []
    for each in (box, area):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        edges.append(area.grab().toImage().pixelColor(0, area.height() // 2))
    assert contrast(*edges) >= 3


def test_what_is_scrolled_has_room_between_its_frame_and_its_words(theme: Theme, qapp, qtbot) -> None:
    theme.dress(qapp, dark=False)
    words = QLabel("很长的说明")
    area = scrolled(words, "说明")
    qtbot.addWidget(area)
    area.show()
    assert words.mapTo(area, words.rect().topLeft()).x() == FRAME_ROOM >= 8

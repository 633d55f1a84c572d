"""The window's colours, fonts and icons, light and dark, following the system (LOOK.md)."""

import re
from dataclasses import fields
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QImageReader, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from app.ui.colours import Colours, window_colours

_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
)
"""Interface fonts of Windows, macOS and the Chinese Linuxes; of those that are not there Qt takes the next."""
_POINTS = 10.5
_ICON_SIZES = (20, 40)
_MIDDLE = 128
"""Lightness of the middle between black and white."""


class Theme(QObject):
    """Colours and icons as they are now; `changed` tells when the system turned light or dark."""

    changed = Signal(bool)

    def __init__(self, resources: Path) -> None:
        super().__init__()
        self._resources = resources
        self._sets = [window_colours(dark) for dark in (False, True)]
        self._style = (resources / "style" / "window.qss").read_text("utf-8")
        self.dark = False

    @property
    def colours(self) -> Colours:
        """The set in use."""
        return self._sets[self.dark]

    def follow(self, application: QApplication) -> None:
        """Dress the application, now and whenever the system turns light or dark."""
        application.setPalette(QPalette())
        # Fusion's own window is dark where the system is: asking for the scheme costs too much (app/ui/early.py).
        ground = application.palette().color(QPalette.ColorRole.Window)
        self.dress(application, ground.lightness() < _MIDDLE)
        QGuiApplication.styleHints().colorSchemeChanged.connect(
            lambda scheme: self.dress(application, scheme == QtCore.Qt.ColorScheme.Dark)
        )

    def dress(self, application: QApplication, dark: bool) -> None:
        """Dress the application light or dark."""
        self.dark = dark
        application.setPalette(_palette(self.colours))
        application.setStyleSheet(self._sheet())
        # After the sheet: with it Qt takes up the desktop's fonts for menus, labels and others again.
        application.setFont(interface_font())
        self.changed.emit(dark)

    def _sheet(self) -> str:
        names = {each.name: getattr(self.colours, each.name).name() for each in fields(Colours)}
        names |= {name: f"{name}-{'dark' if self.dark else 'light'}" for name in ("arrow", "check")}
        sheet = re.sub(r"@(\w+)", lambda match: names[match[1]], self._style)
        return sheet.replace("%icons", (self._resources / "style").as_posix())

    def icon(self, name: str) -> QIcon:
        """The icon of that name in the text colour, paler where it is disabled."""
        icon = QIcon()
        for mode, colour in (
            (QIcon.Mode.Normal, self.colours.text),
            (QIcon.Mode.Disabled, self.colours.disabled),
        ):
            for size in _ICON_SIZES:
                icon.addPixmap(self.pixmap(name, size, colour), mode)
        return icon

    def icon_for_now(self, name: str, enabled: bool) -> QIcon:
        """The icon as an action shows it that stays so, in the size that the main screen wants: drawn only once."""
        size = round(_ICON_SIZES[0] * QGuiApplication.primaryScreen().devicePixelRatio())
        mode, colour = (
            (QIcon.Mode.Normal, self.colours.text)
            if enabled
            else (QIcon.Mode.Disabled, self.colours.disabled)
        )
        icon = QIcon()
        icon.addPixmap(self.pixmap(name, size, colour), mode)
        return icon

    def pixmap(self, name: str, size: int, colour: QColor) -> QPixmap:
        """The icon drawn in one colour, `size` pixels high."""
        drawing = (self._resources / "icons" / f"{name}.svg").read_bytes()
        data = QByteArray(drawing.replace(b"currentColor", colour.name().encode()))
        buffer = QBuffer(data)
        reader = QImageReader(buffer, b"svg")
        reader.setScaledSize(QSize(size, size))
        return QPixmap.fromImage(reader.read())


def interface_font() -> QFont:
    """The system's Chinese interface font, in the size of the interface."""
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPointSizeF(_POINTS)
    return font


def small_figures(font: QFont) -> QFont:
    """A font for figures that stand below each other: smaller, each figure of one width."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() - 1.5)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.pane),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.pane),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.faint),
        (role.Button, colours.field),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.field),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.text),
        (role.Link, colours.text),
        (role.LinkVisited, colours.text),
        (role.Mid, colours.line),
    ):
        palette.setColor(target, colour)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, colours.disabled)
    return palette

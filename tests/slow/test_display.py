"""What set-up installs is enough for a window on a real display, with Chinese in it."""

from PySide6.QtGui import QFontDatabase, QGuiApplication, QRawFont
from PySide6.QtWidgets import QLabel


def test_a_window_opens_on_a_real_display(qtbot) -> None:
    label = QLabel("四层讲稿")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    assert QGuiApplication.platformName() == "xcb"


def test_a_font_of_this_machine_has_chinese(qapp) -> None:
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    fonts = [QRawFont.fromFont(QFontDatabase.font(family, "", 16)) for family in families]
    assert any(font.supportsCharacter(ord("讲")) for font in fonts)

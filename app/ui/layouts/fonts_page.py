"""The fonts of a layout: what is installed here, and what the programs of others take in their place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QVBoxLayout, QWidget

from app.export.fonts import taken_here
from app.layouts.model import Font, Layout
from app.ui.pieces import button, heading, label

_WIDTH = 300


class FontCard(QFrame):
    """One font. `changed` gives it as it was changed by hand."""

    changed = Signal(object)

    def __init__(self, font: Font, families: Sequence[str], installed: frozenset[str] | None) -> None:
        super().__init__()
        self.font_ = font
        self._installed = installed
        self.title = heading(font.east)
        self.east, self.west = _names(families, "中文字体"), _names(families, "数字和字母的字体")
        self.instead = QLineEdit()
        self.instead.setAccessibleName("没装时依次用")
        self.instead.setToolTip("几种之间用顿号隔开；第一种写进 Word 文件")
        self.told = label("", "faint")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 12)
        form.setVerticalSpacing(8)
        form.addRow(self.title)
        for name, widget in (("中文", self.east), ("数字字母", self.west), ("没装时依次用", self.instead)):
            widget.setMinimumWidth(_WIDTH)
            form.addRow(name, widget)
        form.addRow(self.told)
        for box in (self.east, self.west):
            box.editTextChanged.connect(self._read)
        self.instead.textEdited.connect(self._read)
        self.show_font(font)

    def show_font(self, font: Font) -> None:
        """Show the font as it is now."""
        self.font_ = font
        self.title.setText(font.east)
        for box, text in ((self.east, font.east), (self.west, font.west)):
            if box.currentText().strip() != text:
                with QSignalBlocker(box):
                    box.setEditText(text)
        if _listed(self.instead.text()) != font.fallbacks:
            self.instead.setText("、".join(font.fallbacks))
            self.instead.setCursorPosition(0)
        self.told.setText(told_of(font, self._installed))

    def _read(self) -> None:
        east, west = self.east.currentText().strip(), self.west.currentText().strip()
        if east and west:
            self.changed.emit(
                replace(self.font_, east=east, west=west, fallbacks=_listed(self.instead.text()))
            )


class FontsPage(QWidget):
    """All fonts of a layout. `changed` gives one that was changed, `added` asks for another one."""

    changed = Signal(object)
    added = Signal()

    def __init__(self, families: Sequence[str], installed: frozenset[str] | None) -> None:
        """`families` are offered to choose from; `installed` is what this machine has, None where it cannot be told."""
        super().__init__()
        self._families, self._installed = families, installed
        self.cards: dict[str, FontCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.add = button("添一种字体", self.added.emit)
        self._column.addWidget(self.add)

    def show_layout(self, layout: Layout) -> None:
        """Show the fonts that a layout has now."""
        for name in [name for name in self.cards if name not in layout.fonts]:
            card = self.cards.pop(name)
            self._column.removeWidget(card)
            card.deleteLater()
        for at, font in enumerate(layout.fonts.values()):
            if font.id not in self.cards:
                card = self.cards[font.id] = FontCard(font, self._families, self._installed)
                card.changed.connect(self.changed)
                self._column.insertWidget(at, card)
            elif self.cards[font.id].font_ != font:
                self.cards[font.id].show_font(font)


def told_of(font: Font, installed: frozenset[str] | None) -> str:
    """What a font becomes here, in Word and WPS, and in LibreOffice, where it is not installed."""
    return "\n".join((_here(font, installed), _word(font), _LIBREOFFICE))


def _here(font: Font, installed: frozenset[str] | None) -> str:
    if installed is None:
        return "这台电脑：装没装不知道。"
    taken = taken_here(font, installed)
    if taken == font.east:
        return f"这台电脑：装了{font.east}。"
    if taken:
        return f"这台电脑：没装{font.east}，窗口里用{taken}代替，导出的文件里仍写{font.east}。"
    return f"这台电脑：{font.east}和代替它的都没装，窗口里用系统的字体。"


def _word(font: Font) -> str:
    """ISO/IEC 29500-1, 17.8.3.1: programs look for the other names before they choose by themselves."""
    if font.fallbacks:
        return f"别人用 Word、WPS 打开：没装就找{font.fallbacks[0]}（写在文件里的另名），再没有由它们自己挑。"
    return "别人用 Word、WPS 打开：没装就由它们自己挑，多半是宋体。"


_LIBREOFFICE = "用 LibreOffice 打开：不看另名，由系统挑相近的。"
"""As rendered with LibreOffice 7.4."""


def _names(families: Sequence[str], name: str) -> QComboBox:
    box = QComboBox(editable=True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(families))
    box.setAccessibleName(name)
    edit = box.lineEdit()
    assert edit is not None
    edit.setAccessibleName(name)
    edit.setMaxLength(60)
    return box


def _listed(text: str) -> tuple[str, ...]:
    parts = text.replace("，", "、").replace(",", "、").split("、")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

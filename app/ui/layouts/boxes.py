"""The boxes in which settings of a layout are typed or chosen, with values as a layout's file has them."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QWidget

from app.layouts.model import Font, Layout
from app.layouts.table import SIZES
from app.layouts.values import Value, font_size
from app.ui.layouts.groups import Control, Row

_WIDTH = 168


class SettingBox(QWidget):
    """One setting. `typed` gives its value after every change by hand that can be read."""

    typed = Signal(object)

    def put(self, value: Value) -> None:
        """Show a value."""
        raise NotImplementedError

    def put_fonts(self, fonts: Mapping[str, Font]) -> None:
        """Tell which fonts there are to choose from."""

    def _hold(self, widget: QWidget, row: Row) -> None:
        widget.setAccessibleName(row.name)
        widget.setToolTip(row.hint)
        widget.setFixedWidth(_WIDTH)
        self.setFocusProxy(widget)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(widget)
        line.addStretch(1)


class _Combo(QComboBox):
    """A wheel that rolls over it scrolls the form instead of changing the choice."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Spin(QDoubleSpinBox):
    """A number without zeros at its end; a wheel over it scrolls the form."""

    def textFromValue(self, value: float) -> str:
        return f"{value:.3f}".rstrip("0").rstrip(".")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberBox(SettingBox):
    """A number with its unit."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.spin = spin_box(row.unit, row.low, row.high, row.step)
        self.spin.valueChanged.connect(lambda value: self.typed.emit(plain(value)))
        self._hold(self.spin, row)

    def put(self, value: Value) -> None:
        if isinstance(value, int | Decimal) and plain(self.spin.value()) != value:
            with QSignalBlocker(self.spin):
                self.spin.setValue(float(value))


class SizeBox(SettingBox):
    """A font size by its name, or in points as it is typed."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.combo = _Combo(editable=True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for name, half_points in SIZES.items():
            self.combo.addItem(f"{name}（{half_points / 2:g} 磅）", name)
        self.combo.activated.connect(lambda at: self.typed.emit(self.combo.itemData(at)))
        edit = self.combo.lineEdit()
        assert edit is not None
        edit.setAccessibleName(row.name)
        edit.textEdited.connect(self._read)
        self._hold(self.combo, row)
        self.combo.setToolTip(row.hint or "选字号，或打磅数，如 16、10.5")

    def put(self, value: Value) -> None:
        edit = self.combo.lineEdit()
        assert edit is not None
        if isinstance(value, tuple | bool) or _size(edit.text()) == value:
            return
        name = value if isinstance(value, str) else ""
        at = self.combo.findData(name)
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(at)
            edit.setText(self.combo.itemText(at) if at >= 0 else f"{value} 磅")
        self._mark(edit, wrong=False)

    def _read(self, text: str) -> None:
        size = _size(text)
        edit = self.combo.lineEdit()
        assert edit is not None
        self._mark(edit, wrong=size is None)
        if size is not None:
            self.typed.emit(size)

    def _mark(self, edit: QLineEdit, wrong: bool) -> None:
        if bool(self.combo.property("wrong")) != wrong:
            self.combo.setProperty("wrong", wrong)
            self.combo.setAccessibleDescription(
                "看不懂：写三号这样的字号，或 5 到 72 的磅数" if wrong else ""
            )
            self.combo.style().polish(self.combo)


class FlagBox(SettingBox):
    """Yes or no."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.check = QCheckBox("是")
        self.check.toggled.connect(lambda on: self.typed.emit(on))
        self._hold(self.check, row)

    def put(self, value: Value) -> None:
        with QSignalBlocker(self.check):
            self.check.setChecked(value is True)


class WordBox(SettingBox):
    """One of some words."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.combo = _Combo()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.addItems(row.words)
        self.combo.activated.connect(lambda at: self.typed.emit(self.combo.itemText(at)))
        self._hold(self.combo, row)

    def put(self, value: Value) -> None:
        with QSignalBlocker(self.combo):
            self.combo.setCurrentText(str(value))


class FontBox(SettingBox):
    """One of the fonts of the layout, by the name of its Chinese font."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.combo = _Combo()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.activated.connect(lambda at: self.typed.emit(self.combo.itemData(at)))
        self._hold(self.combo, row)

    def put_fonts(self, fonts: Mapping[str, Font]) -> None:
        with QSignalBlocker(self.combo):
            self.combo.clear()
            for font in fonts.values():
                self.combo.addItem(font.east, font.id)

    def put(self, value: Value) -> None:
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(value))


class TextBox(SettingBox):
    """A line of text."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.edit = QLineEdit(maxLength=100, placeholderText=row.hint)
        self.edit.textEdited.connect(lambda text: self.typed.emit(text.strip()))
        self._hold(self.edit, row)

    def put(self, value: Value) -> None:
        if self.edit.text().strip() != value:
            self.edit.setText(str(value))


_BOXES: Mapping[Control, type[SettingBox]] = {
    Control.NUMBER: NumberBox,
    Control.SIZE: SizeBox,
    Control.FLAG: FlagBox,
    Control.WORD: WordBox,
    Control.FONT: FontBox,
    Control.TEXT: TextBox,
}


def box_of(row: Row) -> SettingBox:
    """The box for a setting."""
    return _BOXES[row.control](row)  # type: ignore[call-arg]


def spin_box(unit: str, low: float, high: float, step: float) -> QDoubleSpinBox:
    """A box for a number with its unit behind it."""
    spin = _Spin()
    spin.setButtonSymbols(_Spin.ButtonSymbols.NoButtons)
    spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    spin.setDecimals(0 if unit in ("行", "级") and step == 1 else 2)
    spin.setRange(low, high)
    spin.setSingleStep(step)
    spin.setSuffix(f" {unit}")
    return spin


def plain(value: float) -> int | Decimal:
    """A number of a box as a layout's file has it."""
    number = Decimal(str(round(value, 3)))
    whole = int(number)
    return whole if whole == number else number.normalize()


def shown_value(value: Value, layout: Layout, unit: str = "") -> str:
    """A value in words: 是, 仿宋_GB2312, 37 毫米."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, str):
        font = layout.fonts.get(value)
        return font.east if font else value or "没有"
    return f"{value} {unit}".strip()


def _size(text: str) -> str | int | Decimal | None:
    """A font size as it was typed: its name with or without its points, or points; None for what is none."""
    words = text.strip().partition("（")[0].removesuffix("磅").strip()
    if words in SIZES:
        return words
    try:
        number = Decimal(words) * 2
    except ArithmeticError:
        return None
    if not number.is_finite() or number != int(number) or not 10 <= number <= 144:
        return None
    return font_size(int(number))

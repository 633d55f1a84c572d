"""How long a section is to be."""

from PySide6.QtWidgets import QDialog, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.ui.pieces import button, button_row, label

_MOST = 99_990


class TargetDialog(QDialog):
    """Asks for a length in 字; `target` is what was said, None for none."""

    def __init__(self, name: str, target: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("目标字数")
        self.setMinimumWidth(360)
        self.box = QSpinBox()
        self.box.setRange(0, _MOST)
        self.box.setSingleStep(50)
        self.box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.box.setSuffix(" 字")
        self.box.setSpecialValueText("不定")
        self.box.setValue(target or 0)
        self.box.selectAll()
        told = QLabel(f"“{name}”要写多少字")
        told.setBuddy(self.box)
        told.setWordWrap(True)
        self.box.setAccessibleName(told.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(told)
        column.addWidget(self.box)
        column.addWidget(label("写 0 就是不定。", "faint"))
        column.addSpacing(16)
        column.addLayout(button_row(button("取消", self.reject), button("定为这个字数", self.accept, "main")))
        self.box.setFocus()

    @property
    def target(self) -> int | None:
        """What was said, None for none."""
        return self.box.value() or None

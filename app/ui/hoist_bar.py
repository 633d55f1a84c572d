"""The line above the page that says which branch is shown alone, with the way back to the whole."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.editor.hoist import Hoist
from app.ui.pieces import button, label


class HoistBar(QWidget):
    """Seen only while a branch is shown alone."""

    def __init__(self, hoist: Hoist) -> None:
        super().__init__()
        self._hoist = hoist
        self._name = label("", "faint", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self._name, 1)
        row.addWidget(button("显示全文（Esc）", hoist.show_all, "link"))
        hoist.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        told = f"只看这一支：{self._hoist.name}"
        self._name.setText(told)
        self.setVisible(self._hoist.is_on)

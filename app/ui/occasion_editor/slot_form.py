"""One slot of an occasion: its name, layer, share, whether it must be there, its hint, and its templates."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.core.kinds import Layer
from app.templating.library import Library
from app.templating.occasion import Slot
from app.ui.occasion_editor.state import EditedState
from app.ui.pieces import button, label

_NO_LAYER = "不属于四层"
_NO_TEMPLATES = "还没有模板能放在这里。写好一节以后用“用选中的文字做模板”，“用在”选这个部件。"


class SlotForm(QWidget):
    """Shows one slot of the occasion at a time, and changes it."""

    def __init__(self, state: EditedState, library: Library) -> None:
        super().__init__()
        self._state, self._library = state, library
        self._slot_id = ""
        self.name, self.hint = QLineEdit(), QLineEdit()
        self.layer = QComboBox()
        for each in (_NO_LAYER, *Layer):
            self.layer.addItem(str(each))
        self.share = QSpinBox(minimum=0, maximum=100, suffix=" %")
        self.share.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.required = QCheckBox("必有，新建时不能不要")
        self.templates = QListWidget()
        self.templates.setAccessibleName("这个部件的模板")
        self._none = label(_NO_TEMPLATES, "faint")
        self.first = button("设为首选", self._make_first, "link")
        self._lay_out()
        self.name.textEdited.connect(lambda text: self._put("name", lambda slot: replace(slot, name=text)))
        self.hint.textEdited.connect(lambda text: self._put("hint", lambda slot: replace(slot, hint=text)))
        self.layer.activated.connect(lambda _: self._put("", self._with_layer, by_box=False))
        self.share.valueChanged.connect(
            lambda share: self._put("share", lambda slot: replace(slot, share=share))
        )
        self.required.clicked.connect(lambda on: self._put("", lambda slot: replace(slot, required=on)))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        boxes = (("名称", self.name), ("层", self.layer), ("份额", self.share), ("提示", self.hint))
        for at, (text, box) in enumerate(boxes):
            named = QLabel(text)
            named.setBuddy(box)
            box.setAccessibleName(f"部件的{text}")
            row, column = (at // 2, 2 * (at % 2)) if at < 3 else (2, 0)
            grid.addWidget(named, row, column)
            grid.addWidget(box, row, column + 1, 1, 3 if at == 3 else 1)
        grid.addWidget(self.required, 1, 2, 1, 2)
        heads = QHBoxLayout()
        heads.addWidget(QLabel("模板（第一个是首选）"))
        heads.addStretch(1)
        heads.addWidget(self.first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addLayout(heads)
        column.addWidget(self.templates, 1)
        column.addWidget(self._none)

    def show_slot(self, slot_id: str) -> None:
        """Show the slot of that id as it is now; nothing where there is none."""
        self._slot_id = slot_id
        slot = self._state.slot(slot_id)
        self.setEnabled(slot is not None)
        if slot is None:
            return
        with QSignalBlocker(self.share):
            self.share.setValue(slot.share)
        for box, text in ((self.name, slot.name), (self.hint, slot.hint)):
            if box.text() != text:
                box.setText(text)
        self.layer.setCurrentText(str(slot.layer or _NO_LAYER))
        self.required.setChecked(slot.required)
        self._show_templates(slot)

    def _show_templates(self, slot: Slot) -> None:
        choices = self._library.choices(slot)
        at = self.templates.currentRow()
        self.templates.clear()
        for template in choices:
            item = QListWidgetItem(
                template.name if template.built_in else f"{template.name}（自己的）", self.templates
            )
            item.setToolTip(template.approach)
        self.templates.setCurrentRow(min(max(at, 0), len(choices) - 1))
        self.templates.setVisible(bool(choices))
        self._none.setVisible(not choices)
        self.first.setEnabled(len(choices) > 1)

    def _put(self, typing: str, change: Callable[[Slot], Slot], by_box: bool = True) -> None:
        slot = self._state.slot(self._slot_id)
        if slot is not None:
            self._state.put_slot(change(slot), typing, by_box=by_box)

    def _with_layer(self, slot: Slot) -> Slot:
        text = self.layer.currentText()
        return replace(slot, layer=None if text == _NO_LAYER else Layer(text))

    def _make_first(self) -> None:
        slot = self._state.slot(self._slot_id)
        row = self.templates.currentRow()
        if slot is None or row < 1:
            return
        chosen = self._library.choices(slot)[row].id
        listed = (chosen, *(each for each in slot.templates if each != chosen))
        self._state.put_slot(replace(slot, templates=listed))
        self.templates.setCurrentRow(0)

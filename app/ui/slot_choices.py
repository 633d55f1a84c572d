"""写法: for each slot of an occasion the section template that fills it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.templating.compose import WITHOUT
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.templating.section_template import SectionTemplate
from app.ui.pieces import button, label


class SlotChoice(QWidget):
    """One slot: its templates to choose from, how the chosen one goes about it, and the 写作提示."""

    changed = Signal()

    def __init__(self, slot: Slot, templates: tuple[SectionTemplate, ...], target: int | None) -> None:
        super().__init__()
        self.slot = slot
        self._templates = {template.id: template for template in templates}
        self.combo = QComboBox()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setAccessibleName(f"{slot.name}的写法")
        for template in templates:
            self.combo.addItem(template.name, template.id)
            self.combo.setItemData(self.combo.count() - 1, template.approach, Qt.ItemDataRole.ToolTipRole)
        if not slot.required:
            self.combo.addItem("不要这一部分", WITHOUT)
        self._approach = label("", "faint")
        self._hint = label("", "notice")
        self._hint.hide()
        self._more = button("写作提示", self._toggle, "link")
        name = QLabel(f"{slot.name}　<span style='font-weight:normal'>{_length(target)}</span>")
        name.setBuddy(self.combo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.combo)
        column.addWidget(self._approach)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        self.combo.currentIndexChanged.connect(self._tell)
        self.combo.activated.connect(self.changed)
        self._tell()

    @property
    def chosen(self) -> str:
        """The ID of the chosen template, or the word for leaving the slot out."""
        return str(self.combo.currentData())

    def _tell(self) -> None:
        template = self._templates.get(self.chosen)
        hint = template.hint if template else self.slot.hint
        self._approach.setText(template.approach if template else "")
        self._approach.setVisible(bool(self._approach.text()))
        self._hint.setText(hint)
        self._more.setVisible(bool(hint))

    def _toggle(self) -> None:
        """Show or fold away what to gather and what to beware of."""
        self._hint.setVisible(self._hint.isHidden())


class SlotChoices(QWidget):
    """All slots of an occasion. What was chosen for one is remembered while others are looked at."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.rows: list[SlotChoice] = []
        self._remembered: dict[tuple[str, str], str] = {}
        self._occasion = ""

    def ask(self, library: Library, occasion: Occasion) -> None:
        """Ask for the slots of an occasion."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._occasion = occasion.id
        self.rows = [
            SlotChoice(slot, library.choices(slot), occasion.target(slot))
            for slot in occasion.slots
            if library.choices(slot)
        ]
        for row in self.rows:
            known = self._remembered.get((occasion.id, row.slot.id))
            row.combo.setCurrentIndex(max(0, row.combo.findData(known)))
            row.changed.connect(self._remember)
            self._column.addWidget(row)

    def _remember(self) -> None:
        for row in self.rows:
            self._remembered[self._occasion, row.slot.id] = row.chosen
        self.changed.emit()

    def choices(self) -> Mapping[str, str]:
        """The chosen template by slot id."""
        return {row.slot.id: row.chosen for row in self.rows}


def _length(target: int | None) -> str:
    return f"约 {target} 字" if target else ""

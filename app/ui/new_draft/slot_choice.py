"""One slot of an occasion: its templates to choose from, how the chosen one goes about it, what it asks."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.facts import FactSheet
from app.templating.compose import WITHOUT
from app.templating.fields import Field
from app.templating.occasion import Slot
from app.templating.section_template import SectionTemplate
from app.ui.forms.form import FieldForm
from app.ui.new_draft.way_delegate import BELOW_ROLE, WIDTH, WayDelegate
from app.ui.pieces import button, label

_SHOWN = 50
"""Characters of how the chosen template begins: two lines."""


class SlotChoice(QWidget):
    """The 写作提示 and the fields of the chosen template are folded away until the writer wants them."""

    changed = Signal()
    edited = Signal()

    def __init__(self, slot: Slot, templates: tuple[SectionTemplate, ...], target: int | None) -> None:
        super().__init__()
        self.slot = slot
        self._templates = {template.id: template for template in templates}
        self._values: dict[str, FactSheet] = {}
        self._shown = ""
        self.combo = self._combo()
        self._fill(templates)
        self._approach = label("", "faint")
        self._opening = label("", "faint")
        self._hint = label("", "notice")
        self._hint.hide()
        self.more = button("写作提示", self._toggle_hint, "link")
        self.fill = button("", self._toggle_fields, "link")
        self.fields = FieldForm(hints=True)
        self.fields.edited.connect(self.edited)
        self.fields.hide()
        self._lay_out(QLabel(f"<b>{slot.name}</b>　{_length(target)}"))
        self.combo.currentIndexChanged.connect(self._tell)
        self.combo.activated.connect(self._choose)
        self._tell()

    def offer(self, templates: tuple[SectionTemplate, ...]) -> None:
        """Offer these from now on: the chosen one stays chosen where it is among them, and what was typed stays."""
        if tuple(self._templates.values()) == templates:
            return
        chosen = self.chosen
        self._templates = {template.id: template for template in templates}
        self.combo.blockSignals(True)
        self.combo.clear()
        self._fill(templates)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        self.combo.blockSignals(False)
        self._tell()

    def _fill(self, templates: tuple[SectionTemplate, ...]) -> None:
        for template in templates:
            self.combo.addItem(template.name, template.id)
            self.combo.setItemData(self.combo.count() - 1, template.approach, Qt.ItemDataRole.ToolTipRole)
        if not self.slot.required:
            self.combo.addItem("不要这一部分", WITHOUT)

    def _combo(self) -> QComboBox:
        combo = QComboBox()
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setAccessibleName(f"{self.slot.name}的写法")
        combo.setItemDelegate(WayDelegate(combo))
        combo.view().setMinimumWidth(WIDTH)
        return combo

    def show_openings(self, openings: Mapping[str, str]) -> None:
        """Tell of each template whose and how long it is and how it begins; `openings` by its ID."""
        for row in range(self.combo.count()):
            template = self._templates.get(str(self.combo.itemData(row)))
            if template is not None:
                whose = "" if template.built_in else "我的"
                said = [whose, _length(template.length), openings.get(template.id, "")]
                self.combo.setItemData(row, "　".join(filter(None, said)), BELOW_ROLE)
        self._tell_opening()

    def _lay_out(self, name: QLabel) -> None:
        name.setBuddy(self.combo)
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self.more)
        links.addWidget(self.fill)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.combo)
        column.addWidget(self._approach)
        column.addWidget(self._opening)
        column.addLayout(links)
        column.addWidget(self._hint)
        column.addWidget(self.fields)

    @property
    def chosen(self) -> str:
        """The ID of the chosen template, or the word for leaving the slot out."""
        return str(self.combo.currentData())

    def values(self) -> FactSheet:
        """What stands in the boxes of the chosen template."""
        sheet = FactSheet()
        for name, value in self.fields.reading().items():
            sheet = sheet.with_value(name, value)
        return sheet

    def commit(self) -> bool:
        """Take what stands in the boxes; False where one cannot be read, which is then shown."""
        if self.fields.commit():
            return True
        self._unfold(True)
        self.fields.commit()
        return False

    def _choose(self) -> None:
        """Whoever chooses a template wants to know what it needs."""
        self._hint.setVisible(bool(self._hint.text()))
        self.changed.emit()

    def _tell(self) -> None:
        self._values[self._shown] = self.values()
        self._shown = self.chosen
        template = self._templates.get(self.chosen)
        hint = template.hint if template else self.slot.hint
        self._approach.setText(template.approach if template else "")
        self._approach.setVisible(bool(self._approach.text()))
        self._tell_opening()
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and not self._hint.isHidden())
        self.more.setVisible(bool(hint))
        self._ask(template.fields if template else ())

    def _tell_opening(self) -> None:
        below = str(self.combo.currentData(BELOW_ROLE) or "")
        self._opening.setText(f"{below[:_SHOWN]}……" if below else "")
        self._opening.setVisible(bool(below))

    def _ask(self, fields: tuple[Field, ...]) -> None:
        """Ask the fields of the chosen template, with what was typed for it before."""
        self.fields.ask(())
        self.fields.ask(fields)
        self.fields.put(self._values.get(self._shown, FactSheet()))
        self.fill.setVisible(bool(fields))
        self._unfold(bool(fields) and not self.fields.isHidden())

    def _toggle_hint(self) -> None:
        """Show or fold away what to gather and what to beware of."""
        self._hint.setVisible(self._hint.isHidden())

    def _toggle_fields(self) -> None:
        self._unfold(self.fields.isHidden())

    def _unfold(self, shown: bool) -> None:
        self.fields.setVisible(shown)
        self.fill.setText(f"先填这一部分的 {len(self.fields.rows)} 项 {'▴' if shown else '▾'}")


def _length(target: int | None) -> str:
    return f"约 {target} 字" if target else ""

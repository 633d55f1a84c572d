"""Asks what a template is to be called, and where a new one is to be used."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.ui.focus import Dialog
from app.ui.pieces import button, button_row, label

_MOST_NAME = 60
_NOWHERE = "暂时不定"


class NameDialog(Dialog):
    """Asks for a 名称; `name` is what was said."""

    def __init__(self, title: str, told: str, name: str, deed: str, parent: QWidget | None = None) -> None:
        """`told` says what comes of it, `name` stands there already, `deed` is the main button's."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self.box = QLineEdit(name, maxLength=_MOST_NAME)
        self.box.setAccessibleName("名称")
        self.box.selectAll()
        self.main = button(deed, self.accept, "main")
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        self.column.addWidget(_named("名称", self.box))
        self.column.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addLayout(self.column)
        column.addWidget(label(told, "faint"))
        column.addSpacing(16)
        column.addLayout(button_row(button("取消", self.reject), self.main))
        self.box.textChanged.connect(lambda _: self.main.setEnabled(bool(self.name)))
        self.main.setEnabled(bool(self.name))
        self.box.setFocus()

    @property
    def name(self) -> str:
        """What was said; empty for nothing."""
        return self.box.text().strip()


def ask_name(title: str, told: str, name: str, deed: str, parent: QWidget) -> str:
    """What the writer says something is to be called, asked for as by `NameDialog`; empty where he leaves."""
    dialog = NameDialog(title, told, name, deed, parent)
    said = dialog.name if dialog.exec() else ""
    dialog.deleteLater()
    return said


class NewTemplateDialog(NameDialog):
    """Asks for the name of a new template and for the occasion and slot that it is for."""

    def __init__(
        self, library: Library, occasion_id: str, slot_name: str, parent: QWidget | None = None
    ) -> None:
        """`occasion_id` and `slot_name` are those that are likely meant, empty for none."""
        super().__init__("新建节模板", "先起个名，正文接着在编辑窗口里写。", "", "新建", parent)
        self.occasions, self.slots = QComboBox(), QComboBox()
        self.occasions.addItem(_NOWHERE, None)
        for occasion in library.occasions.values():
            self.occasions.addItem(occasion.name, occasion)
            if occasion.id == occasion_id:
                self.occasions.setCurrentIndex(self.occasions.count() - 1)
        for name, box in (("用在哪个场合", self.occasions), ("作哪个部件", self.slots)):
            box.setAccessibleName(name)
            self.column.addSpacing(8)
            self.column.addWidget(_named(name, box))
            self.column.addWidget(box)
        self.occasions.currentIndexChanged.connect(self._offer_slots)
        self._offer_slots()
        self.slots.setCurrentIndex(max(0, self.slots.findText(slot_name)))

    @property
    def slot(self) -> Slot | None:
        """The slot that it is for, None for none."""
        return self.slots.currentData()

    def _offer_slots(self) -> None:
        occasion: Occasion | None = self.occasions.currentData()
        self.slots.clear()
        slots = {slot.name: slot for form in (occasion.forms() if occasion else ()) for slot in form.slots}
        for name, slot in slots.items():
            self.slots.addItem(name, slot)
        self.slots.setEnabled(bool(slots))


def _named(name: str, box: QWidget) -> QLabel:
    made = QLabel(name)
    made.setBuddy(box)
    return made

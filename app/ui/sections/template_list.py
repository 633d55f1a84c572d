"""Section templates to choose from: looked for by word, by layer, and by whether they are meant for this occasion."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.kinds import Layer
from app.templating.library import Library
from app.templating.section_template import SectionTemplate

_OTHERS = "开场、收尾等"
_ANY_OCCASION = "所有场合"
_ID = Qt.ItemDataRole.UserRole


class TemplateList(QWidget):
    """The list with what narrows it. `chosen` tells the template that is looked at, None where nothing fits."""

    chosen = Signal(object)

    def __init__(self, library: Library, occasion_id: str, layer: Layer | None) -> None:
        super().__init__()
        self._library = library
        self._slots = _slot_names(library)
        self.search = QLineEdit()
        self.search.setPlaceholderText("找名称、写法或提示里的字")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("找模板")
        self.layers = QComboBox()
        self.layers.setAccessibleName("层")
        for name in ("各层", *Layer, _OTHERS):
            self.layers.addItem(str(name))
        self.layers.setCurrentText(layer.value if layer else "各层")
        self.occasions = QComboBox()
        self.occasions.setAccessibleName("场合")
        self.occasions.addItem(_ANY_OCCASION, "")
        for occasion in library.occasions.values():
            self.occasions.addItem(occasion.name, occasion.id)
        self.occasions.setCurrentIndex(max(0, self.occasions.findData(occasion_id)))
        self.list = QListWidget()
        self.list.setAccessibleName("节模板")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.occasions, self.layers):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._fill)
        self.layers.currentIndexChanged.connect(self._fill)
        self.occasions.currentIndexChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self.chosen.emit(self.template))
        self._fill()

    @property
    def template(self) -> SectionTemplate | None:
        """The template that is looked at."""
        item = self.list.currentItem()
        return self._library.sections.get(str(item.data(_ID))) if item is not None else None

    def take_library(self, library: Library) -> None:
        """Offer what another library has; the template that is looked at stays so where it is there."""
        self._library, self._slots = library, _slot_names(library)
        self._fill()

    def look_at(self, template_id: str) -> None:
        """Go to a template, in whatever occasion it is."""
        if template_id not in self._shown():
            self.layers.setCurrentIndex(0)
        if template_id not in self._shown():
            self.occasions.setCurrentIndex(0)
        if template_id in (shown := self._shown()):
            self.list.setCurrentRow(shown.index(template_id))

    def show_all(self) -> None:
        """Narrow the list by nothing any more."""
        self.search.clear()
        self.layers.setCurrentIndex(0)
        self.occasions.setCurrentIndex(0)
        self.search.setFocus()

    def _shown(self) -> list[str]:
        return [str(self.list.item(row).data(_ID)) for row in range(self.list.count())]

    def _fill(self) -> None:
        before = self.template
        self.list.blockSignals(True)
        self.list.clear()
        for template in self._fitting():
            item = QListWidgetItem(f"{template.name}\n{self._below(template)}")
            item.setData(_ID, template.id)
            item.setToolTip(template.approach)
            item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 14))
            self.list.addItem(item)
            if before is not None and template.id == before.id:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.chosen.emit(self.template)

    def _below(self, template: SectionTemplate) -> str:
        """What it is for and how long it is."""
        length = f"约 {template.length} 字" if template.length else ""
        slot = "、".join(dict.fromkeys(self._slots[slot] for slot in template.slots if slot in self._slots))
        layer = f"{template.layer.value}层" if template.layer else slot
        return " · ".join(part for part in (layer, length) if part)

    def _fitting(self) -> Iterable[SectionTemplate]:
        """Those that fit, the occasion's in the order of its slots."""
        occasion = self._library.occasions.get(str(self.occasions.currentData()))
        found: Iterable[SectionTemplate] = self._library.sections.values()
        if occasion is not None:
            found = dict.fromkeys(each for slot in occasion.slots for each in self._library.choices(slot))
        words = self.search.text().split()
        for template in found:
            mine = template.layer.value if template.layer else _OTHERS
            text = f"{template.name}{template.approach}{template.hint}{self._below(template)}{template.id}"
            if self.layers.currentIndex() in (0, self.layers.findText(mine)) and all(
                word in text for word in words
            ):
                yield template

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down in the search box go through the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
        return super().eventFilter(watched, event)


def _slot_names(library: Library) -> dict[str, str]:
    return {slot.id: slot.name for occasion in library.occasions.values() for slot in occasion.slots}

"""Where the fields of the template are made: their list, and what is declared of each."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.templating.designing import moved, new_field
from app.templating.fields import Field
from app.templating.names import places_of
from app.ui.pieces import scrolled
from app.ui.template_editor.field_form import FieldCard
from app.ui.template_editor.field_list import FieldList
from app.ui.template_editor.source import Source


class FieldsTab(QWidget):
    """Changes the fields of a source."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self.list = FieldList()
        self.list.setFixedWidth(220)
        self.card = FieldCard()
        self._scrolled = scrolled(self.card, "字段的说明")
        self.list.chosen.connect(lambda _: self._show())
        self.list.added.connect(lambda: self.add())
        self.list.deleted.connect(self._delete)
        self.list.moved.connect(self._move)
        self.card.changed.connect(self._change)
        source.changed.connect(self._show)
        source.front_changed.connect(self._fill)
        self._lay_out()

    def _lay_out(self) -> None:
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(self.list)
        parts.addWidget(self._scrolled, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(QLabel("只有这一节才问的内容。写这一节的人照着填，填的放进正文。"))
        column.addLayout(parts, 1)

    @property
    def _fields(self) -> tuple[Field, ...]:
        return self._source.front.template.fields if self._source.front else ()

    def _fill(self) -> None:
        self.list.show_fields(self._fields, max(0, self.list.at))
        self._show()

    def _show(self) -> None:
        """Show the field that is looked at, as it stands; what nobody sees waits."""
        if not self.isVisible():
            return
        at, fields = self.list.at, self._fields
        self._scrolled.setVisible(0 <= at < len(fields))
        if not 0 <= at < len(fields):
            return
        others = tuple(field.name for number, field in enumerate(fields) if number != at)
        uses = len(list(places_of(fields[at].name, self._source.body)))
        self.card.show_field(fields[at], others, uses)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _put(self, name: str, fields: Sequence[Field]) -> None:
        front = self._source.front
        if front is not None:
            self._source.change(name, replace(front.template, fields=tuple(fields)))

    def add(self, name: str = "") -> None:
        """Add a field and let the writer name it."""
        field = new_field([each.name for each in self._fields], name or "新字段")
        self._put(f"添加字段“{field.name}”", (*self._fields, field))
        self.list.list.setCurrentRow(len(self._fields) - 1)
        self.card.begin_renaming()

    def go_to(self, name: str) -> None:
        """Look at the field of that name."""
        at = next(number for number, field in enumerate(self._fields) if field.name == name)
        self.list.list.setCurrentRow(at)
        self.list.list.setFocus()

    def _delete(self, at: int) -> None:
        fields = self._fields
        self._put(f"删除字段“{fields[at].name}”", (*fields[:at], *fields[at + 1 :]))

    def _move(self, at: int, to: int) -> None:
        self._put("移动字段", moved(self._fields, at, to))
        self.list.list.setCurrentRow(to)

    def _change(self, field: Field, part: str) -> None:
        at = self.list.at
        self._source.change_field(at, field, f"{at} {part}")

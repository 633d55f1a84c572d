"""One field in a form: its name, where it is used, its box, and what is to be told beside it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.core.facts import Date, FactSheet, FactValue
from app.lang.dates import weekday
from app.templating import entries
from app.templating.binding import Uses
from app.templating.fields import Field, FieldType, typed
from app.templating.years import day_typed
from app.ui.forms.behind_list import BehindList
from app.ui.forms.boxes import Box, box_for
from app.ui.forms.name_label import NameLabel
from app.ui.forms.place_list import PlaceList, SeenPlace
from app.ui.key_names import key_name
from app.ui.pieces import button, label

UNFOLD = "Ctrl+Down"
"""The key that lists from the box where its value stands; Tab goes from box to box."""
_EDITED = "正文里有 {} 处手工改过，不再跟着这里变；按下列出来，可以重新绑定"


class FieldRow(QWidget):
    """Shows and takes one value. `committed` tells the value when the writer leaves the box with another one."""

    committed = Signal(object)
    """The new value; None where nothing is said."""
    edited = Signal()
    """Something was typed."""
    places_wanted = Signal()
    """The writer unfolded the list of places, which is to be shown by `show_places`."""

    def __init__(
        self,
        field: Field,
        hints: bool = False,
        parent: QWidget | None = None,
        beside: Callable[[], FactSheet] = FactSheet,
    ) -> None:
        """With `hints`, what to put in stands below the box while it is empty, else only in its tooltip.

        `beside` gives the values that are known: a date without a year has that of their dates.
        """
        super().__init__(parent)
        self.field = field
        self._hints, self._beside = hints, beside
        self._value: FactValue | None = None
        self._source = ""
        """Where the year of the date that was taken last is from, in words; empty where it was written."""
        self._touched = False
        self.box: Box = box_for(field)
        self._name = NameLabel(field.name, field.hint)
        self._name.setBuddy(self.box)
        self._uses = label("必填" if field.required and hints else "", "faint", wrap=False)
        self._unfold = QAction("用在哪几处", self, shortcut=QKeySequence(UNFOLD))
        self._unfold.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._unfold.setEnabled(False)
        self._unfold.triggered.connect(self._toggle_places)
        self.addAction(self._unfold)
        self.uses = button("", self._unfold.trigger, "link")
        self.uses.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.uses.addAction(self._unfold)
        self.uses.hide()
        self._stands = Uses()
        self.places = PlaceList(self)
        self.places.hide()
        self.behind = BehindList(self)
        self._told = label("", "faint")
        self.box.setToolTip(field.hint)
        self.box.left.connect(self.commit)
        self.box.typed.connect(self._touch)
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._name, 1)
        heading.addWidget(self._uses)
        heading.addWidget(self.uses)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(heading)
        column.addWidget(self.box)
        column.addWidget(self._told)
        column.addWidget(self.behind)
        column.addWidget(self.places)

    @property
    def value(self) -> FactValue | None:
        """The value that was put or committed last."""
        return self._value

    def reading(self) -> FactValue | None:
        """What stands in the box now, where it can be read; else the value that was committed last."""
        if not self._touched:
            return self._value
        try:
            return self._read()[0]
        except AppError:
            return self._value

    def _read(self) -> tuple[FactValue | None, str]:
        """What stands in the box, and where the year is from if it is a date without one. Raises UsageError."""
        raw = self.box.raw()
        if self.field.type is not FieldType.DATE or not isinstance(raw, str):
            return typed(self.field, raw), ""
        today = datetime.now().astimezone().date()
        return day_typed(self.field, raw, today, self._beside(), former=self._value)

    def put(self, value: FactValue | None) -> None:
        """Show a value that came from elsewhere; what the writer is typing stays."""
        if self._touched or value == self._value:
            return
        self._value, self._source = value, ""
        self.box.put(self.field, value)
        self.box.set_wrong(False)
        self._tell()

    def set_uses(self, uses: Uses) -> None:
        """Say in how many places of the text the value stands; those edited by hand are said first."""
        self._stands = uses
        self._uses.setText("" if uses.places else "正文没有用到")
        self.uses.setVisible(uses.places > 0)
        self._unfold.setEnabled(uses.places > 0)
        if not uses.places:
            self.places.hide()
        self._say_uses()

    @property
    def is_unfolded(self) -> bool:
        """Whether the list of places is to be seen."""
        return not self.places.isHidden()

    def show_places(self, seen: tuple[SeenPlace, ...]) -> None:
        """Show where the value stands."""
        self.places.show_places(seen)

    def _toggle_places(self) -> None:
        self.commit()  # a click does not take the focus from the box
        self.places.setVisible(self.places.isHidden())
        self._say_uses()
        if self.is_unfolded:
            self.places_wanted.emit()

    def _say_uses(self) -> None:
        count, edited = self._stands.places, self._stands.edited
        said = f"改过 {edited}/{count} 处" if edited else f"用在 {count} 处"
        self.uses.setText(f"{said} {'▴' if self.is_unfolded else '▾'}")
        self.uses.setAccessibleName(f"{self.field.name}{said}")
        told = _EDITED.format(edited) if edited else "正文里用在哪几处"
        self.uses.setToolTip(f"{told}（{key_name(UNFOLD)}）")
        if self.uses.property("edited") != bool(edited):
            self.uses.setProperty("edited", bool(edited))
            self.uses.style().polish(self.uses)

    def commit(self) -> bool:
        """Take what stands in the box; False, with the reason told beside it, where it cannot be read."""
        if not self._touched:
            return True
        try:
            value, self._source = self._read()
        except AppError as error:
            self._complain(str(error))
            return False
        self._touched = False
        changed = value != self._value
        self._value = value
        self.box.set_wrong(False)
        self.box.put(self.field, value)
        self._tell()
        if changed:
            self.committed.emit(value)
        return True

    def _touch(self) -> None:
        self._touched = True
        self.edited.emit()

    def _complain(self, why: str) -> None:
        self._told.setObjectName("warning")
        self._told.setText(why)
        self._told.show()
        self._told.style().polish(self._told)
        self.box.set_wrong(True)
        self.box.setAccessibleDescription(why)

    def _tell(self) -> None:
        """Beside the box stands how a date was read, else the hint."""
        said = _reading(self._value) if self.field.type is FieldType.DATE else ""
        if said and self._source:
            said = f"没有写年份，{self._source}{said}"
        said = said or (self.field.hint if self._hints and self._value is None else "")
        self._told.setObjectName("faint")
        self._told.setText(said)
        self._told.style().polish(self._told)
        self._told.setVisible(bool(said))
        self.box.setAccessibleDescription(said)


def _reading(value: FactValue | None) -> str:
    """The weekday of a date whose day is known: a slip of the key shows in it."""
    if not isinstance(value, Date):
        return ""
    day = weekday((value.year, value.month, value.day))
    return f"读作 {entries.show_day(value)}，{day}" if day else ""

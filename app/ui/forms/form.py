"""A form: rows for declared fields, in the order in which they are asked."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.facts import FactSheet, FactValue
from app.templating.binding import Uses
from app.templating.fields import Field
from app.ui.forms.row import FieldRow


class FieldForm(QWidget):
    """Rows for some fields. `committed` tells the name and the new value (None: taken away)."""

    committed = Signal(str, object)
    edited = Signal()
    """Something was typed and is not committed yet."""
    places_wanted = Signal(str)
    """The writer unfolded the list of places of a field."""
    went_to = Signal(str, int, int)
    """The writer wants to see a place: block id, first character and the one after the last."""
    bind_again = Signal(object)
    """A place is to have the text of its value again."""
    remake_wanted = Signal(str)
    """A section that a value decides on is to be made anew, by its id."""

    def __init__(
        self,
        hints: bool = False,
        parent: QWidget | None = None,
        beside: Callable[[], FactSheet] = FactSheet,
    ) -> None:
        """With `hints`, empty boxes say below them what to put in.

        `beside` gives the values that are asked elsewhere: a date without a year has that of all dates that are known.
        """
        super().__init__(parent)
        self._hints, self._beside = hints, beside
        self.rows: dict[str, FieldRow] = {}
        self._fields: tuple[Field, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def ask(self, fields: Iterable[Field]) -> None:
        """Ask these fields; rows that are there already stay as they are."""
        wanted = tuple(fields)
        if wanted == self._fields:
            return
        self._fields = wanted
        kept = {
            field.name: row for field in wanted if (row := self.rows.get(field.name)) and row.field == field
        }
        for name, row in self.rows.items():
            if kept.get(name) is not row:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows = {field.name: kept.get(field.name) or self._row(field) for field in wanted}
        for at, row in enumerate(self.rows.values()):
            self._column.insertWidget(at, row)

    def _row(self, field: Field) -> FieldRow:
        row = FieldRow(field, self._hints, self, self._known)
        row.committed.connect(lambda value, name=field.name: self.committed.emit(name, value))
        row.edited.connect(self.edited)
        row.places_wanted.connect(lambda name=field.name: self.places_wanted.emit(name))
        row.places.went_to.connect(self.went_to)
        row.places.bind_again.connect(self.bind_again)
        row.behind.remake_wanted.connect(self.remake_wanted)
        return row

    def _known(self) -> FactSheet:
        own = ((name, row.value) for name, row in self.rows.items())
        return FactSheet.of([*self._beside(), *own])

    def put(self, values: FactSheet) -> None:
        """Show values; boxes in which the writer types are left alone."""
        for name, row in self.rows.items():
            row.put(values.get(name))

    def set_uses(self, uses: Mapping[str, Uses]) -> None:
        """Say in how many places each value stands, and how many of them were edited by hand."""
        for name, row in self.rows.items():
            row.set_uses(uses.get(name, Uses()))

    def unfolded(self) -> tuple[str, ...]:
        """Names of the fields whose places are listed."""
        return tuple(name for name, row in self.rows.items() if row.is_unfolded)

    def commit(self) -> bool:
        """Take what stands in all boxes; False where one cannot be read, which then has the focus."""
        wrong = [row for row in self.rows.values() if not row.commit()]
        if wrong:
            wrong[0].box.setFocus()
        return not wrong

    def reading(self) -> dict[str, FactValue | None]:
        """What stands in the boxes now; None where nothing does."""
        return {name: row.reading() for name, row in self.rows.items()}

"""What is to be made of a sheet: its rows, what its columns are, what holds for all, how it is written, where it goes."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.core.facts import FactSheet
from app.importing.sheets.sheet import Sheet
from app.jobs.program import Program
from app.jobs.table.making import TableOrder
from app.jobs.table.targets import targets
from app.templating.answers import Answers
from app.templating.occasion import Occasion
from app.ui.forms.form import FieldForm
from app.ui.from_table.column_list import ColumnList
from app.ui.from_table.delivery_form import DeliveryForm
from app.ui.from_table.row_preview import Looked, RowPreview
from app.ui.from_table.row_table import RowTable
from app.ui.new_draft.slot_choices import SlotChoices
from app.ui.pieces import label, scrolled
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_PAUSE = 250
"""Milliseconds after the last key before a row is made anew."""
_TABS = ("1 表格", "2 对应", "3 统一的内容", "4 写法", "5 存到")
_COMMON, _WAYS = 2, 3
_NO_COLUMN = "没有一列对得上事实，到“对应”里选每一列填到哪里。"


@dataclass(frozen=True, slots=True)
class Readiness:
    """How many rows are chosen, and of how many nothing will come; `missing` says why none can be made, or is empty."""

    rows: int = 0
    failing: int = 0
    guessed: int = 0
    """Columns that are only guessed."""
    missing: str = ""


class OrderPane(QWidget):
    """The tabs, and beside them the draft of the row that is looked at. `judged` tells how ready it is, None: no sheet."""

    judged = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, occasion: Occasion) -> None:
        super().__init__()
        self._program, self._library, self._occasion = program, program.library, occasion
        self._sheet: Sheet | None = None
        self._values = FactSheet()
        self._form: Occasion | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.follow)
        self.table = RowTable(theme)
        self.columns = ColumnList()
        self.common = FieldForm(hints=True)
        self.choices = SlotChoices()
        self.delivery = DeliveryForm(program)
        self.preview = RowPreview(program, tasks, theme)
        self._lay_out()
        for signal in (self.table.looked_at, self.table.ticked, self.columns.changed, self.choices.changed):
            signal.connect(self.follow)
        for signal in (self.common.edited, self.choices.edited, self.delivery.edited):
            signal.connect(self._pause.start)
        self.preview.step_wanted.connect(self.table.step)
        self.preview.looked.connect(self._judge)

    def _lay_out(self) -> None:
        self._nothing_in_common = label("每一项都有自己的一列，这里不用填。", "faint")
        common = QWidget()
        column = QVBoxLayout(common)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing_in_common)
        column.addWidget(self.common)
        contents = (
            self.table,
            scrolled(self.columns, "各列对应什么"),
            scrolled(common, "每份都一样的内容"),
            scrolled(self.choices, "写法"),
            scrolled(self.delivery, "存到"),
        )
        self.tabs = QTabWidget()
        for name, content in zip(_TABS, contents, strict=True):
            self.tabs.addTab(content, name)
        parts = QHBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(24)
        parts.addWidget(self.tabs, 3)
        parts.addWidget(self.preview, 2)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Ask what is to be made of another sheet; None for none."""
        self._sheet = sheet
        with QSignalBlocker(self.table):  # a row is looked at when its columns are known
            self.table.show_sheet(sheet)
        self.columns.show_sheet(sheet)
        self.delivery.offer_columns(sheet.columns if sheet else ())
        self.follow()

    def take_occasion(self, occasion: Occasion) -> None:
        """Ask for another occasion, or for the same after the library was changed; what was typed stays."""
        self._library, self._occasion, self._form = self._program.library, occasion, None
        self.follow()

    def follow(self) -> None:
        """Whatever was changed: ask what is to be asked now, and show what comes of the row that is looked at."""
        self._pause.stop()
        for name, value in self.common.reading().items():
            self._values = self._values.with_value(name, value)
        form = self._library.form_of(self._occasion, self._facts())
        if form != self._form:
            self._form = form
            self.choices.ask(self._library, form)
        try:
            known = targets(self._program, self._occasion, self.choices.choices(), self._facts())
        except AppError as error:
            self.judged.emit(Readiness(missing=str(error)))
            return
        self.columns.offer(known)
        mapped = self._mapped()
        rest = [field for field in self._library.asked(self._occasion) if field.name not in mapped]
        self.common.ask(rest)
        self.common.put(self._values)
        self._nothing_in_common.setVisible(not rest)
        self._look()

    def _mapped(self) -> set[str]:
        """The facts that have a column."""
        return {target.field.name for target in self.columns.columns().values() if not target.slot}

    def _facts(self) -> FactSheet:
        """What holds for all rows: what was typed for other occasions, or has a column by now, is not among it."""
        mapped = self._mapped()
        asked = [field.name for field in self._library.asked(self._occasion) if field.name not in mapped]
        return FactSheet(tuple(pair for pair in self._values if pair[0] in asked))

    def order(self) -> TableOrder | None:
        """What is asked for; None without a sheet."""
        if self._sheet is None:
            return None
        return TableOrder(
            self._occasion.id,
            self._sheet,
            self.columns.columns(),
            Answers(self._facts(), self.choices.answers()),
            self.choices.choices(),
            self.table.model.wanted,
        )

    def commit(self) -> bool:
        """Take what stands in all boxes; False where one cannot be read, which is then shown."""
        for tab, boxes in ((_COMMON, self.common), (_WAYS, self.choices)):
            if not boxes.commit():
                self.tabs.setCurrentIndex(tab)
                return False
        self.follow()
        return True

    def _look(self) -> None:
        order, row = self.order(), self.table.row
        if order is None or row is None:
            self.preview.show_nothing()
            self.judged.emit(None)
        else:
            self.preview.look(order, self.delivery.delivery(), row)

    def _judge(self, found: Looked) -> None:
        """Mark the rows of which nothing will come, and tell how ready all is."""
        order = self.order()
        if order is None:
            return
        count, failing = len(order.chosen), len(found.faults)
        self.table.model.show_faults(found.faults)
        self.table.say(f"选了 {count} 行" + (f"，{failing} 行有误，到那一行看是什么" if failing else ""))
        self.delivery.show_example(found.name)
        missing = found.trouble.what if found.trouble is not None else self.delivery.missing()
        missing = missing if order.columns else _NO_COLUMN
        missing = missing or ("" if count else "一行也没有选。")
        self.judged.emit(Readiness(count, failing, self.columns.guessed, missing))

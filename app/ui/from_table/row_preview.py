"""The draft of one row as a page, the name of its file, and what is wrong in the row."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.importing.sheets.sheet import Row
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.table.answering import Fault
from app.jobs.table.making import Delivery, RowDrafted, TableOrder, check_order, drafted, faults_of
from app.jobs.table.naming import check_pattern
from app.layouts.model import Layout
from app.ui.new_draft.page_preview import PagePreview
from app.ui.pieces import button, label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Looked:
    """What the worker finds: the row's draft, the name of its file, and the faults of all chosen rows."""

    made: RowDrafted
    layout: Layout | None
    name: str
    faults: Mapping[int, tuple[Fault, ...]]
    trouble: AppError | None
    """Why nothing can be made of any row."""


class RowPreview(QWidget):
    """`step_wanted` tells that the row before or after is to be seen, `looked` what was found."""

    step_wanted = Signal(int)
    looked = Signal(object)

    def __init__(self, program: Program, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._program, self._tasks = program, tasks
        self._task: Task | None = None
        self.page = PagePreview(layout_of(program, Draft()), theme)
        self._row = label("", "", wrap=False)
        self.before = button("上一行", lambda: self.step_wanted.emit(-1), "link")
        self.after = button("下一行", lambda: self.step_wanted.emit(1), "link")
        self.told = label("", "warning")
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._row)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        column.addWidget(self.told)
        column.addStretch(0)
        self.show_nothing()

    def show_nothing(self) -> None:
        """There is no row to look at."""
        self.cancel()
        self._row.setText("选好表格，这里先看一行写成什么样")
        for each in (self.told, self.page, self.before, self.after):
            each.hide()

    def cancel(self) -> None:
        """Drop what was asked for."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def look(self, order: TableOrder, delivery: Delivery, row: Row) -> None:
        """Show what comes of a row as soon as the worker has made it."""
        self.cancel()
        rows = order.sheet.rows
        self._row.setText(f"第 {row.number} 行")
        for each in (self.before, self.after):
            each.show()
        self.before.setEnabled(row is not rows[0])
        self.after.setEnabled(row is not rows[-1])
        self._task = self._tasks.run_task(
            lambda: looked_at(self._program, order, delivery, row), self._show, self._complain
        )

    def _show(self, found: Looked) -> None:
        self._task = None
        if found.made.draft is not None and found.layout is not None:
            self.page.show_draft(found.made.draft, found.layout)
        said = [fault.told for fault in found.made.read.faults]
        self.told.setText("\n".join([*said, *found.made.read.notes]))
        self.told.setVisible(bool(self.told.text()))
        self.page.setVisible(found.made.draft is not None)
        self.looked.emit(found)

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self.told.setText(str(error))
        self.told.show()
        self.page.hide()


def looked_at(program: Program, order: TableOrder, delivery: Delivery, row: Row) -> Looked:
    """What comes of a row, and whether anything comes of the others. Raises AppError of a template or layout."""
    trouble: AppError | None = None
    try:
        check_order(program, order)
        check_pattern(delivery.pattern, order.sheet.columns)
    except AppError as error:
        trouble = error
    made = drafted(program, order, row)
    name = ""
    if made.draft is not None and trouble is None:
        name = order.file_name(delivery.pattern, row, made.draft)
    layout = layout_of(program, made.draft, delivery.layout) if made.draft is not None else None
    return Looked(made, layout, name, faults_of(order), trouble)

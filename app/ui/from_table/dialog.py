"""按表格批量生成: choose the sheet, say what its columns are, look at any row, make them all."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import AppError
from app.core.facts import FactSheet
from app.importing.sheets.sheet import Book, Sheet, likely_header, sheet_of
from app.jobs.program import Program
from app.jobs.table.blank import SAMPLE_OCCASION, sample_table, write_blank
from app.jobs.table.making import TableOrder, deliver
from app.jobs.table.reading import TABLE_SUFFIXES, chosen_grid, open_table
from app.jobs.table.report import write_failed
from app.jobs.table.targets import targets
from app.templating.answers import Answers
from app.templating.occasion import Occasion
from app.ui.focus import Dialog
from app.ui.forms.form import FieldForm
from app.ui.from_table.column_list import ColumnList
from app.ui.from_table.delivery_form import DeliveryForm
from app.ui.from_table.row_preview import Looked, RowPreview
from app.ui.from_table.row_table import RowTable
from app.ui.from_table.run_page import RunPage
from app.ui.from_table.running import Run
from app.ui.from_table.source_bar import SourceBar
from app.ui.messages import tell_error
from app.ui.new_draft.slot_choices import SlotChoices
from app.ui.pieces import button, label, scrolled
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_PAUSE = 250
"""Milliseconds after the last key before a row is made anew."""
_OPENABLE = f"表格 ({' '.join(f'*{suffix}' for suffix in TABLE_SUFFIXES)});;全部文件 (*)"
_TABS = ("1 表格", "2 对应", "3 统一的内容", "4 写法", "5 存到")


class TableDialog(Dialog):
    """Opened again it is as it was left. `open_wanted` gives the file of a draft that the writer wants to see."""

    open_wanted = Signal(object)

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, state: WindowState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._state = program, tasks, state
        self._library = tasks.wait_for(lambda: program.library)
        self._book: Book | None = None
        self._path: Path | None = None
        self._sheet: Sheet | None = None
        self._values = FactSheet()
        self._form: Occasion | None = None
        self._run: Run | None = None
        self.is_finished = False
        self.setWindowTitle("按表格批量生成")
        self.setAcceptDrops(True)
        self.resize(1180, 720)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._follow)
        self.source = SourceBar(self._library.occasions.values())
        self.source.choose_occasion(SAMPLE_OCCASION)
        self.table = RowTable(theme)
        self.columns = ColumnList()
        self.common = FieldForm(hints=True)
        self.choices = SlotChoices()
        self.delivery = DeliveryForm(program)
        self.preview = RowPreview(program, tasks, theme)
        self.run_page = RunPage()
        self._lay_out()
        self._connect()
        self._follow()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
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
        for name, content in zip(_TABS, contents, strict=True):
            self.tabs.addTab(content, name)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.tabs, 3)
        parts.addWidget(self.preview, 2)
        self._notice = label("", "warning")
        self._ready = QLabel()
        self.main = button("生成", self._make, "main")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._ready)
        row.addWidget(self._notice, 1)
        row.addStretch(0)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.source)
        column.addLayout(parts, 1)
        column.addLayout(row)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.run_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        for signal in (self.source.file_wanted, self.table.file_wanted):
            signal.connect(self._choose_file)
        self.source.occasion_chosen.connect(self._follow)
        self.source.sheet_chosen.connect(lambda: self._take_grid(None))
        self.source.header_chosen.connect(lambda: self._take_grid(self.source.header.value()))
        self.table.blank_wanted.connect(self._save_blank)
        self.table.sample_wanted.connect(self._show_sample)
        for signal in (self.table.looked_at, self.table.ticked, self.columns.changed, self.choices.changed):
            signal.connect(self._follow)
        for signal in (self.common.edited, self.choices.edited, self.delivery.edited):
            signal.connect(self._pause.start)
        self.preview.step_wanted.connect(self.table.step)
        self.preview.looked.connect(self._tell)
        self.run_page.stop_wanted.connect(self._stop)
        self.run_page.back_wanted.connect(lambda: self._pages.setCurrentIndex(0))
        self.run_page.closed.connect(self.accept)
        self.run_page.open_wanted.connect(self._open)

    # The sheet

    def take_library(self) -> None:
        """Offer what the program's library has by now; what was chosen and typed stays."""
        self._library = self._program.library
        self.source.offer(self._library.occasions.values())
        self._form = None
        self._follow()

    def _choose_file(self) -> None:
        folder = self._path.parent if self._path is not None else self._state.draft_folder
        name, _ = QFileDialog.getOpenFileName(self, "选择表格", str(folder), _OPENABLE)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Take a file as the table; where it cannot be read that is told, and what was there stays."""
        try:
            book = self._tasks.wait_for(lambda: open_table(path))
            grid = chosen_grid(book)
            sheet_of(grid)
        except AppError as error:
            tell_error(self, error)
            return
        self._book, self._path = book, path
        self.source.show_book(path, book)
        self.source.sheets.setCurrentIndex(book.grids.index(grid))
        if path == sample_table(self._program):
            self.delivery.offer_folder(self._state.draft_folder / "样表（讲话稿）")
        else:
            self.delivery.offer_folder(path.parent / f"{path.stem}（讲话稿）")
        self._take_grid(None)
        self.tabs.setCurrentIndex(0)

    def _take_grid(self, header: int | None) -> None:
        """Take the chosen sheet, its columns named by the row of that number; None finds it."""
        if self._book is None:
            return
        grid = self._book.grids[max(0, self.source.sheets.currentIndex())]
        trouble = ""
        try:
            number = likely_header(grid) if header is None else header
            self.source.show_header(number)
            self._sheet = sheet_of(grid, number)
        except AppError as error:
            self._sheet, trouble = None, str(error)
        self.table.show_sheet(self._sheet)
        self.columns.show_sheet(self._sheet)
        self.delivery.offer_columns(self._sheet.columns if self._sheet else ())
        self._follow()
        if trouble:
            self._say(trouble)

    def _show_sample(self) -> None:
        self.source.choose_occasion(SAMPLE_OCCASION)
        self.read(sample_table(self._program))

    def _save_blank(self) -> None:
        occasion = self._occasion
        suggested = self._state.draft_folder / f"{occasion.name}表.xlsx"
        name, _ = QFileDialog.getSaveFileName(self, "存一张空表", str(suggested), "Excel 表格 (*.xlsx)")
        if not name:
            return
        path = Path(name) if name.lower().endswith(".xlsx") else Path(f"{name}.xlsx")
        try:
            self._tasks.wait_for(lambda: write_blank(self._program, occasion, path))
        except AppError as error:
            tell_error(self, error)
            return
        self._say(f"空表存在“{path.name}”，填好以后点“选择表格…”。")

    # What is asked for

    @property
    def _occasion(self) -> Occasion:
        return self._library.occasion(self.source.occasion)

    def _follow(self) -> None:
        """Whatever was changed: ask what is to be asked now, and show what comes of the row that is looked at."""
        self._pause.stop()
        for name, value in self.common.reading().items():
            self._values = self._values.with_value(name, value)
        occasion = self._occasion
        form = self._library.form_of(occasion, self._facts(occasion))
        if form != self._form:
            self._form = form
            self.choices.ask(self._library, form)
        try:
            known = targets(self._program, occasion, self.choices.choices(), self._facts(occasion))
        except AppError as error:
            self._say(str(error))
            return
        self.columns.offer(known)
        mapped = {target.field.name for target in self.columns.columns().values() if not target.slot}
        rest = [field for field in self._library.asked(occasion) if field.name not in mapped]
        self.common.ask(rest)
        self.common.put(self._values)
        self._nothing_in_common.setVisible(not rest)
        self._look()

    def _facts(self, occasion: Occasion) -> FactSheet:
        """What holds for all rows: what was typed for other occasions, or has a column by now, is not among it."""
        mapped = {target.field.name for target in self.columns.columns().values() if not target.slot}
        asked = [field.name for field in self._library.asked(occasion) if field.name not in mapped]
        return FactSheet(tuple(pair for pair in self._values if pair[0] in asked))

    def _order(self) -> TableOrder | None:
        if self._sheet is None:
            return None
        occasion = self._occasion
        return TableOrder(
            occasion.id,
            self._sheet,
            self.columns.columns(),
            Answers(self._facts(occasion), self.choices.answers()),
            self.choices.choices(),
            self.table.model.wanted,
        )

    def _look(self) -> None:
        order, row = self._order(), self.table.row
        if order is None or row is None:
            self.preview.show_nothing()
            self.main.setEnabled(False)
            self.main.setText("生成")
            self._ready.setText("")
            self._say("" if self._book is None else self._notice.text())
            return
        self.preview.look(order, self.delivery.delivery(), row)

    def _tell(self, found: Looked) -> None:
        """Say whether all is there, and of how many rows nothing will come."""
        order = self._order()
        if order is None:
            return
        count, failing = len(order.chosen), len(found.faults)
        self.table.model.show_faults(found.faults)
        self.table.say(f"选了 {count} 行" + (f"，{failing} 行有问题，标了颜色" if failing else ""))
        self.delivery.show_example(found.name)
        missing = found.trouble.what if found.trouble is not None else self.delivery.missing()
        missing = missing or ("" if count else "一行也没有选。")
        self.main.setEnabled(not missing and count > failing)
        self.main.setText(f"生成 {count - failing} 份" if count > failing else "生成")
        self._ready.setText(f"{count} 行" + (f"，{failing} 行有问题" if failing else "，都看得懂"))
        guessed = self.columns.guessed
        notices = [*(self._book.notices if self._book else ())]
        notices += [f"有 {guessed} 列是猜的，到“对应”里看一眼。"] if guessed else []
        self._say(missing or "".join(notices))

    def _say(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    # Making

    def _make(self) -> None:
        for tab, boxes in ((2, self.common), (3, self.choices)):
            if not boxes.commit():
                self.tabs.setCurrentIndex(tab)
                return
        self._follow()
        order, delivery = self._order(), self.delivery.delivery()
        if order is None:
            return
        self.preview.cancel()
        self.run_page.begin(delivery.folder, len(order.chosen))
        self._pages.setCurrentIndex(1)
        run = Run(self._tasks, deliver(self._program, order, delivery), self)
        run.told.connect(self.run_page.take)
        run.ended.connect(lambda error: self._end(run, order, delivery.folder, error))
        self._run = run
        run.begin()

    def _stop(self) -> None:
        if self._run is not None and not self._run.over:
            self._run.stop()
            self.run_page.stopping()

    def _end(self, run: Run, order: TableOrder, folder: Path, error: AppError | None) -> None:
        done = self.run_page.done
        failed: Path | None = None
        try:
            failed = self._tasks.wait_for(lambda: write_failed(order.sheet, done, folder))
        except AppError as trouble:
            error = error or trouble
        self.is_finished = error is None
        self.run_page.end(error, failed)
        run.deleteLater()
        self._run = None

    def _open(self, path: Path) -> None:
        self.accept()
        self.open_wanted.emit(path)

    def reject(self) -> None:
        """Escape while rows are made stops that; whoever wants to leave does so afterwards."""
        if self._run is not None:
            self._stop()
        else:
            super().reject()

    # What comes from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        if self._run is not None or len(urls) != 1 or not urls[0].isLocalFile():
            return None
        path = Path(urls[0].toLocalFile())
        return path if path.suffix.lower() in TABLE_SUFFIXES else None

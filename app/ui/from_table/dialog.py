"""按表格批量生成: choose the sheet, say what its columns are, look at any row, make them all."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.importing.sheets.sheet import Book, Grid, likely_header, sheet_of
from app.jobs.program import Program
from app.jobs.table.blank import SAMPLE_OCCASION, sample_table, write_blank
from app.jobs.table.making import TableOrder, deliver
from app.jobs.table.matching import prepare
from app.jobs.table.reading import TABLE_SUFFIXES, chosen_grid, open_table
from app.jobs.table.report import FAILED_NAME, write_failed
from app.ui.focus import Dialog
from app.ui.from_table.order_pane import OrderPane, Readiness
from app.ui.from_table.run_page import RunPage
from app.ui.from_table.running import Run
from app.ui.from_table.source_bar import SourceBar
from app.ui.messages import tell_error
from app.ui.pieces import button, label
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

_OPENABLE = f"表格 ({' '.join(f'*{suffix}' for suffix in TABLE_SUFFIXES)});;全部文件 (*)"


class TableDialog(Dialog):
    """Opened again it is as it was left. `open_wanted` gives the file of a draft that the writer wants to see."""

    open_wanted = Signal(object)

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, state: WindowState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._state = program, tasks, state
        library = tasks.wait_for(lambda: program.library)
        self._book: Book | None = None
        self._path: Path | None = None
        self._run: Run | None = None
        self.is_finished = False
        self.setWindowTitle("按表格批量生成")
        self.setAcceptDrops(True)
        self.resize(1180, 720)
        self.source = SourceBar(library.occasions.values())
        self.source.choose_occasion(SAMPLE_OCCASION)
        self.pane = OrderPane(program, tasks, theme, library.occasion(self.source.occasion))
        self.run_page = RunPage()
        self._notice = label("", "warning")
        self._ready = QLabel()
        self.main = button("生成", self._make, "main")
        self._lay_out()
        self._connect()
        # The boxes are made when the dialog is there already.
        QTimer.singleShot(0, self, self.pane.follow)

    def _lay_out(self) -> None:
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
        column.addWidget(self.pane, 1)
        column.addLayout(row)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.run_page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        for signal in (self.source.file_wanted, self.pane.table.file_wanted):
            signal.connect(self._choose_file)
        self.source.occasion_chosen.connect(self._take_occasion)
        self.source.sheet_chosen.connect(lambda: self._take_grid(None))
        self.source.header_chosen.connect(lambda: self._take_grid(self.source.header.value()))
        self.pane.table.blank_wanted.connect(self._save_blank)
        self.pane.table.sample_wanted.connect(self._show_sample)
        self.pane.judged.connect(self._judge)
        self.run_page.stop_wanted.connect(self._stop)
        self.run_page.back_wanted.connect(self._go_back)
        self.run_page.closed.connect(self.accept)
        self.run_page.open_wanted.connect(self._open)

    # The sheet

    def take_library(self) -> None:
        """Offer what the program's library has by now; what was chosen and typed stays."""
        self.source.offer(self._program.library.occasions.values())
        self._take_occasion()

    def _take_occasion(self) -> None:
        self.pane.take_occasion(self._program.library.occasion(self.source.occasion))

    def _choose_file(self) -> None:
        folder = self._path.parent if self._path is not None else self._state.draft_folder
        name, _ = QFileDialog.getOpenFileName(self, "选择表格", str(folder), _OPENABLE)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Take a file as the table; where it cannot be read that is told, and what was there stays."""
        try:
            book, grid = self._tasks.wait_for(lambda: _opened(path))
        except AppError as error:
            tell_error(self, error)
            return
        self._book, self._path = book, path
        self.is_finished = False
        self._pages.setCurrentIndex(0)
        self.source.show_book(path, book)
        self.source.sheets.setCurrentIndex(book.grids.index(grid))
        is_sample = path == sample_table(self._program)
        beside = self._state.draft_folder / "样表" if is_sample else path.parent / path.stem
        is_rest = path.stem.startswith(FAILED_NAME)  # it lies where the others were made
        folder = path.parent if is_rest else beside.with_name(f"{beside.name}（讲话稿）")
        self.pane.delivery.offer_folder(folder)
        self._take_grid(None)
        self.pane.tabs.setCurrentIndex(0)

    def _take_grid(self, header: int | None) -> None:
        """Take the chosen sheet, its columns named by the row of that number; None finds it."""
        if self._book is None:
            return
        grid = self._book.grids[max(0, self.source.sheets.currentIndex())]
        try:
            number = likely_header(grid) if header is None else header
            self.source.show_header(number)
            sheet = self._tasks.wait_for(lambda: sheet_of(grid, number))
        except AppError as error:
            self.pane.show_sheet(None)
            self._say(str(error))
            return
        self.pane.show_sheet(sheet)

    def _show_sample(self) -> None:
        self.source.choose_occasion(SAMPLE_OCCASION)
        self._take_occasion()
        self.read(sample_table(self._program))

    def _save_blank(self) -> None:
        occasion = self._program.library.occasion(self.source.occasion)
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

    # How ready it is

    def _judge(self, found: Readiness | None) -> None:
        """Say how many drafts will come, or what is missing."""
        ready = found or Readiness(missing="还没有表格。")
        will_come = 0 if ready.missing else ready.rows - ready.failing
        self.main.setEnabled(will_come > 0)
        self.main.setText(f"生成 {will_come} 份" if will_come > 0 else "生成")
        if found is None:
            self._ready.setText("")
            self._say("")
            return
        told = f"，{ready.failing} 行有误，不生成" if ready.failing else "" if ready.missing else "，都看得懂"
        self._ready.setText(f"{ready.rows} 行{told}" if ready.rows else "")
        notices = [*(self._book.notices if self._book else ())]
        notices += [f"有 {ready.guessed} 列是猜的，到“对应”里看一眼。"] if ready.guessed else []
        self._say(ready.missing or "".join(notices))

    def _say(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    # Making

    def _make(self) -> None:
        if not self.pane.commit():
            return
        order, delivery = self.pane.order(), self.pane.delivery.delivery()
        if order is None:
            return
        self.pane.preview.cancel()
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
        self.is_finished = error is None and len(done) == len(order.chosen)
        self.run_page.end(error, failed)
        run.deleteLater()
        self._run = None

    def _go_back(self) -> None:
        """Where some rows were not made, these are what is to be made next."""
        done = self.run_page.done
        made = {each.row for each in done if not each.faults}
        if 0 < len(made) < self.run_page.total:
            self.pane.table.model.tick_rest(made)
        self.is_finished = False
        self._pages.setCurrentIndex(0)

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


def _opened(path: Path) -> tuple[Book, Grid]:
    """The sheets in a file, and the first that can be used. Raises ReadError."""
    prepare()
    book = open_table(path)
    grid = chosen_grid(book)
    sheet_of(grid)
    return book, grid

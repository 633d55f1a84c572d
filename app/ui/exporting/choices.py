"""How a Word file is to be made: where to, in which layout, and what is remembered for the next one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.exporting import WORD_SUFFIX, ExportOptions, default_file_name, layout_of
from app.jobs.program import Program
from app.layouts.find import list_layouts
from app.settings.declared import AUTHOR, BOLD_LEADS, LAST_EXPORT_FOLDER
from app.ui.pieces import button
from app.ui.window_state import WindowState

_NUMBERING = (("文字（原样印出，最稳妥）", "text"), ("Word 自动编号", "auto"))
_MOST_AUTHOR = 100


class ExportChoices(QWidget):
    """The choices for one draft. `troubled` tells an error of the chosen layout."""

    troubled = Signal(object)

    def __init__(self, program: Program, state: WindowState, draft: Draft) -> None:
        super().__init__()
        self._program, self._state, self._draft = program, state, draft
        self.target = QLineEdit()
        self.layouts = QComboBox()
        for layout in list_layouts(program.places.layout_folders).layouts:
            self.layouts.addItem(layout.name, layout.id)
        self.layouts.setCurrentIndex(max(0, self.layouts.findData(draft.layout)))
        self.numbering = QComboBox()
        for name, value in _NUMBERING:
            self.numbering.addItem(name, value)
        self.bold = QComboBox()
        for name, chosen in (("按版式", None), ("加粗", True), ("不加粗", False)):
            self.bold.addItem(name, chosen)
        self.bold.setCurrentIndex((None, True, False).index(state.settings.get(BOLD_LEADS)))
        self.author = QLineEdit(state.settings.get(AUTHOR), maxLength=_MOST_AUTHOR)
        self.author.setPlaceholderText("不填，文件属性里就没有作者")
        self.clean = QCheckBox("干净稿：不留书签，改过的文件不能再对回这份稿子")
        self._lay_out()
        self.layouts.currentIndexChanged.connect(self.take_layout)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.target, 1)
        where.addWidget(button("选择…", self._browse))
        target = self._named("存到", self.target, where)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.addLayout(target, 0, 0, 1, 2)
        grid.addLayout(self._named("版式", self.layouts), 1, 0)
        grid.addLayout(self._named("序号", self.numbering), 1, 1)
        grid.addLayout(self._named("要点的领句", self.bold), 2, 0)
        grid.addLayout(self._named("作者", self.author), 2, 1)
        grid.addWidget(self.clean, 3, 0, 1, 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)

    def _named(self, name: str, widget: QWidget, row: QHBoxLayout | None = None) -> QVBoxLayout:
        """A box under its name; `row` is what it stands in beside others."""
        named = QLabel(name)
        named.setBuddy(widget)
        widget.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(named)
        if row is None:
            column.addWidget(widget)
        else:
            column.addLayout(row)
        return column

    def take_layout(self) -> None:
        """The layout decides on the file's name, and on bold leads where nothing else is chosen."""
        try:
            layout = layout_of(self._program, self._draft, str(self.layouts.currentData() or ""))
        except AppError as error:
            self.troubled.emit(error)
            return
        self.bold.setItemText(0, f"按版式（{'加粗' if layout.bold_point_leads else '不加粗'}）")
        folder = Path(self.target.text()).parent if self.target.text() else self._state.export_folder
        self.target.setText(str(folder / default_file_name(self._draft, layout)))
        self.target.setToolTip(self.target.text())

    def _browse(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            "导出 Word",
            self.target.text(),
            f"Word 文件 (*{WORD_SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.target.setText(name)

    def path(self) -> Path | None:
        """The file to write; None, with the focus on its box, where none is named."""
        text = self.target.text().strip()
        if not text:
            self.target.setFocus()
            return None
        path = Path(text)
        if not path.is_absolute():
            path = self._state.export_folder / path
        return path if path.suffix.lower() == WORD_SUFFIX else path.with_name(path.name + WORD_SUFFIX)

    def options(self) -> ExportOptions:
        """What was chosen; whether a file may be replaced is asked before."""
        return ExportOptions(
            layout=str(self.layouts.currentData() or ""),
            numbering=self.numbering.currentData(),
            clean=self.clean.isChecked(),
            author=self.author.text().strip(),
            bold_point_leads=self.bold.currentData(),
            overwrite=True,
        )

    def remember(self, folder: Path) -> None:
        """Offer the same the next time: the folder, the author, how leads are set."""
        settings, options = self._state.settings, self.options()
        settings.set(LAST_EXPORT_FOLDER, str(folder))
        settings.set(AUTHOR, options.author)
        settings.set(BOLD_LEADS, options.bold_point_leads)
        self._state.save()

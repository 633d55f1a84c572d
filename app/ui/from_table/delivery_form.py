"""存到: the folder, the names of the files, and which files each row gives."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.jobs.exporting import WORD_SUFFIX
from app.jobs.opening import DRAFT_SUFFIX
from app.jobs.program import Program
from app.jobs.table.making import Delivery
from app.jobs.table.naming import DEFAULT_PATTERN, WORDS
from app.layouts.find import list_layouts
from app.ui.pieces import button, label

_BY_OCCASION = "按场合"


class DeliveryForm(QWidget):
    """`edited` tells that something is another now."""

    edited = Signal()

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.folder = QLineEdit()
        self.folder.setPlaceholderText("选了表格以后，放在表格旁边的新文件夹里")
        self.pattern = QLineEdit(DEFAULT_PATTERN)
        self.words = QPushButton("插入…")
        self.words.setAccessibleName("往文件名里插入列名等")
        self.words.setAutoDefault(False)
        self._menu = QMenu(self.words)
        self.words.setMenu(self._menu)
        self._example = label("", "faint")
        self.draft = QCheckBox("讲话稿 .siceng，以后还能接着改")
        self.word = QCheckBox("Word 文件 .docx，排好版的")
        for box in (self.draft, self.word):
            box.setChecked(True)
        self.layouts = QComboBox()
        self.layouts.addItem(_BY_OCCASION, "")
        for layout in list_layouts(program.places.layout_folders).layouts:
            self.layouts.addItem(layout.name, layout.id)
        self.overwrite = QCheckBox("文件夹里已有同名的就覆盖；不勾，新的加（2）")
        self._lay_out()
        for edit in (self.folder, self.pattern):
            edit.textEdited.connect(self.edited)
        for box in (self.draft, self.word, self.overwrite):
            box.toggled.connect(self.edited)
        self.offer_columns(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._named(column, "文件夹", self.folder, button("选择…", self._browse))
        self._named(column, "文件名", self.pattern, self.words)
        column.addWidget(self._example)
        column.addSpacing(12)
        column.addWidget(QLabel("每行生成"))
        column.addWidget(self.draft)
        column.addWidget(self.word)
        column.addSpacing(12)
        self._named(column, "Word 文件的版式", self.layouts)
        column.addSpacing(12)
        column.addWidget(self.overwrite)

    def _named(self, column: QVBoxLayout, name: str, widget: QWidget, *beside: QWidget) -> None:
        named = QLabel(name)
        named.setBuddy(widget)
        widget.setAccessibleName(name)
        column.addWidget(named)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(widget, 1)
        for each in beside:
            row.addWidget(each)
        column.addLayout(row)

    def offer_columns(self, columns: tuple[str, ...]) -> None:
        """Offer these names, and what is always there, to be put into the pattern."""
        self._menu.clear()
        for name in (*WORDS, *(name for name in columns if name not in WORDS)):
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self._insert(name))

    def offer_folder(self, folder: Path) -> None:
        """Put in a folder; one that the writer put in stays."""
        if not self.folder.isModified():
            self.folder.setText(str(folder))

    def show_example(self, name: str) -> None:
        """Say what the file of the row that is looked at is called; empty for nothing."""
        self._example.setText(f"这一行：{name}" if name else "")

    def delivery(self) -> Delivery:
        """What is asked for."""
        kinds = ((self.draft, DRAFT_SUFFIX), (self.word, WORD_SUFFIX))
        return Delivery(
            Path(self.folder.text().strip()),
            self.pattern.text().strip(),
            tuple(suffix for box, suffix in kinds if box.isChecked()),
            str(self.layouts.currentData() or ""),
            self.overwrite.isChecked(),
        )

    def missing(self) -> str:
        """What is still to be said, as a sentence; empty for nothing."""
        if not (self.draft.isChecked() or self.word.isChecked()):
            return "至少选一种文件。"
        folder = self.folder.text().strip()
        return "" if folder and Path(folder).is_absolute() else "还没有选存到哪个文件夹。"

    def _insert(self, name: str) -> None:
        self.pattern.insert(f"{{{name}}}")
        self.edited.emit()

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "存到哪个文件夹", self.folder.text())
        if folder:
            self.folder.setText(folder)
            self.folder.setModified(True)
            self.edited.emit()

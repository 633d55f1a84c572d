"""What is asked of a source as a whole: which of its speeches, and what becomes of its tracked changes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.jobs.sources import Changes
from app.ui.import_preview.attempts import Part
from app.ui.pieces import button, heading, label

_LONGEST_NAME = 26
CHANGES: tuple[tuple[str, Changes], ...] = (
    ("接受修订", "accepted"),
    ("保留原文", "original"),
    ("作为待核实标出", "kept"),
)
"""What may become of tracked changes."""


class SourceBar(QWidget):
    """Seen only as far as there is something to ask."""

    part_chosen = Signal(int)
    all_wanted = Signal()
    changes_chosen = Signal(str)

    def __init__(self, name: str, *, revised: bool) -> None:
        """`revised` says whether the source has tracked changes."""
        super().__init__()
        self._count = label("", "", wrap=False)
        self.parts = QComboBox()
        self.parts.setAccessibleName("看哪一篇讲话")
        self.parts.activated.connect(self.part_chosen.emit)
        self.all = button("", self.all_wanted.emit)
        self.changes = QComboBox()
        self.changes.setAccessibleName("修订怎么处理")
        self.changes.addItems([name for name, _ in CHANGES])
        self.changes.activated.connect(lambda at: self.changes_chosen.emit(CHANGES[at][1]))
        self._speeches = (self._count, self.parts, self.all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(heading("导入", 2))
        row.addWidget(label(name, "faint", wrap=False))
        row.addSpacing(16)
        for each in self._speeches:
            row.addWidget(each)
            each.hide()
        row.addStretch(1)
        self._revised = label("里面有修订：", "", wrap=False)
        for each in (self._revised, self.changes):
            row.addWidget(each)
            each.setVisible(revised)

    def show_parts(self, parts: Sequence[Part], part: int) -> None:
        """Offer these speeches where they are several."""
        self._count.setText(f"这份文件里有 {len(parts)} 篇讲话：")
        self.all.setText(f"{len(parts)} 篇都导入")
        self.parts.clear()
        for at, each in enumerate(parts, 1):
            cut = f"{each.name[:_LONGEST_NAME]}…" if len(each.name) > _LONGEST_NAME else each.name
            self.parts.addItem(f"{at}. {cut}")
        self.parts.setCurrentIndex(part)
        for widget in self._speeches:
            widget.setVisible(len(parts) > 1)

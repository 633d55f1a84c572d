"""The clean-ups that are offered, none of them done unasked: each a box with its count, and a way to look at the places."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.importing.cleaning import Cleaning
from app.ui.import_preview.attempts import Attempt
from app.ui.pieces import button


class CleaningBoxes(QWidget):
    """Seen only where there is something to clean. `changed` tells that a box was pressed, `looked` 看改哪里."""

    changed = Signal()
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.marks, self.blanks = QCheckBox(), QCheckBox()
        self.look = button("看改哪里", self.looked.emit, "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box in (self.marks, self.blanks):
            box.clicked.connect(lambda _=False: self.changed.emit())
            row.addWidget(box)
        row.addWidget(self.look)
        row.addStretch(1)
        self.hide()

    @property
    def cleaning(self) -> Cleaning:
        """What the writer wants cleaned."""
        return Cleaning(self.marks.isChecked(), self.blanks.isChecked())

    def show_attempt(self, attempt: Attempt, cleaning: Cleaning) -> None:
        """Offer what there is to clean, ticked where it is done."""
        marks, blanks = len(attempt.part.marks), len(attempt.part.blanks)
        self.marks.setText(f"半角标点改成全角（{marks} 处）")
        self.blanks.setText(f"去掉汉字之间的空格（{blanks} 处）")
        self.marks.setChecked(cleaning.marks)
        self.blanks.setChecked(cleaning.blanks)
        self.marks.setVisible(marks > 0)
        self.blanks.setVisible(blanks > 0)
        self.setVisible(marks + blanks > 0)

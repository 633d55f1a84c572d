"""Each kind of block with the style of the unit's file that stands for it, and a sample of what that looks like."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.core.kinds import Kind
from app.export.base.mapping import kind_name
from app.jobs.unit_files import UnitFile
from app.layouts.model import SIGNOFF_LAST, STYLES, Layout
from app.ui.base_file.sample import Sample
from app.ui.forms.calm_combo import CalmCombo

OWN = "用版式里的样式"
_SAMPLES: Mapping[str, str] = {
    Kind.STAGE: "送审稿",
    Kind.TITLE: "讲话标题",
    Kind.SUBTITLE: "——副题",
    Kind.BYLINE: "×××",
    Kind.DATE: "（2025年5月31日）",
    Kind.SALUTATION: "同志们：",
    Kind.PART: "第一部分",
    Kind.H1: "一、一级标题",
    Kind.H2: "（一）二级标题",
    Kind.H3: "1.三级标题",
    Kind.H4: "（1）四级标题",
    Kind.POINT: "一是责任到人。",
    Kind.BODY: "正文的样子。",
    Kind.CUE: "（鼓掌）",
    Kind.CLOSING: "谢谢大家！",
    Kind.SIGNOFF: "××市人民政府",
    SIGNOFF_LAST: "2025年5月31日",
}
_ORDER = (Kind.TITLE, Kind.BODY, *(Kind.H1, Kind.H2, Kind.H3, Kind.H4), Kind.POINT)
"""The kinds of which every speech is made come first; the others in the order in which they print."""


class KindRows(QWidget):
    """One row a kind. `changed` tells that another style was chosen for one."""

    changed = Signal()

    def __init__(self, unit: UnitFile) -> None:
        super().__init__()
        self.boxes: dict[str, QComboBox] = {}
        self.samples: dict[str, Sample] = {}
        self._reasons: dict[str, QLabel] = {}
        self._unit = unit
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for row, kind in enumerate((*_ORDER, *(each for each in STYLES if each not in _ORDER))):
            self._add(grid, row, kind)

    def _add(self, grid: QGridLayout, row: int, kind: str) -> None:
        box = self.boxes[kind] = CalmCombo()
        box.addItem(OWN)
        for style in self._unit.styles:
            box.addItem(style.name)
        guess = self._unit.proposed.get(kind)
        box.setCurrentIndex(0 if guess is None else max(0, box.findText(guess.style.name)))
        box.setAccessibleName(f"{kind_name(kind)}用的样式")
        box.currentIndexChanged.connect(lambda _: self._choose(kind))
        name = QLabel(kind_name(kind))
        name.setBuddy(box)
        sample = self.samples[kind] = Sample(_SAMPLES[kind])
        reason = self._reasons[kind] = QLabel(guess.reason if guess is not None else "")
        reason.setObjectName("faint")
        reason.setMinimumWidth(reason.fontMetrics().horizontalAdvance("样式名相同"))
        for column, widget in enumerate((name, box, sample, reason)):
            grid.addWidget(widget, row, column)

    def _choose(self, kind: str) -> None:
        """What the writer chose needs no reason."""
        guess = self._unit.proposed.get(kind)
        is_guess = guess is not None and self.boxes[kind].currentText() == guess.style.name
        self._reasons[kind].setText(guess.reason if guess is not None and is_guess else "")
        self.changed.emit()

    @property
    def names(self) -> Mapping[str, str]:
        """The styles of the file by kind; kinds that are set as the layout has them are missing."""
        return {kind: box.currentText() for kind, box in self.boxes.items() if box.currentIndex() > 0}

    def show_layout(self, layout: Layout) -> None:
        """Show each kind as it will look."""
        for kind, sample in self.samples.items():
            sample.show_style(layout.styles[kind])

"""What is said of an occasion: name, what it is for, its length, layout, and what it must not have."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.layouts.model import Layout
from app.templating.occasion import Occasion
from app.ui.occasion_editor.state import EditedState

_TEXT = 130
_MOST_LENGTH, _MOST_MINUTES = 100_000, 600


class AboutPane(QWidget):
    """Boxes for them; each change is one of the occasion."""

    def __init__(self, state: EditedState, layouts: Sequence[Layout]) -> None:
        super().__init__()
        self._state, self._layouts = state, tuple(layouts)
        self.name, self.description = QLineEdit(), QPlainTextEdit()
        self.least, self.most = _count(_MOST_LENGTH, 100, " 字"), _count(_MOST_LENGTH, 100, " 字")
        self.shortest, self.longest = _count(_MOST_MINUTES, 1, " 分钟"), _count(_MOST_MINUTES, 1, " 分钟")
        self.layout_box, self.avoid = QComboBox(), QPlainTextEdit()
        self.avoid.setPlaceholderText("一行一条，如：参会人员名单和会议议程（属于主持词）")
        for layout in self._layouts:
            self.layout_box.addItem(layout.name, layout.id)
        for text in (self.description, self.avoid):
            text.setTabChangesFocus(True)
            text.setMaximumHeight(_TEXT)
        self._lay_out()
        self.name.textEdited.connect(lambda text: self._put("name", lambda each: replace(each, name=text)))
        self.description.textChanged.connect(self._put_description)
        self.avoid.textChanged.connect(self._put_avoid)
        self.layout_box.activated.connect(self._put_layout)
        for box in (self.least, self.most, self.shortest, self.longest):
            box.valueChanged.connect(lambda _: self._put_spans())
        state.replaced.connect(self.show_occasion)
        self.show_occasion()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 12, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            ("名称", self.name, None),
            ("说明", self.description, None),
            ("字数", self.least, self.most),
            ("时长", self.shortest, self.longest),
            ("版式", self.layout_box, None),
            ("不写", self.avoid, None),
        )
        for row, (text, box, second) in enumerate(rows):
            named = QLabel(text)
            named.setBuddy(box)
            box.setAccessibleName(f"场合的{text}" if second is None else f"{text}从")
            grid.addWidget(named, row, 0)
            if second is None:
                grid.addWidget(box, row, 1)
                continue
            second.setAccessibleName(f"{text}到")
            span = QHBoxLayout()
            span.setSpacing(8)
            span.addWidget(box, 1)
            span.addWidget(QLabel("到"))
            span.addWidget(second, 1)
            grid.addLayout(span, row, 1)
        grid.setRowStretch(len(rows), 1)

    def show_occasion(self) -> None:
        """Show it as it is now."""
        occasion = self._state.occasion
        boxes = (self.least, self.most, self.shortest, self.longest, self.description, self.avoid)
        blockers = [QSignalBlocker(box) for box in boxes]
        if self.name.text() != occasion.name:
            self.name.setText(occasion.name)
        for box, text in ((self.description, occasion.description), (self.avoid, "\n".join(occasion.avoid))):
            if box.toPlainText() != text:
                box.setPlainText(text)
        for boxes_of, span in (
            ((self.least, self.most), occasion.length),
            ((self.shortest, self.longest), occasion.minutes),
        ):
            for box, value in zip(boxes_of, span or (0, 0), strict=True):
                box.setValue(value)
        self.layout_box.setCurrentIndex(self.layout_box.findData(occasion.layout))
        del blockers

    def _put(self, typing: str, change: Callable[[Occasion], Occasion]) -> None:
        self._state.put(change(self._state.occasion), typing, by_box=True)

    def _put_description(self) -> None:
        text = self.description.toPlainText()
        self._put("description", lambda each: replace(each, description=text))

    def _put_avoid(self) -> None:
        lines = tuple(filter(None, map(str.strip, self.avoid.toPlainText().split("\n"))))
        self._put("avoid", lambda each: replace(each, avoid=lines))

    def _put_layout(self) -> None:
        chosen = str(self.layout_box.currentData())
        self._put("", lambda each: replace(each, layout=chosen))

    def _put_spans(self) -> None:
        """Both from and to; where nothing is said of either, there is none."""
        length, minutes = (
            (least.value(), most.value()) if most.value() else None
            for least, most in ((self.least, self.most), (self.shortest, self.longest))
        )
        if all(span is None or span[0] <= span[1] for span in (length, minutes)):
            self._put("spans", lambda each: replace(each, length=length, minutes=minutes))


def _count(most: int, step: int, unit: str) -> QSpinBox:
    box = QSpinBox(minimum=0, maximum=most, singleStep=step, suffix=unit)
    box.setGroupSeparatorShown(True)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return box

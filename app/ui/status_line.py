"""The line at the bottom: length, minutes, place, saved or not; at the right what is still to be filled in."""

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from app.ui.pieces import button, label
from app.ui.theme import small_figures

_NOTE = 8000
"""Milliseconds for which a note stands."""


class StatusLine(QStatusBar):
    """Shows facts about the draft. `placeholder_wanted` tells that the writer wants to go to the next 待填."""

    placeholder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = self._minutes = self._place = self._saved = ""
        self._line = QLabel()
        self._line.setContentsMargins(10, 0, 0, 0)
        self._line.setAccessibleName("状态")
        self._note = label("", "faint", wrap=False)
        self.to_fill = button("", self.placeholder_wanted.emit, "link")
        self.to_fill.setToolTip("跳到下一处【待填】（F4）")
        for widget in (self._line, self._note, self.to_fill):
            font = small_figures(widget.font())
            font.setPointSizeF(widget.font().pointSizeF() - 0.5)
            widget.setFont(font)
        self.setSizeGripEnabled(False)
        self.addWidget(self._line)
        self.addWidget(self._note, 1)
        self.addPermanentWidget(self.to_fill)
        self._rest = QTimer(self, singleShot=True, interval=_NOTE)
        self._rest.timeout.connect(self._note.clear)
        self.clear_draft()

    def clear_draft(self) -> None:
        """Nothing is open."""
        self._length = self._minutes = self._place = self._saved = ""
        self.to_fill.hide()
        self._compose()

    def show_length(self, characters: int, to_fill: int) -> None:
        """字数, and how many placeholders are left."""
        self._length = f"{characters:,} 字"
        self.to_fill.setText(f"待填 {to_fill} 处")
        self.to_fill.setAccessibleName(f"待填 {to_fill} 处，按下跳到下一处")
        self.to_fill.setVisible(to_fill > 0)
        self._compose()

    def show_minutes(self, minutes: str) -> None:
        """How long it takes to speak, in words."""
        self._minutes = minutes
        self._compose()

    def show_place(self, place: str) -> None:
        """The numbers of the headings above the cursor."""
        self._place = place
        self._compose()

    def show_saved(self, saved: str) -> None:
        """Whether, and when, the draft was saved."""
        self._saved = saved
        self._compose()

    def note(self, text: str) -> None:
        """Say something for a while."""
        self._note.setText(text)
        self._rest.start()

    @property
    def text(self) -> str:
        """What the line says."""
        return self._line.text()

    def _compose(self) -> None:
        parts = (self._length, self._minutes, self._place, self._saved)
        self._line.setText(" · ".join(part for part in parts if part))


def saved_at(time: QTime) -> str:
    """已保存 10:32."""
    return f"已保存 {time.toString('HH:mm')}"

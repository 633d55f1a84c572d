"""The line at the bottom: length, minutes, place, saved or not; at the right what is still to be filled in."""

from PySide6.QtCore import QTime, QTimer, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QStatusBar, QToolButton, QWidget

from app.ui.pieces import button, label
from app.ui.theme import small_figures

_EDGE = 8
_NOTE = 8000
"""Milliseconds for which a note stands."""


class StatusLine(QStatusBar):
    """Shows facts about the draft. `placeholder_wanted` tells that the writer wants to go to the next 待填."""

    placeholder_wanted = Signal()
    whole_size_wanted = Signal()
    """The page is to be as large as on paper again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = self._place = self._saved = ""
        self._line = QLabel()
        self.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._line.setAccessibleName("字数")
        self.minutes = QToolButton()
        self.minutes.setObjectName("status")
        self.minutes.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.minutes.setToolTip("念一遍约要多久；按下可选语速")
        self._rest_of_line = QLabel()
        self._rest_of_line.setAccessibleName("位置和保存")
        self._note = label("", "faint", wrap=False)
        # A long one is cut off: it must not make the window wider.
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.to_fill = button("", self.placeholder_wanted.emit, "link")
        self.to_fill.setToolTip("跳到下一处【待填】（F4）")
        self.zoom = button("", self.whole_size_wanted.emit, "link")
        self.zoom.setToolTip("稿纸的显示比例；按下回到 100%（Ctrl+Alt+0）")
        for widget in (self._line, self.minutes, self._rest_of_line, self._note, self.to_fill, self.zoom):
            font = small_figures(widget.font())
            font.setPointSizeF(widget.font().pointSizeF() - 0.5)
            widget.setFont(font)
        self.setSizeGripEnabled(False)
        self.addWidget(self._line)
        self.addWidget(self.minutes)
        self.addWidget(self._rest_of_line)
        self.addWidget(self._note, 1)
        self.addPermanentWidget(self.to_fill)
        self.addPermanentWidget(self.zoom)
        self._rest = QTimer(self, singleShot=True, interval=_NOTE)
        self._rest.timeout.connect(self._note.clear)
        self._until_saved = False
        self.clear_draft()

    def clear_draft(self) -> None:
        """Nothing is open."""
        self._length = self._place = self._saved = ""
        self.minutes.setText("")
        self.to_fill.hide()
        self.zoom.hide()
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
        self.minutes.setText(f"{minutes} ▾")
        self.minutes.setAccessibleName(f"讲话时间{minutes}，选语速")
        self._compose()

    def show_zoom(self, percent: int) -> None:
        """How large the page is shown, where it is not as on paper."""
        self.zoom.setText(f"{percent}%")
        self.zoom.setAccessibleName(f"显示比例 {percent}%，按下回到 100%")
        self.zoom.setVisible(percent != 100)

    def set_rate_menu(self, menu: QMenu) -> None:
        """What opens at the minutes: the choice of how fast it is spoken."""
        self.minutes.setMenu(menu)

    def show_place(self, place: str) -> None:
        """The numbers of the headings above the cursor, or the name of a section without a heading."""
        self._place = place
        self._compose()

    def show_saved(self, saved: str) -> None:
        """Whether, and when, the draft was saved."""
        self._saved = saved
        self._compose()

    def note(self, text: str, until_saved: bool = False) -> None:
        """Say something for a while; what is true `until_saved` no longer than that."""
        self._until_saved = until_saved
        self._note.setText(text)
        self._note.setToolTip(text)
        self._rest.start()

    def take_back_note(self) -> None:
        """The draft was saved: a note that was true until then goes."""
        if self._until_saved:
            self._note.clear()

    @property
    def text(self) -> str:
        """What the line says."""
        minutes = self.minutes.text().removesuffix(" ▾")
        return " · ".join(part for part in (self._length, minutes, self._place, self._saved) if part)

    def _compose(self) -> None:
        """The minutes stand in the middle of the line, as something that can be pressed."""
        rest = " · ".join(part for part in (self._place, self._saved) if part)
        timed = bool(self.minutes.text())
        self._line.setText(self._length + (" ·" if timed and self._length else ""))
        self.minutes.setVisible(timed)
        self._rest_of_line.setText(f"· {rest}" if rest and (timed or self._length) else rest)


def saved_at(time: QTime) -> str:
    """已保存 10:32."""
    return f"已保存 {time.toString('HH:mm')}"

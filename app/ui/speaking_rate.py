"""语速: how fast who speaks is taken to speak, chosen at the minutes in the status line."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QLabel, QMenu, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.jobs.speaking import calibrate, draft_time, forget_calibration, rate_for, speaker_of
from app.lang.speaking import PRESETS
from app.settings.declared import RATE_PRESET, SPEAKING_RATES
from app.ui.messages import tell_error
from app.ui.pieces import button, button_row, heading, label
from app.ui.window_state import WindowState

_MOST_MINUTES = 600


class RateMenu(QMenu):
    """The presets, and the rate of who speaks by a speech that was timed. `changed` tells of another rate."""

    changed = Signal()

    def __init__(
        self, program: Program, state: WindowState, draft: Callable[[], Draft], window: QWidget
    ) -> None:
        super().__init__("语速", window)
        self._program, self._state, self._draft, self._window = program, state, draft, window
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what there is for the draft as it is now."""
        self.clear()
        group = QActionGroup(self)
        for preset, rate in PRESETS.items():
            action = self.addAction(f"{preset}（每分钟 {rate.syllables_per_minute} 音节）")
            action.setCheckable(True)
            action.setChecked(preset == self._program.settings.get(RATE_PRESET))
            action.triggered.connect(lambda _=False, preset=preset: self._set_preset(preset))
            group.addAction(action)
        self.addSeparator()
        self.addAction("按实测校准…", self._measure)
        speaker = speaker_of(self._draft())
        if speaker in self._program.settings.get(SPEAKING_RATES):
            self.addAction(f"不用{_whose(speaker)}实测语速", self._forget)

    def _set_preset(self, preset: str) -> None:
        self._program.settings.set(RATE_PRESET, preset)  # type: ignore[arg-type]
        self._changed()

    def _forget(self) -> None:
        forget_calibration(self._program, self._draft())
        self._changed()

    def _measure(self) -> None:
        draft = self._draft()
        expected = draft_time(draft, rate_for(self._program, draft)).seconds / 60
        dialog = MeasureDialog(speaker_of(draft), expected, self._window)
        if dialog.exec():
            try:
                calibrate(self._program, draft, dialog.minutes.value() * 60)
            except AppError as error:
                tell_error(self._window, error)
            else:
                self._changed()
        dialog.deleteLater()

    def _changed(self) -> None:
        self._state.save()
        self.changed.emit()


class MeasureDialog(QDialog):
    """Asks how many minutes this draft took."""

    def __init__(self, speaker: str, expected: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("按实测校准语速")
        self.setMinimumWidth(440)
        self.minutes = QDoubleSpinBox(decimals=1, minimum=0.1, maximum=_MOST_MINUTES, suffix=" 分钟")
        self.minutes.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.minutes.setValue(expected)
        self.minutes.setAccessibleName("实际用时")
        asked = QLabel("实际用时")
        asked.setBuddy(self.minutes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(heading("这篇稿子实际讲了多久？", 1.5))
        column.addWidget(label(f"讲过或试念过一遍，就按实测推算{_whose(speaker)}语速，以后的稿子都用它。"))
        column.addSpacing(8)
        column.addWidget(asked)
        column.addWidget(self.minutes)
        column.addSpacing(16)
        column.addLayout(button_row(button("取消", self.reject), button("按这个校准", self.accept, "main")))
        self.minutes.selectAll()
        self.minutes.setFocus()


def _whose(speaker: str) -> str:
    return f"“{speaker}”的" if speaker else "没有写明讲话人时的"

"""One group of headings in the overview: boxes one below the other, counts beside them, what is said below."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.headings import Group, Heading
from app.lang.parallelism import EVEN, UNEVEN, Parallelism, clause_lengths
from app.ui.overview.words import Tone, facts, told_lengths, tone_of
from app.ui.pieces import heading, label
from app.ui.theme import Theme, small_figures

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}


class HeadingBox(QLineEdit):
    """The box of one heading. `step_wanted` asks for the box before (−1) or after (1)."""

    step_wanted = Signal(int)

    def __init__(self, shown: Heading, text: str) -> None:
        super().__init__(text)
        self.block = shown.block
        self.setCursorPosition(0)
        self.setPlaceholderText(shown.text)
        self.setAccessibleName(f"标题 {shown.number}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step_wanted.emit(step)
            return
        super().keyPressEvent(event)


class ScoreBar(QWidget):
    """A score from 0 to 100 as a bar and nothing else; empty while it is not known."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score: int | None = None
        self.setFixedSize(QSize(96, 4))
        self.setAccessibleName("工整程度")

    @property
    def score(self) -> int | None:
        """What is shown."""
        return self._score

    def show_score(self, score: int | None) -> None:
        """Show another score; None where it is not known."""
        self._score = score
        told = "" if score is None else f"工整程度 {score}（满分 100，只供参考）"
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.line)
        if self._score is not None:
            colour = (
                colours.done
                if self._score >= EVEN
                else colours.faint
                if self._score >= UNEVEN
                else colours.warning
            )
            painter.fillRect(QRectF(0, 0, self.width() * self._score / 100, self.height()), colour)


class GroupCard(QFrame):
    """Headings under one parent. `edited` tells block id and text of a box that was typed in."""

    edited = Signal(str, str)
    step_wanted = Signal(object, int)

    def __init__(self, group: Group, texts: dict[str, str], theme: Theme) -> None:
        """`texts` is what was typed already, by block id."""
        super().__init__()
        self.group = group
        self.boxes: list[HeadingBox] = []
        self._counts: list[QLabel] = []
        self._bar = ScoreBar(theme)
        self._facts = label("", "faint")
        self._remarks = label("", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if group.parent:
            column.addWidget(heading(group.parent))
        column.addLayout(self._rows(texts))
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self._facts, 1)
        column.addLayout(below)
        column.addWidget(self._remarks)
        self.show_parallelism(None)

    def _rows(self, texts: dict[str, str]) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(10)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        rows.setColumnMinimumWidth(2, 72)
        for at, shown in enumerate(self.group.headings):
            number = label(shown.number, "faint", wrap=False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            box = HeadingBox(shown, texts.get(shown.block, shown.text))
            number.setBuddy(box)
            count = label("", "faint", wrap=False)
            count.setFont(small_figures(count.font()))
            count.setToolTip("各分句的字数")
            box.textChanged.connect(
                lambda text, count=count: count.setText(told_lengths(clause_lengths(text)))
            )
            box.textEdited.connect(lambda text, block=shown.block: self.edited.emit(block, text))
            box.step_wanted.connect(lambda step, box=box: self.step_wanted.emit(box, step))
            count.setText(told_lengths(clause_lengths(box.text())))
            self.boxes.append(box)
            self._counts.append(count)
            for column, widget in enumerate((number, box, count)):
                rows.addWidget(widget, at, column)
        return rows

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings as they stand in the boxes; an emptied one as it was."""
        return tuple(box.text().strip() or box.placeholderText() for box in self.boxes)

    def show_parallelism(self, found: Parallelism | None) -> None:
        """Say how parallel the headings are; None while that is not known, which leaves what was said."""
        several = len(self.boxes) > 1
        self._bar.setVisible(several)
        self._facts.setVisible(several)
        if found is None or not several:
            self._remarks.setVisible(several and bool(self._remarks.text()))
            return
        tone = tone_of(found)
        self._bar.show_score(found.score)
        self._facts.setText(facts(found))
        self._remarks.setText("" if tone is Tone.NONE else "；".join(found.remarks) + "。")
        self._remarks.setObjectName("warning" if tone is Tone.REMARK else "faint")
        self._remarks.style().polish(self._remarks)
        self._remarks.setVisible(tone is not Tone.NONE)

    def counts(self) -> list[str]:
        """The counts beside the boxes."""
        return [count.text() for count in self._counts]

    def told(self) -> tuple[int | None, str, str, str]:
        """Score, facts, remarks and how these are said, as they are shown."""
        return self._bar.score, self._facts.text(), self._remarks.text(), self._remarks.objectName()

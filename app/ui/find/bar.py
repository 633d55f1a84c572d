"""The bar of find and replace above the page. It says what the writer wants; `Finding` does it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.core.search import Query
from app.ui.forms.boxes import left_to_window
from app.ui.pieces import button, label
from app.ui.theme import Theme, small_figures

_FIELD, _LEAST_FIELD = 120, 80
"""Pixels of a field in a wide bar, and in a narrow one."""
_EDGE, _GAP = 16, 8
_COUNT = 112
"""Pixels for how many hits there are; more where they are thousands."""
_LONGEST = 1000
_HINT = "回车到下一处，Shift+回车到上一处，Esc 关闭。"
_HINT_REPLACING = "在“替换成”里，回车替换一处，Ctrl+回车全部替换。"


class Scope(StrEnum):
    """Where is looked, as the bar offers it."""

    ALL = "全文"
    HEADINGS = "标题"
    SECTION = "本节"
    SELECTION = "选中"


class _Field(QLineEdit):
    """A field that tells of Return with its modifiers. Undo of which it has no step goes to the window."""

    entered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMinimumWidth(_LEAST_FIELD)
        self.setMaxLength(_LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(event.modifiers())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Qt's call for whatever comes."""
        return left_to_window(self, event) or super().event(event)

    def forget_steps(self) -> None:
        """What was typed stands as it is: undo takes back what was done with it."""
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)


@dataclass(frozen=True)
class _Placed:
    """A part of the bar: row and column, and over how many of each, in a wide bar and in a narrow one."""

    part: QWidget
    wide: tuple[int, ...]
    narrow: tuple[int, ...]


def _row(*widgets: QWidget, gap: int = _GAP) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for each in widgets:
        row.addWidget(each)
    row.addStretch(1)
    return made


class FindBar(QWidget):
    """Two rows: what to find, how and where; below it, when wanted, what comes in its place.

    Where that is too wide, how and where have rows of their own.
    """

    query_changed = Signal()
    scope_changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sought = _Field("查找")
        self.replacement = _Field("替换成")
        self.case = self._toggle("大小写", "区分大小写：A 不当作 a")
        self.word = self._toggle("整词", "只找整个的词：找“推进”，不找“推进会”里的")
        self.pattern = self._toggle(
            "正则", "按正则表达式找：. 是任一个字，[一二三] 是其中一个，替换里 \\1 是第一个括号"
        )
        self.scope = QComboBox()
        for scope in Scope:
            self.scope.addItem(scope.value, scope)
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scope.setAccessibleName("查找范围")
        self.count = QLabel()
        self.count.setMinimumWidth(_COUNT)
        self.previous = self._step("arrow-up", "上一处", "Shift+F3", self.previous_wanted.emit)
        self.next = self._step("arrow-down", "下一处", "F3", self.next_wanted.emit)
        self.close_button = self._step("x", "关闭查找", "Esc", self.closed.emit)
        self.replace = button("替换", self.replace_wanted.emit)
        self.replace_all = button("全部替换", self.replace_all_wanted.emit)
        self.note = label(_HINT, "faint", wrap=False)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.note.setFont(small_figures(self.note.font()))
        self._second = [self.replacement, self.replace, self.replace_all]
        self._lay_out()
        self.show_section()
        self.sought.textChanged.connect(self.query_changed)
        self.sought.entered.connect(self._find_key)
        self.replacement.entered.connect(self._replacement_key)
        for toggle in (self.case, self.word, self.pattern):
            toggle.toggled.connect(self.query_changed)
        self.scope.currentIndexChanged.connect(self.scope_changed)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()
        self.show_replacing(False)

    def _toggle(self, name: str, hint: str) -> QToolButton:
        made = QToolButton()
        made.setObjectName("toggle")
        made.setText(name)
        made.setCheckable(True)
        made.setToolTip(hint)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _step(self, icon: str, name: str, keys: str, deed: Callable[[], object]) -> QToolButton:
        made = QToolButton()
        made.setObjectName("quiet")
        made.setProperty("drawn", icon)
        made.setToolTip(f"{name}（{keys}）")
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _=False: deed())
        return made

    def _lay_out(self) -> None:
        deeds, where = _row(self.replace, self.replace_all), _row(self.scope, self.count)
        options = _row(self.case, self.word, self.pattern, gap=_GAP // 2)
        steps = _row(self.previous, self.next, self.close_button, gap=_GAP // 2)
        # Tab goes in this order: from what is sought to what comes in its place.
        self._places = (
            _Placed(self.sought, (0, 0), (0, 0)),
            _Placed(self.replacement, (1, 0), (3, 0)),
            _Placed(deeds, (1, 1, 1, 3), (3, 1)),
            _Placed(options, (0, 1), (1, 0, 1, 2)),
            _Placed(where, (0, 2), (2, 0, 1, 2)),
            _Placed(steps, (0, 3), (0, 1)),
            _Placed(self.note, (2, 0, 1, 4), (4, 0, 1, 2)),
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_EDGE, 8, _EDGE, 8)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(8)
        self._in_a_row = (options, where, steps)
        self._arrange(narrow=False)

    def _arrange(self, narrow: bool) -> None:
        self._is_narrow = narrow
        for each in self._places:
            self._grid.addWidget(each.part, *(each.narrow if narrow else each.wide))
        self._grid.setAlignment(self._in_a_row[-1], Qt.AlignmentFlag.AlignRight)
        for column, stretch in enumerate((1, 0, 0, 0) if narrow else (1, 0, 1, 0)):
            self._grid.setColumnStretch(column, stretch)
        self.note.setWordWrap(narrow)

    def _fit(self) -> None:
        """What does not fit beside what is sought goes below it."""
        beside = sum(part.sizeHint().width() + _GAP for part in self._in_a_row)
        narrow = self.width() < 2 * _EDGE + _FIELD + beside
        if narrow != self._is_narrow:
            self._arrange(narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call when the bar became wider or narrower."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt's question how small the bar may be: as narrow as its widest part."""
        widest = max(part.sizeHint().width() for part in self._in_a_row)
        return QSize(2 * _EDGE + widest, super().minimumSizeHint().height())

    def _draw_icons(self) -> None:
        for made in (self.previous, self.next, self.close_button):
            made.setIcon(self._theme.icon(made.property("drawn")))

    # What the writer wants

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(
            self.sought.text(), self.case.isChecked(), self.pattern.isChecked(), self.word.isChecked()
        )

    @property
    def chosen_scope(self) -> Scope:
        """Where is looked."""
        return Scope(self.scope.currentData())

    def choose_scope(self, scope: Scope) -> None:
        """Look there from now on; it is not told as a choice of the writer."""
        with QSignalBlocker(self.scope):
            self.scope.setCurrentIndex(list(Scope).index(scope))

    def _find_key(self, modifiers: Qt.KeyboardModifier) -> None:
        back = modifiers & Qt.KeyboardModifier.ShiftModifier
        (self.previous_wanted if back else self.next_wanted).emit()

    def _replacement_key(self, modifiers: Qt.KeyboardModifier) -> None:
        whole = modifiers & Qt.KeyboardModifier.ControlModifier
        (self.replace_all_wanted if whole else self.replace_wanted).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's call for a key that no field took: Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # What is shown

    def show_replacing(self, wanted: bool) -> None:
        """Show or hide what comes in the place of hits."""
        for widget in self._second:
            widget.setVisible(wanted)

    def show_section(self, short: str = "", title: str = "") -> None:
        """Which section 本节 is, in a few characters, and as it is called; nothing while it is none."""
        said = f"{Scope.SECTION} {short}" if short else Scope.SECTION.value
        self.scope.setItemText(list(Scope).index(Scope.SECTION), said)
        self.scope.setToolTip(f"在哪里找：{title}" if title else "在哪里找")
        self._fit()

    def take_as_done(self) -> None:
        """What stands in the fields was carried out: Ctrl+Z there takes that back and not what was typed."""
        for field in (self.sought, self.replacement):
            with QSignalBlocker(field):
                field.forget_steps()

    def say(self, text: str, wrong: bool = False) -> None:
        """Say something about the last deed; a `wrong` search is marked at its field."""
        self.note.setText(text or (_HINT_REPLACING if self.replacement.isVisible() else _HINT))
        self.note.setToolTip(text)
        self.sought.setProperty("wrong", wrong)
        self.sought.style().polish(self.sought)

    def show_count(self, count: int, at: int | None) -> None:
        """How many hits there are, and which one the writer is at."""
        place = f" · 第 {at + 1:,} 处" if at is not None else ""
        said = f"共 {count:,} 处{place}" if count else "没有找到" if self.sought.text() else ""
        self.count.setText(said)
        self.count.setMinimumWidth(max(_COUNT, self.count.sizeHint().width()))
        self._fit()
        for widget in (self.previous, self.next, self.replace, self.replace_all):
            widget.setEnabled(count > 0)

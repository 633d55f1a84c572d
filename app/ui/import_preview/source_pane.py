"""The left of the preview: how many pieces are doubtful, the pieces, and below them the one that is looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.import_preview.row_list import RowList
from app.ui.import_preview.rows import Row
from app.ui.pieces import button, label
from app.ui.theme import Theme

_NEXT, _PREVIOUS = ("N", "F4"), ("Shift+N", "Shift+F4")
_LINES = 3
_HINT = "点标签或按键改，可以多选；Space 认可，Del 不要。"
_NO_DOUBT = "没有拿不准的地方。"


class SourcePane(QWidget):
    """The source in its pieces. `cut_wanted` tells a row and the position in it from which on it is another piece."""

    cut_wanted = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = RowList(theme)
        self.doubts = label("", "", wrap=False)
        self.previous = button("上一处", lambda: self.step(-1))
        self.next = button("下一处", lambda: self.step(1))
        self.next.setToolTip("到下一处拿不准的（N 或 F4）")
        self.previous.setToolTip("到上一处拿不准的（Shift+N 或 Shift+F4）")
        self.told = label("", "faint")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("选中的一段")
        self.text.setFixedHeight(_LINES * self.text.fontMetrics().lineSpacing() + 18)
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.cut = button("从光标处断开", self._cut, "link")
        self.cut.setToolTip("光标后面另作一段（Enter）")
        self._lay_out()
        self.text.cursorPositionChanged.connect(self._show_whether_cut)
        for key in ("Return", "Enter"):
            QShortcut(QKeySequence(key), self.text, self._cut, context=Qt.ShortcutContext.WidgetShortcut)
        self.list.looked_at.connect(self._show_selected)
        for keys, step in ((_NEXT, 1), (_PREVIOUS, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self, lambda step=step: self.step(step))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.doubts)
        bar.addWidget(self.previous)
        bar.addWidget(self.next)
        bar.addSpacing(8)
        bar.addWidget(label(_HINT, "faint"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        above = QHBoxLayout()
        above.addWidget(self.told, 1)
        above.addWidget(self.cut)
        column.addLayout(above)
        column.addWidget(self.text)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show others, of which selection and place stay; of quite others the first doubtful one is gone to."""
        known = {row.key for row in self.list.rows.rows}
        self.list.show_rows(rows)
        count = sum(row.doubtful for row in rows)
        self.doubts.setText(f"拿不准的 {count} 处" if count else _NO_DOUBT)
        self.doubts.setObjectName("warning" if count else "faint")
        self.doubts.style().polish(self.doubts)
        self.next.setEnabled(count > 0)
        self.previous.setEnabled(count > 0)
        if rows and known.isdisjoint(row.key for row in rows):
            self.list.go_to(next((row.key for row in rows if row.doubtful), rows[0].key))
        self._show_selected()

    def step(self, step: int) -> None:
        """Go to the next doubtful piece, or the one before, round the end."""
        rows = self.list.rows.rows
        at = self.list.currentIndex().row()
        doubtful = [place for place, row in enumerate(rows) if row.doubtful]
        if not doubtful:
            return
        if step > 0:
            found = next((place for place in doubtful if place > at), doubtful[0])
        else:
            found = next((place for place in reversed(doubtful) if place < at), doubtful[-1])
        self.list.go_to(rows[found].key)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_selected(self) -> None:
        rows = self.list.selected
        if len(rows) == 1:
            self.told.setText(f"{rows[0].at} · {rows[0].role_name} · {rows[0].sureness}")
        else:
            self.told.setText(f"选中 {len(rows)} 段" if rows else "")
        self.told.setObjectName("warning" if len(rows) == 1 and rows[0].doubtful else "faint")
        self.told.style().polish(self.told)
        text = "\n".join(f"{row.number}{row.text}" for row in rows[:20])
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        self._show_whether_cut()

    def _row_to_cut(self) -> Row | None:
        """The row that is looked at, where the cursor in its text is at a place at which it can be cut."""
        rows = self.list.selected
        cuts = len(rows) == 1 and rows[0].offset_of(self.text.textCursor().position()) is not None
        return rows[0] if cuts else None

    def _show_whether_cut(self) -> None:
        self.cut.setEnabled(self._row_to_cut() is not None)

    def _cut(self) -> None:
        row = self._row_to_cut()
        if row is not None:
            self.cut_wanted.emit(row, self.text.textCursor().position())

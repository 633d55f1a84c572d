"""The editor of one layout: its settings in groups, and beside them what comes of it on paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.draft import Draft
from app.core.errors import AppError
from app.export.fonts import installed_fonts
from app.jobs.own_layouts import standard_layout
from app.jobs.program import Program
from app.layouts.changing import Place, settings_of, with_font, with_lines, with_settings
from app.layouts.checks import faults
from app.layouts.model import Font, Layout
from app.layouts.values import Value
from app.ui.focus import Dialog
from app.ui.layouts.fonts_page import FontsPage
from app.ui.layouts.group_page import GroupPage
from app.ui.layouts.groups import FONTS, GROUPS, LINES, NAME, Group
from app.ui.layouts.lines_page import LinesPage
from app.ui.layouts.name_page import NamePage
from app.ui.layouts.preview import LayoutPreview
from app.ui.messages import Answer, ask_to_save, tell_error
from app.ui.pieces import button, button_row, label, scrolled
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_SIZE = (1240, 760)
_LIST, _FORM = 156, 470
_ROW = 28
_MOST_STEPS = 200


class LayoutEditor(Dialog):
    """Changes one layout; `layout_now` is what it is now.

    `keep` writes it, and may raise AppError, which is told; None where the writer thought better of it.
    """

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        layout: Layout,
        keep: Callable[[Layout], Path | None],
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, for the preview; None where there is none."""
        super().__init__(parent)
        self.layout_now = layout
        self._keep, self._kept = keep, layout
        self._standard = standard_layout(program)
        self._standard_values = settings_of(self._standard)
        self._before: list[Layout] = []
        self._after: list[Layout] = []
        self._last: object = None
        self._watched: set[QWidget] = set()
        installed = tasks.wait_for(installed_fonts)
        self.setWindowTitle(f"版式：{layout.name}")
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self.name_page, self.lines_page = NamePage(), LinesPage()
        self.fonts_page = FontsPage(QFontDatabase.families(), installed)
        self.groups: dict[str, GroupPage] = {}
        self.preview = LayoutPreview(program, tasks, theme, draft)
        self.told = label("", "warning")
        self._make_list()
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(0)
        self._show()
        self.list.setFocus()

    def _make_list(self) -> None:
        self.list.setAccessibleName("各组")
        self.list.setFixedWidth(_LIST)
        pages: dict[str, QWidget] = {NAME: self.name_page, LINES: self.lines_page, FONTS: self.fonts_page}
        for group in GROUPS:
            item = QListWidgetItem(group.name)
            item.setSizeHint(QSize(_LIST - 8, _ROW))
            self.list.addItem(item)
            self.stack.addWidget(scrolled(pages.get(group.id) or QWidget(), group.name))

    def _turn(self, at: int) -> None:
        """See another group; its boxes are made when it is seen first."""
        group = GROUPS[at]
        if group.rows and group.id not in self.groups:
            page = self.groups[group.id] = GroupPage(group)
            page.changed.connect(self.set)
            empty = self.stack.widget(at)
            self.stack.insertWidget(at, scrolled(page, group.name))
            self.stack.removeWidget(empty)
            empty.deleteLater()
        self.stack.setCurrentIndex(at)
        self._show_group()

    def _lay_out(self) -> None:
        self.stack.setFixedWidth(_FORM)
        self.undo_button, self.redo_button = button("撤销", self.undo), button("重做", self.redo)
        self.main = button("保存版式", self.save, "main")
        parts = QHBoxLayout()
        parts.setSpacing(12)
        parts.addWidget(self.list)
        parts.addWidget(self.stack)
        parts.addWidget(self.preview, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.undo_button)
        below.addWidget(self.redo_button)
        below.addWidget(self.told, 1)
        below.addLayout(button_row(button("取消", self.reject), self.main))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._turn)
        self.name_page.changed.connect(self.set)
        self.lines_page.counted.connect(self.set_lines)
        self.lines_page.fixed.connect(lambda key, value: self.set(("grid", key), value))
        self.fonts_page.changed.connect(self.set_font)
        self.fonts_page.added.connect(self.add_font)
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            (QKeySequence.StandardKey.Save, self.save),
        ):
            QShortcut(QKeySequence(keys), self, deed)

    # Changing it

    def set(self, place: Place, value: Value) -> None:
        """Give one setting a value."""
        if settings_of(self.layout_now)[place] != value:
            self._take(place, lambda now: with_settings(now, {place: value}, self._standard.fonts))

    def set_lines(self, lines: int, characters: int) -> None:
        """Have so many lines and characters a page."""
        self._take("lines", lambda now: with_lines(now, lines, characters))

    def set_font(self, font: Font) -> None:
        """Give a font other names."""
        self._take(font.id, lambda now: with_font(now, font))

    def add_font(self) -> None:
        """Put in another font, to be named by the writer."""
        number = next(n for n in range(1, 1000) if f"ziti{n}" not in self.layout_now.fonts)
        first = self._standard.body.font
        self._take(
            "font", lambda now: with_font(now, replace(first, id=f"ziti{number}", east=f"新字体{number}"))
        )
        self.fonts_page.cards[f"ziti{number}"].east.setFocus()

    def undo(self) -> None:
        """Take back the last change."""
        self._step(self._before, self._after)

    def redo(self) -> None:
        """Make again what was taken back."""
        self._step(self._after, self._before)

    def _step(self, source: list[Layout], target: list[Layout]) -> None:
        if source:
            target.append(self.layout_now)
            self.layout_now = source.pop()
            self._last = None
            self._show()

    def _take(self, what: object, change: Callable[[Layout], Layout]) -> None:
        """Make a change; one and the same thing changed on and on is one step."""
        try:
            changed = change(self.layout_now)
        except AppError as error:
            self.told.setText(str(error).partition("，")[2] or str(error))
            self.main.setEnabled(False)
            return
        if changed == self.layout_now:
            return
        if what != self._last or not self._before:
            self._before = [*self._before[-_MOST_STEPS:], self.layout_now]
        self._after.clear()
        self._last, self.layout_now = what, changed
        self._show()

    # What is shown

    @property
    def changed(self) -> bool:
        """Whether there is anything that was not saved."""
        return self.layout_now != self._kept

    def _show(self) -> None:
        layout = self.layout_now
        self._show_group()
        self.name_page.show_layout(layout)
        self.lines_page.show_layout(layout, self._standard)
        self.fonts_page.show_layout(layout)
        self.preview.show_layout(layout)
        wrong = self._wrong()
        self.told.setText(wrong)
        self.main.setEnabled(not wrong)
        self.undo_button.setEnabled(bool(self._before))
        self.redo_button.setEnabled(bool(self._after))

    def _show_group(self) -> None:
        """Show the settings of the group that is seen as they are now."""
        page = self.groups.get(self.group.id)
        if page is not None:
            values = settings_of(self.layout_now)
            page.show_settings(self.layout_now, values, self._standard_values, self._standard)
        self._watch_keys()

    def _watch_keys(self) -> None:
        for box in (*self.findChildren(QLineEdit), *self.findChildren(QAbstractSpinBox)):
            if box not in self._watched:
                self._watched.add(box)
                box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """撤销 takes back a setting, whichever box has the focus: boxes would keep the key for their own text."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(map(event.matches, keys)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _wrong(self) -> str:
        """Why it cannot be saved; empty where it can."""
        return "右边说了哪里排不下，改好才能保存。" if any(faults(self.layout_now)) else ""

    def look_at(self, group: str) -> None:
        """Show the group of that id."""
        self.list.setCurrentRow([each.id for each in GROUPS].index(group))

    @property
    def group(self) -> Group:
        """The group that is seen."""
        return GROUPS[self.list.currentRow()]

    # Leaving it

    def save(self) -> None:
        """Write the layout and leave."""
        if not self.main.isEnabled():
            return
        try:
            if self._keep(self.layout_now) is None:
                return
        except AppError as error:
            tell_error(self, error)
            return
        self._kept = self.layout_now
        self.accept()

    def reject(self) -> None:
        """Leave; what was changed is asked about."""
        if self.changed and self.isVisible():
            answer = ask_to_save(self, f"版式：{self.layout_now.name}")
            if answer is Answer.STAY:
                return
            if answer is Answer.SAVE:
                self.save()
                return
        super().reject()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for anything any more."""
        self.preview.finish()
        super().done(result)

"""改场合: its parts in tabs, the draft that comes of it as a page, what is wrong with it; saved among the writer's own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QTabWidget, QVBoxLayout, QWidget

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.layouts import layout_of
from app.jobs.occasion_editing import Edited, Look, fact_trouble, look_at, save_occasion, with_state
from app.jobs.program import Program
from app.layouts.model import Layout
from app.templating.remarks import Level, Remark
from app.ui.focus import Dialog
from app.ui.messages import ask, tell_error
from app.ui.new_draft.page_preview import PagePreview
from app.ui.occasion_editor.about_pane import AboutPane
from app.ui.occasion_editor.facts_pane import FactsPane
from app.ui.occasion_editor.head_pane import HeadPane
from app.ui.occasion_editor.new_fact_dialog import NewFactDialog
from app.ui.occasion_editor.slots_pane import SlotsPane
from app.ui.occasion_editor.state import EditedState
from app.ui.pieces import button, label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_PAUSE = 250
"""Milliseconds after the last change before the draft is made anew."""
_LEFT, _REMARKS = 520, 104
_VARIANTS = (
    "这个场合分{names}几种，分种写的内容（部件、抬头、字数等）不能在这里改，在它的文件里改；别的都能改。"
)
_SAVE, _DROP = "存", "不存"


class OccasionDialog(Dialog):
    """Changes one occasion; `saved` is its file, None where nothing was saved."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        edited: Edited,
        layouts: Sequence[Layout],
        parent: QWidget | None = None,
    ) -> None:
        """`layouts` are those that can be chosen."""
        super().__init__(parent)
        self.saved: Path | None = None
        self._program, self._tasks = program, tasks
        self._library = tasks.wait_for(lambda: program.library)
        self._task: Task | None = None
        self.state = EditedState(edited, self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        facts = tuple(self._library.facts.values())
        self.slots, self.head = SlotsPane(self.state, self._library), HeadPane(self.state, facts)
        self.facts, self.about = FactsPane(self.state, facts, theme), AboutPane(self.state, layouts)
        self.preview = PagePreview(layout_of(program, Draft()), theme)
        self.remarks = QListWidget()
        self._length = QLabel()
        self.setWindowTitle(f"场合：{edited.occasion.name}")
        self.resize(1180, 740)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._lay_out()
        self.facts.new_wanted.connect(self._declare)
        self.state.changed.connect(self._follow)
        self._follow()
        self._look()

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        for pane, name in (
            (self.slots, "部件"),
            (self.head, "抬头"),
            (self.facts, "要问的事实"),
            (self.about, "说明"),
        ):
            self.tabs.addTab(pane, name)
        self.tabs.setFixedWidth(_LEFT)
        variants = self.state.occasion.variants
        for pane in (self.slots, self.head) if variants else ():
            pane.setEnabled(False)
        self.remarks.setAccessibleName("要改的地方")
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setFixedHeight(_REMARKS)
        self._told = label("", "faint")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._length)
        right.addWidget(self.preview, 1)
        right.addWidget(self._told)
        right.addWidget(self.remarks)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.tabs)
        parts.addLayout(right, 1)
        self.undo, self.redo = button("撤销", self.state.undo), button("重做", self.state.redo)
        self.main = button("存场合", self._save, "main")
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, self.state.undo),
            (QKeySequence.StandardKey.Redo, self.state.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.undo, self.redo):
            row.addWidget(each)
        names = "、".join(each.variant for each in variants)
        row.addWidget(label(_VARIANTS.format(names=names) if variants else "", "faint"), 1)
        row.addWidget(button("关闭", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(row)

    # What comes of it

    def _follow(self) -> None:
        self.undo.setEnabled(self.state.may_undo)
        self.redo.setEnabled(self.state.may_redo)
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._drop_task()
        program, now = self._program, self.state.now
        self._task = self._tasks.run_task(lambda: look_at(program, now), self._show, self._fail)

    def _show(self, look: Look) -> None:
        self._task = None
        draft = look.draft or Draft(layout=look.layout.id)
        self.preview.show_draft(draft, look.layout)
        count = total(block_counts(draft.blocks))
        self._length.setText(
            f"照示例和首选的模板起草 · {count.characters:,} 字" if look.draft else "还起草不出来"
        )
        self.remarks.clear()
        for remark in look.remarks:
            self.remarks.addItem(_told_of(remark))
        doubts = len(look.remarks) - len(look.wrong)
        said = (f"{len(look.wrong)} 处要改" if look.wrong else "", f"{doubts} 处请看一看" if doubts else "")
        self._told.setText("，".join(filter(None, said)) or "没有要改的地方")
        self.remarks.setVisible(bool(look.remarks))

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        self._task = None
        raise error

    def _declare(self) -> None:
        library = with_state(self._library, self.state.now)
        dialog = NewFactDialog(lambda name: fact_trouble(library, self.state.now, name), self)
        if dialog.exec() and dialog.fact is not None:
            self.state.declare(dialog.fact)
            self.facts.list.go_to(dialog.fact.name)
        dialog.deleteLater()

    # Leaving

    def _save(self) -> None:
        program, now = self._program, self.state.now
        try:
            self.saved = self._tasks.wait_for(lambda: save_occasion(program, now))
        except AppError as error:
            tell_error(self, error)
            return
        self.accept()

    def reject(self) -> None:
        """Leave; asks where changes would be lost."""
        if self.state.is_changed:
            name = self.state.occasion.name
            chosen = ask(self, f"场合“{name}”有改动还没有存。", "不存的话，这些改动就没有了。", _SAVE, _DROP)
            if chosen is None:
                return
            if chosen == 0:
                self._save()
                return
        super().reject()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for the preview any more."""
        self._drop_task()
        self._pause.stop()
        super().done(result)

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _told_of(remark: Remark) -> str:
    level = "要改" if remark.level is Level.WRONG else "请看"
    return f"{level}：{remark.what}{remark.remedy}"

"""The window in which one section template is written: its text and fields at the left, what comes of it at the right."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.jobs.template_files import TemplateFile, Written, open_template, save_template, unsaved_text
from app.jobs.template_trials import Checked
from app.ui.focus import Dialog
from app.ui.messages import Answer, ask_to_save, tell_error
from app.ui.pieces import button, heading, label
from app.ui.tasks import Tasks
from app.ui.template_editor.outside_watch import OutsideWatch
from app.ui.template_editor.unsaved import UnsavedKeeper
from app.ui.template_editor.workplace import Workplace
from app.ui.theme import Theme

_WHOLE = "这个文件还不能当模板读，先照下面说的把文字改好；改好以后自动分开成正文、字段、说明。"
_CHANGED = "这个文件刚才在别处改过，你这里也有改动。"
_TAKEN = "这个文件刚才在别处改过，已经换成改过的。"
_UNSAVED = "上次没有保存就退出了，当时的改动还在。"
_GONE = "这个文件刚才在别处删除了；保存就重新写一份。"


class TemplateEditor(Dialog):
    """Edits the template in a file. `saved` tells where it was written."""

    saved = Signal(object)

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        path: Path,
        draft: Draft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`path` is an own file, or a built-in one, in whose place an own one is saved; `draft` the one that is open.

        Raises ReadError for a file that is no text.
        """
        super().__init__(parent)
        self._program, self._tasks = program, tasks
        self._opened = tasks.wait_for(lambda: _read(program, path))
        self.work = Workplace(program, tasks, theme, draft, self)
        self.watch = OutsideWatch(program, tasks, lambda: self._opened, self)
        self.watch.changed.connect(self._changed_outside)
        self._heading = heading("", 1.5)
        self._about = label("", "faint", wrap=False)
        self._notice = label("", "notice")
        self.take_theirs = button("用别处改的", self._take_theirs)
        self.keep_mine = button("留我写的", self._keep_mine)
        self.go_on = button("接着改", self._go_on)
        self.throw_away = button("不要了", self._throw_away)
        self.keeper = UnsavedKeeper(
            program, tasks, self.work.source, lambda: (self._opened, self._written()), self
        )
        self._unsaved = tasks.wait_for(lambda: unsaved_text(program, self._opened))
        self.save_button = button("保存", self.save, "main")
        # Return in a box takes in what stands there; it is not to save.
        self.save_button.setDefault(False)
        self.save_button.setAutoDefault(False)
        self.save_button.setToolTip("Ctrl+S；以前的文字留在历史版本里")
        self.undo = button("撤销", self.work.source.steps.undo)
        self.redo = button("重做", self.work.source.steps.redo)
        self._lay_out()
        self._make_keys()
        steps = self.work.source.steps
        steps.canUndoChanged.connect(self.undo.setEnabled)
        steps.canRedoChanged.connect(self.redo.setEnabled)
        steps.cleanChanged.connect(lambda _: self._tell())
        self.work.source.front_changed.connect(self._tell)
        self.work.checked.connect(self._follow_check)
        self._take(self._opened)
        self.keeper.waits = self._unsaved is not None
        self._say_all_is_well()

    def _lay_out(self) -> None:
        self.resize(1200, 740)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        parts = QSplitter()
        parts.addWidget(self.work.left)
        parts.addWidget(self.work.trial)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.setSizes([690, 460])
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._heading)
        top.addWidget(self._about, 1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._notice, 1)
        told.addWidget(self.take_theirs)
        for each in (self.keep_mine, self.go_on, self.throw_away):
            told.addWidget(each)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.undo)
        below.addWidget(self.redo)
        below.addStretch(1)
        below.addWidget(button("关闭", self.reject))
        below.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(parts, 1)
        column.addLayout(below)

    def _make_keys(self) -> None:
        keys = QKeySequence.StandardKey
        steps = self.work.source.steps
        for key, deed in ((keys.Save, self.save), (keys.Undo, steps.undo), (keys.Redo, steps.redo)):
            QShortcut(key, self).activated.connect(deed)
        for number in range(4):
            keys_of_tab = QKeySequence(f"Ctrl+{number + 1}")
            QShortcut(keys_of_tab, self).activated.connect(lambda number=number: self.work.show_tab(number))

    # What is shown

    def _take(self, opened: TemplateFile) -> None:
        """Begin with what was read."""
        self._opened = opened
        self.work.open(opened)
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.watch.begin(opened.on_disk)
        self._say("" if opened.template else _WHOLE)
        self._tell()

    def _tell(self) -> None:
        front = self.work.source.front
        name = (front.template.name if front else "") or self._opened.path.name
        changed = self.work.source.is_modified
        self._heading.setText(name)
        own = self._program.own
        what = (
            "自己的模板"
            if own.is_own(self._opened.path)
            else "程序自带的，保存后用改过的顶替它，随时可以恢复"
        )
        self._about.setText(f"节模板 · {what}{' · 有改动没有保存' if changed else ''}")
        self.setWindowTitle(f"{name}[*] - 节模板")
        self.setWindowModified(changed)
        self.save_button.setEnabled(changed)

    @property
    def notice(self) -> str:
        """What is told above the text; empty where nothing is."""
        return self._notice.text()

    def _say(self, text: str, *answers: QWidget) -> None:
        """Tell something above the text, with what may be done about it."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        for each in (self.take_theirs, self.keep_mine, self.go_on, self.throw_away):
            each.setVisible(each in answers)

    def _say_all_is_well(self) -> None:
        """Tell nothing, but what waits for an answer since the window was opened."""
        if self._unsaved is not None:
            self._say(_UNSAVED, self.go_on, self.throw_away)
        elif self._opened.template is not None:
            self._say("")

    def _follow_check(self, checked: Checked) -> None:
        """A whole file that has become a template is parted into its pieces, as soon as it is saved."""
        done = checked.tried
        if done.asked.template is None and done.template is not None and self.work.source.is_modified:
            self._say("现在能当模板读了；保存以后分开成正文、字段、说明。")

    # Saving and leaving

    def save(self) -> bool:
        """Write the template; whether that was done."""
        if not self.work.settle():
            return False
        source, opened, known = self.work.source, self._opened, self.watch.known
        front, written = source.front, self._written()
        try:
            path, text = self._tasks.wait_for(lambda: save_template(self._program, opened, written, known))
        except AppError as error:
            tell_error(self, error)
            return False
        self.watch.known = text
        source.steps.setClean()
        self._opened = replace(opened, path=path)
        self.keeper.drop()
        if front is None:
            self._take(self._tasks.wait_for(lambda: _read(self._program, path)))
        fault = next((each for each in self._program.library.problems if each.path == path), None)
        if fault:
            self._say(f"已经保存；改好以前选不到它：{fault.error}")
        else:
            self._say_all_is_well()
        self._tell()
        self.saved.emit(path)
        return True

    def _written(self) -> Written:
        """What would be saved now."""
        source = self.work.source
        front = source.front
        return Written(source.template, source.body, front.renamed if front else {})

    def _go_on(self) -> None:
        """Take up what was kept when the program ended without being left."""
        text, self._unsaved = self._unsaved, None
        assert text is not None
        self.keeper.waits = False
        self._say("")
        self.work.take_up(self._opened, text)

    def _throw_away(self) -> None:
        self._unsaved = None
        self.keeper.waits = False
        self.keeper.drop()
        self._say("")

    def reject(self) -> None:
        """Qt's call for Escape and the window's own button: nothing is lost without a question."""
        if not self.work.settle():
            return
        if self.work.source.is_modified:
            answer = ask_to_save(self, self._heading.text())
            if answer is Answer.STAY or (answer is Answer.SAVE and not self.save()):
                return
        self.keeper.drop()
        super().reject()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes."""
        self.watch.end()
        self.work.leave()
        super().done(result)

    # Changed by others

    def _changed_outside(self, text: str) -> None:
        if not text:
            self._say(_GONE)
            self.work.source.steps.resetClean()
        elif self.work.source.is_modified:
            self._say(_CHANGED, self.take_theirs, self.keep_mine)
        else:
            self._take_theirs()
            self._say(_TAKEN)

    def _take_theirs(self) -> None:
        try:
            path = self._opened.path
            self._take(self._tasks.wait_for(lambda: _read(self._program, path)))
        except AppError as error:
            tell_error(self, error)

    def _keep_mine(self) -> None:
        """What is here is written over theirs, which stays as a version."""
        self._say("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.watch.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.work.begin()


def _read(program: Program, path: Path) -> TemplateFile:
    """The file; the library is read with it, which is needed for all else."""
    assert program.library is not None
    return open_template(program, path)

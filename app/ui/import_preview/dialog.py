"""The dialog 导入: a source as it was recognised, corrected until it is right; `found` is what came of it."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.core.kinds import HEADINGS, Kind
from app.importing.pieces import Place, Role
from app.importing.recognise import recognise_rejoined
from app.importing.report import Fate
from app.jobs.previewing import Incoming
from app.ui.focus import Dialog
from app.ui.import_preview.attempts import Attempt, Recognise
from app.ui.import_preview.cleaning_boxes import CleaningBoxes
from app.ui.import_preview.left_out import summed_up
from app.ui.import_preview.result_pane import ResultPane
from app.ui.import_preview.roles import REFUSED
from app.ui.import_preview.rows import Row
from app.ui.import_preview.source_bar import SourceBar
from app.ui.import_preview.source_pane import SourcePane
from app.ui.import_preview.trying import Trying
from app.ui.messages import ask, tell, tell_error
from app.ui.pieces import button, label
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_AGAIN = "这几处按新的文字重新认过，请再看一看；其余改动都还在。"
_LOST = "不生成讲话稿的话，这里的改动就没有了。"
_MAKE = "生成讲话稿"
_SIZE = (1216, 720)
"""All of it is seen where the screen has 1280 × 800 pixels."""


class ImportDialog(Dialog):
    """Shows what a source is and lets it be corrected. `found` is what each speech that is taken was recognised as."""

    def __init__(
        self,
        tasks: Tasks,
        theme: Theme,
        incoming: Incoming,
        recognise: Recognise = recognise_rejoined,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.found: tuple[Attempt, ...] = ()
        self.trying = Trying(incoming, recognise, tasks, self)
        self.bar = SourceBar(incoming.name, revised=incoming.revised)
        self.source = SourcePane(theme)
        self.outcome = ResultPane(theme)
        self.boxes = CleaningBoxes()
        self._told = label("正在认……", "faint")
        self.main = button(_MAKE, lambda: self._take(whole=False), "main")
        self.main.setEnabled(False)
        self.setWindowTitle(f"导入：{incoming.name}")
        self.resize(*_SIZE)
        self._lay_out()
        self._connect()
        self.source.list.setFocus()
        self.trying.begin()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(self.source)
        parts.addWidget(self.outcome)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([_SIZE[0] * 3 // 5, _SIZE[0] * 2 // 5])
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._told, 1)
        below.addWidget(button("取消", self.reject))
        below.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(parts, 1)
        column.addWidget(self.boxes)
        column.addLayout(below)

    def _connect(self) -> None:
        trying, rows = self.trying, self.source.list
        trying.tried.connect(self._show)
        trying.parts_changed.connect(lambda: self.bar.show_parts(trying.parts, trying.part))
        trying.failed.connect(self._complain)
        trying.let_go.connect(lambda count: tell(self, f"有 {count} 处改过的段落现在不一样了。", _AGAIN))
        self.bar.part_chosen.connect(trying.choose_part)
        self.bar.changes_chosen.connect(trying.reread)
        self.bar.all_wanted.connect(lambda: self._take(whole=True))
        rows.role_wanted.connect(self._choose)
        rows.confirmed.connect(self._confirm)
        rows.let_go.connect(self._let_go)
        self.source.cut_wanted.connect(self._cut)
        rows.looked_at.connect(lambda: self.outcome.show_place(rows.current))
        self.outcome.went_to.connect(self._go_to)
        self.boxes.changed.connect(
            lambda: trying.wish(replace(trying.history.now, cleaning=self.boxes.cleaning))
        )
        self.boxes.looked.connect(self.outcome.show_cleaning)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            QShortcut(QKeySequence(keys), self, self.redo)

    # What is shown

    def _show(self, attempt: Attempt) -> None:
        self.boxes.show_attempt(attempt, self.trying.history.now.cleaning)
        self.source.show_rows(attempt.rows)
        self.outcome.show_attempt(attempt)
        self.outcome.show_place(self.source.list.current)
        self._told.setText(_in_words(attempt))
        self.main.setEnabled(bool(attempt.found.draft.blocks))

    def _complain(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        tell_error(self, error)

    def told(self) -> str:
        """What is said at the foot."""
        return self._told.text()

    def _go_to(self, place: Place) -> None:
        """Show the piece in which a place of the source stands."""
        before = [row for row in self.source.list.rows.rows if row.place <= place]
        if before:
            self.source.list.go_to(before[-1].key)

    # What the writer wants

    def _choose(self, role: Role) -> None:
        rows = self._rows()
        if role is REFUSED and all(row.left_out for row in rows):
            self._take_back(rows)
        elif role is REFUSED:
            self._set({row.place: role for row in rows if not row.left_out})
        else:
            self._set({row.place: role for row in rows})

    def _take_back(self, rows: list[Row]) -> None:
        """What the writer refused is as it was recognised; what the program left out becomes text."""
        now = self.trying.history.now.without(row.place for row in rows if row.chosen)
        self.trying.wish(now.with_roles({row.place: Kind.BODY for row in rows if not row.chosen}))

    def _confirm(self) -> None:
        """The selected pieces are what they are said to be; on to the next doubtful one."""
        self._set({row.place: row.piece.role for row in self._rows()})
        self.source.step(1)

    def _let_go(self) -> None:
        self.trying.wish(self.trying.history.now.without(row.place for row in self._rows()))

    def _cut(self, row: Row, position: int) -> None:
        """What stands behind a position of a piece is text of its own; what both parts are is recognised anew."""
        place = self.trying.last.cut_at(row, position) if self.trying.last is not None else None
        if place is not None:
            self.trying.wish(self.trying.history.now.with_roles({place: Kind.BODY}))

    def _rows(self) -> list[Row]:
        return [row for row in self.source.list.selected if not row.inserted]

    def _set(self, roles: Mapping[Place, Role]) -> None:
        """Set roles; they are shown at once, what follows from them when it is known."""
        if self.trying.wish(self.trying.history.now.with_roles(roles)):
            rows = self.source.list.rows.rows
            self.source.show_rows(tuple(_with_role(row, roles.get(row.place)) for row in rows))

    def undo(self) -> None:
        """Take back the last correction."""
        if self.trying.history.can_undo:
            self.trying.history.undo()
            self.trying.renew()

    def redo(self) -> None:
        """Make again what was taken back."""
        if self.trying.history.can_redo:
            self.trying.history.redo()
            self.trying.renew()

    # Leaving

    def _take(self, *, whole: bool) -> None:
        try:
            self.found = self.trying.found(whole=whole)
        except AppError as error:
            tell_error(self, error)
            return
        self.accept()

    def reject(self) -> None:
        """Leave; asks where corrections would be lost."""
        count = len(self.trying.history.now.fixed)
        if count and self.main.isEnabled():
            chosen = ask(self, f"你定下的 {count} 处还没有用上。", _LOST, _MAKE, "不生成")
            if chosen is None:
                return
            if chosen == 0:
                self._take(whole=False)
                return
        super().reject()

    def done(self, result: int) -> None:
        """Qt's call for either way of leaving."""
        self.trying.stop()
        super().done(result)


def _with_role(row: Row, role: Role | None) -> Row:
    if role is None or row.inserted:
        return row
    return replace(row, piece=replace(row.piece, role=role), chosen=True)


def _in_words(attempt: Attempt) -> str:
    """6,210 字，一级标题 4 个，要点 12 个。原有的 20 个序号改由程序编。去掉：网页残留 3 处。"""
    kinds = [block.kind for block in attempt.found.draft.blocks if block.runs]
    headings = sum(kind in HEADINGS for kind in kinds)
    counts = [f"{attempt.characters:,} 字"]
    counts += [f"标题 {headings} 条"] if headings else []
    counts += [f"要点 {kinds.count(Kind.POINT)} 条"] if Kind.POINT in kinds else []
    missing = sum(row.inserted for row in attempt.rows)
    counts += [f"补上空缺 {missing} 处"] if missing else []
    numbers = sum(each.item.fate is Fate.NUMBER for each in attempt.left_out)
    told = [f"原有的 {numbers} 个序号改由程序编"] if numbers else []
    lost = summed_up(attempt.left_out)
    told += [f"去掉：{lost}"] if lost else []
    return "。".join(["，".join(counts), *told]) + "。"

"""The dialog 标题总览. It changes nothing by itself: `plan` is what 写回正文 asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.headings import Group, groups, with_headings
from app.core.kinds import Kind
from app.core.plan import Plan
from app.jobs.program import Program
from app.ui.focus import Dialog
from app.ui.messages import ask
from app.ui.overview.group_card import GroupCard, HeadingBox
from app.ui.overview.judge import Judge
from app.ui.overview.reading_view import ReadingView, Sheet, sheets
from app.ui.pieces import FRAME_ROOM, button, button_row, canvas, heading, label, scroll_area
from app.ui.tasks import Tasks
from app.ui.theme import Theme

LEVELS: tuple[tuple[str, Kind], ...] = (
    ("一级", Kind.H1),
    ("二级", Kind.H2),
    ("三级", Kind.H3),
    ("四级", Kind.H4),
    ("要点", Kind.POINT),
)
_RARE = (Kind.H4,)
"""Levels that have a tab only where the draft has such headings."""
_WRITE = "写回正文"


class OverviewDialog(Dialog):
    """All headings of a level, editable. `texts` is what was typed, by block id, over all levels."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft,
        level: Kind | None = None,
        parent: QWidget | None = None,
        read_only: bool = False,
    ) -> None:
        super().__init__(parent)
        self._draft, self._theme, self._read_only = draft, theme, read_only
        self.texts: dict[str, str] = {}
        self.cards: list[GroupCard] = []
        self._of = {kind: groups(draft, kind) for _, kind in LEVELS}
        self._levels = [(name, kind) for name, kind in LEVELS if self._of[kind] or kind not in _RARE]
        self._judge = Judge(program, tasks, self._cannot_judge, self)
        self._judge.found.connect(self._show_found)
        self.setWindowTitle("标题总览")
        self.resize(840, 660)
        self.tabs = self._tabs()
        self._note = label("", "faint")
        self._area = scroll_area("各组标题")
        self.read = button("念给领导听", self.read_out)
        self.main = button(_WRITE, self.accept, "main")
        self.main.setEnabled(False)
        self.main.setVisible(not read_only)
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_level)
        self.tabs.setCurrentIndex(self._first(level))
        self._show_level()

    def _tabs(self) -> QTabBar:
        tabs = QTabBar()
        for name, kind in self._levels:
            count = sum(len(group.headings) for group in self._of[kind])
            tabs.addTab(f"{name}　{count}" if count else name)
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setAccessibleName("哪一级标题")
        return tabs

    def _first(self, level: Kind | None) -> int:
        """The level that was asked for, or the first with several headings."""
        kinds = [kind for _, kind in self._levels]
        if level is not None and level in kinds:
            return kinds.index(level)
        several = (
            at for at, kind in enumerate(kinds) if sum(len(group.headings) for group in self._of[kind]) > 1
        )
        return next(several, 0)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(FRAME_ROOM, 0, FRAME_ROOM, 0)
        above.addWidget(heading("标题总览", 2))
        above.addSpacing(16)
        above.addWidget(self.tabs)
        above.addStretch(1)
        above.addWidget(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - FRAME_ROOM, 20, 24 - FRAME_ROOM, 24)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self._area, 1)
        below = button_row(button("关闭" if self._read_only else "取消", self.reject), self.main)
        below.insertWidget(0, self._note)
        below.setContentsMargins(FRAME_ROOM, 0, FRAME_ROOM, 0)
        column.addLayout(below)

    # One level

    @property
    def level(self) -> Kind:
        """The level that is shown."""
        return self._levels[max(0, self.tabs.currentIndex())][1]

    def _show_level(self) -> None:
        self._take_composed()
        self.cards = [self._card(group) for group in self._of[self.level]]
        shown = self.cards or [label("这一级还没有标题。", "faint")]
        self._area.setWidget(canvas(*shown, spacing=24))
        self.read.setEnabled(bool(self.cards))
        self._note.setText("↑ ↓ 换到上一条、下一条" if self.cards else "")
        if self.cards:
            self.cards[0].boxes[0].setFocus()
        self._judge.weigh([card.texts for card in self.cards], at_once=True)
        self._show_found()

    def _card(self, group: Group) -> GroupCard:
        card = GroupCard(group, self.texts, self._theme)
        card.edited.connect(self._take)
        card.step_wanted.connect(self._step)
        for box in card.boxes:
            box.setReadOnly(self._read_only)
        return card

    def _take(self, block: str, text: str) -> None:
        self.texts[block] = text
        self.main.setEnabled(self.is_changed)
        self._judge.weigh([card.texts for card in self.cards])

    def _step(self, box: HeadingBox, step: int) -> None:
        boxes = [each for card in self.cards for each in card.boxes]
        at = boxes.index(box) + step
        if 0 <= at < len(boxes):
            boxes[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(boxes[at])

    def _show_found(self) -> None:
        for card in self.cards:
            card.show_parallelism(self._judge.known(card.texts))

    def _cannot_judge(self, error: Exception) -> None:
        self._note.setText(f"现在算不出工整程度：{error}")

    def told(self) -> str:
        """What is said at the foot."""
        return self._note.text()

    # Leaving

    def plan(self, draft: Draft) -> Plan:
        """What writes the headings back into a draft."""
        return with_headings(draft, self.texts)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write back."""
        return not self.plan(self._draft).is_empty

    def _take_composed(self) -> None:
        if self.cards:
            QGuiApplication.inputMethod().commit()

    def reject(self) -> None:
        """Leave; asks where something would be lost."""
        self._take_composed()
        if self.is_changed:
            chosen = ask(
                self, "改过的标题还没有写回正文。", "不写回的话，这里的改动就没有了。", _WRITE, "不写回"
            )
            if chosen is None:
                return
            if chosen == 0:
                self.accept()
                return
        super().reject()

    def accept(self) -> None:
        """Leave, and have it written back."""
        self._take_composed()
        super().accept()

    def done(self, result: int) -> None:
        """Qt's call for either way of leaving."""
        self._judge.stop()
        super().done(result)

    # Reading out

    def reading(self) -> tuple[Sheet, ...]:
        """What is read out: the headings of this level as they stand in the boxes."""
        return sheets([
            Sheet(card.group.parent, tuple(zip((each.number for each in card.group.headings), card.texts, strict=True)))
            for card in self.cards
        ])  # fmt: skip

    def read_out(self) -> None:
        """Show the headings in large type over the whole screen."""
        self._take_composed()
        view = ReadingView(self.reading(), self._theme, self)
        view.setWindowState(Qt.WindowState.WindowFullScreen)
        view.exec()
        view.deleteLater()

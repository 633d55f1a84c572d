"""做成模板: what in a passage changes is proposed, the writer ticks and names it, sees it at once, and saves it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError, UsageError
from app.jobs.program import Program
from app.jobs.template_making import proposed, save_new, template_of
from app.templating.generalise.adding import with_added
from app.templating.generalise.passage import Passage
from app.templating.generalise.proposal import Becomes, Proposal
from app.templating.generalise.propose import MOST
from app.templating.generalise.slots import likely, slot_offers
from app.templating.generalise.writing import troubles
from app.ui.focus import Dialog
from app.ui.messages import choose, tell_error
from app.ui.pieces import button, label
from app.ui.tasks import Task, Tasks
from app.ui.template_making.about_pane import AboutPane
from app.ui.template_making.decision_pane import DecisionPane
from app.ui.template_making.more_box import MoreBox
from app.ui.template_making.preview import MakingPreview
from app.ui.template_making.proposal_list import ProposalList
from app.ui.template_making.works import Work
from app.ui.theme import Theme

_PAUSE = 150
"""Milliseconds after the last key before the preview is made anew."""
_LEFT = 520
_NOTHING = "没有找到会变的内容：会议、日期、人名、地名、单位、数目都没有。可以直接存，也可以在下面自己加。"


class MakingDialog(Dialog):
    """Makes templates of passages; `saved` are the files of those that were saved, in their order."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft,
        passages: Sequence[Passage],
        parent: QWidget | None = None,
    ) -> None:
        """`passages`, at least one, are of the draft, with whose layout they are shown."""
        super().__init__(parent)
        self.saved: list[Path] = []
        self._program, self._tasks = program, tasks
        self._library = tasks.wait_for(lambda: program.library)
        self._works = [Work(passage) for passage in passages]
        self._offers = slot_offers(self._library, draft.occasion)
        occasion = self._library.occasion_of(draft)
        self._own_slots = len(occasion.slots) if occasion else 0
        self._task: Task | None = None
        self._shown: Work | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compose)
        self.setWindowTitle("做成模板")
        self.resize(1180, 720)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.preview = MakingPreview(program, tasks, theme, draft)
        self._make_boxes(theme)
        self._lay_out()
        self._connect()
        self.choose(0)
        self.about.name.setFocus()

    def _make_boxes(self, theme: Theme) -> None:
        self.which = QComboBox()
        self.which.setAccessibleName("做哪一节")
        self._which_name = QLabel("做哪一节")
        self._which_name.setBuddy(self.which)
        self._name_works()
        self.about = AboutPane(self._offers)
        self.list = ProposalList(theme)
        self._told = label("", "faint")
        self.more = MoreBox()
        self.pane = DecisionPane(self._library.facts.values())
        self.none = button("全部照原文", lambda: self._decide_all(stay=True), "link")
        self.again = button("恢复建议", lambda: self._decide_all(stay=False), "link")
        self._notice = label("", "warning")
        self._notice.hide()
        self.main = button("存进模板库", self._save, "main")
        self._leave = button("取消", self.reject)

    def _connect(self) -> None:
        self.which.activated.connect(self.choose)
        self.about.edited.connect(self._pause.start)
        self.list.ticked.connect(self._tick)
        self.list.looked_at.connect(lambda _: self._show_decision())
        self.more.wanted.connect(self._add)
        self.pane.decided.connect(self._decide)
        self.preview.told.connect(self._tell)
        self.preview.filling_changed.connect(self._compose)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._which_name)
        first.addWidget(self.which, 1)
        heads = QHBoxLayout()
        heads.setSpacing(12)
        heads.addWidget(self._told, 1)
        heads.addWidget(self.again)
        heads.addWidget(self.none)
        holder = QWidget()
        holder.setFixedWidth(_LEFT)
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addLayout(first)
        left.addWidget(self.about)
        left.addLayout(heads)
        left.addWidget(self.list, 1)
        left.addWidget(self.pane)
        left.addWidget(self.more)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(holder)
        parts.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._notice, 1)
        row.addStretch(0)
        row.addWidget(self._leave)
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(row)

    # Which passage

    @property
    def _work(self) -> Work:
        return self._works[max(0, self.which.currentIndex())]

    def _name_works(self) -> None:
        at = max(0, self.which.currentIndex())
        self.which.clear()
        for number, work in enumerate(self._works, 1):
            self.which.addItem(work.told(number))
        self.which.setCurrentIndex(at)
        self.which.setVisible(len(self._works) > 1)
        self._which_name.setVisible(len(self._works) > 1)

    def choose(self, index: int) -> None:
        """Look at another passage; what was decided of the one before stays."""
        if self._shown is not None:
            self._shown.naming = self.about.naming()
        self.which.setCurrentIndex(index)
        work, program = self._work, self._program
        self._shown = work
        self._show_naming(work)
        self.list.show_decisions((), ())
        self.pane.show_decision(None)
        self.preview.mark(None)
        if work.proposals is not None:
            self._show_decisions()
            self._compose()
            return
        self._told.setText("正在找会变的内容……")
        self.main.setEnabled(False)
        self.preview.show_as_it_is(work.passage)
        today = datetime.now().astimezone().date()
        self._drop_task()
        self._task = self._tasks.run_task(
            lambda: proposed(program, work.passage, today),
            lambda found: self._take_proposals(work, found),
            self._fail,
        )

    def _show_naming(self, work: Work) -> None:
        """What was said of it, or what is likely."""
        slot, said = likely(work.passage, self._offers, self._own_slots), work.naming
        if said is not None:
            slot = next(
                (each for each in self._offers if (each.id,) == said.slots and each.layer is said.layer), None
            )
        self.about.show_naming(
            said.name if said else "", slot, work.passage.layer, said.approach if said else ""
        )

    def _take_proposals(self, work: Work, found: tuple[Proposal, ...]) -> None:
        self._task = None
        work.proposals = work.decisions = found
        if work is self._work:
            self._show_decisions()
            self._compose()

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        self._task = None
        raise error

    # What is decided

    def _tick(self, row: int, ticked: bool) -> None:
        work = self._work
        assert work.proposals is not None
        before, now = work.proposals[row], work.decisions[row]
        wanted = Becomes.STAYS
        if ticked:
            wanted = Becomes.FIELD if before.becomes is Becomes.STAYS else before.becomes
        self.list.setCurrentRow(row)
        self._set(row, now.decided(wanted))

    def _decide(self, becomes: Becomes, name: str) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._work.decisions):
            self._set(row, replace(self._work.decisions[row], becomes=becomes, name=name))

    def _set(self, row: int, decision: Proposal) -> None:
        self._work.set_decision(row, decision)
        self._show_decisions()
        self._pause.start()

    def _add(self, text: str) -> None:
        """One more value, which the writer found."""
        work, facts = self._work, tuple(self._library.facts)
        if work.proposals is None:
            return
        try:
            decisions = with_added(work.passage, work.decisions, text, facts)
            work.proposals = with_added(work.passage, work.proposals, text, facts)
        except UsageError as error:
            self._say(str(error))
            return
        work.decisions = decisions
        self.more.clear()
        self._show_decisions()
        self.list.setCurrentRow(next(at for at, each in enumerate(decisions) if each.text == text))
        self._compose()

    def _decide_all(self, stay: bool) -> None:
        work = self._work
        found = work.proposals or ()
        work.decisions = tuple(each.decided(Becomes.STAYS) for each in found) if stay else found
        self._show_decisions()
        self._compose()

    def _show_decisions(self) -> None:
        work = self._work
        wrong = troubles(work.decisions, self._library.facts)
        self.list.show_decisions(work.decisions, wrong)
        left_out = f"抬头、落款等 {work.passage.left_out} 段不进模板。" if work.passage.left_out else ""
        count = len(work.decisions)
        found = f"找到 {count} 项会变的内容，打勾的换掉。" if count else _NOTHING
        found += "太多了，只找到这里，后面的照原文。" if count >= MOST else ""
        self._told.setText(f"{found}{left_out}")
        for link in (self.none, self.again):
            link.setEnabled(count > 0)
        self._show_decision()

    def _show_decision(self) -> None:
        decisions, row = self._work.decisions, self.list.currentRow()
        if not 0 <= row < len(decisions):
            self.pane.show_decision(None)
            self.preview.mark(None)
            return
        mine = decisions[row]
        self.preview.mark(mine)
        others = (each for each in decisions if each is not mine and each.becomes is Becomes.FIELD)
        self.pane.show_decision(mine, [each.name for each in others if each.type is mine.type])

    # Preview and result

    def _compose(self) -> None:
        self._pause.stop()
        work, naming, program = self._work, self.about.naming(), self._program
        if work.proposals is not None:
            decisions = work.decisions
            self.preview.compose(lambda: template_of(program, work.passage, decisions, naming))

    def _tell(self, text: str) -> None:
        """What is wrong with what was made last; while there is something, it cannot be saved."""
        self._say(text)
        self.main.setEnabled(not text)

    def _say(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _save(self) -> None:
        work, naming, program = self._work, self.about.naming(), self._program
        if work.proposals is None:
            return
        if not naming.name:
            self._say("先给模板写一个名称。")
            self.about.name.setFocus()
            return
        try:
            path = self._tasks.wait_for(
                lambda: save_new(program, template_of(program, work.passage, work.decisions, naming))
            )
        except AppError as error:
            tell_error(self, error)
            return
        work.saved = path
        self.saved.append(path)
        self._go_on()

    def _go_on(self) -> None:
        """The next passage that was not saved; the end where there is none."""
        following = next((at for at, each in enumerate(self._works) if each.saved is None), None)
        if following is None:
            self.accept()
            return
        self._leave.setText("完成")
        self._name_works()
        self.choose(following)
        self.about.name.setFocus()

    def reject(self) -> None:
        """Qt's call for Escape and the window's own button: what was decided does not go without a question."""
        self._work.naming = self.about.naming()
        if any(work.is_begun for work in self._works):
            left = "没有存的那几节" if len(self._works) > 1 else "这个模板"
            lost = "不存的话，起的名称、定下的内容就没有了。"
            if choose(self, f"{left}还没有存进模板库。", lost, "接着做", "不存了") != 1:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for the preview any more."""
        self._drop_task()
        self.preview.stop()
        self._pause.stop()
        super().done(result)

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

"""做成模板: what in a passage changes is proposed, the writer ticks and names it, sees it at once, and saves it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.section_preview import SectionPreview
from app.jobs.template_making import looked_at, proposed, save_new, template_of
from app.templating.generalise.passage import Passage
from app.templating.generalise.proposal import Becomes, Proposal
from app.templating.generalise.propose import MOST
from app.templating.generalise.slots import likely, slot_offers
from app.templating.generalise.writing import troubles
from app.ui.focus import Dialog
from app.ui.messages import tell_error
from app.ui.new_draft.page_preview import PagePreview
from app.ui.pieces import button, label
from app.ui.tasks import Task, Tasks
from app.ui.template_making.about_pane import AboutPane
from app.ui.template_making.decision_pane import DecisionPane
from app.ui.template_making.proposal_list import ProposalList
from app.ui.theme import Theme

T = TypeVar("T")

_PAUSE = 150
"""Milliseconds after the last key before the preview is made anew."""
_LEFT = 520
_NOTHING = "没有找到会变的内容：会议、日期、人名、地名、单位、数目都没有。可以直接存，以后在编辑里改。"


@dataclass(slots=True)
class _Work:
    """What was done on one passage: None for its proposals before they are known."""

    passage: Passage
    proposals: tuple[Proposal, ...] | None = None
    decisions: tuple[Proposal, ...] = ()
    saved: Path | None = None


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
        self._program, self._tasks, self._draft = program, tasks, draft
        self._library = tasks.wait_for(lambda: program.library)
        self._works = [_Work(passage) for passage in passages]
        self._offers = slot_offers(self._library, draft.occasion)
        occasion = self._library.occasion_of(draft)
        self._own_slots = len(occasion.slots) if occasion else 0
        self._task: Task | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compose)
        self.setWindowTitle("做成模板")
        self.resize(1180, 720)
        self._make_left(theme)
        self._make_right(theme)
        self._lay_out()
        self.choose(0)
        self.about.name.setFocus()

    def _make_left(self, theme: Theme) -> None:
        self.which = QComboBox()
        self.which.setAccessibleName("做哪一节")
        self._which_name = QLabel("做哪一节")
        self._which_name.setBuddy(self.which)
        self._name_works()
        self.about = AboutPane(self._offers)
        self.list = ProposalList(theme)
        self._told = label("", "faint")
        self.pane = DecisionPane(self._library.facts.values())
        self.none = button("全部照原文", lambda: self._decide_all(stay=True), "link")
        self.again = button("恢复建议", lambda: self._decide_all(stay=False), "link")
        self.which.activated.connect(self.choose)
        self.about.edited.connect(self._pause.start)
        self.list.ticked.connect(self._tick)
        self.list.looked_at.connect(lambda _: self._show_decision())
        self.pane.decided.connect(self._decide)

    def _make_right(self, theme: Theme) -> None:
        self.filling = QComboBox()
        self.filling.setAccessibleName("预览里填什么")
        self.filling.addItem("什么都不填", False)
        self.filling.addItem("填原文里的值", True)
        self.filling.activated.connect(lambda _: self._compose())
        self.preview = PagePreview(layout_of(self._program, self._draft), theme.dark)
        self._length = QLabel()
        self._notice = label("", "warning")
        self._notice.hide()

    def _lay_out(self) -> None:
        self.main = button("存进模板库", self._save, "main")
        self._leave = button("取消", self.reject)
        left = QVBoxLayout()
        left.setSpacing(12)
        first = QHBoxLayout()
        first.addWidget(self._which_name)
        first.addWidget(self.which, 1)
        left.addLayout(first)
        left.addWidget(self.about)
        heads = QHBoxLayout()
        heads.setSpacing(12)
        heads.addWidget(self._told, 1)
        heads.addWidget(self.again)
        heads.addWidget(self.none)
        left.addLayout(heads)
        left.addWidget(self.list, 1)
        left.addWidget(self.pane)
        holder = QWidget()
        holder.setFixedWidth(_LEFT)
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        seen = QHBoxLayout()
        named = QLabel("预览")
        named.setBuddy(self.filling)
        seen.addWidget(named)
        seen.addWidget(self.filling)
        seen.addStretch(1)
        seen.addWidget(self._length)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(seen)
        right.addWidget(self.preview, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(holder)
        parts.addLayout(right, 1)
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
    def _work(self) -> _Work:
        return self._works[max(0, self.which.currentIndex())]

    def _name_works(self) -> None:
        at = max(0, self.which.currentIndex())
        self.which.clear()
        for number, work in enumerate(self._works, 1):
            self.which.addItem(_told_of(number, work))
        self.which.setCurrentIndex(at)
        self.which.setVisible(len(self._works) > 1)
        self._which_name.setVisible(len(self._works) > 1)

    def choose(self, index: int) -> None:
        """Look at another passage; what was decided of the one before stays."""
        self.which.setCurrentIndex(index)
        work = self._work
        slot = likely(work.passage, self._offers, self._own_slots)
        self.about.show_naming("", slot, work.passage.layer)
        self.list.show_decisions((), ())
        self.pane.show_decision(None)
        if work.proposals is not None:
            self._show_decisions()
            self._compose()
            return
        self._told.setText("正在找会变的内容……")
        self.main.setEnabled(False)
        as_it_is = Draft(self._draft.facts, work.passage.blocks, layout=self._draft.layout)
        self.preview.show_draft(as_it_is, layout_of(self._program, self._draft))
        self._length.setText("")
        today = datetime.now().astimezone().date()
        self._run(lambda: proposed(self._program, work.passage, today), self._take_proposals)

    def _take_proposals(self, found: tuple[Proposal, ...]) -> None:
        self._work.proposals = self._work.decisions = found
        self._show_decisions()
        self._compose()

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
            decision = self._work.decisions[row]
            self._set(row, replace(decision, becomes=becomes, name=name))

    def _set(self, row: int, decision: Proposal) -> None:
        work = self._work
        work.decisions = (*work.decisions[:row], decision, *work.decisions[row + 1 :])
        self._show_decisions()
        self._pause.start()

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
            return
        mine = decisions[row]
        others = (each for each in decisions if each is not mine and each.becomes is Becomes.FIELD)
        self.pane.show_decision(mine, [each.name for each in others if each.type is mine.type])

    # Preview and result

    def _compose(self) -> None:
        self._pause.stop()
        work, naming = self._work, self.about.naming()
        if work.proposals is None:
            return
        decisions, filled = work.decisions, bool(self.filling.currentData())
        program, draft = self._program, self._draft

        def look() -> SectionPreview:
            return looked_at(program, draft, template_of(program, work.passage, decisions, naming), filled)

        self._run(look, self._show)

    def _run(self, func: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._task is not None:
            self._task.cancel()

        def ended(result: T) -> None:
            self._task = None
            done(result)

        self._task = self._tasks.run_task(func, ended, self._complain)

    def _show(self, seen: SectionPreview) -> None:
        self.preview.show_draft(seen.draft, layout_of(self._program, self._draft))
        to_fill = f" · 待填 {seen.to_fill} 处" if seen.to_fill else ""
        self._length.setText(f"{seen.characters:,} 字{to_fill}")
        self._tell("")

    def _complain(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, AppError):
            raise error
        self._tell(str(error))

    def _tell(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        self.main.setEnabled(not text)

    def _save(self) -> None:
        work, naming, program = self._work, self.about.naming(), self._program
        if work.proposals is None:
            return
        if not naming.name:
            self._notice.setText("先给模板写一个名称。")
            self._notice.show()
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
        following = next((at for at, each in enumerate(self._works) if each.saved is None), None)
        if following is None:
            self.accept()
            return
        self._leave.setText("完成")
        self._name_works()
        self.choose(following)
        self.about.name.setFocus()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for the preview any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._pause.stop()
        super().done(result)


def _told_of(number: int, work: _Work) -> str:
    passage = work.passage
    name = passage.name or passage.blocks[0].text[:16]
    length = total(block_counts(passage.blocks)).characters
    saved = " · 已存" if work.saved else ""
    return f"{number}　{name} · {length:,} 字{saved}"

"""The list of what a passage says that changes; a ticked row becomes a value, one without a tick stays as it is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.templating.generalise.proposal import Becomes, Proposal
from app.ui.box_delegate import BoxDelegate
from app.ui.theme import Theme

_LONGEST = 22


class ProposalList(QListWidget):
    """Shows proposals. `ticked` tells the row whose box was pressed and how it is now, `looked_at` the current row."""

    ticked = Signal(int, bool)
    looked_at = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("会变的内容")
        self.setItemDelegate(BoxDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.currentRowChanged.connect(self.looked_at)
        self.itemChanged.connect(self._tick)

    def show_decisions(self, decisions: Sequence[Proposal], troubles: Sequence[str]) -> None:
        """Show others, or the same decided otherwise: then the place stays."""
        same = len(decisions) == self.count()
        self.blockSignals(True)
        if not same:
            self.clear()
            for _ in decisions:
                item = QListWidgetItem(self)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 14))
        for row, (decision, trouble) in enumerate(zip(decisions, troubles, strict=True)):
            self._write(self.item(row), decision, trouble)
        self.blockSignals(False)
        if not same and decisions:
            self.setCurrentRow(0)

    def _write(self, item: QListWidgetItem, decision: Proposal, trouble: str) -> None:
        stays = decision.becomes is Becomes.STAYS
        item.setText(f"{_short(decision.text)}　→　{becomes_told(decision)}\n{_below(decision, trouble)}")
        item.setToolTip(f"{decision.text}\n{decision.reason}。打勾的换掉，不打勾的照原文写。")
        item.setCheckState(Qt.CheckState.Unchecked if stays else Qt.CheckState.Checked)

    def _tick(self, item: QListWidgetItem) -> None:
        self.ticked.emit(self.row(item), item.checkState() is Qt.CheckState.Checked)


def becomes_told(decision: Proposal) -> str:
    """What becomes of it, in words: 事实“会议名称”."""
    match decision.becomes:
        case Becomes.STAYS:
            return "照原文写"
        case Becomes.PLACEHOLDER:
            return f"【待填：{decision.name}】"
        case Becomes.FACT:
            return f"事实“{decision.name}”"
        case Becomes.FIELD:
            return f"字段“{decision.name}”"


def _below(decision: Proposal, trouble: str) -> str:
    if trouble:
        return f"要改：{trouble}"
    count = f" · {len(decision.spots)} 处" if len(decision.spots) > 1 else ""
    return f"{decision.reason}{count}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

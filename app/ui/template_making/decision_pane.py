"""What becomes of the value that is looked at: kept, a fact, a field or a placeholder, and under which name."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.templating.fields import Field
from app.templating.generalise.proposal import Becomes, Proposal
from app.ui.pieces import label

_TOLD = {
    Becomes.FACT: "用全稿的事实",
    Becomes.FIELD: "作这个模板的字段",
    Becomes.PLACEHOLDER: "留作待填",
    Becomes.STAYS: "照原文写",
}
_HINTS = {
    Becomes.FACT: "新建讲话稿时已经问过的，不再另问；全稿一起变。",
    Becomes.FIELD: "用模板时问一次，这一节里处处一样。",
    Becomes.PLACEHOLDER: "印成黄底的【待填】，写稿时一处一处填。",
    Becomes.STAYS: "下次用这个模板，还是这几个字。",
}


class DecisionPane(QWidget):
    """Asks how one value is to be decided. `decided` tells what it becomes and the name."""

    decided = Signal(object, str)

    def __init__(self, facts: Iterable[Field]) -> None:
        super().__init__()
        self._facts = tuple(facts)
        self._shown: Proposal | None = None
        self.becomes = QComboBox()
        self.becomes.setAccessibleName("换成")
        for each, told in _TOLD.items():
            self.becomes.addItem(told, each)
        self.name = QComboBox()
        self.edit = QLineEdit()
        self.name.setLineEdit(self.edit)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName("名称")
        self._hint = label("", "faint")
        self._lay_out()
        self.becomes.activated.connect(lambda _: self._tell_kind())
        self.edit.textEdited.connect(lambda _: self._tell())
        self.name.activated.connect(lambda _: self._tell())
        self.show_decision(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for text, box, share in (("换成", self.becomes, 2), ("名称", self.name, 3)):
            named = QLabel(text)
            named.setBuddy(box)
            row.addWidget(named)
            row.addWidget(box, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._hint)

    def show_decision(self, decision: Proposal | None, taken: Sequence[str] = ()) -> None:
        """Show how one is decided; `taken` are names of other fields of its type, with which it can be one."""
        before, self._shown = self._shown, decision
        self.setEnabled(decision is not None)
        if decision is None:
            self._hint.setText("")
            return
        becomes = decision.becomes
        with QSignalBlocker(self.becomes):
            self.becomes.setCurrentIndex(self.becomes.findData(becomes))
        self._hint.setText(_HINTS[becomes])
        self.name.setEnabled(becomes is not Becomes.STAYS)
        same = before is not None and before.spots == decision.spots and before.becomes is becomes
        if same and self.name.currentText() == decision.name:
            return
        with QSignalBlocker(self.name):
            self.name.clear()
            self.name.addItems(self._offered(decision, taken))
            self.name.setEditText(decision.name)

    def _offered(self, decision: Proposal, taken: Sequence[str]) -> list[str]:
        match decision.becomes:
            case Becomes.FACT:
                facts = (each.name for each in self._facts if each.type is decision.type)
                return list(dict.fromkeys((decision.name, *decision.names, *facts)))
            case Becomes.FIELD:
                return list(dict.fromkeys((decision.name, *taken)))
            case _:
                return [decision.name]

    def _tell_kind(self) -> None:
        """Another kind is wanted: a fact needs the name of one, else the name stays."""
        shown = self._shown
        if shown is None:
            return
        becomes = Becomes(self.becomes.currentData())
        name = self.name.currentText()
        facts = [each.name for each in self._facts if each.type is shown.type]
        if becomes is Becomes.FACT and name not in facts:
            name = next(iter((*shown.names, *facts)), name)
        self.decided.emit(becomes, name)

    def _tell(self) -> None:
        self.decided.emit(Becomes(self.becomes.currentData()), self.name.currentText().strip())

"""Which facts an occasion asks of the writer, and in which order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.templating.fields import Field
from app.ui.box_delegate import BoxDelegate
from app.ui.occasion_editor.ordered_list import OrderedList
from app.ui.occasion_editor.state import EditedState
from app.ui.pieces import button, label
from app.ui.theme import Theme


class FactsPane(QWidget):
    """All facts there are, those that are asked first. `new_wanted` tells that one more is to be declared."""

    new_wanted = Signal()

    def __init__(self, state: EditedState, facts: Sequence[Field], theme: Theme) -> None:
        super().__init__()
        self._state, self._facts = state, tuple(facts)
        self.search = QLineEdit(placeholderText="找事实：名称或提示里的字")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName("找事实")
        self.list = OrderedList("要问的事实")
        self.list.setItemDelegate(BoxDelegate(theme, self.list))
        self._hint = label("", "faint")
        self.up = button("上移", lambda: self.list.move_by(-1))
        self.down = button("下移", lambda: self.list.move_by(1))
        self.new = button("另加一个事实…", self.new_wanted.emit)
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(lambda _: self._take())
        self.list.ordered.connect(self._take)
        self.list.currentRowChanged.connect(lambda _: self._tell())
        state.replaced.connect(self.show_facts)
        self.show_facts()

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for each in (self.up, self.down, self.new):
            deeds.addWidget(each)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("打勾的在新建时问，从上到下；拖动可以换次序。", "faint"))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        column.addLayout(deeds)

    def _known(self) -> dict[str, Field]:
        return {fact.name: fact for fact in (*self._facts, *self._state.now.facts)}

    def show_facts(self) -> None:
        """Show what is asked as it is now; what is asked though nobody declares it can be taken out here."""
        asked, known = self._state.occasion.facts, self._known()
        names = dict.fromkeys((*asked, *known))
        self.list.show_rows(
            {name: f"{name}　{known[name].type if name in known else '没有声明'}" for name in names}
        )
        self.list.blockSignals(True)
        for row, name in enumerate(self.list.keys):
            item = self.list.item(row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in asked else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._narrow()
        self._tell()

    def _narrow(self) -> None:
        words, known = self.search.text().split(), self._known()
        for row, name in enumerate(self.list.keys):
            text = f"{name}{known[name].hint if name in known else ''}"
            self.list.item(row).setHidden(not all(word in text for word in words))

    def _tell(self) -> None:
        fact = self._known().get(self.list.key)
        self._hint.setText(fact.hint if fact else "")
        self._hint.setVisible(bool(fact and fact.hint))

    def _take(self) -> None:
        asked = tuple(
            name
            for row, name in enumerate(self.list.keys)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        )
        self._state.put(replace(self._state.occasion, facts=asked), by_box=True)

"""What is wrong or doubtful in the template, with its line and what to write instead; one click goes there."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.templating.remarks import Level, Remark
from app.ui.pieces import button
from app.ui.template_editor.code_edit import Mark

_LINE = Qt.ItemDataRole.UserRole
_QUOTED = re.compile("“([^”]+)”")
_LEAST, _SEEN = 72, 96
"""Pixels of the list while there is something in it, where there is little room and else."""


class RemarkList(QWidget):
    """`went_to` tells the line to which the writer wants to go; `chosen` the remark without one."""

    went_to = Signal(int)
    chosen = Signal(object)
    declared = Signal(str)
    """A name that the text has is to be made a field."""

    def __init__(self) -> None:
        super().__init__()
        self._remarks: Sequence[Remark] = ()
        self._count = QLabel()
        self.list = QListWidget()
        self.list.setAccessibleName("检查出来的")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_LEAST)
        self.list.setMaximumHeight(_SEEN)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self._undeclared = ""
        self.declare = button("", lambda: self.declared.emit(self._undeclared), "link")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._count)
        row.addWidget(self.declare)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.show_remarks(())

    def show_remarks(self, remarks: Sequence[Remark], undeclared: Sequence[str] = ()) -> None:
        """List these, what must be put right first; `undeclared` are names in the text that are neither fact nor field."""
        self._undeclared = next(iter(undeclared), "")
        self.declare.setText(f"把“{self._undeclared}”加成这一节的字段")
        self.declare.setVisible(bool(undeclared))
        if remarks == self._remarks and self.list.count():
            return
        row = self.list.currentRow()
        self._remarks = sorted(remarks, key=lambda each: each.level is not Level.WRONG)
        self.list.clear()
        for remark in self._remarks:
            item = QListWidgetItem(told(remark))
            item.setData(_LINE, remark.line)
            item.setToolTip(told(remark))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(bool(remarks))
        wrong = sum(each.level is Level.WRONG for each in remarks)
        words = [f"{wrong} 处错"] * bool(wrong) + [f"{len(remarks) - wrong} 处存疑"] * (len(remarks) > wrong)
        self._count.setText("检查：" + ("，".join(words) or "没有发现问题"))

    def _go(self, item: QListWidgetItem) -> None:
        line = item.data(_LINE)
        if line:
            self.went_to.emit(line)
        else:
            self.chosen.emit(self._remarks[self.list.row(item)])


def told(remark: Remark) -> str:
    """A remark in one piece."""
    where = f"第 {remark.line} 行　" if remark.line else ""
    return f"［{remark.level}］{where}{remark.what}{remark.remedy}"


def marks(remarks: Sequence[Remark]) -> list[Mark]:
    """Where remarks are to be seen in the text: at the words that they quote, else on their line."""
    return [
        Mark(each.line, next(iter(_QUOTED.findall(each.what)), ""), each.level, told(each))
        for each in remarks
        if each.line
    ]

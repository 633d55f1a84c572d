"""从样稿学版式: what was found beside the standard, the page that comes of it, and a name to keep it under."""

import re

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError, ReadError
from app.importing.layout.learn import Learned
from app.jobs.learning import keep_learned
from app.jobs.program import Program
from app.layouts.checks import faults
from app.layouts.model import Layout
from app.layouts.sources import source_of
from app.ui.focus import Dialog
from app.ui.layouts.preview import LayoutPreview
from app.ui.learning.rows import Row, groups, kinds_missing, rows_of, taken_of
from app.ui.learning.sample_text import SampleText
from app.ui.learning.settings_tree import SettingsTree
from app.ui.messages import tell_error
from app.ui.pieces import button, heading, label
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_SIZE = (1200, 740)
_LEFT, _PREVIEW = 5, 3
_MOST_NAME = 40


class LearnDialog(Dialog):
    """Shows what a sample shows. `kept` is the layout that the writer kept, None where he leaves."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        learned: Learned,
        draft: Draft | None,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, None where there is none; a `writable` one takes the layout at once."""
        super().__init__(parent)
        self.kept: Layout | None = None
        self._program, self._tasks, self._learned = program, tasks, learned
        self._rows = rows_of(learned)
        self.setWindowTitle("从样稿学版式")
        self.resize(*_SIZE)
        self.tree = SettingsTree(theme)
        self.tree.take(learned.keys)
        self.everything = QCheckBox("全部设置都列出来")
        self.text = SampleText(learned.texts, theme)
        self.preview = LayoutPreview(program, tasks, theme, draft)
        self.name = QLineEdit(_name_for(learned.name), maxLength=_MOST_NAME)
        self.name.setCursorPosition(0)
        self.main = button("存为版式并用上" if writable else "存为版式", self._keep, "main")
        self._lay_out()
        self.everything.toggled.connect(self._list)
        self.tree.looked_at.connect(self._look_at)
        self.tree.taken_changed.connect(self._show)
        self.name.textChanged.connect(self._show_whether)
        self._list()
        self._show()
        self.tree.setFocus()

    def _lay_out(self) -> None:
        self._said = label("", "faint")
        self._of_row = label("", "faint")
        told = label("\n".join(self._learned.remarks), "warning")
        told.setVisible(bool(self._learned.remarks))
        above = QHBoxLayout()
        above.addWidget(self._said, 1)
        above.addWidget(self.everything)
        left = QVBoxLayout()
        left.setSpacing(8)
        for widget in (heading(f"样稿：{self._learned.name}", 2.0), told):
            left.addWidget(widget)
        left.addLayout(above)
        left.addWidget(self.tree, 1)
        left.addWidget(self._of_row)
        left.addWidget(self.text)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addLayout(left, _LEFT)
        parts.addWidget(self.preview, _PREVIEW)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(self._below())

    def _below(self) -> QHBoxLayout:
        named = QLabel("版式名称")
        named.setBuddy(self.name)
        self.name.setAccessibleName("版式名称")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(named)
        row.addWidget(self.name, 1)
        row.addStretch(1)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        return row

    def _list(self) -> None:
        """List what differs from the standard, or everything."""
        found = sum(row.finding is not None for row in self._rows)
        differing = sum(row.can_be_taken and row.differs for row in self._rows)
        said = (
            f"学到 {found} 项，{differing} 项与公文标准不同。"
            if differing
            else f"学到 {found} 项，都与公文标准相同。"
        )
        missing = kinds_missing(self._rows)
        lacks = f"\n样稿里没有{'、'.join(missing)}：照标准，字号、行距随正文。" if missing else ""
        self._said.setText(f"{said}打勾的用样稿的，不打勾的照标准。{lacks}")
        self.tree.show_groups(groups(self._rows, self.everything.isChecked() or not differing))

    def _look_at(self, row: Row | None) -> None:
        """Say where a setting was found, and what the standard has on it."""
        if row is None:
            self._of_row.setText("")
            self.text.mark(None)
            return
        said = [f"{row.group} · {row.name}：{row.place}"]
        if row.others:
            said.append(f"另有 {row.others}")
        self._of_row.setText("；".join(said) + f"。\n{source_of(*_standard_key(row))}")
        self.text.mark(row.finding.place.paragraph if row.finding is not None else None)

    def layout_wanted(self) -> Layout | None:
        """The layout as it is ticked; None where no layout can be so, which is told."""
        try:
            return self._learned.with_taken(taken_of(self._rows, self.tree.taken))
        except ReadError as error:
            self._said.setText(str(error))
            return None

    def _show(self) -> None:
        self.preview.show_layout(self.layout_wanted())
        self._show_whether()

    def _show_whether(self) -> None:
        layout = self.layout_wanted()
        fits = layout is not None and not any(faults(layout))
        self.main.setEnabled(fits and bool(self.name.text().strip()))

    def _keep(self) -> None:
        name, taken = self.name.text(), taken_of(self._rows, self.tree.taken)
        try:
            self.kept = self._tasks.wait_for(lambda: keep_learned(self._program, self._learned, taken, name))
        except AppError as error:
            tell_error(self, error)
            return
        self.accept()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for a page any more."""
        self.preview.finish()
        super().done(result)


def _name_for(sample: str) -> str:
    """What the layout of a sample may be called: its own name without date and version."""
    plain = re.sub(r"^\d{6,8}[-_ ]*|[-_ ]*[vV]\d+$", "", sample) or sample
    return f"照《{plain}》" if len(plain) <= _MOST_NAME - 3 else f"照《{plain[: _MOST_NAME - 4]}…》"


def _standard_key(row: Row) -> tuple[str, str]:
    """Under what the standard's word on a setting is found: that on Latin fonts stands with the fonts."""
    return ("fonts.", "西文") if row.key[1] == "西文字体" else row.key

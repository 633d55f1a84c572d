"""用单位的 Word 模板: what stays of the file, which of its styles stand for which kind, and what comes of it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.jobs.unit_files import UnitFile, keep_unit_layout, unit_layout
from app.layouts.model import Layout
from app.ui.base_file.edges_view import EdgesView
from app.ui.base_file.kind_rows import KindRows
from app.ui.focus import Dialog
from app.ui.layouts.preview import LayoutPreview
from app.ui.messages import tell_error
from app.ui.pieces import button, button_row, heading, label, scrolled
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_SIZE = (1180, 740)
_LEFT, _RIGHT = 5, 4
_MOST_NAME = 40
_NO_STYLES = (
    "这个文件里看不出哪个样式作什么用（格式可能是直接设在段落上的）。正文先用版式里的样式；"
    "想照它的字体字号，改用“从样稿学版式”。"
)


class UnitFileDialog(Dialog):
    """Matches a unit's styles. `kept` is the layout that the writer kept, None where he leaves."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        unit: UnitFile,
        draft: Draft | None,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, None where there is none; a `writable` one takes the layout at once."""
        super().__init__(parent)
        self.kept: Layout | None = None
        self._program, self._tasks, self._unit = program, tasks, unit
        self.setWindowTitle("用单位的 Word 模板")
        self.resize(*_SIZE)
        self.rows = KindRows(unit)
        self.preview = LayoutPreview(program, tasks, theme, draft)
        self.name = QLineEdit(unit.name.rpartition(".")[0], maxLength=_MOST_NAME)
        self.name.setCursorPosition(0)
        self.main = button("存为版式并用上" if writable else "存为版式", self._keep, "main")
        self._lay_out()
        self.rows.changed.connect(self._show)
        self.name.textChanged.connect(self._show_whether)
        self._show()
        self.rows.boxes["title"].setFocus()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(heading(f"模板：{self._unit.name}", 2.0))
        left.addWidget(
            label("每类段落用模板里的哪个样式，右边是样子。选“用版式里的样式”的，导出时补进去。", "faint")
        )
        if not self._unit.proposed:
            left.addWidget(label(_NO_STYLES, "warning"))
        left.addWidget(scrolled(self.rows, "各类段落用的样式"), 1)
        right.addWidget(heading("照原样留下的"))
        right.addWidget(EdgesView(self._unit.edges))
        right.addWidget(label("\n".join(self._said()), "faint"))
        right.addSpacing(8)
        right.addWidget(heading("正文的样子"))
        right.addWidget(self.preview, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addLayout(left, _LEFT)
        parts.addLayout(right, _RIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(self._below())

    def _said(self) -> list[str]:
        """What becomes of the file's own text, and what of it is not taken along."""
        said = list(self._unit.frame.told)
        if not self._unit.edges:
            said.insert(0, "模板里没有页眉页脚，只照它的纸张和样式。")
        if self._unit.base.left_out:
            said.append(f"没有带进来：{'、'.join(self._unit.base.left_out)}。")
        return said

    def _below(self) -> QHBoxLayout:
        named = QLabel("版式名称")
        named.setBuddy(self.name)
        self.name.setAccessibleName("版式名称")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(named)
        row.addWidget(self.name, 1)
        row.addLayout(button_row(button("取消", self.reject), self.main), 1)
        return row

    def _show(self) -> None:
        """Show what the present choices come to."""
        try:
            layout = unit_layout(self._program, self._unit, self.rows.names)
        except AppError as error:
            tell_error(self, error)
            return
        self.rows.show_layout(layout)
        self.preview.show_layout(layout)
        self._show_whether()

    def _show_whether(self) -> None:
        self.main.setEnabled(bool(self.name.text().strip()))

    def _keep(self) -> None:
        name, names = self.name.text(), self.rows.names
        try:
            self.kept = self._tasks.wait_for(lambda: keep_unit_layout(self._program, self._unit, names, name))
        except AppError as error:
            tell_error(self, error)
            return
        self.accept()

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for a page any more."""
        self.preview.finish()
        super().done(result)

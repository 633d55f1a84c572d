"""重做本节, 换一种写法: what would become of each paragraph is seen, and switched, before it is done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.templating.merging import Change, What
from app.templating.remake import Remade, remade
from app.templating.section_template import SectionTemplate
from app.ui.pieces import button, heading, label
from app.ui.sections.differing import marked
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_DOING = (What.REPLACED, What.ADDED, What.REMOVED)
_SAID = {
    What.KEPT: "保留你改过的",
    What.REPLACED: "换成模板的",
    What.ADDED: "新增",
    What.REMOVED: "删去",
    What.LEFT_OUT: "你删过，不补",
}


class RemakeDialog(QDialog):
    """Shows the changes. Accepted, `template` and `switched` say what to make."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft,
        section_id: str,
        templates: tuple[SectionTemplate, ...],
        again: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`templates` are those to choose from; with `again` the one is the section's own, made anew."""
        super().__init__(parent)
        self._program, self._tasks, self._theme = program, tasks, theme
        self._draft, self._section_id, self._templates = draft, section_id, templates
        self.switched: frozenset[str] = frozenset()
        self._changes: tuple[Change, ...] = ()
        self._again = again
        self.setWindowTitle("重做本节" if self._again else "换一种写法")
        self.resize(960, 620)
        self.choice = QComboBox()
        self.choice.setAccessibleName("写法")
        for each in templates:
            self.choice.addItem(each.name, each.id)
        self._approach = label("", "faint")
        self.list = QListWidget()
        self.list.setAccessibleName("改动")
        self.list.setMinimumWidth(360)
        palette = self.list.palette()
        palette.setColor(
            QPalette.ColorRole.Window, theme.colours.faint
        )  # Fusion draws the boxes' edge from it
        self.list.setPalette(palette)
        self._before, self._after = self._pane("现在的"), self._pane("模板给的")
        self._told = label("", "faint")
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._choose)
        self.list.currentItemChanged.connect(lambda *_: self._show_texts())
        self.list.itemChanged.connect(self._switch)
        self._choose()
        self.list.setFocus()

    def _pane(self, name: str) -> QTextBrowser:
        pane = QTextBrowser()
        pane.setAccessibleName(name)
        pane.setFrameShape(QTextBrowser.Shape.NoFrame)
        pane.document().setDocumentMargin(8)
        return pane

    def _lay_out(self) -> None:
        self.main = button("重做本节" if self._again else "换成这种写法", self.accept, "main")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for name, pane in (("现在的", self._before), ("模板给的", self._after)):
            texts.addWidget(heading(name))
            texts.addWidget(pane, 1)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.list, 2)
        parts.addLayout(texts, 3)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        if not self._again:
            top = QHBoxLayout()
            top.setSpacing(16)
            top.addWidget(self.choice)
            top.addWidget(self._approach, 1)
            column.addLayout(top)
        column.addLayout(parts, 1)
        column.addLayout(row)

    # What is chosen

    @property
    def template(self) -> str:
        """The ID of the template that the section is made from."""
        return str(self.choice.currentData())

    def made_of(self, draft: Draft) -> Remade:
        """What comes of it in a draft. Raises AppError."""
        library, renderer = self._program.library, self._program.renderer
        return remade(draft, self._section_id, library, renderer, self.template, switched=self.switched)

    def _choose(self) -> None:
        self.switched = frozenset()
        self._approach.setText(self._templates[self.choice.currentIndex()].approach)
        found = self._made()
        self._changes = found.changes if found else ()
        self.list.blockSignals(True)
        self.list.clear()
        for change in self._changes:
            self.list.addItem(self._item(change))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._tell(found)
        self._show_texts()

    def _made(self) -> Remade | None:
        try:
            return self._tasks.wait_for(lambda: self.made_of(self._draft))
        except AppError as error:
            self._told.setText(str(error))
            return None

    def _item(self, change: Change) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_KEY, change.key)
        item.setSizeHint(QSize(0, 2 * self.fontMetrics().lineSpacing() + 14))
        self._write(item, change)
        return item

    def _write(self, item: QListWidgetItem, change: Change) -> None:
        said = _said(change)
        item.setText(f"{said}\n{change.before or change.after}")
        item.setToolTip("打勾的照模板，不打勾的照现在" if change.switchable else "你自己写的，原样留着")
        if change.switchable:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            follows = change.what in _DOING
            item.setCheckState(Qt.CheckState.Checked if follows else Qt.CheckState.Unchecked)

    def _switch(self, item: QListWidgetItem) -> None:
        key = str(item.data(_KEY))
        follows = item.checkState() is Qt.CheckState.Checked
        change = next(each for each in self._changes if each.key == key)
        if not change.switchable or follows == (change.what in _DOING):
            return
        self.switched ^= {key}
        found = self._made()
        if found is None:
            return
        self._changes = found.changes
        self.list.blockSignals(True)
        for at, each in enumerate(self._changes):
            self._write(self.list.item(at), each)
        self.list.blockSignals(False)
        self._tell(found)

    # What is shown

    def _show_texts(self) -> None:
        item = self.list.currentItem()
        change = next((each for each in self._changes if item and each.key == item.data(_KEY)), None)
        before, after = (change.before, change.after) if change else ("", "")
        colour = self._theme.colours.selection.name()
        self._before.setHtml(marked(before, after, colour) or _nothing("现在没有这一段。" if change else ""))
        self._after.setHtml(marked(after, before, colour) or _nothing("模板没有这一段。" if change else ""))

    def _tell(self, found: Remade | None) -> None:
        if found is None:
            self.main.setEnabled(False)
            return
        counts = {what: sum(change.what is what for change in found.changes) for what in What}
        told = " · ".join(f"{what.value} {count} 段" for what, count in counts.items() if count)
        does = any(counts[what] for what in _DOING)
        if not does and self._again:
            told = f"{told}。照现在的事实重做，没有要改的。" if told else "照现在的事实重做，没有要改的。"
        self._told.setText(told)
        self.main.setEnabled(does or not (self._again or found.plan.is_empty))

    def told(self) -> str:
        """What is said of the changes as a whole."""
        return self._told.text()

    def texts(self) -> tuple[str, str]:
        """The two texts that are shown."""
        return self._before.toPlainText(), self._after.toPlainText()


def _said(change: Change) -> str:
    if not change.switchable:
        return "保留你自己写的"
    if change.what is What.KEPT and change.conflict:
        return "保留你改过的（模板也变了）" if change.after else "保留你改过的（模板已没有这一段）"
    if change.what is What.KEPT and not change.conflict:
        return _SAID[What.KEPT]
    return _SAID[change.what]


def _nothing(text: str) -> str:
    return f'<span style="color:gray">{text}</span>'

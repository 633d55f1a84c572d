"""重做本节, 换一种写法: what would become of each paragraph is seen, and switched, before it is done."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.program import Program
from app.templating.merging import DOING, What
from app.templating.remake import Remade, remade
from app.templating.section_template import SectionTemplate
from app.ui.focus import Dialog
from app.ui.pieces import button, heading, label
from app.ui.sections.changes_list import ChangesList
from app.ui.sections.differing import marked
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_FIRST_STEP = "先在右边改事实或本节的内容，再重做；要换说法，用“换一种写法”。"
_NOTHING = "照现在的事实重做，没有要改的。"


class RemakeDialog(Dialog):
    """Shows the changes. Accepted, `made_of` gives what to carry out."""

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
        self._switched: frozenset[str] = frozenset()
        self._again = again
        self.setWindowTitle("重做本节" if again else "换一种写法")
        self.resize(960, 620)
        self.choice = QComboBox()
        self.choice.setAccessibleName("写法")
        for each in templates:
            self.choice.addItem(each.name, each.id)
        self._approach = label("", "faint")
        self.list = ChangesList(theme)
        self._before, self._after = _pane("现在的"), _pane("模板给的")
        self._told = label("", "faint")
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._choose)
        self.list.looked_at.connect(self._show_texts)
        self.list.switched.connect(self._switch)
        self._choose()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.main = button("重做本节" if self._again else "换成这种写法", self.accept, "main")
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for pane in (self._before, self._after):
            texts.addWidget(heading(pane.accessibleName()))
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
        return remade(draft, self._section_id, library, renderer, self.template, switched=self._switched)

    def _choose(self) -> None:
        self._switched = frozenset()
        self._approach.setText(self._templates[self.choice.currentIndex()].approach)
        self._show()

    def _switch(self, key: str) -> None:
        self._switched ^= {key}
        self._show()

    # What is shown

    def _show(self) -> None:
        try:
            found = self._tasks.wait_for(lambda: self.made_of(self._draft))
        except AppError as error:
            self.list.show_changes(())
            self._told.setText(str(error))
            self.main.setEnabled(False)
            return
        self.list.show_changes(found.changes)
        counts = {what: sum(change.what is what for change in found.changes) for what in What}
        told = " · ".join(f"{what.value} {count} 段" for what, count in counts.items() if count)
        does = any(counts[what] for what in DOING)
        if self._again and not does:
            told = f"{told}。{_NOTHING}" if told else _NOTHING
        self._told.setText(told)
        self.main.setEnabled(does or not (self._again or found.plan.is_empty))

    def _show_texts(self) -> None:
        change = self.list.change
        before, after = (change.before, change.after) if change else ("", "")
        colour = self._theme.colours.selection.name()
        for pane, text, other, nothing in (
            (self._before, before, after, "现在没有这一段。" if change else "没有要改的段落。"),
            (self._after, after, before, "模板没有这一段。" if change else _FIRST_STEP),
        ):
            pane.setHtml(marked(text, other, colour))
            pane.setPlaceholderText(nothing)

    def told(self) -> str:
        """What is said of the changes as a whole."""
        return self._told.text()

    def texts(self) -> tuple[str, str]:
        """The two texts that are shown."""
        return self._before.toPlainText(), self._after.toPlainText()


def _pane(name: str) -> QTextBrowser:
    pane = QTextBrowser()
    pane.setAccessibleName(name)
    pane.setFrameShape(QTextBrowser.Shape.NoFrame)
    pane.document().setDocumentMargin(8)
    return pane

"""The template that is looked at in the 模板库: what is wrong with it, what can be done, its page and particulars."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.jobs.program import Program
from app.ui.pieces import heading, label
from app.ui.tasks import Tasks
from app.ui.templates.deed_bar import DeedBar
from app.ui.templates.details import Details
from app.ui.templates.entries import Entry
from app.ui.templates.faults import Faults
from app.ui.templates.preview import TemplatePreview
from app.ui.templates.rows import slot_names, use
from app.ui.theme import Theme


class EntryPane(QWidget):
    """Shows one entry."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        faults: Faults,
        draft: Draft | None,
        holder: QWidget,
    ) -> None:
        """`draft` is the open one; in the `holder`, the list, go the keys of the deeds."""
        super().__init__()
        self._program, self._faults = program, faults
        self._entry: Entry | None = None
        self.deeds = DeedBar(holder)
        self.preview = TemplatePreview(program, tasks, theme, draft)
        self.details = Details(theme)
        self._name, self._use = heading("", 2.0), label("", "faint")
        self._wrong = label("", "warning")
        self.tabs = QTabWidget()
        self.tabs.addTab(self.preview, "预览")
        self.tabs.addTab(self.details, "说明")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._name, self._use, self._wrong, self.deeds):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        self.preview.measured.connect(self._show_details)

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry, or the same after a change; nothing for None."""
        self._entry = entry
        self._name.setText(entry.name if entry else "")
        self._use.setText(self._used(entry))
        self._wrong.setText(self._faults.told(entry) if entry else "")
        self._wrong.setVisible(bool(self._wrong.text()))
        self.deeds.show_entry(entry)
        self.preview.show_template(entry.template if entry else None, bool(self._wrong.text()))
        self._show_details()

    def _used(self, entry: Entry | None) -> str:
        if entry is None or entry.template is None:
            return ""
        return f"{entry.origin.value} · {use(entry, slot_names(self._program.library))}".rstrip(" ·")

    def _show_details(self) -> None:
        entry = self._entry
        doubts = self._faults.doubts(entry) if entry else ()
        self.details.show_entry(self._program.library, entry, self.preview.characters, doubts)

    def told(self) -> str:
        """What is said above the page: whose it is and what it is for, and what is wrong with it."""
        return "\n".join(part for part in (self._use.text(), self._wrong.text()) if part)

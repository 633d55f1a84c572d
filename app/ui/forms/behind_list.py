"""Below the box of a value: sections that follow it only when they are made anew, each to be made so by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pieces import button, label

Named = tuple[str, str]
"""A section: its id and its name."""


class BehindList(QWidget):
    """The sections that a changed value decides on. `remake_wanted` tells the one that the writer pressed."""

    remake_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(label("下面几节由它定，重做才跟着变：", "warning"))
        self._sections: tuple[Named, ...] = ()
        self._links: list[QWidget] = []
        self.hide()

    def show_sections(self, sections: tuple[Named, ...]) -> None:
        """Show these; without any there is nothing to be seen."""
        if sections == self._sections:
            return
        self._sections = sections
        for link in self._links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self._links = [self._link(*section) for section in sections]
        for link in self._links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(sections))

    def _link(self, section_id: str, name: str) -> QWidget:
        made = button(f"重做“{name}”…", lambda: self.remake_wanted.emit(section_id), "link")
        made.setToolTip("看一看哪几段会变，再重做；你改过的段落都留着")
        return made

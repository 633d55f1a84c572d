"""四层 at the right: which headings carry which layer, how much each takes beside the usual, what is missing."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.layers import LayerPart, layer_parts
from app.templating.library import Library
from app.ui.pieces import button, label
from app.ui.sections.layer_group import LayerGroup
from app.ui.theme import Theme

_EMPTY = "还没有分节。写下一级标题，或插入一段模板，这里就看得见四层各占多少。"
_SET_LAYER = "各节属于哪一层，在“本节”菜单里定。"
_NO_LAYERS = "这类讲话不分四层，各节列在下面。"
_LEGEND = "竖线是这类讲话平时的份额。"


class LayersPanel(QScrollArea):
    """Shows a draft's layers. `went_to` tells a section's block, `insert_wanted` the layer that is missing, or None."""

    went_to = Signal(int)
    insert_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._library = Library()
        self._parts: tuple[LayerPart, ...] = ()
        self._told = label("", "faint")
        self.groups = {layer: LayerGroup(layer, theme) for layer in (*Layer, None)}
        self.insert = button("插入模板…", lambda: self.insert_wanted.emit(None))
        column = QVBoxLayout()
        canvas = QWidget()
        canvas.setObjectName("canvas")
        canvas.setLayout(column)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._told)
        for layer, group in self.groups.items():
            group.went_to.connect(self.went_to)
            group.insert_wanted.connect(lambda layer=layer: self.insert_wanted.emit(layer))
            column.addWidget(group)
        column.addWidget(self.insert)
        column.addStretch(1)
        self.setWidget(canvas)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName("四层")
        theme.changed.connect(self._show_parts)

    def sizeHint(self) -> QSize:
        return QSize(320, 600)

    def set_library(self, library: Library) -> None:
        """What the occasions' usual shares are read from."""
        self._library = library
        self.show_draft(self._draft)

    def show_draft(self, draft: Draft) -> None:
        """Show how a draft is divided."""
        self._draft = draft
        occasion = self._library.occasion_of(draft)
        self._parts = layer_parts(draft, occasion.shares() if occasion else None)
        self._show_parts()

    def _show_parts(self) -> None:
        parts = self._parts
        full = max((max(part.share, part.usual or 0) for part in parts if part.layer), default=0)
        layered = any(part.layer and (part.sections or part.usual or part.missing) for part in parts)
        for part in parts:
            self.groups[part.layer].show_part(part, full, layered)
        self._told.setText(self._said(layered))

    def _said(self, layered: bool) -> str:
        if not any(part.sections for part in self._parts):
            return _EMPTY
        if not layered:
            return _NO_LAYERS
        known = any(part.layer and part.usual for part in self._parts)
        return f"{_LEGEND if known else ''}{_SET_LAYER}"

    def set_read_only(self, read_only: bool) -> None:
        """Show without offering to put anything in."""
        for widget in (self.insert, *(group.insert for group in self.groups.values())):
            widget.setDisabled(read_only)

    def told(self) -> str:
        """What the panel says, group by group."""
        seen = [group.told() for group in self.groups.values() if not group.isHidden()]
        return "\n".join([self._told.text(), *seen])

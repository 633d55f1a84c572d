"""The left side of the window: heading, level to show to, shares of the layers, tree."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.core.counting import count_block
from app.core.draft import Draft
from app.core.memo import PerBlock
from app.core.numbering import numbers
from app.core.outline import Outliner
from app.ui.outline.branch_model import BranchModel
from app.ui.outline.layer_bar import LayerBar
from app.ui.outline.rows import Tree, layer_shares, tree_after
from app.ui.outline.view import LEVELS, OutlineView
from app.ui.pieces import heading, label
from app.ui.theme import Theme

_EMPTY = "写下“一、”这样的标题，或把一段改成一级标题，提纲就列在这里。"


class OutlinePane(QWidget):
    """The outline of the draft. `went_to` tells the block of a row that the writer chose."""

    went_to = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outlined = Outliner()
        """The nodes of the draft that is shown, for whoever else wants them."""
        self.model = BranchModel(self)
        self.view = OutlineView(self.model, theme)
        self.view.went_to.connect(self.went_to)
        self.layer_bar = LayerBar(theme)
        self._counts = PerBlock(count_block)
        self._tree = Tree()
        self.characters = 0
        """字数 of the draft that is shown."""
        self._empty = label(_EMPTY, "faint")
        self._empty.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 2, 12, 8)
        bar.addWidget(self.layer_bar)
        column.addLayout(bar)
        column.addWidget(self._empty)
        column.addWidget(self.view, 1)

    def told(self) -> str:
        """What stands in the place of rows; empty where there are any."""
        return "" if self._empty.isHidden() else self._empty.text()

    def sizeHint(self) -> QSize:
        return QSize(300, 600)

    def _header(self) -> QHBoxLayout:
        self._levels = QToolButton()
        self._levels.setObjectName("quiet")
        self._levels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._levels.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._levels.setAccessibleName("显示到第几级")
        menu = QMenu(self._levels)
        group = QActionGroup(menu)
        for name, level in LEVELS:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(level == self.view.level)
            action.triggered.connect(lambda _=False, name=name, level=level: self._show_to(name, level))
            group.addAction(action)
        self._levels.setMenu(menu)
        self._levels.setText(f"显示到：{LEVELS[-1][0]} ▾")
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 8, 6)
        row.addWidget(heading("提纲"))
        row.addStretch(1)
        row.addWidget(self._levels)
        return row

    def _show_to(self, name: str, level: int) -> None:
        self._levels.setText(f"显示到：{name} ▾")
        self.view.show_to_level(level)

    def show_draft(self, draft: Draft) -> None:
        """Bring the rows up to a draft."""
        counts = self._counts(draft.blocks, numbers(draft.blocks))
        tree = self._tree = tree_after(self._tree, draft, self.outlined(draft), counts)
        self.model.show(tree)
        shares = layer_shares(draft, counts)
        self.characters = shares.whole
        self.layer_bar.show_shares(shares)
        self._empty.setVisible(not tree.rows)
        self.view.setVisible(bool(tree.rows))

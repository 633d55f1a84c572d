"""The occasions to begin a draft from, with a box to find one when there are many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.templating.library import Library, Problem
from app.ui.messages import tell
from app.ui.pieces import button, label
from app.ui.start.cards import card_of
from app.ui.start.occasion_grid import RIGHT, OccasionGrid
from app.ui.start.titles import title
from app.ui.theme import Theme

_FEW = 6
"""Occasions that are seen at a glance, without a box to find one."""
_FIND_WIDTH = 220
_NONE_FOUND = "没有这样的场合，换个说法试试；按 Esc 看全部。"
_NO_OCCASION = "没有可用的场合：程序的 templates 文件夹不全，请重新安装。已有的稿子照样能打开。"


class FindBox(QLineEdit):
    """↓ goes on to what was found, Escape shows all again."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("找场合")
        self.setPlaceholderText("找场合")
        self.setFixedWidth(_FIND_WIDTH)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class OccasionPane(QWidget):
    """`chosen` tells the ID of the occasion with which a new draft is to begin."""

    chosen = Signal(str)

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()
        self.sought = FindBox()
        self.grid = OccasionGrid(theme)
        self._none = label("", "faint")
        self.problems = button("", self._tell_problems, "link")
        self._lay_out()
        # Only now: shown without a parent they would be windows of their own, and take the focus with them.
        self.show_library(library)
        self.setFocusProxy(self.grid)
        self.grid.chosen.connect(self.chosen)
        self.sought.textChanged.connect(lambda query: self._show_found(self.grid.narrow(query), _NONE_FOUND))
        self.sought.returnPressed.connect(self.grid.choose_current)
        self.sought.left.connect(self.grid.setFocus)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, RIGHT, 0)
        head.setSpacing(16)
        head.addWidget(title("新建讲话稿"))
        head.addWidget(self.problems)
        head.addStretch(1)
        head.addWidget(self.sought)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.grid, 1)

    def show_library(self, library: Library) -> None:
        """Show the occasions that there are; what is sought stays so."""
        self._problems = library.problems
        self.grid.show_cards([card_of(occasion) for occasion in library.occasions.values()])
        self.sought.setVisible(self.grid.count() > _FEW)
        self.problems.setText(f"有 {len(self._problems)} 个模板文件有错，没有用上")
        self.problems.setVisible(bool(self._problems))
        query = self.sought.text() if self.grid.count() > _FEW else ""
        self._show_found(self.grid.narrow(query), _NONE_FOUND if query else _NO_OCCASION)

    def told(self) -> str:
        """What is said in the place of cards; nothing where there are some."""
        return "" if self._none.isHidden() else self._none.text()

    def _show_found(self, count: int, otherwise: str) -> None:
        self._none.setText(otherwise)
        self._none.setVisible(not count)
        self.grid.setEnabled(count > 0)

    def _tell_problems(self) -> None:
        said = "\n".join(f"{problem.path.name}：{problem.error}" for problem in self._problems)
        tell(self.window(), "这些模板文件有错", f"{said}\n改好存盘，这里就会重新读。")

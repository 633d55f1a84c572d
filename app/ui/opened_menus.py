"""Menus that are filled when they open: recent files, layouts, and those of the page and of the outline."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.actions import Actions, menu_of
from app.ui.menus import FACT_MENU, OUTLINE_MENU, PAGE_MENU
from app.ui.start.known import told_folder

if TYPE_CHECKING:
    from app.ui.workbench import Workbench

_FOLDER = 240
"""Pixels for the folder of a file."""


class OpenedMenus:
    """Fills menus with what can be done now. `look` has the commands enabled for the situation as it is."""

    def __init__(
        self,
        commands: Actions,
        bench: "Callable[[], Workbench]",
        recent: Callable[[], Sequence[Path]],
        look: Callable[[], None],
        parent: QWidget,
    ) -> None:
        self._commands, self._bench, self._recent = commands, bench, recent
        self._look, self._parent = look, parent
        self._layouts: list[QAction] = []

    def pop_up_page(self, at: QPoint) -> None:
        """The menu of the page, at a place of the screen; what can be done with a fact comes first."""
        self._look()
        facts = [each for each in FACT_MENU if self._commands[each].isEnabled()]
        self._pop_up([*facts, *([""] if facts else []), *PAGE_MENU], at)

    def pop_up_outline(self, at: QPoint) -> None:
        """The menu of a row of the outline, at a place of the screen."""
        self._look()
        self._pop_up(OUTLINE_MENU, at)

    def _pop_up(self, ids: Sequence[str], at: QPoint) -> None:
        menu = menu_of(ids, self._commands, self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def fill_recent(self, menu: QMenu) -> None:
        """The files that were open last."""
        menu.clear()
        menu.setToolTipsVisible(True)
        for path in self._recent():
            folder = told_folder(path, Path.home())
            folder = menu.fontMetrics().elidedText(folder, Qt.TextElideMode.ElideMiddle, _FOLDER)
            # Behind a tab stands what belongs at the right, in its place for keys.
            action = menu.addAction(f"{path.name}\t{folder}".replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._bench().files.open(path))
        if menu.isEmpty():
            menu.addAction("还没有打开过稿子").setEnabled(False)

    def fill_layouts(self, menu: QMenu) -> None:
        """Put the layouts there are now, that of the draft ticked, before the commands of their menu."""
        for action in self._layouts:
            menu.removeAction(action)
            action.deleteLater()
        self._layouts.clear()
        bench, first = self._bench(), menu.actions()[0]
        writable = bench.page is not None and bench.files.read_only is None
        for layout, current in bench.layout.choices():
            action = QAction(layout.name.replace("&", "&&"), menu)
            self._layouts.append(action)
            menu.insertAction(first, action)
            action.setCheckable(True)
            action.setChecked(current)
            action.setEnabled(writable)
            action.triggered.connect(lambda _=False, layout_id=layout.id: bench.layout.change(layout_id))

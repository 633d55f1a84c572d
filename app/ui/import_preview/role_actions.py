"""The roles as actions: one table for the keys in the list of pieces and for the menu of a label."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.importing.pieces import Role
from app.ui.import_preview.roles import CHOICES, REFUSED
from app.ui.import_preview.rows import Row


class RoleActions(QObject):
    """One action a role, and those that leave a role as it is; they work where the focus is in `view`."""

    def __init__(
        self,
        view: QWidget,
        choose: Callable[[Role], None],
        confirm: Callable[[], None],
        let_go: Callable[[], None],
    ) -> None:
        """`confirm` says that the role is right, `let_go` leaves it to the program again."""
        super().__init__(view)
        self._view = view
        self.confirm = self._action("就是这样", ("Space",), confirm)
        self.let_go = self._action("照程序认的", ("A",), let_go)
        self._groups: list[list[tuple[Role, QAction]]] = [
            [
                (choice.role, self._action(choice.name, choice.keys, lambda role=choice.role: choose(role)))
                for choice in group
            ]
            for group in CHOICES
        ]
        self.refuse = next(action for group in self._groups for role, action in group if role is REFUSED)

    def _action(self, name: str, keys: tuple[str, ...], deed: Callable[[], None]) -> QAction:
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: deed())
        self._view.addAction(action)
        return action

    def fill(self, menu: QMenu, rows: Sequence[Row]) -> None:
        """Put the actions into a menu, for these rows: what they are is ticked."""
        menu.clear()
        roles = {row.piece.role for row in rows}
        for group in self._groups:
            for role, action in group:
                out = role is REFUSED and bool(rows) and all(row.left_out for row in rows)
                if role is REFUSED:
                    action.setText("留下" if out else "不要")
                action.setCheckable(role is not REFUSED)
                action.setChecked(roles == {role} and role is not REFUSED)
                menu.addAction(action)
            menu.addSeparator()
        menu.addAction(self.confirm)
        menu.addAction(self.let_go)
        self.let_go.setEnabled(any(row.chosen for row in rows))

"""Qt actions made from the table of commands, and the menus and toolbar made of them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from app.ui.commands import COMMANDS, Command
from app.ui.early import set_by_name
from app.ui.key_names import key_name
from app.ui.menus import (
    LAYOUTS,
    MAIN_BUTTON,
    MENUS,
    RECENT,
    SUBMENUS,
    TOOLBAR,
    TOOLBAR_ICONS_ONLY,
    TOOLBAR_RIGHT,
)
from app.ui.pieces import button
from app.ui.situation import Situation
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.desk import Desk


class Actions(QObject):
    """One action a command. `show` enables and checks them for a situation.

    At first there are those of the toolbar: nobody sees the others, or their keys, before the window is painted.
    """

    def __init__(
        self, desk: "Desk", theme: Theme, parent: QWidget, first: Callable[[], object] = lambda: None
    ) -> None:
        """`first` is done before each command is carried out."""
        super().__init__(parent)
        self._desk, self._theme, self._parent, self._first = desk, theme, parent, first
        self._now = Situation()
        self._actions: dict[str, QAction] = {}
        on_toolbar = {*TOOLBAR, *TOOLBAR_RIGHT, MAIN_BUTTON}
        self._make([command for command in COMMANDS if command.id in on_toolbar], for_now=True)
        theme.changed.connect(lambda _: self._draw_icons())

    def make_all(self) -> None:
        """Make those of the menus, too, and draw all icons for all screens; called once."""
        self._make([command for command in COMMANDS if command.id not in self._actions])
        self._draw_icons()

    def _make(self, commands: Sequence[Command], for_now: bool = False) -> None:
        """Actions are complete before a widget has them: it is told of each change."""
        for command in commands:
            self._actions[command.id] = self._action(command, self._desk)
            self._show(command)
            if for_now and command.icon:
                action = self._actions[command.id]
                action.setIcon(self._theme.icon_for_now(command.icon, action.isEnabled()))
        self._parent.addActions([self._actions[command.id] for command in commands])

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def _action(self, command: Command, desk: "Desk") -> QAction:
        action = QAction(command.name, self)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        action.setCheckable(command.checked is not None)
        keys = "、".join(map(key_name, command.shortcuts[:1]))
        told = command.hint or command.name.rstrip("…")
        action.setToolTip(f"{told}（{keys}）" if keys else told)
        action.triggered.connect(lambda _=False: (self._first(), command.run(desk)))
        return action

    def _draw_icons(self) -> None:
        for command in COMMANDS:
            if command.icon and command.id in self._actions:
                self._actions[command.id].setIcon(self._theme.icon(command.icon))

    def show(self, now: Situation) -> None:
        """Enable and check what the situation says."""
        self._now = now
        for command in COMMANDS:
            if command.id in self._actions:
                self._show(command)

    def _show(self, command: Command) -> None:
        action, now = self._actions[command.id], self._now
        action.setEnabled(command.enabled(now))
        if command.full_name is not None:
            action.setText(command.full_name(now))
        if command.checked is not None:
            action.setChecked(command.checked(now))


def make_menu_bar(window: QMainWindow) -> list[QMenu]:
    """The menus by their titles, empty."""
    return [window.menuBar().addMenu(title) for title, _ in MENUS]


def fill_menu_bar(
    menus: Sequence[QMenu],
    actions: Actions,
    recent: Callable[[QMenu], None],
    layouts: Callable[[QMenu], None],
) -> None:
    """Put the commands into the menus; `recent` and `layouts` fill theirs whenever these open."""
    for menu, (_, ids) in zip(menus, MENUS, strict=True):
        for command_id in ids:
            if command_id == RECENT:
                below = menu.addMenu("最近")
                below.aboutToShow.connect(lambda below=below: recent(below))
            elif command_id == LAYOUTS:
                menu.aboutToShow.connect(lambda menu=menu: layouts(menu))
            else:
                _add(menu, command_id, actions)


def menu_of(ids: Sequence[str], actions: Actions, parent: QWidget) -> QMenu:
    """A menu of commands; an empty id is a line between."""
    menu = QMenu(parent)
    for command_id in ids:
        _add(menu, command_id, actions)
    return menu


def _add(menu: QMenu, command_id: str, actions: Actions) -> None:
    """A command, a line, or a menu of commands below."""
    if not command_id:
        menu.addSeparator()
    elif command_id in SUBMENUS:
        name, ids = SUBMENUS[command_id]
        below = menu.addMenu(name)
        for each in ids:
            _add(below, each, actions)
    else:
        menu.addAction(actions[command_id])


def make_toolbar(actions: Actions) -> QToolBar:
    """The one toolbar row: main actions with text, undo and redo as icons, 导出 Word as the filled button."""
    bar = QToolBar("工具栏")
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    set_by_name(bar, "contextMenuPolicy", "PreventContextMenu")
    set_by_name(bar, "toolButtonStyle", "ToolButtonTextBesideIcon")
    for command_id in TOOLBAR:
        if command_id:
            _add_button(bar, actions[command_id], command_id in TOOLBAR_ICONS_ONLY)
        else:
            bar.addSeparator()
    room = QWidget()
    room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(room)
    for command_id in TOOLBAR_RIGHT:
        _add_button(bar, actions[command_id], True)
    gap = QWidget()
    gap.setFixedWidth(8)
    bar.addWidget(gap)
    bar.addWidget(_main_button(actions[MAIN_BUTTON]))
    return bar


def _add_button(bar: QToolBar, action: QAction, icon_only: bool) -> None:
    if not icon_only:
        action.setIconText(f" {action.text()}")
    bar.addAction(action)
    made = bar.widgetForAction(action)
    if isinstance(made, QToolButton):
        made.setAccessibleName(action.text())
        if icon_only:
            set_by_name(made, "toolButtonStyle", "ToolButtonIconOnly")


def _main_button(action: QAction) -> QPushButton:
    """A filled button that does what an action does and is enabled as it is."""
    made = button(action.text(), action.trigger, "main")
    made.setToolTip(action.toolTip())
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made

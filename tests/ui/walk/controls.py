"""Which widgets of a window a person acts on, what a screen reader calls them, and how keys come to them."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from app.ui.focus import is_stop

_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_WHOLES = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QMenuBar, QTabBar)
"""What Qt makes of several widgets: those within are not controls of their own."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_LEAVING = {
    Qt.Key.Key_Tab: Qt.KeyboardModifier.NoModifier,
    Qt.Key.Key_Backtab: Qt.KeyboardModifier.ShiftModifier,
}
_MOST = 400
"""Keys after which a walk that does not come back is over."""


def controls(window: QWidget) -> list[QWidget]:
    """What can be acted on in a window as it is seen now: by its kind, or because it takes the focus."""
    return [each for each in window.findChildren(QWidget) if each.isVisible() and _is_control(each)]


def _is_control(widget: QWidget) -> bool:
    parents = iter(_parents(widget))
    if isinstance(widget, QScrollBar) or any(isinstance(each, _WHOLES) for each in parents):
        return False
    if isinstance(widget, QGroupBox):
        return widget.isCheckable()
    takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    return isinstance(widget, _KINDS) or takes_keys


def _parents(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    while not widget.isWindow() and (parent := widget.parentWidget()) is not None:
        found.append(parent)
        widget = parent
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget: the name it was given, its words, or its label's."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # on Linux Qt says what is chosen in its place
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def told(widget: QWidget) -> str:
    """A widget as a failing test names it."""
    return f"{type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r}"


def nameless(window: QWidget) -> list[str]:
    """The controls without a Chinese name."""
    return [told(each) for each in controls(window) if not _CHINESE.search(name_of(each))]


def out_of_reach(window: QWidget) -> list[str]:
    """The controls to which neither Tab comes, nor an arrow, nor a key or menu that does the same."""
    ways = (_by_tab, _by_arrow, _by_command)
    return [told(each) for each in controls(window) if not any(way(each) for way in ways)]


def _by_tab(widget: QWidget) -> bool:
    proxy = widget.focusProxy() or widget
    return bool(proxy.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _by_arrow(widget: QWidget) -> bool:
    """Whether a button is one of several of which one is chosen: Tab stops at that, arrows go on."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and group.exclusive() and any(map(_by_tab, group.buttons()))


def _by_command(widget: QWidget) -> bool:
    """Whether a button does what a menu of the menu bar, or a shortcut, does too."""
    if isinstance(widget, QPushButton) and any(each.shortcuts() for each in widget.actions()):
        return True
    action = widget.defaultAction() if isinstance(widget, QToolButton) else None
    if action is None:
        return False
    in_menu = any(isinstance(each.parent(), QMenuBar) for each in action.associatedObjects())
    return in_menu or bool(action.shortcuts())


def stops(window: QWidget) -> set[QWidget]:
    """All at which Tab is to stop in a window as it is seen now."""
    return {each for each in window.findChildren(QWidget) if each.isVisible() and is_stop(each)}


def walk(window: QWidget, key: Qt.Key, page: QWidget | None = None) -> list[QWidget]:
    """Press Tab or Shift+Tab until the focus is where it was; what had it on the way.

    On the `page` Tab is the writer's own, who leaves it by F6 or Shift+F6.
    """
    start = QApplication.focusWidget()
    assert start is not None and window.isAncestorOf(start), "nothing in the window has the focus"
    found = [start]
    for _ in range(_MOST):
        if page is not None and found[-1] is page:
            QTest.keyClick(page, Qt.Key.Key_F6, _LEAVING[key])
        else:
            QTest.keyClick(found[-1], key)
        now = QApplication.focusWidget()
        assert now is not None
        if now is start:
            return found
        found.append(now)
    raise AssertionError(f"{told(start)} is never come back to, but: {[told(each) for each in found[-6:]]}")

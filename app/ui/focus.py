"""Where keys go: on by Tab through what the window shows, and from part to part by F6."""

from collections.abc import Sequence
from operator import itemgetter

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from app.ui.room import fitting


def pass_on_focus(
    focus: QWidget | None, parts: Sequence[tuple[QWidget, QWidget | None]], step: int = 1
) -> None:
    """Give the focus to the next part that is seen: each is a widget, and what in it takes the focus first.

    With a `step` of -1 it goes to the one before.
    """
    seen = [first for _, first in parts if first is not None and first.isVisible()]
    within = next((first for holder, first in parts if focus and holder.isAncestorOf(focus)), None)
    if seen:
        first = seen[(seen.index(within) + step) % len(seen) if within in seen else 0]
        first.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        _scroll_to(first)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight: Qt does so for Tab only, and what is typed must be seen."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()


def first_stop(holder: QWidget) -> QWidget | None:
    """What Tab comes to first within a widget; None where there is nothing."""
    return next((stop for stop in stops(holder) if stop is not holder), None)


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget itself: not where it hands the focus on."""
    by_tab = widget.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and widget.focusProxy() is None


def stops(holder: QWidget) -> list[QWidget]:
    """A widget and all within it at which Tab stops as it is seen now, in the order in which it is read.

    That is the order of the layouts; Qt's own chain goes by when widgets were made.
    """
    if not holder.isVisible():
        return []
    found = [holder] if is_stop(holder) else []
    return found + [stop for part in _parts(holder) for stop in stops(part)]


def _parts(holder: QWidget) -> list[QWidget]:
    """What a widget is made of, as far as it is seen."""
    if isinstance(holder, QTabWidget):
        return [holder.tabBar(), holder.currentWidget()]
    if isinstance(holder, QSplitter | QStackedWidget):
        return [holder.widget(at) for at in range(holder.count())]
    if isinstance(holder, QScrollArea):
        return [holder.widget()]
    return _laid_out(holder.layout(), [child for child in holder.children() if isinstance(child, QWidget)])


def _laid_out(layout: QLayout | None, widgets: Sequence[QWidget]) -> list[QWidget]:
    """Those of the widgets that are in a layout, in its order.

    It is asked where they are, not what is there: what PySide makes for a spacer outlives it, and is given out
    again for what Qt puts in its place in memory, be it another layout.
    """
    if layout is None:
        return []
    found = [(layout.indexOf(widget), [widget]) for widget in widgets]
    found += [
        (layout.indexOf(inner), _laid_out(inner, widgets))
        for inner in layout.children()
        if isinstance(inner, QLayout)
    ]
    return [widget for at, part in sorted(found, key=itemgetter(0)) if at >= 0 for widget in part]


def pass_on_tab(focus: QWidget | None, order: Sequence[QWidget], forward: bool) -> bool:
    """Give the focus to the next stop, or the one before. False where it is at none of them."""
    if focus not in order:
        return False
    reason = QtCore.Qt.FocusReason.TabFocusReason if forward else QtCore.Qt.FocusReason.BacktabFocusReason
    order[(order.index(focus) + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


class _ReturnKept(QObject):
    """Keeps Return within a list."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's call for what comes to the list."""
        key = event.key() if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if key not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) or not isinstance(
            watched, QAbstractItemView
        ):
            return False
        if watched.currentIndex().isValid():
            watched.activated.emit(watched.currentIndex())
        return True


def keep_return(view: QAbstractItemView) -> None:
    """Return activates a row and nothing else: Qt passes it on, so that it would press the dialog's main button too."""
    view.installEventFilter(_ReturnKept(view))


class Dialog(QDialog):
    """A dialog through which Tab goes as it is read, also where some of it was made later.

    On a small screen, as one of 1920 × 1080 pixels shown at 150 %, all of it is seen.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt's call for Tab."""
        return pass_on_tab(self.focusWidget(), stops(self), forward) or super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's call when it comes into sight: keys go to a field or button, not to the frame it is scrolled in."""
        super().showEvent(event)
        at = self.focusWidget() or first_stop(self)
        if isinstance(at, QScrollArea) and (first := first_stop(at)) is not None:
            first.setFocus(QtCore.Qt.FocusReason.ActiveWindowFocusReason)

    def exec(self) -> int:
        """Show it and wait until it is done with; what was decided."""
        size = fitting(self, beside=self.parentWidget())
        if size != self.size():
            self.resize(size)
        return super().exec()

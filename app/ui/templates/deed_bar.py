"""What can be done with the template that is looked at: buttons above its page, and the same by keys and by menu."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.templating.own.kinds import OwnKind
from app.ui.templates.entries import Entry, Origin

_OWN, _CHANGED, _BUILT_IN, _DELETED = Origin.OWN, Origin.CHANGED, Origin.BUILT_IN, Origin.DELETED


@dataclass(frozen=True, slots=True)
class Deed:
    """One deed. `shown` are those on whose page it has a button, `more` those in whose menu it stands."""

    id: str
    name: str
    hint: str
    shown: frozenset[Origin] = frozenset()
    more: frozenset[Origin] = frozenset()
    keys: str = ""
    needs_text: bool = False
    """Whether it wants a file that can be read."""
    of_sections: bool = False
    """Whether it is for section templates alone."""

    def fits(self, entry: Entry) -> bool:
        """Whether it can be done with an entry."""
        if entry.kind is None or (self.needs_text and entry.template is None):
            return False
        if self.of_sections and entry.kind is not OwnKind.SECTIONS:
            return False
        return entry.origin in self.shown | self.more


DEEDS = (
    Deed("edit", "编辑…", "改正文、字段、说明和写作提示，边改边看", frozenset({_OWN, _CHANGED}), of_sections=True),
    Deed("copy", "复制一份来改…", "另做一个自己的，原来的不动", frozenset({_BUILT_IN}), frozenset({_OWN, _CHANGED}),
         "Ctrl+D", needs_text=True),
    Deed("override", "改动自带的…", "以后用到它的地方都用你改的，随时可以恢复自带的", frozenset({_BUILT_IN})),
    Deed("versions", "历史版本…", "看以前的样子，哪一版都可以换回来", frozenset({_OWN, _CHANGED})),
    Deed("restore", "恢复自带的…", "不要自己的改动，换回程序自带的", frozenset({_CHANGED})),
    Deed("rename", "改名…", "换一个名称", more=frozenset({_OWN, _CHANGED}), keys="F2", needs_text=True),
    Deed("export", "导出给同事…", "装进一个模板包，同事导入就能用", more=frozenset({_OWN, _CHANGED}), needs_text=True),
    Deed("delete", "删除…", "删掉以后还能在“删掉的”里放回来", more=frozenset({_OWN}), keys="Delete"),
    Deed("put_back", "放回去", "回到“我的模板”", frozenset({_DELETED})),
)  # fmt: skip
"""In the order in which they are offered."""


class DeedBar(QWidget):
    """`wanted` tells the id of the deed that is to be done with the entry that is shown."""

    wanted = Signal(str)

    def __init__(self, holder: QWidget) -> None:
        """In the `holder` their keys go, and it has their menu."""
        super().__init__()
        self._entry: Entry | None = None
        self.actions_by_id = {deed.id: self._action(deed) for deed in DEEDS}
        self.buttons = {deed.id: self._button(deed) for deed in DEEDS if deed.shown}
        self.more = QPushButton("更多")
        self.more.setAutoDefault(False)
        self._menu = QMenu(self)
        self.more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        for button in (*self.buttons.values(), self.more):
            row.addWidget(button)
        row.addStretch(1)
        holder.addActions(list(self.actions_by_id.values()))
        holder.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        holder.customContextMenuRequested.connect(lambda at: self._pop_up(holder.mapToGlobal(at)))
        self.show_entry(None)

    def _action(self, deed: Deed) -> QAction:
        action = QAction(deed.name, self)
        action.setToolTip(deed.hint)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if deed.keys:
            action.setShortcut(QKeySequence(deed.keys))
        action.triggered.connect(lambda _=False: self.wanted.emit(deed.id))
        return action

    def _button(self, deed: Deed) -> QPushButton:
        made = QPushButton(deed.name)
        made.setToolTip(deed.hint)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _=False: self.wanted.emit(deed.id))
        return made

    def show_entry(self, entry: Entry | None) -> None:
        """Offer what can be done with an entry."""
        self._entry = entry
        for deed in DEEDS:
            fits = entry is not None and deed.fits(entry)
            self.actions_by_id[deed.id].setEnabled(fits)
            if deed.id in self.buttons:
                self.buttons[deed.id].setVisible(entry is not None and entry.origin in deed.shown)
                self.buttons[deed.id].setEnabled(fits)
        more = [deed.id for deed in self._fitting() if entry is not None and entry.origin in deed.more]
        self._menu.clear()
        self._menu.addActions([self.actions_by_id[each] for each in more])
        self.more.setVisible(bool(more))

    def _fitting(self) -> Iterator[Deed]:
        return (deed for deed in DEEDS if self._entry is not None and deed.fits(self._entry))

    def _pop_up(self, at: QPoint) -> None:
        actions = [self.actions_by_id[deed.id] for deed in self._fitting()]
        if actions:
            menu = QMenu(self)
            menu.addActions(actions)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

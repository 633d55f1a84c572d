"""All keys on one page: those of the commands as the menus have them, and those of text and outline."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.commands import COMMANDS
from app.ui.focus import Dialog
from app.ui.forms.row import UNFOLD
from app.ui.key_names import key_name
from app.ui.menus import menu_names
from app.ui.pieces import button, button_row, heading, label, scrolled

_COLUMNS, _COLUMN, _EDGE, _GAP = 4, 256, 24, 24
"""How many columns at the most, and the pixels that one must have."""
_SIZE = (1200, 720)
"""All keys are seen at once where the screen has 1280 × 800 pixels."""
_ON_A_LINE = 9
"""Characters of a deed's name beside its keys, about."""
Keys = tuple[tuple[str, str], ...]
"""What is done, and the keys that do it."""

TEXT_KEYS: Keys = (
    ("到下一处【待填】；有提示时分成要点", "Tab"),
    ("到上一处【待填】", "Shift+Tab"),
    ("另起一段；在标题末尾，下面写正文", "Enter"),
    ("段首：接到上一段；刚打的序号退回成普通文字", "Backspace"),
    ("段末：把下一段接上来", "Delete"),
    ("段首打这几个字，变成标题或要点", "一、 （一） 1. 一是"),
    ("只看一支时显示全文；全屏时回来", "Esc"),
    ("去改这处事实", "Ctrl+单击"),
    ("放大、缩小", "Ctrl+滚轮"),
)
OUTLINE_KEYS: Keys = (
    ("到这个标题去写", "Enter"),
    ("删去这一节", "Delete"),
    ("收起、展开", "← →"),
    ("多选几节", "Shift+↑ ↓"),
)
FACT_KEYS: Keys = (("列出用在哪几处", key_name(UNFOLD)),)


@dataclass(frozen=True, slots=True)
class Group:
    """Keys that stand together under a name."""

    name: str
    keys: Keys


def groups() -> tuple[Group, ...]:
    """All keys there are, in the order of the menus, then those of the text and the outline."""
    known = {command.id: command for command in COMMANDS}
    by_menu: dict[str, list[tuple[str, str]]] = {}
    for command_id, menu in menu_names().items():
        command = known[command_id]
        if command.shortcuts:
            shown = "、".join(map(key_name, command.shortcuts))
            by_menu.setdefault(menu, []).append((command.name.rstrip("…").replace("　", " "), shown))
    named = (Group(menu, tuple(keys)) for menu, keys in by_menu.items())
    return (
        *named,
        Group("在正文里", TEXT_KEYS),
        Group("在提纲里", OUTLINE_KEYS),
        Group("在事实栏里", FACT_KEYS),
    )


def matching(query: str) -> Iterator[Group]:
    """The groups with the keys whose name, shortcut or group has what was typed; the rest is left out."""
    sought = query.strip().lower()
    for group in groups():
        kept = tuple(
            (name, keys) for name, keys in group.keys if sought in f"{group.name} {name} {keys}".lower()
        )
        if kept:
            yield Group(group.name, kept)


class ShortcutsPage(Dialog):
    """Shows the groups in columns, and those that fit what is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键一览")
        self.resize(*_SIZE)
        self.sought = QLineEdit(placeholderText="找一个快捷键：打名称，或打键名，如 ctrl")
        self.sought.setAccessibleName("查找快捷键")
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(self._show)
        self._canvas = QWidget()
        self._row = QHBoxLayout(self._canvas)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._many = _COLUMNS
        self.area = scrolled(self._canvas, "快捷键")
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(8)
        column.addWidget(self.sought)
        column.addWidget(self.area, 1)
        column.addLayout(button_row(button("关闭", self.reject)))
        self._show("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's call when it became wider or narrower: there are as many columns as can be read."""
        super().resizeEvent(event)
        many = max(1, min(_COLUMNS, (self.width() - 2 * _EDGE + _GAP) // (_COLUMN + _GAP)))
        if many != self._many:
            self._many = many
            self._show(self.sought.text())

    def _show(self, query: str) -> None:
        while (item := self._row.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        found = tuple(matching(query))
        if not found:
            self._row.addWidget(label("没有这样的快捷键。", "faint"))
            return
        columns = [_column(part) for part in _columns(found, self._many)]
        for column in columns + [QWidget() for _ in range(self._many - len(columns))]:
            self._row.addWidget(column, 1)


def _columns(found: tuple[Group, ...], many: int) -> list[tuple[Group, ...]]:
    """The groups in so many columns, or fewer, of nearly one height, in their order."""
    count = min(many, len(found))
    cuts = ((0, *inner, len(found)) for inner in combinations(range(1, len(found)), count - 1))
    parts = ([found[start:stop] for start, stop in pairwise(each)] for each in cuts)
    return min(parts, key=lambda columns: max(map(_height, columns)))


def _height(groups: tuple[Group, ...]) -> int:
    """In lines: a group has its name and a blank besides its keys, and a long name of a deed goes on below."""
    return sum(2 + sum(-(-len(name) // _ON_A_LINE) for name, _ in group.keys) for group in groups)


def _column(found: tuple[Group, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(0, 1)
    row = 0
    for group in found:
        if row:
            grid.setRowMinimumHeight(row, 8)
        grid.addWidget(heading(group.name), row + 1, 0, 1, 2)
        row += 2
        for name, keys in group.keys:
            grid.addWidget(label(name), row, 0, Qt.AlignmentFlag.AlignTop)
            shown = label(keys, "faint", wrap=False)
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row += 1
    grid.setRowStretch(row, 1)
    return holder

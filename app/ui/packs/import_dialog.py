"""导入模板包: what a pack brings is looked at, and chosen one by one, before anything of it is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.core.errors import AppError
from app.jobs.packs import take_in
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.templating.packs.brought import Brought, Look, Standing
from app.templating.packs.taking import Choice, Taken, choices_for
from app.ui.focus import Dialog
from app.ui.messages import tell_error
from app.ui.packs.brought_list import BroughtList
from app.ui.packs.brought_view import BroughtView
from app.ui.packs.words import deed_on
from app.ui.pieces import button, heading, label
from app.ui.tasks import Tasks
from app.ui.theme import Theme

_SIZE = (1120, 680)
_LIST = 330
_MOST_NAMED = 5
"""Things that are named when they have been taken."""


class ImportPackDialog(Dialog):
    """Shows what a pack brings. Accepted, `taken` is what was written of it."""

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.taken: Taken | None = None
        self._program, self._tasks, self._look = program, tasks, look
        self._choices = {item.key: choices_for(item)[0] for item in look.items}
        self.setWindowTitle("导入模板包")
        self.resize(*_SIZE)
        self.list = BroughtList()
        self.list.setFixedWidth(_LIST)
        self._name = heading("", 1.0)
        self._faults = label("", "warning")
        self.view = BroughtView(program, tasks, theme, look.library)
        self.radios = {choice: QRadioButton() for choice in Choice}
        self._group = QButtonGroup(self)
        for choice, radio in self.radios.items():
            self._group.addButton(radio)
            radio.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
        self._told = label("", "faint")
        self.main = button("", self._take, "main")
        self._lay_out()
        self.list.looked_at.connect(self._show_item)
        self.list.show_items(look.items, self._choices)
        self._show_item()
        self._count()
        self.list.setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        self.all_beside = self._all_button("不同的都另存", Choice.BESIDE)
        self.all_taken = self._all_button("不同的都替换", Choice.TAKE)
        links = QHBoxLayout()
        links.setSpacing(12)
        links.addWidget(self.all_beside)
        links.addWidget(self.all_taken)
        links.addStretch(1)
        left.addLayout(links)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._name)
        right.addWidget(self._faults)
        right.addWidget(self.view, 1)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for radio in self.radios.values():
            choices.addWidget(radio)
        choices.addStretch(1)
        right.addLayout(choices)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addLayout(left)
        parts.addLayout(right, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._told, 1)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(heading(self._look.name, 2.0))
        description = label(self._look.description, "faint")
        description.setVisible(bool(self._look.description))
        column.addWidget(description)
        notes = label("\n".join(self._look.notes), "warning")
        notes.setVisible(bool(self._look.notes))
        column.addWidget(notes)
        column.addSpacing(8)
        column.addLayout(parts, 1)
        column.addSpacing(8)
        column.addLayout(row)

    def _all_button(self, name: str, choice: Choice) -> QWidget:
        differing = [
            item for item in self._look.items if item.standing is Standing.DIFFERENT and not item.faults
        ]
        made = button(name, lambda: self._choose_for(differing, choice), "link")
        made.setEnabled(len(differing) > 1)
        return made

    # What is looked at

    def _show_item(self) -> None:
        item = self.list.item_looked_at
        for choice, radio in self.radios.items():
            radio.setVisible(item is not None and choice in choices_for(item))
        self.view.setVisible(item is not None)
        if item is None:
            self._name.setText("这个包里没有可以收的内容。")
            self._faults.hide()
            return
        self._name.setText(item.name)
        self._faults.setText("\n".join(item.faults[:4]))
        self._faults.setVisible(bool(item.faults))
        for choice, radio in self.radios.items():
            radio.setText(deed_on(item, choice))
        self._check(self._choices[item.key])
        self.view.show_item(item)

    def _check(self, chosen: Choice) -> None:
        """Tab stops at the one that is chosen; arrows go to the others, as in every group of such buttons."""
        for choice, radio in self.radios.items():
            radio.setChecked(choice is chosen)
            radio.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if choice is chosen else Qt.FocusPolicy.ClickFocus
            )

    # What is chosen

    def _choose(self, choice: Choice) -> None:
        item = self.list.item_looked_at
        if item is not None:
            self._choose_for([item], choice)

    def _choose_for(self, items: list[Brought], choice: Choice) -> None:
        self._choices |= {item.key: choice for item in items if choice in choices_for(item)}
        self.list.show_choices(self._choices)
        item = self.list.item_looked_at
        if item is not None:
            self._check(self._choices[item.key])
        self._count()

    def _count(self) -> None:
        wanted = [each for each in self._choices.values() if each is not Choice.LEAVE]
        self.main.setText(f"收进 {len(wanted)} 件" if wanted else "收进")
        self.main.setEnabled(bool(wanted))
        self._told.setText(_summary(self._look))

    def told(self) -> str:
        """What is said of the pack as a whole."""
        return self._told.text()

    def faults(self) -> str:
        """What is said to be wrong with what is looked at; empty for nothing."""
        return "" if self._faults.isHidden() else self._faults.text()

    def choice_for(self, kind: OwnKind, item_id: str) -> Choice:
        """What is to become of a thing."""
        return self._choices[kind, item_id]

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for the page any more."""
        self.view.finish()
        super().done(result)

    def told_taken(self) -> list[str]:
        """What is said when what was chosen has been taken."""
        chosen = [item for item in self._look.items if self._choices[item.key] is not Choice.LEAVE]
        names = "、".join(f"{item.name}（{item.kind.word}）" for item in chosen[:_MOST_NAMED])
        more = f"等 {len(chosen)} 件" if len(chosen) > _MOST_NAMED else ""
        said = [f"{names}{more}，在新建、插入模板和选版式的地方都能选到了。"]
        if any(item.replaces_own and self._choices[item.key] is Choice.TAKE for item in chosen):
            said.append("被替换的留在历史版本里。")
        return said

    def _take(self) -> None:
        try:
            self.taken = self._tasks.wait_for(lambda: take_in(self._program, self._look, self._choices))
        except AppError as error:
            tell_error(self, error)
            return
        self.accept()


def _summary(look: Look) -> str:
    counted: tuple[tuple[str, Callable[[Brought], bool]], ...] = (
        ("新的", lambda item: item.standing is Standing.NEW and not item.faults),
        ("与现有的不同", lambda item: item.standing is Standing.DIFFERENT and not item.faults),
        ("相同", lambda item: item.standing is Standing.SAME and not item.faults),
        ("有错", lambda item: bool(item.faults)),
    )
    said = [f"{word} {count}" for word, fits in counted if (count := sum(map(fits, look.items)))]
    return f"共 {len(look.items)} 件：{'，'.join(said)}。" if look.items else ""

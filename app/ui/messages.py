"""Dialogs that tell or ask one thing, with the deed's name on their buttons."""

from enum import Enum

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.ui.pieces import button, button_row, heading, label, selectable

_WIDTH = 440


class Answer(Enum):
    """What the writer said about changes that are not saved."""

    SAVE = "保存"
    DISCARD = "不保存"
    STAY = "取消"


class Message(QDialog):
    """A heading, a sentence or two, and buttons. `chosen` is the index of the one pressed, None for Escape."""

    def __init__(self, parent: QWidget | None, title: str, text: str, buttons: tuple[str, ...]) -> None:
        """The first of `buttons` is the main one."""
        super().__init__(parent)
        self.setWindowTitle("四层讲稿")
        self.setMinimumWidth(_WIDTH)
        self.chosen: int | None = None
        said = selectable(label(text))
        said.setVisible(bool(text))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(heading(title, 1.5))
        column.addWidget(said)
        column.addSpacing(16)
        made = [self._button(at, name) for at, name in enumerate(buttons)]
        column.addLayout(button_row(*reversed(made)))
        made[0].setFocus()
        self.setAccessibleDescription(f"{title}{text}")

    def _button(self, index: int, name: str) -> QPushButton:
        return button(name, lambda: self._choose(index), "" if index else "main")

    def _choose(self, index: int) -> None:
        self.chosen = index
        self.accept()


def tell(parent: QWidget | None, title: str, text: str = "", button: str = "知道了") -> None:
    """Tell something and wait until it was read."""
    Message(parent, title, text, (button,)).exec()


def tell_error(parent: QWidget | None, error: AppError) -> None:
    """Tell in words what happened and what to do."""
    tell(parent, error.what, error.remedy)


def ask(parent: QWidget | None, title: str, text: str, *deeds: str) -> int | None:
    """The index of the deed that was chosen; None for 取消 and Escape."""
    message = Message(parent, title, text, (*deeds, Answer.STAY.value))
    message.exec()
    return message.chosen if message.chosen is not None and message.chosen < len(deeds) else None


def choose(parent: QWidget | None, title: str, text: str, *deeds: str) -> int | None:
    """The index of the deed that was chosen, of some that are all there is; None for Escape."""
    message = Message(parent, title, text, deeds)
    message.exec()
    return message.chosen


def ask_to_save(parent: QWidget | None, name: str, saved_before: bool = True) -> Answer:
    """What to do with changes that are not saved yet; `saved_before`: all but these is."""
    title, lost = (
        (f"“{name}”有改动还没有保存。", "上次保存之后的改动")
        if saved_before
        else (f"“{name}”还没有保存过。", "写下的内容")
    )
    chosen = ask(
        parent,
        title,
        f"不保存的话，{lost}就没有了。",
        Answer.SAVE.value,
        Answer.DISCARD.value,
    )
    return Answer.STAY if chosen is None else (Answer.SAVE, Answer.DISCARD)[chosen]

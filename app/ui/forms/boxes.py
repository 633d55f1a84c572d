"""The boxes in which values are typed, one kind for each type of field.

A box knows raw text (a person: two of them); reading it as the field's type is the row's affair.
"""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.core.facts import FactValue, Person
from app.templating.fields import Field, FieldType, shown
from app.ui.forms.calm_combo import CalmCombo

_NOTHING_CHOSEN = "（不选）"
_LIST_LINES, _MOST_LINES = 3, 8


class Box(QWidget):
    """A place to type a value. `left` tells that the writer is done with it, `typed` every change by hand."""

    left = Signal()
    typed = Signal()

    def raw(self) -> FactValue:
        """What stands in it."""
        raise NotImplementedError

    def put(self, field: Field, value: FactValue | None) -> None:
        """Show a value."""
        raise NotImplementedError

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as not readable, or as right again."""
        for each in self.findChildren(QWidget):
            if each.property("wrong") is not None or wrong:
                each.setProperty("wrong", wrong)
                each.style().polish(each)

    def _hold(self, *widgets: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
            widget.installEventFilter(self)
        self.setFocusProxy(widgets[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What undo and redo do not find in the box they find in the draft: such a key is left to the window.

        A box that is left shows its value from the beginning.
        """
        if isinstance(watched, QLineEdit) and isinstance(event, QFocusEvent) and _goes_elsewhere(event):
            watched.home(False)
        return left_to_window(watched, event) or super().eventFilter(watched, event)


class LineBox(Box):
    """One line: a text, a date, a number."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.edit = QLineEdit(placeholderText=_hint(field))
        self.edit.setAccessibleName(field.name)
        self.edit.editingFinished.connect(self.left)
        self.edit.textEdited.connect(self.typed)
        self._hold(self.edit)

    def raw(self) -> FactValue:
        return self.edit.text()

    def put(self, field: Field, value: FactValue | None) -> None:
        _write(self.edit, shown(field, value))


class PersonBox(Box):
    """职务 and 姓名 beside each other."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        example = field.example if isinstance(field.example, Person) else Person("×××", "职务")
        self.post = QLineEdit(placeholderText=f"职务，如 {example.post}")
        self.name = QLineEdit(placeholderText="姓名")
        for edit, part in ((self.post, "职务"), (self.name, "姓名")):
            edit.setAccessibleName(f"{field.name}{part}")
            edit.editingFinished.connect(self.left)
            edit.textEdited.connect(self.typed)
        self._hold(self.post, self.name)
        self.layout().setStretch(0, 3)  # type: ignore[union-attr]
        self.layout().setStretch(1, 2)  # type: ignore[union-attr]

    def raw(self) -> FactValue:
        return Person(self.name.text(), self.post.text())

    def put(self, field: Field, value: FactValue | None) -> None:
        person = value if isinstance(value, Person) else Person("")
        _write(self.post, person.post)
        _write(self.name, person.name)


class _Lines(QPlainTextEdit):
    """Several lines, as high as what stands in them; Tab goes on to the next box."""

    left = Signal()

    def __init__(self, field: Field, least: int) -> None:
        super().__init__(placeholderText=_hint(field))
        self._least = least
        self.setTabChangesFocus(True)
        self.setAccessibleName(field.name)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def _fit(self) -> None:
        lines = max(int(self.document().size().height()), self._least)
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * min(lines, _MOST_LINES) + 20)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class LinesBox(Box):
    """A long text, or a list with one item a line."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.edit = _Lines(field, _LIST_LINES if field.type is FieldType.LIST else 4)
        self.edit.left.connect(self.left)
        self.edit.textChanged.connect(self.typed)
        self._hold(self.edit)

    def raw(self) -> FactValue:
        return self.edit.toPlainText()

    def put(self, field: Field, value: FactValue | None) -> None:
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(shown(field, value))


class ChoiceBox(Box):
    """One of the declared choices, or none."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.combo = CalmCombo()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setAccessibleName(field.name)
        default = f"（不选，用“{shown(field, field.default)}”）" if field.default else _NOTHING_CHOSEN
        self.combo.addItem(default, "")
        for choice in field.choices:
            self.combo.addItem(choice, choice)
        self.combo.activated.connect(self.typed)
        self.combo.activated.connect(self.left)
        self._hold(self.combo)

    def raw(self) -> FactValue:
        return str(self.combo.currentData() or "")

    def put(self, field: Field, value: FactValue | None) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(shown(field, value))))


def _write(edit: QLineEdit, text: str) -> None:
    """Show a text from its beginning on; who pressed Return in the box types on where he was."""
    at = edit.cursorPosition() if edit.hasFocus() else 0
    edit.setText(text)
    edit.setCursorPosition(at)


def _goes_elsewhere(event: QFocusEvent) -> bool:
    """Whether the writer leaves a box for another part of the window, not only for its menu or another program."""
    stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
    return event.lostFocus() and event.reason() not in stays


def left_to_window(edit: QObject, event: QEvent) -> bool:
    """Whether a key is undo or redo of which a box has no step; it then goes to the window."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = _own_steps(edit)
    keys = QKeySequence.StandardKey
    if (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo):
        event.ignore()
        return True
    return False


def _own_steps(edit: QObject) -> tuple[bool, bool]:
    """Whether there is something typed to take back, and something taken back to do again."""
    steps = edit.document() if isinstance(edit, QPlainTextEdit) else edit
    if isinstance(steps, QLineEdit | QTextDocument):
        return steps.isUndoAvailable(), steps.isRedoAvailable()
    return False, False


def box_for(field: Field) -> Box:
    """The box for a field's type."""
    kinds: dict[FieldType, type[LineBox | LinesBox | ChoiceBox | PersonBox]] = {
        FieldType.LONG: LinesBox,
        FieldType.LIST: LinesBox,
        FieldType.CHOICE: ChoiceBox,
        FieldType.PERSON: PersonBox,
    }
    return kinds.get(field.type, LineBox)(field)


def _hint(field: Field) -> str:
    """What an empty box says: the default that stands for nothing, else an example."""
    if field.default is not None:
        return f"不填就用“{shown(field, field.default)}”"
    if field.example is None:
        return "待填"
    if field.type is FieldType.LIST and isinstance(field.example, tuple):
        return "\n".join(("一行一项，如", *field.example[: _LIST_LINES - 1]))
    return f"如 {shown(field, field.example)}"

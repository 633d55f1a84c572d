"""The head of an occasion: what stands above the text, with facts in it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.core.kinds import HEAD_KINDS, KIND_NAMES, Kind
from app.templating.fields import Field, FieldType
from app.templating.head_lines import HeadLine, head_lines, head_source
from app.ui.occasion_editor.state import EditedState
from app.ui.pieces import button, label

_SAID = "事实写在〔〕里，如 在〔会议名称〕上的讲话；不要的空着。"
_AS_TEXT = "这个场合的抬头分情况写，只能在文字里改。"
_SAMPLES = {
    Kind.STAGE: "〔稿次〕",
    Kind.TITLE: "在〔会议名称〕上的讲话",
    Kind.SUBTITLE: "——〔副题用的事实〕",
    Kind.BYLINE: "〔讲话人|署名〕",
    Kind.DATE: "（〔会议日期〕）",
    Kind.SALUTATION: "〔称谓〕：",
}


class HeadPane(QWidget):
    """A line for each kind of the head, or its text where it is of another build."""

    def __init__(self, state: EditedState, facts: Sequence[Field]) -> None:
        super().__init__()
        self._state, self._facts = state, tuple(facts)
        self._only_with: dict[Kind, str] = {}
        self.boxes = {kind: QLineEdit(placeholderText=_SAMPLES[kind]) for kind in HEAD_KINDS}
        self._last = self.boxes[Kind.TITLE]
        self.insert = button("插入事实…", self._offer)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("抬头的文字")
        self.text.setTabChangesFocus(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_lines())
        self._stack.addWidget(self._make_text())
        for kind, box in self.boxes.items():
            box.textEdited.connect(lambda _, kind=kind: self._put(kind))
            box.selectionChanged.connect(lambda box=box: self._remember(box))
            box.cursorPositionChanged.connect(lambda *_, box=box: self._remember(box))
        self.text.textChanged.connect(self._put_text)
        state.replaced.connect(self.show_head)
        self.show_head()

    def _make_lines(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, (kind, box) in enumerate(self.boxes.items()):
            named = QLabel(KIND_NAMES[kind])
            named.setBuddy(box)
            box.setAccessibleName(f"抬头的{KIND_NAMES[kind]}")
            grid.addWidget(named, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.insert, len(self.boxes), 1, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(_SAID, "faint"))
        column.addLayout(grid)
        column.addStretch(1)
        return holder

    def _make_text(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(_AS_TEXT, "faint"))
        column.addWidget(self.text, 1)
        return holder

    def show_head(self) -> None:
        """Show the head as it is now."""
        source = self._state.occasion.head
        lines = head_lines(source)
        self._stack.setCurrentIndex(0 if lines is not None else 1)
        if lines is None:
            with QSignalBlocker(self.text):
                self.text.setPlainText(source.strip())
            return
        said = {line.kind: line for line in lines}
        self._only_with = {kind: line.only_with for kind, line in said.items()}
        for kind, box in self.boxes.items():
            text = said[kind].text if kind in said else ""
            if box.text() != text:
                box.setText(text)

    def _put(self, kind: Kind) -> None:
        lines = [HeadLine(each, box.text(), self._when(each)) for each, box in self.boxes.items()]
        occasion = replace(self._state.occasion, head=head_source(lines))
        self._state.put(occasion, ("head", kind), by_box=True)

    def _when(self, kind: Kind) -> str:
        """稿次 is only printed where it is given."""
        return self._only_with.get(kind, "稿次" if kind is Kind.STAGE else "")

    def _put_text(self) -> None:
        occasion = replace(self._state.occasion, head=self.text.toPlainText() + "\n")
        self._state.put(occasion, "head", by_box=True)

    # Facts

    def _remember(self, box: QLineEdit) -> None:
        if box.hasFocus():
            self._last = box

    def _offer(self) -> None:
        menu = QMenu(self)
        asked = self._state.occasion.facts
        known = {fact.name: fact for fact in (*self._facts, *self._state.now.facts)}
        ordered = [
            *(known[name] for name in asked if name in known),
            *(f for f in known.values() if f.name not in asked),
        ]
        for fact in ordered:
            menu.addAction(fact.name).triggered.connect(lambda _=False, fact=fact: self.put_in(fact))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert.mapToGlobal(QPoint(0, self.insert.height())))

    def put_in(self, fact: Field) -> None:
        """Put a fact where the cursor was last; a person's in the byline with post and name apart."""
        box = self._last
        form = "|署名" if fact.type is FieldType.PERSON and box is self.boxes[Kind.BYLINE] else ""
        box.insert(f"〔{fact.name}{form}〕")
        box.setFocus()
        kind = next(kind for kind, each in self.boxes.items() if each is box)
        self._put(kind)

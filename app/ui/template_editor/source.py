"""The template under the writer's hands: its text is a document, all else a value, and both have one undo history."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QPlainTextDocumentLayout

from app.templating.fields import Field
from app.templating.names import places_of
from app.templating.section_template import SectionTemplate
from app.ui.document.positions import units


@dataclass(frozen=True, slots=True)
class Front:
    """All of a template but its text. `renamed` are the present names of fields by those in the file."""

    template: SectionTemplate
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])


class Source(QObject):
    """A template under change. `changed` tells of any change, `front_changed` of one outside the text."""

    changed = Signal()
    front_changed = Signal()
    went_to = Signal(int)
    """Undo or redo wants the cursor at this character of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = QTextDocument(self)
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.steps = QUndoStack(self)
        self._front: Front | None = None
        self._body = ""
        self._replaying = False
        self.document.undoCommandAdded.connect(self._keep_text_step)
        self.document.contentsChanged.connect(self._follow_text)

    def open(self, template: SectionTemplate | None, text: str) -> None:
        """Begin anew with a template and its text; without a template the text is that of a whole file."""
        self._front = Front(template) if template else None
        self.document.setPlainText(text)
        self.document.setModified(False)
        self.steps.clear()
        self._body = text
        self.front_changed.emit()
        self.changed.emit()

    @property
    def front(self) -> Front | None:
        """All but the text; None while the file as a whole is written."""
        return self._front

    @property
    def body(self) -> str:
        """The text; characters that Qt would print as blanks stay what they are."""
        return self.document.toRawText().replace("\u2029", "\n")

    @property
    def template(self) -> SectionTemplate | None:
        """The template as it stands, its text beginning on line 1; None while the file as a whole is written."""
        return replace(self._front.template, body=self.body, body_line=1) if self._front else None

    @property
    def is_modified(self) -> bool:
        """Whether something differs from what was opened or saved last."""
        return not self.steps.isClean()

    # Changes outside the text

    def change(self, name: str, template: SectionTemplate, key: str = "") -> None:
        """Put another value in place of all but the text; steps of one `key` that follow each other are one."""
        if self._front is not None and self._front.template != template:
            self._push(name, replace(self._front, template=template), key)

    def change_field(self, at: int, changed: Field, key: str = "") -> None:
        """Put a field in the place of another one; of a new name also in the text."""
        assert self._front is not None
        fields = self._front.template.fields
        former = fields[at]
        if former == changed:
            return
        template = replace(self._front.template, fields=(*fields[:at], changed, *fields[at + 1 :]))
        if former.name == changed.name:
            self._push(f"改字段“{changed.name}”", replace(self._front, template=template), key)
            return
        self.steps.beginMacro(f"改名为“{changed.name}”")
        self._push("", Front(template, _renamed(self._front.renamed, former.name, changed.name)), "")
        self._rename_in_text(former.name, changed.name)
        self.steps.endMacro()

    def _rename_in_text(self, former: str, name: str) -> None:
        cursor, body = QTextCursor(self.document), self.body
        cursor.beginEditBlock()
        for start, stop in reversed(list(places_of(former, body))):
            cursor.setPosition(units(body, start))
            cursor.setPosition(units(body, stop), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(name)
        cursor.endEditBlock()

    def _push(self, name: str, front: Front, key: str) -> None:
        assert self._front is not None
        self.steps.push(_FrontStep(self, name, self._front, front, key))
        # What is typed next is a step of its own: Qt joins only to what is modified.
        self.document.setModified(False)

    def stand(self, front: Front) -> None:
        """Take another value in place of all but the text."""
        self._front = front
        self.front_changed.emit()
        self.changed.emit()

    # The text's own steps

    def _keep_text_step(self) -> None:
        if not self._replaying:
            self.steps.push(_TextStep(self))

    def replay(self, forward: bool) -> None:
        """Undo or redo a step of the text."""
        cursor = QTextCursor(self.document)
        self._replaying = True
        if forward:
            self.document.redo(cursor)
        else:
            self.document.undo(cursor)
        self._replaying = False
        self.went_to.emit(cursor.position())

    def _follow_text(self) -> None:
        body = self.body
        if body != self._body:
            self._body = body
            self.changed.emit()


class _TextStep(QUndoCommand):
    """A step that the document of the text keeps itself."""

    def __init__(self, source: Source) -> None:
        super().__init__("改正文")
        self._source, self._done = source, True

    def redo(self) -> None:
        if not self._done:
            self._source.replay(forward=True)
        self._done = True

    def undo(self) -> None:
        self._done = False
        self._source.replay(forward=False)


class _FrontStep(QUndoCommand):
    """A step outside the text."""

    def __init__(self, source: Source, name: str, before: Front, after: Front, key: str) -> None:
        super().__init__(name)
        self._source, self.before, self.after, self.key = source, before, after, key

    def redo(self) -> None:
        self._source.stand(self.after)

    def undo(self) -> None:
        self._source.stand(self.before)

    def id(self) -> int:
        return 1 if self.key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _FrontStep) or other.key != self.key:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


def _renamed(renamed: Mapping[str, str], former: str, name: str) -> Mapping[str, str]:
    """The present names by those in the file, after one more change."""
    known = {origin: name if now == former else now for origin, now in renamed.items()}
    return known if former in renamed.values() else {**known, former: name}

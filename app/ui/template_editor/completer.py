"""The list of what may be written, under the cursor; keys and input methods stay with the text."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.templating.completion import Completion, Offer, Source
from app.ui.document.positions import units
from app.ui.palette.matching import fit
from app.ui.template_editor.offer_list import OfferList


class Completer(QObject):
    """Offers what `ask` says for the text before and at the cursor of one editor."""

    def __init__(self, editor: QPlainTextEdit, ask: Callable[[str, int], Completion | None]) -> None:
        super().__init__(editor)
        self._editor, self._ask = editor, ask
        self.letters: Mapping[str, Sequence[str]] = {}
        """For names the letters by which each of their characters may be typed."""
        self.list = OfferList(editor)
        self.list.clicked.connect(lambda _: self.accept())
        self._completion: Completion | None = None
        self._shown_at = -1
        self._typing = False
        editor.installEventFilter(self)
        editor.cursorPositionChanged.connect(self._follow_cursor)
        editor.verticalScrollBar().valueChanged.connect(self.hide)

    @property
    def is_shown(self) -> bool:
        """Whether something is offered now."""
        return self._completion is not None

    def offer(self, asked: bool = False) -> None:
        """Offer what fits here; unless it was `asked` for, nothing where only one thing does and stands there."""
        text, at = self._place()
        completion = self._ask(text, at)
        offers = self._fitting(completion) if completion is not None else []
        if (
            completion is None
            or not offers
            or (not asked and _is_idle(completion, offers, text[at - 1 : at]))
        ):
            self.hide()
            return
        self._completion, self._shown_at = completion, self._editor.textCursor().position()
        self.list.fill(offers)
        self._place_list()

    def _place(self) -> tuple[str, int]:
        """The text and the place of the cursor in it, in characters."""
        document, cursor = self._editor.document(), self._editor.textCursor()
        text = document.toRawText().replace("\u2029", "\n")
        before = QTextCursor(document)
        before.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        return text, len(before.selectedText())

    def _fitting(self, completion: Completion) -> list[Offer]:
        found = [(self._fit(completion.word, offer), offer) for offer in completion.offers]
        return [
            offer
            for how, offer in sorted(((h, o) for h, o in found if h is not None), key=lambda pair: pair[0])
        ]

    def _fit(self, word: str, offer: Offer) -> int | None:
        return fit(word, offer.name, self.letters.get(offer.name, ()))

    def _place_list(self) -> None:
        window = self._editor.window()
        if self.list.parentWidget() is not window:
            self.list.setParent(window)
        cursor = self._editor.cursorRect()
        corner = self._editor.viewport().mapTo(window, QPoint(cursor.left(), cursor.bottom() + 4))
        if corner.y() + self.list.height() > window.height():
            corner.setY(corner.y() - cursor.height() - 8 - self.list.height())
        corner.setX(max(0, min(corner.x(), window.width() - self.list.width() - 8)))
        self.list.move(corner)
        self.list.raise_()
        self.list.show()
        self.list.scrollTo(self.list.currentIndex())

    def hide(self) -> None:
        """Offer nothing any more."""
        self._completion = None
        self.list.hide()

    def accept(self) -> None:
        """Write what is chosen in the list in the place of what was typed."""
        completion, offer = self._completion, self.list.chosen
        if completion is None or offer is None:
            return
        text, at = self._place()
        cursor = self._editor.textCursor()
        end = cursor.position()
        cursor.setPosition(end - units(text[completion.start : at]))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        start = cursor.selectionStart()
        self.hide()
        cursor.insertText(offer.text)
        if offer.caret is not None:
            cursor.setPosition(start + units(offer.text, offer.caret))
        self._editor.setTextCursor(cursor)
        if offer.caret is not None:
            self.offer()

    def _follow_cursor(self) -> None:
        """A cursor that was moved away wants nothing here."""
        if self.is_shown and self._editor.textCursor().position() != self._shown_at and not self._typing:
            self.hide()

    def typed(self, deed: Callable[[], None], begins: bool) -> None:
        """Do what may type something, and offer what fits after it: where something was offered, or it `begins` it."""
        was_shown, revision = self.is_shown, self._editor.document().revision()
        self._typing = True
        deed()
        self._typing = False
        if self._editor.document().revision() == revision:
            self._follow_cursor()
        elif was_shown or begins:
            self.offer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that go through the list, take from it or leave it."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.is_shown:
            return self._take_key(Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _take_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if self.list.step(key):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.accept()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True


def _is_idle(completion: Completion, offers: Sequence[Offer], before: str) -> bool:
    """Whether nobody asks for it: all that is offered stands there already, or a mark before it closes something."""
    if completion.word:
        return len(offers) == 1 and offers[0].name == completion.word
    quoted = (Source.CHOICE, Source.SLOT)
    opens = {"(": (Source.MARK,), '"': quoted, "'": quoted}.get(before)
    return opens is not None and offers[0].source not in opens

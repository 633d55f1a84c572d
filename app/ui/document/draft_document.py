"""The live draft (DESIGN.md §4): text, structure and facts under one undo history.

`fill` makes the document of a draft, `draft()` takes the snapshot, `apply` carries out a plan as one undo
step. After each edit that changed structure a normaliser makes the document sound again, renews computed
values and the room for painted numbers, joined to the step that caused it; it never runs within undo or
redo, nor while an input method composes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from app.core.computed import renewed
from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.numbering import numbers
from app.core.plan import Plan, difference
from app.core.repair import repaired
from app.layouts.model import Layout
from app.storage.schema import decode, encode
from app.ui.document.presentation import Presentation, needs_head_gap
from app.ui.document.properties import JOINED, KIND, LEAD, MARKER, META, RESTART, read_block
from app.ui.document.splicing import carry_out

_SETTLE = 40
"""Milliseconds after an edit before the views are told, so that fast typing tells them once."""


class DraftDocument(QTextDocument):
    """A QTextDocument that is a draft."""

    draft_changed = Signal()
    """Text or structure changed; a moment after the edit, once for several."""
    numbers_changed = Signal()
    """Painted numbers changed, at once."""
    filled = Signal()
    """Another draft stands here now."""
    shape_changed = Signal(int)
    """The kind, join or emptiness of a block changed, at once; its index."""

    def __init__(self, layout: Layout, parent: QObject | None = None, new_id: NewId = random_id) -> None:
        super().__init__(parent)
        self.presentation = Presentation(layout)
        self._new_id = new_id
        self._serials = count(1)
        self._shape: list[tuple[object, ...]] = []
        self._numbers: tuple[str, ...] = ("",)
        self._snapshot: tuple[tuple[int, str], Draft] | None = None
        self._settled = Draft()
        self._quiet = False
        self.composing: Callable[[], bool] = lambda: False
        """Whether an input method composes; the view says so."""
        self.setDefaultFont(self.presentation.body_font)
        self.setDocumentMargin(0)
        self.documentLayout()  # Qt tells of changes only when there is one
        self._normaliser = QTimer(self, singleShot=True, interval=0)
        self._normaliser.timeout.connect(self.normalise)
        self._teller = QTimer(self, singleShot=True, interval=_SETTLE)
        self._teller.timeout.connect(self.draft_changed)
        self.contentsChange.connect(self._on_contents_change)

    # Draft and document

    def fill(self, draft: Draft) -> None:
        """Make this the document of a draft: undo starts anew, nothing is modified."""
        self.setUndoRedoEnabled(False)
        self.clear()
        with self._step(QTextCursor.beginEditBlock):  # so that Qt lays out and draws once
            self._write_meta(draft)
            carry_out(self, difference("", Draft(), draft).splices, lambda: next(self._serials))
            self._present(draft)
        self.setUndoRedoEnabled(True)
        self._settled = draft
        self._renumber()
        self.setModified(False)
        self.filled.emit()
        self._teller.start()

    def draft(self) -> Draft:
        """The draft as it stands, sound; taken anew only when the document changed."""
        state = self.revision(), self._meta()
        if self._snapshot is None or self._snapshot[0] != state:
            self._snapshot = state, repaired(self._raw(), self._new_id)
        return self._snapshot[1]

    def _meta(self) -> str:
        """What the root frame keeps; not part of the revision, because Qt does not count frame formats."""
        return self.rootFrame().frameFormat().stringProperty(META)

    def _raw(self) -> Draft:
        meta = self._meta()
        draft = decode(meta.encode("utf-8"), "讲话稿")[0] if meta else Draft()
        return replace(
            draft, blocks=tuple(read_block(block) for block in self.text_blocks() if not self._vacant())
        )

    def _vacant(self) -> bool:
        first = self.firstBlock()
        return self.blockCount() == 1 and first.length() == 1 and not first.blockFormat().hasProperty(KIND)

    def _write_meta(self, draft: Draft) -> None:
        frame = self.rootFrame()
        wanted = frame.frameFormat()
        wanted.setProperty(META, encode(replace(draft, blocks=())).decode("utf-8"))
        if wanted != frame.frameFormat():
            frame.setFrameFormat(wanted)

    def text_blocks(self) -> Iterator[QTextBlock]:
        """The lines of the document in order."""
        block = self.firstBlock()
        while block.isValid():
            yield block
            block = block.next()

    # Changes

    def apply(self, plan: Plan) -> None:
        """Carry out a plan as one undo step."""
        if plan.is_empty:
            return
        self._settle_now()
        with self._step(QTextCursor.beginEditBlock):
            carry_out(self, plan.splices, lambda: next(self._serials))
            draft = self.draft()
            self._write_meta(
                replace(
                    draft,
                    facts=draft.facts if plan.facts is None else plan.facts,
                    occasion=draft.occasion if plan.occasion is None else plan.occasion,
                    layout=draft.layout if plan.layout is None else plan.layout,
                )
            )
            self._present(self.draft())
        self._settled = self.draft()
        self._renumber()
        self._teller.start()

    def normalise(self) -> None:
        """Make the document sound after an edit, in the same undo step; nothing where redo would be lost."""
        self._normaliser.stop()
        if self.composing():
            self._normaliser.start(200)
            return
        if self.availableRedoSteps() or not self.isUndoRedoEnabled():
            self._renumber()
            return
        raw = self._raw()
        wanted = renewed(self._settled, repaired(raw, self._new_id))
        plan = difference("", raw, wanted)
        if not plan.is_empty or self._misfits(wanted):
            with self._step(QTextCursor.joinPreviousEditBlock):
                carry_out(self, plan.splices, lambda: next(self._serials))
                self._present(wanted)
        self._settled = wanted
        self._renumber()

    def _settle_now(self) -> None:
        if self._normaliser.isActive():
            self.normalise()

    def _formats(self, draft: Draft) -> Iterator[tuple[QTextBlock, object]]:
        printed = numbers(draft.blocks)
        before: Block | None = None
        for text_block, block, number in zip(self.text_blocks(), draft.blocks, printed, strict=False):
            wanted = text_block.blockFormat()
            self.presentation.write(wanted, block, number, needs_head_gap(before, block))
            before = block
            if wanted != text_block.blockFormat():
                yield text_block, wanted

    def _misfits(self, draft: Draft) -> bool:
        return next(self._formats(draft), None) is not None

    def _present(self, draft: Draft) -> None:
        for text_block, wanted in list(self._formats(draft)):
            QTextCursor(text_block).setBlockFormat(wanted)  # type: ignore[arg-type]

    @contextmanager
    def _step(self, begin: Callable[[QTextCursor], None]) -> Iterator[None]:
        cursor = QTextCursor(self)
        with self._quietly():
            begin(cursor)
            try:
                yield
            finally:
                cursor.endEditBlock()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        was, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = was

    # Numbers

    def number(self, index: int) -> str:
        """The number painted before the block of that index; empty where it has none."""
        return self._numbers[index] if index < len(self._numbers) else ""

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        changed = self._shape_changed(position, added)
        if changed:
            self.shape_changed.emit(self.findBlock(position).blockNumber())
        if self._quiet:
            return  # whoever makes this change numbers and tells at its end
        self._teller.start()
        if changed:
            self._renumber()
            self._normaliser.start()

    def _shape_changed(self, position: int, added: int) -> bool:
        """Whether kinds, joins or emptiness changed; looks only at the blocks that the edit touched."""
        if len(self._shape) != self.blockCount():
            return True
        block = self.findBlock(position)
        while block.isValid() and block.position() <= position + added:
            if self._shape[block.blockNumber()] != _shape(block):
                return True
            block = block.next()
        return False

    def _renumber(self) -> None:
        self._shape = [_shape(block) for block in self.text_blocks()]
        found = numbers(_bare_blocks(self.text_blocks()))
        if found != self._numbers:
            self._numbers = found
            self.numbers_changed.emit()


def _shape(block: QTextBlock) -> tuple[object, ...]:
    found = block.blockFormat()
    return *(found.property(number) for number in (KIND, MARKER, RESTART, JOINED, LEAD)), block.length() > 1


def _bare_blocks(text_blocks: Iterator[QTextBlock]) -> Sequence[Block]:
    """The lines as numbering needs them: kind, marker, restart and whether there is text."""
    return [read_block(block) for block in text_blocks]

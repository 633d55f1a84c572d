"""The live draft (DESIGN.md §4): text, structure and facts under one undo history.

`fill` makes the document of a draft, `draft()` takes the snapshot, `apply` carries out a plan as one undo
step. After each edit that changed structure a normaliser makes the document sound again, renews computed
values and the room for painted numbers, joined to the step that caused it; it never runs within undo or
redo, nor while an input method composes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QObject, QSignalBlocker, QSizeF, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

from app.core.computed import SCOPE, renewed
from app.core.draft import Block, Draft
from app.core.ids import NewId, random_id
from app.core.kinds import HEADINGS
from app.core.lead import is_run_in, lead_length
from app.core.plan import Plan, Splice, applied, difference
from app.core.repair import arranged
from app.layouts.model import Layout
from app.storage.schema import decode, encode
from app.ui.document.looks import Looks
from app.ui.document.numbers import Numbers
from app.ui.document.presentation import Presentation
from app.ui.document.properties import META
from app.ui.document.reading import LineCache
from app.ui.document.splicing import carry_out, is_vacant
from app.ui.document.step_log import StepLog

_FEW = 3
"""Lines that are looked at one by one, to see whether only their text changed."""

_FAR = 64
"""Lines within which a paragraph goes on: empty ones may be between, thousands of them only in a file that means harm."""

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
        self._lines = LineCache(self)
        self._looks = Looks(self.presentation)
        self._numbers = Numbers()
        self._snapshot: tuple[str, Draft] | None = None
        self._retyped: set[int] = set()
        """The lines of the snapshot of which only the text is another by now."""
        self._settled = Draft()
        self.steps = StepLog(self)
        self._quiet = self._is_laid_out_anew = False
        self._coming: Draft | None = None
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

    def fill(self, draft: Draft, before: Sequence[Block] = ()) -> None:
        """Make this the document of a draft: undo starts anew, nothing is modified.

        `before` are blocks that are not shown, and after which it is numbered on.
        """
        self._numbers.go_on_after(before)
        with self._without_lines():
            self.setUndoRedoEnabled(False)
            self.clear()
            splices = difference("", Draft(), draft).splices
            with self._becoming(draft), self._step(QTextCursor.beginEditBlock):
                self._write_meta(draft)
                self._write(draft, splices)
            self._stand(draft)
            self.setUndoRedoEnabled(True)
            self.setModified(False)
            self._normaliser.stop()
            self.steps.clear()
            self.filled.emit()  # cursors are at the end: going from there would lay out all lines
        self._teller.start()

    def draft(self) -> Draft:
        """The draft as it stands, sound; only what changed since the last time is read."""
        meta = self.rootFrame().frameFormat().stringProperty(META)
        if self._snapshot is None or self._snapshot[0] != meta:
            draft = arranged(self._with_meta(block for _, block in self._read()), self._new_id)
        elif self._retyped:
            draft = self._with_text(self._snapshot[1])
        else:
            return self._snapshot[1]
        self._snapshot = meta, draft
        self._retyped.clear()
        return draft

    def _with_text(self, draft: Draft) -> Draft:
        """A draft with the text of the lines that were typed in."""
        blocks = list(draft.blocks)
        for index in self._retyped:
            blocks[index] = replace(blocks[index], runs=self._lines.line(index)[1].runs)
        return replace(draft, blocks=tuple(blocks))

    def _read(self) -> Sequence[tuple[Block, Block]]:
        return () if is_vacant(self) else self._lines.read()

    def _stand(self, draft: Draft) -> None:
        """The document says this draft, and was settled with it."""
        self._lines.know(draft.blocks)
        self._snapshot = self.rootFrame().frameFormat().stringProperty(META), draft
        self._retyped.clear()
        self._settled = draft

    def _with_meta(self, blocks: Iterable[Block]) -> Draft:
        meta = self.rootFrame().frameFormat().stringProperty(META)
        draft = decode(meta.encode("utf-8"), "讲话稿")[0] if meta else Draft()
        return replace(draft, blocks=tuple(blocks))

    def _write_meta(self, draft: Draft) -> None:
        frame = self.rootFrame()
        wanted = frame.frameFormat()
        wanted.setProperty(META, encode(replace(draft, blocks=())).decode("utf-8"))
        if wanted != frame.frameFormat():
            frame.setFrameFormat(wanted)

    @property
    def is_settling(self) -> bool:
        """Whether the views have yet to be told of a change."""
        return self._teller.isActive()

    def tell_now(self) -> None:
        """Tell the views of a change that they are to be told of a moment later."""
        if self._teller.isActive():
            self._teller.stop()
            self.draft_changed.emit()

    def line(self, index: int) -> Block:
        """The block that a line is, sound in itself; not to be asked within a step."""
        return self._lines.line(index)[1]

    def is_run_in(self, index: int) -> bool:
        """Whether a line is a heading behind whose lead the paragraph goes on; not to be asked within a step."""
        block = self.line(index)
        if block.kind not in HEADINGS:
            return False
        following = (self.line(at) for at in range(index + 1, min(index + _FAR, self.blockCount())))
        after = next((each for each in following if each.runs), None)
        followed = after is not None and after.joined
        return is_run_in(block, lead_length(block, followed), followed)

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
        self.settle()
        after = applied(plan, self.draft())
        self._teller.start()  # before the cursor goes anywhere: whoever follows it waits for the rest
        with self._named(plan.name), self._becoming(after), self._step(QTextCursor.beginEditBlock):
            self._write(after, plan.splices)
            if (plan.facts, plan.occasion, plan.layout) != (None, None, None):
                self._write_meta(after)
        self._stand(after)
        self._teller.start()  # anew: a long step is painted first

    def normalise(self) -> None:
        """Make the document sound after an edit, in the same undo step; nothing where redo would be lost."""
        self._normaliser.stop()
        if self.composing():
            self._normaliser.start(200)
        elif self.isRedoAvailable() or not self.isUndoRedoEnabled():
            self._return_to(self.draft())
        else:
            raw = self._with_meta(block for block, _ in self._read())
            wanted = renewed(self._settled, self.draft())
            splices = difference("", raw, wanted).splices
            with self.steps.joining(), self._becoming(wanted), self._step(QTextCursor.joinPreviousEditBlock):
                self._write(wanted, splices)
            self._stand(wanted)

    def undo(self, cursor: QTextCursor | None = None) -> None:
        """Take the last step back; a cursor is put where it happened."""
        self._go_back_or_forth(super().undo, cursor, -1)

    def redo(self, cursor: QTextCursor | None = None) -> None:
        """Make the last step that was taken back again; a cursor is put where it happened."""
        self._go_back_or_forth(super().redo, cursor, 1)

    def _go_back_or_forth(self, step: Callable[..., None], cursor: QTextCursor | None, by: int) -> None:
        self.settle()
        if not (self.isUndoAvailable() if by < 0 else self.isRedoAvailable()):
            return
        self._teller.start()
        with self._quietly():
            if cursor is None:
                step()
            else:
                step(cursor)
        self._normaliser.stop()
        self.steps.go(by)
        self._return_to(self.draft())
        self._teller.start()

    def _return_to(self, draft: Draft) -> None:
        """A draft that undo or redo brought back is as it was settled then: nothing is written."""
        self._renumber(draft)
        self._looks.want(draft.blocks, self._numbers.shown)
        self._looks.trust(self.blockCount())
        self._settled = draft

    def _write(self, draft: Draft, splices: Sequence[Splice]) -> None:
        """Carry out the splices that make a draft and dress its lines anew that do not look right; within a step."""
        self._renumber(draft)
        self._looks.want(draft.blocks, self._numbers.shown)
        carry_out(self, splices, lambda: next(self._serials), self._dress)
        self._looks.put_in(splices, self.blockCount())
        for index in self._looks.misfits(self.blockCount()):
            self._present(self.findBlockByNumber(index))

    def _dress(self, block_format: QTextBlockFormat, index: int) -> None:
        self.presentation.write(block_format, self._looks.wanted(index))

    def settle(self) -> None:
        """Do now, before an edit, what was left to the event loop: make the document sound, lay out its lines."""
        if self._normaliser.isActive() and not self.composing():
            self.normalise()
        self.lay_out_all()

    def lay_out_all(self) -> None:
        """Break into lines now what Qt puts off: of a text that changes meanwhile it never lays out what is below."""
        self.pageCount()

    def _present(self, text_block: QTextBlock) -> None:
        wanted = text_block.blockFormat()
        self._dress(wanted, text_block.blockNumber())
        if wanted != text_block.blockFormat():
            QTextCursor(text_block).setBlockFormat(wanted)

    @contextmanager
    def _named(self, name: str) -> Iterator[None]:
        """What is done within is called so in the 编辑 menu."""
        self.steps.call(name)
        try:
            yield
        finally:
            self.steps.call(None)

    @contextmanager
    def _becoming(self, draft: Draft) -> Iterator[None]:
        """What is done within makes this draft: nobody has to read it."""
        self._coming = draft
        try:
            yield
        finally:
            self._coming = None

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
    def _without_lines(self) -> Iterator[None]:
        """What is put in within is broken into lines when somebody looks: Qt lays out nothing without a width.

        The width that it gets back lets Qt lay out the lines that are asked for, and the others when it is idle.
        """
        size = self.pageSize()
        self.setPageSize(QSizeF(0, 0))
        try:
            yield
        finally:
            self.setPageSize(size)

    def lay_out_with(self, layout: QAbstractTextDocumentLayout | None) -> None:
        """Have another layout break the text into lines, Qt's own with None; whoever calls sets the page's width next.

        Nothing of the draft changes, though Qt tells of it as of a change of the whole text.
        """
        self.setPageSize(QSizeF(0, 0))
        self._is_laid_out_anew = True
        try:
            if layout is not None:
                self.setDocumentLayout(layout)
                return
            with QSignalBlocker(self):  # it is told when there is one again
                self.setDocumentLayout(None)  # type: ignore[arg-type]
            self.documentLayout()  # Qt makes its own when somebody asks
        finally:
            self._is_laid_out_anew = False

    def set_margin(self, pixels: int) -> None:
        """Leave so much blank about the text: of the draft nothing changes, nor do views have to be told.

        For a view that is made; Qt takes it for a step that can be undone.
        """
        self._is_laid_out_anew = True
        try:
            self.setDocumentMargin(pixels)
        finally:
            self._is_laid_out_anew = False

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
        shown = self._numbers.shown
        return shown[index] if index < len(shown) else ""

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._is_laid_out_anew:
            return
        first, last, known = self._lines.forget(position, added)
        if self._quiet:
            # Whoever makes this change dresses, settles and tells at its end.
            self._snapshot = None
            if self._coming is not None and len(self._coming.blocks) == self.blockCount():
                self._lines.know(self._coming.blocks)
                self._snapshot = self.rootFrame().frameFormat().stringProperty(META), self._coming
            self.shape_changed.emit(first)
            return
        self.steps.tell(removed, added)
        looks = self._looks.forget(first, last, self.blockCount())
        self._teller.start()
        if self._keep_shape(first, last, known):
            for index, look in enumerate(looks, first):
                self._looks.keep(index, look)
                self._retyped.add(index)
        else:
            self._snapshot = None
            self.shape_changed.emit(first)
            self._renumber(self.draft())
            self._normaliser.start(0)

    def _keep_shape(self, first: int, last: int, known: Sequence[tuple[Block, Block] | None]) -> bool:
        """Whether of these lines only the text changed: what they are and carry, and that they have text, is as it was.

        A change within one line may reach to the next, as Qt tells it.
        """
        settled = self._snapshot[1].blocks if self._snapshot is not None else ()
        if len(known) != last - first + 1 or last >= len(settled) or len(known) > _FEW:
            return False  # lines came or went, or there is no block yet
        return all(
            line is not None
            and settled[index].kind is line[1].kind  # else it is not yet what it will be
            and self._is_of_shape(index, _shape(line[1]))
            for index, line in enumerate(known, first)
        )

    def _is_of_shape(self, index: int, shape: tuple[object, ...]) -> bool:
        """Whether a line is of that shape, and its text is written just as it is sound."""
        written, sound = self._lines.line(index)
        return _shape(sound) == shape and written.runs == sound.runs

    def _renumber(self, draft: Draft) -> None:
        if self._numbers.renew(draft.blocks):
            self.numbers_changed.emit()  # lines that were put in or changed are painted anyway


def _shape(block: Block) -> tuple[object, ...]:
    """What other blocks, numbers and looks depend on."""
    return (
        *(block.id, block.kind, block.marker, block.restart, block.joined, block.lead, block.section),
        *(
            bool(block.runs),
            *((run.bind, run.text) for run in block.runs if run.bind and run.bind.scope == SCOPE),
        ),
    )

"""What commands make of the selected blocks and words, whose text stays: kind, 接排, bold, 待核实, comment."""

from typing import TYPE_CHECKING

from app.core import marks, structure
from app.core.draft import Draft
from app.core.joining import toggle_series
from app.core.kinds import JOINABLE, NUMBERED, Kind
from app.core.place import Place
from app.core.plan import Plan, applied, difference
from app.core.selection import begun

if TYPE_CHECKING:
    from app.ui.editor.speech_editor import SpeechEditor


class Formatting:
    """The deeds on the selection of one editor, each one step of undo."""

    def __init__(self, editor: "SpeechEditor") -> None:
        self._editor = editor

    def _selected_indices(self, draft: Draft) -> list[int]:
        """The selected blocks; the one at whose start a selection ends is not."""
        start, stop = self._editor.selection()
        last = stop.index - 1 if stop.offset == 0 and start.index < stop.index else stop.index
        return list(range(start.index, min(last + 1, len(draft.blocks))))

    def set_kind(self, kind: Kind, marker: str = "") -> None:
        """Make the selected blocks of one kind."""

        def make(draft: Draft) -> Plan:
            whole = begun(draft)
            plan = structure.set_kind(whole, self._selected_indices(whole), kind, marker)
            return plan if whole is draft else difference(plan.name, draft, applied(plan, whole))

        self._editor.change(make)

    def toggle_restart(self) -> None:
        """Begin the numbers anew at the first selected heading or point, or let it go on where it does."""

        def make(draft: Draft) -> Plan:
            numbered = (at for at in self._selected_indices(draft) if draft.blocks[at].kind in NUMBERED)
            at = next(numbered, None)
            return Plan("") if at is None else structure.set_restart(draft, at, not draft.blocks[at].restart)

        self._editor.change(make)

    def toggle_joined(self) -> None:
        """Run the selected blocks on in their paragraph, or let them stand on their own where all run on."""

        def make(draft: Draft) -> Plan:
            indices = [at for at in self._selected_indices(draft) if draft.blocks[at].kind in JOINABLE]
            joined = not all(draft.blocks[at].joined for at in indices)
            return structure.set_joined(draft, indices, joined)

        self._editor.change(make)

    def toggle_series(self) -> None:
        """Run the whole series of points at the selection on in its paragraph, or part it."""
        self._editor.change(lambda draft: toggle_series(draft, self._selected_indices(draft)))

    def toggle_bold(self) -> None:
        """Make the selection bold, or plain where it is; without one, what is typed next."""
        self._editor.commit()
        if not self._editor.textCursor().hasSelection():
            self._editor.bold_typing.toggle()
            return
        self._editor.change(lambda draft: marks.toggle_bold(draft, *self._editor.selection()))

    def toggle_query(self) -> None:
        """Mark the selection 待核实, or take the mark off."""
        self._editor.change(lambda draft: marks.toggle_query(draft, *self._editor.selection()))

    def comment(self) -> tuple[Place, Place, str]:
        """The comment at the cursor with its stretch; the selection and an empty text where there is none."""
        start, stop = self._editor.selection()
        found = marks.comment_at(self._editor.draft_document.draft(), stop) if start == stop else None
        return found or (start, stop, "")

    def set_comment(self, start: Place, stop: Place, text: str) -> None:
        """Put a comment on a stretch; an empty one takes it off."""
        self._editor.change(lambda draft: marks.set_comment(draft, start, stop, text))

"""Replacing hits on the page: one and on to the next, or all in one step."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.place import Place
from app.core.plan import Plan
from app.core.replace import bound_hits, replaceable, replaced, replacement_for
from app.core.search import Hit
from app.core.writing import Stroke
from app.templating.library import Library
from app.templating.rewording import Search, fact_reworded, replaced_with_facts
from app.ui.editor.speech_editor import Make
from app.ui.find.questions import Choice, ask_about_all, ask_about_one, outcome


class Replacing:
    """Makes what replaces hits of a draft, after asking what is to be asked."""

    def __init__(self, library: Callable[[], Library], window: QWidget) -> None:
        self._library = library
        self._window = window

    def one(self, draft: Draft, hit: Hit, text: str) -> Make | None:
        """What replaces one hit and goes behind it; None where the writer thought better of it.

        Raises UsageError as `replacement_for` does.
        """
        place = Place(draft.index_of(hit.block_id), hit.start + len(replacement_for(hit, text)))
        choice: Choice | None = Choice.HERE
        if hit.bind is not None:
            fits = fact_reworded(draft, [hit], text, self._library()) is not None
            choice = ask_about_one(self._window, hit.bind, fits)
        if choice is None:
            return None

        def make(draft: Draft) -> Stroke:
            if choice is Choice.FACT:
                plan = fact_reworded(draft, [hit], text, self._library())
                return Stroke(plan or Plan(""), place)
            return Stroke(replaced(draft, [hit], text, bound_too=True), place)

        return make

    def all(
        self, draft: Draft, hits: Sequence[Hit], search: Search, text: str
    ) -> tuple[Callable[[Draft], Plan], list[str]] | None:
        """What replaces all that `search` finds, and where it then says what came of it; None for 取消 and nothing found.

        `hits` are those that the writer sees in the draft. Raises UsageError as `replacement_for` does.
        """
        if not hits:
            return None
        choice: Choice | None = Choice.LEAVE
        if bound := bound_hits(hits):
            _, left = replaced_with_facts(draft, search, text, self._library())
            choice = ask_about_all(self._window, bound, left, len(replaceable(hits)))
        if choice is None:
            return None
        said: list[str] = []

        def make(draft: Draft) -> Plan:
            found = search(draft)
            wanted = (
                replaceable(found) if choice is Choice.LEAVE else [*replaceable(found), *bound_hits(found)]
            )
            in_numbers = sum(hit.in_number for hit in found)
            if choice is Choice.FACT:
                plan, left = replaced_with_facts(draft, search, text, self._library())
                said.append(outcome(len(wanted) - len(left), in_numbers, left))
                return plan
            said.append(outcome(len(wanted), in_numbers, ()))
            return replaced(draft, found, text, bound_too=choice is Choice.HERE)

        return make, said

"""Carries out searches: at once, and for whole words in the worker, which may have to learn the words first."""

from collections.abc import Callable, Sequence
from functools import partial

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.search import Hit, Query, Within, find
from app.ui.find.hits import Hits
from app.ui.find.words import Words
from app.ui.tasks import Task, Tasks


class Searcher:
    """One search at a time; a new one drops the one under way."""

    def __init__(self, tasks: Tasks, cut: Callable[[str], Sequence[str]]) -> None:
        self._tasks = tasks
        self._words = Words(cut)
        self._task: Task | None = None

    def find(self, draft: Draft, query: Query, within: Within) -> tuple[Hit, ...]:
        """The hits of a draft, at once. Raises UsageError for a pattern that cannot be searched for."""
        return find(draft, query, within, self._words)

    def search(
        self,
        draft: Draft,
        query: Query,
        within: Within,
        show: Callable[[Hits], object],
        refuse: Callable[[AppError], object],
    ) -> None:
        """Give the hits to `show`, or what is wrong with the search to `refuse`."""
        self.drop()
        search = partial(self.find, draft, query, within)
        if query.whole_word and query.text:
            self._task = self._tasks.run_task(
                search,
                lambda found: self._end(show, Hits.of(draft, found)),
                lambda error: _fail(error, refuse),
            )
            return
        try:
            found = search()
        except AppError as error:
            refuse(error)
        else:
            show(Hits.of(draft, found))

    def _end(self, show: Callable[[Hits], object], hits: Hits) -> None:
        self._task = None
        show(hits)

    def drop(self) -> None:
        """Tell nobody of the search under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _fail(error: Exception, refuse: Callable[[AppError], object]) -> None:
    """Errors that the writer cannot act upon go where all errors go."""
    if not isinstance(error, AppError):
        raise error
    refuse(error)

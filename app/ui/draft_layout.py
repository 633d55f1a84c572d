"""The layout in which the open draft is shown: its own, another that is chosen, the standard one where it is gone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.errors import AppError, UsageError
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.layouts.find import DEFAULT, list_layouts
from app.layouts.model import Layout
from app.ui.draft_views import DraftViews
from app.ui.messages import tell_error


class DraftLayout:
    """Finds and changes it, and looks whether it was changed elsewhere."""

    def __init__(
        self,
        program: Program,
        views: DraftViews,
        show: Callable[[Draft, Layout, bool], None],
        settle: Callable[[], bool],
        note: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """`show` puts the open draft on a new page, modified or not.

        `settle` takes in what is being typed; False where it cannot be read.
        """
        self._program, self._views, self._window = program, views, window
        self._show, self._settle, self._note = show, settle, note

    def of(self, draft: Draft) -> Layout:
        """A draft's layout; the standard one, with a word about it, where that is not to be had."""
        try:
            return layout_of(self._program, draft)
        except AppError as error:
            tell_error(self._window, _without(error, draft))
            return layout_of(self._program, draft, DEFAULT)

    def choices(self) -> tuple[tuple[Layout, bool], ...]:
        """The layouts there are, and whether each is that of the open draft."""
        current = self._views.draft().layout if self._views.page else ""
        found = list_layouts(self._program.places.layout_folders).layouts
        return tuple((layout, layout.id == current) for layout in found)

    def change(self, layout_id: str) -> None:
        """Show and print the open draft in another layout, or in its own as that is now.

        The document is filled anew, so undo begins here; nothing is done where the layout is the same to the letter.
        """
        views = self._views
        if views.page is None or not self._settle():
            return
        at, draft, before = views.block(), views.draft(), views.page.document
        wanted = replace(draft, layout=layout_id)
        layout = self.of(wanted)
        if draft.layout == layout_id and layout == before.presentation.layout:
            return
        self._show(wanted, layout, before.isModified() or draft.layout != layout_id)
        views.writing.go_to_block(at)
        self._note("版式换好了；撤销从这里重新记起。")

    def look(self) -> None:
        """Say so where the open draft's layout was changed: showing it would cost the writer's undo."""
        if self._views.page is None:
            return
        draft = self._views.draft()
        try:
            now = layout_of(self._program, draft)
        except AppError as error:
            self._note(_without(error, draft).what)
            return
        if now != self._views.page.document.presentation.layout:
            self._note(f"版式“{now.name}”改过了；在“版式”菜单里再选一次，稿纸就换上。")


def _without(error: AppError, draft: Draft) -> AppError:
    """Why a draft's layout is not to be had, in the words of the window: whoever sees it has menus, no command line."""
    if not isinstance(error, UsageError):
        return AppError(f"{error.what}这份稿子先照公文标准排。", error.remedy)
    what = f"这份稿子用的版式“{draft.layout}”不在了，先照公文标准排。"
    return AppError(what, "在“版式”菜单里选一个，稿子就记住它；删掉的可以在“版式管理”里放回来。")

"""Where the bar looks, by what the writer chose in it and selected on the page."""

from app.core.draft import Draft
from app.core.outline import section_at
from app.core.place import Place
from app.core.search import EVERYWHERE, Within, selected
from app.ui.find.bar import Scope

_NOWHERE = Within(section="none")
_NO_SECTION = "光标还不在哪一节里，先到要找的那一节点一下。"
_NO_SELECTION = "还没有选中文字，先在正文里选一段。"


def within_of(scope: Scope, draft: Draft, start: Place, stop: Place) -> tuple[Within, str]:
    """Where to look when the writer has selected from one place to another; what to say where that is nothing."""
    if scope is Scope.HEADINGS:
        return Within(headings=True), ""
    if scope is Scope.SECTION:
        stretch = section_at(draft, start.index)
        return (Within(section=stretch.section.id), "") if stretch else (_NOWHERE, _NO_SECTION)
    if scope is Scope.SELECTION:
        if start == stop or not draft.blocks:
            return _NOWHERE, _NO_SELECTION
        return selected(draft, start, stop), ""
    return EVERYWHERE, ""

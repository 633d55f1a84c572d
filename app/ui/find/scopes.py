"""Where the bar looks, taken from the page as it is when the writer chooses."""

from app.core.outline import section_at
from app.core.search import EVERYWHERE, Within, selected
from app.ui.find.bar import Scope
from app.ui.page import Page

_NOWHERE = Within(section="none")
_NO_SECTION = "光标还不在哪一节里，先到要找的那一节点一下。"
_NO_SELECTION = "还没有选中文字，先在正文里选一段。"


def within_of(scope: Scope, page: Page) -> tuple[Within, str]:
    """Where to look, and what to say where the page has nothing of the kind."""
    draft = page.document.draft()
    if scope is Scope.HEADINGS:
        return Within(headings=True), ""
    if scope is Scope.SECTION:
        stretch = section_at(draft, page.editor.current_block_index())
        return (Within(section=stretch.section.id), "") if stretch else (_NOWHERE, _NO_SECTION)
    if scope is Scope.SELECTION:
        start, stop = page.editor.selection()
        if start == stop or not draft.blocks:
            return _NOWHERE, _NO_SELECTION
        return selected(draft, start, stop), ""
    return EVERYWHERE, ""

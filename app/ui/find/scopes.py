"""Where the bar looks, by what the writer chose in it and selected on the page."""

from dataclasses import dataclass

from app.core.draft import Draft
from app.core.outline import Stretch, outline, section_at
from app.core.place import Place
from app.core.search import EVERYWHERE, Within, selected
from app.ui.find.bar import Scope

_NOWHERE = Within(section="none")
_NO_SECTION = "光标还不在哪一节里，先到要找的那一节点一下。"
_NO_SELECTION = "还没有选中文字，先在正文里选一段。"
_SHORT = 6
"""Characters of the name of a section that has no number."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where is looked; what to say where that is nothing; and the section that it is, if it is one."""

    within: Within = EVERYWHERE
    said: str = ""
    short: str = ""
    title: str = ""


def where(scope: Scope, draft: Draft, start: Place, stop: Place) -> Where:
    """Where to look when the writer has selected from one place to another."""
    if scope is Scope.HEADINGS:
        return Where(Within(headings=True))
    if scope is Scope.SECTION:
        stretch = section_at(draft, start.index)
        return _section(draft, stretch) if stretch else Where(_NOWHERE, _NO_SECTION)
    if scope is Scope.SELECTION:
        if start == stop or not draft.blocks:
            return Where(_NOWHERE, _NO_SELECTION)
        return Where(selected(draft, start, stop))
    return Where()


def _section(draft: Draft, stretch: Stretch) -> Where:
    node = next((each for each in outline(draft) if each.start == stretch.start), None)
    number, text = (node.number, node.text) if node else ("", stretch.section.name)
    short = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
    return Where(Within(section=stretch.section.id), short=number or short, title=number + text)


def is_elsewhere(within: Within, draft: Draft, index: int) -> bool:
    """Whether a block stands in another section than the one that is looked in."""
    stretch = section_at(draft, index)
    return within.section != (stretch.section.id if stretch else _NOWHERE.section)

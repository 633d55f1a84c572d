"""The draft that the program is begun with: its page is painted before anything else of the workbench is made."""

from dataclasses import dataclass
from pathlib import Path

from app.jobs.layouts import layout_of
from app.jobs.opening import Opened, opened_or_content
from app.jobs.program import Program
from app.layouts.model import Layout
from app.ui.frame import ThreeParts
from app.ui.page import Page
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.viewing import see_as_remembered
from app.ui.window_state import WindowState

_LATEST = 0.3
"""Seconds after which the window does not wait for the draft any more."""


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What was read, its page, and the three parts with blank sides in which that stands."""

    opened: Opened
    page: Page
    parts: ThreeParts
    name: str
    """Of the file."""


def first_page(
    program: Program, tasks: Tasks, theme: Theme, state: WindowState, path: Path
) -> FirstPage | None:
    """The page of the draft in a file; None where that takes longer than a moment: the workbench sees to that."""

    def read() -> tuple[Opened, Layout] | None:
        opened = opened_or_content(program, path)
        return (opened, layout_of(program, opened.draft)) if isinstance(opened, Opened) else None

    found = tasks.at_once(read, _LATEST)
    if found is None:
        return None
    opened, layout = found
    page = Page(layout, opened.draft, theme.dark)
    page.set_read_only(opened.read_only)
    see_as_remembered(page, state)
    parts = ThreeParts(state)
    parts.set_page(page, page.least_width)
    return FirstPage(opened, page, parts, path.name)

"""A program whose writer has what templates of his own a test gives him."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItemIterator

from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.ui.library_watch import LibraryWatch
from app.ui.tasks import Tasks
from app.ui.templates.dialog import LibraryDialog

Write = Callable[[str, str], Path]
OWN = '+++\n名称 = "{name}"\n部件 = ["renshi"]\n层 = "认识"\n字数 = 20\n写法 = "{approach}"\n+++\n{body}\n'


def own(name: str, body: str = "# 开头\n写在{{ 会议名称 }}上。", approach: str = "自己的写法") -> str:
    """The text of a section template for the 认识 slot of a 推进会."""
    return OWN.format(name=name, body=body, approach=approach)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program as it is, with a home of this test alone."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def write(program: Program) -> Write:
    """Writes one of the writer's own section templates."""

    def write(template_id: str, text: str) -> Path:
        folder = program.places.user_data / "templates" / "sections" / "wode"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{template_id}.j2"
        path.write_text(text, encoding="utf-8")
        program.refresh_library()
        return path

    return write


@pytest.fixture
def watch(program: Program, tasks: Tasks) -> Iterator[LibraryWatch]:
    """Notices what other programs change; on from its first look."""
    found = LibraryWatch(program, tasks, tasks)
    yield found
    found.stop()


def press_on(dialog: LibraryDialog, shelf_id: str, qtbot) -> None:
    """Click a shelf in the tree."""
    steps = QTreeWidgetItemIterator(dialog.browser.tree)
    while steps.value().data(0, Qt.ItemDataRole.UserRole).id != shelf_id:
        steps += 1
    dialog.browser.tree.scrollToItem(steps.value())
    place = dialog.browser.tree.visualItemRect(steps.value()).center()
    qtbot.mouseClick(dialog.browser.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def listed(dialog: LibraryDialog) -> list[str]:
    """The names in the list."""
    return [row.entry.name for row in dialog.browser.list.rows.rows]

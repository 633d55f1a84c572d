"""A program whose writer has what layouts of his own a test gives him, and dialogs that are shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from app.core.markup import parse_markup
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.opening import Opened
from app.jobs.own_layouts import save_layout, standard_layout
from app.jobs.program import Program
from app.layouts.model import Layout
from app.ui.layouts.dialog import LayoutsDialog
from app.ui.layouts.editor import LayoutEditor
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.templates.naming import NameDialog
from app.ui.theme import Theme
from tests.ui.dialogs import Presser

Show = Callable[[QDialog], None]
Edit = Callable[[Layout], LayoutEditor]
Manager = Callable[[], LayoutsDialog]


def rows(dialog: LayoutsDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def click(qtbot, pressed: QPushButton) -> None:
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def own_layout(
    program: Program, name: str = "本局", text: str = "[page]\n上 = 40\n\n[grid]\n行数 = 21\n"
) -> Path:
    folder = program.places.user_data / "templates" / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "benju.toml"
    path.write_text(f'名称 = "{name}"\n基于 = "gb9704"\n\n{text}', "utf-8")
    return path


def make_own(dialog: LayoutsDialog, presser: Presser, qtbot, margin: int = 40) -> None:
    """Copy the layout that is looked at, give the copy another margin and save it."""

    def change(editor: LayoutEditor) -> None:
        editor.set(("page", "上"), margin)
        editor.main.click()

    def name(asked: NameDialog) -> None:
        presser.when(LayoutEditor, change)
        asked.main.click()

    presser.when(NameDialog, name)
    click(qtbot, dialog.copy_button)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program as it is, with a home of this test alone."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    """The main window with a small draft in it."""
    window.files.take(Opened(parse_markup("@标题 在会上的讲话\n# 提高站位\n正文。\n"), None))
    return window


@pytest.fixture
def standard(program: Program) -> Layout:
    return standard_layout(program)


@pytest.fixture
def show(qtbot) -> Show:
    """Shows a dialog, with the keys its own; what is changed in it is not asked about in the end."""

    def show(dialog: QDialog) -> None:
        qtbot.addWidget(dialog, before_close_func=lambda closing: closing.done(0))
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)

    return show


@pytest.fixture
def edit(program: Program, tasks: Tasks, theme: Theme, show: Show) -> Edit:
    """Opens the editor on a layout; it is kept as the writer's own."""

    def edit(layout: Layout) -> LayoutEditor:
        dialog = LayoutEditor(program, tasks, theme, layout, lambda changed: save_layout(program, changed))
        show(dialog)
        return dialog

    return edit


@pytest.fixture
def manager(program: Program, tasks: Tasks, theme: Theme, show: Show) -> Manager:
    """Opens the manager without a draft."""

    def manager() -> LayoutsDialog:
        dialog = LayoutsDialog(program, tasks, theme, None, writable=False)
        show(dialog)
        return dialog

    return manager


@pytest.fixture
def presser(qapp) -> Presser:
    return Presser()

"""What the writer does with layouts: changed, copied, named, deleted, put back, handed on, taken in. Errors are told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.own_layouts import Kept, exported_layout, save_layout, save_new_layout, take_in_layout
from app.jobs.program import Program
from app.layouts.model import Layout
from app.templating.own.kinds import OwnKind
from app.templating.own.naming import name_in
from app.templating.own.versions import Version
from app.ui.layouts.editor import LayoutEditor
from app.ui.messages import ask, tell_error
from app.ui.tasks import Tasks
from app.ui.templates.naming import ask_name
from app.ui.templates.versions_dialog import choose_version
from app.ui.theme import Theme

T = TypeVar("T")

_FILES = "版式文件 (*.toml)"


class OwnDeeds:
    """Each deed gives the ID of the layout to look at afterwards; None where nothing was done."""

    def __init__(
        self, program: Program, tasks: Tasks, theme: Theme, draft: Draft | None, window: QWidget
    ) -> None:
        """`draft` is the one that is open, None where there is none."""
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._draft = draft

    def edit(self, kept: Kept) -> str | None:
        """Change a layout; a built-in one gets an own one in its place once that is saved."""
        if kept.layout is None:
            return None
        former = self._do(lambda: self._program.own.read(kept.path)) if kept.own else None

        def keep(layout: Layout) -> Path | None:
            return self._keep(kept, layout, former)

        try:
            editor = LayoutEditor(
                self._program, self._tasks, self._theme, kept.layout, keep, self._draft, self._window
            )
        except AppError as error:
            tell_error(self._window, error)
            return None
        editor.exec()
        editor.deleteLater()
        return kept.layout.id

    def _keep(self, kept: Kept, layout: Layout, former: str | None) -> Path | None:
        """Write it; None where its file was changed elsewhere meanwhile and the writer leaves that as it is."""
        now = self._program.own.read(kept.path) if kept.own and kept.path.is_file() else None
        if former is not None and now != former:
            told = "盖掉的那一份作为一个版本留着，可以从“历史版本”里放回来。"
            if ask(self._window, f"“{kept.name}”的文件在别处改过。", told, "用这里的盖掉") != 0:
                return None
            former = None
        return save_layout(self._program, layout, former)

    def copy(self, kept: Kept) -> str | None:
        """Make another layout of one."""
        original = kept.layout
        if original is None:
            return None
        told = "另做一个版式，原来的不动。"
        name = ask_name("复制一份来改", told, f"{kept.name}（我的）", "复制并编辑", self._window)
        made = self._do(lambda: save_new_layout(self._program, original, name)) if name else None
        return made.id if made is not None else None

    def rename(self, kept: Kept) -> str | None:
        """Give an own layout another name."""
        if kept.layout is None or not kept.own:
            return None
        name = ask_name("改名", "用着它的稿子照旧认得。", kept.name, "改名", self._window)
        if not name or name == kept.name:
            return None
        renamed = replace(kept.layout, name=name)
        self._do(lambda: save_layout(self._program, renamed))
        return kept.id

    def show_versions(self, kept: Kept) -> str | None:
        """Show what an own layout was before, and put a version back."""
        if not kept.own:
            return None
        store = self._program.own
        chosen = choose_version(store, self._tasks, self._theme, kept.path, kept.name, self._window)
        if chosen is None:
            return None
        self._do(lambda: store.put_back(chosen))
        return kept.id

    def restore(self, kept: Kept) -> str | None:
        """Put the layout of the program back in the place of the writer's own."""
        if not kept.over_built_in:
            return None
        told = "以后用自带的。你改的那一份作为一个版本留着。"
        if ask(self._window, f"“{kept.name}”恢复成自带的？", told, "恢复自带的") != 0:
            return None
        self._do(lambda: self._program.own.restore_built_in(kept.path))
        return kept.id

    def delete(self, kept: Kept) -> str | None:
        """Delete an own layout."""
        if not kept.own:
            return None
        told = "用着它的稿子以后照公文标准排。按“放回删掉的…”可以放回来。"
        if ask(self._window, f"删除版式“{kept.name}”？", told, "删除") != 0:
            return None
        self._do(lambda: self._program.own.delete(kept.path))
        return kept.id

    def deleted(self) -> list[Version]:
        """The last version of each own layout that was deleted, the newest first."""
        own = self._program.own
        found = self._do(own.deleted) or ()
        return [each for each in found if own.kind_of(each.original) is OwnKind.LAYOUTS]

    def name_of(self, version: Version) -> str:
        """What a layout was called when it was deleted."""
        try:
            return name_in(self._program.own.read(version.path)) or version.original.stem
        except AppError:
            return version.original.stem

    def put_back(self, version: Version) -> str:
        """Put back a layout that was deleted."""
        self._do(lambda: self._program.own.put_back(version))
        return version.original.stem

    def export(self, kept: Kept) -> None:
        """Hand a layout on as one file."""
        suggested = str(Path.home() / f"{kept.name}.toml")
        name, _ = QFileDialog.getSaveFileName(self._window, "导出版式", suggested, _FILES)
        if name:
            target = Path(name if name.endswith(".toml") else f"{name}.toml")
            self._do(lambda: exported_layout(self._program, kept, target))

    def take_in(self) -> str | None:
        """Make an own layout of a file that somebody handed on."""
        name, _ = QFileDialog.getOpenFileName(self._window, "导入版式", str(Path.home()), _FILES)
        layout = self._do(lambda: take_in_layout(self._program, Path(name))) if name else None
        return layout.id if layout is not None else None

    def _do(self, deed: Callable[[], T]) -> T | None:
        """Do something with files in the worker; what came of it, None where it was told that it failed."""
        try:
            return self._tasks.wait_for(deed)
        except AppError as error:
            tell_error(self._window, error)
            return None

"""版式管理: the layouts there are, each as pages; the writer's own are made, changed, handed on and put back here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.own_layouts import (
    Kept,
    exported_layout,
    kept_layouts,
    save_layout,
    save_new_layout,
    standard_layout,
    take_in_layout,
)
from app.jobs.program import Program
from app.layouts.model import Layout
from app.templating.own.kinds import OwnKind
from app.templating.own.naming import name_in
from app.templating.own.versions import Version
from app.ui.focus import Dialog, keep_return
from app.ui.layouts.editor import LayoutEditor
from app.ui.layouts.preview import LayoutPreview
from app.ui.layouts.summary import summary
from app.ui.messages import ask, tell, tell_error
from app.ui.pieces import button, button_row, heading, label
from app.ui.tasks import Tasks
from app.ui.templates.deleted_menu import offer_deleted
from app.ui.templates.naming import NameDialog
from app.ui.templates.versions_dialog import VersionsDialog
from app.ui.theme import Theme

T = TypeVar("T")

_SIZE = (1180, 730)
_LIST, _ROW = 330, 34
_FILES = "版式文件 (*.toml)"


class LayoutsDialog(Dialog):
    """Shows the layouts. `chosen` is the ID of the one for the open draft, "" where the writer chose none."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft | None,
        writable: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`draft` is the one that is open, None where there is none; `writable` that its layout can be changed."""
        super().__init__(parent)
        self.chosen = ""
        self._program, self._tasks, self._theme = program, tasks, theme
        self._draft, self._writable = draft, writable
        self._found: tuple[Kept, ...] = ()
        self._standard = standard_layout(program)
        self.setWindowTitle("版式管理")
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName("版式")
        self.preview = LayoutPreview(program, tasks, theme, draft)
        policy = self.preview.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.preview.setSizePolicy(policy)
        self.name, self.told = heading("", 2.0), label("", "faint")
        self.wrong = label("", "warning")
        self._make_deeds()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._look())
        self.list.itemActivated.connect(lambda _: self.edit())
        keep_return(self.list)
        self.read(draft.layout if draft is not None else "")
        self.list.setFocus()

    def _make_deeds(self) -> None:
        self.edit_button = button("编辑…", self.edit)
        self.copy_button = button("复制一份来改…", self.copy)
        self.rename_button = button("改名…", self.rename)
        self.versions_button = button("历史版本…", self.show_versions)
        self.restore_button = button("恢复自带的", self.restore)
        self.delete_button = button("删除", self.delete)
        self.export_button = button("导出…", self.export)
        self.import_button = button("导入…", self.take_in)
        self.folder_button = button("打开所在文件夹", self.open_folder)
        self.deleted_button = button("放回删掉的…", self.offer_deleted)
        self.main = button("用于这份稿子", self.use, "main")
        self.main.setToolTip("" if self._writable else "先打开一份稿子")

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        rows = (
            (first, (self.edit_button, self.copy_button)),
            (second, (self.rename_button, self.versions_button, self.restore_button, self.delete_button)),
            (third, (self.export_button, self.import_button, self.folder_button)),
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        for widget in (self.name, self.told, self.wrong):
            left.addWidget(widget)
        for row, buttons in rows:
            row.setSpacing(8)
            for each in buttons:
                row.addWidget(each)
            row.addStretch(1)
            left.addLayout(row)
        holder = QWidget()
        holder.setFixedWidth(_LIST)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(left)
        parts = QHBoxLayout()
        parts.setSpacing(16)
        parts.addWidget(holder)
        parts.addWidget(self.preview, 1)
        below = button_row(button("关闭", self.reject), self.main, left=[self.deleted_button])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(below)

    # What there is

    @property
    def entry(self) -> Kept | None:
        """The layout that is looked at."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def read(self, wanted: str = "") -> None:
        """Show the layouts as they are now, and look at the one of that ID, else at the same as before."""
        wanted = wanted or (self.entry.id if self.entry else "")
        self._found = self._tasks.wait_for(lambda: kept_layouts(self._program))
        ids = [kept.id for kept in self._found]
        # While the list is empty nothing is looked at: buttons disabled for that would pass the focus on.
        with QSignalBlocker(self.list):
            self.list.clear()
            for kept in self._found:
                item = QListWidgetItem(f"{kept.name}　·　{_whose(kept)}")
                item.setSizeHint(QSize(0, _ROW))
                self.list.addItem(item)
            self.list.setCurrentRow(ids.index(wanted) if wanted in ids else 0)
        self.deleted_button.setVisible(bool(self._deleted()))
        self._look()

    def _deleted(self) -> list[Version]:
        """The last version of each own layout that was deleted, the newest first."""
        own = self._program.own
        found = self._do(own.deleted) or ()
        return [each for each in found if own.kind_of(each.original) is OwnKind.LAYOUTS]

    def _look(self) -> None:
        kept = self.entry
        layout = kept.layout if kept else None
        own = kept is not None and kept.own
        self.name.setText(kept.name if kept else "")
        self.told.setText(summary(layout, self._standard) if layout else "")
        self.wrong.setText(str(kept.fault) if kept and kept.fault else "")
        for widget in (self.told, self.wrong):
            widget.setVisible(bool(widget.text()))
        self.preview.show_layout(layout)
        self.preview.setVisible(layout is not None)
        self.edit_button.setText("编辑…" if own else "改动自带的…")
        for each in (self.edit_button, self.export_button, self.copy_button):
            each.setEnabled(layout is not None)
        self.folder_button.setVisible(own and layout is None)
        self.rename_button.setVisible(own)
        self.rename_button.setEnabled(layout is not None)
        self.versions_button.setVisible(own)
        self.delete_button.setVisible(own and not (kept is not None and kept.over_built_in))
        self.restore_button.setVisible(own and kept is not None and kept.over_built_in)
        current = self._draft.layout if self._draft is not None else ""
        in_use = kept is not None and kept.id == current
        self.main.setEnabled(self._writable and layout is not None and not in_use)
        self.main.setText("这份稿子正用着" if in_use else "用于这份稿子")

    # What is done

    def edit(self) -> None:
        """Change the layout; a built-in one gets an own one in its place once that is saved."""
        kept = self.entry
        if kept is None or kept.layout is None:
            return
        former = self._do(lambda: self._program.own.read(kept.path)) if kept.own else None
        self._edit(kept.layout, lambda layout: self._keep(kept, layout, former))

    def _keep(self, kept: Kept, layout: Layout, former: str | None) -> Path | None:
        """Write it; None where its file was changed elsewhere meanwhile and the writer leaves that as it is."""
        now = self._program.own.read(kept.path) if kept.own and kept.path.is_file() else None
        if former is not None and now != former:
            told = "盖掉的那一份作为一个版本留着，可以从“历史版本”里放回来。"
            if ask(self, f"“{kept.name}”的文件在别处改过。", told, "用这里的盖掉") != 0:
                return None
            former = None
        return save_layout(self._program, layout, former)

    def copy(self) -> None:
        """Make another layout of this one, and change that."""
        kept = self.entry
        if kept is None or kept.layout is None:
            return
        told = "另做一个版式，原来的不动。"
        name = self._ask_name("复制一份来改", told, f"{kept.name}（我的）", "复制并编辑")
        if name:
            layout = self._do(lambda: save_new_layout(self._program, kept.layout or self._standard, name))
            if layout is not None:
                self.read(layout.id)
                self.edit()

    def rename(self) -> None:
        """Give an own layout another name."""
        kept = self.entry
        if kept is None or kept.layout is None or not kept.own:
            return
        name = self._ask_name("改名", "用着它的稿子照旧认得。", kept.name, "改名")
        if name and name != kept.name:
            renamed = replace(kept.layout, name=name)
            self._do(lambda: save_layout(self._program, renamed))
            self.read(kept.id)

    def delete(self) -> None:
        """Delete an own layout."""
        kept = self.entry
        if kept is None or not kept.own:
            return
        told = "用着它的稿子以后照公文标准排。按“放回删掉的…”可以放回来。"
        if ask(self, f"删除版式“{kept.name}”？", told, "删除") == 0:
            self._do(lambda: self._program.own.delete(kept.path))
            self.read()

    def offer_deleted(self) -> None:
        """Show what was deleted, to be put back."""
        offer_deleted(self.deleted_button, self._deleted(), self._name_of, self._put_back)

    def _name_of(self, version: Version) -> str:
        try:
            return name_in(self._program.own.read(version.path)) or version.original.stem
        except AppError:
            return version.original.stem

    def _put_back(self, version: Version) -> None:
        self._do(lambda: self._program.own.put_back(version))
        self.read(version.original.stem)

    def restore(self) -> None:
        """Put the layout of the program back in the place of the writer's own."""
        kept = self.entry
        if kept is None or not kept.over_built_in:
            return
        told = "以后用自带的。你改的那一份作为一个版本留着。"
        if ask(self, f"“{kept.name}”恢复成自带的？", told, "恢复自带的") == 0:
            self._do(lambda: self._program.own.restore_built_in(kept.path))
            self.read(kept.id)

    def show_versions(self) -> None:
        """Show what an own layout was before, and put a version back."""
        kept = self.entry
        if kept is None or not kept.own:
            return
        store = self._program.own
        versions = self._do(lambda: store.versions(kept.path))
        if not versions:
            if versions is not None:
                tell(self, f"“{kept.name}”还没有以前的版本。", "改过一次，改之前的就留在这里。")
            return
        chosen = self._choose_version(kept, versions)
        if chosen is not None:
            self._do(lambda: store.put_back(chosen))
            self.read(kept.id)

    def _choose_version(self, kept: Kept, versions: tuple[Version, ...]) -> Version | None:
        now = datetime.now().astimezone()
        try:
            dialog = VersionsDialog(self._program.own, self._theme, kept.name, versions, now, self)
        except AppError as error:
            tell_error(self, error)
            return None
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def export(self) -> None:
        """Hand the layout on as one file."""
        kept = self.entry
        if kept is None:
            return
        suggested = str(Path.home() / f"{kept.name}.toml")
        name, _ = QFileDialog.getSaveFileName(self, "导出版式", suggested, _FILES)
        if name:
            target = Path(name if name.endswith(".toml") else f"{name}.toml")
            self._do(lambda: exported_layout(self._program, kept, target))

    def take_in(self) -> None:
        """Make an own layout of a file that somebody handed on."""
        name, _ = QFileDialog.getOpenFileName(self, "导入版式", str(Path.home()), _FILES)
        layout = self._do(lambda: take_in_layout(self._program, Path(name))) if name else None
        if layout is not None:
            self.read(layout.id)

    def open_folder(self) -> None:
        """Show where the file is that cannot be read, so that it can be mended there."""
        if self.entry is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.entry.path.parent)))

    def changeEvent(self, event: QEvent) -> None:
        """Qt's call when the window is come back to: a file with a fault may have been mended elsewhere."""
        super().changeEvent(event)
        back = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if back and self.entry is not None and self.entry.fault is not None:
            self.read()

    def use(self) -> None:
        """Leave with the layout for the open draft."""
        if self.entry is not None:
            self.chosen = self.entry.id
            self.accept()

    def _edit(self, layout: Layout, keep: Callable[[Layout], Path | None]) -> None:
        try:
            editor = LayoutEditor(self._program, self._tasks, self._theme, layout, keep, self._draft, self)
        except AppError as error:
            tell_error(self, error)
            return
        editor.exec()
        editor.deleteLater()
        self.read(layout.id)

    def _ask_name(self, title: str, told: str, name: str, deed: str) -> str:
        dialog = NameDialog(title, told, name, deed, self)
        said = dialog.name if dialog.exec() else ""
        dialog.deleteLater()
        return said

    def _do(self, deed: Callable[[], T]) -> T | None:
        """Do something with files in the worker; what came of it, None where it was told that it failed."""
        try:
            return self._tasks.wait_for(deed)
        except AppError as error:
            tell_error(self, error)
            return None

    def done(self, result: int) -> None:
        """Qt's call when the dialog closes: nobody waits for anything any more."""
        self.preview.finish()
        super().done(result)


def _whose(kept: Kept) -> str:
    if kept.fault is not None:
        return "有毛病"
    if kept.over_built_in:
        return "改过的自带版式"
    return "我的" if kept.own else "自带"

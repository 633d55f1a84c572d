"""版式管理: the layouts there are, each as pages, with what can be done with them; one is chosen for the open draft."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.jobs.own_layouts import Kept, kept_layouts, standard_layout
from app.jobs.program import Program
from app.ui.focus import Dialog, keep_return
from app.ui.layouts.own_deeds import OwnDeeds
from app.ui.layouts.preview import LayoutPreview
from app.ui.layouts.summary import summary
from app.ui.pieces import button, button_row, heading, label
from app.ui.tasks import Tasks
from app.ui.templates.deleted_menu import offer_deleted
from app.ui.theme import Theme

_SIZE = (1180, 730)
_LIST, _ROW = 330, 34


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
        self._program, self._tasks = program, tasks
        self._draft, self._writable = draft, writable
        self._own = OwnDeeds(program, tasks, theme, draft, self)
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
        self.list.itemActivated.connect(lambda _: self._do(self._own.edit))
        keep_return(self.list)
        self.read(draft.layout if draft is not None else "")
        self.list.setFocus()

    def _make_deeds(self) -> None:
        own = self._own
        self.edit_button = button("编辑…", lambda: self._do(own.edit))
        self.copy_button = button("复制一份来改…", self._copy)
        self.rename_button = button("改名…", lambda: self._do(own.rename))
        self.versions_button = button("历史版本…", lambda: self._do(own.show_versions))
        self.restore_button = button("恢复自带的", lambda: self._do(own.restore))
        self.delete_button = button("删除", lambda: self._do(own.delete))
        self.export_button = button("导出…", lambda: self._do(own.export))
        self.import_button = button("导入…", lambda: self._look_again(own.take_in()))
        self.folder_button = button("打开所在文件夹", self.open_folder)
        self.deleted_button = button("放回删掉的…", self._offer_deleted)
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
        self.deleted_button.setVisible(bool(self._own.deleted()))
        self._look()

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

    def _do(self, deed: Callable[[Kept], str | None]) -> None:
        """Do something with the layout that is looked at."""
        if self.entry is not None:
            self._look_again(deed(self.entry))

    def _look_again(self, wanted: str | None) -> None:
        """Show the layouts as they are after a deed that gave this ID; None where nothing was done."""
        if wanted is not None:
            self.read(wanted)

    def _copy(self) -> None:
        """Make another layout of the one that is looked at, and change that."""
        made = self._own.copy(self.entry) if self.entry is not None else None
        if made is not None:
            self.read(made)
            self._do(self._own.edit)

    def _offer_deleted(self) -> None:
        """Show what was deleted, to be put back."""
        own = self._own
        offer_deleted(
            self.deleted_button, own.deleted(), own.name_of, lambda version: self.read(own.put_back(version))
        )

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

"""场合: all there are, own and built-in; made, copied, changed, deleted, put back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.jobs.occasion_editing import Edited, edited, new_occasion
from app.jobs.program import Program
from app.layouts.model import Layout
from app.templating.occasion import Occasion
from app.templating.occasion_file import occasion_of
from app.templating.own.kinds import OwnKind
from app.templating.own.versions import Version
from app.ui.focus import Dialog, keep_return
from app.ui.messages import ask, tell_error
from app.ui.occasion_editor.dialog import OccasionDialog
from app.ui.pieces import button, button_row, heading, label
from app.ui.tasks import Tasks
from app.ui.templates.deleted_menu import offer_deleted
from app.ui.templates.naming import ask_name
from app.ui.templates.versions_dialog import choose_version
from app.ui.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_SIZE = (960, 620)
_MOST_FAULTS = 3


class OccasionsDialog(Dialog):
    """Shows the occasions; what is done to one is done at once."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        layouts: Sequence[Layout],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._program, self._tasks, self._theme, self._layouts = program, tasks, theme, layouts
        self.setWindowTitle("场合")
        self.resize(*_SIZE)
        self.list = QListWidget()
        self.list.setAccessibleName("场合")
        self._name, self._said = heading("", 2.0), label("")
        self._slots = label("", "faint")
        self.new = button("新建…", self._make)
        self.edit = button("编辑…", self._edit, "main")
        self.copy = button("复制一份来改…", self._copy)
        self.delete = button("删除", self._delete)
        self.restore = button("恢复自带的", self._restore)
        self.versions = button("历史版本…", self._show_versions)
        self.deleted = button("放回删掉的…", self._offer_deleted)
        self._faults = label("", "warning")
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemActivated.connect(lambda _: self._edit())
        keep_return(self.list)
        self.read()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.list.setFixedWidth(280)
        right = QVBoxLayout()
        right.setSpacing(12)
        for widget in (self._name, self._said, self._slots):
            right.addWidget(widget)
        right.addStretch(1)
        right.addWidget(self._faults)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        parts.addWidget(self.list)
        parts.addLayout(right, 1)
        deeds = (self.new, self.copy, self.versions, self.delete, self.restore, self.deleted)
        row = button_row(button("关闭", self.reject), self.edit, left=deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(parts, 1)
        column.addLayout(row)

    # What there is

    def read(self, wanted: str = "") -> None:
        """Show the occasions as they are now, and look at the one of that ID, else at the same as before."""
        library = self._tasks.wait_for(lambda: self._program.library)
        wanted = wanted or (self.occasion.id if self.occasion else "")
        self.list.blockSignals(True)
        self.list.clear()
        for occasion in library.occasions.values():
            item = QListWidgetItem(f"{occasion.name}{self._mark(occasion)}", self.list)
            item.setData(_KEY, occasion.id)
            item.setSizeHint(QSize(0, 32))
            if occasion.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        wrong = [each for each in library.problems if each.path.parent.name == OwnKind.OCCASIONS]
        self._faults.setText(
            "\n".join(f"“{each.path.name}”有错，没有用上：{each.error}" for each in wrong[:_MOST_FAULTS])
        )
        self._faults.setVisible(bool(wrong))
        self.deleted.setVisible(bool(self._deleted()))
        self._show()

    def _deleted(self) -> list[Version]:
        """The last version of each own occasion that was deleted, the newest first."""
        own = self._program.own
        try:
            found = self._tasks.wait_for(own.deleted)
        except AppError as error:
            self._faults.setText(str(error))
            return []
        return [each for each in found if own.kind_of(each.original) is OwnKind.OCCASIONS]

    def _mark(self, occasion: Occasion) -> str:
        if occasion.built_in:
            return ""
        return "　改过的" if self._program.own.built_in_below(occasion.path) else "　自己的"

    @property
    def occasion(self) -> Occasion | None:
        """The one that is looked at."""
        item = self.list.currentItem()
        return self._program.library.occasions.get(str(item.data(_KEY))) if item is not None else None

    def _show(self) -> None:
        occasion = self.occasion
        if occasion is None:
            return
        own = self._program.own
        is_changed = not occasion.built_in and own.built_in_below(occasion.path) is not None
        self._name.setText(occasion.name)
        self._said.setText(occasion.description)
        slots = "　".join(f"{slot.name} {slot.share}%" for slot in occasion.slots)
        self._slots.setText(f"部件：{slots}\n\n问的事实：{'、'.join(occasion.facts)}")
        self.edit.setText("改动自带的…" if occasion.built_in else "编辑…")
        self.delete.setEnabled(not occasion.built_in and not is_changed)
        self.restore.setEnabled(is_changed)
        self.versions.setEnabled(not occasion.built_in)

    # What is done

    def _make(self) -> None:
        name = ask_name("新建场合", "先起个名，如“项目观摩会”，部件和抬头接着写。", "", "新建", self)
        if name:
            self._open(lambda: new_occasion(self._program, name))

    def _edit(self) -> None:
        occasion = self.occasion
        if occasion is not None:
            self._open(lambda: edited(self._program, occasion))

    def _copy(self) -> None:
        occasion = self.occasion
        if occasion is None:
            return
        name = ask_name(
            "复制一份来改", "原来的还在，新的排在它旁边。", f"{occasion.name}（我们的）", "复制", self
        )
        if not name:
            return
        try:
            path = self._tasks.wait_for(lambda: self._program.own.copy(occasion.path, name))
        except AppError as error:
            tell_error(self, error)
            return
        self._refresh(path.stem)
        self._edit()

    def _open(self, make: Callable[[], Edited]) -> None:
        try:
            state = self._tasks.wait_for(make)
        except AppError as error:
            tell_error(self, error)
            return
        dialog = OccasionDialog(self._program, self._tasks, self._theme, state, self._layouts, self)
        dialog.exec()
        saved = dialog.saved
        dialog.deleteLater()
        if saved is not None:
            self._refresh(saved.stem)

    def _delete(self) -> None:
        occasion = self.occasion
        if occasion is None:
            return
        said = "以后新建时选不到它；用它写的稿子不变。以后还可以放回来。"
        if ask(self, f"删除场合“{occasion.name}”？", said, "删除") == 0:
            self._do(lambda: self._program.own.delete(occasion.path))

    def _restore(self) -> None:
        occasion = self.occasion
        if occasion is None:
            return
        said = "你改过的内容不再用；历史版本还留着。"
        if ask(self, f"“{occasion.name}”恢复成自带的？", said, "恢复自带的") == 0:
            self._do(lambda: self._program.own.restore_built_in(occasion.path))

    def _show_versions(self) -> None:
        occasion, own = self.occasion, self._program.own
        if occasion is None:
            return
        chosen = choose_version(own, self._tasks, self._theme, occasion.path, occasion.name, self)
        if chosen is not None:
            self._do(lambda: own.put_back(chosen))

    def _offer_deleted(self) -> None:
        offer_deleted(self.deleted, self._deleted(), self._name_of, self._put_back)

    def _put_back(self, version: Version) -> None:
        self._do(lambda: self._program.own.put_back(version))
        self.read(version.original.stem)

    def _name_of(self, version: Version) -> str:
        try:
            return occasion_of(self._program.own.read(version.path), version.original).name
        except AppError:
            return version.original.name

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            self._tasks.wait_for(deed)
        except AppError as error:
            tell_error(self, error)
        self._refresh()

    def _refresh(self, wanted: str = "") -> None:
        self._tasks.wait_for(self._program.refresh_library)
        self.read(wanted)

"""导出模板包: what of one's own goes to a colleague; what that needs goes with it."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.jobs.packs import PACK_SUFFIX, export_pack
from app.jobs.program import Program
from app.layouts.file_names import clean
from app.templating.own.kinds import OwnKind
from app.templating.packs.things import OwnThings
from app.ui.focus import Dialog
from app.ui.messages import tell_error
from app.ui.packs.things_tree import ThingsTree
from app.ui.pieces import button, button_row, label
from app.ui.tasks import Tasks

_SIZE = (560, 640)
_MOST_NAME, _MOST_WORDS = 60, 200
_EMPTY = "还没有自己的模板、场合、版式。在模板库里“复制一份来改”，或把改好的存下来，就能在这里导出给同事。"


class ExportPackDialog(Dialog):
    """Asks what goes into a pack. Accepted, `path` is the file that was written."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        things: OwnThings,
        folder: Path,
        chosen: Collection[tuple[OwnKind, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` are the keys, kind and ID, of what is ticked at first; `folder` is where files are offered to go."""
        super().__init__(parent)
        self.path: Path | None = None
        self._program, self._tasks, self._things, self._folder = program, tasks, things, folder
        self.setWindowTitle("导出模板包")
        self.resize(*_SIZE)
        self.tree = ThingsTree(things.all, chosen)
        self.tree.setVisible(bool(things.all))
        self.name = QLineEdit("我的模板", maxLength=_MOST_NAME)
        self.description = QLineEdit(maxLength=_MOST_WORDS)
        self.description.setPlaceholderText("给谁用、有什么特点，可以不写")
        self._needs = label("", "faint")
        self.main = button("导出…", self._export, "main")
        self._lay_out()
        self.tree.ticked.connect(self._show_needs)
        self.name.textChanged.connect(lambda _: self._show_needs())
        self._show_needs()
        (self.tree if things.all else self.name).setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        for word, box in (("包的名称", self.name), ("说明", self.description)):
            named = QLabel(word)
            named.setBuddy(box)
            box.setAccessibleName(word)
            column.addWidget(named)
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(label("勾选要导出的，它们用到的会一起带上。" if self._things.all else _EMPTY))
        column.addWidget(self.tree, 1)
        column.addWidget(self._needs)
        column.addStretch(0 if self._things.all else 1)
        column.addSpacing(8)
        column.addLayout(button_row(button("取消", self.reject), self.main))

    def _show_needs(self) -> None:
        chosen = self.tree.chosen
        more = [thing for thing in self._things.with_needs(chosen) if thing not in chosen]
        said = "、".join(f"{thing.name}（{thing.kind.word}）" for thing in more)
        self._needs.setText(f"一起带上：{said}。" if said else "")
        self.main.setEnabled(bool(chosen) and bool(self.name.text().strip()))

    def told(self) -> str:
        """What is said to go along."""
        return self._needs.text()

    def _export(self) -> None:
        name = self.name.text().strip()
        offered = str(self._folder / f"{clean(name) or '模板包'}{PACK_SUFFIX}")
        # The system asks itself before a file is written over.
        said, _ = QFileDialog.getSaveFileName(self, "导出模板包", offered, f"模板包 (*{PACK_SUFFIX})")
        if not said:
            return
        path = Path(said)
        if path.suffix.lower() != PACK_SUFFIX:
            path = path.with_name(path.name + PACK_SUFFIX)
        things, words = self.tree.chosen, self.description.text()
        overwrite = path == Path(said)
        try:
            self._tasks.wait_for(
                lambda: export_pack(self._program, things, path, name, overwrite=overwrite, description=words)
            )
        except AppError as error:
            tell_error(self, error)
            return
        self.path = path
        self.accept()

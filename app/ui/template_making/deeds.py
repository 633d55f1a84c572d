"""Making templates of what was written: of selected text, of a Word or text file. Dialogs are imported when they open."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.writing import Place
from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES
from app.jobs.program import Program
from app.ui.messages import choose, tell, tell_error
from app.ui.tasks import Tasks
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.jobs.previewing import Incoming
    from app.templating.generalise.passage import Passage

_READABLE = f"讲话稿、Word 文件和文本 ({' '.join(f'*{each}' for each in (DRAFT_SUFFIX, *FOREIGN_SUFFIXES))});;全部文件 (*)"
_NEXT = "选哪几节做模板"


class Making:
    """The deeds. `saved` is told the files of the templates that were made, at least one."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Callable[[], Draft | None],
        selection: Callable[[], tuple[Place, Place]],
        saved: Callable[[Sequence[Path]], None],
        changed: Callable[[], None],
        window: QWidget,
    ) -> None:
        """`draft` gives the open draft, None where there is none; `selection` what is selected in it;
        `changed` is told that occasions may be others now.
        """
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._draft, self._selection, self._saved = draft, selection, saved
        self._changed = changed

    def from_selection(self) -> None:
        """Make a template of the selected text, or of the section at the cursor."""
        from app.templating.generalise.passage import passages

        draft = self._draft()
        if draft is None:
            return
        start, stop = self._selection()
        library = self._tasks.wait_for(lambda: self._program.library)
        found = passages(draft, start, stop, library)
        if not found:
            tell(
                self._window,
                "这里没有可以做模板的文字。",
                "选中一段或几段正文，也可以把光标放在一节里，再做模板。抬头和落款不进模板。",
            )
            return
        self._ask(draft, found)

    def from_file(self) -> None:
        """Make templates of the sections of a file, after it was looked at whether it was recognised well."""
        from app.templating.generalise.passage import section_passages

        name, _ = QFileDialog.getOpenFileName(self._window, "用哪个文件做模板", "", _READABLE)
        draft = self._read(Path(name)) if name else None
        if draft is None:
            return
        found = section_passages(draft, self._tasks.wait_for(lambda: self._program.library))
        if not found:
            tell(self._window, "文件里没有可以做模板的正文。", "换一个有正文的文件。")
            return
        self._ask(draft, found)

    def occasions(self) -> None:
        """Show the occasions, to be made, copied and changed."""
        from app.layouts.find import list_layouts
        from app.ui.occasion_editor.occasions_dialog import OccasionsDialog

        layouts = list_layouts(self._program.places.layout_folders).layouts
        dialog = OccasionsDialog(self._program, self._tasks, self._theme, layouts, self._window)
        dialog.exec()
        dialog.deleteLater()
        self._changed()

    def _read(self, path: Path) -> Draft | None:
        from app.jobs.previewing import Incoming, incoming

        try:
            found = self._tasks.wait_for(lambda: incoming(self._program, path))
        except AppError as error:
            tell_error(self._window, error)
            return None
        return self._recognised(found, path) if isinstance(found, Incoming) else found.draft

    def _recognised(self, found: "Incoming", path: Path) -> Draft | None:
        """What the writer says a foreign file is; of several speeches the one that is looked at."""
        from app.jobs.previewing import taken
        from app.ui.import_preview.dialog import ImportDialog

        dialog = ImportDialog(self._tasks, self._theme, found, parent=self._window)
        dialog.main.setText(_NEXT)
        dialog.exec()
        attempts = dialog.found
        dialog.deleteLater()
        if not attempts:
            return None
        part = attempts[0]
        return self._tasks.wait_for(lambda: taken(part.part.foreign, part.found, path)).draft

    def _ask(self, draft: Draft, found: "Sequence[Passage]") -> None:
        from app.ui.template_making.dialog import MakingDialog

        dialog = MakingDialog(self._program, self._tasks, self._theme, draft, found, self._window)
        dialog.exec()
        saved = dialog.saved
        dialog.deleteLater()
        if saved:
            self._saved(saved)
            self._offer_to_edit(saved[-1])

    def _offer_to_edit(self, path: Path) -> None:
        """A template is rarely right as it was made: its text, fields and hints can be gone through at once."""
        from app.ui.template_editor.dialog import TemplateEditor

        told = "插入、新建时就能选到。字段的提示、写作提示可以接着写。"
        if choose(self._window, "模板存进了模板库。", told, "打开来改", "不用改") != 0:
            return
        try:
            editor = TemplateEditor(
                self._program, self._tasks, self._theme, path, self._draft(), self._window
            )
        except AppError as error:
            tell_error(self._window, error)
            return
        editor.exec()
        editor.deleteLater()
        self._changed()

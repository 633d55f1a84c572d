"""What the writer does with templates of his own: copied, changed, named, deleted, put back. Errors are told."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.errors import AppError
from app.jobs.new_section import new_section
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.ui.messages import ask, tell_error
from app.ui.tasks import Tasks
from app.ui.templates.deeds import Export
from app.ui.templates.entries import Entry
from app.ui.templates.naming import NewTemplateDialog, ask_name
from app.ui.templates.versions_dialog import choose_version
from app.ui.theme import Theme


class OwnDeeds:
    """Each deed gives the key of the entry to look at afterwards; None where nothing was done."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        draft: Draft | None,
        export: Export,
        window: QWidget,
    ) -> None:
        """`draft` is the open one, None where there is none."""
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._draft, self._export = draft, export

    def do(self, deed: str, entry: Entry) -> str | None:
        """Do one of the deeds of the bar."""
        deeds: dict[str, Callable[[Entry], str | None]] = {
            "edit": lambda entry: self._edit(entry.path),
            "copy": self._copy,
            "override": lambda entry: self._edit(
                self._program.own.own_file(OwnKind.SECTIONS, entry.id) or entry.path
            ),
            "rename": self._rename,
            "versions": self._versions,
            "restore": self._restore,
            "delete": self._delete,
            "put_back": self._put_back,
            "export": self._give_away,
        }
        return deeds[deed](entry)

    def new(self, occasion_id: str, slot_name: str) -> str | None:
        """Make a new template, likely for this occasion and slot."""
        dialog = NewTemplateDialog(self._program.library, occasion_id, slot_name, self._window)
        said = bool(dialog.exec())
        name, slot = dialog.name, dialog.slot
        dialog.deleteLater()
        return self._edited(lambda: new_section(self._program, name, slot)) if said else None

    def _copy(self, entry: Entry) -> str | None:
        told = "存进“我的模板”，和原来的并排可选；原来的不动。"
        name = ask_name("复制一份来改", told, self._free_name(entry.name), "复制", self._window)
        return self._edited(lambda: self._program.own.copy(entry.path, name)) if name else None

    def _free_name(self, name: str) -> str:
        """A name that no template has yet."""
        known = {each.name for each in self._program.library.sections.values()}
        names = (f"{name}（我的{number or ''}）" for number in (0, *range(2, len(known) + 3)))
        return next(each for each in names if each not in known)

    def _rename(self, entry: Entry) -> str | None:
        told = "只改名称；稿子里用过它的地方照旧认得。"
        name = ask_name("改名", told, entry.name, "改名", self._window)

        def rename() -> Path:
            self._program.own.rename(entry.path, name)
            return entry.path

        return self._done(rename) if name and name != entry.name else None

    def _versions(self, entry: Entry) -> str | None:
        store = self._program.own
        chosen = choose_version(store, self._tasks, self._theme, entry.path, entry.name, self._window)
        return self._done(lambda: store.put_back(chosen)) if chosen is not None else None

    def _restore(self, entry: Entry) -> str | None:
        told = "以后用自带的。你改的那一份留在“删掉的”里，想要还可以放回来。"
        if ask(self._window, f"“{entry.name}”恢复成自带的？", told, "恢复自带的") != 0:
            return None
        return self._done(lambda: self._program.own.restore_built_in(entry.path))

    def _delete(self, entry: Entry) -> str | None:
        told = "用它写的稿子不受影响。删掉以后还能在“删掉的”里放回来。"
        word = entry.kind.word if entry.kind else ""
        if ask(self._window, f"删除{word}“{entry.name}”？", told, "删除") != 0:
            return None

        def delete() -> Path:
            self._program.own.delete(entry.path)
            return entry.path

        return self._done(delete)

    def _put_back(self, entry: Entry) -> str | None:
        version = entry.version
        return self._done(lambda: self._program.own.put_back(version)) if version is not None else None

    def _give_away(self, entry: Entry) -> None:
        self._export(((OwnKind.SECTIONS, entry.id),), self._window)

    def _edited(self, make: Callable[[], Path]) -> str | None:
        """Make a file and go on with it in the editor; the key of what came of it."""
        key = self._done(make)
        if key is not None:
            self._tasks.wait_for(self._program.refresh_library)
            self._edit(Path(key))
        return key

    def _edit(self, path: Path) -> str | None:
        """Edit a section template; a built-in one is saved as the writer's own in its place."""
        from app.ui.template_editor.dialog import TemplateEditor

        try:
            editor = TemplateEditor(self._program, self._tasks, self._theme, path, self._draft, self._window)
        except AppError as error:
            tell_error(self._window, error)
            return None
        saved: list[Path] = []
        editor.saved.connect(saved.append)
        editor.exec()
        editor.deleteLater()
        return str(saved[-1]) if saved else None

    def _done(self, deed: Callable[[], Path]) -> str | None:
        """Do something with files in the worker; the key of what came of it."""
        try:
            return str(self._tasks.wait_for(deed))
        except AppError as error:
            tell_error(self._window, error)
            return None

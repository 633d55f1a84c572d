"""What commands and the panel do to sections: put one in, make one anew, say what layer and status it has."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.core import sections
from app.core.draft import Draft, Section
from app.core.errors import AppError
from app.core.facts import FactSheet
from app.core.ids import random_id
from app.core.kinds import Layer, Status
from app.core.outline import section_at, stretches
from app.core.place import Place
from app.core.plan import Plan, applied
from app.core.writing import Stroke
from app.jobs.program import Program
from app.templating.section_template import SectionTemplate
from app.ui.library_watch import LibraryWatch
from app.ui.messages import tell, tell_error
from app.ui.situation import Situation
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.writing import Writing


class Sections:
    """The deeds on the section at the cursor. What the dialogs need is imported when they open."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        writing: Writing,
        draft: Callable[[], Draft],
        index: Callable[[], int],
        settle: Callable[[], bool],
        watch: LibraryWatch,
        window: QWidget,
    ) -> None:
        """`settle` takes in what is being typed; False where it cannot be read."""
        self._watch = watch
        self._program, self._tasks, self._theme, self._window = program, tasks, theme, window
        self._writing, self._draft, self._index, self._settle = writing, draft, index, settle
        self._typed: dict[str, FactSheet] = {}
        """Readable fields by template that were filled and not put in: the dialog opens with them again."""

    def forget(self) -> None:
        """Another page: what was typed for the one before is of no use."""
        self._typed.clear()

    def section(self) -> Section | None:
        """The section with the cursor in it."""
        stretch = section_at(self._draft(), self._index())
        return stretch.section if stretch else None

    def situation(self, now: Situation) -> Situation:
        """What depends on the section at the cursor, put into a situation."""
        section = self.section() if now.has_draft else None
        if section is None:
            return now
        return replace(
            now,
            in_section=True,
            from_template=bool(section.template),
            layer=section.layer,
            status=section.status,
        )

    # From templates

    def insert(self, layer: Layer | None = None, template_id: str = "") -> None:
        """Choose a section template, fill it and put it in.

        `layer` is the one that is wanted, `template_id` the template that is looked at first.
        """
        from app.templating.inserting import inserted
        from app.ui.sections.insert_dialog import InsertDialog

        if not self._settle():
            return
        dialog = InsertDialog(
            *(self._program, self._tasks, self._theme),
            *(self._draft(), self._index(), layer, self._window, self._typed),
        )
        if template_id:
            dialog.begin_with(template_id)

        follow = self._watch.changed.connect(lambda: dialog.take_library(self._program.library))
        chosen = dialog.choice if dialog.exec() else None
        self._watch.changed.disconnect(follow)
        dialog.deleteLater()
        if chosen is None:
            return
        self._typed.pop(chosen.template, None)

        def make(draft: Draft) -> Plan:
            library, renderer = self._program.library, self._program.renderer
            return inserted(draft, chosen.at, chosen.template, library, renderer, chosen.fields, random_id)

        self._change(make, go_there=True)

    def remake(self) -> None:
        """Make the section anew from its template, after what would change was seen."""
        section = self.section()
        if section is None or not self._settle():
            return
        template = self._program.library.sections.get(section.template)
        if template is None:
            tell(
                self._window,
                "这一节不是照模板写的，或者那个模板已经没有了。",
                "可以用“换一种写法”另选一个模板，你写的段落都会留着。",
            )
            return
        self._ask_and_remake(section, (template,), again=True)

    def remake_of(self, section_id: str) -> None:
        """Go to a section and make it anew."""
        found = (each for each in stretches(self._draft()) if each.section.id == section_id)
        stretch = next(found, None)
        if stretch is not None:
            self._writing.go_to_block(stretch.start)
            self.remake()

    def another(self) -> None:
        """Make the section from another template; the fields that it has too are kept."""
        section = self.section()
        if section is None or not self._settle():
            return
        found = self._others(section)
        if not found:
            tell(self._window, "没有别的写法可以换。", "在模板文件夹里放进同一部件的节模板，就能在这里选到。")
            return
        self._ask_and_remake(section, found, again=False)

    def _others(self, section: Section) -> tuple[SectionTemplate, ...]:
        """The templates that may stand in its place: of a slot that its own fits, else of its layer."""
        library = self._program.library
        own = library.sections.get(section.template)
        slots = set(own.slots) if own else set[str]()
        return tuple(
            each
            for each in library.sections.values()
            if each.id != section.template
            and each.layer is (own.layer if own else section.layer)
            and (not own or slots & set(each.slots))
        )

    def _ask_and_remake(self, section: Section, templates: tuple[SectionTemplate, ...], again: bool) -> None:
        from app.ui.sections.remake_dialog import RemakeDialog

        dialog = RemakeDialog(
            self._program,
            self._tasks,
            self._theme,
            self._draft(),
            section.id,
            templates,
            again=again,
            parent=self._window,
        )
        if dialog.exec():
            self._change(lambda draft: dialog.made_of(draft).plan)
        dialog.deleteLater()

    def _change(self, make: Callable[[Draft], Plan], go_there: bool = False) -> None:
        """Carry out what a template gives, rendered in the worker; its errors are told."""

        def stroke(draft: Draft) -> Plan | Stroke:
            plan = self._tasks.wait_for(lambda: make(draft))
            if not go_there:
                return plan
            known = {block.id for block in draft.blocks}
            after = applied(plan, draft).blocks
            at = next((at for at, block in enumerate(after) if block.id not in known), self._index())
            return Stroke(plan, Place(at, 0))

        try:
            self._writing.change(stroke)
        except AppError as error:
            tell_error(self._window, error)
            return
        if go_there:  # to write on, also where a button of the panel began it
            self._writing.go_to_block(self._index())

    # What the writer says of it

    def set_layer(self, layer: Layer) -> None:
        """Say which layer the section carries; said again, that it carries none."""
        section, index = self.section(), self._index()
        if section is not None:
            wanted = None if section.layer is layer else layer
            self._writing.change(lambda draft: sections.set_layer(draft, index, wanted))

    def set_status(self, status: Status) -> None:
        """Say how far the section has come; said again, nothing is said of it."""
        section, index = self.section(), self._index()
        if section is not None:
            wanted = None if section.status is status else status
            self._writing.change(lambda draft: sections.set_status(draft, index, wanted))

    def set_target(self) -> None:
        """Ask how long the section is to be."""
        from app.ui.sections.target_dialog import TargetDialog

        section, index = self.section(), self._index()
        if section is None:
            return
        dialog = TargetDialog(self._name(section), section.target, self._window)
        if dialog.exec():
            target = dialog.target
            self._writing.change(lambda draft: sections.set_target(draft, index, target))
        dialog.deleteLater()

    def _name(self, section: Section) -> str:
        stretch = section_at(self._draft(), self._index())
        text = self._draft().blocks[stretch.start].text if stretch else ""
        return section.name or text[:20] or "本节"

"""What the writer changes for good: templates, occasions, packs, layouts. Each part is loaded when it is first used."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.jobs.program import Program
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState

if TYPE_CHECKING:
    from app.ui.base_file.deeds import UnitFiles
    from app.ui.layouts.deeds import Layouts
    from app.ui.packs.deeds import Packs
    from app.ui.template_making.deeds import Making
    from app.ui.templates.deeds import Templates
    from app.ui.workbench import Workbench


class Own:
    """The deeds on what is the writer's own, with the draft on the bench at hand. `tell` says a word at the foot."""

    def __init__(
        self,
        program: Program,
        tasks: Tasks,
        theme: Theme,
        state: WindowState,
        bench: "Workbench",
        tell: Callable[[str], None],
        window: QWidget,
    ) -> None:
        self._program, self._tasks, self._theme, self._state = program, tasks, theme, state
        self._bench, self._tell, self._window = bench, tell, window

    @cached_property
    def templates(self) -> "Templates":
        """The deeds on section templates."""
        from app.ui.templates.deeds import Templates

        bench = self._bench
        return Templates(
            self._program,
            self._tasks,
            self._theme,
            bench.watch,
            bench.open_draft,
            self._is_writable,
            lambda template_id: bench.sections.insert(template_id=template_id),
            self.packs.export_pack,
            self._window,
        )

    @cached_property
    def packs(self) -> "Packs":
        """The deeds on template packs."""
        from app.ui.packs.deeds import Packs

        return Packs(self._program, self._tasks, self._theme, self._state, self._bench.watch, self._window)

    @cached_property
    def making(self) -> "Making":
        """The deeds that make templates of what was written, and occasions."""
        from app.ui.template_making.deeds import Making

        bench = self._bench
        return Making(
            self._program,
            self._tasks,
            self._theme,
            bench.open_draft,
            bench.selection,
            self._tell_made,
            bench.watch.look,
            self._window,
        )

    @cached_property
    def layouts(self) -> "Layouts":
        """The deeds on layouts."""
        from app.ui.layouts.deeds import Layouts

        bench = self._bench
        return Layouts(
            self._program,
            self._tasks,
            self._theme,
            bench.open_draft,
            self._is_writable,
            bench.layout.change,
            self._window,
        )

    @cached_property
    def unit_files(self) -> "UnitFiles":
        """The deed on a unit's own Word file."""
        from app.ui.base_file.deeds import UnitFiles

        bench = self._bench
        return UnitFiles(
            self._program,
            self._tasks,
            self._theme,
            self._state,
            bench.watch,
            bench.open_draft,
            self._is_writable,
            bench.layout.change,
            self._window,
        )

    def _is_writable(self) -> bool:
        return self._bench.situation().writable

    def _tell_made(self, paths: Sequence[Path]) -> None:
        """Say that templates were made, and have them offered everywhere."""
        self._bench.watch.look()
        count = f"{len(paths)} 个模板" if len(paths) > 1 else "模板"
        self._tell(f"{count}存进了模板库，插入、新建时就能选到。")

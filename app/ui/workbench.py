"""What a draft is worked on with: outline, page, panel, and its file.

Made after the window was painted for the first time: it needs most of the program.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.core.draft import Draft
from app.core.writing import Place
from app.jobs.program import Program
from app.jobs.speaking import rate_for
from app.layouts.model import Layout
from app.ui.bound_places import BoundPlaces
from app.ui.dialogs import Dialogs
from app.ui.document.draft_document import DraftDocument
from app.ui.draft_layout import DraftLayout
from app.ui.draft_views import DraftViews
from app.ui.files import Files
from app.ui.first_page import FirstPage
from app.ui.frame import OUTLINE, PANEL, ThreeParts
from app.ui.headings import Headings
from app.ui.library_watch import LibraryWatch
from app.ui.outlining import Outlining
from app.ui.page import Page
from app.ui.recovery.recovery import Recovery
from app.ui.sections.deeds import Sections
from app.ui.sections.following import Following
from app.ui.sides import Sides
from app.ui.situation import Situation
from app.ui.speaking_rate import RateMenu
from app.ui.status_line import StatusLine
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.title_breaking import TitleBreaking
from app.ui.viewing import Viewing
from app.ui.window_state import WindowState
from app.ui.writing import Writing


class Workbench(QObject):
    """One draft at a time, in the three parts of the window."""

    changed = Signal()
    """The draft's name, whether it is changed, or what commands depend on may be another."""
    cleared = Signal()
    """No draft is open any more."""
    page_menu_wanted = Signal(QPoint)
    """The menu of the page is wanted, at a place of the screen."""
    file_dropped = Signal(object)
    """The path of a file that was dropped on the page."""
    laid_out = Signal()
    """A draft was put on the bench."""

    def __init__(
        self,
        program: Program,
        theme: Theme,
        tasks: Tasks,
        state: WindowState,
        status: StatusLine,
        window: QWidget,
        around: Callable[[], list[QWidget]],
        first: FirstPage | None = None,
    ) -> None:
        """`around` are the widgets about the three parts, which full screen hides.

        `first` is what is seen already, None where there is nothing: `take_first` puts its draft on the bench.
        """
        super().__init__(window)
        self._program, self._theme, self._tasks, self._state = program, theme, tasks, state
        self._status, self._window = status, window
        self._saved = ""
        self.watch = LibraryWatch(program, tasks, self)
        self.watch.changed.connect(self.read_library)
        self.watch.told.connect(self.note)
        self._first = first
        self.parts = first.parts if first is not None else ThreeParts(state)
        self.sides = Sides(self.parts, theme, lambda: self._views.draft(), window)
        self.outline, self.facts, self.layers = self.sides.outline, self.sides.facts, self.sides.layers
        self.viewing = Viewing(state, self.parts, window, around)
        self.viewing.changed.connect(self._show_viewing)
        status.whole_size_wanted.connect(self.viewing.zoom_back)
        self._views = DraftViews(
            self.outline, self.facts, status, tasks, lambda draft: rate_for(program, draft), self._fail, self
        )
        views = self._views
        self.layout = DraftLayout(program, views, self._show_anew, self.settle, self.note, window)
        self.watch.changed.connect(self.layout.look)
        self.sections = Sections(
            program, tasks, theme, self.text, views.draft, views.block, self.settle, self.watch, window
        )
        self.following = Following(program, tasks, self.facts, views.draft, self._fail, self)
        views.moved.connect(self.following.show_now)
        self.laid_out.connect(self.following.forget)
        self.laid_out.connect(self.sections.forget)
        self.facts.remake_wanted.connect(self.sections.remake_of)
        self.bound = BoundPlaces(lambda: self.page, self.facts, self.sides.show_facts, self.note)
        self._title = TitleBreaking(program, tasks, self._fail, self)
        self.outlining = Outlining(program, tasks, theme, views, self.sides, self.settle, window)
        self.outlining.changed.connect(self.changed)
        self.layers.went_to.connect(self.text.go_to_block)
        self.layers.insert_wanted.connect(self.sections.insert)
        self.dialogs = Dialogs(program, tasks, state, theme, window)
        self.watch.changed.connect(self.dialogs.library_changed)
        self.dialogs.go_to_placeholder.connect(self.text.go_to_placeholder_in)
        self.files = Files(program, tasks, state, self, self.dialogs, window)
        rates = RateMenu(program, state, self._views.draft, window)
        rates.changed.connect(self._views.show_times)
        status.set_rate_menu(rates)
        self._views.moved.connect(self.changed)
        self.parts.sides_changed.connect(self.changed)
        self.files.changed.connect(self._show_whether_read_only)
        self.recovery = Recovery(program, tasks, self.files, self, self.facts.with_typed, window)
        self.facts.told.connect(self.note)
        self.facts.typing.connect(self.recovery.keeper.soon)
        self.files.changed.connect(self.recovery.keeper.look_again)
        theme.changed.connect(self._turn)

    def take_first(self) -> None:
        """Go on with the draft that is seen already, and what was typed on it; nothing where there is none."""
        if self._first is None:
            return
        self.files.take_read(self._first.opened)
        if self.page is not None:
            self._first.view.hand_over(self.page.editor)
        self._first = None

    def read_library(self) -> None:
        """Read templates and declared facts in the worker; the panel shows them when they are there."""
        for panel in (self.facts, self.layers):
            self._tasks.run_task(lambda: self._program.library, panel.set_library, self._fail)

    def _fail(self, error: Exception) -> None:
        """An error of the worker goes where all errors go."""
        raise error

    # What is open

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self._views.page

    @property
    def document(self) -> DraftDocument | None:
        """The document of the open draft."""
        return self.page.document if self.page else None

    def open_draft(self) -> Draft | None:
        """The draft as it stands, with what was typed; None where none is open or a box cannot be read."""
        return self._views.draft() if self.page is not None and self.settle() else None

    def selection(self) -> tuple[Place, Place]:
        """What is selected; both places are the cursor's where nothing is, the draft's beginning where none is open."""
        if self.page is None:
            return Place(0, 0), Place(0, 0)
        self.page.editor.commit()
        return self.page.editor.selection()

    @property
    def text(self) -> Writing:
        """The deeds on the text."""
        return self._views.writing

    @property
    def headings(self) -> Headings:
        """The deeds on the outline."""
        return self._views.headings

    def situation(self) -> Situation:
        """What commands depend on."""
        now = Situation(
            read_only=self.files.read_only is not None,
            outline_shown=self.parts.is_seen(OUTLINE),
            panel_shown=self.parts.is_seen(PANEL),
        )
        now = self.viewing.situation(self.bound.situation(now))
        return self.outlining.situation(self.sections.situation(self._views.situation(now)))

    def show_draft(self, draft: Draft, layout: Layout | None = None) -> None:
        """Put a draft on the bench in the place of what was there; `layout` is its own where that is known."""
        page = Page(layout or self.layout.of(draft), draft, self._theme.dark)
        page.copy_wanted.connect(self.files.save_as)
        page.file_dropped.connect(self.file_dropped)
        page.editor.menu_wanted.connect(self.page_menu_wanted)
        page.editor.pasting.told.connect(self.note)
        page.hoist.told.connect(self.note)
        self.bound.follow(page)
        page.editor.bound.changed.connect(self.changed)
        page.editor.bold_typing.changed.connect(self.changed)
        page.editor.copyAvailable.connect(lambda _: self.changed.emit())
        page.document.modificationChanged.connect(self._show_modified)
        page.editor.by_word.wanted.connect(lambda: self._load_words(page))
        self.recovery.follow(page.document)
        self.viewing.follow(page)
        self.parts.set_page(page, page.least_width)
        self._status.show_zoom(self._state.zoom)
        self.laid_out.emit()
        self._views.follow(page)
        self.outlining.follow(page)
        self._title.follow(page)
        page.document.draft_changed.connect(self.sides.bring_up_layers)
        self.sides.bring_up_layers()
        page.editor.setFocus()

    def _show_anew(self, draft: Draft, layout: Layout, modified: bool) -> None:
        """Put the open draft on a new page, in another layout; its file stays the same."""
        self.show_draft(draft, layout)
        if self.document is not None:
            self.document.setModified(modified)
        self._show_whether_read_only()

    def put_away(self) -> None:
        """Show no draft any more, and tell nobody of what is still reckoned for it."""
        self._views.follow(None)
        self._title.follow(None)
        self.viewing.follow(None)
        self.recovery.follow(None)

    def show_start(self) -> None:
        """Put the draft away; the window shows the start."""
        self.put_away()
        self.cleared.emit()

    def settle(self) -> bool:
        """Take in what is being composed or typed; False where a box cannot be read, which is then shown."""
        QGuiApplication.inputMethod().commit()
        self.outline.view.take_name()
        if self.page is not None:
            self.page.editor.filling.settle()
        if self.facts.commit():
            return True
        self.sides.show_facts()
        self.facts.commit()
        self.note("右边有一处事实看不懂，请先改好。")
        return False

    def _load_words(self, page: Page) -> None:
        """Let keys and clicks on a page go by words, as soon as what knows words is there."""
        cut = self._program.segmenter.cut
        self._tasks.run_task(
            lambda: cut("词"), lambda _: setattr(page.editor.by_word, "cut", cut), self._fail
        )

    # What is told

    def _show_modified(self, modified: bool) -> None:
        if self.files.path is not None:
            self._status.show_saved("有改动未保存" if modified else self._saved)
        self.changed.emit()

    def _show_whether_read_only(self) -> None:
        if self.page is not None:
            self.page.set_read_only(self.files.read_only)
            self.outlining.set_read_only(self.files.read_only is not None)
            self.sides.set_read_only(self.files.read_only is not None)
        self.changed.emit()

    def show_saved(self, text: str) -> None:
        """Say whether and when the draft was saved."""
        self._saved = text
        self._status.show_saved(text)
        self._status.take_back_note()

    def note(self, text: str, until_saved: bool = False) -> None:
        """Say something for a while; what is true `until_saved` no longer than that."""
        self._status.note(text, until_saved)

    def _turn(self, dark: bool) -> None:
        if self.page is not None:
            self.page.set_dark(dark)

    def _show_viewing(self) -> None:
        if self.page is not None:
            self._status.show_zoom(self._state.zoom)
        self.changed.emit()

    # Sides

    def toggle(self, side: str) -> None:
        """Show or fold away a side."""
        self.parts.toggle(side)
        self.changed.emit()

    def show_layers(self) -> None:
        """Show the four layers at the right."""
        self.sides.show_layers()

    def pass_on_focus(self, step: int) -> None:
        """Put the focus into the next of outline, text and panel, or with a step of -1 into the one before."""
        if self.page is not None:
            self.sides.pass_on_focus(self.page, self.page.editor, step)

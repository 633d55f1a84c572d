"""What a layout looks like on paper: sheets of an example or the open draft, and what truly fits on a page."""

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.core.draft import Draft
from app.export.walk import PrintedParagraph
from app.jobs.layout_sample import about_pages, example_speech, paragraphs_to_see
from app.jobs.program import Program
from app.layouts.fitting import misfits, page_words, remarks
from app.layouts.model import Layout
from app.ui.layouts.sheet import Sheets
from app.ui.layouts.typesetting import PageSetter
from app.ui.pieces import label
from app.ui.tasks import Task, Tasks
from app.ui.theme import Theme

_SEEN = (("首页", 1, 1), ("第 2、3 面", 2, 2))
"""What can be looked at: its name, from which page on, and how many."""
_PAGES = 3
_TOO_MUCH = 20_000
"""字 of the beginning of a draft that are set, more than three pages hold in any layout."""


class LayoutPreview(QWidget):
    """Shows one layout at a time. The speech is walked in the worker, pages are set here: three take some 10 ms."""

    def __init__(self, program: Program, tasks: Tasks, theme: Theme, draft: Draft | None) -> None:
        """`draft` is the one that is open, None where there is none."""
        super().__init__()
        self._program, self._tasks = program, tasks
        self._example = example_speech(program)
        self._draft = draft if draft is not None and draft.blocks else None
        self._layout: Layout | None = None
        self._task: Task | None = None
        self._walked: tuple[object, tuple[PrintedParagraph, ...]] = (None, ())
        self.sheets = Sheets(theme.dark)
        self.speech, self.pages = QComboBox(), QComboBox()
        self.grid = QCheckBox("格线")
        self.words = QLabel()
        self.told = label("", "warning")
        self._lay_out()

    def _lay_out(self) -> None:
        self.speech.addItem("用例稿看", False)
        if self._draft is not None:
            self.speech.addItem("用打开的稿子看", True)
        self.speech.setAccessibleName("用哪份稿子看")
        for name, first, count in _SEEN:
            self.pages.addItem(name, (first, count))
        self.pages.setAccessibleName("看哪几面")
        self.grid.setToolTip("画出每面的行和每行的字")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.speech, self.pages, self.grid):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.sheets, 1)
        column.addWidget(self.told)
        self.speech.currentIndexChanged.connect(self._show)
        self.pages.currentIndexChanged.connect(self._turn)
        self.grid.toggled.connect(self.sheets.show_grid)

    def show_layout(self, layout: Layout | None) -> None:
        """Show another layout, or the same changed; the sheets stay as they are where None cannot be shown."""
        self._layout = layout
        if layout is None:
            return
        wrong = [*misfits(layout)]
        self.words.setText(page_words(layout) if not wrong else "")
        self.told.setText("\n".join(wrong or (*_of_base(layout), *remarks(layout))))
        self.told.setVisible(bool(self.told.text()))
        self._show()

    def finish(self) -> None:
        """Nobody looks any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _turn(self) -> None:
        self.sheets.look_at(*self.pages.currentData())

    def _show(self) -> None:
        layout = self._layout
        if layout is None or layout.page.text_width < 1 or layout.page.text_height < 1:
            return
        draft = self._draft if self.speech.currentData() and self._draft is not None else self._example
        wanted = (id(draft), layout.title_best, layout.title_most, layout.bold_point_leads)
        self.finish()
        if self._walked[0] == wanted:
            self._set(layout, draft)
            return
        program = self._program
        self._task = self._tasks.run_task(
            lambda: (wanted, paragraphs_to_see(program, _beginning(draft), layout)), self._take, _fail
        )

    def _take(self, walked: tuple[object, tuple[PrintedParagraph, ...]]) -> None:
        self._task, self._walked = None, walked
        self._show()

    def _set(self, layout: Layout, draft: Draft) -> None:
        pages = PageSetter(layout, _PAGES).set(self._walked[1])
        total = max(len(pages), about_pages(draft, layout)) if len(pages) == _PAGES else len(pages)
        self.sheets.show_pages(layout, pages, total)


def _of_base(layout: Layout) -> Iterator[str]:
    """What cannot be seen here of a layout that prints on a unit's own Word file."""
    if layout.base is not None:
        yield "导出时印在单位的 Word 模板上：纸张、边距、页眉、页脚照它，这里看不出。"


def _beginning(draft: Draft) -> Draft:
    """As much of a draft as three pages can hold."""
    characters, blocks = 0, []
    for block in draft.blocks:
        blocks.append(block)
        characters += len(block.text)
        if characters > _TOO_MUCH:
            break
    return Draft(draft.facts, tuple(blocks), draft.occasion, draft.layout)


def _fail(error: Exception) -> None:
    """An error of the worker goes where all errors go."""
    raise error

"""What the pictures show: each scene brings the window into a state, the studio keeps a picture of it."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.kinds import Kind
from app.core.place import Place
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.occasion_editing import edited
from app.jobs.opening import open_draft
from app.jobs.own_layouts import standard_layout
from app.jobs.packs import export_pack as export_pack_of
from app.jobs.packs import own_things
from app.jobs.program import Program
from app.jobs.saving import save_draft
from app.layouts.changing import Place as Setting
from app.layouts.changing import with_settings
from app.layouts.find import list_layouts
from app.layouts.values import Value
from app.templating.own.kinds import FACTS_ID, OwnKind
from app.ui.document.positions import position_of
from app.ui.layouts.editor import LayoutEditor
from app.ui.main_window import MainWindow
from app.ui.occasion_editor.dialog import OccasionDialog
from app.ui.packs.import_dialog import ImportPackDialog
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.templates.dialog import LibraryDialog
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.export.base.units import bureau
from tests.importing.layout.ten import WHOLE, exported, unit_layout

HERE = Path(__file__).parent
OLDER = ("全市春季防火工作会议讲话", "在全市招商引资推进会上的讲话", "第二季度经济形势分析会主持词")


class Studio:
    """The program with a home of its own, where some drafts were written before."""

    def __init__(self, home: Path, speech: Path, size: tuple[int, int], dark: bool) -> None:
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self.application = application
        program = self.program = Program.start(find_places({HOME_VARIABLE: str(home)}))
        self.folder = home
        theme = self._theme = Theme(program.places.resources)
        theme.follow(application)
        theme.dress(application, dark=dark)
        self._tasks = Tasks()
        self.window = MainWindow(program, theme, self._tasks, WindowState(program.settings))
        self.window.resize(*size)
        self.window.show()
        self.window.begin(None)
        self.draft = open_draft(program, str(speech)).draft
        folder = home / "讲话稿"
        folder.mkdir()
        for name in (*OLDER, "老旧小区改造推进会讲话"):
            path = folder / f"{name}.siceng"
            save_draft(path, self.draft, overwrite=True)
            self.window.files.open(path)
            self.settle()
            self.latest = path
        self._picture: QPixmap | None = None

    def template_editor(self, path: Path) -> TemplateEditor:
        """The editor of a section template, as the library opens it."""
        return TemplateEditor(self.program, self._tasks, self._theme, path, self.draft, self.window)

    def layout_editor(self, settings: Mapping[Setting, Value]) -> LayoutEditor:
        """The editor of a layout that has these settings and is the standard's else."""
        layout = with_settings(standard_layout(self.program), settings, {})
        return LayoutEditor(
            self.program, self._tasks, self._theme, layout, lambda _: HERE, self.draft, self.window
        )

    def settle(self, seconds: float = 0.6) -> None:
        """Let the window do what it has to."""
        stop = time.perf_counter() + seconds
        while time.perf_counter() < stop:
            self.application.processEvents()
            time.sleep(0.005)

    def do(self, command: str) -> None:
        """Run a command as the menu does."""
        self.window.commands[command].trigger()
        self.settle()

    def in_dialog(
        self, open_it: Callable[[], object], prepare: Callable[[QWidget], None] = lambda _: None
    ) -> None:
        """Take the picture of the dialog that opens, with the window behind it, and leave it."""

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(50, take)
                return
            prepare(dialog)
            self.settle(3.0)
            self._picture = self._over(dialog)
            dialog.close()

        QTimer.singleShot(50, take)
        open_it()
        self.settle()

    def _over(self, dialog: QWidget) -> QPixmap:
        behind, front = self.window.grab(), dialog.grab()
        place = (self.window.rect().center() - dialog.rect().center()) * 1
        painter = QPainter(behind)
        painter.fillRect(self.window.rect(), QColor(0, 0, 0, 70))
        painter.drawPixmap(place, front)
        painter.end()
        return behind

    def cursor_to(self, kind: Kind, count: int) -> None:
        """Put the cursor into the block of that kind, counted from 0."""
        page = self.window.bench.page
        assert page is not None
        at = [index for index, block in enumerate(self.draft.blocks) if block.kind is kind][count]
        cursor = page.editor.textCursor()
        cursor.setPosition(position_of(page.document, Place(at, 8)))
        page.editor.setTextCursor(cursor)
        self.settle()

    def keep(self, path: Path) -> None:
        """Save the picture of the scene."""
        (self._picture or self.window.grab()).save(str(path))
        self._picture = None

    def close(self) -> None:
        """Leave the program; nothing is asked."""
        if self.window.bench.document is not None:
            self.window.bench.document.setModified(False)
        self.window.close()
        self._tasks.finish()


def start(studio: Studio) -> None:
    """The page the program begins with."""
    studio.do("close")
    studio.settle(1.5)


def _open(studio: Studio) -> None:
    if studio.window.bench.page is None:
        studio.window.files.open(studio.latest)
        studio.settle(1.0)


def writing(studio: Studio) -> None:
    """The speech with its outline and facts."""
    _open(studio)
    studio.cursor_to(Kind.H1, 1)


def layers(studio: Studio) -> None:
    """How much each of the four layers takes."""
    writing(studio)
    studio.do("layers")


def overview(studio: Studio) -> None:
    """All headings of a level side by side."""
    _open(studio)
    studio.in_dialog(studio.window.commands["overview"].trigger)


def palette(studio: Studio) -> None:
    """Commands found by a few letters."""
    writing(studio)
    studio.do("palette")
    popup = studio.window.findChild(QWidget, "palette")
    assert popup is not None
    popup.sought.setText("bt")  # type: ignore[attr-defined]
    popup.sought.textEdited.emit("bt")  # type: ignore[attr-defined]
    studio.settle()
    studio._picture = studio.window.grab()
    popup.close()


def new(studio: Studio) -> None:
    """A new draft from an occasion."""
    _open(studio)
    studio.in_dialog(studio.window.commands["new"].trigger)


def from_table(studio: Studio) -> None:
    """A sheet of twelve meetings, and what a row of it becomes."""
    _open(studio)

    def show_sample(dialog: QWidget) -> None:
        dialog.pane.table.sample_wanted.emit()  # type: ignore[attr-defined]

    studio.in_dialog(studio.window.commands["from_table"].trigger, show_sample)


def insert(studio: Studio) -> None:
    """A section template chosen and filled."""
    writing(studio)
    studio.in_dialog(studio.window.commands["insert_section"].trigger)


def templates(studio: Studio) -> None:
    """Templates of one slot of an occasion, one of them the writer's own, with the open draft's facts."""
    writing(studio)
    store = studio.program.own
    path = store.copy(studio.program.library.sections["tj_renshi_daotui"].path, "从老问题讲起")
    studio.program.refresh_library()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, LibraryDialog)
        dialog.browser.go_to(("occasion:tuijinhui:认识", str(path)))
        dialog.pane.preview.filling.setCurrentIndex(2)

    studio.in_dialog(studio.window.commands["templates"].trigger, look)
    store.delete(path)


def template_text(studio: Studio) -> None:
    """The text of a template, a fact found by the first letters of its pinyin."""
    _edit(studio, _type_name)


def template_fields(studio: Studio) -> None:
    """The fields of a template, one of them added."""
    _edit(studio, _look_at_fields)


def template_about(studio: Studio) -> None:
    """Where a template is chosen, how long it is, and how it differs from its neighbours."""
    _edit(studio, lambda dialog: dialog.work.show_tab(2))


def _edit(studio: Studio, prepare: Callable[[TemplateEditor], None]) -> None:
    _open(studio)
    path = studio.program.library.sections["tj_kaichang_guanmo"].path
    editor = studio.template_editor(path)

    def ready(dialog: QWidget) -> None:
        assert dialog is editor
        studio.settle(1.0)
        prepare(editor)
        studio.settle(1.0)
        editor.work.source.steps.setClean()  # it is left without a question

    studio.in_dialog(editor.exec, ready)


def _type_name(dialog: TemplateEditor) -> None:
    code = dialog.work.code
    code.setFocus()
    code.moveCursor(QTextCursor.MoveOperation.End)
    for letter in "{{hy":
        QTest.keyClick(code, letter)


def _look_at_fields(dialog: TemplateEditor) -> None:
    dialog.work.show_tab(1)
    dialog.work.fields.list.add.click()
    name = dialog.work.fields.card.name
    name.setFocus()
    name.selectAll()
    name.insert("牵头单位")
    name.clearFocus()
    dialog.work.code.moveCursor(QTextCursor.MoveOperation.End)
    dialog.work.code.insertPlainText("会后的整改，由{{ 牵头单位 }}牵头。")


def making(studio: Studio) -> None:
    """A section of the speech becoming a template; the dictionary takes its time."""
    _open(studio)
    studio.cursor_to(Kind.H1, 2)
    studio.in_dialog(studio.window.commands["make_template"].trigger, lambda _: studio.settle(3.0))


def import_pack(studio: Studio) -> None:
    """What a colleague's pack brings, and what of it differs."""
    _open(studio)
    path = _packs(studio)
    studio.in_dialog(lambda: studio.window.own.packs.import_pack(path), _look_at_second)


def _look_at_second(dialog: QWidget) -> None:
    assert isinstance(dialog, ImportPackDialog)
    dialog.list.setCurrentRow(1)


def export_pack(studio: Studio) -> None:
    """What of one's own goes to a colleague."""
    _open(studio)
    _packs(studio)
    studio.in_dialog(lambda: studio.window.own.packs.export_pack([(OwnKind.OCCASIONS, "zhibudahui")]))


def _packs(studio: Studio) -> Path:
    """A pack of things that are here too, one of them changed since."""
    program, path = studio.program, studio.folder / "处里的模板.zip"
    if path.exists():
        return path
    own, library = program.own, program.library
    facts = '[支部]\n类型 = "文字"\n示例 = "机关第一支部"\n'
    own.write(OwnKind.FACTS, FACTS_ID, facts)
    own.copy(library.occasions["zhuchici"].path, "支部大会")
    section = own.copy(library.sections["zc_sanhui_zhijie"].path, "支部散会")
    own.copy(own.layout_folders[1] / "gb9704.toml", "本局")
    program.refresh_library()
    export_pack_of(
        program, own_things(program).all, path, "处里的模板", overwrite=True, description="支部大会用"
    )
    text = own.read(section)
    own.write(OwnKind.SECTIONS, section.stem, text.replace("散会", "散会，同志们再见"))
    program.refresh_library()
    return path


def occasion(studio: Studio) -> None:
    """An occasion with its parts and the draft that comes of it."""
    writing(studio)
    program, window = studio.program, studio.window
    layouts = list_layouts(program.places.layout_folders).layouts
    state = edited(program, program.library.occasion("tuijinhui"))
    dialog = OccasionDialog(program, studio._tasks, window._theme, state, layouts, window)
    studio.in_dialog(dialog.exec)
    dialog.deleteLater()


def layouts(studio: Studio) -> None:
    """The layouts there are, one of them as pages."""
    writing(studio)
    studio.in_dialog(studio.window.commands["layouts"].trigger)


def layout_editor(studio: Studio) -> None:
    """A layout with page numbers of its own being changed, its page beside it."""
    writing(studio)
    editor = studio.layout_editor(
        {("page_number", "样式"): "第1页 共9页", ("page_header", "文字"): "内部材料"}
    )
    editor.look_at("page_number")
    studio.in_dialog(editor.exec)


def learning(studio: Studio) -> None:
    """The layout of a unit's Word file, learned, and a page in it."""
    _open(studio)
    sample = studio.latest.with_name("全市重点工作推进会讲话（印发稿）.docx")
    sample.write_bytes(exported(unit_layout(), WHOLE))
    studio.in_dialog(lambda: studio.window.own.layouts.learn(sample), _look_at_bold)


def _look_at_bold(dialog: QWidget) -> None:
    tree = dialog.tree  # type: ignore[attr-defined]
    tree.setCurrentItem(tree.findItems("加粗", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0])


def export(studio: Studio) -> None:
    """The Word file before it is written."""
    _open(studio)
    studio.in_dialog(studio.window.commands["export"].trigger)


def unit_file(studio: Studio) -> None:
    """A unit's own Word file, its styles matched."""
    _open(studio)
    path = studio.latest.parent / "市数据局讲话模板.docx"
    path.write_bytes(bureau())
    studio.in_dialog(lambda: studio.window.own.unit_files.take(path))


def importing(studio: Studio) -> None:
    """What a page that was copied from a site is recognised as."""
    _open(studio)
    studio.in_dialog(lambda: studio.window.files.open(HERE / "page.txt"))


def shortcuts(studio: Studio) -> None:
    """All keys on one page."""
    _open(studio)
    studio.in_dialog(studio.window.commands["shortcuts"].trigger)


SCENES: dict[str, Callable[[Studio], None]] = {
    "writing": writing,
    "layers": layers,
    "palette": palette,
    "overview": overview,
    "insert": insert,
    "from_table": from_table,
    "templates": templates,
    "layouts": layouts,
    "layout-editor": layout_editor,
    "template_text": template_text,
    "template_fields": template_fields,
    "template_about": template_about,
    "making": making,
    "import_pack": import_pack,
    "export_pack": export_pack,
    "occasion": occasion,
    "learning": learning,
    "export": export,
    "import": importing,
    "unit-file": unit_file,
    "new": new,
    "shortcuts": shortcuts,
    "start": start,
}

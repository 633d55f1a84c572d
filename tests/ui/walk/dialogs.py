"""Every dialog of the program, opened as the program opens it, in each state that has controls of its own."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog

import app.ui
from app.core.draft import Draft
from app.core.kinds import NUMBERED, Kind, Layer
from app.core.markup import parse_markup
from app.core.outline import stretches
from app.jobs.learning import learned_from
from app.jobs.occasion_editing import edited
from app.jobs.own_layouts import standard_layout
from app.jobs.program import Program
from app.jobs.recovery import Change, new_journal, offers
from app.jobs.saving import save_draft
from app.jobs.table.blank import sample_table
from app.jobs.template_files import Written, keep_unsaved, open_template
from app.jobs.unit_files import look_into
from app.layouts.changing import with_settings
from app.layouts.find import list_layouts
from app.settings.declared import LAST_EXPORT_FOLDER
from app.storage.kept import Kept
from app.templating.fields import FieldType
from app.templating.generalise.passage import section_passages
from app.templating.library import Library
from app.templating.own.kinds import OwnKind
from app.templating.packs.brought import Brought, Look, Standing
from app.templating.packs.things import OwnThings, Thing
from app.ui.base_file.dialog import UnitFileDialog
from app.ui.comment_dialog import CommentDialog
from app.ui.exporting.dialog import ExportDialog
from app.ui.focus import Dialog
from app.ui.from_table.dialog import TableDialog
from app.ui.import_preview.dialog import ImportDialog
from app.ui.layouts.dialog import LayoutsDialog
from app.ui.layouts.editor import LayoutEditor
from app.ui.learning.dialog import LearnDialog
from app.ui.library_watch import LibraryWatch
from app.ui.messages import Message
from app.ui.new_draft.dialog import NewDialog
from app.ui.occasion_editor.dialog import OccasionDialog
from app.ui.occasion_editor.new_fact_dialog import NewFactDialog
from app.ui.occasion_editor.occasions_dialog import OccasionsDialog
from app.ui.overview.dialog import OverviewDialog
from app.ui.overview.reading_view import ReadingView, Sheet
from app.ui.packs.export_dialog import ExportPackDialog
from app.ui.packs.import_dialog import ImportPackDialog
from app.ui.recovery.comparison import Comparison
from app.ui.recovery.dialog import RecoveredDialog
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.sections.remake_dialog import RemakeDialog
from app.ui.sections.target_dialog import TargetDialog
from app.ui.shortcuts_page import ShortcutsPage
from app.ui.speaking_rate import MeasureDialog
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.template_making.dialog import MakingDialog
from app.ui.templates.dialog import LibraryDialog
from app.ui.templates.naming import NameDialog, NewTemplateDialog
from app.ui.templates.versions_dialog import VersionsDialog
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.export.base.units import UNITS
from tests.importing.layout.samples import SPEECH, section
from tests.importing.word.files import docx
from tests.ui.import_preview.fake import PAGE, TWO, incoming

HEADINGS = parse_markup(
    "# 甲\n## 子\n## 丑\n- 责任到人；\n- 时限到天。\n# 乙\n## 寅\n### 卯\n#### 辰\n#### 巳\n"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """What dialogs are made with."""

    program: Program
    tasks: Tasks
    theme: Theme
    state: WindowState
    speech: Draft
    folder: Path


Opener = Callable[[Stage], QDialog]


def all_dialogs() -> set[type[QDialog]]:
    """Every kind of dialog that a module of the window has."""
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        importlib.import_module(module.name)
    return {each for each in _below(QDialog) if each.__module__.startswith("app.ui.")} - {Dialog}


def _below(kind: type) -> set[type]:
    return {each for below in kind.__subclasses__() for each in (below, *_below(below))}


def _new(stage: Stage) -> NewDialog:
    return NewDialog(stage.program, stage.tasks, stage.theme)


def _new_ways(stage: Stage) -> NewDialog:
    dialog = _new(stage)
    dialog.tabs.setCurrentIndex(1)
    for row in dialog.choices.rows:
        for link in (row.more, row.fill):
            if not link.isHidden():
                link.click()
    return dialog


def _import(stage: Stage, text: str = PAGE, other: str = "") -> ImportDialog:
    dialog = ImportDialog(stage.tasks, stage.theme, incoming(text, other))
    _wait_for_attempt(dialog)
    return dialog


def _cleaned(stage: Stage) -> ImportDialog:
    dialog = _import(stage)
    dialog.boxes.look.click()
    dialog.boxes.marks.click()
    _wait_for_attempt(dialog)
    return dialog


def _wait_for_attempt(dialog: ImportDialog) -> None:
    loop = QEventLoop()
    dialog.trying.tried.connect(loop.quit)
    loop.exec()


def _insert(stage: Stage) -> InsertDialog:
    draft = stage.speech
    at = next(each.start for each in stretches(draft) if each.section.layer is Layer.TASKS)
    return InsertDialog(stage.program, stage.tasks, stage.theme, draft, at, Layer.UNDERSTANDING)


def _insert_nothing(stage: Stage) -> InsertDialog:
    dialog = _insert(stage)
    dialog.templates.search.setText("没有这样的词")
    return dialog


def _library(stage: Stage, draft: Draft | None) -> LibraryDialog:
    watch = LibraryWatch(stage.program, stage.tasks, stage.tasks)
    watch.stop()  # nobody changes anything here
    return LibraryDialog(
        stage.program, stage.tasks, stage.theme, watch, draft, draft is not None, lambda *_: None
    )


def _learned(stage: Stage, everything: bool = False) -> LearnDialog:
    path = stage.folder / "样稿.docx"
    path.write_bytes(docx(SPEECH + section()))
    learned = learned_from(stage.program, path)
    dialog = LearnDialog(stage.program, stage.tasks, stage.theme, learned, stage.speech, writable=True)
    dialog.everything.setChecked(everything)
    return dialog


def _versions(stage: Stage) -> VersionsDialog:
    store = stage.program.own
    for text in ("甲", "乙"):
        path = store.write(OwnKind.SECTIONS, "jiuban", text)
    now = datetime.now().astimezone()
    dialog = VersionsDialog(store, stage.theme, "旧版", store.versions(path), now)
    store.delete(path)
    return dialog


def _making(stage: Stage, most: int) -> MakingDialog:
    found = section_passages(stage.speech, stage.program.library)[:most]
    dialog = MakingDialog(stage.program, stage.tasks, stage.theme, stage.speech, found)
    loop = QEventLoop()
    timer = QTimer(dialog, interval=10)
    timer.timeout.connect(lambda: loop.quit() if dialog.list.count() else None)
    timer.start()
    loop.exec()
    timer.stop()
    return dialog


def _export_pack(stage: Stage, empty: bool = False) -> ExportPackDialog:
    things = OwnThings(Library() if empty else stage.program.library, stage.program.own)
    things.all = () if empty else (Thing(OwnKind.SECTIONS, "x", "甲"), Thing(OwnKind.FACTS, "y", "乙"))
    return ExportPackDialog(stage.program, stage.tasks, things, stage.folder)


def _import_pack(stage: Stage, differing: bool = False) -> ImportPackDialog:
    names = ("js_yi", "js_er")
    items = tuple(
        Brought(
            OwnKind.FACTS,
            name,
            name,
            "甲",
            Standing.DIFFERENT if differing else Standing.NEW,
            "乙" if differing else "",
            faults=("错。",),
        )
        for name in names
    )
    look = Look("处里的包", "", items, ("有 1 个文件不收。",))
    return ImportPackDialog(stage.program, stage.tasks, stage.theme, look)


def _occasion(stage: Stage, occasion: str, tab: int) -> OccasionDialog:
    program = stage.program
    layouts = list_layouts(program.places.layout_folders).layouts
    state = edited(program, program.library.occasion(occasion))
    dialog = OccasionDialog(program, stage.tasks, stage.theme, state, layouts)
    dialog.tabs.setCurrentIndex(tab)
    return dialog


def _occasions(stage: Stage) -> OccasionsDialog:
    layouts = list_layouts(stage.program.places.layout_folders).layouts
    return OccasionsDialog(stage.program, stage.tasks, stage.theme, layouts)


def _new_fact(kind: FieldType) -> NewFactDialog:
    dialog = NewFactDialog(lambda _: "")
    dialog.type.setCurrentIndex(dialog.type.findData(kind))
    return dialog


def _layout_editor(stage: Stage, group: str) -> LayoutEditor:
    layout = with_settings(standard_layout(stage.program), {("page_number", "样式"): "- 1 -"}, {})
    dialog = LayoutEditor(stage.program, stage.tasks, stage.theme, layout, lambda _: stage.folder)
    dialog.look_at(group)
    return dialog


def _layouts(stage: Stage, writable: bool) -> LayoutsDialog:
    draft = stage.speech if writable else None
    return LayoutsDialog(stage.program, stage.tasks, stage.theme, draft, writable)


def _unit_file(stage: Stage, name: str) -> UnitFileDialog:
    path = stage.folder / f"{name}.docx"
    path.write_bytes(UNITS[name][0]())
    return UnitFileDialog(stage.program, stage.tasks, stage.theme, look_into(path), stage.speech, True)


def _remake(stage: Stage, again: bool) -> RemakeDialog:
    section = next(each.section for each in stretches(stage.speech) if each.section.template)
    library = stage.program.library
    templates = tuple(library.sections[each] for each in [section.template])
    if not again:
        templates += tuple(each for each in library.sections.values() if each.layer is section.layer)[:3]
    return RemakeDialog(stage.program, stage.tasks, stage.theme, stage.speech, section.id, templates, again)


def _overview(stage: Stage, level: Kind, read_only: bool = False) -> OverviewDialog:
    return OverviewDialog(stage.program, stage.tasks, stage.theme, HEADINGS, level, read_only=read_only)


def _export(stage: Stage) -> ExportDialog:
    stage.state.settings.set(LAST_EXPORT_FOLDER, str(stage.folder))
    return ExportDialog(stage.program, stage.tasks, stage.state, stage.speech, None)


def _exported(stage: Stage) -> ExportDialog:
    dialog = _export(stage)
    dialog.main.click()
    return dialog


def _from_table(stage: Stage, tab: int = 0, sample: bool = True) -> TableDialog:
    dialog = TableDialog(stage.program, stage.tasks, stage.theme, stage.state)
    if sample:
        dialog.read(sample_table(stage.program))
        loop = QEventLoop()
        dialog.pane.preview.looked.connect(loop.quit)
        loop.exec()
    dialog.pane.tabs.setCurrentIndex(tab)
    return dialog


def _from_table_made(stage: Stage) -> TableDialog:
    dialog = _from_table(stage)
    dialog.pane.delivery.folder.setText(str(stage.folder / "稿"))
    dialog.pane.table.model.tick_all(False)
    dialog.pane.table.model.setData(
        dialog.pane.table.model.index(0, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
    )
    dialog._make()
    loop = QEventLoop()
    dialog._run.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    loop.exec()
    return dialog


def _recovered(stage: Stage) -> RecoveredDialog:
    path = stage.folder / "讲话.siceng"
    save_draft(path, HEADINGS, overwrite=False)
    for draft, file in ((stage.speech, path), (HEADINGS, None)):
        journal = new_journal(stage.program)
        journal.write(Kept(draft, datetime.now(UTC) - timedelta(hours=1), file, None))
        journal.release()
    return RecoveredDialog(offers(stage.program).offers, datetime.now().astimezone())


def _template(stage: Stage, tab: int = 0) -> TemplateEditor:
    dialog = TemplateEditor(
        stage.program, stage.tasks, stage.theme, stage.program.library.section("tj_kaichang_guanmo").path
    )
    dialog.work.show_tab(tab)
    return dialog


def _mistaken_template(stage: Stage) -> TemplateEditor:
    dialog = _template(stage)
    dialog.work.code.insertPlainText("{{ 没有的 }}")
    dialog.work.trial.renew()
    loop = QEventLoop()
    dialog.work.checked.connect(lambda found: loop.quit() if found.tried.error else None)
    loop.exec()
    dialog.work.tell_now()
    dialog.work.source.steps.setClean()  # it is left without a question
    return dialog


def _unsaved_template(stage: Stage) -> TemplateEditor:
    """What was not saved when the program died is offered."""
    path = stage.folder / "wode_offered.j2"
    path.write_bytes(stage.program.library.section("tj_kaichang_guanmo").path.read_bytes())
    opened = open_template(stage.program, path)
    keep_unsaved(stage.program, opened, Written(None, f"{opened.text}又一段。\n"))
    return TemplateEditor(stage.program, stage.tasks, stage.theme, path)


def _broken_template(stage: Stage) -> TemplateEditor:
    path = stage.folder / "wode.j2"
    path.write_text("没有说明的话", "utf-8")
    return TemplateEditor(stage.program, stage.tasks, stage.theme, path)


OPENERS: dict[type[QDialog], dict[str, Opener]] = {
    CommentDialog: {
        "empty": lambda _: CommentDialog(None, ""),
        "written": lambda _: CommentDialog(None, "核口径"),
    },
    Comparison: {"": lambda _: Comparison((Change(("甲",), ("乙",)),))},
    ExportDialog: {"choices": _export, "report": _exported},
    ImportDialog: {"recognised": _import, "cleaned": _cleaned, "several": lambda stage: _import(stage, TWO, PAGE)},
    ExportPackDialog: {"with things": _export_pack, "with none": lambda stage: _export_pack(stage, empty=True)},
    ImportPackDialog: {"new": _import_pack, "differing": lambda stage: _import_pack(stage, differing=True)},
    InsertDialog: {"": _insert, "nothing fits": _insert_nothing},
    LearnDialog: {"differing": _learned, "everything": lambda stage: _learned(stage, everything=True)},
    LibraryDialog: {
        "with a draft": lambda stage: _library(stage, stage.speech),
        "without": lambda stage: _library(stage, None),
    },
    MakingDialog: {
        "one section": lambda stage: _making(stage, 1),
        "several": lambda stage: _making(stage, 3),
    },
    LayoutEditor: {
        group: (lambda stage, group=group: _layout_editor(stage, group))
        for group in ("name", "page", "lines", "fonts", "page_number", "page_header", "h2")
    },
    LayoutsDialog: {
        "with a draft": lambda stage: _layouts(stage, writable=True),
        "without": lambda stage: _layouts(stage, writable=False),
    },
    MeasureDialog: {"": lambda _: MeasureDialog("×××", 25)},
    Message: {
        "told": lambda _: Message(None, "没有选中文字。", "先选中要批注的文字，再写批注。", ("知道了",)),
        "asked": lambda _: Message(None, "还没有保存。", "", ("保存", "不保存", "取消")),
    },
    NewDialog: {"facts": _new, "ways": _new_ways},
    NameDialog: {"": lambda _: NameDialog("改名", "只改名称。", "甲", "改名")},
    NewTemplateDialog: {
        "for a slot": lambda stage: NewTemplateDialog(stage.program.library, "tuijinhui", "认识"),
        "for none": lambda stage: NewTemplateDialog(stage.program.library, "", ""),
    },
    NewFactDialog: {
        "text": lambda _: _new_fact(FieldType.TEXT),
        "choice": lambda _: _new_fact(FieldType.CHOICE),
    },
    OccasionDialog: {
        **{name: (lambda stage, at=at: _occasion(stage, "tuijinhui", at))
           for at, name in enumerate(("slots", "head", "facts", "about"))},
        "variants": lambda stage: _occasion(stage, "zuotanhui", 3),
        "head as text": lambda stage: _occasion(stage, "jiaoliu", 1),
    },
    OccasionsDialog: {"": _occasions},
    OverviewDialog: {
        **{kind.name: (lambda stage, kind=kind: _overview(stage, kind)) for kind in NUMBERED},
        "read only": lambda stage: _overview(stage, Kind.H2, read_only=True),
    },
    ReadingView: {"": lambda stage: ReadingView([Sheet("甲", (("（一）", "子"),))], stage.theme)},
    RecoveredDialog: {"": _recovered},
    RemakeDialog: {
        "again": lambda stage: _remake(stage, again=True),
        "another": lambda stage: _remake(stage, again=False),
    },
    ShortcutsPage: {"": lambda _: ShortcutsPage()},
    VersionsDialog: {"": _versions},
    TableDialog: {
        "nothing": lambda stage: _from_table(stage, sample=False),
        **{f"tab {tab}": (lambda stage, tab=tab: _from_table(stage, tab)) for tab in range(5)},
        "made": _from_table_made,
    },
    UnitFileDialog: {name: (lambda stage, name=name: _unit_file(stage, name)) for name in UNITS},
    TargetDialog: {"": lambda _: TargetDialog("统一思想", 800)},
    TemplateEditor: {
        "text": _template,
        "fields": lambda stage: _template(stage, 1),
        "about": lambda stage: _template(stage, 2),
        "hint": lambda stage: _template(stage, 3),
        "mistaken": _mistaken_template,
        "broken": _broken_template,
        "unsaved": _unsaved_template,
    },
}  # fmt: skip
"""How each dialog is opened, by what it shows."""

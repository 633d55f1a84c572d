"""What is changed in the writer's own folder while the program runs is there at once, wherever it is seen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.files.places import HOME_VARIABLE, find_places
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.ui.library_watch import LibraryWatch
from app.ui.main_window import MainWindow
from app.ui.new_draft.dialog import NewDialog
from app.ui.sections.insert_dialog import InsertDialog
from app.ui.start.page import StartPage
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.templating.small_library import write

SECTION = '+++\n名称 = "{}"\n部件 = ["kaichang"]\n写法 = "直接"\n+++\n今天开会。\n'


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program whose own folder is this test's alone."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def own(program: Program) -> Path:
    program.own.folder.mkdir(parents=True)
    return program.own.folder


@pytest.fixture
def watch(qtbot, program: Program, tasks: Tasks, qapp: QApplication) -> Iterator[LibraryWatch]:
    found = LibraryWatch(program, tasks, qapp)
    found.look()
    yield found
    found.stop()
    tasks.finish()
    found.deleteLater()


def settle(qtbot, watch: LibraryWatch) -> None:
    qtbot.waitUntil(lambda: not watch.is_looking)


def test_a_new_file_is_noticed_while_the_window_is_at_the_back(
    qtbot, program: Program, own: Path, watch: LibraryWatch
) -> None:
    settle(qtbot, watch)
    with qtbot.waitSignal(watch.changed):
        write(own, "sections/wode/x.j2", SECTION.format("新写法"))
    assert program.library.sections["x"].name == "新写法"


def test_a_changed_file_is_noticed_and_one_in_a_folder_that_was_new(
    qtbot, program: Program, own: Path, watch: LibraryWatch
) -> None:
    settle(qtbot, watch)
    with qtbot.waitSignal(watch.changed):
        write(own, "sections/wode/x.j2", SECTION.format("一"))
    with qtbot.waitSignal(watch.changed):
        write(own, "sections/wode/x.j2", SECTION.format("二二"))
    assert program.library.sections["x"].name == "二二"
    with qtbot.waitSignal(watch.changed):
        (own / "sections" / "wode" / "x.j2").unlink()
    assert "x" not in program.library.sections


def test_the_first_file_of_a_writer_is_noticed_when_the_window_is_come_back_to(
    qtbot, program: Program, watch: LibraryWatch, qapp: QApplication
) -> None:
    settle(qtbot, watch)
    with qtbot.waitSignal(watch.changed):
        write(program.own.folder, "sections/wode/x.j2", SECTION.format("新写法"))
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert "x" in program.library.sections


def test_what_the_program_writes_itself_is_there_after_a_look(
    qtbot, program: Program, watch: LibraryWatch
) -> None:
    settle(qtbot, watch)
    built_in = program.library.sections["tj_kaichang_zongfen"]
    with qtbot.waitSignal(watch.changed):
        path = program.own.copy(built_in.path, "我的开场")
        watch.look()
    assert program.library.sections[path.stem].name == "我的开场"


def test_a_change_that_somebody_else_read_already_is_told_all_the_same(
    qtbot, program: Program, own: Path, watch: LibraryWatch
) -> None:
    settle(qtbot, watch)
    with qtbot.waitSignal(watch.changed):
        write(own, "sections/wode/x.j2", SECTION.format("新写法"))
        assert program.refresh_library()


def test_a_file_that_was_broken_is_told_and_what_it_held_stands(
    qtbot, program: Program, own: Path, watch: LibraryWatch
) -> None:
    path = write(own, "sections/wode/x.j2", SECTION.format("好的"))
    settle(qtbot, watch)
    with qtbot.waitSignal(watch.told) as told:
        path.write_text("+++\n名称 = 好的\n+++\n", encoding="utf-8")
    assert told.args[0].count("x.j2") == 1 and "第 2 行" in told.args[0]
    assert program.library.sections["x"].name == "好的"
    assert [problem.path for problem in program.library.problems] == [path]
    with qtbot.waitSignal(watch.changed):
        write(own, "sections/wode/x.j2", SECTION.format("又好了"))
    assert program.library.sections["x"].name == "又好了"


def test_the_start_page_shows_a_new_occasion(qtbot, program: Program, own: Path, window: MainWindow) -> None:
    start = window.findChild(StartPage)
    assert start is not None
    qtbot.waitUntil(lambda: start.occasions is not None)
    settle(qtbot, window.bench.watch)
    text = (program.places.templates / "occasions" / "tuijinhui.toml").read_text(encoding="utf-8")
    write(own, "occasions/xianchanghui.toml", text.replace('名称 = "推进会"', '名称 = "现场推进会"'))

    def shown() -> list[str]:
        grid = start.occasions.grid if start.occasions else None
        return [grid.item(row).text() for row in range(grid.count())] if grid else []

    qtbot.waitUntil(lambda: "现场推进会" in shown())


def test_a_change_of_the_layout_of_the_open_draft_is_told(
    qtbot, program: Program, own: Path, window: MainWindow
) -> None:
    path = write(own, "layouts/benju.toml", '名称 = "本局"\n基于 = "gb9704"\n')
    draft = replace(new_draft(program, "zhuchici").draft, layout="benju")
    window.bench.show_draft(draft)
    settle(qtbot, window.bench.watch)
    path.write_text('名称 = "本局"\n基于 = "gb9704"\n[styles.h2]\n加粗 = true\n', encoding="utf-8")

    def said() -> str:
        return "".join(each.text() for each in window.status.findChildren(QLabel))

    qtbot.waitUntil(lambda: "版式“本局”改过了" in said())


def test_a_new_draft_that_is_being_asked_for_offers_the_new_template_and_keeps_what_was_typed(
    qtbot, program: Program, tasks: Tasks, theme: Theme
) -> None:
    dialog = NewDialog(program, tasks, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin_with("tuijinhui")
    box = dialog.focusWidget()
    assert box is not None
    qtbot.keyClicks(box, "meeting")
    way = dialog.choices.rows[0]
    way.combo.setCurrentIndex(1)
    chosen = way.chosen
    path = program.own.copy(program.library.sections[chosen].path, "我的开场")
    program.refresh_library()
    dialog.take_library(program.library)
    offered = [way.combo.itemData(row) for row in range(way.combo.count())]
    assert path.stem in offered
    assert (way.chosen, dialog.occasions.chosen) == (chosen, "tuijinhui")
    assert "meeting" in str(dialog.form.reading())
    dialog.hide()
    tasks.finish()


def test_the_dialog_that_inserts_offers_the_new_template(
    qtbot, program: Program, tasks: Tasks, theme: Theme
) -> None:
    dialog = InsertDialog(program, tasks, theme, new_draft(program, "tuijinhui").draft, 0, None)
    qtbot.addWidget(dialog)
    dialog.show()
    looked_at = dialog.templates.template
    assert looked_at is not None
    program.own.copy(looked_at.path, "我的写法")
    program.refresh_library()
    dialog.take_library(program.library)
    names = [dialog.templates.list.item(row).text() for row in range(dialog.templates.list.count())]
    assert any(name.startswith("我的写法") for name in names)
    assert dialog.templates.template == looked_at
    dialog.reject()
    tasks.finish()


def test_a_file_that_is_no_template_changes_nothing(program: Program, own: Path) -> None:
    library = program.library
    write(own, "sections/wode/.x.j2.swp", "x")
    write(own, "sections/wode/x.j2~", "x")
    assert not program.refresh_library()
    assert program.library is library


def test_a_broken_declaration_of_facts_leaves_those_that_were_there(program: Program, own: Path) -> None:
    path = write(own, "facts.toml", '[口号]\n类型 = "文字"\n')
    assert "口号" in program.library.facts
    path.write_text("[口号", encoding="utf-8")
    assert program.refresh_library()
    assert "口号" in program.library.facts
    assert program.library.problems

"""场合: made, copied, changed by keys and mouse, seen as a page, saved, put back."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMenu

from app.jobs.occasion_editing import Edited, edited, new_occasion
from app.jobs.program import Program
from app.layouts.find import list_layouts
from app.templating.fields import FieldType
from app.ui.main_window import MainWindow
from app.ui.occasion_editor.dialog import OccasionDialog
from app.ui.occasion_editor.new_fact_dialog import NewFactDialog
from app.ui.occasion_editor.occasions_dialog import OccasionsDialog
from app.ui.tasks import Tasks
from app.ui.templates.naming import NameDialog
from app.ui.theme import Theme
from tests.ui.hands import type_chinese

SHARES = {"开场": 6, "认识": 17, "形势": 21, "任务": 35, "保障": 17, "收尾": 4}


@pytest.fixture(autouse=True)
def _no_own_occasions(program: Program) -> Iterator[None]:
    """What a test saves is not there for the next."""
    yield
    shutil.rmtree(program.own.folder, ignore_errors=True)
    program.refresh_library()


@pytest.fixture
def open_dialog(qtbot, program: Program, tasks: Tasks, theme: Theme) -> Callable[[Edited], OccasionDialog]:
    def open_it(state: Edited) -> OccasionDialog:
        layouts = list_layouts(program.places.layout_folders).layouts
        found = OccasionDialog(program, tasks, theme, state, layouts)
        qtbot.addWidget(found, before_close_func=lambda dialog: dialog.done(0))
        found.show()
        found.activateWindow()
        qtbot.waitUntil(lambda: "同志们" in found.preview.text())
        return found

    return open_it


@pytest.fixture
def dialog(program: Program, open_dialog) -> OccasionDialog:
    return open_dialog(edited(program, program.library.occasion("tuijinhui")))


def names(dialog: OccasionDialog) -> list[str]:
    return [slot.name for slot in dialog.state.occasion.slots]


def choose(box: QComboBox, text: str) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != text:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"no {text}"


def test_the_slots_stand_in_order_with_layer_share_and_templates(dialog: OccasionDialog) -> None:
    rows = [dialog.slots.list.item(row).text() for row in range(dialog.slots.list.count())]
    assert rows[1] == "认识　认识层 · 17% · 6 个模板"
    assert names(dialog) == list(SHARES)
    assert dialog.slots.sum.text() == "份额合计 100%"


def test_slots_are_moved_by_keys(dialog: OccasionDialog, qtbot) -> None:
    dialog.slots.list.setFocus()
    qtbot.keyClick(dialog.slots.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.slots.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(dialog) == ["开场", "形势", "认识", "任务", "保障", "收尾"]
    assert dialog.slots.form.name.text() == "认识"
    qtbot.keyClick(dialog.slots.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(dialog) == list(SHARES)


def test_slots_are_moved_by_a_drop(dialog: OccasionDialog) -> None:
    """What a drag ends in: the model's own move of the row."""
    model = dialog.slots.list.model()
    assert model.moveRow(dialog.slots.list.rootIndex(), 5, dialog.slots.list.rootIndex(), 0)
    assert names(dialog) == ["收尾", "开场", "认识", "形势", "任务", "保障"]


def test_a_share_changes_the_sum_and_is_evened(dialog: OccasionDialog, qtbot) -> None:
    dialog.slots.form.share.setFocus()
    dialog.slots.form.share.selectAll()
    qtbot.keyClicks(dialog.slots.form.share, "26")
    qtbot.waitUntil(lambda: dialog.slots.sum.text() == "份额合计 120%，要正好 100%")
    qtbot.waitUntil(
        lambda: any("120" in dialog.remarks.item(at).text() for at in range(dialog.remarks.count()))
    )
    qtbot.mouseClick(dialog.slots.even, Qt.MouseButton.LeftButton)
    assert sum(slot.share for slot in dialog.state.occasion.slots) == 100
    assert dialog.slots.form.share.value() == dialog.state.occasion.slots[0].share


def test_a_slot_is_taken_out_and_comes_back_by_undo(dialog: OccasionDialog, qtbot) -> None:
    dialog.slots.list.setFocus()
    qtbot.keyClick(dialog.slots.list, Qt.Key.Key_Delete)
    assert "开场" not in names(dialog)
    qtbot.waitUntil(lambda: "经市委、市政府研究" not in dialog.preview.text())
    qtbot.keyClick(dialog.slots.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(dialog) == list(SHARES)
    qtbot.mouseClick(dialog.redo, Qt.MouseButton.LeftButton)
    assert "开场" not in names(dialog)


def test_a_slot_of_another_occasion_or_a_new_one_is_put_in(dialog: OccasionDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.slots.add, Qt.MouseButton.LeftButton)
    menu = dialog.slots.findChild(QMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    occasion = menu.activeAction().menu()
    assert isinstance(occasion, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    other = occasion.activeAction()
    qtbot.keyClick(occasion, Qt.Key.Key_Return)
    assert names(dialog)[1].startswith(other.text())
    assert "没有模板" not in dialog.slots.list.currentItem().text()
    dialog.slots.put_in(None)
    assert dialog.slots.form.name.hasFocus()
    type_chinese(dialog.slots.form.name, "现场点评")
    assert "现场点评" in names(dialog)
    assert len({slot.id for slot in dialog.state.occasion.slots}) == len(names(dialog))


def test_a_slot_of_another_occasion_brings_its_hint_and_its_first_choice(
    dialog: OccasionDialog, program: Program
) -> None:
    slot = program.library.occasion("主持词").slot("散会")
    dialog.slots.put_in(slot)
    put_in = dialog.state.occasion.slot("散会")
    assert (put_in.hint, put_in.templates, put_in.share) == (slot.hint, slot.templates, 0)
    assert dialog.slots.form.name.text() == "散会"
    first = program.library.section(slot.templates[0]).name
    assert dialog.slots.form.templates.item(0).text() == first


def test_what_the_first_choice_is_can_be_changed(dialog: OccasionDialog, program: Program, qtbot) -> None:
    dialog.slots.list.setCurrentRow(0)
    dialog.slots.form.templates.setFocus()
    qtbot.keyClick(dialog.slots.form.templates, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.slots.form.first, Qt.MouseButton.LeftButton)
    wanted = program.library.section("tj_kaichang_guanmo")
    assert dialog.state.occasion.slots[0].templates[0] == wanted.id
    assert dialog.slots.form.templates.item(0).text() == wanted.name


def test_the_head_is_typed_line_by_line_with_facts_in_it(dialog: OccasionDialog, qtbot) -> None:
    dialog.tabs.setCurrentWidget(dialog.head)
    box = next(box for kind, box in dialog.head.boxes.items() if kind == "title")
    box.setFocus()
    box.selectAll()
    type_chinese(box, "在动员会上的讲话，")
    dialog.head.put_in(next(f for f in dialog.head._facts if f.name == "工作名称"))
    assert box.text() == "在动员会上的讲话，〔工作名称〕"
    assert "@标题 在动员会上的讲话，{{ 工作名称 }}" in dialog.state.occasion.head
    qtbot.waitUntil(lambda: "在动员会上的讲话，××工作" in dialog.preview.text())


def test_a_fact_that_is_not_there_is_told(dialog: OccasionDialog, qtbot) -> None:
    dialog.tabs.setCurrentWidget(dialog.head)
    box = next(box for kind, box in dialog.head.boxes.items() if kind == "title")
    box.selectAll()
    type_chinese(box, "〔会议名字〕")
    qtbot.waitUntil(lambda: dialog.remarks.count() > 0 and "会议名字" in dialog.remarks.item(0).text())


def test_facts_are_ticked_found_and_put_in_order(dialog: OccasionDialog, qtbot) -> None:
    dialog.tabs.setCurrentWidget(dialog.facts)
    type_chinese(dialog.facts.search, "会议地点")
    dialog.facts.list.go_to("会议地点")
    dialog.facts.list.setFocus()
    qtbot.keyClick(dialog.facts.list, Qt.Key.Key_Space)
    assert dialog.state.occasion.facts[-1] == "会议地点"
    dialog.facts.search.clear()
    dialog.facts.list.go_to("会议日期")
    qtbot.keyClick(dialog.facts.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.state.occasion.facts[:2] == ("会议日期", "会议名称")


def test_a_new_fact_is_declared(dialog: OccasionDialog, program: Program, qtbot, press) -> None:
    dialog.tabs.setCurrentWidget(dialog.facts)

    def declare(asked: NewFactDialog) -> None:
        type_chinese(asked.name, "会议名称")
        qtbot.keyClick(asked.name, Qt.Key.Key_Return)
        assert asked.isVisible() and "已经有" in asked._told.text()
        asked.name.selectAll()
        type_chinese(asked.name, "观摩项目")
        choose(asked.type, "清单：一行一项")
        type_chinese(asked.example, "××水厂、××产业园")
        type_chinese(asked.hint, "一行一个")
        qtbot.keyClick(asked.hint, Qt.Key.Key_Return)

    press.when(NewFactDialog, declare)
    qtbot.mouseClick(dialog.facts.new, Qt.MouseButton.LeftButton)
    assert dialog.state.occasion.facts[-1] == "观摩项目" == dialog.facts.list.key
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    fact = program.library.facts["观摩项目"]
    assert (fact.type, fact.example) == (FieldType.LIST, ("××水厂", "××产业园"))


def test_length_layout_and_what_is_not_written_are_changed(dialog: OccasionDialog, qtbot) -> None:
    dialog.tabs.setCurrentWidget(dialog.about)
    dialog.about.most.setFocus()
    dialog.about.most.selectAll()
    qtbot.keyClicks(dialog.about.most, "6000")
    dialog.about.avoid.selectAll()
    type_chinese(dialog.about.avoid, "不点名批评")
    choose(dialog.about.layout_box, dialog.about.layout_box.itemText(1))
    qtbot.keyClick(dialog.about.layout_box, Qt.Key.Key_Tab)
    occasion = dialog.state.occasion
    assert (occasion.length, occasion.avoid) == ((3500, 6000), ("不点名批评",))
    dialog.state.undo()
    dialog.state.undo()
    dialog.state.undo()
    assert dialog.about.most.value() == 5000 and dialog.about.avoid.toPlainText() != "不点名批评"


def test_it_is_saved_in_the_place_of_the_built_in_one(
    dialog: OccasionDialog, program: Program, qtbot
) -> None:
    dialog.slots.form.name.selectAll()
    type_chinese(dialog.slots.form.name, "开头")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.saved is not None and program.own.is_own(dialog.saved)
    assert program.library.occasion("tuijinhui").slots[0].name == "开头"


def test_leaving_with_changes_asks(dialog: OccasionDialog, program: Program, qtbot, press) -> None:
    written = sorted(program.own.folder.rglob("*"))
    dialog.slots.form.name.selectAll()
    type_chinese(dialog.slots.form.name, "开头")
    press("取消")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    press("不存")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.saved is None
    assert sorted(program.own.folder.rglob("*")) == written


def test_a_new_one_begins_with_a_draft(program: Program, open_dialog, qtbot) -> None:
    dialog = open_dialog(new_occasion(program, "项目观摩会"))
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert program.library.occasion("项目观摩会").slots


def test_an_occasion_with_variants_is_only_changed_where_it_says_one_thing(
    program: Program, open_dialog, qtbot
) -> None:
    dialog = open_dialog(edited(program, program.library.occasion("zuotanhui")))
    assert not dialog.slots.isEnabled() and not dialog.head.isEnabled()
    dialog.tabs.setCurrentWidget(dialog.about)
    dialog.about.name.selectAll()
    type_chinese(dialog.about.name, "我们的座谈会")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert len(program.library.occasion("zuotanhui").variants) == 3


def test_one_is_copied_changed_and_deleted_again_from_the_menu(
    window: MainWindow, program: Program, qtbot, press
) -> None:
    def rename(dialog: OccasionDialog) -> None:
        press.when(OccasionsDialog, delete)
        dialog.slots.form.name.selectAll()
        type_chinese(dialog.slots.form.name, "开头")
        qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)

    def name(dialog: NameDialog) -> None:
        assert dialog.name == "推进会（我们的）"
        press.when(OccasionDialog, rename)
        qtbot.keyClick(dialog.box, Qt.Key.Key_Return)

    def delete(dialog: OccasionsDialog) -> None:
        qtbot.waitUntil(lambda: dialog.occasion is not None and not dialog.occasion.built_in)
        assert dialog.occasion is not None and dialog.occasion.slots[0].name == "开头"
        press("删除")
        QTest.qWait(0)
        dialog.delete.click()
        assert "推进会（我们的）" not in {each.name for each in program.library.occasions.values()}
        dialog.reject()

    def copy(dialog: OccasionsDialog) -> None:
        press.when(NameDialog, name)
        dialog.list.setCurrentRow(0)
        dialog.copy.click()

    press.when(OccasionsDialog, copy)
    window.commands["occasions"].trigger()
    assert program.library.occasion("tuijinhui").built_in


def test_a_changed_one_is_put_back(program: Program, tasks: Tasks, theme: Theme, qtbot, press) -> None:
    program.own.override(program.library.occasion("tuijinhui").path)
    program.refresh_library()
    dialog = OccasionsDialog(program, tasks, theme, list_layouts(program.places.layout_folders).layouts)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.item(0).text() == "推进会　改过的"
    press("恢复自带的")
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert dialog.list.item(0).text() == "推进会" and program.library.occasion("tuijinhui").built_in


def test_a_former_version_and_a_deleted_one_come_back(
    program: Program, tasks: Tasks, theme: Theme, qtbot, press
) -> None:
    path = program.own.copy(program.library.occasion("tuijinhui").path, "观摩会")
    program.own.rename(path, "项目观摩会")
    program.refresh_library()
    dialog = OccasionsDialog(program, tasks, theme, list_layouts(program.places.layout_folders).layouts)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(path.stem)
    press("恢复这一版")
    qtbot.mouseClick(dialog.versions, Qt.MouseButton.LeftButton)
    assert program.library.occasion(path.stem).name == "观摩会"
    press("删除")
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    assert path.stem not in program.library.occasions and dialog.deleted.isVisible()
    qtbot.mouseClick(dialog.deleted, Qt.MouseButton.LeftButton)
    menu = dialog.findChild(QMenu)
    assert menu is not None
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert dialog.occasion is not None and dialog.occasion.name == "观摩会"


def test_a_file_with_a_fault_is_told(program: Program, tasks: Tasks, theme: Theme, qtbot) -> None:
    folder = program.own.folder / "occasions"
    folder.mkdir(parents=True)
    (folder / "huaide.toml").write_text("名称 = ", "utf-8")
    program.refresh_library()
    dialog = OccasionsDialog(program, tasks, theme, list_layouts(program.places.layout_folders).layouts)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "“huaide.toml”有错" in dialog._faults.text()

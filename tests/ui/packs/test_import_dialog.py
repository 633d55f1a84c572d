"""导入模板包: what comes is looked at first, chosen by keys or mouse, and only then written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtWidgets import QLabel

from app.jobs.packs import look_into
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.templating.packs.taking import Choice
from app.ui.main_window import MainWindow
from app.ui.packs.import_dialog import ImportPackDialog
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.templating.packs.hostile import PACKS, TEMPLATES
from tests.templating.packs.packing import by_hand
from tests.ui.hands import Drop
from tests.ui.packs.conftest import SECTION, Packed

Open = Callable[[Path], ImportPackDialog]
KEY = OwnKind.SECTIONS, "zhibukaichang"


@pytest.fixture
def open_dialog(qtbot, program: Program, tasks: Tasks, theme: Theme) -> Iterator[Open]:
    opened: list[ImportPackDialog] = []

    def open_dialog(path: Path) -> ImportPackDialog:
        dialog = ImportPackDialog(program, tasks, theme, look_into(program, path))
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.reject()
    tasks.finish()


def look_at(dialog: ImportPackDialog, name: str) -> None:
    rows = range(dialog.list.count())
    dialog.list.setCurrentRow(next(at for at in rows if dialog.list.item(at).text().startswith(name)))


def click(dialog: ImportPackDialog, choice: Choice, qtbot) -> None:
    qtbot.mouseClick(dialog.radios[choice], Qt.MouseButton.LeftButton)


def tabs(dialog: ImportPackDialog) -> list[str]:
    view = dialog.view
    return [view.tabText(at) for at in range(view.count()) if view.isTabVisible(at)]


def offered(dialog: ImportPackDialog) -> list[str]:
    return [radio.text() for radio in dialog.radios.values() if radio.isVisible()]


def test_what_is_new_is_seen_as_a_page_and_comes_unless_it_is_not_wanted(
    open_dialog: Open, packed: Packed, program: Program, qtbot
) -> None:
    dialog = open_dialog(packed())
    assert dialog.told() == "共 3 件：新的 3。"
    look_at(dialog, "支部开场")
    assert tabs(dialog) == ["预览", "原文"]
    assert offered(dialog) == ["收进", "不要"]
    look_at(dialog, "本局")
    assert tabs(dialog) == ["纸样", "原文"]
    qtbot.waitUntil(lambda: any(map(len, dialog.view.sheets.sheets.texts())))
    click(dialog, Choice.LEAVE, qtbot)
    assert dialog.main.text() == "收进 2 件"
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert program.library.sections["zhibukaichang"].name == "支部开场"
    assert "支部" in program.library.facts
    assert program.own.own_file(OwnKind.LAYOUTS, "benju") is None


def test_the_page_is_filled_with_the_facts_of_the_pack(open_dialog: Open, packed: Packed, qtbot) -> None:
    dialog = open_dialog(packed())
    look_at(dialog, "支部开场")
    qtbot.waitUntil(lambda: "机关第一支部的同志们" in dialog.view.page.text())


def test_an_occasion_is_seen_as_the_draft_that_it_gives(
    open_dialog: Open, giver: Program, packed: Packed, qtbot
) -> None:
    giver.own.copy(giver.library.occasions["zhuchici"].path, "支部主持词")
    giver.refresh_library()
    dialog = open_dialog(packed())
    look_at(dialog, "支部主持词")
    assert tabs(dialog) == ["预览", "原文"]
    qtbot.waitUntil(lambda: "主持词" in dialog.view.page.text())


def test_what_differs_is_seen_side_by_side_and_can_be_replaced(
    open_dialog: Open, packed: Packed, program: Program, qtbot
) -> None:
    path = program.own.write(OwnKind.SECTIONS, "zhibukaichang", SECTION.replace("都到了", "到齐了"))
    program.refresh_library()
    dialog = open_dialog(packed())
    look_at(dialog, "支部开场")
    assert tabs(dialog)[0] == "不同之处"
    qtbot.waitUntil(lambda: "到齐了" in dialog.view.compared.toPlainText())
    assert "都到了" in dialog.view.compared.toPlainText()
    assert offered(dialog) == ["换成包里的，我的留作历史版本", "另存一份，两份都在", "不要"]
    assert dialog.choice_for(*KEY) is Choice.BESIDE
    click(dialog, Choice.TAKE, qtbot)
    assert "替换" in dialog.list.currentItem().text()
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert program.own.read(path) == SECTION
    assert "到齐了" in program.own.read(program.own.versions(path)[0].path)


def test_all_that_differ_are_chosen_for_with_one_press(
    open_dialog: Open, packed: Packed, giver: Program, program: Program, qtbot
) -> None:
    for item_id in ("zhibukaichang", "tj_kaichang_zongfen"):
        program.own.write(OwnKind.SECTIONS, item_id, SECTION.replace("到了", "到齐了"))
        giver.own.write(OwnKind.SECTIONS, item_id, SECTION)
    for each in (program, giver):
        each.refresh_library()
    dialog = open_dialog(packed())
    qtbot.mouseClick(dialog.all_taken, Qt.MouseButton.LeftButton)
    assert dialog.choice_for(*KEY) is Choice.TAKE
    qtbot.mouseClick(dialog.all_beside, Qt.MouseButton.LeftButton)
    assert dialog.choice_for(*KEY) is Choice.BESIDE


def test_texts_that_would_take_for_ever_to_compare_are_shown_as_they_are(
    open_dialog: Open, program: Program, tmp_path: Path
) -> None:
    for text in ("甲" * 5000, "甲\n" * 5000):
        program.own.write(OwnKind.SECTIONS, "chang", SECTION + text)
        path = by_hand(tmp_path / "a.zip", {"sections/wode/chang.j2": SECTION + text + "乙"})
        assert "不同之处" not in tabs(open_dialog(path))


def test_what_is_wrong_is_told_and_does_not_come_by_itself(
    open_dialog: Open, program: Program, tmp_path: Path
) -> None:
    text, _ = TEMPLATES["loops within loops"]
    dialog = open_dialog(by_hand(tmp_path / "a.zip", {"sections/wode/huai.j2": text}))
    assert "有错 1" in dialog.told()
    assert "步" in dialog.faults() or "重复" in dialog.faults()
    assert tabs(dialog) == ["原文"]
    assert not dialog.main.isEnabled()


def test_a_pack_with_nothing_in_it_says_so(open_dialog: Open, tmp_path: Path) -> None:
    dialog = open_dialog(by_hand(tmp_path / "a.zip", {"说明.txt": "x"}))
    said = "".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert "没有可以收的内容" in said and "说明.txt" in said
    assert not dialog.main.isEnabled()


def test_arrows_choose_what_becomes_of_a_thing(open_dialog: Open, packed: Packed, qtbot) -> None:
    dialog = open_dialog(packed())
    look_at(dialog, "支部开场")
    dialog.radios[Choice.TAKE].setFocus()
    qtbot.keyClick(dialog.radios[Choice.TAKE], Qt.Key.Key_Right)
    assert dialog.choice_for(*KEY) is Choice.LEAVE
    assert dialog.main.text() == "收进 2 件"


def test_leaving_takes_nothing(open_dialog: Open, packed: Packed, program: Program, qtbot) -> None:
    dialog = open_dialog(packed())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.taken is None
    assert not program.own.folder.exists()


def test_from_the_menu_a_pack_is_chosen_looked_at_and_told_about(
    window: MainWindow, packed: Packed, choose_file, press, program: Program, qtbot
) -> None:
    choose_file(packed())
    press("收进 3 件", "知道了")
    with qtbot.waitSignal(window.bench.watch.changed):
        window.commands["import_pack"].trigger()
    assert "处里的模板" in "".join(press.told)
    assert "都能选到了" in "".join(press.told) and "历史版本" not in "".join(press.told)
    assert "zhibukaichang" in program.library.sections


@pytest.mark.parametrize("case", ["a way out of the folder", "a link", "no list", "nothing"])
def test_a_hostile_pack_is_told_and_the_window_lives(
    case: str, window: MainWindow, choose_file, press, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "坏.zip"
    path.write_bytes(PACKS[case][0]())
    choose_file(path)
    press("知道了")
    window.commands["import_pack"].trigger()
    assert "坏.zip" in press.told[0]
    assert not program.own.folder.exists()
    assert window.isVisible()


def test_a_pack_that_is_dropped_on_the_window_is_looked_at(
    window: MainWindow, packed: Packed, press, program: Program, qtbot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(packed()))])
    press("收进 3 件", "知道了")
    window.dropEvent(Drop(QPointF(200, 300), data))
    qtbot.waitUntil(lambda: "zhibukaichang" in program.library.sections and not press.waiting)

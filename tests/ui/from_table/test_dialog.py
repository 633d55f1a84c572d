"""按表格批量生成: with the hands of a writer, from an empty dialog to twelve files."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from app.jobs.program import Program
from app.storage.siceng_file import read_siceng
from app.ui.from_table.dialog import TableDialog
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from app.ui.window_state import WindowState
from tests.importing.sheets.books import book
from tests.ui.dialogs import Presser
from tests.ui.hands import Drop, type_chinese

Choose = Callable[[Path | None], None]
ROWS = "会议名称,会议日期,地点\n甲会,2025-3-5,一楼\n乙会,2025-3-6,二楼\n丙会,2025-3-7,三楼\n"


@pytest.fixture
def dialog(qtbot, program: Program, tasks: Tasks, theme: Theme, state: WindowState) -> Iterator[TableDialog]:
    found = TableDialog(program, tasks, theme, state)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.hide()
    tasks.finish()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "支部会议.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def click(within: QWidget, text: str) -> None:
    found = [each for each in within.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def page(dialog: TableDialog) -> str:
    return dialog.pane.preview.page.text()


def read(dialog: TableDialog, path: Path, choose_file: Choose, qtbot) -> None:
    """Choose the file with the mouse, and wait until its first row is seen."""
    choose_file(path)
    click(dialog.source, "选择表格…")
    qtbot.waitUntil(lambda: dialog.main.isEnabled() or bool(said(dialog)))


def said(dialog: TableDialog) -> str:
    return dialog._notice.text() if dialog._notice.isVisible() else ""


def combo(dialog: TableDialog, column: str) -> QComboBox:
    return next(each for each in dialog.pane.columns.combos if f"“{column}”" in each.accessibleName())


def pick(box: QComboBox, text: str) -> None:
    """Choose by keys: open the list, go to the entry, Return."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findText(text)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == text


def test_without_a_table_it_says_what_belongs_there_and_makes_nothing(dialog: TableDialog) -> None:
    assert not dialog.main.isEnabled()
    shown = {each.text() for each in dialog.pane.table.findChildren(QPushButton) if each.isVisible()}
    assert {"选择表格…", "存一张空表…", "看样表"} <= shown


def test_columns_are_matched_and_the_first_row_is_seen(
    dialog: TableDialog, table, choose_file, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    assert [each.currentText() for each in dialog.pane.columns.combos] == ["会议名称", "会议日期", "会议地点"]
    qtbot.waitUntil(lambda: page(dialog).startswith("甲会主持词"))
    assert dialog.main.text() == "生成 3 份"
    assert said(dialog) == "有 1 列是猜的，到“对应”里看一眼。"


def test_another_row_is_seen_by_keys_and_by_its_button(
    dialog: TableDialog, table, choose_file, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    dialog.pane.table.view.setFocus()
    QTest.keyClick(dialog.pane.table.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page(dialog).startswith("乙会主持词"))
    click(dialog.pane.preview, "下一行")
    qtbot.waitUntil(lambda: page(dialog).startswith("丙会主持词"))
    click(dialog.pane.preview, "上一行")
    qtbot.waitUntil(lambda: page(dialog).startswith("乙会主持词"))


def test_a_column_goes_where_the_writer_says(dialog: TableDialog, table, choose_file, qtbot) -> None:
    read(dialog, table, choose_file, qtbot)
    dialog.pane.tabs.setCurrentIndex(1)
    pick(combo(dialog, "地点"), "工作名称")
    qtbot.waitUntil(lambda: "做好一楼" in page(dialog))
    assert said(dialog) == ""
    pick(combo(dialog, "会议名称"), "不用这一列")
    qtbot.waitUntil(lambda: "“会议名称”必须有" in said(dialog))
    assert not dialog.main.isEnabled()


def test_what_has_no_column_is_typed_once_for_all(dialog: TableDialog, table, choose_file, qtbot) -> None:
    read(dialog, table, choose_file, qtbot)
    dialog.pane.tabs.setCurrentIndex(2)
    assert "会议名称" not in dialog.pane.common.rows
    type_chinese(dialog.pane.common.rows["工作名称"].findChildren(QLineEdit)[0], "党建工作")
    qtbot.waitUntil(lambda: "做好党建工作" in page(dialog))


def test_the_way_of_writing_is_chosen_as_for_a_single_draft(
    dialog: TableDialog, table, choose_file, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    qtbot.waitUntil(lambda: "经" in page(dialog))
    dialog.pane.tabs.setCurrentIndex(3)
    row = next(row for row in dialog.pane.choices.rows if row.slot.id == "kaihui")
    pick(row.combo, "先看现场，再开会")
    qtbot.waitUntil(lambda: "先后实地观摩了" in page(dialog))
    assert any(target.key == "宣布开会.观摩点" for target in dialog.pane.columns._targets)


def test_rows_that_are_not_ticked_are_not_made(dialog: TableDialog, table, choose_file, qtbot) -> None:
    read(dialog, table, choose_file, qtbot)
    view = dialog.pane.table.view
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(dialog.pane.table.model.index(1, 0))
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    tick = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=tick.center())
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 2 份")
    assert dialog.pane.table.model.wanted == {2, 4}
    # In whichever column one stands.
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(view, key)
    assert dialog.pane.table.model.wanted is None
    QTest.keyClick(view, Qt.Key.Key_Space)
    click(dialog.pane.table, "全不选")
    qtbot.waitUntil(lambda: said(dialog) == "一行也没有选。")
    assert not dialog.main.isEnabled()


def test_all_rows_are_made_and_the_first_can_be_opened(
    dialog: TableDialog, table, choose_file, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.run_page.title.text().startswith("生成了 3 份"))
    folder = table.parent / "支部会议（讲话稿）"
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        f"{number} {name}主持词{suffix}"
        for number, name in enumerate(("甲会", "乙会", "丙会"), 1)
        for suffix in (".siceng", ".docx")
    )
    with qtbot.waitSignal(dialog.open_wanted) as opened:
        click(dialog.run_page, "打开第一份")
    assert opened.args == [folder / "1 甲会主持词.siceng"]
    assert not dialog.isVisible() and dialog.is_finished


def test_names_folder_and_kinds_of_files_are_as_the_writer_says(
    dialog: TableDialog, table, choose_file, tmp_path: Path, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    dialog.pane.tabs.setCurrentIndex(4)
    for edit, text in (
        (dialog.pane.delivery.folder, str(tmp_path / "出")),
        (dialog.pane.delivery.pattern, ""),
    ):
        edit.setFocus()
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        type_chinese(edit, text)
    next(each for each in dialog.pane.delivery.words.menu().actions() if each.text() == "地点").trigger()
    QTest.mouseClick(dialog.pane.delivery.draft, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    qtbot.waitUntil(lambda: dialog.pane.delivery._example.text() == "这一行：一楼")
    qtbot.waitUntil(dialog.main.isEnabled)
    QTest.keyClick(dialog.pane.delivery.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.run_page.title.text().startswith("生成了 3 份"))
    assert sorted(path.name for path in (tmp_path / "出").iterdir()) == [
        "一楼.docx",
        "三楼.docx",
        "二楼.docx",
    ]


def test_a_pattern_that_says_nothing_of_the_row_cannot_be_used(
    dialog: TableDialog, table, choose_file, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    dialog.pane.tabs.setCurrentIndex(4)
    dialog.pane.delivery.pattern.selectAll()
    type_chinese(dialog.pane.delivery.pattern, "主持词")
    qtbot.waitUntil(lambda: "每份都一样" in said(dialog))
    assert not dialog.main.isEnabled()


def test_a_bad_row_is_marked_before_and_named_after(dialog: TableDialog, table, choose_file, qtbot) -> None:
    table.write_text(ROWS.replace("2025-3-6", "明天"), encoding="gb18030")
    read(dialog, table, choose_file, qtbot)
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 2 份")
    dialog.pane.table.view.setFocus()
    QTest.keyClick(dialog.pane.table.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "“明天”不是日期" in dialog.pane.preview.told.text())
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1 行没有生成" in dialog.run_page.title.text())
    report = dialog.run_page.lines.toPlainText()
    assert (
        "第 3 行：“会议日期”写的“明天”" in report
        and "2025年5月31日" in report
        and "没有生成的行.csv" in report
    )
    made = list((table.parent / "支部会议（讲话稿）").glob("*.siceng"))
    assert sorted(read_siceng(path).draft.blocks[0].text for path in made) == ["丙会主持词", "甲会主持词"]


def test_what_failed_is_made_beside_what_was_made(dialog: TableDialog, table, choose_file, qtbot) -> None:
    folder = table.parent / "支部会议（讲话稿）"
    table.write_text(ROWS.replace("2025-3-6", "明天"), encoding="utf-8")
    read(dialog, table, choose_file, qtbot)
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 2 份")
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.run_page.folder_button.isVisible)
    click(dialog.run_page, "回去改")
    failed = folder / "没有生成的行.csv"
    failed.write_text(
        failed.read_text(encoding="utf-8-sig").replace("明天", "2025-3-6", 1), encoding="utf-8-sig"
    )
    read(dialog, failed, choose_file, qtbot)
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 1 份")
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.run_page.folder_button.isVisible)
    assert sorted(path.name[:2] for path in folder.glob("*.docx")) == ["1 ", "2 ", "3 "]


@pytest.mark.parametrize("by_key", [False, True])
def test_it_can_be_stopped_between_two_rows(
    dialog: TableDialog, table, choose_file, qtbot, by_key: bool
) -> None:
    rows = "".join(f"第{at}次会,2025-3-5\n" for at in range(1, 201))
    table.write_text(f"会议名称,会议日期\n{rows}", encoding="utf-8")
    read(dialog, table, choose_file, qtbot)
    QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.run_page.done) >= 2)
    assert dialog.run_page.bar.maximum() == 200
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        click(dialog.run_page, "停止")
    qtbot.waitUntil(lambda: "行没有做" in dialog.run_page.title.text())
    assert dialog.isVisible()
    made = len(list((table.parent / "支部会议（讲话稿）").glob("*.docx")))
    assert 2 <= made == len(dialog.run_page.done) < 200
    click(dialog.run_page, "回去改")
    assert dialog.main.isVisible()
    qtbot.waitUntil(lambda: dialog.main.text() == f"生成 {200 - made} 份")
    click(dialog.pane.table, "全选")
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 200 份")


def test_a_file_that_cannot_be_read_is_told_and_the_table_stays(
    dialog: TableDialog, table, choose_file, press: Presser, tmp_path: Path, qtbot
) -> None:
    read(dialog, table, choose_file, qtbot)
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04" + b"x" * 99)
    choose_file(bad)
    press("知道了")
    click(dialog.source, "选择表格…")
    qtbot.waitUntil(lambda: not press.waiting)
    assert "坏.xlsx" in press.told[0]
    assert dialog.source.file.text() == "支部会议.csv" and dialog.pane.table.model.rowCount() == 3


def test_another_sheet_and_another_row_of_names_can_be_chosen(
    dialog: TableDialog, choose_file, tmp_path: Path, qtbot
) -> None:
    def add(made) -> None:
        made.create_sheet("第二张").append(["会议名称", "会议日期"])
        made["第二张"].append(["甲会", "2025-3-5"])
        made["第二张"].append(["乙会", "2025-3-6"])

    path = tmp_path / "表.xlsx"
    path.write_bytes(book(["备注", "说明"], ["一", "二"], change=add))
    read(dialog, path, choose_file, qtbot)
    assert "没有一列" in said(dialog) and "到“对应”里选" in said(dialog)
    assert dialog.main.text() == "生成" and "都看得懂" not in dialog._ready.text()
    pick(dialog.source.sheets, "第二张")
    qtbot.waitUntil(lambda: page(dialog).startswith("甲会主持词"))
    dialog.source.header.setFocus()
    QTest.keyClick(dialog.source.header, Qt.Key.Key_Up)
    assert dialog.pane.table.model.rowCount() == 1
    QTest.keyClick(dialog.source.header, Qt.Key.Key_Up)
    assert "下面没有内容" in said(dialog)


def test_a_file_may_be_dropped_on_it(dialog: TableDialog, table, qtbot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    entering = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(dialog, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(dialog, Drop(QPointF(9, 9), data))
    qtbot.waitUntil(lambda: page(dialog).startswith("甲会主持词"))


def test_a_sheet_that_is_dropped_on_the_window_is_the_table(
    window: MainWindow, table: Path, press: Presser, qtbot
) -> None:
    seen: list[str] = []

    def look(dialog: TableDialog) -> None:
        if not page(dialog).startswith(
            "甲会主持词"
        ):  # not waited for: the file is just being read below this
            QTimer.singleShot(20, dialog, lambda: look(dialog))
            return
        seen.append(dialog.source.file.text())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    press.when(TableDialog, look)
    window.dropEvent(Drop(QPointF(200, 300), data))
    assert not seen, "whoever it was dragged from would wait"
    qtbot.waitUntil(lambda: seen == ["支部会议.csv"])


def test_the_sheet_that_comes_with_it_shows_how_it_is_done(dialog: TableDialog, qtbot) -> None:
    pick(dialog.source.occasions, "推进会")
    click(dialog.pane.table, "看样表")
    qtbot.waitUntil(lambda: dialog.main.text() == "生成 12 份")
    assert dialog.source.occasions.currentText() == "主持词"


def test_an_empty_sheet_for_the_occasion_can_be_saved(
    dialog: TableDialog, choose_file, tmp_path: Path, qtbot
) -> None:
    choose_file(tmp_path / "空表")
    click(dialog.pane.table, "存一张空表…")
    qtbot.waitUntil(lambda: "空表.xlsx" in said(dialog))
    assert (tmp_path / "空表.xlsx").stat().st_size > 0


def test_the_key_of_the_window_opens_it_and_what_was_chosen_stays_until_all_is_made(
    window: MainWindow, table: Path, press: Presser, qtbot
) -> None:
    seen: list[str] = []

    def choose_and_leave(dialog: TableDialog) -> None:
        dialog.read(table)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def make_and_open(dialog: TableDialog) -> None:
        seen.append(dialog.source.file.text())
        qtbot.waitUntil(dialog.main.isEnabled)
        QTest.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.is_finished)
        click(dialog.run_page, "打开第一份")

    for deed in (choose_and_leave, make_and_open):
        press.when(TableDialog, deed)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(
            window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert seen == ["支部会议.csv"]
    assert window.files.path == table.parent / "支部会议（讲话稿）" / "1 甲会主持词.siceng"
    press.when(TableDialog, lambda dialog: (seen.append(dialog.source.file.text()), dialog.reject()))
    window.files.new_from_table()
    assert seen[1] == "还没有选表格"

"""The palette over the window, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.ui.main_window import MainWindow
from app.ui.palette.model import ResultModel
from app.ui.palette.popup import Palette
from app.ui.palette.results import Result
from tests.ui.hands import type_chinese

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
TEXT = "@标题 讲话\n# 统一思想\n正文一段。\n# 抓好落实\n"


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    window.files.take(Opened(parse_markup(TEXT), None))
    window.text.go_to_block(2)
    return window


def opened(window: MainWindow, qtbot) -> Palette:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, BOTH)
    return window.findChildren(Palette)[-1]


def shown(palette: Palette) -> list[str]:
    return [str(palette.model.index(row).data()) for row in range(palette.model.rowCount())]


def test_a_command_is_found_by_its_name_and_run_by_return(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    type_chinese(palette.sought, "二级")
    assert shown(palette)[0] == "二级标题 （一）"
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert written.bench.document is not None and written.bench.page is not None
    assert written.bench.document.draft().blocks[2].kind is Kind.H2
    assert not palette.isVisible()
    assert QApplication.focusWidget() is written.bench.page.editor


def test_escape_leaves_and_gives_the_keys_back(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    qtbot.keyClicks(palette.sought, "word")
    qtbot.keyClick(palette.sought, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert written.bench.page is not None and written.bench.document is not None
    assert QApplication.focusWidget() is written.bench.page.editor
    assert written.bench.document.draft().blocks[2].kind is Kind.BODY


def test_arrows_move_round_and_past_what_cannot_be_run(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    type_chinese(palette.sought, "处")
    able = [
        row
        for row in range(palette.model.rowCount())
        if palette.model.index(row).flags() & Qt.ItemFlag.ItemIsEnabled
    ]
    assert 1 < len(able) < palette.model.rowCount()
    rows = []
    for _ in range(len(able) + 1):
        rows.append(palette.list.currentIndex().row())
        qtbot.keyClick(palette.sought, Qt.Key.Key_Down)
    assert rows == [*able, able[0]]
    qtbot.keyClick(palette.sought, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == able[0]


def test_what_cannot_be_done_now_is_there_and_does_nothing(window: MainWindow, qtbot) -> None:
    window.setFocus()
    palette = opened(window, qtbot)
    type_chinese(palette.sought, "另存为")
    assert shown(palette) == ["另存为…"]
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    index = palette.model.index(0)
    qtbot.mouseClick(
        palette.list.viewport(), Qt.MouseButton.LeftButton, pos=palette.list.visualRect(index).center()
    )
    assert palette.isVisible()
    qtbot.keyClick(palette.sought, Qt.Key.Key_Escape)


def test_a_click_runs_what_is_clicked(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    type_chinese(palette.sought, "要点")
    spot = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert written.bench.document is not None
    assert written.bench.document.draft().blocks[2].kind is Kind.POINT


def test_what_was_run_is_first_the_next_time(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    assert shown(palette)[0] == "新建"
    type_chinese(palette.sought, "加粗")
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    again = opened(written, qtbot)
    assert shown(again)[0] == "加粗"
    qtbot.keyClick(again.sought, Qt.Key.Key_Escape)


def test_a_heading_is_gone_to(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    type_chinese(palette.sought, "落实")
    assert shown(palette) == ["二、抓好落实"]
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert written.bench.page is not None
    assert written.bench.page.editor.current_block_index() == 3


def test_initials_of_pinyin_find_too(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    qtbot.keyClicks(palette.sought, "bc")
    assert shown(palette)[0] == "保存"
    qtbot.keyClick(palette.sought, Qt.Key.Key_Escape)


def test_where_nothing_fits_it_says_so(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    qtbot.keyClicks(palette.sought, "qqqq")
    assert shown(palette) == [] and not palette.list.isVisible()
    qtbot.keyClick(palette.sought, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.sought, Qt.Key.Key_Escape)


def test_a_click_beside_it_closes_it(written: MainWindow, qtbot) -> None:
    palette = opened(written, qtbot)
    assert written.bench.page is not None
    qtbot.mouseClick(written.bench.page.editor.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()


def test_the_model_is_sound(qtbot) -> None:
    model = ResultModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    results = [Result(name, "文件", lambda: None, "Ctrl+S", enabled=name != "乙") for name in "甲乙丙"]
    for count in (3, 0, 2):
        model.show_results(results[:count])
        assert model.rowCount() == count
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "甲，文件，Ctrl+S"
    assert not model.index(1).flags() & Qt.ItemFlag.ItemIsEnabled
    del tester

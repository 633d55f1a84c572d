"""用单位的 Word 模板: styles are matched, seen, and kept as a layout that the draft is shown in at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.core.draft import Draft
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.jobs.unit_files import look_into
from app.ui.base_file.dialog import UnitFileDialog
from app.ui.main_window import MainWindow
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from tests.export.base.units import UNITS
from tests.importing.word.files import docx, p
from tests.ui.dialogs import Presser

Make = Callable[[str], UnitFileDialog]


@pytest.fixture
def make(qtbot, program: Program, tasks: Tasks, theme: Theme, tmp_path: Path) -> Make:
    """Dialogs about the units' files."""

    def make(name: str) -> UnitFileDialog:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(UNITS[name][0]() if name in UNITS else docx(p("示例")))
        dialog = UnitFileDialog(program, tasks, theme, look_into(path), None, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def words(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_what_is_likely_is_chosen_and_said_why(make: Make) -> None:
    dialog = make("bureau")
    assert dialog.rows.boxes["h1"].currentText() == "公文一级"
    assert dialog.rows.boxes["cue"].currentText() == "用版式里的样式"
    assert "和正文一样" in words(dialog)


def test_what_stays_of_the_file_and_what_does_not_is_said(make: Make) -> None:
    said = words(make("company"))
    for word in ("××集团有限公司 文件", "双页页眉", "宏", "示例文字没有留下"):
        assert word in said


def test_the_attachment_that_stays_is_named(make: Make) -> None:
    assert "写着“正文”的地方" in words(make("committee"))


def test_a_file_without_styles_leads_to_learning_from_a_sample(make: Make) -> None:
    said = words(make("plain"))
    assert "从样稿学版式" in said
    assert "没有页眉页脚" in said


def test_another_style_is_seen_in_its_sample_at_once(make: Make, qtbot) -> None:
    dialog = make("bureau")
    box = dialog.rows.boxes["closing"]
    before = dialog.rows.samples["closing"].toolTip()
    box.setFocus()
    with qtbot.waitSignal(dialog.rows.changed):
        qtbot.keyClick(box, Qt.Key.Key_Home)
    assert box.currentText() == "用版式里的样式"
    assert "closing" not in dialog.rows.names
    assert before.startswith("仿宋_GB2312")
    with qtbot.waitSignal(dialog.rows.changed):
        box.setCurrentText("公文一级")
    assert dialog.rows.samples["closing"].toolTip() == "黑体 三号"


def test_it_is_kept_under_the_name_that_is_given(make: Make, qtbot, program: Program) -> None:
    dialog = make("bureau")
    assert dialog.name.text() == "bureau"
    dialog.name.clear()
    assert not dialog.main.isEnabled()
    dialog.name.insert("我们局")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.kept is not None and dialog.kept.name == "我们局"
    assert not dialog.isVisible()
    assert layout_of(program, Draft(), dialog.kept.id) == dialog.kept


def test_leaving_keeps_nothing(make: Make, qtbot, program: Program) -> None:
    dialog = make("bureau")
    before = sorted(program.own.folder.rglob("*"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.kept is None
    assert sorted(program.own.folder.rglob("*")) == before


def test_the_open_draft_is_shown_in_it_at_once(
    window: MainWindow, speech: Draft, tmp_path: Path, choose_file, press: Presser
) -> None:
    path = tmp_path / "市数据局.docx"
    path.write_bytes(UNITS["bureau"][0]())
    window.bench.show_draft(speech)
    choose_file(path)
    press("存为版式并用上")
    window.commands["unit_file"].trigger()
    draft = window.bench.open_draft()
    assert draft is not None
    current = next(layout for layout, is_current in window.bench.layout.choices() if is_current)
    assert (current.name, current.id) == ("市数据局", draft.layout)
    assert QApplication.activeModalWidget() is None


def test_a_file_that_cannot_be_used_is_told(
    window: MainWindow, tmp_path: Path, choose_file, press: Presser
) -> None:
    path = tmp_path / "旧.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    choose_file(path)
    press("知道了")
    window.commands["unit_file"].trigger()
    assert "另存为 .docx" in press.told[0]


def test_nothing_happens_where_no_file_is_chosen(window: MainWindow, choose_file) -> None:
    choose_file(None)
    window.commands["unit_file"].trigger()
    assert QApplication.activeModalWidget() is None

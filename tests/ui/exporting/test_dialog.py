"""Handing over a Word file, and the report."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from app.core.draft import Draft
from app.core.markup import parse_markup
from app.jobs.program import Program
from app.settings.declared import LAST_EXPORT_FOLDER
from app.ui.exporting.dialog import ExportDialog
from app.ui.tasks import Tasks
from app.ui.window_state import WindowState
from tests.ui.dialogs import Presser

WHOLE = parse_markup("@标题 讲话\n# 统一思想\n正文。\n- 责任到人。\n")


@pytest.fixture
def make(qtbot, program: Program, tasks: Tasks, state: WindowState, tmp_path: Path):
    """Dialogs for drafts, with exports into an empty folder."""
    state.settings.set(LAST_EXPORT_FOLDER, str(tmp_path))

    def make(draft: Draft) -> ExportDialog:
        dialog = ExportDialog(program, tasks, state, draft, None)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def export(dialog: ExportDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)


def buttons(dialog: ExportDialog) -> dict[str, QPushButton]:
    return {button.text(): button for button in dialog.findChildren(QPushButton) if button.isVisible()}


def bookmarks(path: Path) -> int:
    return Document(str(path)).element.xml.count("<w:bookmarkStart")


def test_the_name_offered_is_that_of_the_layout(make, tmp_path: Path) -> None:
    target = Path(make(WHOLE).choices.target.text())
    assert (target.parent, target.suffix) == (tmp_path, ".docx")
    assert target.stem.startswith("讲话")


def test_a_whole_draft_is_exported_and_said_to_be_done(make, qtbot, tmp_path: Path) -> None:
    dialog = make(WHOLE)
    dialog.choices.target.setText(str(tmp_path / "a"))
    export(dialog, qtbot)
    assert [each.text for each in Document(str(tmp_path / "a.docx")).paragraphs][:2] == [
        "讲话",
        "一、统一思想",
    ]
    assert set(buttons(dialog)) == {"关闭", "打开所在文件夹", "打开文件"}


def test_the_report_lists_what_is_to_be_filled_and_goes_there(
    make, qtbot, tmp_path: Path, speech: Draft
) -> None:
    dialog = make(speech)
    dialog.choices.target.setText(str(tmp_path / "a.docx"))
    export(dialog, qtbot)
    to_fill = [block for block in speech.blocks if any(run.placeholder for run in block.runs)]
    assert "待填" in dialog.report.report.toPlainText().splitlines()[0]
    with qtbot.waitSignal(dialog.go_to) as told:
        buttons(dialog)["去看第一处待填"].click()
    assert told.args == [to_fill[0].id]
    assert not dialog.isVisible()


def test_a_clean_file_has_no_bookmarks(make, qtbot, tmp_path: Path) -> None:
    for clean in (False, True):
        dialog = make(WHOLE)
        dialog.choices.target.setText(str(tmp_path / f"{clean}.docx"))
        dialog.choices.clean.setChecked(clean)
        export(dialog, qtbot)
    assert bookmarks(tmp_path / "False.docx") > 0
    assert bookmarks(tmp_path / "True.docx") == 0


def test_numbers_can_be_words_own(make, qtbot, tmp_path: Path) -> None:
    dialog = make(WHOLE)
    dialog.choices.target.setText(str(tmp_path / "a.docx"))
    dialog.choices.numbering.setCurrentIndex(1)
    export(dialog, qtbot)
    assert [each.text for each in Document(str(tmp_path / "a.docx")).paragraphs][1] == "统一思想"


def test_a_file_that_is_there_is_only_replaced_when_the_writer_says_so(
    make, qtbot, tmp_path: Path, press: Presser
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"theirs")
    dialog = make(WHOLE)
    dialog.choices.target.setText(str(path))
    press("取消")
    export(dialog, qtbot)
    assert path.read_bytes() == b"theirs"
    press("覆盖")
    export(dialog, qtbot)
    assert len(Document(str(path)).paragraphs) > 1


def test_a_file_that_cannot_be_written_is_told_and_the_choices_stay(
    make, qtbot, tmp_path: Path, press: Presser
) -> None:
    (tmp_path / "file").write_text("")
    dialog = make(WHOLE)
    dialog.choices.target.setText(str(tmp_path / "file" / "a.docx"))
    press("知道了")
    export(dialog, qtbot)
    assert dialog.main.isVisible() and dialog.main.isEnabled()


def test_the_finished_file_and_its_folder_can_be_opened(
    make, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = make(WHOLE)
    dialog.choices.target.setText(str(tmp_path / "a.docx"))
    export(dialog, qtbot)
    for name in ("打开文件", "打开所在文件夹"):
        buttons(dialog)[name].click()
    assert opened == [str(tmp_path / "a.docx"), str(tmp_path)]


def test_author_and_bold_leads_are_in_the_file_and_offered_the_next_time(make, qtbot, tmp_path: Path) -> None:
    dialog = make(WHOLE)
    assert dialog.choices.author.text() == ""
    dialog.choices.target.setText(str(tmp_path / "a.docx"))
    dialog.choices.author.setText("×××")
    dialog.choices.bold.setCurrentText("加粗")
    export(dialog, qtbot)
    document = Document(str(tmp_path / "a.docx"))
    assert document.core_properties.author == "×××"
    again = make(WHOLE)
    assert (again.choices.author.text(), again.choices.bold.currentText()) == ("×××", "加粗")


def test_the_layout_says_what_it_does_with_leads(make) -> None:
    dialog = make(WHOLE)
    dialog.choices.layouts.setCurrentIndex(dialog.choices.layouts.findData("gb9704"))
    assert dialog.choices.bold.itemText(0) == "按版式（不加粗）"
    assert dialog.choices.options().bold_point_leads is None

"""What a writer makes of layouts: copied, changed in their place, named, handed on, deleted and put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from app.jobs.own_layouts import kept_layouts
from app.jobs.program import Program
from app.layouts.find import find_layout
from app.ui.layouts.editor import LayoutEditor
from app.ui.templates.naming import NameDialog
from app.ui.templates.versions_dialog import VersionsDialog
from tests.ui.dialogs import Presser
from tests.ui.layouts.conftest import Manager, click, make_own, own_layout, rows


def test_a_deleted_layout_is_put_back_from_a_menu(
    manager: Manager, program: Program, presser: Presser, qtbot
) -> None:
    path = own_layout(program)
    text = path.read_text("utf-8")
    dialog = manager()
    assert not dialog.deleted_button.isVisible()
    presser("删除")
    click(qtbot, dialog.delete_button)
    assert not path.exists()
    click(qtbot, dialog.deleted_button)
    menu = dialog.deleted_button.findChild(QMenu)
    assert menu is not None and menu.actions()[0].text().startswith("本局　")
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert path.read_text("utf-8") == text
    assert rows(dialog)[0] == "本局　·　我的" and not dialog.deleted_button.isVisible()


def test_a_copy_is_made_changed_and_listed_first(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    dialog = manager()
    make_own(dialog, presser, qtbot)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 4)
    assert rows(dialog)[0] == "公文标准（双面）（我的）　·　我的"
    own = kept_layouts(program)[0].layout
    assert own is not None
    assert own.page.top == 2268
    text = kept_layouts(program)[0].path.read_text("utf-8")
    assert '基于 = "gb9704"' in text
    assert "字体" not in text
    assert find_layout("gb9704", program.places.layout_folders).page.top == 2098


def test_a_built_in_layout_is_changed_in_its_place_and_put_back(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    dialog = manager()
    presser.when(LayoutEditor, lambda editor: (editor.set(("page", "上"), 40), editor.save()))
    click(qtbot, dialog.edit_button)
    assert rows(dialog)[0] == "公文标准（双面）　·　改过的自带版式"
    assert find_layout("gb9704", program.places.layout_folders).page.top == 2268
    presser("恢复自带的")
    click(qtbot, dialog.restore_button)
    assert find_layout("gb9704", program.places.layout_folders).page.top == 2098
    assert rows(dialog)[0] == "公文标准（双面）　·　自带"


def test_a_built_in_layout_that_is_looked_into_and_left_stays(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    dialog = manager()
    presser.when(LayoutEditor, lambda editor: editor.reject())
    click(qtbot, dialog.edit_button)
    assert not (program.places.user_data / "templates").exists()


def test_an_own_layout_gets_another_name_and_keeps_its_comments(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    path = own_layout(program, text="[points]   # 红头纸\n领句加粗 = true\n")
    dialog = manager()
    presser.when(NameDialog, lambda asked: (asked.box.setText("办公室"), asked.accept()))
    click(qtbot, dialog.rename_button)
    assert rows(dialog)[0] == "办公室　·　我的"
    assert "# 红头纸" in path.read_text("utf-8")


def test_an_own_layout_is_deleted_after_a_question_and_can_be_put_back(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    path = own_layout(program)
    dialog = manager()
    presser("取消")
    click(qtbot, dialog.delete_button)
    assert path.exists()
    presser("删除")
    click(qtbot, dialog.delete_button)
    assert not path.exists()
    assert len(rows(dialog)) == 3
    program.own.put_back(program.own.deleted()[0])
    assert path.exists()


def test_what_it_was_before_is_put_back(manager: Manager, presser: Presser, program: Program, qtbot) -> None:
    own_layout(program)
    dialog = manager()
    presser.when(LayoutEditor, lambda editor: (editor.set(("page", "上"), 45), editor.save()))
    click(qtbot, dialog.edit_button)
    presser.when(VersionsDialog, lambda versions: versions.main.click())
    click(qtbot, dialog.versions_button)
    layout = dialog.entry.layout if dialog.entry else None
    assert layout is not None
    assert layout.page.top == 2268


def test_a_layout_without_versions_says_so(
    manager: Manager, presser: Presser, program: Program, qtbot
) -> None:
    own_layout(program)
    dialog = manager()
    presser("知道了")
    click(qtbot, dialog.versions_button)
    assert "还没有以前的版本" in presser.told[0]


@pytest.mark.parametrize(("pressed", "kept"), [("用这里的盖掉", 35), ("取消", 33)])
def test_a_file_that_was_changed_elsewhere_meanwhile_is_asked_about(
    manager: Manager, program: Program, presser: Presser, pressed: str, kept: int, qtbot
) -> None:
    path = own_layout(program, text="[page]\n上 = 30\n")
    dialog = manager()

    def change(editor: LayoutEditor) -> None:
        editor.set(("page", "上"), 35)
        own_layout(program, text="[page]\n上 = 33\n")
        presser(pressed)
        editor.main.click()
        if editor.isVisible():
            presser("不保存")
            editor.reject()

    presser.when(LayoutEditor, change)
    click(qtbot, dialog.edit_button)
    assert f"上 = {kept}\n" in path.read_text("utf-8")


def test_a_layout_is_handed_on_as_one_file_and_taken_in_by_another(
    manager: Manager, program: Program, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_layout(program)
    dialog = manager()
    target = tmp_path / "给同事"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(qtbot, dialog.export_button)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{target}.toml", ""))
    click(qtbot, dialog.import_button)
    assert rows(dialog)[:2] == ["本局　·　我的", "本局（2）　·　我的"]
    layouts = [kept.layout for kept in kept_layouts(program)][:2]
    assert {layout.page.top for layout in layouts if layout} == {2268}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("名称 = ", "第 1 行"),
        ("x" * (2 << 20), "超过可以读取的大小"),
        ('名称 = "甲"\n基于 = "meiyou"\n', "没有找到"),
    ],
)
def test_a_file_that_is_no_layout_is_refused_and_nothing_is_written(
    manager: Manager, presser: Presser, program: Program, tmp_path: Path, qtbot, text: str, told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    bad = tmp_path / "x.toml"
    bad.write_text(text, "utf-8")
    dialog = manager()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    presser("知道了")
    click(qtbot, dialog.import_button)
    assert told in presser.told[0]
    assert not (program.places.user_data / "templates").exists()

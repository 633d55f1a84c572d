"""做成模板: of selected text and of files; ticked, named, seen, saved, and there to be put in."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.jobs.program import Program
from app.templating.generalise.passage import section_passages
from app.templating.generalise.proposal import Becomes
from app.ui.import_preview.dialog import ImportDialog
from app.ui.main_window import MainWindow
from app.ui.messages import Message
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.template_making.dialog import MakingDialog
from app.ui.theme import Theme
from tests.ui.hands import type_chinese

SPEECH = """+++
场合 = "tuijinhui"
[事实]
会议名称 = "全市安全生产工作会议"
会议日期 = 2025-05-31
+++
@标题 在全市安全生产工作会议上的讲话
@称谓 同志们：
经研究，今天召开[全市安全生产工作会议](=会议名称)。 {节=开场}
# 抓落实，守住安全底线 {任务}
5月31日，市委书记张建国同志要求完成投资120.5亿元。
- 杭州市的做法要学；
- 建成35个项目。
"""


@pytest.fixture(autouse=True)
def _no_own_templates(program: Program) -> Iterator[None]:
    """What a test saves is not there for the next."""
    yield
    shutil.rmtree(program.own.folder, ignore_errors=True)
    program.refresh_library()


@pytest.fixture
def draft() -> Draft:
    return parse_markup(SPEECH, counting_ids())


@pytest.fixture
def dialog(qtbot, program: Program, tasks: Tasks, theme: Theme, draft: Draft) -> MakingDialog:
    found = MakingDialog(program, tasks, theme, draft, section_passages(draft, program.library)[1:])
    qtbot.addWidget(found, before_close_func=lambda _: found.done(0))
    found.show()
    qtbot.waitUntil(lambda: found.main.isEnabled() and found.list.count() > 0)
    return found


def rows(dialog: MakingDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def row(dialog: MakingDialog, text: str) -> int:
    return next(at for at, each in enumerate(rows(dialog)) if each.startswith(text))


def choose(box: QComboBox, text: str) -> None:
    """As a hand does: down to the entry, from the first on."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != text:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"no {text}"


def test_what_changes_is_listed_with_what_becomes_of_it_and_why(dialog: MakingDialog) -> None:
    assert rows(dialog)[0] == "5月31日　→　事实“会议日期”\n与事实“会议日期”写的一样"
    assert [each.split("\n")[0] for each in rows(dialog)[1:]] == [
        "市委书记张建国　→　字段“市委书记”",
        "120.5亿　→　【待填：投资】",
        "杭州市　→　字段“市名”",
        "35　→　【待填：项目数】",
    ]


def test_the_slot_is_the_one_of_its_layer(dialog: MakingDialog) -> None:
    assert dialog.about.slot.currentText() == "推进会 · 任务"


def test_the_preview_shows_gaps_or_what_stood_there(dialog: MakingDialog, qtbot) -> None:
    assert "【待填：市委书记】同志要求完成投资【待填：投资】亿元" in dialog.preview.text()
    choose(dialog.preview.filling, "填原文里的值")
    qtbot.waitUntil(lambda: "5月31日，市委书记张建国同志要求" in dialog.preview.text())


def test_a_row_that_is_not_ticked_stays_as_it_is_and_back(dialog: MakingDialog, qtbot) -> None:
    at = row(dialog, "杭州市")
    dialog.list.setFocus()
    dialog.list.setCurrentRow(at)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "杭州市的做法" in dialog.preview.text())
    assert rows(dialog)[at].startswith("杭州市　→　照原文写")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "【待填：市名】的做法" in dialog.preview.text())


def test_a_tick_by_mouse_does_the_same(dialog: MakingDialog, qtbot) -> None:
    at = row(dialog, "35")
    box = dialog.list.visualItemRect(dialog.list.item(at)).topLeft() + QPoint(20, 20)
    dialog.list.scrollToItem(dialog.list.item(at))
    box.setY(dialog.list.visualItemRect(dialog.list.item(at)).center().y())
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    qtbot.waitUntil(lambda: "建成35个项目" in dialog.preview.text())


def test_the_place_of_a_row_is_marked_in_the_preview(dialog: MakingDialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog.preview.page.marked() == ["【会议日期】"])
    for text, gap in (("市委书记", "【待填：市委书记】"), ("120.5亿", "【待填：投资】")):
        dialog.list.setCurrentRow(row(dialog, text))
        assert dialog.preview.page.marked() == [gap]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.preview.page.marked() == ["120.5亿"])
    choose(dialog.preview.filling, "填原文里的值")
    dialog.list.setCurrentRow(row(dialog, "市委书记"))
    qtbot.waitUntil(lambda: dialog.preview.page.marked() == ["市委书记张建国"])


def test_the_writer_says_what_it_becomes_and_names_it(dialog: MakingDialog, qtbot) -> None:
    dialog.list.setCurrentRow(row(dialog, "120.5亿"))
    choose(dialog.pane.becomes, "作这个模板的字段")
    dialog.pane.edit.selectAll()
    type_chinese(dialog.pane.edit, "完成投资额")
    qtbot.waitUntil(lambda: "【待填：完成投资额】元" in dialog.preview.text())
    assert rows(dialog)[row(dialog, "120.5亿")].startswith("120.5亿　→　字段“完成投资额”")


def test_a_name_that_cannot_be_is_told_in_its_row_and_nothing_is_saved(dialog: MakingDialog, qtbot) -> None:
    dialog.list.setCurrentRow(row(dialog, "杭州市"))
    dialog.pane.edit.selectAll()
    type_chinese(dialog.pane.edit, "会议名称")
    qtbot.waitUntil(lambda: not dialog.main.isEnabled())
    assert "与全稿的事实“会议名称”相同" in rows(dialog)[row(dialog, "杭州市")]
    choose(dialog.pane.becomes, "照原文写")
    qtbot.waitUntil(dialog.main.isEnabled)


def test_all_may_stay_and_all_may_be_as_proposed_again(dialog: MakingDialog, qtbot) -> None:
    before = rows(dialog)
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert all("照原文写" in each for each in rows(dialog))
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert rows(dialog) == before


def test_what_the_writer_finds_himself_is_put_in(dialog: MakingDialog, qtbot) -> None:
    type_chinese(dialog.more.edit, "没有这几个字")
    qtbot.keyClick(dialog.more.edit, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog._notice.isVisible() and "没有这几个字" in dialog._notice.text()
    dialog.more.edit.selectAll()
    type_chinese(dialog.more.edit, "安全底线")
    qtbot.keyClick(dialog.more.edit, Qt.Key.Key_Return)
    assert dialog.list.currentItem().text() == "安全底线　→　字段“安全底线”\n你自己加的"
    qtbot.waitUntil(lambda: "守住【待填：安全底线】" in dialog.preview.text())


def test_without_a_name_nothing_is_saved_and_it_is_said(
    dialog: MakingDialog, program: Program, qtbot
) -> None:
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.saved == [] and dialog.isVisible() and not program.own.folder.exists()
    assert dialog.focusWidget() is dialog.about.name


def test_it_is_saved_among_the_writers_own(dialog: MakingDialog, program: Program, qtbot) -> None:
    type_chinese(dialog.about.name, "以会定责")
    qtbot.keyClick(dialog.about.name, Qt.Key.Key_Return)
    (path,) = dialog.saved
    assert path.is_relative_to(program.own.folder) and path.stem == "yihuidingze"
    made = program.library.section("yihuidingze")
    assert (made.name, made.layer, made.slots, made.built_in) == ("以会定责", Layer.TASKS, ("renwu",), False)
    assert [each.name for each in made.fields] == ["市委书记", "市名"]
    assert "{{ 会议日期|月日 }}，{{ 市委书记 }}同志要求完成投资【待填：投资】亿元。" in made.body
    slot = program.library.occasion("tuijinhui").slot("renwu")
    assert made in program.library.choices(slot)


def test_several_sections_are_made_one_after_another(
    qtbot, program: Program, tasks: Tasks, theme: Theme, draft: Draft
) -> None:
    dialog = MakingDialog(program, tasks, theme, draft, section_passages(draft, program.library))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.main.isEnabled() and "经研究" in dialog.preview.text())
    type_chinese(dialog.about.name, "开场一种")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and dialog.which.itemText(0).endswith("已存")
    qtbot.waitUntil(lambda: dialog.main.isEnabled() and "抓落实" in dialog.preview.text())
    assert dialog.about.slot.currentText() == "推进会 · 任务"
    type_chinese(dialog.about.name, "任务一种")
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    assert len(dialog.saved) == 2 and not dialog.isVisible()


def test_what_was_said_of_a_section_is_there_when_it_is_looked_at_again(
    qtbot, program: Program, tasks: Tasks, theme: Theme, draft: Draft
) -> None:
    dialog = MakingDialog(program, tasks, theme, draft, section_passages(draft, program.library))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.main.isEnabled)
    type_chinese(dialog.about.name, "开场一种")
    choose(dialog.about.slot, "主持词 · 散会")
    for text in ("2　", "1　"):
        choose(dialog.which, next(filter(lambda each: each.startswith(text), works(dialog))))
        qtbot.waitUntil(dialog.main.isEnabled)
    assert dialog.about.name.text() == "开场一种" and dialog.about.slot.currentText() == "主持词 · 散会"
    dialog.done(0)


def works(dialog: MakingDialog) -> list[str]:
    return [dialog.which.itemText(at) for at in range(dialog.which.count())]


def test_the_selection_of_the_open_draft_becomes_a_template(
    window: MainWindow, draft: Draft, program: Program, qtbot, press
) -> None:
    window.bench.show_draft(draft)
    assert window.bench.page is not None
    editor = window.bench.page.editor
    editor.go_to_block(6)
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)

    def edit(message: Message) -> None:
        press.when(TemplateEditor, lambda editor: editor.reject())
        qtbot.keyClick(message, Qt.Key.Key_Return)

    def make(dialog: MakingDialog) -> None:
        qtbot.waitUntil(lambda: dialog.main.isEnabled() and "建成" in dialog.preview.text())
        assert "抓落实" not in dialog.preview.text()
        type_chinese(dialog.about.name, "只有一段")
        press.when(Message, edit)
        qtbot.keyClick(dialog.about.name, Qt.Key.Key_Return)

    press.when(MakingDialog, make)
    qtbot.waitUntil(window.commands["make_template"].isEnabled)
    window.commands["make_template"].trigger()
    assert program.library.section("zhiyouyiduan").body == "- 建成【待填：项目数】个项目。\n"
    assert window.bench.document is not None and window.bench.document.draft() == draft


def test_where_there_is_nothing_to_make_it_is_said(window: MainWindow, draft: Draft, qtbot, press) -> None:
    window.bench.show_draft(draft)
    assert window.bench.page is not None
    window.bench.page.editor.go_to_block(0)
    press("知道了")
    qtbot.waitUntil(window.commands["make_template"].isEnabled)
    window.commands["make_template"].trigger()
    assert "没有可以做模板的文字" in press.told[0]


def test_a_file_becomes_templates_after_it_was_looked_at(
    window: MainWindow,
    program: Program,
    choose_file: Callable[[Path | None], None],
    tmp_path: Path,
    qtbot,
    press,
) -> None:
    path = tmp_path / "旧稿.txt"
    path.write_text(
        "在全县春耕工作会议上的讲话\n\n同志们：\n\n今天召开全县春耕工作会议。\n\n一、抓好春耕\n\n要落实6.5万亩。\n",
        "utf-8",
    )
    choose_file(path)

    def make(dialog: MakingDialog) -> None:
        qtbot.waitUntil(lambda: dialog.main.isEnabled() and "春耕" in dialog.preview.text())
        dialog.choose(dialog.which.count() - 1)
        qtbot.waitUntil(lambda: dialog.main.isEnabled() and "要落实" in dialog.preview.text())
        type_chinese(dialog.about.name, "抓春耕")
        press("不用改")
        qtbot.keyClick(dialog.about.name, Qt.Key.Key_Return)
        dialog.reject()

    def look(dialog: ImportDialog) -> None:
        qtbot.waitUntil(dialog.main.isEnabled)
        press.when(MakingDialog, make)
        dialog.main.click()

    press.when(ImportDialog, look)
    window.commands["template_from_file"].trigger()
    assert "要落实【待填：数目】万亩。" in program.library.section("zhuachungeng").body


def test_leaving_the_dialog_asks_for_what_would_be_lost_and_saves_nothing(
    dialog: MakingDialog, program: Program, qtbot, press
) -> None:
    type_chinese(dialog.about.name, "不要了")
    press.when(Message, lambda message: qtbot.keyClick(message, Qt.Key.Key_Escape))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and dialog.about.name.text() == "不要了"
    press("不存了")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and dialog.saved == [] and not program.own.folder.exists()


def test_leaving_the_dialog_asks_nothing_where_nothing_was_decided(dialog: MakingDialog, qtbot) -> None:
    dialog.list.setCurrentRow(2)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_length_counts_what_is_to_be_filled_in_as_the_check_does(
    qtbot, program: Program, tasks: Tasks, theme: Theme
) -> None:
    draft = parse_markup("# 抓落实 {任务}\n会上通报【待填：几件事，约80字】。\n", counting_ids())
    dialog = MakingDialog(program, tasks, theme, draft, section_passages(draft, program.library))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.main.isEnabled)
    type_chinese(dialog.about.name, "通报起头")
    qtbot.keyClick(dialog.about.name, Qt.Key.Key_Return)
    assert program.library.section("tongbaoqitou").length == 90


def test_what_a_tick_brings_back_is_what_was_proposed(dialog: MakingDialog, qtbot) -> None:
    at = row(dialog, "120.5亿")
    dialog.list.setCurrentRow(at)
    choose(dialog.pane.becomes, "照原文写")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert Becomes.PLACEHOLDER.value in rows(dialog)[at]

"""The import preview: what is shown, corrected by keys and mouse, taken back, and what comes of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from app.core.errors import ReadError
from app.core.kinds import KIND_NAMES, Kind
from app.importing.report import Fate
from app.ui.import_preview.dialog import ImportDialog
from app.ui.import_preview.row_delegate import ROW_HEIGHT, chip_area, take_back_area
from app.ui.import_preview.rows import Row
from tests.ui.dialogs import Presser
from tests.ui.import_preview.conftest import Open
from tests.ui.import_preview.fake import PAGE, TWO

Key = Qt.Key
Modifier = Qt.KeyboardModifier


def row(dialog: ImportDialog, text: str) -> Row:
    return next(each for each in dialog.source.list.rows.rows if text in f"{each.number}{each.text}")


def go_to(dialog: ImportDialog, *texts: str) -> None:
    """Select rows as a mouse does, several with Ctrl held."""
    view = dialog.source.list
    for at, text in enumerate(texts):
        index = view.rows.index_of(row(dialog, text).key)
        view.scrollTo(index)
        middle = view.visualRect(index).center()
        with_key = Modifier.ControlModifier if at else Modifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, with_key, middle)


def outline(dialog: ImportDialog) -> list[str]:
    return [f"{each.number}{each.text}" for each in dialog.outcome.outline.tree.outline.rows()]


def rect_of(dialog: ImportDialog, text: str) -> QRect:
    view = dialog.source.list
    index = view.rows.index_of(row(dialog, text).key)
    view.scrollTo(index)
    return view.visualRect(index)


@pytest.fixture
def settled(qtbot) -> Callable[[ImportDialog], None]:
    """Waits until what is shown is what was recognised last."""

    def wait(dialog: ImportDialog) -> None:
        with qtbot.waitSignal(dialog.trying.tried):
            pass

    return wait


# What is shown


def test_every_piece_has_its_role_its_line_and_its_number_apart(dialog: ImportDialog) -> None:
    found = [(each.line, each.role_name, each.number, each.text[:6]) for each in dialog.source.list.rows.rows]
    assert found[:4] == [
        ("1", "网页残留", "", "首页 > 领"),
        ("2", "标题", "", "在全市优化营"),
        ("3", "讲话人", "", "市长　王　明"),
        ("4", "日期", "", "（2025年"),
    ]
    assert ("8", "一级标题", "一、", "提高认识,切") in found
    assert ("", "一级标题", "", "【缺】") in found


def test_the_outline_has_numbers_as_they_will_be_below_the_head_of_the_speech(dialog: ImportDialog) -> None:
    assert dialog.outcome.outline.head() == (
        ("标题", "在全市优化营商环境工作推进会议上的讲话"),
        ("讲话人", "市长　王　明"),
        ("日期", "（2025年3月18日）"),
        ("称谓", "同志们:"),
    )
    assert outline(dialog) == [
        "一、提高认识,切实增强优化营商环境的紧迫感",
        "（一）优化营商环境是高质量发展的必然要求",
        "（二）优化营商环境是赢得竞争的关键之举",
        "二、突出重点,推动营商环境全面提升",
        "一是优化政务服务",
        "二是强化要素保障",
        "三、【缺】",
        "四、加强领导,确保各项任务落到实处",
    ]


def test_a_speech_without_title_says_how_one_is_chosen(open_preview: Open, qtbot, settled) -> None:
    dialog = open_preview("今天开会。\n")
    qtbot.keyClick(dialog.source.list, Key.Key_0)
    settled(dialog)
    assert dialog.outcome.outline.head() == (("标题", ""),)

    def told() -> bool:
        words = dialog.outcome.outline.findChildren(QLabel)
        return any("按 T" in each.text() for each in words if each.isVisible())

    qtbot.waitUntil(told)


def test_the_first_doubtful_piece_is_gone_to_and_its_reason_told(dialog: ImportDialog) -> None:
    current = dialog.source.list.current
    assert current is not None and current.text.startswith("二、三产业")
    assert dialog.source.doubts.text() == "拿不准的 2 处"
    assert dialog.source.told.text() == "第 11 行 · 正文 · 拿不准：有序号，但读下来是一句话"
    assert dialog.source.text.toPlainText() == "二、三产业占比仍然偏低,是我们的短板。"


@pytest.mark.parametrize(("forward", "back"), [(Key.Key_N, Key.Key_N), (Key.Key_F4, Key.Key_F4)])
def test_keys_go_from_doubt_to_doubt_and_round(dialog: ImportDialog, qtbot, forward: Key, back: Key) -> None:
    view = dialog.source.list
    qtbot.keyClick(view, forward)
    assert view.current is not None and view.current.text == "【缺】"
    qtbot.keyClick(view, forward)
    assert view.current.text.startswith("二、三产业")
    qtbot.keyClick(view, back, Modifier.ShiftModifier)
    assert view.current.text == "【缺】"


def test_buttons_go_from_doubt_to_doubt(dialog: ImportDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.source.next, Qt.MouseButton.LeftButton)
    assert dialog.source.list.current is not None and dialog.source.list.current.text == "【缺】"
    qtbot.mouseClick(dialog.source.previous, Qt.MouseButton.LeftButton)
    assert dialog.source.list.current.text.startswith("二、三产业")


def test_what_is_not_in_the_draft_is_summed_up_and_can_be_looked_at(dialog: ImportDialog, qtbot) -> None:
    assert dialog.told() == (
        "292 字，标题 6 条，要点 2 条，补上空缺 1 处。原有的 7 个序号改由程序编。去掉：网页残留 3 处、缺失说明 1 处。"
    )
    items = dialog.outcome.left_out
    assert dialog.outcome.tabs.tabText(1) == "去掉的 11"
    dialog.outcome.tabs.setCurrentIndex(1)
    items.setFocus()
    qtbot.keyClick(items, Key.Key_Home)
    qtbot.keyClick(items, Key.Key_Down)
    assert (
        items.rows.rows[items.currentIndex().row()].in_words
        == "网页残留，来源:市政府办公室 打印本页 关闭窗口，第 5 行"
    )
    assert dialog.source.list.current is not None and dialog.source.list.current.text.startswith("来源:")


def test_a_heading_of_the_outline_leads_to_its_line(dialog: ImportDialog, qtbot) -> None:
    tree = dialog.outcome.outline.tree
    tree.setFocus()
    tree.setCurrentIndex(tree.outline.index(0, 0))
    for _ in range(3):
        qtbot.keyClick(tree, Key.Key_Down)
    assert dialog.source.list.current is not None
    assert dialog.source.list.current.text.startswith("突出重点")


def test_screen_readers_are_told_line_role_text_and_doubt(dialog: ImportDialog) -> None:
    view = dialog.source.list
    index = view.rows.index_of(row(dialog, "三产业").key)
    assert view.rows.data(index, Qt.ItemDataRole.AccessibleTextRole) == (
        "第 11 行，正文，二、三产业占比仍然偏低,是我们的短板。，拿不准：有序号，但读下来是一句话"
    )
    noise = view.rows.index_of(row(dialog, "首页").key)
    assert str(view.rows.data(noise, Qt.ItemDataRole.AccessibleTextRole)).endswith("，不进稿子")


# Corrections


@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Key.Key_0, Modifier.ControlModifier, Kind.BODY),
        (Key.Key_1, Modifier.ControlModifier, Kind.H1),
        (Key.Key_2, Modifier.ControlModifier, Kind.H2),
        (Key.Key_3, Modifier.ControlModifier, Kind.H3),
        (Key.Key_4, Modifier.ControlModifier, Kind.H4),
        (Key.Key_5, Modifier.ControlModifier, Kind.POINT),
        (Key.Key_2, Modifier.NoModifier, Kind.H2),
        (Key.Key_P, Modifier.NoModifier, Kind.PART),
        (Key.Key_T, Modifier.NoModifier, Kind.TITLE),
        (Key.Key_U, Modifier.NoModifier, Kind.SUBTITLE),
        (Key.Key_S, Modifier.NoModifier, Kind.BYLINE),
        (Key.Key_D, Modifier.NoModifier, Kind.DATE),
        (Key.Key_C, Modifier.NoModifier, Kind.SALUTATION),
        (Key.Key_G, Modifier.NoModifier, Kind.STAGE),
        (Key.Key_E, Modifier.NoModifier, Kind.CLOSING),
        (Key.Key_K, Modifier.NoModifier, Kind.SIGNOFF),
        (Key.Key_Q, Modifier.NoModifier, Kind.CUE),
    ],
)
def test_a_key_makes_of_the_selected_piece_what_it_says(
    dialog: ImportDialog, qtbot, settled, key: Key, modifier: Modifier, kind: Kind
) -> None:
    go_to(dialog, "谢谢大家")
    qtbot.keyClick(dialog.source.list, key, modifier)
    found = row(dialog, "谢谢大家")
    if kind is not Kind.BODY:
        assert found.chosen  # at once, not only when all is recognised anew
        settled(dialog)
    assert row(dialog, "谢谢大家").role_name == KIND_NAMES[kind]
    assert dialog.source.list.current == row(dialog, "谢谢大家")


def test_several_pieces_are_changed_at_once_and_the_rest_follows(
    dialog: ImportDialog, qtbot, settled
) -> None:
    go_to(dialog, "突出重点", "加强领导")
    qtbot.keyClick(dialog.source.list, Key.Key_0, Modifier.ControlModifier)
    settled(dialog)
    assert outline(dialog) == [
        "一、提高认识,切实增强优化营商环境的紧迫感",
        "（一）优化营商环境是高质量发展的必然要求",
        "（二）优化营商环境是赢得竞争的关键之举",
        "一是优化政务服务",
        "二是强化要素保障",
    ]
    assert [each.text[:4] for each in dialog.source.list.selected] == ["二、突出", "四、加强"]


def test_undo_takes_the_last_correction_back_and_redo_makes_it_again(
    dialog: ImportDialog, qtbot, settled
) -> None:
    before = outline(dialog)
    go_to(dialog, "三产业")
    qtbot.keyClick(dialog.source.list, Key.Key_2, Modifier.ControlModifier)
    settled(dialog)
    changed = outline(dialog)
    assert changed != before
    qtbot.keyClick(dialog.source.list, Key.Key_Z, Modifier.ControlModifier)
    settled(dialog)
    assert outline(dialog) == before and not row(dialog, "三产业").chosen
    qtbot.keyClick(dialog.source.list, Key.Key_Y, Modifier.ControlModifier)
    settled(dialog)
    assert outline(dialog) == changed


def test_undo_works_from_the_text_below_the_list_too(dialog: ImportDialog, qtbot, settled) -> None:
    go_to(dialog, "三产业")
    qtbot.keyClick(dialog.source.list, Key.Key_T)
    settled(dialog)
    dialog.source.text.setFocus()
    qtbot.keyClick(dialog.source.text, Key.Key_Z, Modifier.ControlModifier)
    settled(dialog)
    assert row(dialog, "三产业").role_name == "正文"


def test_space_agrees_and_goes_on_to_the_next_doubt(dialog: ImportDialog, qtbot, settled) -> None:
    qtbot.keyClick(dialog.source.list, Key.Key_Space)
    assert dialog.source.doubts.text() == "拿不准的 1 处"
    assert dialog.source.list.current is not None and dialog.source.list.current.text == "【缺】"
    settled(dialog)
    assert row(dialog, "三产业").sureness == "这是你定的"


def test_a_letter_leaves_a_piece_to_the_program_again(dialog: ImportDialog, qtbot, settled) -> None:
    go_to(dialog, "三产业")
    qtbot.keyClick(dialog.source.list, Key.Key_3, Modifier.ControlModifier)
    settled(dialog)
    qtbot.keyClick(dialog.source.list, Key.Key_A)
    settled(dialog)
    assert row(dialog, "三产业").doubtful and row(dialog, "三产业").role_name == "正文"


def test_what_is_not_wanted_stays_in_sight_and_delete_again_takes_it_back(
    dialog: ImportDialog, qtbot, settled
) -> None:
    go_to(dialog, "谢谢大家")
    qtbot.keyClick(dialog.source.list, Key.Key_Delete)
    settled(dialog)
    assert row(dialog, "谢谢大家").left_out
    qtbot.keyClick(dialog.source.list, Key.Key_Delete)
    settled(dialog)
    assert row(dialog, "谢谢大家").role_name == "正文" and not row(dialog, "谢谢大家").chosen


def test_residue_is_taken_back_by_one_click(dialog: ImportDialog, qtbot, settled) -> None:
    at = take_back_area(rect_of(dialog, "上一篇")).center()
    qtbot.mouseClick(dialog.source.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settled(dialog)
    assert row(dialog, "上一篇").role_name == "正文" and not row(dialog, "上一篇").left_out
    assert "网页残留 2 处" in dialog.told()


def test_a_click_on_the_label_opens_a_menu_with_names_and_keys(dialog: ImportDialog, qtbot, settled) -> None:
    go_to(dialog, "三产业", "谢谢大家")
    at = chip_area(rect_of(dialog, "三产业")).center()
    qtbot.mouseClick(dialog.source.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = {each.text(): each.shortcut().toString() for each in menu.actions() if each.text()}
    assert shown["二级标题"] == "Ctrl+2" and shown["称谓"] == "C" and shown["不要"] == "Del"
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["正文"]
    wanted = next(each for each in menu.actions() if each.text() == "二级标题")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())
    settled(dialog)
    assert {row(dialog, each).role_name for each in ("三产业", "谢谢大家")} == {"二级标题"}


def test_the_menu_comes_by_its_key_too(dialog: ImportDialog, qtbot) -> None:
    menu = dialog.source.list.menu()
    go_to(dialog, "首页")
    noise = dialog.source.list.menu()
    assert "留下" in [each.text() for each in noise.actions()]
    menu.deleteLater()
    noise.deleteLater()


def test_what_the_source_does_not_have_cannot_be_made_anything_else(dialog: ImportDialog, qtbot) -> None:
    go_to(dialog, "【缺】")
    qtbot.keyClick(dialog.source.list, Key.Key_1, Modifier.ControlModifier)
    assert not dialog.trying.history.can_undo


def test_the_place_in_the_list_stays_when_rows_come_above_it(dialog: ImportDialog, qtbot, settled) -> None:
    view = dialog.source.list
    view.setFixedHeight(5 * ROW_HEIGHT)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    go_to(dialog, "谢谢大家")
    before = view.visualRect(view.currentIndex()).top()
    # Without its second heading the source lacks one, which is put in above.
    dialog.trying.wish(dialog.trying.history.now.with_roles({row(dialog, "突出重点").place: Fate.RESIDUE}))
    settled(dialog)
    assert view.current == row(dialog, "谢谢大家")
    assert view.visualRect(view.currentIndex()).top() == before


# Clean-ups


def test_nothing_is_cleaned_unasked_and_all_of_it_by_one_box(dialog: ImportDialog, qtbot, settled) -> None:
    box = dialog.boxes.marks
    assert box.isVisible() and not box.isChecked() and box.text() == "半角标点改成全角（17 处）"
    assert not dialog.boxes.blanks.isVisible()
    dialog.source.list.setFocus()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    settled(dialog)
    assert dict(dialog.outcome.outline.head())["称谓"] == "同志们："
    assert "做到10:30前受理" in row(dialog, "政务服务").text and "3,500亩" in row(dialog, "要素保障").text
    qtbot.keyClick(dialog.source.list, Key.Key_Z, Modifier.ControlModifier)
    settled(dialog)
    assert not box.isChecked()
    assert dict(dialog.outcome.outline.head())["称谓"] == "同志们:"


def test_what_would_be_cleaned_can_be_looked_at_place_by_place(dialog: ImportDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.boxes.look, Qt.MouseButton.LeftButton)
    items = dialog.outcome.cleaning
    assert items.isVisible() and items.rows.rowCount() == 17
    qtbot.keyClick(items, Key.Key_Home)
    qtbot.keyClick(items, Key.Key_Down)
    assert items.rows.rows[1].in_words == "同志们:，改成，同志们："
    assert dialog.source.list.current is not None and dialog.source.list.current.text == "同志们:"


def test_blanks_are_cleaned_and_corrections_stay_where_they_were(open_preview: Open, qtbot, settled) -> None:
    dialog = open_preview("关 于 工 作 的 讲 话\n同志们：\n第 一 段 正 文。\n")
    go_to(dialog, "第 一 段")
    qtbot.keyClick(dialog.source.list, Key.Key_E)
    settled(dialog)
    assert dialog.boxes.blanks.text() == "去掉汉字之间的空格（10 处）"
    dialog.boxes.blanks.click()
    settled(dialog)
    assert [(each.role_name, each.text) for each in dialog.source.list.rows.rows] == [
        ("标题", "关于工作的讲话"),
        ("称谓", "同志们："),
        ("结束语", "第一段正文。"),
    ]


def test_a_clean_text_is_not_offered_to_be_cleaned(open_preview: Open) -> None:
    dialog = open_preview("关于工作的讲话\n同志们：\n正文。\n")
    assert not dialog.boxes.isVisible()
    assert not dialog.outcome.tabs.isTabVisible(2)


# Several speeches, tracked changes


def test_of_several_speeches_one_is_chosen(open_preview: Open, qtbot, settled) -> None:
    dialog = open_preview(TWO)
    assert dialog.bar.parts.isVisible() and dialog.bar.all.text() == "2 篇都导入"
    assert [dialog.bar.parts.itemText(at) for at in range(2)] == [
        "1. 在全市安全生产会议上的讲话",
        "2. 在全市招商引资会议上的讲话",
    ]
    dialog.bar.parts.setFocus()
    qtbot.keyClick(dialog.bar.parts, Key.Key_Down)
    settled(dialog)
    assert dialog.source.list.rows.rows[0].text == "在全市招商引资会议上的讲话"
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)
    (found,) = dialog.found
    assert found.found.draft.blocks[0].text == "在全市招商引资会议上的讲话"


def test_all_speeches_are_taken_each_with_its_corrections(open_preview: Open, qtbot, settled) -> None:
    dialog = open_preview(TWO)
    go_to(dialog, "安全生产工作")
    qtbot.keyClick(dialog.source.list, Key.Key_E)
    settled(dialog)
    qtbot.mouseClick(dialog.bar.all, Qt.MouseButton.LeftButton)
    assert [each.found.draft.blocks[0].text[:6] for each in dialog.found] == ["在全市安全生", "在全市招商引"]
    assert [each.found.draft.blocks[-1].kind for each in dialog.found] == [Kind.CLOSING, Kind.BODY]


def test_one_speech_is_not_asked_about(dialog: ImportDialog) -> None:
    assert not dialog.bar.parts.isVisible() and not dialog.bar.all.isVisible()
    assert not dialog.bar.changes.isVisible()


def test_tracked_changes_are_taken_in_another_way_and_corrections_kept(
    open_preview: Open, qtbot, settled
) -> None:
    dialog = open_preview(
        "讲话\n同志们：\n新的一段。\n最后一段。\n", other="讲话\n同志们：\n旧的。\n还有。\n最后一段。\n"
    )
    go_to(dialog, "最后")
    qtbot.keyClick(dialog.source.list, Key.Key_E)
    settled(dialog)
    dialog.bar.changes.setFocus()
    qtbot.keyClick(dialog.bar.changes, Key.Key_Down)
    settled(dialog)
    assert [(each.role_name, each.text) for each in dialog.source.list.rows.rows[2:]] == [
        ("正文", "旧的。"),
        ("正文", "还有。"),
        ("结束语", "最后一段。"),
    ]


def test_corrections_of_text_that_is_another_now_are_told(
    open_preview: Open, qtbot, settled, press: Presser
) -> None:
    dialog = open_preview("讲话\n新的一段。\n", other="讲话\n旧的。\n")
    go_to(dialog, "新的")
    qtbot.keyClick(dialog.source.list, Key.Key_E)
    settled(dialog)
    press("知道了")
    dialog.bar.changes.setFocus()
    qtbot.keyClick(dialog.bar.changes, Key.Key_Down)
    qtbot.waitUntil(lambda: [each.text for each in dialog.source.list.rows.rows] == ["讲话", "旧的。"])
    assert not row(dialog, "旧的").chosen
    assert press.told[0].startswith("有 1 处改过的段落现在不一样了。")


# Leaving


def test_the_main_button_gives_the_draft_as_it_was_corrected_last(dialog: ImportDialog, qtbot) -> None:
    go_to(dialog, "三产业")
    qtbot.keyClick(dialog.source.list, Key.Key_C)
    qtbot.keyClick(dialog.source.list, Key.Key_3, Modifier.ControlModifier)
    qtbot.mouseClick(dialog.main, Qt.MouseButton.LeftButton)  # before the worker is through
    (found,) = dialog.found
    block = next(each for each in found.found.draft.blocks if "三产业" in each.text)
    assert block.kind is Kind.H3
    assert not dialog.isVisible()


def test_escape_leaves_and_takes_nothing(dialog: ImportDialog, qtbot) -> None:
    qtbot.keyClick(dialog.source.list, Key.Key_Escape)
    assert not dialog.isVisible() and dialog.found == ()


@pytest.mark.parametrize(
    ("answer", "left", "taken"), [("取消", False, 0), ("不生成", True, 0), ("生成讲话稿", True, 1)]
)
def test_escape_asks_where_corrections_would_be_lost(
    dialog: ImportDialog, qtbot, press: Presser, answer: str, left: bool, taken: int
) -> None:
    go_to(dialog, "三产业")
    qtbot.keyClick(dialog.source.list, Key.Key_3, Modifier.ControlModifier)
    press(answer)
    qtbot.keyClick(dialog.source.list, Key.Key_Escape)
    assert press.told == ["你定下的 1 处还没有用上。不生成讲话稿的话，这里的改动就没有了。"]
    assert (dialog.isHidden(), len(dialog.found)) == (left, taken)


def test_an_error_is_told_and_the_preview_stays(
    dialog: ImportDialog, qtbot, press: Presser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise ReadError("读不出来了。", "请再试一次。")

    monkeypatch.setattr("tests.ui.import_preview.fake.typed_number", broken)
    go_to(dialog, "三产业")
    press("知道了")
    qtbot.keyClick(dialog.source.list, Key.Key_C)
    qtbot.waitUntil(lambda: press.told == ["读不出来了。请再试一次。"])
    assert dialog.isVisible()


def test_models_stay_sound_through_corrections(dialog: ImportDialog, qtbot, settled) -> None:
    models = (
        dialog.source.list.rows,
        dialog.outcome.left_out.rows,
        dialog.outcome.cleaning.rows,
        dialog.outcome.outline.tree.outline,
    )
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    for text, key in (
        ("三产业", Key.Key_1),
        ("突出重点", Key.Key_0),
        ("（二）", Key.Key_4),
        ("首页", Key.Key_2),
    ):
        go_to(dialog, text.replace("（二）", "(二)"))
        qtbot.keyClick(dialog.source.list, key, Modifier.ControlModifier)
        settled(dialog)
    dialog.boxes.marks.click()
    settled(dialog)
    for _ in range(5):
        qtbot.keyClick(dialog.source.list, Key.Key_Z, Modifier.ControlModifier)
        settled(dialog)
    assert row(dialog, "突出重点").role_name == "一级标题"
    assert len(testers) == len(models)
    assert PAGE.count("\n") + 1 == dialog.source.list.rows.rowCount()

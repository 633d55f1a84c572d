"""What the menu says of a section: layer, status, target length."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.core.draft import Draft
from app.core.kinds import Layer, Status
from app.core.outline import section_at
from app.ui.main_window import MainWindow
from app.ui.sections.target_dialog import TargetDialog
from tests.ui.sections.conftest import do, stretch_of


def test_a_heading_is_given_another_layer_and_back_by_undo(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot
) -> None:
    before = draft()
    at = stretch_of(before, Layer.TASKS).start
    open_window.text.go_to_block(at + 1)
    action = open_window.commands["layer_safeguards"]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    changed = section_at(draft(), at)
    assert changed is not None and changed.section.layer is Layer.SAFEGUARDS
    qtbot.waitUntil(action.isChecked)
    open_window.text.undo()
    assert draft() == before


def test_a_layer_said_again_is_taken_away(open_window: MainWindow, draft: Callable[[], Draft], qtbot) -> None:
    at = stretch_of(draft(), Layer.TASKS).start
    open_window.text.go_to_block(at)
    open_window.sections.set_layer(Layer.TASKS)
    changed = section_at(draft(), at)
    assert changed is not None and changed.section.layer is None


def test_how_far_a_section_has_come_is_said(
    open_window: MainWindow, draft: Callable[[], Draft], qtbot
) -> None:
    at = stretch_of(draft(), Layer.TASKS).start
    open_window.text.go_to_block(at)
    do(open_window, "status_final", qtbot)
    changed = section_at(draft(), at)
    assert changed is not None and changed.section.status is Status.FINAL


def test_a_target_length_is_typed(open_window: MainWindow, draft: Callable[[], Draft], qtbot, press) -> None:
    at = stretch_of(draft(), Layer.TASKS).start
    open_window.text.go_to_block(at)

    def say(dialog: TargetDialog) -> None:
        qtbot.keyClicks(dialog.box, "1250")
        qtbot.keyClick(dialog.box, Qt.Key.Key_Return)

    press.when(TargetDialog, say)
    do(open_window, "target", qtbot)
    changed = section_at(draft(), at)
    assert changed is not None and changed.section.target == 1250


def test_in_the_head_there_is_no_section_to_say_anything_of(open_window: MainWindow, qtbot) -> None:
    open_window.text.go_to_block(0)
    qtbot.waitUntil(open_window.commands["insert_section"].isEnabled)
    assert not any(open_window.commands[name].isEnabled() for name in ("layer_tasks", "remake"))

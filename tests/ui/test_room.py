"""Dialogs on a screen that has no room for them."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.ui.focus import Dialog


def shown(qtbot, size: QSize | None) -> Dialog:
    """A dialog that was shown as the program shows it; None where it was given no size."""
    dialog = Dialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLabel("一句话"))
    if size is not None:
        dialog.resize(size)
    seen: list[QSize] = []

    def look_and_leave() -> None:
        seen.append(dialog.size())
        dialog.reject()

    QTimer.singleShot(0, look_and_leave)
    dialog.exec()
    assert seen == [dialog.size()]
    return dialog


def test_a_dialog_too_large_for_the_screen_has_room_on_it_with_its_frame(qtbot) -> None:
    dialog = shown(qtbot, QSize(5000, 5000))
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width() and dialog.height() < room.height()


def test_a_dialog_that_has_room_is_as_large_as_it_was_made(qtbot) -> None:
    assert shown(qtbot, QSize(500, 400)).size() == QSize(500, 400)


def test_a_dialog_of_no_given_size_is_as_large_as_what_it_holds(qtbot) -> None:
    dialog = shown(qtbot, None)
    assert dialog.size() == dialog.sizeHint()

"""The slots of an occasion put in order with the mouse on a real display."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.occasion_editor.ordered_list import OrderedList

ROWS = {"kaichang": "开场", "renshi": "认识", "renwu": "任务", "shouwei": "收尾"}
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_slot_is_dragged_before_another(qtbot) -> None:
    ordered = OrderedList("部件")
    ordered.resize(300, 200)
    qtbot.addWidget(ordered)
    with qtbot.waitExposed(ordered):
        ordered.show()
    ordered.show_rows(ROWS)
    told: list[tuple[str, ...]] = []
    ordered.ordered.connect(lambda: told.append(ordered.keys))
    viewport, handle = ordered.viewport(), ordered.windowHandle()
    grip, top = (ordered.visualItemRect(ordered.item(row)) for row in (3, 0))

    def finish() -> None:
        for at in (QPoint(60, top.top() + 3), QPoint(60, top.top() + 1)):
            QTest.mouseMove(handle, viewport.mapTo(ordered, at))
        QTest.mouseRelease(handle, LEFT, NONE, viewport.mapTo(ordered, QPoint(60, top.top() + 1)))

    QTest.mousePress(viewport, LEFT, NONE, grip.center())
    QTimer.singleShot(300, finish)
    at = QPointF(grip.center() - QPoint(0, 20))
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NONE
    )
    QApplication.sendEvent(viewport, move)  # in which the whole drag happens
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] == ("shouwei", "kaichang", "renshi", "renwu")
    assert ordered.keys == told[-1]

"""A branch of the outline dragged with the mouse on a real display: Qt's platform without one drags nothing."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.markup import parse_markup
from app.core.outline import outline
from app.core.plan import applied
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.ui.headings import Headings
from app.ui.outline.pane import OutlinePane
from app.ui.theme import Theme

DRAFT = parse_markup("# 认识到位\n## 必然要求\n# 任务明确\n## 抓规划\n")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_branch_is_dragged_with_the_mouse(qtbot, tmp_path: Path) -> None:
    program = Program.start(find_places({**os.environ, HOME_VARIABLE: str(tmp_path)}))
    pane = OutlinePane(Theme(program.places.resources))
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_draft(DRAFT)
    told: list[list[str]] = []

    def change(make) -> None:
        told.append([node.number + node.text for node in outline(applied(make(DRAFT), DRAFT))])

    headings = Headings(lambda: DRAFT, lambda: None, change)  # type: ignore[arg-type,return-value]
    pane.model.drop_wanted.connect(headings.drop)
    viewport, handle = pane.view.viewport(), pane.windowHandle()
    rect = pane.view.visualRect(pane.model.index(1, 0))
    top = pane.view.visualRect(pane.model.index(0, 0))

    def on_window(at: QPoint) -> QPoint:
        return viewport.mapTo(pane, at)

    def finish() -> None:
        for at in (QPoint(80, top.top() + 4), QPoint(80, top.top() + 2)):
            QTest.mouseMove(handle, on_window(at))
        QTest.mouseRelease(handle, LEFT, NONE, on_window(QPoint(80, top.top() + 2)))

    QTest.mousePress(viewport, LEFT, NONE, rect.center())
    QTimer.singleShot(300, finish)
    at = QPointF(rect.center() - QPoint(0, 20))
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, viewport.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NONE
    )
    QApplication.sendEvent(viewport, move)  # in which the whole drag happens
    qtbot.waitUntil(lambda: bool(told))
    assert told == [["一、任务明确", "（一）抓规划", "二、认识到位", "（一）必然要求"]]

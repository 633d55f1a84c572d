"""The tag beside the mouse while branches are dragged."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag

from app.core.markup import parse_markup
from app.ui.main_window import MainWindow
from app.ui.outline.drag_tag import words_of
from app.ui.outline.rows import tree_of

DRAFT = parse_markup("# 认识到位\n## 必然要求\n## 现实需要\n# 任务明确")


def test_the_tag_names_what_is_dragged_and_counts_several() -> None:
    rows = tree_of(DRAFT).rows
    assert words_of(rows[1:2]) == "（一）必然要求"
    assert words_of(rows[1:3]) == "（一）必然要求 等 2 条"


def test_dragging_a_row_with_the_mouse_takes_a_tag_along_that_lies_beside_it(
    window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.bench.show_draft(DRAFT)
    tree = window.bench.outline.view
    qtbot.waitUntil(lambda: tree.model().rowCount() == 2)
    begun: list[tuple[QPoint, int]] = []
    monkeypatch.setattr(
        QDrag,
        "exec",
        lambda drag, *_: begun.append((drag.hotSpot(), drag.pixmap().width())) or Qt.DropAction(0),
    )
    start = tree.visualRect(tree.model().index(0, 0)).center()
    qtbot.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (4, 12, 30, 40):
        qtbot.mouseMove(tree.viewport(), start + QPoint(0, step))
    qtbot.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 40))
    [(spot, width)] = begun
    assert spot.x() < 0 and spot.y() < 0 and width > 0

"""Words go into as many lines as there is room for, and small things into rows."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from app.ui.start.lines import flowed, wrapped

TEXT = "部署已定、正在实施的工作，用来统一认识、摸清进展、压实任务。"


def test_what_fits_is_one_line(qapp: QApplication) -> None:
    assert wrapped(TEXT, qapp.font(), 4000, 2) == [TEXT]
    assert wrapped("", qapp.font(), 4000, 2) in ([], [""])


def test_what_does_not_fit_goes_on_in_the_next_line_and_nothing_is_lost(qapp: QApplication) -> None:
    width = QFontMetrics(qapp.font()).horizontalAdvance(TEXT) * 2 // 3
    lines = wrapped(TEXT, qapp.font(), width, 2)
    assert len(lines) == 2
    assert "".join(lines) == TEXT


def test_the_last_line_is_cut_with_a_mark(qapp: QApplication) -> None:
    width = QFontMetrics(qapp.font()).horizontalAdvance(TEXT) // 4
    lines = wrapped(TEXT, qapp.font(), width, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert QFontMetrics(qapp.font()).horizontalAdvance(lines[-1]) <= width


def test_things_flow_from_left_to_right_and_then_below() -> None:
    assert flowed([30, 30, 30], 10, 100) == [(0, 0), (40, 0), (0, 1)]
    assert flowed([30, 30], 10, 70) == [(0, 0), (40, 0)]
    assert flowed([], 10, 70) == []


def test_a_thing_that_is_too_wide_has_a_row_to_itself() -> None:
    assert flowed([200, 30, 200], 10, 100) == [(0, 0), (0, 1), (0, 2)]

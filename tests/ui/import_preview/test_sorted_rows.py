"""The list model that is kept up by difference."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.ui.import_preview.sorted_rows import ROW_ROLE, SortedRows

EXAMPLES = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True, slots=True)
class Word:
    key: tuple[int, ...]
    text: str

    @property
    def in_words(self) -> str:
        return f"词：{self.text}"


lists = st.dictionaries(st.integers(0, 12), st.sampled_from("甲乙丙"), max_size=10).map(
    lambda found: [Word((key,), found[key]) for key in sorted(found)]
)


@pytest.fixture
def model(qapp: QApplication) -> Iterator[SortedRows[Word]]:
    found: SortedRows[Word] = SortedRows(lambda row: row.text)
    tester = QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield found
    del tester


@EXAMPLES
@given(st.lists(lists, max_size=5))
def test_it_shows_what_it_was_told_last_and_rows_that_stay_are_never_new(
    model: SortedRows[Word], versions: list[list[Word]]
) -> None:
    for rows in versions:
        held = {row.key: QPersistentModelIndex(model.index(at)) for at, row in enumerate(model.rows)}
        model.show(rows)
        assert [model.data(model.index(at), ROW_ROLE) for at in range(model.rowCount())] == rows
        for at, row in enumerate(rows):
            if row.key in held:
                assert held[row.key].row() == at


def test_only_what_is_another_is_told_to_views(model: SortedRows[Word], qtbot) -> None:
    model.show([Word((1,), "甲"), Word((2,), "乙")])
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show([Word((1,), "甲"), Word((2,), "丙")])
    assert told.args[0].row() == told.args[1].row() == 1


def test_it_says_its_text_and_to_screen_readers_more(model: SortedRows[Word]) -> None:
    model.show([Word((1,), "甲")])
    assert model.data(model.index(0)) == "甲"
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "词：甲"
    assert model.index_of((1,)).row() == 0 and not model.index_of((2,)).isValid()


def test_selection_stays_with_its_row(model: SortedRows[Word]) -> None:
    selection = QItemSelectionModel(model)
    model.show([Word((2,), "乙")])
    selection.select(model.index(0), QItemSelectionModel.SelectionFlag.Select)
    model.show([Word((1,), "甲"), Word((2,), "丙"), Word((3,), "丙")])
    assert [each.row() for each in selection.selectedIndexes()] == [1]

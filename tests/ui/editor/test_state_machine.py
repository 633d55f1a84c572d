"""Random histories of writing at the real editor: after every deed it shows what the plain model of it says."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.core.place import Place
from app.core.selection import return_over
from app.core.writing import Stroke
from app.ui.editor import input_method, steps
from app.ui.editor import keys as editor_keys
from tests.ui.machine.desk import Desk
from tests.ui.machine.writing import write

HISTORIES = 200


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    found = Desk()
    yield found
    found.close()


@pytest.mark.timeout(600)  # what differs is shortened first, which takes a while
def test_whatever_a_writer_does_the_editor_agrees_with_a_plain_list_of_lines(desk: Desk) -> None:
    write(desk, HISTORIES)


def test_a_return_that_leaves_the_cursor_behind_is_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(draft, start, stop):
        return Stroke(return_over(draft, start, stop).plan, Place(start.index, 0))

    monkeypatch.setattr(editor_keys, "return_over", careless)
    with pytest.raises(AssertionError):
        write(desk, 50, shrink=False)


def test_a_cancelled_composition_that_brings_nothing_back_is_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(input_method.Composition, "tidy", lambda _: None)
    with pytest.raises(AssertionError):
        write(desk, 50, shrink=False)


def test_letters_that_are_a_step_each_are_noticed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps.Steps, "_now", lambda *_: object())
    with pytest.raises(AssertionError):
        write(desk, 50, shrink=False)

"""What nobody holds any more is found in the window's thread, never in a worker."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.ui.garbage import Garbage


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    found = Garbage(qapp)
    yield found
    found.stop()
    gc.disable()  # as it is in all tests of the window
    found.deleteLater()


class Held(QObject):
    """Held only by itself; tells in which thread it goes."""

    def __init__(self, gone_in: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.gone_in = gone_in

    def __del__(self) -> None:
        self.gone_in.append(threading.get_ident())


def make_much() -> None:
    kept = [[number] for number in range(200_000)]
    del kept


def test_what_a_worker_allocates_collects_nothing(garbage: Garbage, qtbot) -> None:
    gone_in: list[int] = []
    gc.collect()
    Held(gone_in)
    worker = threading.Thread(target=make_much)
    worker.start()
    worker.join()
    assert gone_in == []
    make = [[number] for number in range(2_000)]
    garbage.collect()
    assert gone_in == [threading.get_ident()] and make


def test_it_is_done_by_itself(garbage: Garbage, qtbot) -> None:
    gone_in: list[int] = []
    Held(gone_in)
    kept = [[number] for number in range(2_000)]
    qtbot.waitUntil(lambda: gone_in == [threading.get_ident()])
    assert kept


def test_python_collects_again_when_the_window_is_gone(qapp: QApplication) -> None:
    garbage = Garbage(qapp)
    garbage.stop()
    assert gc.isenabled()
    gc.disable()
    garbage.deleteLater()

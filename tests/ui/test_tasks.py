"""Work in the worker: in order, told here, dropped when nobody wants it."""

import threading
import weakref

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from app.core.errors import ReadError
from app.ui.tasks import Tasks


def fail(error: Exception) -> None:
    raise error


def test_work_is_done_elsewhere_and_told_here(tasks: Tasks, qtbot) -> None:
    told: list[tuple[int, bool]] = []
    here = threading.get_ident()
    tasks.run_task(
        threading.get_ident, lambda there: told.append((there, QThread.currentThread().isMainThread())), fail
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] != here and told[0][1]


def test_work_is_done_in_the_order_in_which_it_was_given(tasks: Tasks, qtbot) -> None:
    done: list[int] = []
    for number in range(20):
        tasks.run_task(lambda number=number: number, done.append, fail)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == sorted(done)


def test_an_error_is_told_as_it_is(tasks: Tasks, qtbot) -> None:
    failed: list[Exception] = []

    def work() -> None:
        raise ReadError("没有找到。")

    tasks.run_task(work, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ReadError)


def test_nobody_is_told_of_work_that_was_cancelled(tasks: Tasks) -> None:
    told: list[int] = []
    tasks.run_task(lambda: 1, told.append, fail).cancel()
    assert tasks.wait_for(lambda: 2) == 2
    assert told == []


def test_waiting_gives_the_result_and_raises_the_error(tasks: Tasks) -> None:
    def work() -> None:
        raise ReadError("没有找到。")

    assert tasks.wait_for(lambda: 6 * 7) == 42
    with pytest.raises(ReadError):
        tasks.wait_for(work)
    assert not tasks.is_waiting


def test_after_the_end_nobody_is_told_any_more(tasks: Tasks, qtbot) -> None:
    told: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        go_on.wait(10)
        return 1

    tasks.run_task(work, told.append, fail)
    begun.wait(10)
    go_on.set()
    tasks.finish()
    qtbot.wait(20)
    assert told == []


def test_what_is_asked_for_after_the_end_is_not_done(tasks: Tasks, qtbot) -> None:
    tasks.finish()
    done: list[int] = []
    tasks.run_task(lambda: done.append(1), done.append, done.append)
    qtbot.wait(50)
    assert done == []


def test_after_the_end_nobody_is_held_any_more(qapp: QApplication) -> None:
    class Owner:
        def take(self, _: object) -> None: ...

    tasks, owner = Tasks(), Owner()
    tasks.run_task(lambda: 1, owner.take, owner.take)
    held = weakref.ref(owner)
    del owner
    assert held() is not None
    tasks.finish()
    assert held() is None

"""Histories of writing: what the everyday tests run some of and `endure` ten thousand."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.ui.machine.by_bold import ByBold
from tests.ui.machine.by_clipboard import ByClipboard
from tests.ui.machine.by_filling import ByFilling
from tests.ui.machine.by_hoisting import ByHoisting
from tests.ui.machine.by_sections import BySections
from tests.ui.machine.desk import Desk

STEPS = 60


class Writing(ByBold, ByClipboard, ByFilling, ByHoisting, BySections):
    """All that a writer does."""


def write(desk: Desk, histories: int, shrink: bool = True) -> None:
    """Write histories of 60 steps at a desk, other ones each time. Raises AssertionError with the shortest that differs."""
    wanted = settings(
        max_examples=histories,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        print_blob=True,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    with desk.at_work():
        run_state_machine_as_test(lambda: Writing(desk), settings=wanted)

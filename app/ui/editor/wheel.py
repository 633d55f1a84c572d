"""Whole steps of the wheel, of what a touchpad or a fine wheel turns bit by bit."""

_STEP = 120
"""Eighths of a degree in one notch of a plain wheel (Qt's QWheelEvent::DefaultDeltasPerStep)."""


class WheelSteps:
    """Adds up what is turned; a turn the other way begins anew."""

    def __init__(self) -> None:
        self._rest = 0

    def turned(self, delta: int) -> int:
        """The whole steps that are full with this turn, in eighths of a degree; negative ones go down."""
        if self._rest * delta < 0:
            self._rest = 0
        self._rest += delta
        steps = int(self._rest / _STEP)
        self._rest -= steps * _STEP
        return steps

    def drop(self) -> None:
        """Forget what is not a whole step yet."""
        self._rest = 0

"""The steps in which the page is made larger and smaller; pure."""

LEAST_ZOOM, MOST_ZOOM = 50, 300
"""Percent of the size on paper."""
_STEPS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)


def larger(zoom: int) -> int:
    """The next step above, in percent; the largest stays."""
    return next((step for step in _STEPS if step > zoom), MOST_ZOOM)


def smaller(zoom: int) -> int:
    """The next step below, in percent; the smallest stays."""
    return next((step for step in reversed(_STEPS) if step < zoom), LEAST_ZOOM)


def within(zoom: int) -> int:
    """A zoom brought within the limits."""
    return min(max(zoom, LEAST_ZOOM), MOST_ZOOM)

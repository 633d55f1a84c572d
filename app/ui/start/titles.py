"""Titles of the panes side by side."""

from PySide6.QtWidgets import QLabel

from app.ui.pieces import heading

_HEIGHT = 32
"""As high as the box or the button beside, so that titles stand on one line."""


def title(text: str) -> QLabel:
    """The title of a pane."""
    made = heading(text, 1.5)
    made.setWordWrap(False)
    made.setFixedHeight(_HEIGHT)
    return made

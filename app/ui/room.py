"""What has room on a screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(40, 40)
"""Pixels that a window's frame takes with its title bar, which nobody knows before it is shown."""


def fitting(window: QWidget, beside: QWidget | None = None) -> QSize:
    """The size of a window, less where its screen, or that of what it stands `beside`, has no room for it."""
    return window.size().boundedTo((beside or window).screen().availableSize() - _FRAME)

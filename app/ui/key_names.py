"""Keys as the writer knows them."""

from PySide6.QtGui import QKeySequence

_NAMES = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_name(keys: str) -> str:
    """A shortcut in Qt's portable form as it stands in menus and on the page of shortcuts: Alt+Shift+←."""
    shown = QKeySequence(keys).toString()
    parts = shown.split("+") if not shown.endswith("+") else [*shown[:-2].split("+"), "+"]
    return "+".join(_NAMES.get(part, part) for part in parts)

"""What of the writer's own was deleted, in a menu from which it is put back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton

from app.templating.own.versions import Version
from app.ui.told_times import when


def offer_deleted(
    below: QPushButton,
    versions: Sequence[Version],
    name_of: Callable[[Version], str],
    put_back: Callable[[Version], None],
) -> None:
    """Show the last version of each deleted file in a menu below a button; the one that is chosen is put back."""
    menu = QMenu(below)
    now = datetime.now().astimezone()
    for version in versions:
        told = f"{name_of(version)}　{when(version.time, now)}删掉"
        menu.addAction(told).triggered.connect(lambda _=False, version=version: put_back(version))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))

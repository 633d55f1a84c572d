"""Tab goes through a widget as it is read."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStatusBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.focus import stops


def test_tab_goes_by_layouts_within_layouts_not_by_when_things_were_made(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second, third, loose = (QPushButton(name, holder) for name in "甲乙丙丁")
    column = QVBoxLayout(holder)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(third)
    row.addSpacing(8)
    row.addWidget(first)
    column.addLayout(row)
    column.addWidget(second)
    holder.show()

    assert stops(holder) == [third, first, second]
    assert loose.isVisible()


def test_tab_goes_on_where_qt_put_other_layouts_in_the_place_of_spacers(qtbot: QtBot) -> None:
    """A status bar lays out anew whatever is added: its old layouts go, spacers and all."""
    bar = QStatusBar()
    qtbot.addWidget(bar)
    buttons = [QPushButton(str(at)) for at in range(30)]
    bar.show()

    for shown, each in enumerate(buttons, start=1):
        bar.addPermanentWidget(each)
        assert stops(bar) == buttons[:shown]

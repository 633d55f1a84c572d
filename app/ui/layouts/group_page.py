"""One group of settings: each with its box, whether the standard says so, and the way back to it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.layouts.changing import Place
from app.layouts.model import Layout
from app.layouts.sources import Weight, source_of, weight_of
from app.layouts.values import Value
from app.ui.layouts.boxes import SettingBox, box_of, shown_value
from app.ui.layouts.groups import Group, Row
from app.ui.pieces import button


class SettingRow:
    """The widgets of one setting in a grid."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.name = QLabel(row.name)
        self.box: SettingBox = box_of(row)
        self.name.setBuddy(self.box)
        self.tag = QLabel()
        self.tag.setObjectName("faint")
        self.back = button("回到标准", lambda: None, "link")
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.standard: Value | None = None

    def show_value(self, layout: Layout, value: Value, standard: Value, of: Layout) -> None:
        """Show the value, and how it stands to that of the standard, the layout `of`."""
        table, key = self.row.place
        same = value == standard
        source, weight = source_of(table, key), weight_of(table, key, same)
        clause = f" {source.clause}" if source.clause and same else ""
        self.standard = standard
        self.tag.setText(f"{weight}{clause}")
        is_or_was = "" if same else f"\n标准的做法：{shown_value(standard, of, self.row.unit)}。"
        self.tag.setToolTip(f"{source}{is_or_was}")
        self.tag.setAccessibleDescription(self.tag.toolTip())
        self.back.setVisible(not same)
        self.back.setToolTip(f"改成{shown_value(standard, of, self.row.unit)}")
        self.back.setAccessibleName(f"{self.row.name}回到标准")
        self.box.put(value)
        wanted = f"{weight}。{source}" if weight is not Weight.CUSTOM else f"{source}"
        self.box.setAccessibleDescription(wanted)


class GroupPage(QWidget):
    """The settings of a group. `changed` gives the place and the value of one that was set by hand."""

    changed = Signal(object, object)

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.rows: dict[Place, SettingRow] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for at, row in enumerate(group.rows):
            made = self.rows[row.place] = SettingRow(row)
            made.box.typed.connect(lambda value, place=row.place: self.changed.emit(place, value))
            made.back.clicked.connect(lambda _=False, made=made: self._put_back(made))
            for column, widget in enumerate((made.name, made.box, made.tag, made.back)):
                grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignVCenter)

    def show_settings(
        self, layout: Layout, values: Mapping[Place, Value], standard: Mapping[Place, Value], of: Layout
    ) -> None:
        """Show what a layout has, beside what the standard, the layout `of`, has."""
        for place, row in self.rows.items():
            row.box.put_fonts(
                {**layout.fonts, **{k: v for k, v in of.fonts.items() if k not in layout.fonts}}
            )
            row.show_value(layout, values[place], standard[place], of)

    def _put_back(self, row: SettingRow) -> None:
        row.box.setFocus()
        self.changed.emit(row.row.place, row.standard)

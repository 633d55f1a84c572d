"""Forms in a narrow panel: what has no room is shortened with a …, and can be read all the same."""

from PySide6.QtCore import Qt

from app.templating.fields import Field, FieldType
from app.ui.forms.boxes import ChoiceBox
from app.ui.forms.name_label import NameLabel


def test_a_choice_is_shortened_where_its_box_is_narrow_and_whole_in_the_list(qtbot, theme) -> None:
    choices = ("全会和经济工作会", "部门工作会议")
    box = ChoiceBox(Field("工作会议类型", FieldType.CHOICE, choices=choices, default=choices[0]))
    qtbot.addWidget(box)
    box.resize(150, 32)
    box.show()
    whole = "（不选，用“全会和经济工作会”）"
    assert box.combo.currentText() == whole
    assert box.combo.shown().endswith("…") and whole.startswith(box.combo.shown()[:-1])
    assert box.minimumSizeHint().width() <= 150
    qtbot.mouseClick(box.combo, Qt.MouseButton.LeftButton)
    assert box.combo.view().width() > box.combo.fontMetrics().horizontalAdvance(whole) > box.combo.width()
    qtbot.keyClick(box.combo.view(), Qt.Key.Key_Escape)
    box.resize(400, 32)
    assert box.combo.shown() == whole


def test_a_long_name_is_shortened_and_told_whole_with_its_hint(qtbot, theme) -> None:
    name = NameLabel("本单位自己加的一个名称很长的事实", "写全称")
    qtbot.addWidget(name)
    name.resize(80, 20)
    name.show()
    assert name.minimumSizeHint().width() <= 80
    assert name.shown().endswith("…")
    assert name.toolTip() == "本单位自己加的一个名称很长的事实\n写全称"
    name.resize(400, 20)
    assert name.shown() == name.text() and name.toolTip() == "写全称"

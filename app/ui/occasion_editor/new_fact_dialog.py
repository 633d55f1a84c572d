"""另加一个事实: what it is called, of which type, what is to be put in."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import AppError
from app.templating import entries
from app.templating.fields import Field, FieldType, typed
from app.ui.focus import Dialog
from app.ui.pieces import button, button_row, label

_WIDTH = 460
_TOLD = {
    FieldType.TEXT: "文字：一句话、一个名称",
    FieldType.LONG: "长文：几段话",
    FieldType.DATE: "日期",
    FieldType.NUMBER: "数目",
    FieldType.CHOICE: "选项：从几个里选一个",
    FieldType.LIST: "清单：一行一项",
    FieldType.PERSON: "人：职务和姓名",
}


class NewFactDialog(Dialog):
    """Asks for a new fact; `fact` is what came of it, None where the writer leaves."""

    def __init__(self, trouble: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`trouble` says why no fact can have a name, empty where one can."""
        super().__init__(parent)
        self.fact: Field | None = None
        self._trouble = trouble
        self.setWindowTitle("另加一个事实")
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(placeholderText="如：观摩项目")
        self.type = QComboBox()
        for each, told in _TOLD.items():
            self.type.addItem(told, each)
        self.choices = QLineEdit(placeholderText="用顿号隔开，如：开工、续建、竣工")
        self.example = QLineEdit(placeholderText="如：××产业园、××水厂")
        self.hint = QLineEdit(placeholderText="填什么、向谁要")
        self._told = label("", "warning")
        self._lay_out()
        self.type.currentIndexChanged.connect(self._show_choices)
        self._show_choices()
        self.name.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        boxes = (
            ("名称", self.name), ("类型", self.type), ("选项", self.choices), ("示例", self.example), ("提示", self.hint),
        )  # fmt: skip
        for row, (text, box) in enumerate(boxes):
            named = QLabel(text)
            named.setBuddy(box)
            box.setAccessibleName(f"事实的{text}")
            grid.addWidget(named, row, 0)
            grid.addWidget(box, row, 1)
            if box is self.choices:
                self._choices_name = named
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(label("加上以后，各个场合和模板都能用它。", "faint"))
        column.addLayout(grid)
        column.addWidget(self._told)
        column.addLayout(button_row(button("取消", self.reject), button("加上", self._take, "main")))

    def _show_choices(self) -> None:
        is_choice = self.type.currentData() == FieldType.CHOICE
        self.choices.setVisible(is_choice)
        self._choices_name.setVisible(is_choice)

    def _take(self) -> None:
        try:
            self.fact = self._read()
        except AppError as error:
            self._told.setText(str(error))
            return
        if self.fact is not None:
            self.accept()

    def _read(self) -> Field | None:
        """The fact; None, with the reason told, where it cannot be one. Raises UsageError for the example."""
        name, type_ = self.name.text().strip(), FieldType(self.type.currentData())
        choices = entries.read_list(self.choices.text()) if type_ is FieldType.CHOICE else ()
        trouble = self._trouble(name)
        if not trouble and type_ is FieldType.CHOICE and len(set(choices)) < 2:
            trouble = "选项至少写两个，互不相同。"
        if trouble:
            self._told.setText(trouble)
            return None
        fact = Field(name, type_, hint=self.hint.text().strip(), choices=choices)
        example = self.example.text().strip()
        value = typed(fact, example) if example else None
        return Field(name, type_, example=value, hint=fact.hint, choices=choices)

"""What is declared of one field: its name, what it asks, and with which value it is tried."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from app.core.errors import UsageError
from app.templating.designing import checked_name, with_choices, with_type
from app.templating.fields import Field, FieldType
from app.ui.forms.form import FieldForm
from app.ui.pieces import label
from app.ui.template_editor.words_box import WordsLine, WordsText

_TOLD = {
    FieldType.TEXT: "一行文字",
    FieldType.LONG: "可以有几行的文字",
    FieldType.DATE: "某年某月某日",
    FieldType.NUMBER: "数，不带单位",
    FieldType.CHOICE: "几个里面选一个",
    FieldType.LIST: "一项一行",
    FieldType.PERSON: "职务和姓名",
}
_NOT_USED = "正文里还没有用到：到“正文”一页把光标放好，从“字段”里选它。"
_DEFAULT, _EXAMPLE = "默认（没有填时就用它，可以不写）", "示例（预览里填的，虚写，如 ××市）"


class FieldCard(QWidget):
    """`changed` tells the field as it is now, and which part of it was changed."""

    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._field: Field | None = None
        self._others: tuple[str, ...] = ()
        self.name = WordsLine("名称", lambda _: self._told.setText(""))
        self.name.editingFinished.connect(self._rename)
        self._told = label("", "warning")
        self._uses = label("", "faint")
        self.type = QComboBox()
        self.type.setAccessibleName("类型")
        for each in FieldType:
            self.type.addItem(f"{each}：{_TOLD[each]}", each)
        self.type.activated.connect(
            lambda _: self._change(with_type(self._now(), FieldType(self.type.currentData())), "type")
        )
        self.required = QCheckBox("必填：这一项不能空着")
        self.required.clicked.connect(lambda on: self._change(replace(self._now(), required=on), "required"))
        self.choices = WordsText("选项", self._take_choices, "一行一个选项")
        self.choices.set_lines(4)
        self.values = FieldForm()
        self.values.edited.connect(self._take_values)
        self.values.committed.connect(lambda *_: self._take_values())
        self.hint = WordsText("提示", self._take_hint, "填什么、向谁要，写给填的人看")
        self.hint.set_lines(3)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, box in (("名称", self.name), ("类型", self.type), ("选项（一行一个）", self.choices)):
            told = QLabel(name)
            told.setBuddy(box)
            column.addWidget(told)
            column.addWidget(box)
            if box is self.name:
                column.addWidget(self._told)
                column.addWidget(self._uses)
            if box is self.choices:
                self._choices_name = told
        column.addWidget(self.required)
        column.addSpacing(6)
        column.addWidget(self.values)
        column.addSpacing(6)
        hint = QLabel("提示")
        hint.setBuddy(self.hint)
        column.addWidget(hint)
        column.addWidget(self.hint)

    def show_field(self, field: Field, others: tuple[str, ...], uses: int) -> None:
        """Show a field; `others` are the names of the others, `uses` how often the text has it."""
        is_other = self._field is None or self._field.name != field.name
        self._field, self._others = field, others
        if is_other or not self.name.hasFocus():
            self.name.show_words(field.name)
            self._told.setText("")
        self._told.setVisible(bool(self._told.text()))
        self._uses.setText(f"正文里用了 {uses} 处，改名时一起改。" if uses else _NOT_USED)
        with QSignalBlocker(self.type):
            self.type.setCurrentIndex(self.type.findData(field.type))
        self.required.setChecked(field.required)
        is_choice = field.type is FieldType.CHOICE
        self.choices.setVisible(is_choice)
        self._choices_name.setVisible(is_choice)
        lines = [line.strip() for line in self.choices.toPlainText().split("\n") if line.strip()]
        if is_other or list(dict.fromkeys(lines)) != list(field.choices):
            self.choices.show_words("\n".join(field.choices))
        self.values.ask(Field(name, field.type, choices=field.choices) for name in (_DEFAULT, _EXAMPLE))
        for name, value in ((_DEFAULT, field.default), (_EXAMPLE, field.example)):
            if is_other or self.values.rows[name].reading() != value:
                self.values.rows[name].put(value)
        self.hint.show_words(field.hint)

    @property
    def told(self) -> str:
        """What is said of the name that stands in its box; empty where it can be one."""
        return self._told.text()

    @property
    def uses(self) -> str:
        """What is said of the places in which the text has the field."""
        return self._uses.text()

    @property
    def is_sound(self) -> bool:
        """Whether all that stands in its boxes could be taken in."""
        return self._field is None or not self.isVisible() or (self.values.commit() and not self._told.text())

    def begin_renaming(self) -> None:
        """Let the writer type the name of a new field."""
        self.name.setFocus()
        self.name.selectAll()

    def _now(self) -> Field:
        assert self._field is not None
        return self._field

    def _change(self, field: Field, part: str) -> None:
        self.changed.emit(field, part)

    def _rename(self) -> None:
        if self._field is None or self.name.text().strip() == self._field.name:
            return
        try:
            name = checked_name(self.name.text(), self._others)
        except UsageError as error:
            self._told.setText(str(error))
            self._told.show()
            return
        self._change(replace(self._field, name=name), "name")

    def _take_choices(self, text: str) -> None:
        if self._field is not None and self._field.type is FieldType.CHOICE and text.strip():
            self._change(with_choices(self._field, text.split("\n")), "choices")

    def _take_values(self) -> None:
        if self._field is None:
            return
        said = self.values.reading()
        found = replace(self._field, default=said[_DEFAULT], example=said[_EXAMPLE])
        if found != self._field:
            self._change(found, "values")

    def _take_hint(self, text: str) -> None:
        if self._field is not None and text != self._field.hint:
            self._change(replace(self._field, hint=text), "hint")

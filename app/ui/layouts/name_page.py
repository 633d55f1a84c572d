"""What a layout is called, and what the files are called that are exported with it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.layouts.file_names import WORDS, file_name
from app.layouts.model import Layout
from app.ui.pieces import label

_EXAMPLE = {"title": "在全市项目建设推进会议上的讲话", "stage": "送审稿", "speaker": "×××"}
_DAY = date(2025, 5, 30)


class NamePage(QWidget):
    """Name and pattern of file names. `changed` gives the place of a setting and its value."""

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.pattern = QLineEdit(maxLength=60), QLineEdit(maxLength=100)
        self.told = label("", "faint")
        words = "、".join(WORDS)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for name, edit, key in (("名称", self.name, "名称"), ("导出的文件叫", self.pattern, "文件名")):
            edit.setAccessibleName(name)
            edit.textEdited.connect(lambda text, key=key: self.changed.emit(("", key), text))
            form.addRow(name, edit)
        form.addRow(self.told)
        form.addRow(label(f"可以写：{words}。稿子里没有的，连同括号一起去掉。", "faint"))

    def show_layout(self, layout: Layout) -> None:
        """Show what they are now."""
        for edit, text in ((self.name, layout.name), (self.pattern, layout.file_name)):
            if edit.text() != text:
                edit.setText(text)
        self.told.setText(f"如：{file_name(layout.file_name, day=_DAY, **_EXAMPLE)}.docx")

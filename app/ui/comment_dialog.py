"""The dialog in which a comment is written, changed or taken off."""

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.messages import ask
from app.ui.pieces import button, button_row, heading


class CommentDialog(QDialog):
    """One comment. `text` is what is to stand, empty where it is to go."""

    def __init__(self, parent: QWidget | None, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("批注")
        self.setMinimumWidth(440)
        self._before = text
        self._field = QPlainTextEdit(text)
        self._field.setAccessibleName("批注")
        self._field.setPlaceholderText("写明要核什么、问谁；导出后成为 Word 批注。\n按 Ctrl+Enter 写好。")
        self._field.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(heading("批注", 1.5))
        column.addWidget(self._field)
        buttons = [button("取消", self.reject), button("写好批注", self.accept, "main")]
        if text:
            buttons.insert(0, button("删除批注", self._take_off))
        column.addLayout(button_row(*buttons))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, self.accept)
        self._field.setFocus()

    @property
    def text(self) -> str:
        """The comment as written."""
        return self._field.toPlainText().strip()

    def reject(self) -> None:
        """Leave; asks where something that was written would be lost."""
        QGuiApplication.inputMethod().commit()
        if self.text and self.text != self._before.strip():
            chosen = ask(self, "批注还没有写好。", "放弃的话，刚才写的就没有了。", "写好批注", "放弃")
            if chosen is None:
                return
            if chosen == 0:
                self.accept()
                return
        super().reject()

    def _take_off(self) -> None:
        self._field.clear()
        self.accept()

"""Buttons above the text that put pieces into it, for those who do not know how they are written."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.core.computed import AGENDA_ITEM, AGENDA_SIZE, OPINIONS
from app.templating import snippets
from app.templating.fields import Field
from app.templating.shapes import Shape, forms_of, shape_of_field
from app.templating.snippets import Snippet
from app.ui.document.positions import units
from app.ui.template_editor.code_edit import CodeEdit

_SIGNS = (
    ("一级标题", "#"), ("二级标题", "##"), ("三级标题", "###"), ("四级标题", "####"),
    ("要点（另起一段）", "-"), ("要点（接排）", "+-"), ("接着上一段写", "+"), ("正文", ""),
    ("场上提示，如（鼓掌）", "@场上提示"), ("结束语，如 谢谢大家！", "@结束语"),
)  # fmt: skip
_COUNTS = (("几点意见", OPINIONS), ("共几项议程", AGENDA_SIZE), ("第几项议程", AGENDA_ITEM))
_WITHOUT_QUESTION = ("默认", "带单位")
"""Forms that need to be told something: not for a menu."""


class InsertBar(QWidget):
    """`names` gives the facts that are near, all others, and the fields of this section, whenever a menu opens."""

    def __init__(
        self, editor: CodeEdit, names: Callable[[], tuple[Iterable[Field], Iterable[Field], Iterable[Field]]]
    ) -> None:
        super().__init__()
        self._editor, self._names = editor, names
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._menus: tuple[tuple[str, str, Callable[[QMenu], None] | None], ...] = (
            ("事实", "放进会议名称、讲话人等全稿的事实，填了以后处处跟着改", self._fill_facts),
            ("字段", "放进只有这一节才问的内容", self._fill_fields),
            ("待填", "留一个给人填的空", None),
            ("标题和要点", "这一行是标题、要点，还是正文", self._fill_signs),
            ("有就写", "填了某一项才写这几行；选项的，各种选择各写一段", self._fill_when),
            ("逐项写", "清单里有几项就写几遍", self._fill_each),
            ("数出来的数", "由程序数的数，标题、议程增减了自动改", self._fill_counts),
        )
        for each in self._menus:
            row.addWidget(self._button(*each))
        row.addStretch(1)
        editor.menus = self._fill_menu

    def _button(self, name: str, told: str, fill: Callable[[QMenu], None] | None) -> QToolButton:
        made = QToolButton()
        made.setObjectName("insert")
        made.setText(name)
        made.setToolTip(told)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if fill is None:
            made.clicked.connect(self.put_to_fill)
            return made
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: _renew(menu, fill))
        made.setMenu(menu)
        return made

    def _fill_menu(self, menu: QMenu) -> None:
        for name, _, fill in self._menus:
            if fill is None:
                menu.addAction(name, self.put_to_fill)
                continue
            below = _below(menu, name)
            below.aboutToShow.connect(lambda menu=below, fill=fill: _renew(menu, fill))

    # What the menus hold

    def _fill_facts(self, menu: QMenu) -> None:
        near, others, _ = self._names()
        for field in near:
            self._add_value(menu, field)
        below = _below(menu, "其他事实") if menu.actions() else menu
        for field in others:
            self._add_value(below, field)

    def _fill_fields(self, menu: QMenu) -> None:
        for field in self._names()[2]:
            self._add_value(menu, field)
        if not menu.actions():
            menu.addAction("还没有字段，到“字段”一页添加").setEnabled(False)

    def _add_value(self, menu: QMenu, field: Field) -> None:
        """A value in its usual form; of one with several forms each of them with what it prints."""
        shape = shape_of_field(field)
        forms = [] if shape in (Shape.TEXT, Shape.VOCABULARY) else list(forms_of(shape).items())
        forms = [(form, told) for form, told in forms if form not in _WITHOUT_QUESTION]
        if not forms:
            menu.addAction(field.name, lambda: self.put(snippets.value(field.name))).setToolTip(field.hint)
            return
        below = _below(menu, field.name)
        below.addAction("照常印", lambda: self.put(snippets.value(field.name)))
        for form, told in forms:
            below.addAction(f"{form}\t{told}", lambda form=form: self.put(snippets.value(field.name, form)))

    def _fill_signs(self, menu: QMenu) -> None:
        for name, sign in _SIGNS:
            menu.addAction(name, lambda sign=sign: self.put_sign(sign))

    def _fill_when(self, menu: QMenu) -> None:
        self._add_each(menu, lambda field: self.put_lines(lambda inner: snippets.when_given(field, inner)))

    def _fill_each(self, menu: QMenu) -> None:
        self._add_each(
            menu, lambda field: self.put_lines(lambda inner: snippets.for_each(field.name, inner)), Shape.LIST
        )
        if not menu.actions():
            menu.addAction("没有类型是清单的事实和字段").setEnabled(False)

    def _add_each(self, menu: QMenu, deed: Callable[[Field], None], shape: Shape | None = None) -> None:
        near, others, own = (
            [each for each in group if shape in (None, shape_of_field(each))] for group in self._names()
        )
        for field in (*own, *near):
            menu.addAction(field.name, lambda field=field: deed(field))
        below = _below(menu, "其他事实") if menu.actions() and others else menu
        for field in others:
            below.addAction(field.name, lambda field=field: deed(field))

    def _fill_counts(self, menu: QMenu) -> None:
        for told, name in _COUNTS:
            menu.addAction(told, lambda name=name: self.put(snippets.counted(name)))

    # What they do

    def put_to_fill(self) -> None:
        """Leave a place open; what was selected is what is asked for there."""
        text = self._editor.textCursor().selectedText()
        self.put(snippets.to_fill("" if "\u2029" in text else text))

    def put(self, snippet: Snippet) -> None:
        """Put a piece in the place of what is selected."""
        self._put_at(self._editor.textCursor(), snippet)

    def _put_at(self, cursor: QTextCursor, snippet: Snippet) -> None:
        start = cursor.selectionStart()
        cursor.insertText(snippet.text)
        cursor.setPosition(start + units(snippet.text, snippet.start))
        cursor.setPosition(start + units(snippet.text, snippet.stop), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()

    def put_lines(self, make: Callable[[str], Snippet]) -> None:
        """Put lines around those that are selected, or below the line of the cursor."""
        cursor = self._editor.textCursor()
        chosen = cursor.hasSelection()
        _whole_lines(cursor)
        inner = cursor.selectedText().replace("\u2029", "\n")
        if not chosen and inner.strip():
            cursor.setPosition(cursor.selectionEnd())
            made = make("")
            self._put_at(cursor, Snippet(f"\n{made.text}", made.start + 1, made.stop + 1))
        else:
            self._put_at(cursor, make(inner))

    def put_sign(self, sign: str) -> None:
        """Make headings, points or paragraphs of the lines that are selected."""
        cursor = self._editor.textCursor()
        _whole_lines(cursor)
        lines = cursor.selectedText().split("\u2029")
        text = "\n".join(snippets.with_sign(line, sign) for line in lines)
        self._put_at(cursor, Snippet(text, len(text), len(text)))


def _whole_lines(cursor: QTextCursor) -> None:
    """Select all of the lines in which something is selected."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    begin = cursor.position()
    cursor.setPosition(end)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    stop = cursor.position()
    cursor.setPosition(begin)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)


def _below(menu: QMenu, name: str) -> QMenu:
    """A menu in a menu, which is its parent: one that Qt makes itself goes with its Python wrapper."""
    made = QMenu(name, menu)
    menu.addMenu(made)
    return made


def _renew(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    menu.clear()
    for below in menu.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        below.deleteLater()
    fill(menu)

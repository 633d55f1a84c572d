"""A template of the writer's own, open in the editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.core.draft import Draft
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.ui.tasks import Tasks
from app.ui.template_editor.dialog import TemplateEditor
from app.ui.theme import Theme
from tests.ui.hands import type_chinese

TEXT = """+++
# 我自己的开场
名称 = "我的开场"
部件 = ["kaichang"]
字数 = 40
写法 = "直接开场"
提示 = "照通知写"

[字段.单位]
类型 = "文字"
示例 = "市教育局"
提示 = "主办的单位"
[字段.点位]
类型 = "清单"
示例 = ["一厂", "二厂"]
提示 = "现场"
+++
今天召开{{ 会议名称 }}，由{{ 单位 }}主办。
{% if 点位 %}
会前看了{{ 点位|顿号 }}。
{% endif %}
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program with a home of this test alone: its files are written."""
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path / "home")}))


@pytest.fixture
def path(program: Program) -> Path:
    found = program.own.folder / "sections" / "wode" / "wode_kaichang.j2"
    found.parent.mkdir(parents=True)
    found.write_text(TEXT, "utf-8")
    return found


class Desk:
    """An editor and the hands on it."""

    def __init__(self, editor: TemplateEditor, qtbot) -> None:
        self.editor, self._qtbot = editor, qtbot
        self.work, self.code = editor.work, editor.work.code
        self.trials = 0
        editor.work.checked.connect(self._count)

    def _count(self) -> None:
        self.trials += 1

    @property
    def body(self) -> str:
        return self.work.source.body

    def keys(self, text: str) -> None:
        """Type with keys; Chinese comes from an input method."""
        for char in text:
            if char == "\n":
                QTest.keyClick(self.code, Qt.Key.Key_Return)
            elif char.isascii():
                QTest.keyClick(self.code, char)
            else:
                type_chinese(self.code, char)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.code, key, modifier)

    def go_to(self, words: str, after: bool = True) -> None:
        """Put the cursor behind some words, or before them."""
        cursor = QTextCursor(self.code.document())
        at = self.body.index(words)
        cursor.setPosition(at + len(words) if after else at)
        self.code.setTextCursor(cursor)

    def select(self, words: str) -> None:
        cursor = QTextCursor(self.code.document())
        at = self.body.index(words)
        cursor.setPosition(at)
        cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
        self.code.setTextCursor(cursor)

    def settle(self) -> None:
        """Wait until what stands there now was tried, and told."""
        before = self.trials
        self.work.trial.renew()
        self._qtbot.waitUntil(lambda: self.trials > before and self.work.trial.is_idle)
        self.work.tell_now()

    def preview(self) -> str:
        self.settle()
        return self.work.trial.page.text()

    def offered(self) -> list[str]:
        found = self.code.completer
        return [offer.name for offer in found.list.offers.offers] if found.is_shown else []


@pytest.fixture
def open_editor(qtbot, program: Program, tasks: Tasks, theme: Theme) -> Callable[..., Desk]:
    def open_it(path: Path, draft: Draft | None = None) -> Desk:
        editor = TemplateEditor(program, tasks, theme, path, draft)
        qtbot.addWidget(editor, before_close_func=lambda each: each.work.source.steps.setClean())
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        desk = Desk(editor, qtbot)
        desk.code.setFocus()
        desk.settle()
        qtbot.waitUntil(lambda: bool(desk.code.completer.letters))
        return desk

    return open_it


@pytest.fixture
def desk(open_editor: Callable[..., Desk], path: Path) -> Desk:
    return open_editor(path)

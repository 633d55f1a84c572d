"""The open draft is shown in another layout, and in the standard one where its own is gone."""

from dataclasses import replace

import pytest

from app.core.markup import parse_markup
from app.jobs.opening import Opened
from app.ui.main_window import MainWindow
from tests.ui.dialogs import Presser


@pytest.fixture
def written(window: MainWindow) -> MainWindow:
    """The window with a small draft in it."""
    window.files.take(Opened(parse_markup("@标题 讲话\n# 统一思想\n正文一段。\n"), None))
    return window


def test_another_layout_shows_the_same_draft_and_is_a_change(written: MainWindow) -> None:
    assert written.bench.document is not None
    blocks = written.bench.document.draft().blocks
    written.bench.layout.change("guanli")
    draft = written.bench.document.draft()
    assert (draft.layout, draft.blocks) == ("guanli", blocks)
    assert written.bench.document.isModified()


def test_a_draft_whose_layout_is_gone_is_shown_in_the_standards_and_told_so_once(
    written: MainWindow, qapp
) -> None:
    presser = Presser()
    assert written.bench.document is not None
    lost = replace(written.bench.document.draft(), layout="meiyou")
    presser("知道了")
    written.bench.show_draft(lost)
    presser("知道了")
    written.bench.layout.change("meiyou")
    assert len(presser.told) == 2
    assert all("这份稿子用的版式“meiyou”不在了，先照公文标准排。" in each for each in presser.told)
    assert not any(".toml" in each for each in presser.told)
    document = written.bench.document
    assert document is not None and document.presentation.layout.id == "gb9704"
    assert document.draft().layout == "meiyou"

"""Pages to look at have the lines, characters and margins of the layout."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.repair import repaired
from app.export.walk import printed_paragraphs
from app.jobs.layout_sample import about_pages, example_speech, paragraphs_to_see
from app.jobs.program import Program
from app.layouts.changing import with_lines, with_settings
from app.layouts.model import Layout
from app.ui.layouts.preview import LayoutPreview
from app.ui.layouts.typesetting import PageSetter, SetPage
from app.ui.tasks import Tasks
from app.ui.theme import Theme

CJK = "同志们要真抓实干推动各项工作落地见效"


def words(count: int) -> str:
    return (CJK * (count // len(CJK) + 1))[:count]


def pages(layout: Layout, *written: tuple[Kind, str], most: int = 3) -> list[SetPage]:
    draft = repaired(
        Draft(blocks=tuple(Block("", kind, plain_runs(text)) for kind, text in written)), counting_ids()
    )
    return PageSetter(layout, most).set(tuple(printed_paragraphs(draft)))


@pytest.mark.parametrize(("lines", "characters"), [(22, 28), (20, 26), (17, 24)])
def test_a_page_full_of_text_has_the_lines_and_characters_of_the_layout(
    standard: Layout, lines: int, characters: int
) -> None:
    layout = with_lines(standard, lines, characters)
    first, second, *_ = pages(layout, (Kind.BODY, words(lines * characters * 3)))
    assert [len(line) for line in first.texts()] == [characters - 2, *[characters] * (lines - 1)]
    assert [len(line) for line in second.texts()] == [characters] * lines


def test_a_heading_goes_with_what_follows_it(standard: Layout) -> None:
    first, second, *_ = pages(
        standard, (Kind.BODY, words(26 + 28 * 20)), (Kind.H1, "提高站位"), (Kind.BODY, words(60))
    )
    assert len(first.lines) == 21
    assert second.texts()[0] == "一、提高站位"


def test_no_more_pages_are_set_than_are_asked_for(standard: Layout) -> None:
    assert len(pages(standard, (Kind.BODY, words(28 * 22 * 9)), most=2)) == 2


def test_a_blank_line_stands_between_head_and_text_and_above_the_signoff(standard: Layout) -> None:
    page, *_ = pages(standard, (Kind.TITLE, "在会上的讲话"), (Kind.BODY, "正文。"), (Kind.SIGNOFF, "××市"))
    title, body, signoff = page.lines
    pitch = 57.9
    assert title.height == 64
    assert body.top == pytest.approx(64 + pitch)
    assert signoff.top - body.top == pytest.approx(2 * pitch)


def test_the_example_has_three_pages_and_every_level(standard: Layout, program: Program) -> None:
    speech = example_speech(program)
    kinds = {block.kind for block in speech.blocks}
    assert {Kind.TITLE, Kind.BYLINE, Kind.DATE, Kind.SALUTATION, Kind.H1, Kind.H2, Kind.H3, Kind.H4} <= kinds
    assert {Kind.POINT, Kind.CLOSING, Kind.SIGNOFF} <= kinds
    found = PageSetter(standard, 4).set(paragraphs_to_see(program, speech, standard))
    assert len(found) == about_pages(speech, standard) == 3


def test_the_preview_shows_one_page_or_two_and_the_numbers_on_them(
    standard: Layout, program: Program, tasks: Tasks, theme: Theme, qtbot
) -> None:
    preview = LayoutPreview(program, tasks, theme, None)
    qtbot.addWidget(preview)
    preview.show()
    preview.show_layout(standard)
    qtbot.waitUntil(lambda: bool(preview.sheets.texts()))
    assert preview.sheets.edges() == [("", "— 1 —")]
    preview.pages.setFocus()
    qtbot.keyClick(preview.pages, Qt.Key.Key_Down)
    assert preview.sheets.edges() == [("", "— 2 —"), ("", "— 3 —")]
    assert len(preview.sheets.texts()) == 2
    without = with_settings(standard, {("page_number", "首页"): False, ("page_header", "文字"): "内部"}, {})
    preview.show_layout(without)
    preview.pages.setCurrentIndex(0)
    assert preview.sheets.edges() == [("内部", "")]


def test_the_open_draft_may_be_looked_at_instead(
    standard: Layout, program: Program, tasks: Tasks, theme: Theme, qtbot
) -> None:
    draft = repaired(Draft(blocks=(Block("", Kind.BODY, plain_runs("自己的稿子。")),)), counting_ids())
    preview = LayoutPreview(program, tasks, theme, draft)
    qtbot.addWidget(preview)
    preview.show()
    preview.show_layout(standard)
    preview.speech.setCurrentIndex(1)
    qtbot.waitUntil(lambda: preview.sheets.texts() == [["自己的稿子。"]])


def test_a_layout_that_cannot_be_set_leaves_the_sheets_and_says_why(
    standard: Layout, program: Program, tasks: Tasks, theme: Theme, qtbot
) -> None:
    preview = LayoutPreview(program, tasks, theme, None)
    qtbot.addWidget(preview)
    preview.show()
    preview.show_layout(replace(standard, page=replace(standard.page, left=6000, right=6000)))
    assert "版心所剩无几" in preview.told.text()

"""The page that dialogs show beside what is chosen and written."""

from PySide6.QtWidgets import QApplication

from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.core.place import Place
from app.layouts.model import Layout
from app.ui.editor.colours import page_colours
from app.ui.new_draft.page_preview import PagePreview
from app.ui.theme import Theme


def test_it_turns_dark_and_light_with_the_window(
    qtbot, qapp: QApplication, theme: Theme, layout: Layout
) -> None:
    page = PagePreview(layout, theme)
    qtbot.addWidget(page)
    page.show_draft(parse_markup("今天召开会议。\n", counting_ids()), layout)
    page.mark([(Place(0, 2), Place(0, 4))])
    page.show()
    for dark in (True, False):
        theme.dress(qapp, dark)
        seen = page.grab().toImage()
        colours = page_colours(dark)
        assert seen.pixelColor(2, 2) == colours.ground
        every = {
            seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(0, seen.height(), 2)
        }
        assert {colours.page.name(), colours.found.name()} <= every
    assert page.marked() == ["召开"]


def test_what_is_marked_is_brought_into_view_and_gone_with_the_next_draft(
    qtbot, theme: Theme, layout: Layout
) -> None:
    page = PagePreview(layout, theme)
    qtbot.addWidget(page)
    page.resize(500, 300)
    page.show()
    draft = parse_markup("\n".join(["这一段和别的一样。"] * 60 + ["最后一段。"]) + "\n", counting_ids())
    page.show_draft(draft, layout)
    assert page.verticalScrollBar().value() == 0
    page.mark([(Place(60, 0), Place(60, 4))])
    assert page.marked() == ["最后一段"] and page.verticalScrollBar().value() > 0
    page.show_draft(draft, layout)
    assert page.marked() == []

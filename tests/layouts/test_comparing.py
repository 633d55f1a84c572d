"""What sets a layout apart is named once: what follows from it is not."""

from collections.abc import Callable

from app.layouts.comparing import differing
from app.layouts.model import Layout

Changed = Callable[[str], Layout]


def test_a_layout_does_not_differ_from_itself(layout: Layout) -> None:
    assert list(differing(layout, layout)) == []


def test_lines_that_follow_the_pages_are_not_named(changed: Changed, layout: Layout) -> None:
    assert list(differing(changed("[grid]\n行距 = 28"), layout)) == [("grid", "行距")]


def test_a_spacing_of_all_that_has_the_bodys_size_is_named_once(changed: Changed, layout: Layout) -> None:
    spaced = changed("[grid]\n字数 = 20\n字距 = 6")
    assert list(differing(spaced, layout)) == [("grid", "字距")]
    apart = changed("[grid]\n字数 = 20\n字距 = 6\n[styles.h1]\n字距 = 1")
    assert list(differing(apart, layout)) == [("grid", "字距"), ("styles.h1", "字距")]


def test_a_lead_is_named_only_where_it_is_not_as_its_heading(changed: Changed, layout: Layout) -> None:
    assert list(differing(changed("[styles.h2]\n加粗 = true"), layout)) == [("styles.h2", "加粗")]
    apart = changed("[styles.h2]\n加粗 = true\n领句加粗 = false")
    assert list(differing(apart, layout)) == [("styles.h2", "加粗")]
    lead = changed("[styles.h2]\n领句加粗 = true")
    assert list(differing(lead, layout)) == [("styles.h2", "领句加粗")]


def test_fonts_of_its_own_are_named(changed: Changed, layout: Layout) -> None:
    own = changed('[fonts.xin]\n中文 = "新体"\n西文 = "Arial"')
    assert ("fonts.xin", "中文") in list(differing(own, layout))

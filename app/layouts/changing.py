"""One setting of a layout changed: what follows it goes on following it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.layouts.build import build_layout
from app.layouts.fitting import fitted
from app.layouts.model import Font, Layout
from app.layouts.values import Entry, Value, entries, put, values_of

Place = tuple[str, str]
"""Table and key of a setting in a layout's file, as ("styles.h1", "字号")."""


def settings_of(layout: Layout) -> dict[Place, Value]:
    """Every setting with its value, in the words and units of a layout's file."""
    return {(entry.table, entry.key): entry.value for entry in entries(layout)}


def with_settings(layout: Layout, changes: Mapping[Place, Value], fonts: Mapping[str, Font]) -> Layout:
    """The layout with these settings; it is not checked whether it fits the paper.

    Pitch and spacing of styles follow the page's as far as they did; lines, characters and those of a title are
    counted anew. A font that is named and not there is taken from `fonts`. Raises ReadError for a value that
    no layout file may have.
    """
    values = values_of(layout)
    for (table, key), value in changes.items():
        put(values, Entry(table, key, value))
        if key == "字体" and isinstance(value, str) and value not in layout.fonts:
            _add_font(values, fonts[value])
    return _refitted(layout, build_layout(layout.id, values, checked=False))


def with_lines(layout: Layout, lines: int, characters: int) -> Layout:
    """The layout with pitch and spacing for so many lines and characters a page. Raises ReadError for too many."""
    return build_layout(layout.id, fitted(values_of(layout), layout, lines, characters), checked=False)


def with_font(layout: Layout, font: Font) -> Layout:
    """The layout with a font put in under its ID, in the place of the one that has it."""
    values = values_of(layout)
    _add_font(values, font)
    return build_layout(layout.id, values, checked=False)


def _add_font(values: dict[str, Any], font: Font) -> None:
    entry = {"中文": font.east, "西文": font.west, "替代": list(font.fallbacks)}
    values["fonts"] = {**values["fonts"], font.id: entry}


def _refitted(before: Layout, after: Layout) -> Layout:
    """With the characters of a title's line as they fit now, where they were all that fitted before."""
    fit = after.title_fit
    if before.title_most != before.title_fit or after.title_most != before.title_most or fit < 4:
        return after
    best = max(4, fit - (before.title_most - before.title_best))
    return replace(after, title_most=min(fit, 60), title_best=min(best, 60))

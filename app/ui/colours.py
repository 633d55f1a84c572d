"""The window's colours by their use, light and dark (LOOK.md). The page has its own (app/ui/editor/colours.py)."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Colours:
    """What the window is painted with; the style sheet names them with an @."""

    ground: QColor
    """Behind the page."""
    pane: QColor
    """Toolbar, outline, panels, dialogs."""
    field: QColor
    """Boxes to type in."""
    text: QColor
    faint: QColor
    """What stands beside: counts, hints."""
    disabled: QColor
    line: QColor
    hover: QColor
    place: QColor
    """The row where the cursor is."""
    accent: QColor
    """The one filled button, the current place."""
    accent_hover: QColor
    on_accent: QColor
    selection: QColor
    warning: QColor
    """What is told beside a box."""
    done: QColor


def window_colours(dark: bool) -> Colours:
    """The light or the dark set."""
    if dark:
        return Colours(
            ground=QColor("#1E1F22"),
            pane=QColor("#232427"),
            field=QColor("#2B2D31"),
            text=QColor("#D8D7D3"),
            faint=QColor("#A6A49F"),
            disabled=QColor("#66676A"),
            line=QColor("#3A3C40"),
            hover=QColor("#2E3034"),
            place=QColor("#34363B"),
            accent=QColor("#C44A3F"),
            accent_hover=QColor("#D4594D"),
            on_accent=QColor("#FFFFFF"),
            selection=QColor("#3A4E6E"),
            warning=QColor("#E2A458"),
            done=QColor("#6FBF8E"),
        )
    return Colours(
        ground=QColor("#F3F2EF"),
        pane=QColor("#FAF9F7"),
        field=QColor("#FFFFFF"),
        text=QColor("#222222"),
        faint=QColor("#6B6862"),
        disabled=QColor("#A9A69E"),
        line=QColor("#DDDAD3"),
        hover=QColor("#EFEDE8"),
        place=QColor("#ECE7DE"),
        accent=QColor("#B23A30"),
        accent_hover=QColor("#9C3028"),
        on_accent=QColor("#FFFFFF"),
        selection=QColor("#CFDDF2"),
        warning=QColor("#96590C"),
        done=QColor("#2F7D4F"),
    )

"""The colours of the page, light and dark (LOOK.md); told apart by more than colour everywhere."""

from dataclasses import dataclass

from PySide6.QtGui import QColor

from app.core.kinds import Layer


@dataclass(frozen=True)
class PageColours:
    """What the page is painted with."""

    ground: QColor
    page: QColor
    edge: QColor
    text: QColor
    quiet: QColor
    """Numbers, marks in the margin."""
    placeholder: QColor
    placeholder_line: QColor
    query: QColor
    bind: QColor
    found: QColor
    """Behind what a search found."""
    layers: dict[Layer, QColor]


_LAYERS_LIGHT = {
    Layer.UNDERSTANDING: QColor("#3F6FB5"),
    Layer.SITUATION: QColor("#2A8C82"),
    Layer.TASKS: QColor("#C4861A"),
    Layer.SAFEGUARDS: QColor("#8B5A9B"),
}
_LAYERS_DARK = {
    Layer.UNDERSTANDING: QColor("#6C97D6"),
    Layer.SITUATION: QColor("#4DB3A8"),
    Layer.TASKS: QColor("#DDA544"),
    Layer.SAFEGUARDS: QColor("#B286C2"),
}


def page_colours(dark: bool) -> PageColours:
    """The light or the dark set."""
    if dark:
        return PageColours(
            QColor("#1E1F22"), QColor("#27292C"), QColor("#3A3C40"), QColor("#D8D7D3"), QColor("#9A9A96"),
            QColor("#4A4330"), QColor("#B9A35E"), QColor("#E0913A"), QColor("#7C7F85"), QColor("#3B4A3A"),
            _LAYERS_DARK,
        )  # fmt: skip
    return PageColours(
        QColor("#F3F2EF"), QColor("#FFFFFF"), QColor("#DDDAD3"), QColor("#222222"), QColor("#77746C"),
        QColor("#FFF3CF"), QColor("#B59A3C"), QColor("#D9761A"), QColor("#A8A59C"), QColor("#DCE9D2"),
            _LAYERS_LIGHT,
    )  # fmt: skip

"""What our Word files call things: the styles of kinds, as Word shows them, and the hidden bookmarks of blocks.

Export writes these names and import finds its way back by them. Other programs give styles ids of their own;
names they keep.
"""

from collections.abc import Mapping

from app.core.kinds import KIND_NAMES, Kind
from app.layouts.model import SIGNOFF_LAST

BOOKMARK = "_sc_"
"""How the bookmark begins that wraps a block; the block's id follows."""

BASE_BOOKMARK = "_sc_0"
"""How the bookmarks begin that wrap what a unit's own file has around the draft; a number follows."""

STYLE_NAMES: Mapping[str, str] = {
    **KIND_NAMES,
    SIGNOFF_LAST: "落款末行",
    Kind.TITLE: "讲话稿标题",
    Kind.SUBTITLE: "讲话稿副题",
    Kind.DATE: "讲话日期",
    Kind.BODY: "讲话稿正文",
}
"""The paragraph style of each kind, and that of the last line of a signoff."""

POINT_LEAD = "要点领句"
"""The character style of a point's bold first sentence."""


def run_in_name(kind: Kind) -> str:
    """The paragraph style of a run-in heading."""
    return f"{STYLE_NAMES[kind]}（接排）"


def lead_name(kind: Kind) -> str:
    """The character style of a run-in heading's lead."""
    return f"{STYLE_NAMES[kind].removesuffix('标题')}领句"


def kind_bookmark(block_id: str, kind: Kind) -> str:
    """The bookmark of a block in a file whose styles are a unit's own and do not tell its kind."""
    return f"{BOOKMARK}{block_id}_{kind}"

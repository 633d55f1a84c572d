"""What kind each paragraph is that this program exported: its style tells, or on a unit's own file its bookmark.

There one style may stand for several kinds, and the bookmark says which. Where the writer gave a paragraph another
of the unit's styles in Word, it has become what that style is used for in the rest of the file.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.core.kinds import HEADINGS, Kind
from app.importing.paragraphs import Paragraph
from app.layouts.model import SIGNOFF_LAST
from app.layouts.word_names import STYLE_NAMES, run_in_name

RUN_IN: Mapping[str, Kind] = {run_in_name(kind): kind for kind in HEADINGS}
_OURS: Mapping[str, Kind] = {
    **{STYLE_NAMES[kind]: kind for kind in Kind},
    STYLE_NAMES[SIGNOFF_LAST]: Kind.SIGNOFF,
    **RUN_IN,
}


def own_kinds(paragraphs: Sequence[Paragraph]) -> Sequence[Kind | None]:
    """The kind of each paragraph; None for what neither style nor bookmark tells."""
    told = [(each.style, each.kind) for each in paragraphs if each.style not in _OURS]
    uses = Counter((style, kind) for style, kind in told if kind is not None)
    homes: dict[Kind, str] = {}
    """The style in which most paragraphs of a kind are."""
    usual: dict[str, Kind] = {}
    """What most paragraphs of a style are, of those that are at home in it."""
    for (style, kind), _ in uses.most_common():
        if homes.setdefault(kind, style) == style:
            usual.setdefault(style, kind)
    return [
        _OURS.get(each.style)
        or (
            each.kind
            if each.kind is None or homes[each.kind] == each.style
            else usual.get(each.style, each.kind)
        )
        for each in paragraphs
    ]

"""Which kinds of files a folder of templates holds, and where."""

from enum import StrEnum
from pathlib import PurePath

from app.layouts.read import is_layout_id
from app.templating.occasion import is_template_id

FACTS_ID = "facts"
BASE_SUFFIXES = (".docx", ".dotx")
"""A unit's own Word file that lies beside its layout and has its ID."""


class OwnKind(StrEnum):
    """The kinds, by the folder in which their files are; facts are one file, `facts.toml`."""

    SECTIONS = "sections"
    OCCASIONS = "occasions"
    FIELDS = "fields"
    LAYOUTS = "layouts"
    FACTS = "facts"

    @property
    def word(self) -> str:
        """What a writer calls it."""
        return _WORDS[self]

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return ".j2" if self is OwnKind.SECTIONS else ".toml"

    def may_be_id(self, text: str) -> bool:
        """Whether a text can be the ID of one of this kind."""
        if self is OwnKind.FACTS:
            return text == FACTS_ID
        return is_layout_id(text) if self is OwnKind.LAYOUTS else is_template_id(text)


_WORDS = {
    OwnKind.SECTIONS: "节模板",
    OwnKind.OCCASIONS: "场合",
    OwnKind.FIELDS: "领域",
    OwnKind.LAYOUTS: "版式",
    OwnKind.FACTS: "事实",
}


def kind_at(relative: PurePath) -> OwnKind | None:
    """The kind of the file at a place in a folder of templates; None for what is none of them.

    A layout's base file is of the kind of its layout.
    """
    parts, suffix = relative.parts, relative.suffix
    if parts == (f"{FACTS_ID}.toml",):
        return OwnKind.FACTS
    kind = next((each for each in OwnKind if len(parts) > 1 and each == parts[0]), None)
    if kind in (None, OwnKind.FACTS):
        return None
    if kind is OwnKind.LAYOUTS:
        return kind if len(parts) == 2 and suffix in (".toml", *BASE_SUFFIXES) else None
    return kind if suffix == kind.suffix else None

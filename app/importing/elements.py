"""What an element of HTML says of the text in it: by its name, and by the styles that office programs write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.importing.report import Fate

PARAGRAPHS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section "
        "summary table tbody tfoot thead ul",
    )
)
"""Elements that stand by themselves."""
_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "applet area audio base canvas datalist embed frame frameset head iframe input link map math meta noembed "
        "noframes noscript object option param rp script select source style svg template textarea title track "
        "video xml",
    )
)
_BOLD, _CROSSED_OUT = ("b", "strong"), ("del",)
_OUTLINE_LEVEL = re.compile(r"mso-outline-level:\s*([1-4])\b")
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight:\s*(\w+)")
_WHITE_SPACE = re.compile(r"(?:^|;)\s*white-space(?:-collapse)?:\s*([\w-]+)")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display:\s*none|visibility:\s*(?:hidden|collapse)|mso-hide:\s*all)")
_SYMBOLS = re.compile("[·•●○■□◆◇▪➢➤✓✔–—*§Øülnqo\uf000-\uf0ff-]")
"""What stands before items of a list in office programs, in fonts of symbols as letters."""


@dataclass(frozen=True, slots=True)
class Style:
    """What holds within an element. `fate` says why the text is not taken, None where it is or needs no word."""

    bold: bool = False
    kept: bool = True
    fate: Fate | None = None
    lines: bool = False
    """Line ends of the source are line ends."""
    level: int | None = None
    is_number: bool = False
    """The text is the number before the paragraph."""


def style_within(outer: Style, name: str, attributes: Mapping[str, str]) -> Style:
    """What holds within an element of that name that stands where `outer` holds."""
    css = attributes.get("style", "").lower()
    if not outer.kept:
        return outer
    if name in _UNSEEN or "hidden" in attributes or _HIDDEN.search(css):
        return replace(outer, kept=False, fate=None)
    if _is_comment(css, attributes.get("class", "").lower()):
        return replace(outer, kept=False, fate=Fate.COMMENT)
    if name in _CROSSED_OUT:
        return replace(outer, kept=False, fate=Fate.DELETED)
    spaces = _WHITE_SPACE.search(css)
    return replace(
        outer,
        bold=_bold(outer.bold, name, css),
        lines=spaces[1] in ("pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks")
        if spaces
        else outer.lines or name == "pre",
        level=_level(name, css, attributes) or outer.level,
        is_number=outer.is_number or "mso-list:ignore" in css.replace(" ", ""),
    )


def is_symbol(number: str) -> bool:
    """Whether what stands before an item of a list only marks it and counts nothing."""
    return _SYMBOLS.fullmatch(number) is not None


def _is_comment(css: str, names: str) -> bool:
    """Whether it is one of Word's comments, or the sign in the text that points to one."""
    return "mso-element:comment" in css or "mso-special-character:comment" in css or "msocom" in names


def _bold(outer: bool, name: str, css: str) -> bool:
    weight = _WEIGHT.search(css)
    if weight is not None:
        said = weight[1]
        return (
            said in ("bold", "bolder")
            or (said.isdigit() and int(said[:4]) >= 600)
            or (outer and said == "inherit")
        )
    return outer or name in _BOLD


def _level(name: str, css: str, attributes: Mapping[str, str]) -> int | None:
    if re.fullmatch("h[1-4]", name):
        return int(name[1])
    if attributes.get("role") == "heading" and attributes.get("aria-level", "") in ("1", "2", "3", "4"):
        return int(attributes["aria-level"])
    outline = _OUTLINE_LEVEL.search(css)
    heading = re.search(r"\bmsoheading([1-4])\b", attributes.get("class", "").lower())
    found = outline or heading
    return int(found[1]) if found else None

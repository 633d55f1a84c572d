"""styles.xml: what a layout says of each kind, as Word styles under the names that the trade knows.

Headings have two styles a level: on a line of their own (kept with the next paragraph), and run-in
(接排), which is the body's but for level and number, with the lead in a character style: keeping run-in
paragraphs with the next costs 4 of 22 lines a page (DESIGN.md §7).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.core.kinds import HEADINGS, Kind
from app.export.oxml.comments import comment_styles
from app.export.oxml.footers import edge_styles
from app.export.oxml.formatting import (
    NORMAL,
    fonts_of,
    indents,
    number_properties,
    own_style,
    run_properties,
    spacing,
)
from app.export.oxml.xml import element, part, switch, value
from app.layouts import word_names
from app.layouts.model import STYLES, Layout
from app.layouts.word_names import STYLE_NAMES, lead_name, run_in_name

POINT_LEAD = "ScPointLead"
"""The id of the character style of a point's bold first sentence."""

_BUILT_IN_STYLES = 376
"""How many styles Word itself knows; all but ours are kept out of its lists."""
_CELL_MARGINS = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
"""Word's own, in twips."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """Blanks that depend on what stands next to what, by style name, in 1/100 lines.

    They are written into the styles, so that no paragraph needs formatting of its own; between paragraphs
    of the same style they are not set.
    """

    before: Mapping[str, int] = field(default_factory=dict[str, int])
    after: Mapping[str, int] = field(default_factory=dict[str, int])


def style_id(name: str) -> str:
    """The id of the paragraph style of a kind or `signoff_last`."""
    return "Sc" + name.title().replace("_", "")


def run_in_id(kind: Kind) -> str:
    """The id of the paragraph style of a run-in heading."""
    return style_id(kind) + "RunIn"


def lead_id(kind: Kind) -> str:
    """The id of the character style of a run-in heading's lead."""
    return style_id(kind) + "Lead"


def styles_part(layout: Layout, gaps: Gaps, auto_numbers: bool) -> bytes:
    """The part. With `auto_numbers` headings carry Word's own numbering."""
    styles = [_defaults(layout), _latent(), _normal(layout), *_defaults_of_word()]
    for name in STYLES:
        styles.append(_paragraph_style(name, layout, gaps, auto_numbers))
        if name in HEADINGS:
            styles += [_run_in_style(Kind(name), layout), _lead_style(Kind(name), layout)]
    styles.append(_character_style(POINT_LEAD, word_names.POINT_LEAD, element("rPr", "<w:b/>")))
    styles += [*edge_styles(layout), *comment_styles()]
    return part("styles", *styles)


def _defaults(layout: Layout) -> str:
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return element(
        "docDefaults",
        element("rPrDefault", element("rPr", fonts_of(layout.body.font), language)),
        element("pPrDefault"),
    )


def _latent() -> str:
    return element(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=_BUILT_IN_STYLES,
    )


def _normal(layout: Layout) -> str:
    """The style below all others: line breaking after Chinese rules, no blank between Chinese and Latin.

    Blanks between Chinese and digits (autoSpaceDE, autoSpaceDN) would leave fewer than 28 characters a line.
    """
    paragraph = element(
        "pPr",
        switch("widowControl", False),
        "<w:kinsoku/><w:overflowPunct/>",
        switch("autoSpaceDE", False),
        switch("autoSpaceDN", False),
        element("spacing", before=0, after=0, line=layout.body.line, lineRule="exact"),
        value("jc", "both"),
    )
    return element(
        "style",
        value("name", "Normal"),
        "<w:qFormat/>",
        paragraph,
        run_properties(layout.body),
        type="paragraph",
        default=1,
        styleId=NORMAL,
    )


def _defaults_of_word() -> list[str]:
    """The default character, table and list styles, which programs look for in every file."""
    margins = "".join(element(side, w=width, type="dxa") for side, width in _CELL_MARGINS)
    table = element("tblPr", element("tblInd", w=0, type="dxa"), element("tblCellMar", margins))
    names = (
        ("character", "Default Paragraph Font", ""),
        ("table", "Normal Table", table),
        ("numbering", "No List", ""),
    )
    return [
        element(
            "style",
            value("name", name),
            value("uiPriority", 99),
            "<w:semiHidden/><w:unhideWhenUsed/>",
            content,
            type=type_,
            default=1,
            styleId=name.replace(" ", ""),
        )
        for type_, name, content in names
    ]


def _paragraph_style(name: str, layout: Layout, gaps: Gaps, auto_numbers: bool) -> str:
    style = layout.styles[name]
    before, after = gaps.before.get(name, 0), gaps.after.get(name, 0)
    paragraph = element(
        "pPr",
        switch("keepNext", style.keep_next),
        number_properties(HEADINGS.index(Kind(name)), 1) if auto_numbers and name in HEADINGS else "",
        switch("snapToGrid", style.snap),
        spacing(layout, style, max(style.before, before), max(style.after, after)),
        indents(style),
        "<w:contextualSpacing/>" if before or after else "",
        value("jc", style.alignment),
        "" if style.outline is None else value("outlineLvl", style.outline),
    )
    next_style = style_id(Kind.BODY if name in HEADINGS else name)
    return own_style(
        "paragraph", style_id(name), STYLE_NAMES[name], NORMAL, next_style, paragraph, run_properties(style)
    )


def _run_in_style(kind: Kind, layout: Layout) -> str:
    """Based on the style of the heading on its own line, from which it has level and number."""
    body, heading = layout.body, layout.styles[kind]
    paragraph = element(
        "pPr",
        switch("keepNext", False),
        switch("snapToGrid", body.snap),
        spacing(layout, body, body.before, body.after),
        indents(body),
        value("jc", body.alignment),
        "" if heading.outline is None else value("outlineLvl", heading.outline),
    )
    return own_style(
        "paragraph",
        run_in_id(kind),
        run_in_name(kind),
        style_id(kind),
        style_id("body"),
        paragraph,
        run_properties(body),
    )


def _lead_style(kind: Kind, layout: Layout) -> str:
    style = layout.styles[kind]
    return _character_style(
        lead_id(kind), lead_name(kind), run_properties(replace(style, bold=style.lead_bold))
    )


def _character_style(name: str, shown: str, properties: str) -> str:
    return own_style("character", name, shown, None, None, properties)

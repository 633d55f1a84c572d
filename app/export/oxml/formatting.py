"""What styles are made of: fonts, indents, spacing, numbers, and a style itself."""

from app.export.oxml.xml import element, switch, value
from app.layouts.model import Font, Layout, ParagraphStyle

NORMAL = "Normal"
"""The style below all others."""


def own_style(type_: str, name: str, shown: str, base: str | None, next_: str | None, *content: str) -> str:
    """A style of ours: its type, id, the name that Word shows, the style below it and that of the next paragraph."""
    return element(
        "style",
        value("name", shown),
        "" if base is None else value("basedOn", base),
        "" if next_ is None else value("next", next_),
        value("uiPriority", 1),
        "<w:qFormat/>",
        *content,
        type=type_,
        customStyle=1,
        styleId=name,
    )


def number_properties(level: int, number: int) -> str:
    """Level from 0 and instance of Word's own numbering."""
    return element("numPr", value("ilvl", level), value("numId", number))


def fonts_of(font: Font) -> str:
    """Font properties; every kind of character named, so that no font of a theme can come in."""
    return element("rFonts", ascii=font.west, hAnsi=font.west, eastAsia=font.east, cs=font.west)


def run_properties(style: ParagraphStyle) -> str:
    """What a style says of characters, all of it, so that nothing is inherited by accident."""
    return element(
        "rPr",
        fonts_of(style.font),
        switch("b", style.bold),
        value("spacing", style.spacing),
        value("sz", style.size),
        value("szCs", style.size),
    )


def spacing(layout: Layout, style: ParagraphStyle, before: int, after: int) -> str:
    """Line height and the blanks around a paragraph, these in 1/100 lines; in twips too for other programs."""
    return element(
        "spacing",
        beforeLines=before,
        before=layout.blank_twips(before),
        afterLines=after,
        after=layout.blank_twips(after),
        line=style.line,
        lineRule="exact",
    )


def indents(style: ParagraphStyle) -> str:
    """Indents in 1/100 characters, and in twips for programs that do not know these."""
    return element(
        "ind",
        leftChars=style.left,
        left=style.indent_twips(style.left),
        rightChars=style.right,
        right=style.indent_twips(style.right),
        firstLineChars=style.first_line,
        firstLine=style.indent_twips(style.first_line),
    )

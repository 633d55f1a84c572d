"""What a style of a unit's file looks like in the end, and by which names it is found."""

import pytest
from lxml import etree

from app.export.base.looks import Look, Looks
from app.export.base.styles import BaseStyles
from tests.importing.word.files import part

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="等线"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def style(name: str, run: str = "", paragraph: str = "", based_on: str = "", more: str = "") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    content = f'<w:name w:val="{name}"/>{based}{more}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>'
    return f'<w:style w:type="paragraph" w:styleId="{name}">{content}</w:style>'


def styles(*written: str, defaults: str = "") -> BaseStyles:
    return BaseStyles(
        etree.fromstring(part("styles", f"<w:docDefaults>{defaults}</w:docDefaults>{''.join(written)}"))
    )


def look(run: str = "", paragraph: str = "", defaults: str = "", pitch: int = 0) -> Look:
    found = styles(style("a", run, paragraph), defaults=defaults)
    return Looks(found, etree.fromstring(THEME), pitch).of("a")


def test_the_nearest_word_holds_and_what_it_does_not_say_comes_from_below() -> None:
    found = styles(
        style("上", '<w:sz w:val="32"/><w:b w:val="0"/>', based_on="下"),
        style("下", '<w:sz w:val="44"/><w:b/><w:rFonts w:eastAsia="黑体" w:ascii="Arial"/>'),
    )
    assert Looks(found, None, 0).of("上") == Look(east="黑体", west="Arial", size=32, line=32 * 13)


def test_documents_defaults_hold_where_no_style_speaks() -> None:
    defaults = '<w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    assert (look(defaults=defaults).east, look(defaults=defaults).size) == ("宋体", 21)


@pytest.mark.parametrize(("theme", "font"), [("majorEastAsia", "宋体"), ("minorEastAsia", "等线")])
def test_fonts_of_the_theme_are_named(theme: str, font: str) -> None:
    assert look(f'<w:rFonts w:eastAsiaTheme="{theme}"/>').east == font


def test_a_font_that_is_named_overrules_that_of_the_theme_below() -> None:
    found = styles(
        style("上", '<w:rFonts w:eastAsia="仿宋"/>', based_on="下"),
        style("下", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'),
    )
    assert Looks(found, etree.fromstring(THEME), 0).of("上").east == "仿宋"


@pytest.mark.parametrize(
    ("indent", "characters"),
    [
        ('w:firstLine="640"', 200),
        ('w:firstLineChars="200" w:firstLine="1"', 200),
        ('w:firstLineChars="0" w:firstLine="640"', 200),
        ('w:hanging="640"', 0),
        ("", 0),
    ],
)
def test_indents_are_counted_in_characters(indent: str, characters: int) -> None:
    assert look('<w:sz w:val="32"/>', f"<w:ind {indent}/>").first_line == characters


@pytest.mark.parametrize(
    ("spacing", "line"),
    [
        ('w:line="560" w:lineRule="exact"', 560),
        ('w:line="360"', 624),
        ('w:line="360" w:lineRule="auto"', 624),
        ('w:line="300" w:lineRule="atLeast"', 416),
        ("", 416),
    ],
)
def test_lines_are_counted_in_twips(spacing: str, line: int) -> None:
    """A single line of 16 points is 20.8 points high."""
    assert look('<w:sz w:val="32"/>', f"<w:spacing {spacing}/>").line == line


def test_blanks_may_be_counted_in_lines_of_the_grid() -> None:
    assert (
        look(paragraph='<w:spacing w:beforeLines="50" w:before="1" w:after="20"/>', pitch=579).before == 290
    )
    assert look(paragraph='<w:spacing w:after="20"/>').after == 20


def test_a_font_that_is_named_overrules_that_of_the_theme_in_the_defaults() -> None:
    fonts = '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/>'
    defaults = f"<w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault>"
    found = look('<w:rFonts w:eastAsia="仿宋"/>', defaults=defaults)
    assert (found.east, found.west) == ("仿宋", "Calibri")


@pytest.mark.parametrize("name", ["标题 1", "heading 1", "Heading 1", "标题1"])
def test_words_own_styles_are_found_by_the_name_it_shows_and_by_that_of_the_file(name: str) -> None:
    found = styles(style("heading 1")).named(name)
    assert found is not None and found.name == "标题 1"


def test_of_two_styles_of_a_name_the_one_that_is_not_hidden_is_found() -> None:
    hidden = style("正文", more="<w:semiHidden/>").replace('w:styleId="正文"', 'w:styleId="甲"')
    found = styles(hidden, style("Normal")).named("正文")
    assert found is not None and found.id == "Normal"


def test_styles_that_are_based_on_each_other_are_read_to_an_end() -> None:
    found = styles(style("甲", based_on="乙"), style("乙", '<w:sz w:val="30"/>', based_on="甲"))
    assert Looks(found, None, 0).of("甲").size == 30


def test_numbers_out_of_all_proportion_are_not_believed() -> None:
    assert look('<w:sz w:val="99999999999"/>', '<w:spacing w:line="-5"/>').size == 20

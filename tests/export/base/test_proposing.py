"""Which style of a unit's file is likely meant for which kind."""

from collections.abc import Mapping

import pytest
from lxml import etree

from app.core.kinds import Kind
from app.export.base.looks import Looks
from app.export.base.proposing import proposed
from app.export.base.styles import BaseStyles
from tests.importing.word.files import part

INDENT = '<w:ind w:firstLineChars="200"/>'
CENTRED = '<w:jc w:val="center"/>'


def style(name: str, run: str = "", paragraph: str = "", own: bool = True, hidden: bool = False) -> str:
    custom = ' w:customStyle="1"' if own else ""
    content = (
        f'<w:name w:val="{name}"/>{"<w:semiHidden/>" * hidden}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>'
    )
    return f'<w:style w:type="paragraph"{custom} w:styleId="{name}">{content}</w:style>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def level(outline: int) -> str:
    return f'<w:outlineLvl w:val="{outline}"/>'


def found(*written: str) -> Mapping[str, tuple[str, str]]:
    """Name and reason by kind."""
    styles = BaseStyles(etree.fromstring(part("styles", "".join(written))))
    looks = Looks(styles, None, 0)
    guesses = proposed(styles.usable, {each.id: looks.of(each.id) for each in styles.paragraphs})
    return {kind: (each.style.name, each.reason) for kind, each in guesses.items()}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("讲话稿标题", Kind.TITLE), ("一级标题", Kind.H1), ("称谓", Kind.SALUTATION), ("落款", Kind.SIGNOFF)],
)
def test_styles_of_our_own_exports_are_known(name: str, kind: Kind) -> None:
    assert found(style(name))[kind] == (name, "样式名相同")


def test_units_names_are_known_before_words_own_styles() -> None:
    guesses = found(
        style("heading 1", paragraph=level(0), own=False),
        style("公文一级", paragraph=level(0)),
        style("Normal", size(21), INDENT, own=False),
        style("公文正文", size(32), INDENT),
    )
    assert guesses[Kind.H1][0] == "公文一级"
    assert guesses[Kind.BODY][0] == "公文正文"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("局一级", Kind.H1),
        ("本局二级标题", Kind.H2),
        ("局 称谓", Kind.SALUTATION),
        ("县委办三级", Kind.H3),
        ("局发文机关署名", Kind.SIGNOFF),
    ],
)
def test_a_name_is_known_behind_the_units_own(name: str, kind: Kind) -> None:
    assert found(style(name)) == {kind: (name, "看样式名")}


@pytest.mark.parametrize("name", ["附件标题", "表格标题", "表格正文", "页眉日期"])
def test_what_may_be_the_title_of_anything_is_not_taken_by_its_ending(name: str) -> None:
    assert found(style(name, size(24), CENTRED)) == {}


def test_an_outline_level_tells_a_heading_whatever_it_is_called() -> None:
    assert found(style("本局大点", paragraph=level(1)))[Kind.H2] == ("本局大点", "大纲 2 级")


def test_words_own_headings_are_taken_where_the_unit_made_them_its_own() -> None:
    assert found(style("heading 1", size(32), level(0), own=False))[Kind.H1] == ("标题 1", "看样式名")


@pytest.mark.parametrize("run", [size(44), '<w:color w:val="365F91" w:themeColor="accent1"/>'])
def test_words_own_headings_as_word_has_them_are_not(run: str) -> None:
    assert Kind.H1 not in found(style("heading 1", run, level(0), own=False))


def test_a_title_stands_in_the_middle_and_a_letterhead_is_none() -> None:
    assert Kind.TITLE not in found(style("Title", size(44), own=False))
    assert Kind.TITLE not in found(style("红头", size(60), CENTRED))
    assert found(style("Title", size(44), CENTRED, own=False))[Kind.TITLE] == ("标题", "看样式名")
    assert found(style("甲", size(44), CENTRED), style("红头", size(60), CENTRED))[Kind.TITLE] == (
        "甲",
        "看样子",
    )


def test_a_body_is_set_in_and_what_is_not_is_none() -> None:
    assert Kind.BODY not in found(style("Normal", size(32), own=False))
    assert found(style("Normal", size(32), INDENT, own=False))[Kind.BODY] == ("正文", "看样式名")
    assert found(style("甲", size(28), INDENT), style("乙", size(32), INDENT))[Kind.BODY] == ("乙", "看样子")


def test_points_and_closing_follow_the_body() -> None:
    guesses = found(style("公文正文", size(32), INDENT))
    assert guesses[Kind.POINT] == guesses[Kind.CLOSING] == ("公文正文", "和正文一样")


def test_hidden_styles_and_those_for_other_things_are_not_proposed() -> None:
    assert found(style("一级标题", hidden=True), style("toc 1", size(32), INDENT)) == {}

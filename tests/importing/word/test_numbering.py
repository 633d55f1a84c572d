"""Numbers that Word computes are those that it prints."""

import pytest

from app.importing.report import Fate
from tests.importing.word.files import left_out, p, paragraphs, texts


def lvl(at: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(at: int, start: int | None = None, level: str = "") -> str:
    begins = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{at}">{begins}{level}</w:lvlOverride>'


def numbered(name: int | str, at: int | None = 0, text: str = "甲", style: str = "") -> str:
    level = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    return p(text, style=style, properties=f'<w:numPr>{level}<w:numId w:val="{name}"/></w:numPr>')


OFFICIAL = abstract(
    0,
    lvl(0, "%1、", "chineseCountingThousand"),
    lvl(1, "（%2）", "chineseCountingThousand"),
    lvl(2, "%3."),
    lvl(3, "（%4）"),
)


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [found.number for found in paragraphs(body, numbering=numbering, styles=styles)]


def test_four_levels_count_and_begin_anew_below_a_higher_one() -> None:
    levels = [0, 1, 2, 3, 3, 1, 2, 0, 1]
    body = "".join(numbered(1, level) for level in levels)
    assert numbers(body, OFFICIAL + num(1, 0)) == [
        "一、", "（一）", "1.", "（1）", "（2）", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_the_number_stands_apart_from_the_text() -> None:
    [found] = paragraphs(numbered(1, 0, "提高站位"), numbering=OFFICIAL + num(1, 0))
    assert (found.number, found.text) == ("一、", "提高站位")


def test_text_between_does_not_begin_a_list_anew() -> None:
    assert numbers(numbered(1) + p("正文") + numbered(1), OFFICIAL + num(1, 0)) == ["一、", "", "二、"]


def test_levels_are_printed_together_and_those_above_that_never_came_as_they_begin() -> None:
    outline = abstract(0, lvl(0, "%1", start=3), lvl(1, "%1.%2"))
    body = numbered(1, 1) + numbered(1, 0) + numbered(1, 1)
    assert numbers(body, outline + num(1, 0)) == ["3.1", "3", "3.1"]


def test_a_place_for_a_deeper_level_prints_nothing() -> None:
    assert numbers(numbered(1), abstract(0, lvl(0, "%1-%2"), lvl(1, "%2")) + num(1, 0)) == ["1-"]


def test_a_list_begins_where_it_says() -> None:
    assert numbers(numbered(1) * 2, abstract(0, lvl(0, "第%1条", start=5)) + num(1, 0)) == ["第5条", "第6条"]
    assert numbers(
        numbered(1), abstract(0, '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>') + num(1, 0)
    ) == ["0."]


def test_a_level_may_count_on_through_higher_ones_or_begin_anew_after_some_only() -> None:
    never = abstract(0, lvl(0, "%1"), lvl(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    assert numbers("".join(numbered(1, at) for at in (0, 1, 0, 1)), never + num(1, 0)) == ["1", "1", "2", "2"]
    first = abstract(0, lvl(0, "%1"), lvl(1, "%2"), lvl(2, "%3", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(numbered(1, at) for at in (0, 1, 2, 1, 2, 0, 1, 2))
    assert numbers(body, first + num(1, 0)) == ["1", "1", "1", "2", "2", "2", "1", "1"]


def test_instances_of_a_list_count_on_together_and_one_with_a_start_begins_there_once() -> None:
    numbering = OFFICIAL + num(1, 0) + num(2, 0) + num(3, 0, override(0, start=1))
    body = numbered(1) + numbered(2) + numbered(3) + numbered(3) + numbered(1)
    assert numbers(body, numbering) == ["一、", "二、", "一、", "二、", "三、"]


def test_lists_count_apart() -> None:
    numbering = OFFICIAL + abstract(1, lvl(0, "%1)")) + num(1, 0) + num(2, 1)
    assert numbers(numbered(1) + numbered(2) + numbered(1), numbering) == ["一、", "1)", "二、"]


def test_an_instance_may_print_a_level_in_its_own_way() -> None:
    own = num(1, 0, override(0, level=lvl(0, "第%1", "decimalEnclosedCircle")))
    assert numbers(numbered(1) * 2, OFFICIAL + own) == ["第①", "第②"]


def test_a_level_may_print_all_numbers_in_digits() -> None:
    legal = abstract(0, lvl(0, "%1、", "chineseCounting"), lvl(1, "%1.%2", "upperRoman", "<w:isLgl/>"))
    assert numbers(numbered(1) + numbered(1, 1), legal + num(1, 0)) == ["一、", "1.1"]
    off = abstract(0, lvl(0, "%1", "chineseCounting", '<w:isLgl w:val="0"/>'))
    assert numbers(numbered(1), off + num(1, 0)) == ["一"]


def test_a_form_of_its_own_stands_beside_one_for_older_programs() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{custom}<w:lvlText w:val="%1"/></w:lvl>'
    assert numbers(numbered(1), abstract(0, level) + num(1, 0)) == ["001"]


def style(name: str, number: str = "", based_on: str = "") -> str:
    base = based_on and f'<w:basedOn w:val="{based_on}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{number and f'<w:numPr>{number}</w:numPr>'}</w:pPr></w:style>"
    )


TIED = abstract(
    0,
    lvl(0, "%1、", "chineseCounting", '<w:pStyle w:val="A"/>'),
    lvl(1, "（%2）", "chineseCounting", '<w:pStyle w:val="B"/>'),
) + num(1, 0)


def test_a_number_comes_from_the_style_and_its_level_from_the_list_that_is_tied_to_it() -> None:
    styles = style("A", '<w:numId w:val="1"/>') + style("B", '<w:numId w:val="1"/>')
    assert numbers(p("甲", style="A") + p("乙", style="B"), TIED, styles) == ["一、", "（一）"]


def test_a_style_has_number_and_level_of_the_one_that_it_is_based_on() -> None:
    styles = (
        style("B", '<w:ilvl w:val="0"/><w:numId w:val="1"/>')
        + style("C", based_on="B")
        + style("D", based_on="C")
    )
    assert numbers(p("甲", style="C") + p("乙", style="D"), TIED, styles) == ["（一）", "（二）"]


def test_a_style_may_have_only_the_level_of_its_own() -> None:
    plain = abstract(0, lvl(0, "%1"), lvl(1, "%1.%2")) + num(1, 0)
    styles = style("A", '<w:numId w:val="1"/>') + style("B", '<w:ilvl w:val="1"/>', based_on="A")
    assert numbers(p("甲", style="A") + p("乙", style="B"), plain, styles) == ["1", "1.1"]


def test_a_paragraph_takes_off_the_number_of_its_style_or_has_another() -> None:
    styles = style("A", '<w:numId w:val="1"/>')
    numbering = TIED + abstract(5, lvl(0, "%1)")) + num(7, 5)
    body = numbered(0, style="A") + numbered(7, style="A") + p("甲", style="A")
    assert numbers(body, numbering, styles) == ["", "1)", "一、"]


def test_a_paragraph_may_move_the_number_of_its_style_to_another_level() -> None:
    styles = style("A", '<w:numId w:val="1"/>')
    moved = p("甲", style="A", properties='<w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert numbers(p("甲", style="A") + moved, TIED, styles) == ["一、", "（一）"]


def test_a_list_may_be_that_of_a_numbering_style() -> None:
    link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert numbers(numbered(2) + numbered(1), OFFICIAL + link + num(1, 0) + num(2, 1), styles) == [
        "一、",
        "二、",
    ]


def test_bullets_are_listed_and_no_number() -> None:
    bullets = abstract(0, lvl(0, "●", "bullet")) + num(1, 0)
    assert texts(numbered(1, 0, "抓落实"), numbering=bullets) == ["抓落实"]
    assert left_out(numbered(1), numbering=bullets) == [(Fate.BULLET, "●")]


def test_a_level_without_number_prints_the_words_around_it() -> None:
    none = abstract(0, lvl(0, "附件%1：", "none"), lvl(1, "", "none")) + num(1, 0)
    assert numbers(numbered(1) + numbered(1, 1), none) == ["附件：", ""]


def test_the_number_of_an_empty_paragraph_counts_and_is_listed() -> None:
    assert numbers(numbered(1, text="") + numbered(1), OFFICIAL + num(1, 0)) == ["二、"]
    assert left_out(numbered(1, text=""), numbering=OFFICIAL + num(1, 0)) == [(Fate.NUMBER, "一、")]


@pytest.mark.parametrize("name", ["9", "x", ""])
def test_a_list_that_is_not_there_numbers_nothing(name: str) -> None:
    assert numbers(numbered(name), OFFICIAL + num(1, 0) + num(9, 77)) == [""]


def test_numbers_out_of_all_proportion_are_not_believed() -> None:
    huge = abstract(0, lvl(0, "%1", "upperLetter", start=10**30)) + num(1, 0)
    assert numbers(numbered(1), huge) == ["0"]
    assert numbers(numbered(1, 10**9), OFFICIAL + num(1, 0)) == ["一、"]

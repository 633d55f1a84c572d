"""Word's own numbering counts as the draft does, in programs that count through all instances and in others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.core.draft import Block, Draft, plain_runs
from app.core.ids import counting_ids
from app.core.kinds import HEADINGS, Kind
from app.core.numbering import ordinals
from app.core.repair import repaired
from tests.export.samples import OPTIONS, W, exported_parts

AUTO = replace(OPTIONS, numbering="auto")


def counted(parts: dict[str, etree._Element], shared: bool) -> list[int]:
    """The numbers that a program gives the headings; `shared` counts on through all instances, as Word does.

    ECMA-376 part 1, 17.9.15 and 17.9.27: a level begins at its start, or at that of its instance when it
    first comes in that; a higher level begins it anew.
    """
    style_levels = {
        style.get(f"{W}styleId"): int(style.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val"))
        for style in parts["word/styles.xml"].iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }
    overrides = {
        (int(num.get(f"{W}numId")), int(override.get(f"{W}ilvl"))): int(override[0].get(f"{W}val"))
        for num in parts["word/numbering.xml"].iter(f"{W}num")
        for override in num.iter(f"{W}lvlOverride")
    }
    counters: dict[int, list[int]] = {}
    used: set[tuple[int, int]] = set()
    found: list[int] = []
    for properties in parts["word/document.xml"].iter(f"{W}pPr"):
        style = properties.find(f"{W}pStyle").get(f"{W}val").removesuffix("RunIn")
        if style not in style_levels:
            continue
        level, number = style_levels[style], 1
        direct = properties.find(f"{W}numPr")
        if direct is not None:
            level, number = (int(direct.find(f"{W}{tag}").get(f"{W}val")) for tag in ("ilvl", "numId"))
        counts = counters.setdefault(0 if shared else number, [0] * len(HEADINGS))
        first = (number, level) not in used
        used.add((number, level))
        counts[level] = (
            overrides[number, level] if first and (number, level) in overrides else counts[level] + 1
        )
        counts[level + 1 :] = [0] * (len(HEADINGS) - level - 1)
        found.append(counts[level])
    return found


headings = st.builds(
    Block,
    id=st.just(""),
    kind=st.sampled_from([*HEADINGS, Kind.PART, Kind.BODY, Kind.POINT]),
    runs=st.sampled_from([plain_runs("观点"), plain_runs("观点。正文。"), ()]),
    restart=st.sampled_from([False, False, False, True]),
)


@settings(max_examples=150)
@given(st.lists(headings, max_size=25))
def test_word_counts_as_the_draft_does(blocks: list[Block]) -> None:
    speech = repaired(Draft(blocks=tuple(blocks)), counting_ids())
    wanted = [
        ordinal
        for block, ordinal in zip(speech.blocks, ordinals(speech.blocks), strict=True)
        if ordinal and block.kind in HEADINGS
    ]
    parts = exported_parts(speech, AUTO)
    assert counted(parts, shared=True) == wanted
    assert counted(parts, shared=False) == wanted


def test_headings_carry_no_number_as_text_and_points_do() -> None:
    body = exported_parts("# 甲。\n+- 乙。\n## 丙\n", AUTO)["word/document.xml"]
    texts = ["".join(paragraph.itertext()) for paragraph in body.iter(f"{W}p")]
    assert texts == ["甲。一是乙。", "丙"]


def test_a_draft_without_restarts_needs_no_numbers_on_paragraphs() -> None:
    parts = exported_parts("# 甲\n## 乙\n## 丙\n# 丁\n## 戊。己。\n", AUTO)
    assert not list(parts["word/document.xml"].iter(f"{W}numPr"))
    assert len(list(parts["word/numbering.xml"].iter(f"{W}num"))) == 1


def test_the_four_levels_are_those_of_the_standard() -> None:
    """GB/T 9704 7.3.3."""
    levels = list(exported_parts(options=AUTO)["word/numbering.xml"].iter(f"{W}lvl"))
    shown = [
        (level.find(f"{W}numFmt").get(f"{W}val"), level.find(f"{W}lvlText").get(f"{W}val"))
        for level in levels
    ]
    assert shown == [
        ("chineseCountingThousand", "%1、"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    ]
    assert {level.find(f"{W}suff").get(f"{W}val") for level in levels} == {"nothing"}


@pytest.mark.parametrize(("name", "bold"), [("gb9704", ["0"] * 4), ("guanli", ["0", None, None, "0"])])
def test_a_number_is_as_bold_as_its_heading(name: str, bold: list[str | None]) -> None:
    levels = exported_parts(options=AUTO, name=name)["word/numbering.xml"].iter(f"{W}lvl")
    assert [level.find(f"{W}rPr/{W}b").get(f"{W}val") for level in levels] == bold


def test_without_own_numbering_there_is_none_in_the_file() -> None:
    parts = exported_parts()
    assert "word/numbering.xml" not in parts
    assert not list(parts["word/styles.xml"].iter(f"{W}numPr"))

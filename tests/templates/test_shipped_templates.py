"""What the templates that come with the program promise to writers, beyond what `validate` asks of anybody's."""

import itertools
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.core.counting import block_counts
from app.core.draft import Draft
from app.core.kinds import HEAD_KINDS
from app.templating import trials
from app.templating.block_checks import expected_length
from app.templating.compose import compose, section_blocks
from app.templating.fields import by_name
from app.templating.library import Library, load_library
from app.templating.occasion import Occasion
from app.templating.rendering import Renderer
from app.templating.section_template import SectionTemplate
from app.templating.validate import validate

FOLDER = Path(__file__).resolve().parents[2] / "templates"
OCCASIONS = ("tuijinhui", "zhuchici", "huanyingci")
COPIED = 15
"""So many characters in a row, outside placeholders, are a copy and no longer a turn of phrase."""

NOT_PROSE = re.compile(
    r"【[^【】]*】|\{\{.*?\}\}|\{%.*?%\}|\{.*?\}|\[.\]\(=@\w+\)|^[@#+-]+\w*", re.DOTALL | re.MULTILINE
)


@cache
def library() -> Library:
    return load_library([FOLDER])


def templates() -> list[SectionTemplate]:
    return list(library().sections.values())


def prose(template: SectionTemplate) -> list[str]:
    """The stretches of a template's text that print as they stand."""
    return [part.strip() for part in NOT_PROSE.sub("\n", template.body).splitlines() if part.strip()]


def windows(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (text[at : at + COPIED] for at in range(len(text) - COPIED + 1))


def test_nothing_in_any_file_is_wrong_or_doubtful() -> None:
    assert library().problems == ()
    assert [str(remark) for remark in validate(FOLDER, library(), Renderer())] == []


def test_every_template_is_offered_somewhere() -> None:
    offered = {
        name
        for occasion in library().occasions.values()
        for slot in occasion.slots
        for name in slot.templates
    }
    assert set(library().sections) == offered


def drafts(occasion: Occasion, filled: bool) -> Iterator[tuple[dict[str, str], Draft]]:
    """The drafts in which every template of the occasion stands at least once."""
    values = trials.examples if filled else trials.nothing
    for turn in range(max(len(slot.templates) for slot in occasion.slots)):
        chosen = {slot.id: slot.templates[turn % len(slot.templates)] for slot in occasion.slots}
        fields = {slot: values(by_name(library().section(name).fields)) for slot, name in chosen.items()}
        yield chosen, compose(library(), Renderer(), occasion.id, values(library().facts), chosen, fields)


@pytest.mark.parametrize(("occasion_id", "filled"), list(itertools.product(OCCASIONS, (True, False))))
def test_every_choice_of_templates_keeps_within_the_length_of_the_occasion(
    occasion_id: str, filled: bool
) -> None:
    occasion = library().occasion(occasion_id)
    assert occasion.length is not None
    for chosen, draft in drafts(occasion, filled):
        length = expected_length([block for block in draft.blocks if block.kind not in HEAD_KINDS])
        assert occasion.length[0] <= length <= occasion.length[1], chosen


@pytest.mark.parametrize("occasion_id", OCCASIONS)
def test_nothing_empty_is_left_when_no_fact_is_known(occasion_id: str) -> None:
    for chosen, draft in drafts(library().occasion(occasion_id), filled=False):
        for block in draft.blocks:
            assert block.text.strip("（）：，。； "), chosen
            assert not re.search("[，。；：、]{2}|^[，。；、]|（）|“”", block.text), (chosen, block.text)


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_half_of_a_section_is_prose_that_can_stay(template: SectionTemplate) -> None:
    facts, fields = trials.examples(library().facts), trials.examples(by_name(template.fields))
    blocks = section_blocks(library(), Renderer(), template.id, facts, fields)
    written = sum(count.characters for count in block_counts(blocks))
    assert written >= 0.49 * expected_length(blocks)


@pytest.mark.parametrize("template", templates(), ids=lambda template: template.id)
def test_the_hint_is_three_to_six_sentences(template: SectionTemplate) -> None:
    assert 3 <= len(re.findall("[。！？]", template.hint)) <= 6


@pytest.mark.parametrize("what", ["prose", "hint"])
def test_no_two_templates_share_a_sentence(what: str) -> None:
    owner: dict[str, str] = {}
    shared: set[tuple[str, str, str]] = set()
    for template in templates():
        for window in windows(prose(template) if what == "prose" else [template.hint, template.approach]):
            other = owner.setdefault(window, template.id)
            if other != template.id:
                shared.add((other, template.id, window))
    assert shared == set()

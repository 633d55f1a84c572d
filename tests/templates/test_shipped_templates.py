"""What the templates that come with the program promise to writers, beyond what `validate` asks of anybody's."""

import itertools
import re
from collections.abc import Iterator

import pytest

from app.core.draft import Draft
from app.lang.segmenter import JiebaSegmenter
from app.templating import trials
from app.templating.compose import compose
from app.templating.fields import by_name
from app.templating.occasion import Occasion
from app.templating.section_template import SectionTemplate
from app.templating.validate import validate
from app.templating.vocabulary import Vocabulary
from tests.templates import faults, report, stock

OCCASIONS = list(stock.library().occasions.values())
TEMPLATES = list(stock.library().sections.values())
VOCABULARIES = list(stock.library().vocabularies.values())


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    return JiebaSegmenter(tmp_path_factory.mktemp("jieba"))


@pytest.fixture(scope="module")
def lengths() -> stock.Lengths:
    return stock.Lengths()


def test_nothing_in_any_file_is_wrong_or_doubtful() -> None:
    assert stock.library().problems == ()
    assert [str(remark) for remark in validate(stock.FOLDER, stock.library(), stock.renderer())] == []


def test_every_template_is_offered_somewhere() -> None:
    slots = (slot for occasion in OCCASIONS for form in occasion.forms() for slot in form.slots)
    assert set(stock.library().sections) == {name for slot in slots for name in slot.templates}


@pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda occasion: occasion.id)
def test_an_occasion_gives_a_choice_and_drafts_of_the_usual_length_and_shares(
    occasion: Occasion, lengths: stock.Lengths, segmenter: JiebaSegmenter
) -> None:
    assert list(faults.of_occasion(occasion, lengths, segmenter)) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_template_has_a_hint_parallel_headings_and_says_something(
    template: SectionTemplate, segmenter: JiebaSegmenter
) -> None:
    assert list(faults.of_template(template, segmenter)) == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.id)
def test_a_field_of_work_is_complete_and_parallel(vocabulary: Vocabulary, segmenter: JiebaSegmenter) -> None:
    assert list(faults.of_vocabulary(vocabulary, segmenter)) == []


@pytest.mark.parametrize("texts", [stock.all_prose, stock.all_hints], ids=["prose", "hints"])
def test_no_two_files_share_a_sentence(texts: stock.Texts) -> None:
    assert list(stock.collisions(texts())) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_the_hint_is_three_to_six_sentences(template: SectionTemplate) -> None:
    assert 3 <= len(re.findall("[。！？]", template.hint)) <= 6


def drafts(form: Occasion, filled: bool) -> Iterator[tuple[dict[str, str], Draft]]:
    """The drafts in which every template of the occasion stands at least once."""
    library, values = stock.library(), trials.examples if filled else trials.nothing
    facts = values(library.facts)
    for occasion in OCCASIONS:
        if form in occasion.variants:
            facts = facts.with_value(occasion.variant_fact, form.variant)
    for turn in range(max(len(slot.templates) for slot in form.slots)):
        chosen = {slot.id: slot.templates[turn % len(slot.templates)] for slot in form.slots}
        fields = {slot: values(by_name(library.sections[name].fields)) for slot, name in chosen.items()}
        yield chosen, compose(library, stock.renderer(), form.id, facts, chosen, fields)


@pytest.mark.parametrize(
    ("form", "filled"),
    list(itertools.product([form for each in OCCASIONS for form in each.forms()], (True, False))),
    ids=lambda value: f"{value.id}{value.variant}" if isinstance(value, Occasion) else str(value),
)
def test_no_draft_has_an_empty_place(form: Occasion, filled: bool) -> None:
    for chosen, draft in drafts(form, filled):
        for block in draft.blocks:
            assert block.text.strip("（）：，。； "), chosen
            assert not re.search("[，。；：、]{2}|^[，。；、]|（）|“”", block.text), (chosen, block.text)


def test_the_report_tells_writers_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert report.main(["tuijinhui"]) == 0
    told = capsys.readouterr().out
    assert "tj_renwu_neirong" in told
    assert "没有要改的" in told


# The checks themselves find what they are for.


def test_a_copied_sentence_is_told_whole_with_both_files() -> None:
    texts = {
        "a.j2": ["开头不同，这一句从头到尾抄得一字不差的话。"],
        "b.j2": ["这一句从头到尾抄得一字不差的话，后面不同。"],
    }
    assert list(stock.collisions(texts)) == [("a.j2", "b.j2", "这一句从头到尾抄得一字不差的话")]


def test_set_formulas_are_nobodys_copy() -> None:
    formula = next(each for each in stock.listed("formulas.txt") if len(each) > stock.COPIED)
    assert list(stock.collisions({"a.j2": [formula], "b.j2": [formula]})) == []


def test_empty_phrases_and_wrong_words_are_found() -> None:
    assert stock.empty_phrases(["要高度重视，奋力谱写我市发展新篇章。"]) == [
        "高度重视",
        "奋力谱写我市发展新篇章",
    ]
    assert stock.wrong_words(["作出布署。"]) == ["布署（应为部署）"]


def test_figures_and_places_are_found_and_what_only_looks_like_one_is_not(segmenter: JiebaSegmenter) -> None:
    found = stock.own_facts(["去年在杭州新建３个园区", "增长12%。"], segmenter)
    assert [word.rstrip("个%") for word in found] == ["杭州", "３", "12"]
    assert stock.own_facts(["三句话说清楚，九个不准一条不少。"], segmenter) == []


def test_the_lists_hold_no_wrong_word_that_is_right() -> None:
    rights = [line.split(" → ")[1] for line in stock.listed("wrong_words.txt")]
    assert stock.wrong_words(rights) == []

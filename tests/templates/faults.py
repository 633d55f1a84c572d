"""What the templates that come with the program must keep to, beyond what `validate` asks of anybody's; said in Chinese."""

from collections.abc import Iterator

from app.core.counting import block_counts, count_text
from app.core.kinds import Layer
from app.lang.parallelism import EVEN
from app.lang.segmenter import Segmenter
from app.templating.block_checks import expected_length
from app.templating.occasion import Occasion
from app.templating.section_template import SectionTemplate
from app.templating.vocabulary import Vocabulary
from tests.templates import stock

_LEAST_HINT = 60
_OFF = 5
"""Points by which a layer may be off its usual share."""
_PER_EMPTY_PHRASE = 200
_LEAST_PROSE = 0.49


def of_occasion(occasion: Occasion, lengths: stock.Lengths, segmenter: Segmenter) -> Iterator[str]:
    """Slots without a choice, templates that begin alike, drafts that are too long or off their shares."""
    for form in occasion.forms():
        name = f"{form.name}{form.variant and '·'}{form.variant}"
        for slot in form.slots:
            if len(slot.templates) < 2:
                yield f"{name}：部件“{slot.name}”列出的节模板不到两个"
            for first, second, verbs in stock.same_leads(slot, segmenter):
                yield f"{name}：部件“{slot.name}”的 {first} 与 {second} 起首动词相同：{'、'.join(verbs)}"
        for case in stock.cases(occasion):
            yield from _of_drafts(name, form, stock.in_variant(case, occasion, form), lengths)


def _of_drafts(name: str, form: Occasion, case: stock.Case, lengths: stock.Lengths) -> Iterator[str]:
    """The default draft, and every one in which one template is exchanged."""
    if case.facts.get(stock.FIELD_OF_WORK):
        form = form.for_field()
    exchanges = [{}, *({slot.id: each} for slot in form.slots for each in slot.templates[1:])]
    for exchanged in exchanges:
        draft = lengths.draft(form, case, exchanged)
        what = f"{name}（{case.name}，{'换成 ' + next(iter(exchanged.values())) if exchanged else '默认稿'}）"
        if form.length and not form.length[0] <= draft.total <= form.length[1]:
            yield f"{what}：全篇 {draft.total} 字，通常 {form.length[0]}—{form.length[1]}"
        for layer, usual in form.shares().items():
            if isinstance(layer, Layer) and abs(draft.layer(layer) - usual) > _OFF:
                yield f"{what}：{layer}层占 {draft.layer(layer):.1f}%，通常 {usual}%"


def of_template(template: SectionTemplate, segmenter: Segmenter) -> Iterator[str]:
    """A hint that is too short, headings that are not parallel, empty phrases, wrong words, little prose."""
    prose, hints = stock.prose(template), [template.hint, template.approach]
    if count_text(template.hint) < _LEAST_HINT:
        yield f"写作提示不到 {_LEAST_HINT} 字"
    yield from (f"错词：{word}" for word in stock.wrong_words([*prose, *hints, template.name]))
    yield from (f"自己的数字、地名：{word}" for word in stock.own_facts(prose, segmenter))
    for case in stock.own_cases(template):
        blocks = stock.rendered(template, case)
        worst = stock.worst_group(stock.groups(blocks), segmenter)
        if worst and worst[0] < EVEN:
            yield f"（{case.name}）标题对仗 {worst[0]} 分：{'｜'.join(worst[1])}"
        yield from _of_empty(case.name, [block.text for block in blocks], expected_length(blocks))
        written = sum(count.characters for count in block_counts(blocks))
        if case.filled and written < _LEAST_PROSE * expected_length(blocks):
            yield f"（{case.name}）待填的超过一半：{written}/{expected_length(blocks)} 字"


def _of_empty(name: str, texts: list[str], length: int) -> Iterator[str]:
    found = stock.empty_phrases(texts)
    if len(found) > max(1, length // _PER_EMPTY_PHRASE):
        yield f"（{name}）空话 {len(found)} 处，共 {length} 字：{'、'.join(found)}"


def of_vocabulary(vocabulary: Vocabulary, segmenter: Segmenter) -> Iterator[str]:
    """The number of task groups, titles that are not parallel, empty phrases, wrong words."""
    if len(vocabulary.tasks) != 5:
        yield "任务组不是五组"
    if any(not 2 <= len(task.points) <= 3 for task in vocabulary.tasks):
        yield "有的任务组不是两三个要点"
    lists = (vocabulary.reasons, vocabulary.weak_points, vocabulary.safeguards)
    if not all((*lists, vocabulary.bodies, vocabulary.indicators)):
        yield "意义、主体、指标、问题、保障没有写全"
    for texts in stock.vocabulary_groups(vocabulary):
        score, _ = stock.worst_group([texts], segmenter) or (100, [])
        if score < EVEN:
            yield f"标题对仗 {score} 分：{'｜'.join(texts)}"
    words = stock.words(vocabulary)
    yield from _of_empty("全部", words, sum(map(len, words)))
    yield from (f"错词：{word}" for word in stock.wrong_words(words))
    yield from (f"自己的数字、地名：{word}" for word in stock.own_facts(words, segmenter))

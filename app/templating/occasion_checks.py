"""What can be wrong with an occasion: its slots, what it asks, its head, and the draft that comes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.draft import Block
from app.core.errors import AppError
from app.core.kinds import HEAD_KINDS, KIND_NAMES, Kind
from app.templating import trials
from app.templating.block_checks import block_remarks, expected_length, shape
from app.templating.compose import chosen_templates, compose, head_blocks
from app.templating.fields import by_name
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.templating.problems import TemplateError, near
from app.templating.remarks import Author, Remark
from app.templating.rendering import Renderer
from app.templating.section_checks import used_names

_RATES = (150, 260)
"""字 a minute between which a speech is read: 150～200 by leaders, 220～260 in plans."""


def occasion_remarks(occasion: Occasion, library: Library, renderer: Renderer) -> Iterator[Remark]:
    """Everything that is wrong or doubtful with one occasion."""
    library = replace(library, occasions={**library.occasions, occasion.id: occasion})
    author = Author(occasion.path, occasion.head, occasion.head_line)
    for name in occasion.facts:
        if name not in library.facts:
            yield author.wrong(f"事实“{name}”没有在 facts.toml 里声明。", near(name, library.facts))
    yield from _variant_remarks(occasion, library, author)
    for form in occasion.forms():
        shares = sum(slot.share for slot in form.slots)
        if shares != 100:
            yield author.wrong(f"{_named(form)}各部件的份额加起来是 {shares}，不是 100。", "调到正好 100。")
    of_slots = (
        remark
        for form in occasion.forms()
        for remark in (
            *_length_remarks(form, author),
            *(remark for slot in form.slots for remark in _slot_remarks(slot, library, author)),
        )
    )
    yield from dict.fromkeys(of_slots)
    yield from _asked_remarks(occasion, library, author)
    try:
        yield from _head_remarks(occasion, library, renderer, author)
    except TemplateError as error:
        yield author.wrong(error.what, error.remedy, error.line)
        return
    try:
        for form in occasion.forms():
            yield from _draft_remarks(form, occasion.variant_fact, library, renderer, author)
    except AppError as error:
        yield author.wrong(error.what, error.remedy)


def _named(form: Occasion) -> str:
    return f"变体“{form.variant}”" if form.variant else ""


def _variant_remarks(occasion: Occasion, library: Library, author: Author) -> Iterator[Remark]:
    """The fact that decides on the variant must be able to ask for each of them."""
    if not occasion.variants:
        return
    fact, wanted = library.facts.get(occasion.variant_fact), tuple(form.variant for form in occasion.variants)
    if fact is None or fact.choices != wanted:
        remedy = f"在 facts.toml 里声明成选项，选项 = {list(wanted)}。".replace("'", '"')
        yield author.wrong(f"变体事实“{occasion.variant_fact}”的选项与变体不一样。", remedy)
    elif fact.default != wanted[0]:
        yield author.doubt(
            f"变体事实“{fact.name}”没有以“{wanted[0]}”为默认。", f'写上 默认 = "{wanted[0]}"。'
        )
    if occasion.variant_fact not in occasion.facts:
        yield author.wrong(f"“事实”里没有列变体事实“{occasion.variant_fact}”。", "列在最前，新建时才会问。")


def _length_remarks(occasion: Occasion, author: Author) -> Iterator[Remark]:
    if occasion.length is None or occasion.minutes is None:
        yield author.doubt("没有写字数或分钟。", "写成 字数 = [3500, 5000]，分钟 = [18, 25]。")
        return
    rates = [
        length / max(minutes, 1) for length, minutes in zip(occasion.length, occasion.minutes, strict=True)
    ]
    if not all(_RATES[0] <= rate <= _RATES[1] for rate in rates):
        said = "、".join(f"{rate:.0f}" for rate in rates)
        yield author.doubt(f"字数与分钟合成每分钟 {said} 字。", "念稿一般每分钟 150 到 260 字。")


def _slot_remarks(slot: Slot, library: Library, author: Author) -> Iterator[Remark]:
    for name in slot.templates:
        template = library.sections.get(name)
        if template is None:
            yield author.wrong(
                f"部件“{slot.name}”的节模板“{name}”没有，或者读不出来。", near(name, library.sections)
            )
        elif not template.fits(slot):
            remedy = f"在“{template.path.name}”里把部件写上“{slot.id}”，层写成与部件的一样。"
            yield author.wrong(f"节模板“{name}”不是为部件“{slot.name}”写的。", remedy)
    if slot.field_template and slot.field_template not in slot.templates:
        yield author.wrong(
            f"部件“{slot.name}”的领域模板“{slot.field_template}”不在“模板”里。", "也列进“模板”。"
        )
    if len(set(slot.templates)) < len(slot.templates):
        yield author.wrong(f"部件“{slot.name}”有一个节模板写了两次。", "删去一个。")
    if len(library.choices(slot)) < 2:
        yield author.doubt(f"部件“{slot.name}”没有两个以上的节模板可选。", "再写一个。")
    if not slot.hint:
        yield author.doubt(f"部件“{slot.name}”没有写提示。", "写明这一部分讲什么。")


def _asked_remarks(occasion: Occasion, library: Library, author: Author) -> Iterator[Remark]:
    """Facts that the head or a template of the occasion uses, but that nobody asks the writer for."""
    users = dict.fromkeys(used_names(occasion.head), "抬头")
    for slot in (slot for form in occasion.forms() for slot in form.slots):
        for template in library.choices(slot):
            for name in used_names(template.body) - {field.name for field in template.fields}:
                users.setdefault(name, f"节模板“{template.id}”")
    for name in sorted(users.keys() & library.facts.keys() - set(occasion.facts)):
        yield author.doubt(f"{users[name]}要用“{name}”，但“事实”里没有列。", "列上，新建时才会问。")


def _head_remarks(
    occasion: Occasion, library: Library, renderer: Renderer, author: Author
) -> Iterator[Remark]:
    facts = library.facts
    blocks = head_blocks(library, renderer, occasion, trials.examples(facts))
    bare = head_blocks(library, renderer, occasion, trials.nothing(facts))
    worst = head_blocks(library, renderer, occasion, trials.worst(facts))
    if shape(worst) != shape(blocks):
        yield author.wrong("值里有标记符号时，抬头的结构变了。", "值只写在文字里，不写在行首和花括号里。")
    yield from dict.fromkeys([*block_remarks(blocks, author), *block_remarks(bare, author)])
    yield from dict.fromkeys([*_kind_remarks(blocks, author), *_kind_remarks(bare, author)])


def _kind_remarks(blocks: Sequence[Block], author: Author) -> Iterator[Remark]:
    kinds = [block.kind for block in blocks]
    if Kind.TITLE not in kinds:
        yield author.wrong("抬头里没有标题。", "写一行 @标题 …。")
    for block in blocks:
        if block.kind not in HEAD_KINDS:
            what = f"“{block.text[:15]}”不是抬头的内容。"
            yield author.wrong(what, "抬头只写 @稿次、@标题、@副题、@讲话人、@日期、@称谓。")
        elif kinds.count(block.kind) > 1 and block.kind is not Kind.BYLINE:
            yield author.wrong(f"抬头里有两行{KIND_NAMES[block.kind]}。", "只留一行。")
        if block.kind is Kind.SALUTATION and not block.text.endswith("："):
            yield author.doubt("称谓后面没有冒号。", "称谓顶格，后面用全角冒号（GB/T 15834-2011，4.7.3.4）。")


def _draft_remarks(
    occasion: Occasion, variant_fact: str, library: Library, renderer: Renderer, author: Author
) -> Iterator[Remark]:
    """The draft of one variant with all examples and the first template of every slot."""
    chosen = chosen_templates(library, occasion)
    fields = {slot: trials.examples(by_name(template.fields)) for slot, template in chosen.items()}
    facts = trials.examples(library.facts)
    if occasion.variant:
        facts = facts.with_value(variant_fact, occasion.variant)
    draft = compose(library, renderer, occasion.id, facts, fields=fields)
    length = expected_length([block for block in draft.blocks if block.kind not in HEAD_KINDS])
    if occasion.length and not occasion.length[0] <= length <= occasion.length[1]:
        least, most = occasion.length
        what = f"{_named(occasion)}写的是 {least} 到 {most} 字，按示例和首选的节模板算约 {length} 字。"
        yield author.doubt(what, "改“字数”，或换首选的节模板。")

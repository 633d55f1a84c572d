"""What can be wrong with a section template: its front matter, how it renders, and what it gives."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from time import monotonic

from jinja2 import TemplateSyntaxError, meta

from app.core.draft import Block
from app.core.kinds import HEAD_KINDS, Kind
from app.core.repair import may_begin_section
from app.templating import trials
from app.templating.block_checks import block_remarks, expected_length, shape
from app.templating.environment import GLOBALS, SpeechEnvironment
from app.templating.fields import Field, by_name
from app.templating.guard import SECONDS
from app.templating.library import Library
from app.templating.problems import TemplateError, Trouble, near
from app.templating.remarks import Author, Remark
from app.templating.rendering import Rendered, Renderer
from app.templating.scopes import Scopes
from app.templating.section_template import SectionTemplate
from app.templating.trials import Trial

_TOLERANCE = 0.3
"""How far a length may be from what is stated before it is doubted."""

_ENOUGH = 20
"""Unknown names that are told of: finding what is near to each takes time, and nobody reads more."""


def section_remarks(template: SectionTemplate, library: Library, renderer: Renderer) -> Iterator[Remark]:
    """Everything that is wrong or doubtful with one section template."""
    author = Author(template.path, template.body, template.body_line)
    yield from front_matter_remarks(template, library, author)
    own = by_name(template.fields)
    results: list[Rendered] = []
    latest = monotonic() + SECONDS
    for trial in _trials(template, library.facts, own):
        if trial.varied and monotonic() > latest:
            yield author.doubt("模板运行得慢，选项没有逐个试完。", "减少循环的层数或次数。")
            break
        scopes = Scopes(library.facts, trial.facts, own, trial.fields)
        try:
            results.append(renderer.rendered(template.body, template.path.name, scopes, template.body_line))
        except TemplateError as error:
            yield author.wrong(f"{trial.name}，{error.trouble}", error.remedy, error.line)
            return
    full, empty, worst = results[:3]
    yield from _name_remarks(template, library, author)
    for lost in full.lost_bindings:
        what = f"{'、'.join(f'“{name}”' for name in lost.names)}印出来以后不再随事实更改。"
        yield author.doubt(
            what, "直接写 {{ 名称 }}，或只用我们的印法，不用 ~、切片和 Jinja2 自带的。", lost.line
        )
    if shape(worst.blocks) != shape(full.blocks):
        remedy = "值只写在文字里，不写在行首和花括号里；是 if 按文字选写法的，不用改。"
        yield author.doubt("值换了文字，段落的结构也变了。", remedy)
    found = [
        *_shape_remarks(full.blocks, author),
        *_shape_remarks(empty.blocks, author),
        *block_remarks(full.blocks, author),
        *block_remarks(empty.blocks, author),
        *_length_remarks(template, full.blocks, author),
    ]
    yield from dict.fromkeys(found)


def _trials(
    template: SectionTemplate, facts: Mapping[str, Field], own: Mapping[str, Field]
) -> Iterator[Trial]:
    """The first compiles the template; only then can be asked which names it uses."""
    yield Trial("填全示例时", trials.examples(facts), trials.examples(own))
    yield Trial("什么都不填时", trials.nothing(facts), trials.nothing(own))
    yield Trial("值里有标记符号时", trials.worst(facts), trials.worst(own))
    used = used_names(template.body)
    for trial in trials.by_choice(facts, own):
        if trial.varied in used:
            yield trial


@lru_cache(512)
def used_names(body: str) -> frozenset[str]:
    """The names that a template uses and does not set itself; none where it cannot be compiled."""
    try:
        found = meta.find_undeclared_variables(SpeechEnvironment().parse(body))
    except (TemplateSyntaxError, Trouble, RecursionError):
        return frozenset()
    return frozenset(found) - GLOBALS.keys()


def front_matter_remarks(template: SectionTemplate, library: Library, author: Author) -> Iterator[Remark]:
    """What is wrong or doubtful in what stands before the text."""
    for word, value in (("字数", template.length), ("写法", template.approach), ("提示", template.hint)):
        if not value:
            yield author.doubt(f"没有写“{word}”。", "写上，选用和起草时才看得到。")
    occasions = library.occasions.values()
    slots = [slot for occasion in occasions for form in occasion.forms() for slot in form.slots]
    for slot_id in template.slots:
        named = [slot for slot in slots if slot.id == slot_id]
        if not named:
            remedy = near(slot_id, [slot.id for slot in slots])
            yield author.doubt(f"没有一个场合有部件“{slot_id}”。", remedy)
        elif not any(template.fits(slot) for slot in named):
            layer = named[0].layer
            remedy = f"层改成“{layer}”，或换一个部件。" if layer else "删去“层”，或换一个部件。"
            yield author.wrong(f"层与部件“{slot_id}”的不同。", remedy)
    if not template.slots:
        yield author.doubt(
            "没有写用于哪些部件。", '在“说明”里勾上，或写成 部件 = ["kaichang"]，否则在新建时选不到。'
        )
    for field in template.fields:
        yield from field_remarks(field, author)


def field_remarks(field: Field, author: Author) -> Iterator[Remark]:
    """What is doubtful in one declaration."""
    if field.example is None:
        yield author.doubt(f"“{field.name}”没有写示例。", "写一个虚写的例子，如 ××市、×××、2025年×月。")
    if not field.hint:
        yield author.doubt(f"“{field.name}”没有写提示。", "写明填什么、向谁要。")


def _name_remarks(template: SectionTemplate, library: Library, author: Author) -> Iterator[Remark]:
    used = used_names(template.body)
    own = {field.name for field in template.fields}
    for name in sorted(used - own - library.facts.keys())[:_ENOUGH]:
        remedy = near(name, own | library.facts.keys())
        yield author.wrong(f"没有叫“{name}”的事实或字段。", remedy, author.line_of(name))
    for name in sorted(own - used):
        yield author.doubt(f"字段“{name}”没有用到。", "用上，或删去。")
    for name in sorted(own & library.facts.keys()):
        yield author.doubt(
            f"字段“{name}”与全稿的事实同名。", "要用全稿的，就删去这个字段；不是一回事，就换一个名称。"
        )


def _shape_remarks(blocks: tuple[Block, ...], author: Author) -> Iterator[Remark]:
    if not blocks:
        yield author.wrong("什么也没有印出来。", "至少留一段文字或一个【待填：…】。")
        return
    if not may_begin_section(blocks[0]):
        what = f"第一行“{blocks[0].text[:15]}”不能作一节的开头。"
        yield author.wrong(what, "第一行写标题或正文，前面不加 +，也不写抬头和落款。")
    for index, block in enumerate(blocks):
        if block.kind in HEAD_KINDS:
            line = author.line_of(block.text)
            yield author.wrong(f"“{block.text[:15]}”是抬头的内容。", "抬头写在场合里，这里改成正文。", line)
        if block.kind is Kind.H1 and index:
            line = author.line_of(block.text)
            yield author.wrong(
                f"一级标题“{block.text[:15]}”不在第一行。", "一个节模板最多一个一级标题，写在最前。", line
            )


def _length_remarks(template: SectionTemplate, blocks: tuple[Block, ...], author: Author) -> Iterator[Remark]:
    length = expected_length(blocks)
    if template.length and abs(length - template.length) > _TOLERANCE * template.length:
        remedy = "改“字数”，或增减正文；【待填：…，约80字】按写明的字数算。"
        yield author.doubt(f"写的是 {template.length} 字，按示例算约 {length} 字。", remedy)

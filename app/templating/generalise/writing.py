"""A passage and what was decided of its values, written as the text of a template."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.core.draft import Block, Run, cut_runs, merged
from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue
from app.core.markup import print_block
from app.templating.declarations import is_field_name
from app.templating.fields import Field
from app.templating.forms import form_fits
from app.templating.generalise.expressions import expression, quoted
from app.templating.generalise.passage import Passage
from app.templating.generalise.proposal import Becomes, Generalised, Proposal, Spot

_VALUE = re.compile("\ufdd4([0-9a-f]+)\ufdd5")
_BEFORE_VALUE = re.compile("\\\\{(?=\ufdd4)")
_JINJA = re.compile("{(?=[{%#])")


def generalised(passage: Passage, decisions: Sequence[Proposal], facts: Mapping[str, Field]) -> Generalised:
    """The template's text and fields, and the values with which it says the passage again.

    Words that Jinja2 or markup would read as their own are escaped. Raises UsageError for a name that no field can
    have, that is no fact, or that stands for values of two types.
    """
    for decision, trouble in zip(decisions, troubles(decisions, facts), strict=True):
        if trouble:
            raise UsageError(f"“{decision.text[:20]}”{trouble}", "在表里改这一行的名称，或选“照写”。")
    replacements: dict[int, list[_Replacement]] = {}
    for decision in decisions:
        for spot in decision.spots:
            was = _within(passage.blocks[spot.index], spot)
            new = _runs(decision, spot, was, facts)
            replacements.setdefault(spot.index, []).append((spot, new))
    lines = [_line(block, replacements.get(index, [])) for index, block in enumerate(passage.blocks)]
    named = [each for each in decisions if each.becomes is Becomes.FIELD]
    fields = {each.name: _field(each) for each in reversed(named)}
    in_order = [fields[name] for name in dict.fromkeys(each.name for each in named)]
    return Generalised(
        body="".join(f"{line}\n" for line in lines),
        fields=tuple(in_order),
        values=_sheet(reversed(named)),
        facts=_sheet(
            each
            for each in reversed(decisions)
            if each.becomes is Becomes.FACT and each.name not in passage.given and _is_of(each, facts)
        ),
    )


def troubles(decisions: Sequence[Proposal], facts: Mapping[str, Field]) -> tuple[str, ...]:
    """For each decision what keeps it from being carried out, in words behind the text; empty for nothing."""
    types = {each.name: each.type for each in reversed(decisions) if each.becomes is Becomes.FIELD}
    return tuple(_trouble(each, types, facts) for each in decisions)


def _trouble(each: Proposal, types: Mapping[str, object], facts: Mapping[str, Field]) -> str:
    if each.becomes is Becomes.FACT and each.name not in facts:
        return f"要用的事实“{each.name}”没有声明过。"
    if each.becomes is Becomes.PLACEHOLDER and not each.name.strip("【】 \u3000"):
        return "没有写明要填什么。"
    if each.becomes is not Becomes.FIELD:
        return ""
    if not is_field_name(each.name):
        return "的字段名只能用汉字、字母、数字和下划线，不以数字开头。"
    if each.name in facts:
        return f"的字段名与全稿的事实“{each.name}”相同：要用它就选“事实”，不是一回事就换一个名称。"
    return "的字段名已经用在另一种内容上了。" if types[each.name] is not each.type else ""


def _is_of(each: Proposal, facts: Mapping[str, Field]) -> bool:
    return facts[each.name].type is each.type


def _sheet(decisions: Iterable[Proposal]) -> FactSheet:
    """Values by name; of those that stand under one name the first that is said, which comes last here."""
    values: list[tuple[str, FactValue | None]] = [(each.name, each.value) for each in decisions]
    return FactSheet.of(reversed(FactSheet.of(values).values))


def _field(each: Proposal) -> Field:
    if each.declared is not None:
        return replace(each.declared, name=each.name)
    hint = f"原稿写的是“{each.text}”" if each.value is not None else ""
    return Field(each.name, each.type, example=each.value, hint=hint)


_Replacement = tuple[Spot, tuple[Run, ...]]


def placeholder_text(each: Proposal) -> str:
    """What stands in the place of a value that is filled in while writing."""
    return f"【待填：{re.sub('[【】]', '', each.name).strip()}】"


def _within(block: Block, spot: Spot) -> tuple[Run, ...]:
    _, rest = cut_runs(block.runs, spot.start)
    return tuple(cut_runs(rest, spot.stop - spot.start)[0])


def _runs(each: Proposal, spot: Spot, was: Sequence[Run], facts: Mapping[str, Field]) -> tuple[Run, ...]:
    bold = bool(was) and was[0].bold
    match each.becomes:
        case Becomes.STAYS:
            return tuple(replace(run, bind=None) for run in was)
        case Becomes.PLACEHOLDER:
            text = "".join(run.text for run in was)
            scale = (Run(text[-spot.scale :], bold=bold),) if spot.scale else ()
            return (Run(placeholder_text(each), bold=bold, placeholder=True), *scale)
        case Becomes.FACT if not _is_of(each, facts):
            return (Run(_sign(each.name), bold=bold),)
        case _:
            form = spot.form if each.value is None or form_fits(each.value, spot.form) else ""
            return (Run(_sign(expression(each.name, form)), bold=bold),)


def _sign(code: str) -> str:
    """An expression as characters that markup does not read; they go through escaping unchanged."""
    return f"\ufdd4{code.encode().hex()}\ufdd5"


def _code(match: re.Match[str]) -> str:
    return "{{ " + bytes.fromhex(match[1]).decode() + " }}"


def _line(block: Block, replacements: list[_Replacement]) -> str:
    runs: list[Run] = []
    rest, at = list(block.runs), 0
    for spot, new in sorted(replacements, key=lambda each: each[0].start):
        before, rest = cut_runs(rest, spot.start - at)
        _, rest = cut_runs(rest, spot.stop - spot.start)
        runs += [*before, *new]
        at = spot.stop
    line = print_block(replace(block, runs=merged([*runs, *rest])))
    line = _JINJA.sub(lambda _: "{\\", line)
    line = _BEFORE_VALUE.sub(lambda _: "{{ " + quoted("{") + " }}", line)
    return _VALUE.sub(_code, line)

"""Replacing what a fact prints: the fact itself is changed, so that every place that says it follows.

Which value prints the new text is never guessed: what stands in the fact's box is changed in the same way as
the text, and taken when it prints the text that is wanted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.core.draft import Bind, Draft, Run
from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue
from app.core.outline import Stretch, section_at
from app.core.plan import Plan, applied, difference
from app.core.replace import bound_hits, replaced, replacement_for
from app.core.search import Hit, run_spans
from app.templating.binding import DRAFT, SECTION, fact_changed, field_changed, is_live
from app.templating.fields import Field, by_name, effective, shown, type_of, typed
from app.templating.forms import bound_run
from app.templating.library import Library

Search = Callable[[Draft], Sequence[Hit]]


def fact_reworded(draft: Draft, hits: Sequence[Hit], replacement: str, library: Library) -> Plan | None:
    """Change the fact of one bound run so that the run says what replacing these hits in it makes of it.

    None where no value prints that: the hits go beyond the run, it was edited by hand or is reckoned, or the
    value is of another kind. Raises UsageError as `replacement_for` does.
    """
    index = draft.index_of(hits[0].block_id)
    found = _run_of(draft, index, hits)
    if found is None or found[1].bind is None:
        return None
    start, run = found
    bind, stretch = found[1].bind, section_at(draft, index)
    values, declared = known(draft, bind, stretch, library)
    value = effective(values, declared).get(bind.name)
    if value is None or not is_live(run, value):
        return None
    changes = [(hit, replacement_for(hit, replacement)) for hit in hits]
    wanted = run.text
    for hit, new in reversed(changes):
        wanted = wanted[: hit.start - start] + new + wanted[hit.stop - start :]
    field = declared.get(bind.name) or Field(bind.name, type_of(value))
    for candidate in _candidates(field, value, {hit.text: new for hit, new in changes}):
        if _prints(run, candidate, wanted):
            if bind.scope == SECTION and stretch is not None:
                return field_changed(draft, stretch.section.id, bind.name, candidate, declared)
            return fact_changed(draft, bind.name, candidate, declared)
    return None


def replaced_with_facts(
    draft: Draft, search: Search, replacement: str, library: Library
) -> tuple[Plan, tuple[Hit, ...]]:
    """Replace all hits in one step, in bound places by changing each fact once; with it the hits that no value fits.

    `search` finds the hits of a draft. Raises UsageError as `replacement_for` does.
    """
    after = applied(replaced(draft, search(draft), replacement), draft)
    left: list[Hit] = []
    for run in dict.fromkeys(_bound_run(after, hit) for hit in bound_hits(search(after))):
        hits = [hit for hit in bound_hits(search(after)) if _bound_run(after, hit) == run]
        if not hits:
            continue  # it followed another place of its fact
        plan = fact_reworded(after, _same_run(after, hits), replacement, library)
        if plan is not None:
            after = applied(plan, after)
        else:
            left += hits
    return difference("全部替换", draft, after), tuple(left)


def _run_of(draft: Draft, index: int, hits: Sequence[Hit]) -> tuple[int, Run] | None:
    """The run that all hits lie in, and where it begins."""
    for start, stop, run in run_spans(draft.blocks[index].runs):
        if all(start <= hit.start and hit.stop <= stop for hit in hits):
            return start, run
    return None


def _same_run(draft: Draft, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that lie in one run with the first."""
    index = draft.index_of(hits[0].block_id)
    found = _run_of(draft, index, hits[:1])
    here = [hit for hit in hits[1:] if hit.block_id == hits[0].block_id]
    return [hits[0], *(hit for hit in here if found and _run_of(draft, index, [hits[0], hit]) == found)]


def _bound_run(draft: Draft, hit: Hit) -> tuple[str, Bind | None, str]:
    """What tells the runs of one value and form that say the same from all others: section, binding, text."""
    index = draft.index_of(hit.block_id)
    stretch = section_at(draft, index) if hit.bind and hit.bind.scope == SECTION else None
    found = _run_of(draft, index, [hit])
    bind = hit.bind and replace(hit.bind, occurrence=0)
    return stretch.section.id if stretch else "", bind, found[1].text if found else ""


def known(
    draft: Draft, bind: Bind, stretch: Stretch | None, library: Library
) -> tuple[FactSheet, Mapping[str, Field]]:
    """The values and the declarations of the scope of a binding in a section; none of what is reckoned."""
    if bind.scope == DRAFT:
        return draft.facts, library.facts
    if bind.scope != SECTION or stretch is None:
        return FactSheet(), {}
    template = library.sections.get(stretch.section.template)
    return stretch.section.fields, by_name(template.fields if template else ())


def says_its_value(draft: Draft, index: int, run: Run, library: Library) -> bool:
    """Whether a bound run of the block at an index says what its value says; what is reckoned always does."""
    if run.bind is None or run.bind.scope not in (DRAFT, SECTION):
        return True
    values, declared = known(draft, run.bind, section_at(draft, index), library)
    return is_live(run, effective(values, declared).get(run.bind.name))


def _candidates(field: Field, value: FactValue, changes: Mapping[str, str]) -> Iterator[FactValue]:
    """Values whose box says the new text: in one place, or everywhere."""
    said = everywhere = shown(field, value)
    texts: list[str] = []
    for old, new in changes.items():
        everywhere = everywhere.replace(old, new)
        at = said.find(old)
        while at >= 0:
            texts.append(said[:at] + new + said[at + len(old) :])
            at = said.find(old, at + 1)
    texts.append(everywhere)
    for text in dict.fromkeys(texts):
        try:
            candidate = typed(field, text)
        except UsageError:
            continue
        if candidate is not None and text != said:
            yield candidate


def _prints(run: Run, value: FactValue, wanted: str) -> bool:
    assert run.bind is not None
    try:
        printed = bound_run(run.bind, value)
    except ValueError:
        return False
    return replace(printed, bind=None) == Run(wanted)

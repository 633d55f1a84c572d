"""An occasion that is being changed: what comes of it, what is wrong with it, and how it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError, UsageError
from app.core.kinds import Layer
from app.jobs.layouts import layout_of
from app.jobs.program import Program
from app.layouts.find import DEFAULT
from app.layouts.model import Layout
from app.templating.declarations import is_field_name
from app.templating.fields import Field, by_name
from app.templating.library import Library
from app.templating.occasion import Occasion, Slot
from app.templating.own.kinds import FACTS_ID, OwnKind
from app.templating.remarks import Level, Remark

NEW_HEAD = (
    "{% if 稿次 %}\n@稿次 {{ 稿次 }}\n{% endif %}\n@标题 在{{ 会议名称 }}上的讲话\n@讲话人 {{ 讲话人|署名 }}\n"
    "@日期 （{{ 会议日期 }}）\n@称谓 {{ 称谓 }}：\n"
)
_NEW_FACTS = ("会议名称", "会议日期", "讲话人", "称谓", "工作名称", "本级", "稿次")
_NEW_SLOTS = (
    ("开场", None, 8), ("认识", Layer.UNDERSTANDING, 20), ("形势", Layer.SITUATION, 22), ("任务", Layer.TASKS, 30),
    ("保障", Layer.SAFEGUARDS, 15), ("收尾", None, 5),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edited:
    """An occasion with the facts that were declared for it; `former` is the text it was read from, empty for a new one."""

    occasion: Occasion
    facts: tuple[Field, ...] = ()
    former: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """The draft that the occasion gives with all examples, in its layout; None where none can be made."""

    draft: Draft | None
    layout: Layout
    remarks: tuple[Remark, ...]

    @property
    def wrong(self) -> tuple[Remark, ...]:
        """What must be put right."""
        return tuple(each for each in self.remarks if each.level is Level.WRONG)


def new_occasion(program: Program, name: str) -> Edited:
    """An occasion to begin with: the usual head and six slots, each with the templates that other occasions have for it."""
    library = program.library
    known: dict[tuple[str, Layer | None], Slot] = {}
    for slot in (slot for each in library.occasions.values() for slot in each.slots):
        known.setdefault((slot.name, slot.layer), slot)
    slots = tuple(
        replace(known.get((word, layer), Slot(f"bujian_{at}", word, layer)), share=share)
        for at, (word, layer, share) in enumerate(_NEW_SLOTS, 1)
    )
    item_id = program.own.id_for(name, OwnKind.OCCASIONS)
    path = program.own.folder / OwnKind.OCCASIONS / f"{item_id}.toml"
    facts = tuple(each for each in _NEW_FACTS if each in library.facts)
    made = Occasion(item_id, name, "", facts, (3000, 4500), (16, 24), DEFAULT, (), NEW_HEAD, 1, slots, path)
    return Edited(made)


def edited(program: Program, occasion: Occasion) -> Edited:
    """An occasion that is there, to be changed. Raises ReadError."""
    return Edited(occasion, former=program.own.read(occasion.path))


def look_at(program: Program, state: Edited) -> Look:
    """What comes of an occasion; what cannot be is among the remarks."""
    # Jinja2 comes with them, which is not for start-up.
    from app.templating.compose import compose
    from app.templating.occasion_checks import occasion_remarks
    from app.templating.trials import examples

    occasion, library = state.occasion, with_state(program.library, state)
    remarks = tuple(occasion_remarks(occasion, library, program.renderer))
    draft = None
    try:
        # Of slots without templates the others are seen all the same.
        filled = replace(occasion, slots=tuple(slot for slot in occasion.slots if library.choices(slot)))
        seen = replace(
            library, occasions={**library.occasions, occasion.id: filled if filled.slots else occasion}
        )
        form = seen.form_of(seen.occasions[occasion.id], examples(library.facts))
        fields = {
            slot.id: examples(by_name(seen.choices(slot)[0].fields))
            for slot in form.slots
            if seen.choices(slot)
        }
        draft = compose(seen, program.renderer, occasion.id, examples(library.facts), fields=fields)
    except AppError as error:
        if not any(each.what == error.what for each in remarks):
            remarks = (Remark(occasion.path, None, Level.WRONG, error.what, error.remedy), *remarks)
    return Look(
        draft, _layout(program, occasion), tuple(sorted(remarks, key=lambda each: each.level is Level.DOUBT))
    )


def with_state(library: Library, state: Edited) -> Library:
    """The library as it would be with the occasion saved."""
    facts: Mapping[str, Field] = {**library.facts, **by_name(state.facts)}
    return replace(library, facts=facts, occasions={**library.occasions, state.occasion.id: state.occasion})


def save_occasion(program: Program, state: Edited) -> Path:
    """Save the occasion and its new facts among the writer's own; where it is.

    A built-in one stays, an own one of the same ID stands in its place. Raises UsageError for what cannot be
    written so, WriteError, also where the file was changed elsewhere in the meantime.
    """
    # tomlkit comes with them, which is not for start-up.
    from app.templating.own.occasion_text import occasion_text

    occasion, own = state.occasion, program.own
    if not occasion.name.strip():
        raise UsageError("场合还没有名称。", "写一个名称，如“项目观摩会”。")
    text = occasion_text(occasion, state.former)
    if state.facts:
        _save_facts(program, state.facts)
    is_there = own.own_file(OwnKind.OCCASIONS, occasion.id) is not None
    path = own.write(OwnKind.OCCASIONS, occasion.id, text, state.former if is_there else None)
    program.refresh_library()
    return path


def _save_facts(program: Program, facts: Sequence[Field]) -> None:
    from app.templating.declarations import facts_of
    from app.templating.own.fields_text import facts_text

    own = program.own
    path = own.own_file(OwnKind.FACTS, FACTS_ID)
    former = own.read(path) if path else ""
    known = by_name(facts_of(former, "facts.toml")) if former else {}
    text = facts_text(tuple({**known, **by_name(facts)}.values()), former)
    own.write(OwnKind.FACTS, FACTS_ID, text, former if path else None)


def fact_trouble(library: Library, state: Edited, name: str) -> str:
    """Why no new fact can have a name, as a sentence; empty where one can."""
    if not is_field_name(name):
        return "名称用汉字、字母、数字和下划线，不以数字开头，中间没有空格和标点。"
    known = with_state(library, state).facts
    return f"已经有叫“{name}”的事实，直接勾上就行。" if name in known else ""


def _layout(program: Program, occasion: Occasion) -> Layout:
    """The occasion's layout; the standard one where that cannot be had, which the remarks say."""
    try:
        return layout_of(program, Draft(), occasion.layout)
    except AppError:
        return layout_of(program, Draft(), DEFAULT)

"""What the writer answers for a new draft, from a TOML file or one by one: facts, and fields of its slots.

会议名称 = "全市××工作推进会议"         a fact of the draft
会议日期 = 2025-05-31
[renshi]                               a slot, by its id or 名称: the fields of its section
上级部署 = "省政府关于××工作的部署"
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue
from app.core.markup_values import read_value
from app.files.toml import read_toml
from app.templating.fields import Field, FieldType, by_name, typed
from app.templating.file_text import LIMITS
from app.templating.library import Library
from app.templating.occasion import Occasion
from app.templating.problems import near
from app.templating.section_template import SectionTemplate

_FACTS = ("事实", "facts")
_WRITTEN_AS_TABLE = (FieldType.PERSON, FieldType.DATE)


@dataclass(frozen=True, slots=True)
class Questions:
    """What can be answered: every declared fact, and by slot id the fields of the template chosen for it."""

    facts: Mapping[str, Field]
    occasion: Occasion
    fields: Mapping[str, Mapping[str, Field]]

    def slot_id(self, key: str) -> str | None:
        """The id of the slot that is called so, None where there is none."""
        return next((slot.id for slot in self.occasion.slots if key in (slot.id, slot.name)), None)


@dataclass(frozen=True, slots=True)
class Answers:
    """The facts of a new draft, and the values of its slots' sections by slot id."""

    facts: FactSheet = FactSheet()
    fields: Mapping[str, FactSheet] = field(default_factory=dict[str, FactSheet])


def questions(library: Library, occasion: Occasion, chosen: Mapping[str, SectionTemplate]) -> Questions:
    """What can be answered for a draft of this occasion with these templates by slot id."""
    fields = {slot_id: by_name(template.fields) for slot_id, template in chosen.items()}
    return Questions(library.facts, occasion, fields)


def read_facts_file(source: Path | bytes, asked: Questions, answers: Answers | None = None) -> Answers:
    """The answers of a TOML file, put over those that are there already.

    Raises ReadError for what is no TOML, UsageError for a name that is not asked and a value of another type.
    """
    answers = answers or Answers()
    table = read_toml(source, "事实文件" if isinstance(source, bytes) else "", LIMITS)
    for name, value in _without_facts_table(table):
        slot_id = asked.slot_id(name)
        fact = asked.facts.get(name)
        if slot_id and isinstance(value, dict) and (fact is None or fact.type not in _WRITTEN_AS_TABLE):
            for key, inner in cast(Mapping[str, object], value).items():
                answers = _with_field(answers, asked, slot_id, key, read_value(key, inner))
        else:
            _declared(asked, name)
            answers = _with_fact(answers, asked, name, read_value(name, cast(object, value)))
    return answers


def with_setting(answers: Answers, asked: Questions, setting: str) -> Answers:
    """The answers with one more, written 名=值, or 部件.字段=值 for a slot's section. Raises UsageError."""
    name, sign, value = setting.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"“{setting}”看不懂。", "写成 名=值，如 会议名称=全市××工作推进会议。")
    slot, dot, key = name.strip().partition(".")
    if not dot:
        return _with_fact(answers, asked, slot, value)
    slot_id = asked.occasion.slot(slot.strip()).id
    return _with_field(answers, asked, slot_id, key.strip(), value)


def said_of(name: str, source: Path | None, settings: Iterable[str]) -> str:
    """What a facts file and settings, which win, say of one fact, unread; empty for nothing. Raises ReadError."""
    said = ""
    for key, value in _without_facts_table(read_toml(source, limits=LIMITS)) if source else ():
        if key == name and isinstance(value, str):
            said = value.strip()
    for setting in settings:
        key, sign, value = setting.partition("=")
        if sign and key.strip() == name:
            said = value.strip()
    return said


def _without_facts_table(table: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    """The items of the file, those under [事实] as if they stood before all tables."""
    for name, value in table.items():
        if name in _FACTS and isinstance(value, dict):
            yield from cast(Mapping[str, object], value).items()
        else:
            yield name, value


def _declared(asked: Questions, name: str) -> Field:
    if name not in asked.facts:
        raise UsageError(f"没有事实“{name}”。", near(name, asked.facts))
    return asked.facts[name]


def _with_fact(answers: Answers, asked: Questions, name: str, raw: FactValue) -> Answers:
    return replace(answers, facts=answers.facts.with_value(name, typed(_declared(asked, name), raw)))


def _with_field(answers: Answers, asked: Questions, slot_id: str, name: str, raw: FactValue) -> Answers:
    fields = asked.fields.get(slot_id, {})
    if name not in fields:
        what = f"部件“{asked.occasion.slot(slot_id).name}”选用的节模板没有字段“{name}”。"
        raise UsageError(what, near(name, fields))
    sheet = answers.fields.get(slot_id, FactSheet()).with_value(name, typed(fields[name], raw))
    return replace(answers, fields={**answers.fields, slot_id: sheet})

"""Texts that say what a fact says, in one of the forms in which facts print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.facts import Date, FactValue, Person
from app.templating.fields import Field, FieldType
from app.templating.forms import print_form
from app.templating.generalise.passage import Passage

_FORMS: Mapping[type, tuple[str, ...]] = {
    Date: ("", "汉字年月日", "年月", "月日"),
    Person: ("", "署名", "姓名"),
    tuple: ("", "逗号"),
}
_UNKNOWN = frozenset("×Xx年月日　 ")
_MOST_ITEMS = 50


@dataclass(frozen=True, slots=True)
class Known:
    """A text that the fact of that name prints in a form; `others` are facts that print it too."""

    name: str
    form: str
    others: tuple[str, ...] = ()


def known_texts(passage: Passage, declared: Mapping[str, Field]) -> dict[str, Known]:
    """What the given facts say, by the text, the longest first; a fact that the occasion asks goes before others."""
    found: dict[str, Known] = {}
    order = [*passage.asked, *(name for name, _ in passage.given)]
    for name in dict.fromkeys(order):
        value = passage.given.get(name)
        if value is None or name not in declared or declared[name].type is FieldType.CHOICE:
            continue
        for text, form in _printed(value):
            before = found.get(text)
            if before is None:
                found[text] = Known(name, form)
            elif name not in (before.name, *before.others):
                found[text] = Known(before.name, before.form, (*before.others, name))
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _printed(value: FactValue) -> Iterator[tuple[str, str]]:
    """What a value prints, with the form; without what is too short or too unknown to be told in a text."""
    forms = _FORMS.get(type(value), ("",))
    if isinstance(value, tuple):
        forms = (*forms, *(f"第{number}项" for number in range(1, min(len(value), _MOST_ITEMS) + 1)))
    for form in forms:
        text = print_form(value, form)
        if (
            len(text) >= 2
            and not _UNKNOWN.issuperset(text)
            and (form != "月日" or any(map(str.isdigit, text)))
        ):
            yield text, form


def occurrences(text: str, wanted: str) -> Iterator[int]:
    """Where a text says another one, not as a part of a longer number, date or Latin word."""
    at = text.find(wanted)
    while at >= 0:
        stop = at + len(wanted)
        if not (
            _goes_on(text[at - 1 : at] if at else "", wanted[0])
            or _goes_on(wanted[-1], text[stop : stop + 1])
        ):
            yield at
        at = text.find(wanted, stop)


def _goes_on(before: str, after: str) -> bool:
    """Whether two neighbours belong together: 2|5, 2024年|5月, 5月|31日, A|B."""
    if before in ("年", "月") and after[:1].isdigit():
        return True
    both = before.isascii() and after.isascii()
    return bool(before and after) and both and before.isalnum() and after.isalnum()

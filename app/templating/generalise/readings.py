"""What is mentioned, read as a value with the form that prints it again letter by letter."""

from dataclasses import dataclass
from datetime import date

from app.core.facts import FactSheet, FactValue, Person
from app.lang.mentions import Mention, Mentioned
from app.templating.entries import read_day, read_number
from app.templating.fields import FieldType
from app.templating.forms import print_form
from app.templating.years import with_year

_DATE_FORMS = ("", "汉字年月日", "年月", "月日")
_NUMBER_FORMS = ("", "分节", "万", "亿", "百分比")


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a type, and the form in which it prints the text it was read from."""

    type: FieldType
    value: FactValue
    form: str = ""


def read(text: str, mention: Mention, given: FactSheet, today: date) -> Reading:
    """The value that a text mentions: text where no other type says it again as it stands."""
    match mention.what:
        case Mentioned.DATE:
            found = _date(text, given, today)
        case Mentioned.QUANTITY:
            found = _number(text)
        case Mentioned.PERSON:
            person = Person(text.removeprefix(mention.post), mention.post)
            found = _printing(text, FieldType.PERSON, person, ("",))
        case _:
            found = None
    return found or Reading(FieldType.TEXT, text)


def _date(text: str, given: FactSheet, today: date) -> Reading | None:
    completed = with_year(text, today, given)
    value = read_day(completed.text if completed else text)
    return None if value is None else _printing(text, FieldType.DATE, value, _DATE_FORMS)


def _number(text: str) -> Reading | None:
    value = read_number(text)
    return None if value is None else _printing(text, FieldType.NUMBER, value, _NUMBER_FORMS)


def _printing(text: str, type_: FieldType, value: FactValue, forms: tuple[str, ...]) -> Reading | None:
    form = next((form for form in forms if print_form(value, form) == text), None)
    return None if form is None else Reading(type_, value, form)

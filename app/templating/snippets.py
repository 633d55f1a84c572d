"""Pieces of a template's text put in for those who do not know how they are written."""

import re
from dataclasses import dataclass

from app.core.computed import COMPUTED_NAMES, UNKNOWN
from app.templating.fields import Field

TO_FILL = "写什么"
_HERE = "写在这里"
_ITEM = "项"
_SIGN = re.compile(
    r"[ \t\u3000]*(?:\+(?=[ \t-]|$)[ \t]*)?(?:#{1,4}(?=[ \t])|-(?=[ \t]|$)|@(?:场上提示|结束语)(?=[ \t]|$))?[ \t]*"
)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text to put in; characters `start` to `stop` of it are selected then, to be typed over."""

    text: str
    start: int
    stop: int


def value(name: str, form: str = "") -> Snippet:
    """A fact or field, printed in a form."""
    return _after(f"{{{{ {name}{'|' + form if form else ''} }}}}")


def to_fill(asked: str = "") -> Snippet:
    """A place left open for a person; `asked` is what is to be written there."""
    what = asked.strip() or TO_FILL
    text = f"【待填：{what}，约30字】"
    return Snippet(text, 4, 4 + len(what))


def counted(name: str) -> Snippet:
    """A number that the program counts, by the name of the computed value."""
    assert name in COMPUTED_NAMES
    return _after(f"[{UNKNOWN}](=@{name})")


def when_given(field: Field, inner: str = "") -> Snippet:
    """`inner` only where a field says something; of a choice one piece for each of its choices and one for none."""
    if field.choices and field.vocabularies is None:
        return _by_choice(field, inner)
    return _around(f"{{% if {field.name} %}}", inner, "{% endif %}")


def _by_choice(field: Field, inner: str) -> Snippet:
    lines: list[str] = []
    for number, choice in enumerate(field.choices):
        lines += [f'{{% {"elif" if number else "if"} {field.name} == "{choice}" %}}', _HERE]
    lines += ["{% else %}", inner.strip("\n") or _HERE, "{% endif %}"]
    text = "\n".join(lines)
    start = text.index(_HERE)
    return Snippet(text, start, start + len(_HERE))


def for_each(name: str, inner: str = "") -> Snippet:
    """`inner` once for every item of a list; a point with the item where there is none."""
    item = _ITEM if name != _ITEM else _ITEM + "目"
    return _around(f"{{% for {item} in {name} %}}", inner, "{% endfor %}", f"- {{{{ {item} }}}}")


def _around(first: str, inner: str, last: str, without: str = _HERE) -> Snippet:
    inner = inner.strip("\n") or without
    start = len(first) + 1
    return Snippet(f"{first}\n{inner}\n{last}", start, start + len(inner))


def _after(text: str) -> Snippet:
    return Snippet(text, len(text), len(text))


def with_sign(line: str, sign: str) -> str:
    """A line of the text with another sign at its beginning: `#` to `####`, `-`, `+`, `+-`; empty for a paragraph."""
    match = _SIGN.match(line)
    rest = line[match.end() :] if match else line
    return f"{sign} {rest}" if sign else rest

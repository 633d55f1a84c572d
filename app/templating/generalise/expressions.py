"""How a template writes a value in a form: 议程, 第3项|去句号 is {{ 议程[2]|去句号 }}."""

import re

from app.templating.forms import form_steps

_ITEM = re.compile("第([1-9][0-9]*)项")


def expression(name: str, form: str) -> str:
    """What a template writes in {{ }} for a name in a form. Raises ValueError for a form that is none."""
    found = name
    for step, argument in form_steps(form):
        if match := _ITEM.fullmatch(step):
            base = f"({found})" if "|" in found else found
            found = f"{base}[{int(match[1]) - 1}]"
        else:
            found += f"|{step}({quoted(argument)})" if argument else f"|{step}"
    return found


def quoted(text: str) -> str:
    """A text as Jinja2 reads it between quotes, without anything that it would take for a tag's end."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

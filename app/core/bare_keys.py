"""Chinese bare keys in TOML: quoted before tomllib reads them, because the format allows ASCII only."""

import re

_TOKEN = re.compile(
    r"""
      (?P<whole>   "{3}(?:\\.|[^\\])*?"{3,5} | '{3}.*?'{3,5} | \#[^\n]* )
    | (?P<open>    "{3} | '{3} )
    | (?P<string>  "(?:\\[^\n]|[^"\\\n])*" | '[^'\n]*' )
    | (?P<bare>    [\w-]+ )
    | (?P<mark>    ["'=,\n\[\]{}] )
    """,
    re.DOTALL | re.VERBOSE,
)
"""What the place of a key depends on. `open` and a lone quotation mark begin a string that never ends."""


def quoted_keys(text: str, mark: str = "") -> str:
    """The TOML text with every bare key that holds letters beyond ASCII in quotation marks, `mark` before it.

    Keys are quoted where a key can stand: in `[headers]`, before `=`, in inline tables. Values, strings and
    comments are left alone, so a Chinese value without quotation marks stays the mistake it is. Lines keep
    their places. From a string that never ends onward, nothing is changed.
    """
    parts: list[str] = []
    done = 0
    inside: list[str] = []
    at_key = True
    end = unclosed_string(text)
    for match in _TOKEN.finditer(text, 0, len(text) if end is None else end):
        token = match.group()
        if match["bare"] and at_key and not token.isascii():
            parts += (text[done : match.start()], '"', mark, token, '"')
            done = match.end()
        elif match["mark"]:
            at_key = _next_is_key(token, inside, at_key)
    parts.append(text[done:])
    return "".join(parts)


def unclosed_string(text: str) -> int | None:
    """Where in a TOML text the string begins that never ends; None when all end."""
    for match in _TOKEN.finditer(text):
        if match["open"] or match.group() in ('"', "'"):
            return match.start()
    return None


def _next_is_key(mark: str, inside: list[str], at_key: bool) -> bool:
    """Whether a key can stand after the mark; `inside` holds the brackets of values still open."""
    if mark == "\n":
        return at_key or not inside
    if mark == "=":
        return False
    if mark == ",":
        return inside[-1:] == ["{"]
    if mark in "[{" and not at_key:
        inside.append(mark)
        return mark == "{"
    if mark in "]}" and inside and not (mark == "]" and at_key):
        inside.pop()
        return False
    return at_key

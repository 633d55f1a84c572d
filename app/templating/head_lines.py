"""The head of an occasion line by line, as a form shows it: {{ 讲话人|署名 }} stands as 〔讲话人|署名〕.

Only heads of the usual build can be shown so: a line for each kind, perhaps only where a fact is given.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.kinds import HEAD_KINDS, KIND_NAMES, Kind

_KINDS = {KIND_NAMES[kind]: kind for kind in HEAD_KINDS}
_LINE = re.compile(f"@(?P<kind>{'|'.join(_KINDS)})[ \t]+(?P<text>.+)")
_IF = re.compile(r"\{%-?\s*if\s+(?P<name>\w+)\s*-?%\}")
_ENDIF = re.compile(r"\{%-?\s*endif\s*-?%\}")
_VALUE = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")
_SHOWN = re.compile("〔([^〔〕]+)〕")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the head: its kind and its text with facts as 〔名称〕.

    It only prints where the fact `only_with` is given; empty for always.
    """

    kind: Kind
    text: str
    only_with: str = ""


def head_lines(source: str) -> tuple[HeadLine, ...] | None:
    """The lines of a head, None for one of another build, which is to be changed as text."""
    found: list[HeadLine] = []
    only_with = ""
    for line in filter(None, map(str.strip, source.split("\n"))):
        if (match := _IF.fullmatch(line)) and not only_with:
            only_with = match["name"]
        elif _ENDIF.fullmatch(line) and only_with:
            only_with = ""
        elif (match := _LINE.fullmatch(line)) and _may_be_shown(match["text"]):
            kind = _KINDS[match["kind"]]
            if any(each.kind is kind for each in found):
                return None
            found.append(HeadLine(kind, _VALUE.sub(r"〔\1〕", match["text"]), only_with))
        else:
            return None
    return None if only_with else tuple(found)


def _may_be_shown(text: str) -> bool:
    rest = _VALUE.sub("", text)
    return not re.search(r"[{}〔〕]", rest) and "〔" not in text and "〕" not in text


def head_source(lines: Sequence[HeadLine]) -> str:
    """The head of these lines, in the order in which they print; empty ones are left out."""
    found: list[str] = []
    for line in sorted(lines, key=lambda each: HEAD_KINDS.index(each.kind)):
        if text := line.text.strip():
            printed = (
                f"@{KIND_NAMES[line.kind]} {_SHOWN.sub(lambda match: '{{ ' + match[1].strip() + ' }}', text)}"
            )
            found += [f"{{% if {line.only_with} %}}", printed, "{% endif %}"] if line.only_with else [printed]
    return "".join(f"{line}\n" for line in found)

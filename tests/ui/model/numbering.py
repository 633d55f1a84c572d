"""序数 counted for each line by looking back from it."""

from collections.abc import Sequence

from app.core.kinds import Kind
from tests.ui.model.lines import Line

_RANKS = (Kind.PART, Kind.H1, Kind.H2, Kind.H3, Kind.H4, Kind.POINT)
_HEADINGS = _RANKS[:5]


def ordinal(lines: Sequence[Line], at: int) -> int:
    """Which of its series a line is, 0 for one without number."""
    line = lines[at]
    if not line.letters or line.kind not in _RANKS[1:]:
        return 0
    if line.restart:
        return 1
    for above in range(at - 1, -1, -1):
        other = lines[above]
        if not other.letters:
            continue
        if (other.kind, other.marker) == (line.kind, line.marker):
            return ordinal(lines, above) + 1
        if other.kind in _HEADINGS and line.kind is not Kind.H1 and _is_higher(other.kind, line.kind):
            return 1
    return 1


def _is_higher(one: Kind, other: Kind) -> bool:
    return _RANKS.index(one) < _RANKS.index(other)


def numbers(lines: Sequence[Line]) -> list[str]:
    """The number of every line as it prints."""
    return [_printed(lines, at, ordinal(lines, at)) for at in range(len(lines))]


def _printed(lines: Sequence[Line], at: int, number: int) -> str:
    line = lines[at]
    if not number:
        return ""
    chinese = _chinese(number)
    match line.kind, line.marker:
        case Kind.H1, _:
            return chinese + "、"
        case Kind.H2, _:
            return f"（{chinese}）"
        case Kind.H3, _:
            return f"{number}."
        case Kind.H4, _:
            return f"（{number}）"
        case _, ("是" | "要") as marker:
            return chinese + marker
        case _, "①":
            return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"[number - 1]
        case _, "首先":
            if number >= 3 and _is_last(lines, at):
                return "最后，"
            return ("首先，", "其次，", "再次，")[number - 1] if number <= 3 else f"第{chinese}，"
        case _, marker:
            return f"{marker}{chinese}，"


def _is_last(lines: Sequence[Line], at: int) -> bool:
    for below in range(at + 1, len(lines)):
        line = lines[below]
        if line.letters and line.kind in _HEADINGS:
            return True
        if line.letters and (line.kind, line.marker) == (Kind.POINT, "首先"):
            return line.restart
    return True


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")

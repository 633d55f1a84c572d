"""Part titles (篇题) without number: short lines that stand between the parts of a speech."""

import re
from collections.abc import Mapping, Sequence

from app.core.spellings import heading_number
from app.importing.forms import breaks_off, is_title_like
from app.importing.lines import Line

_BODY, _BRIEF = 28, 14
"""So long is a line that can only be text, and one that may be."""
_POINT = re.compile("[0-9０-９]|第?[一二三四五六七八九十]{1,3}[、，,是要]|首先|其次|最后")
_LAST = frozenset(("结束语", "结语", "結束語", "結語"))
_ENDS = "。！？!?…”）)》；;：:"


def part_titles(lines: Sequence[Line], spelled: Mapping[int, object], firsts: set[int]) -> dict[int, float]:
    """The indices of lines that are part titles, with how sure that is.

    A title by itself proves nothing; sisters do. Either 一、 begins more than once, and short lines stand above
    the series or between paragraphs; or it begins once, and they stand between paragraphs before it and after it;
    or the speech has no headings at all and two or more short lines stand alike, each with text before and beneath.
    After numbered headings 结束语 is one by its word.
    """
    alike = [at for at in range(len(lines)) if at not in spelled and _stands_alone(lines, at)]
    opening = [at for at in alike if at + 1 in firsts]
    last = {
        at: 0.7 for at in alike if lines[at].text in _LAST and spelled and min(spelled) < at < len(lines) - 1
    }
    between = [at for at in alike if _is_text(lines, at - 1, _BODY) and _is_text(lines, at + 1, _BODY)]
    if len(between) > 1 or (between and len(firsts) > 1):
        # Their sisters may have less text around them.
        between = [at for at in alike if _is_text(lines, at - 1, _BRIEF) and _is_text(lines, at + 1, _BRIEF)]
    if len(firsts) > 1:
        return last | dict.fromkeys(between, 0.6) | dict.fromkeys(opening, 0.85)
    if len(firsts) == 1 and any(at < min(firsts) for at in between) and max(between) > max(spelled):
        return last | {at: 0.6 for at in between if at < min(firsts) or at > max(spelled)}
    bold = [at for at in between if lines[at].bold_lead == len(lines[at].text)]
    if not spelled and len(bold) > 1:
        return dict.fromkeys(bold, 0.8)
    # Some pages leave the first title right under the salutation.
    return dict.fromkeys(between, 0.6) if not spelled and len(between) > 1 else last


def _stands_alone(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.fixed is not None or line.level is not None or not is_title_like(line.text):
        return False
    if heading_number(line.text) is not None or _POINT.match(line.text):
        return False
    return at == 0 or (not breaks_off(lines[at - 1]) and lines[at - 1].text[-1] not in "，、《：:")


def _is_text(lines: Sequence[Line], at: int, length: int) -> bool:
    """Whether a line is a paragraph of text of at least a length, from its beginning to its end."""
    if not 0 <= at < len(lines):
        return False
    text = lines[at].text
    return len(text) >= length and text[-1] in _ENDS and text[0] not in "》，、。"

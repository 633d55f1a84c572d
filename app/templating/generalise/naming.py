"""Names for new fields, and what a placeholder asks for: by what stands around a value."""

from collections.abc import Iterable

from app.core.numerals import chinese
from app.lang.entities import counted_noun
from app.lang.mentions import Mention, Mentioned
from app.lang.segmenter import Segmenter
from app.templating.declarations import is_field_name

_NEAR = 20
"""Characters on either side of a number among which there is what it counts."""
_CHANGES = ("增长", "下降", "提高", "降低", "上升", "增加", "减少", "压减")
_PLACES = ("省", "市", "县", "区", "州", "镇", "乡", "村")
_MEASURES = ("元", "吨", "亩", "公里", "平方", "度", "米", "千瓦", "兆瓦", "小时")


def field_name(text: str, mention: Mention, around: str, at: int, segmenter: Segmenter) -> str:
    """A name for the value that a text mentions, which stands in `around` from `at` on; not yet told from others."""
    match mention.what:
        case Mentioned.QUANTITY:
            found = _of_quantity(text, around, at, segmenter)
        case Mentioned.PERSON:
            found = mention.post
        case Mentioned.PLACE:
            found = f"{text[-1]}名" if text[-1] in _PLACES else ""
        case Mentioned.MEETING:
            found = "会议"
        case Mentioned.DOCUMENT:
            found = "文件名称"
        case _:
            found = mention.what.value
    return found if is_field_name(found) else mention.what.value


def _of_quantity(text: str, around: str, at: int, segmenter: Segmenter) -> str:
    first = max(0, at - _NEAR)
    near = around[first : at + len(text) + _NEAR]
    noun = counted_noun(near, at - first, at - first + len(text), segmenter)
    if noun.endswith(_CHANGES):
        return f"{noun}幅度"
    unit = around[at + len(text) :]
    is_count = text.isdigit() and not unit.startswith(_MEASURES)
    return f"{noun}数" if noun and is_count and not noun.endswith("数") else noun


def apart(name: str, taken: Iterable[str]) -> str:
    """The name, or with 二, 三 … behind it where it is taken."""
    known = set(taken)
    number, found = 1, name
    while found in known:
        number += 1
        found = f"{name}{chinese(number)}"
    return found

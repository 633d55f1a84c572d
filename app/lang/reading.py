"""How a text is read aloud: numerals, dates and signs turned into the words that are heard, and syllables.

Every span is turned by its own form alone, so the rules stay few; a number whose reading depends on the
meaning (2000年 as a year or a duration) takes the reading that is usual in a speech.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.lang.numerals import digits_chinese, to_chinese

_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．－／＋]")
_TO_NARROW = str.maketrans({wide: chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF01, 0xFF5F))})
_SIGNS = {
    "℃": "摄氏度", "°": "度", "㎡": "平方米", "㎥": "立方米", "㎞": "公里", "㎏": "公斤",
    "²": "平方", "³": "立方", "+": "加", "=": "等于", "&": "和", "￥": "元", "¥": "元", "$": "美元",
}  # fmt: skip
_LONGEST_WHOLE = 8  # digits without commas; more are a telephone number or the like, read one by one
_LONGEST_GROUPED = 24
_YEAR = "(?:1[0-9]|20)[0-9]{2}"
_PATTERN = re.compile(
    rf"""(?=[0-9—–~～℃°㎡㎥㎞㎏²³+=&￥¥$-])(?:                                   # skips fast
      (?P<code>   (?<=[A-Za-z]) -? [0-9]+ (?:\.[0-9]+)? )                       # C919, J-20, PM2.5
    | (?P<date>   [0-9]{{4}} (?P<mark>[-/.]) [0-9]{{1,2}} (?P=mark) [0-9]{{1,2}} (?![0-9]) )
    | (?P<name>   [0-9]{{1,2}} · [0-9]{{1,2}} (?![0-9]) )                        # “3·15”
    | (?P<pair>   (?<![0-9]) [0-9]{{1,8}} [:：/] [0-9]{{1,8}} (?![0-9]) )        # 9:30, 3:1, 1/3
    | (?P<year>   {_YEAR} (?=年|[—–~～-]{_YEAR}年) | 0[0-9] (?=年) | (?<=〔) [0-9]{{4}} (?=〕) )
    | (?P<to>     (?<=[0-9%‰一-鿿]) [—–~～] (?=[0-9]) | (?<=[0-9%‰年月日时点分万亿元家人]) - (?=[0-9]) )
    | (?P<number> (?:(?<![0-9A-Za-z—–-])-)? [0-9]+ (?:,[0-9]{{3}})* (?:\.[0-9]+)? ) (?P<rate>[%‰])?
    | (?P<sign>   [℃°㎡㎥㎞㎏²³+=&￥¥$] )
    )""",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
# One syllable each: ideographs with their extensions, 〇, and × which is read 某 or 乘.
_SYLLABLES = re.compile(r"[〇×々㐀-䶿一-鿿豈-﫿\U00020000-\U0003FFFF]+")


def read_aloud(text: str) -> str:
    """The text with its numerals and signs as they are heard: 7.8% is 百分之七点八, 2025年 is 二〇二五年."""
    if _WIDE.search(text):
        text = _WIDE.sub(lambda match: match[0].translate(_TO_NARROW), text)
    return _PATTERN.sub(_spoken, text)


def syllables(text: str) -> int:
    """The syllables of a text as it is heard: ideographs, capitals letter by letter, other words."""
    return count_syllables(read_aloud(text))


def count_syllables(heard: str) -> int:
    """The same for a text that has gone through `read_aloud`."""
    return sum(map(len, _SYLLABLES.findall(heard))) + sum(map(_letters, _WORD.findall(heard)))


def _letters(word: str) -> int:
    """GDP is three and km two, letter by letter; other words have as many as vowels in groups: online two."""
    if word.isupper() or not _VOWELS.search(word):
        return len(word)
    return max(1, len(_VOWELS.findall(word.removesuffix("e"))))


def _spoken(match: re.Match[str]) -> str:
    return _READINGS[match.lastgroup or ""](match[0])


def _code(text: str) -> str:
    return digits_chinese(text.removeprefix("-").replace(".", "点"))


def _date(text: str) -> str:
    year, month, day = re.split(r"[-/.]", text)
    return f"{digits_chinese(year)}年{to_chinese(int(month))}月{to_chinese(int(day))}日"


def _pair(text: str) -> str:
    """A time of day, a ratio or a fraction."""
    left, mark, right = re.split(r"([:：/])", text)
    if mark == "/":
        return f"{to_chinese(int(right))}分之{to_chinese(int(left))}"
    if len(right) == 2 and int(left) <= 24 and int(right) < 60:
        minutes = "" if right == "00" else f"{'零' if right < '10' else ''}{to_chinese(int(right))}分"
        return f"{to_chinese(int(left))}点{minutes}"
    return f"{to_chinese(int(left))}比{to_chinese(int(right))}"


def _number(text: str) -> str:
    rate = "百分之" if text.endswith("%") else "千分之" if text.endswith("‰") else ""
    sign = "负" if text.startswith("-") else ""
    whole, point, decimals = text.strip("-%‰").partition(".")
    # With 零, not the 〇 of years and numbers of things (GB/T 15835 5.2.5).
    heard = "点" + digits_chinese(decimals).replace("〇", "零") if point else ""
    return rate + sign + _whole(whole) + heard


def _whole(text: str) -> str:
    plain = text.replace(",", "")
    longest = _LONGEST_GROUPED if "," in text else _LONGEST_WHOLE
    if len(plain) > longest or (plain[0] == "0" and len(plain) > 2):
        return digits_chinese(plain)
    return to_chinese(int(plain))


_READINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "code": _code,
        "date": _date,
        "name": lambda text: digits_chinese(text.replace("·", "")),
        "pair": _pair,
        "year": digits_chinese,
        "to": lambda _: "至",
        "number": _number,
        "rate": _number,
        "sign": _SIGNS.__getitem__,
    }
)

"""Numbers as a speech prints them: Chinese and Arabic numerals, counts, quantities."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from app.core.errors import UsageError

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_WAN, _YI = 10**4, 10**8
_BY_DIGIT_STYLE = str.maketrans("0123456789０１２３４５６７８９", "〇一二三四五六七八九" * 2)
_VARIANTS = ("〇○ＯO两兩壹贰叁肆伍陆柒捌玖拾佰仟萬億", "零零零零二二一二三四五六七八九十百千万亿")
_TO_PLAIN = str.maketrans({**dict(zip(*_VARIANTS, strict=True)), "廿": "二十", "卅": "三十"})
_DIGIT_STRING = re.compile(r"[零一二三四五六七八九]+")
_SCALES: Mapping[str, int] = MappingProxyType({"万": 4, "亿": 8})
# Guards against hostile text: int() and recursion have limits, format() writes out each zero of 1E+9999.
_LONGEST = 64  # characters of a numeral
_LARGEST = 30  # powers of ten


def to_chinese(n: int) -> str:
    """An integer in Chinese numerals for quantities: 十二, 一万零一十.

    The zero is 零 (GB/T 15835 5.2.5). Above 亿 it goes on as 万亿, 亿亿. Below zero it begins with 负.
    """
    if n < 0:
        return "负" + to_chinese(-n)
    text = _positive(n) if n else "零"
    return text[1:] if text.startswith("一十") else text


def count_word(n: int) -> str:
    """The number before a measure word: 两点, 两千, 两亿, but 十二 and 二百 as the trade writes them."""
    text = to_chinese(n)
    return "两" + text[1:] if text == "二" or text.startswith(("二千", "二万", "二亿")) else text


def digits_chinese(text: str) -> str:
    """The text with each Arabic digit as 〇 to 九, the style of years (GB/T 15835 5.2.5)."""
    return text.translate(_BY_DIGIT_STYLE)


def decimal_chinese(value: Decimal | int) -> str:
    """A number with its decimals as it is read: 7.80 is 七点八零."""
    whole, _, fraction = _plain(Decimal(value)).partition(".")
    sign, whole = ("负", whole[1:]) if whole.startswith("-") else ("", whole)
    decimals = "点" + "".join(_DIGITS[int(digit)] for digit in fraction) if fraction else ""
    return sign + to_chinese(int(whole)) + decimals


def percent_chinese(value: Decimal | int) -> str:
    """A percentage as it is read: 7.8 is 百分之七点八."""
    return "百分之" + decimal_chinese(value)


def from_chinese(text: str) -> int | None:
    """The integer a Chinese numeral stands for; None if the text is anything else.

    Read are quantities (一百零五, 两千, 一万五, 壹佰, 负三) and strings of three and more digits or with a
    zero (二〇二五). Two digits alone are None: 三四 is 「三四个」, an estimate and not 34 (GB/T 15835 5.2.1).
    """
    plain = text.strip().translate(_TO_PLAIN)
    if len(plain) > _LONGEST:
        return None
    if plain.startswith("负"):
        value = from_chinese(plain[1:]) if plain[1:2] != "负" else None
        return None if value is None else -value
    if _DIGIT_STRING.fullmatch(plain) and len(plain) > 1:
        return int("".join(str(_DIGITS.index(c)) for c in plain)) if len(plain) > 2 or "零" in plain else None
    return _read(plain, short_end=True)


def amount(value: Decimal | int, unit: str = "", *, group_from: int | None = 5) -> str:
    """A quantity in Arabic digits with its unit: 12,345 人, without the blank.

    `group_from` is the number of integer digits from which thousands are parted by a comma, None for never
    (GB/T 15835 5.1.1 leaves four digits free). Decimals stand as the value has them: none added or dropped.
    Raises UsageError for what is not a finite number or beyond 10^30.
    """
    whole, point, fraction = _plain(Decimal(value)).partition(".")
    if group_from is not None and len(whole.lstrip("-")) >= group_from:
        whole = f"{int(whole):,}"
    return whole + point + fraction + unit


def scaled(value: Decimal | int, scale: str) -> Decimal:
    """The value in 万 or 亿, exact, without zeros at its end: 35246000000 in 亿 is 352.46.

    Only these two may stand between Arabic digits and the unit (GB/T 15835 5.3); others raise UsageError.
    """
    if scale not in _SCALES:
        raise UsageError(f"数量不能以“{scale}”为单位缩写。", "阿拉伯数字后只能用“万”或“亿”。")
    sign, digits, exponent = _finite(Decimal(value)).as_tuple()
    assert isinstance(exponent, int)
    exponent -= _SCALES[scale]
    while exponent < 0 and digits[-1] == 0 and len(digits) > 1:
        digits, exponent = digits[:-1], exponent + 1
    return Decimal(_plain(Decimal((sign, digits, exponent)))) if any(digits) else Decimal(0)


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST:
        raise UsageError(f"“{value}”不是讲话稿里能写的数。", "请填写阿拉伯数字，如 352.46。")
    return value


def _plain(value: Decimal) -> str:
    return format(_finite(value), "f")


def _positive(n: int) -> str:
    """The reading of n > 0, 十 always with its 一: 一十."""
    for unit, name in ((_YI, "亿"), (_WAN, "万")):
        if n >= unit:
            high, low = divmod(n, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _positive(high) + name + gap + (_positive(low) if low else "")
    text = ""
    for place in (3, 2, 1, 0):
        digit = n // 10**place % 10
        if digit:
            text += _DIGITS[digit] + _PLACES[place]
        elif text and n % 10**place and not text.endswith("零"):
            text += "零"
    return text


def _read(text: str, *, short_end: bool) -> int | None:
    """The value of a quantity in plain numerals; `short_end` lets a last digit fill its place (一万五)."""
    if text == "零":
        return 0
    for name, unit in (("亿", _YI), ("万", _WAN)):
        head, found, tail = text.rpartition(name)
        if found:
            high, low = _read(head, short_end=False), _read_tail(tail, unit, short_end=short_end)
            if not high or low is None or (unit == _WAN and high >= _WAN):
                return None
            return high * unit + low
    return _read_below_wan(text, short_end=short_end)


def _read_tail(text: str, unit: int, *, short_end: bool) -> int | None:
    if not text:
        return 0
    if len(text) == 1 and text in _DIGITS[1:]:
        return _DIGITS.index(text) * (unit // 10) if short_end else None
    value = _read(text.removeprefix("零"), short_end=short_end)
    return value if value and value < unit else None


def _read_below_wan(text: str, *, short_end: bool) -> int | None:
    total, unit, after_zero = 0, _WAN, False
    while text:
        if total and not after_zero and text[0] == "零":
            after_zero, text = True, text[1:]
            continue
        text = "一" + text if text[0] == "十" else text
        digit, place = _DIGITS.find(text[0]), 10 ** _place_of(text[1:2])
        if digit < 1 or place >= unit:
            return None
        if len(text) == 1 and unit > 10 and total and not after_zero:
            return total + digit * (unit // 10) if short_end else None
        total, unit, text, after_zero = total + digit * place, place, text[2:], False
    return None if after_zero else total or None


def _place_of(character: str) -> int:
    return _PLACES.index(character) if character in _PLACES else 4

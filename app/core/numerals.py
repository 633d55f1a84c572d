"""The numerals of 序数, both ways: 一 … 九十九 and on to 九千九百九十九."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def chinese(number: int) -> str:
    """A count in Chinese as ordinals print it: 10 十, 21 二十一, 105 一百零五. Raises ValueError below 1.

    Beyond 9999, which only a file made to do harm reaches, in digits.
    """
    if number < 1:
        raise ValueError(number)
    if number > 9999:
        return str(number)
    text, gap, rest = "", False, number
    for size, unit in _UNITS:
        digit, rest = divmod(rest, size)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = gap or bool(text)
    if rest:
        text += ("零" if gap and text else "") + _DIGITS[rest]
    return text.removeprefix("一") if 10 <= number <= 19 else text


def from_chinese(text: str) -> int | None:
    """The number that `chinese` prints as this text; None if it prints none so."""
    number, digit = 0, 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        else:
            size = next((size for size, unit in _UNITS if unit == char), 0)
            number += max(digit, 1) * size
            digit = 0
    number += digit
    return number if 1 <= number <= 9999 and chinese(number) == text else None


def counted(number: int) -> str:
    """A number before a measure word: 2 is 两 (我讲两点意见)."""
    return "两" if number == 2 else chinese(number)

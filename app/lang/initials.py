"""First letters of pinyin, by which a writer finds a word without leaving the keyboard's letters: 保存 by bc."""

import importlib
import importlib.util
from functools import cache


def initials(text: str) -> tuple[str, ...]:
    """For each character the letters it may be typed by: 重 has c and z, a letter or digit itself, a mark none.

    Chinese characters have none where pypinyin is not installed. It is loaded at the first one, which takes
    some tenths of a second.
    """
    return tuple(_letters(char) for char in text)


def can_spell() -> bool:
    """Whether Chinese characters have letters: pypinyin is installed."""
    return importlib.util.find_spec("pypinyin") is not None


@cache
def _letters(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    if not "\u4e00" <= char <= "\u9fff" or not can_spell():
        return ""
    pypinyin = importlib.import_module("pypinyin")
    (readings,) = pypinyin.pinyin(char, style=pypinyin.Style.FIRST_LETTER, heteronym=True)
    return "".join(sorted({reading[0] for reading in readings if reading[:1].isalpha()}))

"""First letters of pinyin, by which a writer finds a word without leaving the keyboard's letters: 保存 by bc."""

import importlib
from functools import cache


def initials(text: str) -> tuple[str, ...]:
    """For each character the letters it may be typed by: 重 has c and z, a letter or digit itself, a mark none.

    pypinyin is loaded at the first Chinese character, which takes some tenths of a second.
    """
    return tuple(_letters(char) for char in text)


@cache
def _letters(char: str) -> str:
    if char.isascii():
        return char.lower() if char.isalnum() else ""
    if not "\u4e00" <= char <= "\u9fff":
        return ""
    pypinyin = importlib.import_module("pypinyin")
    (readings,) = pypinyin.pinyin(char, style=pypinyin.Style.FIRST_LETTER, heteronym=True)
    return "".join(sorted({reading[0] for reading in readings if reading[:1].isalpha()}))

"""Pinyin without tones, for names of files that a writer never has to see."""

import importlib


def syllables(text: str) -> tuple[str, ...]:
    """The syllable of each Chinese character, and every run of ASCII letters or digits, in small letters.

    What is neither is left out. pypinyin is loaded at the first Chinese text, which takes some tenths of a second.
    """
    if not any("\u4e00" <= char <= "\u9fff" for char in text):
        return _runs(text)
    pypinyin = importlib.import_module("pypinyin")
    read: list[list[str]] = pypinyin.pinyin(text, style=pypinyin.Style.NORMAL)
    return tuple(piece for (syllable,) in read for piece in _runs(syllable))


def _runs(text: str) -> tuple[str, ...]:
    kept = (char.lower() if char.isascii() and char.isalnum() else " " for char in text.replace("ü", "v"))
    return tuple("".join(kept).split())

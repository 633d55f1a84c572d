"""The name of an exported file after the layout's pattern: 标题（稿次）月日."""

import re
from datetime import date

from app.core.errors import ReadError

WORDS = ("年月日", "月日", "标题", "稿次", "讲话人")
"""What a pattern may name; everything else in it stands as it is."""

NAMELESS = "讲话稿"
"""What a draft without title is called."""
_WORD = re.compile("|".join(WORDS))
_FORBIDDEN = str.maketrans({**dict.fromkeys("\\/|", "-"), **dict(zip(':*?"<>', "：＊？＂＜＞", strict=True))})
"""Characters that Windows does not take in a name, with what comes nearest."""
_BYTES = 200
"""Most bytes of a name: of the 255 that file systems take, the rest is for endings and （2）."""
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)")


def check_pattern(pattern: str, layout_id: str) -> None:
    """Raise ReadError for a pattern that gives every file the same name, or one no system takes."""
    if not _WORD.search(pattern):
        raise ReadError(f"版式“{layout_id}”里，“文件名”没有写标题。", f"可以写：{'、'.join(WORDS)}。")
    if pattern != pattern.translate(_FORBIDDEN):
        raise ReadError(f"版式“{layout_id}”里，“文件名”有不能用的字符。", '去掉 \\ / : * ? " < > |。')


def file_name(pattern: str, *, title: str, stage: str = "", speaker: str = "", day: date | None) -> str:
    """The name, without ending, of the file of a draft.

    What the draft does not have is left out together with the brackets around it; a draft without title is
    called 讲话稿. Line ends are taken out, characters that a system forbids replaced, and a long title is
    cut so that the name has at most 200 bytes.
    """
    values = said(title=title or NAMELESS, stage=stage, speaker=speaker, day=day)
    name = _filled(pattern, values)
    while len(name.encode()) > _BYTES and values["标题"]:
        values["标题"] = values["标题"][:-1]
        name = _filled(pattern, values)
    return fitting(name)


def said(*, title: str, stage: str, speaker: str, day: date | None) -> dict[str, str]:
    """What each word of a pattern stands for, in characters that a name may have; empty for nothing."""
    values = {
        "标题": title,
        "稿次": stage.strip(" （）()"),
        "讲话人": speaker,
        "月日": f"{day.month}月{day.day}日" if day else "",
        "年月日": f"{day.year}年{day.month}月{day.day}日" if day else "",
    }
    return {word: clean(value) for word, value in values.items()}


def fitting(name: str) -> str:
    """A name of clean characters as every system takes it: at most 200 bytes, not reserved; 讲话稿 for none."""
    while len(name.encode()) > _BYTES:
        name = name[:-1]
    name = name.strip(" .")
    return f"{name}-" if _RESERVED.fullmatch(name) else name or NAMELESS


def _filled(pattern: str, values: dict[str, str]) -> str:
    name = _WORD.sub(lambda match: values[match.group()], pattern)
    return re.sub(r"[（(〔【][）)〕】]", "", name)


def clean(text: str) -> str:
    """Text that can stand in a file's name."""
    kept = "".join(char for char in text if char.isprintable() or char.isspace())
    return re.sub(r"\s+", " ", re.sub("[\u2028\n]", "", kept)).strip().translate(_FORBIDDEN)

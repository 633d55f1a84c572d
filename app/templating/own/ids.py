"""IDs made of names, so that a writer never has to think of one."""

import re
from collections.abc import Container

from app.lang.pinyin import syllables

_MOST = 40
_RESERVED = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""What Windows takes for devices, whatever their ending."""


def id_of_name(name: str, taken: Container[str] = ()) -> str:
    """An ID for something of that name that is not `taken`: small pinyin of at most 40 letters, then _2, _3 …"""
    base = ""
    for syllable in syllables(name):
        if len(base) + len(syllable) > _MOST:
            break
        base += syllable
    if not base[:1].isalpha() or _RESERVED.fullmatch(base):
        base = f"wode_{base}".rstrip("_")
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base}_{number}"
    return found

"""Words of a line, for the keys and clicks that go by words: Chinese has no blanks between them."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

Cut = Callable[[str], Sequence[str]]
"""Cuts Chinese characters into words; joined they are the text again."""

_HAN = "[〇々\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_PIECE = re.compile(f"【[^【】\u2028]*】|[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*%?|{_HAN}+|\\s+|.", re.DOTALL)
"""What stands together: a placeholder, but for lines of a title, a Latin word, a number, Chinese characters, blanks; each
mark by itself."""
_LONGEST = 2_000
"""Chinese characters without a mark between them beyond which no words are looked for."""


def word_at(text: str, offset: int, cut: Cut | None) -> tuple[int, int]:
    """Where the word at an offset begins and ends, at the end of a text the last one; `cut` None: up to the marks."""
    stop = word_end(text, offset, cut) if offset < len(text) else len(text)
    return word_start(text, stop, cut), stop


def word_end(text: str, offset: int, cut: Cut | None) -> int:
    """The first place behind an offset at which a word ends; the end of the text where there is none."""
    return next((end for end in _ends(text, offset, cut) if end > offset), len(text))


def word_start(text: str, offset: int, cut: Cut | None) -> int:
    """The last place before an offset at which a word begins; the start of the text where there is none."""
    return max((end for end in _ends(text, offset, cut) if end < offset), default=0)


def _ends(text: str, offset: int, cut: Cut | None) -> Iterator[int]:
    """Where words end, as far as they lie at the offset: only these are cut."""
    for piece in _PIECE.finditer(text):
        if piece.start() > offset:
            return
        if piece.end() < offset:
            continue
        yield piece.start()
        words = [piece.group()]
        if cut is not None and re.match(_HAN, piece.group()) and len(piece.group()) <= _LONGEST:
            words = list(cut(piece.group()))
        yield from accumulate(map(len, words), initial=piece.start())

"""The text in the bytes of a text file, in the encodings that Chinese programs write and in mixtures of them.

A mark at the start decides, then good UTF-8. Else every encoding is tried, and the one wins whose characters
are those that Chinese texts consist of: a wrong one gives rare characters, and no marks of Chinese.
"""

import codecs
import re
from dataclasses import dataclass
from functools import cache

from app.core.errors import ReadError

REPLACEMENT = "\ufffd"
"""What stands for bytes that are no text (The Unicode Standard, 3.9)."""

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks at the start of a file that say its encoding; 记事本 writes all three."""
_UNMARKED = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
"""Without a mark, the likelier first. GB18030 contains GBK, Big5-HKSCS the Big5 of Windows."""
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5"}

_USUAL = frozenset(
    "，。、；：？！“”（）《》—…　"
    "的一是不了在有人我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
    "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
    "計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象"
    "這個們來為國說時會對後過發種經麼學現當沒動還進樣實開從無與長機民業將兩間問戰見產給話義認條氣題別變總"
    "電數報結場務應體點關億習貫徹設區縣鄉鎮志精神工作落實推動抓群众部署乡镇县区计资许统难"
)
"""Some 350 of the most frequent characters, simplified and traditional, and the marks: two thirds of any speech."""
_STRANGE = -0.3
"""What a character counts that is none of the some seven thousand which the two national standards list first."""
_SAMPLE = 1 << 16
"""Bytes that are enough to know an encoding."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_FIRST_WIDE = "\u2e80"
"""From here on UTF-8 has three bytes whose order no text in another encoding has by chance."""
_CLEAR_LEAD = 3
"""By which a line has to look better in the other encoding: a single broken character is no other encoding."""
_MOST_UNREADABLE = 0.1
"""Share of characters beyond which it is no text."""
_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line ends as "\\n" and without a mark at its start.

    `encoding` is its name for people. `unreadable` counts the U+FFFD that stand for bytes which are no text,
    `controls` the control characters that were left out.
    """

    text: str
    encoding: str
    unreadable: int = 0
    controls: int = 0


def decode(data: bytes, name: str) -> Decoded:
    """The text in these bytes; `name` is for messages. Raises ReadError for what is no text."""
    text, encoding = _decoded(data)
    controls = len(_CONTROL.findall(text))
    # One that the text had of its own was lost by whoever wrote it; the writer is to see that one as well.
    unreadable = text.count(REPLACEMENT)
    if controls + unreadable > _MOST_UNREADABLE * len(text):
        raise ReadError(
            f"“{name}”不是文字文件，或编码认不出来。",
            "检查是不是选错了文件；是文字的，用记事本另存为，编码选 UTF-8，再试。",
        )
    text = _CONTROL.sub("", text) if controls else text
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, unreadable, controls)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding, or of both where lines differ."""
    mark, encoding = next((each for each in _MARKED if data.startswith(each[0])), (b"", ""))
    data = data[len(mark) :]
    encoding = encoding or _likeliest(data)
    if encoding.startswith("utf-16"):
        return data.decode(encoding, "replace"), "UTF-16"
    if encoding != "utf-8":
        return _line_by_line(data, (encoding, "utf-8"))
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _line_by_line(data, ("utf-8", "gb18030"))


def _likeliest(data: bytes) -> str:
    """The encoding of bytes without a mark; of equally good ones the first."""
    sample = data[:_SAMPLE]
    if _is_wide_utf8(sample):
        return "utf-8"
    scores = {encoding: _score_as(sample, encoding) for encoding in _UNMARKED}
    best = max(_UNMARKED, key=scores.__getitem__)
    # Where nothing looks like Chinese, what is not UTF-8 is hardly text.
    return best if scores[best] > 0 else "utf-8"


def _line_by_line(data: bytes, encodings: tuple[str, str]) -> tuple[str, str]:
    """Text whose lines may differ in encoding: put together by programs that did not look. The first is likelier."""
    lines: list[str] = []
    used: set[str] = set()
    for line in _LINE.findall(data):
        encoding = encodings[0] if line.isascii() else _of_line(line, *encodings)
        lines.append(line.decode(encoding, "replace"))
        used |= set() if line.isascii() else {encoding}
    return "".join(lines), "、".join(_NAMES[encoding] for encoding in encodings if encoding in used)


def _of_line(line: bytes, first: str, second: str) -> str:
    if _is_wide_utf8(line):
        return "utf-8"
    lead = _score(line.decode(second, "replace")) - _score(line.decode(first, "replace"))
    return second if lead > _CLEAR_LEAD else first


def _is_wide_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 for certain; the end of a sample may be within a character."""
    try:
        return max(codecs.getincrementaldecoder("utf-8")().decode(data), default="") >= _FIRST_WIDE
    except UnicodeDecodeError:
        return False


def _score_as(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    # Any bytes are UTF-16, and most are hanzi: some have to be those of a text.
    return _score(text) if not encoding.startswith("utf-16") or not _USUAL.isdisjoint(text) else _STRANGE


def _score(text: str) -> float:
    """How much a text looks like Chinese: frequent characters count for it, strange and broken ones against it."""
    worth = _worths()
    return sum(worth.get(char, _STRANGE) for char in text)


@cache
def _worths() -> dict[str, float]:
    """What a character says for the encoding that gives it. ASCII is the same in nearly all of them."""
    first = [(lead, trail) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF)]
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    first_big5 = [(lead, trail) for lead in range(0xA4, 0xC7) for trail in trails]
    hanzi = {bytes(pair).decode("gb2312", "ignore") for pair in first}
    hanzi |= {bytes(pair).decode("big5", "ignore") for pair in first_big5}
    return {
        **dict.fromkeys(hanzi, 0.3),
        **{chr(code): 0.1 for code in (*range(0x20, 0x7F), *b"\t\n\r")},
        **dict.fromkeys(_USUAL, 1.0),
        **{chr(code): -2.0 for code in range(0x20) if code not in b"\t\n\r"},
        REPLACEMENT: -2.0,
    }

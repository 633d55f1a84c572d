"""How long a text takes to speak: syllables at a rate, and the pauses between them.

The load of a text (its syllables and pauses) does not depend on the speaker and adds up over paragraphs, so
it can be kept per paragraph; only `duration` looks at the rate.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from app.core.errors import UsageError
from app.lang.reading import count_syllables, read_aloud

PARAGRAPH_PAUSE = 1000
"""Milliseconds after a paragraph."""
HEADING_PAUSE = 1200
"""Milliseconds after a heading on its own line."""

# Milliseconds after a mark, measured for 、，；。 and by analogy for the others; half-width as full-width.
_MARKS = {"、": 250, "，": 400, ",": 400, "：": 400, ":": 400, "——": 400, "；": 600, ";": 600, "……": 600}
_ENDS = dict.fromkeys("。！？!?", 800)
_PAUSES = tuple((_MARKS | _ENDS).items())
_SPREAD = 0.12
_ARTICULATION = (60, 600)  # syllables per minute
_PLAUSIBLE = (0.4, 2.5)  # factor


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast someone speaks: syllables per minute between pauses, and a factor on the whole time.

    Raises UsageError for what no one speaks at.
    """

    syllables_per_minute: int
    factor: float = 1.0

    def __post_init__(self) -> None:
        slowest, fastest = _ARTICULATION
        if not (
            slowest <= self.syllables_per_minute <= fastest and _PLAUSIBLE[0] <= self.factor <= _PLAUSIBLE[1]
        ):
            raise UsageError(
                f"语速每分钟 {self.syllables_per_minute} 个音节（校准系数 {self.factor:.2f}）不合常理。",
                f"请填写 {slowest} 到 {fastest} 之间的数，或重新校准。",
            )


PRESETS: Mapping[str, Rate] = MappingProxyType({"庄重": Rate(200), "常速": Rate(240), "较快": Rate(280)})
"""The three rates to choose from, by their 名称; 常速 gives about 200 字 a minute over all."""


@dataclass(frozen=True, slots=True)
class Load:
    """What there is to speak: syllables, and pauses in milliseconds. Loads add up exactly."""

    syllables: int = 0
    pauses: int = 0

    def __add__(self, other: "Load") -> "Load":
        return Load(self.syllables + other.syllables, self.pauses + other.pauses)

    def __sub__(self, other: "Load") -> "Load":
        return Load(self.syllables - other.syllables, self.pauses - other.pauses)


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """Seconds, with the range of ±12 % in which a speech of this load falls."""

    seconds: float

    @property
    def low(self) -> float:
        """The lower end of the range, in seconds."""
        return self.seconds * (1 - _SPREAD)

    @property
    def high(self) -> float:
        """The upper end of the range, in seconds."""
        return self.seconds * (1 + _SPREAD)

    def __add__(self, other: "SpeakingTime") -> "SpeakingTime":
        return SpeakingTime(self.seconds + other.seconds)


def load_of(text: str, pause: int = PARAGRAPH_PAUSE) -> Load:
    """The load of one paragraph, `pause` milliseconds after it; a text without a syllable has none.

    Give 0 as the pause where the next block is joined, `HEADING_PAUSE` after a heading.
    """
    heard = read_aloud(text)
    syllables = count_syllables(heard)
    if not syllables:
        return Load()
    return Load(syllables, pause + sum(heard.count(mark) * length for mark, length in _PAUSES))


def duration(load: Load, rate: Rate) -> SpeakingTime:
    """The time a load takes at a rate."""
    return SpeakingTime(rate.factor * (load.syllables * 60 / rate.syllables_per_minute + load.pauses / 1000))


def speaking_time(text_or_paragraphs: str | Iterable[str], rate: Rate) -> SpeakingTime:
    """The time of a text, a paragraph a line, or of paragraphs: the sum of the times of each."""
    return duration(_total(text_or_paragraphs), rate)


def calibrated(rate: Rate, load: Load, measured_seconds: float) -> Rate:
    """The rate of a speaker who took so many seconds for the load: the same articulation, another factor.

    Raises UsageError when there is no load or the time cannot be that of it.
    """
    expected = duration(load, replace(rate, factor=1.0)).seconds
    if not expected:
        raise UsageError("这篇稿子里没有可以念的文字，无法校准语速。", "请选一篇讲过的完整稿子。")
    factor = measured_seconds / expected
    if not _PLAUSIBLE[0] <= factor <= _PLAUSIBLE[1]:
        raise UsageError(
            f"这篇稿子按现在的语速约需 {expected / 60:.1f} 分钟，与填写的时长相差太大。",
            "请核对填写的是不是这一篇的实际用时。",
        )
    return replace(rate, factor=factor)


def format_minutes(time: SpeakingTime) -> str:
    """约 23 分钟（20–26）, without the range where it is none in whole minutes; under one minute 不足 1 分钟."""
    if time.seconds < 60:
        return "不足 1 分钟"
    middle, low, high = (round(seconds / 60) for seconds in (time.seconds, time.low, time.high))
    return f"约 {middle} 分钟（{low}–{high}）" if low < high else f"约 {middle} 分钟"


def _total(text_or_paragraphs: str | Iterable[str]) -> Load:
    lines = text_or_paragraphs.split("\n") if isinstance(text_or_paragraphs, str) else text_or_paragraphs
    return sum(map(load_of, lines), Load())

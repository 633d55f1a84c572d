"""How long a draft takes to speak: what of it is spoken, block by block, and what that adds up to."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import Block, Draft
from app.core.facts import Person
from app.core.kinds import HEADINGS, Kind
from app.core.lead import run_on
from app.core.memo import PerBlock
from app.core.numbering import numbers
from app.jobs.program import Program
from app.lang.speaking import (
    HEADING_PAUSE,
    PARAGRAPH_PAUSE,
    PRESETS,
    Load,
    Rate,
    SpeakingTime,
    calibrated,
    duration,
    load_of,
)

_UNSPOKEN = (Kind.STAGE, Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE, Kind.DATE, Kind.CUE, Kind.SIGNOFF)
"""What stands on the paper and is not read out; a speech begins with its salutation."""


SPEAKERS = ("讲话人", "主持人")
"""The facts that say who speaks (templates/facts.toml), the first that a draft has counts."""


def speaker_of(draft: Draft) -> str:
    """The name of who speaks, empty where the facts do not say it."""
    found = (draft.facts.get(name) for name in SPEAKERS)
    return next((each.name for each in found if isinstance(each, Person)), "")


def rate_for(program: Program, draft: Draft) -> Rate:
    """The rate of who speaks: the preset that the writer set, with the factor measured for this speaker."""
    from app.settings.declared import RATE_PRESET, SPEAKING_RATES

    rate = PRESETS[program.settings.get(RATE_PRESET)]
    factor = program.settings.get(SPEAKING_RATES).get(speaker_of(draft), rate.factor)
    return replace(rate, factor=factor)


def calibrate(program: Program, draft: Draft, seconds: float) -> Rate:
    """Keep for who speaks the factor by which this draft took so many seconds; the rate from now on.

    It is for the preset that is set. Raises UsageError when the time cannot be that of this draft.
    """
    from app.settings.declared import SPEAKING_RATES

    rate = calibrated(rate_for(program, draft), sum(spoken_loads(draft.blocks), Load()), seconds)
    known = program.settings.get(SPEAKING_RATES)
    program.settings.set(SPEAKING_RATES, {**known, speaker_of(draft): rate.factor})
    return rate


def forget_calibration(program: Program, draft: Draft) -> None:
    """Speak of who speaks as of everybody again."""
    from app.settings.declared import SPEAKING_RATES

    known = dict(program.settings.get(SPEAKING_RATES))
    known.pop(speaker_of(draft), None)
    program.settings.set(SPEAKING_RATES, known)


def spoken_loads(blocks: Sequence[Block], known: PerBlock[Load] | None = None) -> tuple[Load, ...]:
    """What there is to speak in each block, its number included; placeholders are not spoken.

    Loads add up: those of a section are the sum over its blocks. `known` remembers them from one time to the next.
    """
    return (known or known_loads())(blocks, numbers(blocks), run_on(blocks))


def known_loads() -> PerBlock[Load]:
    """What remembers loads; reading a long draft aloud takes a while."""
    return PerBlock(_load)


def _load(block: Block, number: str, followed: bool) -> Load:
    if block.kind in _UNSPOKEN:
        return Load()
    spoken = "".join(run.text for run in block.runs if not run.placeholder)
    alone = HEADING_PAUSE if block.kind in HEADINGS or block.kind is Kind.PART else PARAGRAPH_PAUSE
    return load_of(number + spoken, 0 if followed else alone) if spoken else Load()


def draft_time(draft: Draft, rate: Rate) -> SpeakingTime:
    """How long the whole draft takes at a rate."""
    return duration(sum(spoken_loads(draft.blocks), Load()), rate)

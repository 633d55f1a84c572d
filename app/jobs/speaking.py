"""How long a draft takes to speak: what of it is spoken, block by block, and what that adds up to."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import Block, Draft
from app.core.facts import Person
from app.core.kinds import HEADINGS, Kind
from app.core.lead import run_on
from app.core.numbering import numbers
from app.jobs.program import Program
from app.lang.speaking import (
    HEADING_PAUSE,
    PARAGRAPH_PAUSE,
    PRESETS,
    Load,
    Rate,
    SpeakingTime,
    duration,
    load_of,
)

_UNSPOKEN = (Kind.STAGE, Kind.TITLE, Kind.SUBTITLE, Kind.BYLINE, Kind.DATE, Kind.CUE, Kind.SIGNOFF)
"""What stands on the paper and is not read out; a speech begins with its salutation."""


SPEAKER = "讲话人"
"""The fact that says who speaks (templates/facts.toml)."""


def speaker_of(draft: Draft) -> str:
    """The name of who speaks, empty where the facts do not say it."""
    speaker = draft.facts.get(SPEAKER)
    return speaker.name if isinstance(speaker, Person) else ""


def rate_for(program: Program, draft: Draft) -> Rate:
    """The rate of who speaks: the preset that the writer set, with the factor measured for this speaker."""
    from app.settings.declared import RATE_PRESET, SPEAKING_RATES

    rate = PRESETS[program.settings.get(RATE_PRESET)]
    factor = program.settings.get(SPEAKING_RATES).get(speaker_of(draft), rate.factor)
    return replace(rate, factor=factor)


def spoken_loads(blocks: Sequence[Block]) -> tuple[Load, ...]:
    """What there is to speak in each block, its number included; placeholders are not spoken.

    Loads add up: those of a section are the sum over its blocks.
    """
    return tuple(
        _load(block, number, goes_on)
        for block, number, goes_on in zip(blocks, numbers(blocks), run_on(blocks), strict=True)
    )


def _load(block: Block, number: str, followed: bool) -> Load:
    if block.kind in _UNSPOKEN:
        return Load()
    spoken = "".join(run.text for run in block.runs if not run.placeholder)
    alone = HEADING_PAUSE if block.kind in HEADINGS or block.kind is Kind.PART else PARAGRAPH_PAUSE
    return load_of(number + spoken, 0 if followed else alone) if spoken else Load()


def draft_time(draft: Draft, rate: Rate) -> SpeakingTime:
    """How long the whole draft takes at a rate."""
    return duration(sum(spoken_loads(draft.blocks), Load()), rate)

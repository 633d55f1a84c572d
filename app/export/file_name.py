"""The name that an exported file is offered under: 标题（稿次）月日, or as the layout has it."""

from datetime import date

from app.core.draft import FORCED_LINE_END, Draft
from app.core.facts import Date, Person
from app.core.kinds import Kind
from app.lang.dates import read_date
from app.layouts import file_names
from app.layouts.model import Layout

_SPEAKER, _DAY = "讲话人", "会议日期"
"""The facts that hold speaker and day where the head of the draft does not say them."""


def file_name(draft: Draft, layout: Layout) -> str:
    """The name without ending, in which every system's forbidden characters are replaced.

    The day is that of the draft's date, or of the fact 会议日期; one with open parts is left out.
    """
    return file_names.file_name(
        layout.file_name,
        title=_text(draft, Kind.TITLE),
        stage=_text(draft, Kind.STAGE),
        speaker=_speaker(draft),
        day=_day(draft),
    )


def name_words(draft: Draft) -> dict[str, str]:
    """What a name may say of a draft, by the words of `file_names.WORDS`; empty for what it does not have."""
    return file_names.said(
        title=_text(draft, Kind.TITLE),
        stage=_text(draft, Kind.STAGE),
        speaker=_speaker(draft),
        day=_day(draft),
    )


def _speaker(draft: Draft) -> str:
    speaker = draft.facts.get(_SPEAKER)
    return speaker.name if isinstance(speaker, Person) else _text(draft, Kind.BYLINE)


def _text(draft: Draft, kind: Kind) -> str:
    text = next((block.text for block in draft.blocks if block.kind is kind), "")
    return text.replace(FORCED_LINE_END, "")


def _day(draft: Draft) -> date | None:
    printed = read_date(_text(draft, Kind.DATE).strip("（） ()"))
    fact = draft.facts.get(_DAY)
    found = Date(*printed) if printed else fact if isinstance(fact, Date) else None
    return found.known if found else None

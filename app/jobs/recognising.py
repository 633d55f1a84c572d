"""Sources recognised as drafts, with a check that nothing of them vanished."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.draft import Draft
from app.importing.block_lines import block_lines
from app.importing.lossless import Missing, missing, of_draft, of_paragraphs
from app.importing.recognise import recognise
from app.importing.report import Report, report_of
from app.jobs.sources import Foreign

_MOST_TOLD = 3
_LONGEST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft was recognised from, and all of it that is not in the draft.

    `lost` are characters that are neither in the draft nor in the report; there should be none.
    """

    foreign: Foreign
    report: Report
    lost: tuple[Missing, ...] = ()

    @property
    def data(self) -> dict[str, object]:
        """What a report says of it, as JSON has it."""
        encoding = {"encoding": self.foreign.encoding} if self.foreign.encoding else {}
        left_out = [
            {"why": item.fate.value, "text": item.text, "line": item.line} for item in self.report.items
        ]
        lost = [{"text": each.text, "line": each.line} for each in self.lost]
        return {**encoding, "left_out": left_out, "lost": lost}


@dataclass(frozen=True, slots=True)
class RecognisedDraft:
    """A draft that was recognised; `notices` and `lines` as `Opened` has them."""

    draft: Draft
    origin: Origin
    notices: tuple[str, ...]
    lines: Mapping[str, int]


def recognised(foreign: Foreign) -> RecognisedDraft:
    """The draft that a source is."""
    paragraphs = foreign.source.paragraphs
    found = recognise(paragraphs)
    lost = missing(of_paragraphs(paragraphs), of_draft(found.draft, found.report.items))
    report = report_of(foreign.source.left_out, found.report.items)
    origin = Origin(foreign, report, (*foreign.unread, *lost))
    told = report.in_words()
    notices = (*((told,) if told else ()), *_lost_in_words(origin.lost))
    return RecognisedDraft(found.draft, origin, notices, block_lines(paragraphs, found.draft.blocks))


def _lost_in_words(lost: tuple[Missing, ...]) -> Iterator[str]:
    for each in lost[:_MOST_TOLD]:
        where = f"第 {each.line} 行" if each.line is not None else "原文"
        more = "……" if len(each.text) > _LONGEST_TOLD else ""
        yield f"{where}有 {len(each.text)} 个字没有放进稿子，请对照原文补上：“{each.text[:_LONGEST_TOLD]}{more}”。"
    if len(lost) > _MOST_TOLD:
        yield f"还有 {len(lost) - _MOST_TOLD} 行也有字没有放进稿子。"

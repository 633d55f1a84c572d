"""Sources recognised as drafts, with a check that nothing of them vanished."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.core.draft import Draft
from app.core.kinds import KIND_NAMES, Kind
from app.importing.block_lines import block_lines
from app.importing.lossless import Missing, missing, of_draft, of_paragraphs
from app.importing.paragraphs import Source
from app.importing.recognise import Recognised, recognise
from app.importing.report import Report, report_of
from app.importing.speeches import speeches
from app.jobs.sources import Foreign

_MOST_TOLD = 3
_LONGEST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Origin:
    """What a draft was recognised from and how, and all of the source that is not in the draft.

    `lost` are characters that are neither in the draft nor in the report; there should be none.
    """

    foreign: Foreign
    recognised: Recognised
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
        return {**encoding, "left_out": left_out, "lost": lost, "pieces": list(self._pieces())}

    def _pieces(self) -> Iterator[dict[str, object]]:
        for piece in self.recognised.pieces:
            paragraph = self.recognised.paragraphs[piece.paragraph]
            yield {
                "line": None if piece.inserted else paragraph.line,
                "text": piece.inserted or paragraph.text[piece.start : piece.stop],
                "role": KIND_NAMES[piece.role] if isinstance(piece.role, Kind) else piece.role.value,
                "confidence": round(piece.confidence, 2),
                "reason": piece.reason,
            }


@dataclass(frozen=True, slots=True)
class RecognisedDraft:
    """A draft that was recognised; `notices` and `lines` as `Opened` has them."""

    draft: Draft
    origin: Origin
    notices: tuple[str, ...]
    lines: Mapping[str, int]


def recognised(foreign: Foreign) -> RecognisedDraft:
    """The draft that a source is; where it seems to hold several speeches, a notice says so."""
    made = _recognised(foreign)
    count = len(speeches(foreign.source.paragraphs))
    if count < 2:
        return made
    told = f"文件里像是有 {count} 篇讲话，都放在一份稿子里；siceng import --split 每篇转成一份。"
    return replace(made, notices=(told, *made.notices))


def recognised_each(foreign: Foreign) -> list[RecognisedDraft]:
    """The drafts that a source is, one for each speech in it.

    What the source left out is in the report of the speech among whose lines it stood.
    """
    return [_recognised(part) for _, part in parts_of(foreign)]


def parts_of(foreign: Foreign) -> list[tuple[str, Foreign]]:
    """Each speech of a source with its title, which may be empty; the source itself where it is but one."""
    found = speeches(foreign.source.paragraphs)
    if len(found) < 2:
        return [(found[0].title if found else "", foreign)]
    return [(speech.title, _part(foreign, speech.paragraphs)) for speech in found]


def _recognised(foreign: Foreign) -> RecognisedDraft:
    return made_of(foreign, recognise(foreign.source.paragraphs))


def made_of(foreign: Foreign, found: Recognised) -> RecognisedDraft:
    """The draft that was recognised in a source, checked against it."""
    inserted = ((None, piece.inserted) for piece in found.pieces)
    source = (*of_paragraphs(foreign.source.paragraphs), *inserted)
    lost = missing(source, of_draft(found.draft, found.report.items))
    report = report_of(foreign.source.left_out, found.report.items)
    origin = Origin(foreign, found, report, (*foreign.unread, *lost))
    told = (report.in_words(), f"接上了 {found.joins} 处断开的行。" if found.joins else "")
    notices = (*filter(None, told), *_lost_in_words(origin.lost))
    return RecognisedDraft(found.draft, origin, notices, block_lines(_in_draft(found), found.draft.blocks))


def _in_draft(found: Recognised) -> Iterator[tuple[int | None, str]]:
    """The stretches that became blocks, with their lines: what was left out may say the same before (目录)."""
    for piece in found.pieces:
        if isinstance(piece.role, Kind) and not piece.inserted:
            paragraph = found.paragraphs[piece.paragraph]
            yield paragraph.line, paragraph.text[piece.start : piece.stop]


def _part(foreign: Foreign, part: range) -> Foreign:
    """One speech of a source, with what was left out among its lines; what has no line belongs to the first."""
    source = foreign.source
    start = source.paragraphs[part.start].line if part.start else 0
    stop = source.paragraphs[part.stop].line if part.stop < len(source.paragraphs) else None

    def is_here(line: int | None) -> bool:
        return (line or 0) >= (start or 0) and (stop is None or (line or 0) < stop)

    left_out = tuple(item for item in source.left_out if is_here(item.line))
    unread = tuple(each for each in foreign.unread if is_here(each.line))
    return replace(foreign, source=Source(source.paragraphs[part.start : part.stop], left_out), unread=unread)


def _lost_in_words(lost: tuple[Missing, ...]) -> Iterator[str]:
    for each in lost[:_MOST_TOLD]:
        where = f"第 {each.line} 行" if each.line is not None else "原文"
        more = "……" if len(each.text) > _LONGEST_TOLD else ""
        yield f"{where}有 {len(each.text)} 个字没有放进稿子，请对照原文补上：“{each.text[:_LONGEST_TOLD]}{more}”。"
    if len(lost) > _MOST_TOLD:
        yield f"还有 {len(lost) - _MOST_TOLD} 行也有字没有放进稿子。"

"""What a source becomes when it is pasted: text that goes on in a line, or blocks. Titles are never guessed here."""

from dataclasses import replace

from app.core.draft import FORCED_LINE_END, Block, Draft, Run
from app.core.ids import NewId, random_id
from app.core.kinds import FORCED_LINES, Kind
from app.core.numbering import ordinals
from app.core.place import Place
from app.core.plan import applied, difference
from app.core.repair import sound_block
from app.core.selection import Clip, replaced
from app.core.writing import Stroke
from app.importing.paragraphs import Paragraph, Source
from app.importing.recognise import recognise_part
from app.importing.report import Report, report_of


def pasted(source: Source, kind: Kind, on_empty_line: bool, new_id: NewId = random_id) -> tuple[Clip, Report]:
    """The stretch that comes in where a block of that kind stands, and what of the source is not in it.

    A single line within a line is text with all that was typed in it; on an empty line of body, and among
    others, it is what its number says. In a title and the like lines stay lines of one block.
    """
    paragraphs = source.paragraphs
    if kind in FORCED_LINES or (_is_one_line(source) and not (on_empty_line and kind is Kind.BODY)):
        lines = [run for each in paragraphs for run in (Run(FORCED_LINE_END), *_whole(each))]
        block = Block(new_id(), runs=sound_block(Block("", kind, tuple(lines[1:]))).runs)
        return Clip((block,) if block.runs else (), part=True), report_of(source.left_out)
    found = recognise_part(paragraphs, new_id)
    blocks = found.draft.blocks
    part = len(blocks) == 1 and blocks[0].kind is Kind.BODY
    return Clip(blocks, part), report_of(source.left_out, found.report.items)


def put_in(draft: Draft, start: Place, stop: Place, clip: Clip, new_id: NewId = random_id) -> Stroke:
    """Put what was pasted in the place of a stretch, as `replaced` does.

    A series of points that began at one begins there, where points of the same heading stand before it.
    """
    stroke = replaced(draft, start, stop, clip, new_id)
    after = applied(stroke.plan, draft)
    old = {block.id for block in draft.blocks}
    blocks, ordinal = list(after.blocks), ordinals(after.blocks)
    firsts = _first_points(clip)
    for at, block in enumerate(blocks):
        if block.id in firsts and block.id not in old and ordinal[at] > 1:
            blocks[at] = replace(block, restart=True)
    return replace(stroke, plan=difference(stroke.plan.name, draft, replace(after, blocks=tuple(blocks))))


def _first_points(clip: Clip) -> set[str]:
    """Ids of the points that begin a series in a stretch."""
    found = zip(clip.blocks, ordinals(clip.blocks), strict=True)
    return {block.id for block, ordinal in found if block.kind is Kind.POINT and ordinal == 1}


def _is_one_line(source: Source) -> bool:
    return len(source.paragraphs) == 1 and FORCED_LINE_END not in source.paragraphs[0].text


def _whole(paragraph: Paragraph) -> tuple[Run, ...]:
    return (Run(paragraph.number), *paragraph.runs)

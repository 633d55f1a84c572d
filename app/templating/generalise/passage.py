"""The stretch of a draft of which a template is to be made: of one section, without head and empty lines."""

from dataclasses import dataclass, replace

from app.core.draft import Block, Draft
from app.core.facts import FactSheet
from app.core.kinds import HEAD_KINDS, Kind, Layer
from app.core.outline import section_at, stretches
from app.core.selection import copied
from app.core.writing import Place
from app.templating.fields import Field, by_name, effective
from app.templating.library import Library

_NOT_OF_A_SECTION = (*HEAD_KINDS, Kind.PART, Kind.SIGNOFF)


@dataclass(frozen=True, slots=True)
class Passage:
    """What is said, and what is known of it: the draft's facts, and the fields of the section it stands in.

    `facts` and `values` hold what the writer gave and the defaults, `given` only the former. `title` and `date` are
    what the draft's head says; `name`, `layer`, `slots` those of the section or of the template it came from; `asked`
    the names of the facts that the occasion asks. `left_out` counts blocks that no section template may have.
    """

    blocks: tuple[Block, ...]
    given: FactSheet = FactSheet()
    facts: FactSheet = FactSheet()
    values: FactSheet = FactSheet()
    fields: tuple[Field, ...] = ()
    title: str = ""
    date: str = ""
    name: str = ""
    layer: Layer | None = None
    slots: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(block.text for block in self.blocks)


def passages(draft: Draft, start: Place, stop: Place, library: Library) -> tuple[Passage, ...]:
    """The passages of a selection, one for each section that it touches; of the section there where it is empty."""
    if start == stop:
        stretch = section_at(draft, start.index)
        if stretch is None:
            return ()
        start, stop = Place(stretch.start, 0), _end(draft, stretch.stop - 1)
    clip = copied(draft, start, stop).blocks
    groups: list[tuple[int, list[Block]]] = []
    for offset, block in enumerate(clip):
        if not groups or (block.section is not None and offset) or block.kind is Kind.SIGNOFF:
            groups.append((start.index + offset, []))
        groups[-1][1].append(block)
    found = (_passage(draft, index, blocks, library) for index, blocks in groups)
    return tuple(passage for passage in found if passage.text.strip())


def section_passages(draft: Draft, library: Library) -> tuple[Passage, ...]:
    """Each section of a draft as a passage; the whole of one without sections."""
    found = [
        passage
        for stretch in stretches(draft)
        for passage in passages(draft, Place(stretch.start, 0), _end(draft, stretch.stop - 1), library)
    ]
    if found or not draft.blocks:
        return tuple(found)
    return passages(draft, Place(0, 0), _end(draft, len(draft.blocks) - 1), library)


def _head(draft: Draft, kind: Kind) -> str:
    return next((block.text for block in draft.blocks if block.kind is kind), "")


def _end(draft: Draft, index: int) -> Place:
    return Place(index, len(draft.blocks[index].text))


def _passage(draft: Draft, index: int, blocks: list[Block], library: Library) -> Passage:
    stretch = section_at(draft, index)
    section = stretch.section if stretch else None
    template = library.sections.get(section.template) if section else None
    fields = template.fields if template else ()
    kept = [block for block in blocks if block.kind not in _NOT_OF_A_SECTION and block.text.strip()]
    occasion = library.occasion_of(draft)
    name = section.name if section else ""
    slots = template.slots if template else ()
    if occasion is not None and not slots:
        slots = tuple(slot.id for slot in occasion.slots if name and slot.name == name)
    title, date = (_head(draft, kind) for kind in (Kind.TITLE, Kind.DATE))
    left_out = sum(block.kind in _NOT_OF_A_SECTION and bool(block.text.strip()) for block in blocks)
    return Passage(
        blocks=tuple(_alone(block, first=at == 0) for at, block in enumerate(kept)),
        given=draft.facts,
        facts=effective(draft.facts, library.facts),
        values=effective(section.fields, by_name(fields)) if section else FactSheet(),
        fields=fields,
        title=title,
        date=date,
        name=name,
        layer=section.layer if section else None,
        slots=slots,
        asked=occasion.facts if occasion else (),
        left_out=left_out,
    )


def _alone(block: Block, first: bool) -> Block:
    """The block as it stands in a template: what the section says is not among its words, notes are of this draft."""
    runs = tuple(replace(run, query=False, comment="") for run in block.runs)
    return replace(block, runs=runs, section=None, joined=block.joined and not first)

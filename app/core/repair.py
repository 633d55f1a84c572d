"""Any draft made sound: the rules of DESIGN.md §2 in one place. Marks may change, text never goes.

`repaired` is idempotent, and a sound draft is left as it is, so that `repaired(draft) == draft` asks
whether a draft is sound. Readers of files, of templates and of the editor's document all end here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.core.draft import MOST_TARGET, SCOPES, Bind, Block, Draft, Run, Section, merged
from app.core.ids import NewId, is_id, random_id
from app.core.kinds import HEAD_KINDS, JOINABLE, MARKERS, NUMBERED, Kind, Lead, head_rank
from app.core.text import clean_note, clean_text, one_line


def repaired(draft: Draft, new_id: NewId = random_id) -> Draft:
    """The nearest sound draft. Ids that are missing, malformed or there twice are made by `new_id`."""
    return arranged(replace(draft, blocks=tuple(sound_block(block) for block in draft.blocks)), new_id)


def arranged(draft: Draft, new_id: NewId = random_id) -> Draft:
    """The nearest sound draft of one whose blocks are each sound: their order, joins, ids and sections."""
    blocks = _with_ids(_with_joins(_heads_first(draft.blocks)), new_id)
    return replace(draft, blocks=tuple(_with_sections(blocks, new_id)))


_HEADS = frozenset(HEAD_KINDS)


def sound_block(block: Block) -> Block:
    """The block without fields that its kind does not have, its runs in their one form; itself where it is sound."""
    kind = block.kind
    numbered = kind in NUMBERED
    marker = block.marker if block.marker in MARKERS else MARKERS[0]
    wanted = (
        merged(_sound_run(run, kind) for run in block.runs),
        marker if kind is Kind.POINT else "",
        block.restart and numbered,
        block.joined and kind in JOINABLE,
        block.lead if numbered else Lead.AUTO,
    )
    if wanted == (block.runs, block.marker, block.restart, block.joined, block.lead):
        return block
    runs, marker, restart, joined, lead = wanted
    return replace(block, runs=runs, marker=marker, restart=restart, joined=joined, lead=lead)


def _sound_run(run: Run, kind: Kind) -> Run:
    bind = run.bind
    if bind is not None:
        bind = Bind(bind.scope, one_line(bind.name), one_line(bind.form), bind.occurrence)
        bind = bind if bind.scope in SCOPES and bind.name else None
    wanted = clean_text(run.text, kind), bind, clean_note(run.comment)
    if wanted == (run.text, run.bind, run.comment):
        return run
    text, bind, comment = wanted
    return replace(run, text=text, bind=bind, comment=comment)


def _sound_section(section: Section, section_id: str) -> Section:
    """The section with that id, the same object where nothing is wrong with it."""
    target = section.target if section.target is not None and 0 <= section.target <= MOST_TARGET else None
    name, template = one_line(section.name), one_line(section.template)
    wanted = section_id, name, template, target
    if wanted == (section.id, section.name, section.template, section.target):
        return section
    return replace(section, id=section_id, name=name, template=template, target=target)


def _heads_first(blocks: Iterable[Block]) -> list[Block]:
    """Head kinds in printing order before the rest, each once but byline; what is over becomes body."""
    blocks = list(blocks)
    if not any(block.kind in _HEADS for block in blocks):
        return blocks
    heads: list[Block] = []
    rest: list[Block] = []
    seen: set[Kind] = set()
    in_head = True
    for block in blocks:
        is_head = block.kind in _HEADS
        in_head = in_head and is_head
        if in_head and (block.kind is Kind.BYLINE or block.kind not in seen):
            heads.append(block)
            seen.add(block.kind)
        elif is_head:
            rest.append(sound_block(replace(block, kind=Kind.BODY)))
        else:
            rest.append(block)
    return sorted(heads, key=lambda block: head_rank(block.kind)) + rest


def may_be_joined(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at an index can run on in a paragraph before it: not right below the head or a 篇题."""
    before = blocks[at - 1].kind if at else None
    return blocks[at].kind in JOINABLE and not (before is None or before in _HEADS or before is Kind.PART)


def _with_joins(blocks: list[Block]) -> list[Block]:
    for at, block in enumerate(blocks):
        if block.joined and not may_be_joined(blocks, at):
            blocks[at] = replace(block, joined=False)
    return blocks


def _with_ids(blocks: list[Block], new_id: NewId) -> list[Block]:
    names = [block.id for block in blocks]
    if len(set(names)) == len(names) and all(map(is_id, names)):
        return blocks
    seen: set[str] = set()
    result: list[Block] = []
    for block in blocks:
        name = block.id
        while not is_id(name) or name in seen:
            name = new_id()
        seen.add(name)
        result.append(block if name == block.id else replace(block, id=name))
    return result


def may_begin_section(block: Block) -> bool:
    """Whether a section may begin at a block: not in the head, not within a printed paragraph."""
    return block.kind not in _HEADS and block.kind is not Kind.SIGNOFF and not block.joined


def _with_sections(blocks: list[Block], new_id: NewId) -> list[Block]:
    seen: set[str] = set()
    for at, block in enumerate(blocks):
        section = block.section
        if section is None and block.kind is not Kind.H1:
            continue
        if not may_begin_section(block):
            section = None
        elif section is None:
            section = Section(id="")
        if section is not None:
            name = section.id
            while not is_id(name) or name in seen:
                name = new_id()
            seen.add(name)
            section = _sound_section(section, name)
        if section is not block.section:
            blocks[at] = replace(block, section=section)
    return blocks

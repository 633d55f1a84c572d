"""Deeds on whole branches of the outline, by the plans of `app.core`, which has tests of its own for them.

What begins its numbers anew where it is moved is said here once more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core import branches, sections, splitting
from app.core.draft import Draft
from app.core.headings import with_headings
from app.core.kinds import HEADINGS, Kind
from app.core.outline import Node, outline
from app.core.place import Place
from app.core.plan import Plan, applied
from tests.ui.model.lines import Line, lines_of, new_name
from tests.ui.model.numbering import ordinal
from tests.ui.model.writing import Done

_RANKS = (Kind.PART, *HEADINGS, Kind.POINT)
DEEDS = ("rise", "sink", "go_up", "go_down", "duplicate", "delete", "split", "merge")


def done(draft: Draft, name: str, caret: Place, selected: Sequence[Node] = ()) -> Done:
    """The deed of that name on the branches that are selected, else on that with the caret in it."""
    nodes = outline(draft)
    path = [node for node in nodes if node.start <= caret.index < node.stop]
    if name == "split":
        stroke = splitting.split_branch(draft, caret, new_name)
        return applied(stroke.plan, draft), stroke.place
    headings = [each for each in path if each.kind in HEADINGS]
    if name in ("rise", "sink"):
        by, meant = -1 if name == "rise" else 1, branches.topmost(selected) or headings[-1:]
        return applied(branches.shifted_branches(draft, meant, by, new_name), draft), None
    meant = branches.topmost(selected) or path[-1:]
    if name == "duplicate" and meant:
        after = applied(branches.duplicated_branches(draft, meant, new_name), draft)
        return after, Place(meant[-1].stop, 0)
    if name == "delete" and meant:
        after = applied(branches.deleted_branches(draft, meant, new_name), draft)
        return after, Place(max(0, meant[0].start - 1), 0)
    if name in ("go_up", "go_down") and meant:
        after = applied(_moved(draft, nodes, meant, name == "go_up"), draft)
        return _with_restarts(draft, after, meant), None
    if not path:
        return draft, None
    merging = [each for each in path if each.kind in HEADINGS or each.kind is None][-1:]
    return (applied(splitting.merged_branch(draft, merging[0], new_name), draft) if merging else draft), None


def _moved(draft: Draft, nodes: Sequence[Node], meant: Sequence[Node], up: bool) -> Plan:
    """Before or after the next branch of the same rank that is below the same heading, or into the next heading."""
    node, *more = meant
    if more:
        to = branches.stepped(draft, nodes, meant, -1 if up else 1)
        return branches.moved_branches(draft, meant, to.to, to.rank, new_name) if to else Plan("")
    at = nodes.index(node)
    beside = list(reversed(nodes[:at])) if up else list(nodes[at + 1 :])
    other = next((each for each in beside if each.rank <= node.rank), None)
    if other is not None and other.rank == node.rank:
        if up and any(each.start == other.start for each in nodes[: nodes.index(other)]):
            return Plan("")  # it begins the section, before which it would be of another
        to = _begin(nodes, other) if up else other.stop
        return branches.moved_branches(draft, [node], to, node.rank, new_name)
    if up:
        above = next((each for each in beside if each.rank < node.rank), None)
        beside = list(reversed(nodes[: nodes.index(above)])) if above is not None else []
    else:
        beside = [each for each in beside if each.start >= node.stop]
    heading = next((each for each in beside if each.rank < node.rank), None)
    if heading is None or heading.kind is None:
        return Plan("")
    first = 0
    if node.kind is not Kind.POINT:  # behind the points that are the heading's own
        below = [each for each in nodes if heading.start < each.start < heading.stop]
        first = next((at for at, each in enumerate(below) if each.kind is not Kind.POINT), len(below))
    found = branches.landing(draft, nodes, [node], heading, -1 if up else first)
    if found is None or found.rank != node.rank:
        return Plan("")
    return branches.moved_branches(draft, [node], found.to, node.rank, new_name)


def _begin(nodes: Sequence[Node], node: Node) -> int:
    """Where what comes before a branch begins: right behind the one before it, as if dropped there, so that a 落款
    between the two, which is of neither, stays behind it."""
    parent = next((each for each in reversed(nodes[: nodes.index(node)]) if each.rank < node.rank), None)
    beside = branches.children(nodes, parent)
    at = beside.index(node)
    return beside[at - 1].stop if at else node.start


def drops(draft: Draft, nodes: Sequence[Node], moved: Sequence[Node]) -> Iterator[tuple[Node | None, int]]:
    """Where some branches can be dropped: below which other, before which row of it."""
    for parent in (None, *nodes):
        rows = range(-1, len(branches.children(nodes, parent)) + 1)
        yield from ((parent, row) for row in rows if branches.landing(draft, nodes, moved, parent, row))


def dropped(draft: Draft, moved: Sequence[Node], parent: Node | None, row: int) -> Done:
    """Branches of the tree dropped before a row below another."""
    found = branches.landing(draft, outline(draft), moved, parent, row)
    if found is None:
        return draft, None
    after = applied(branches.moved_branches(draft, moved, found.to, found.rank, new_name), draft)
    return _with_restarts(draft, after, branches.topmost(moved)), None


def _with_restarts(before: Draft, after: Draft, moved: Sequence[Node]) -> Draft:
    """A draft in which of what was moved begins its numbers anew what did so before, below the same line above and at
    the same level, and is not the first there."""
    if [block.id for block in before.blocks] == [block.id for block in after.blocks]:
        return after
    was, lines = lines_of(before.blocks), lines_of(after.blocks)
    blocks = list(after.blocks)
    for node in moved:
        old, name = was[node.start], was[node.start].id
        if not old.restart:
            continue
        at = next(at for at, line in enumerate(lines) if line.id == name)
        lines[at].restart = False
        stays = old.kind is lines[at].kind and _above(was, node.start) == _above(lines, at)
        lines[at].restart = stays and ordinal(lines, at) != 1
        blocks[at] = replace(blocks[at], restart=lines[at].restart)
    return replace(after, blocks=tuple(blocks))


def _above(lines: Sequence[Line], at: int) -> str:
    """The heading below which a line stands, or the line that begins its section without one."""
    for line in reversed(lines[:at]):
        is_section = line.section is not None and line.kind not in _RANKS[:5]
        rank = 1 if is_section else _RANKS.index(line.kind) if line.letters and line.kind in _RANKS else 9
        if rank < _RANKS.index(lines[at].kind):
            return line.id
    return ""


def renamed(draft: Draft, node: Node, text: str) -> Done:
    """Other words for a heading, another name for a section without."""
    if node.kind is None:
        return applied(sections.set_name(draft, node.start, text), draft), None
    return applied(with_headings(draft, {draft.blocks[node.start].id: text}, new_name), draft), None

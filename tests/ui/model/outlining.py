"""Deeds on whole branches of the outline, by the plans of `app.core`, which has tests of its own for them."""

from collections.abc import Sequence

from app.core import branches, splitting
from app.core.draft import Draft
from app.core.kinds import HEADINGS, Kind
from app.core.outline import Node, outline
from app.core.place import Place
from app.core.plan import Plan, applied
from tests.ui.model.lines import new_name
from tests.ui.model.writing import Done

DEEDS = ("rise", "sink", "go_up", "go_down", "duplicate", "delete", "split", "merge")


def done(draft: Draft, name: str, caret: Place) -> Done:
    """The deed of that name on the branch with the caret in it."""
    nodes = outline(draft)
    path = [node for node in nodes if node.start <= caret.index < node.stop]
    if name == "split":
        stroke = splitting.split_branch(draft, caret, new_name)
        return applied(stroke.plan, draft), stroke.place
    if not path:
        return draft, None
    node = path[-1]
    headings = [each for each in path if each.kind in HEADINGS]
    if name in ("rise", "sink"):
        by = -1 if name == "rise" else 1
        return applied(branches.shifted_branches(draft, headings[-1:], by, new_name), draft), None
    if name in ("go_up", "go_down"):
        return applied(_moved(draft, nodes, node, name == "go_up"), draft), None
    if name == "duplicate":
        after = applied(branches.duplicated_branches(draft, [node], new_name), draft)
        return after, Place(node.stop, 0)
    if name == "delete":
        after = applied(branches.deleted_branches(draft, [node], new_name), draft)
        return after, Place(max(0, node.start - 1), 0)
    merging = [each for each in path if each.kind in HEADINGS or each.kind is None][-1:]
    return (applied(splitting.merged_branch(draft, merging[0], new_name), draft) if merging else draft), None


def _moved(draft: Draft, nodes: Sequence[Node], node: Node, up: bool) -> Plan:
    """Before or after the next branch of the same rank that is below the same heading, or into the next heading."""
    at = nodes.index(node)
    beside = list(reversed(nodes[:at])) if up else list(nodes[at + 1 :])
    other = next((each for each in beside if each.rank <= node.rank), None)
    if other is not None and other.rank == node.rank:
        to = other.start if up else other.stop
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


def dropped(draft: Draft, moved: Node, parent: Node | None, row: int) -> Done:
    """A branch of the tree dropped before a row below another."""
    found = branches.landing(draft, outline(draft), [moved], parent, row)
    if found is None:
        return draft, None
    return applied(branches.moved_branches(draft, [moved], found.to, found.rank, new_name), draft), None

"""What the window gives the palette to find: commands, headings of the draft, recent drafts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from app.core.outline import Node
from app.ui.actions import Actions
from app.ui.commands import COMMANDS
from app.ui.key_names import key_name
from app.ui.menus import menu_names
from app.ui.palette.results import Result


def command_results(
    actions: Actions, recent: Sequence[str], ran: Callable[[str], object]
) -> Iterator[Result]:
    """The commands in the order of the menus, but for the palette; `ran` is told which one was run."""
    known = {command.id: command for command in COMMANDS}
    for command_id, menu in menu_names().items():
        if command_id != "palette":
            command, action = known[command_id], actions[command_id]

            def run(command_id: str = command_id) -> None:
                ran(command_id)
                actions[command_id].trigger()

            yield Result(
                command.name.replace("　", " "),
                menu,
                run,
                key_name(command.shortcuts[0]) if command.shortcuts else "",
                action.isEnabled(),
                recent.index(command_id) if command_id in recent else None,
            )


def heading_results(nodes: Iterable[Node], go: Callable[[int], object]) -> Iterator[Result]:
    """The headings of the draft; each goes there."""
    for node in nodes:
        yield Result(node.number + node.text, "标题", lambda at=node.start: go(at), only_asked=True)


def file_results(paths: Iterable[Path], open_file: Callable[[Path], object]) -> Iterator[Result]:
    """Drafts opened last; each opens."""
    for path in paths:
        yield Result(
            path.stem, f"最近 · {path.parent.name}", lambda path=path: open_file(path), only_asked=True
        )

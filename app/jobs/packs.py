"""Template packs: exported from what the writer made, looked into, taken in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.core.errors import UsageError
from app.files.atomic import write_bytes
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.templating.packs.brought import Look
from app.templating.packs.looking import look_into as look_at
from app.templating.packs.pack_file import pack_bytes, read_pack
from app.templating.packs.taking import Choice, Taken
from app.templating.packs.taking import take_in as take
from app.templating.packs.things import OwnThings, Thing

PACK_SUFFIX = ".zip"


def own_things(program: Program) -> OwnThings:
    """What the writer made and could give away. Raises ReadError."""
    return OwnThings(program.library, program.own)


def export_pack(
    program: Program,
    things: Sequence[Thing],
    path: Path,
    name: str,
    *,
    overwrite: bool,
    description: str = "",
) -> tuple[Thing, ...]:
    """Write these, with what they need, into a pack; what is in it.

    Raises UsageError where nothing is chosen, ReadError for a file that cannot be read, WriteError.
    """
    own = own_things(program)
    whole = own.with_needs(things)
    if not whole:
        raise UsageError("没有选要导出的。", "至少勾一项。")
    data = pack_bytes(own.pack(name.strip() or path.stem, whole, description.strip()))
    write_bytes(path, data, replace=overwrite)
    return whole


def look_into(program: Program, path: Path) -> Look:
    """What the pack in a file brings; nothing of it is taken. Raises ReadError for what is no pack or hostile."""
    return look_at(read_pack(path), program.library, program.own, program.places.user_data)


def take_in(program: Program, look: Look, choices: Mapping[tuple[OwnKind, str], Choice]) -> Taken:
    """Take what was chosen of a pack, and read the library again. Raises WriteError."""
    try:
        return take(look, choices, program.own)
    finally:
        program.refresh_library()

"""Whether another program changed the file of an open draft, and what that means."""

from dataclasses import dataclass
from enum import Enum, auto

from app.core.errors import ReadError
from app.jobs.opening import Opened
from app.storage.siceng_file import Stamp, read_siceng, stamp_of


class Outside(Enum):
    """What became of the file since it was read or saved here."""

    SAME = auto()
    """It says what it said: nobody touched it, or it was only copied over with the same."""
    CHANGED = auto()
    GONE = auto()
    """It is not there, or its disk is not."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen. `stamp` is what the file looks like now, None where it is gone."""

    state: Outside
    stamp: Stamp | None


def look(opened: Opened) -> Look:
    """Look at the file of an open draft again: first at its size and time, and only if they differ into it.

    Sync clients and backups touch files without changing them; a draft without a `.siceng` file is always the same.
    """
    if opened.path is None or opened.stamp is None:
        return Look(Outside.SAME, opened.stamp)
    stamp = stamp_of(opened.path)
    if stamp is None:
        return Look(Outside.GONE, None)
    if stamp == opened.stamp:
        return Look(Outside.SAME, stamp)
    try:
        found = read_siceng(opened.path)
    except ReadError:
        return Look(Outside.CHANGED, stamp)
    same = found.draft == opened.draft and found.others == opened.others
    return Look(Outside.SAME if same else Outside.CHANGED, found.stamp)

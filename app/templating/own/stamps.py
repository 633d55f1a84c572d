"""What the writer's files look like on the disk, to notice that one was changed, with whatever program."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.templating.own.kinds import BASE_SUFFIXES

_SUFFIXES = (".j2", ".toml", *BASE_SUFFIXES)
_MOST = 5000
"""Files and folders looked at: more than a library may have."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The files of a folder of templates, each with its size in bytes and its time in nanoseconds, and its folders."""

    files: Mapping[Path, tuple[int, int]] = field(default_factory=dict[Path, tuple[int, int]])
    folders: tuple[Path, ...] = ()


def look(folder: Path) -> Seen:
    """What is there now; nothing where there is no such folder. Hidden files do not count, links are not followed."""
    files: dict[Path, tuple[int, int]] = {}
    folders: list[Path] = []
    for parent, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        folders.append(Path(parent))
        for name in names:
            if name.endswith(_SUFFIXES) and not name.startswith("."):
                # One that goes while it is looked at is not there.
                with suppress(OSError):
                    found = Path(parent, name).stat()
                    files[Path(parent, name)] = (found.st_size, found.st_mtime_ns)
        if len(files) + len(folders) > _MOST:
            break
    return Seen(files, tuple(folders))

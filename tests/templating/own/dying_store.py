"""Run by test_killed: does something to an own file and dies by SIGKILL before the step asked for.

Arguments: the home folder, `write` or `delete`, the step. Each call that changes the disk is a step.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.files.places import find_places
from app.templating.own.kinds import OwnKind
from app.templating.own.store import OwnStore
from tests.templating.own.killed import ID, NEW

HOME, WAY, LAST = sys.argv[1], sys.argv[2], int(sys.argv[3])
taken: list[str] = []


def stepped(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **keywords: Any) -> Any:
        taken.append(function.__name__)
        if len(taken) == LAST:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **keywords)

    return call


store = OwnStore(find_places({"SICENG_HOME": HOME}))
path = store.own_file(OwnKind.SECTIONS, ID)
assert path is not None
for name in ("open", "fsync", "mkdir", "unlink", "replace"):
    setattr(os, name, stepped(getattr(os, name)))
for name in ("mkdir", "unlink", "replace"):
    setattr(Path, name, stepped(getattr(Path, name)))
if WAY == "write":
    store.write(OwnKind.SECTIONS, ID, NEW)
else:
    store.delete(path)

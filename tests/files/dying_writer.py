"""Run by test_killed: writes standard input to a file and dies by SIGKILL before the step asked for.

Arguments: the file, the step, and `refused` when the system is not to let the file be replaced.
Each call to the system is a step, and content goes in two pieces with a step between them.
"""

import errno
import io
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.files.atomic import write_bytes

TARGET, LAST, REFUSED = Path(sys.argv[1]), int(sys.argv[2]), "refused" in sys.argv
taken: list[str] = []


def step(name: str) -> None:
    taken.append(name)
    if len(taken) == LAST:
        os.kill(os.getpid(), signal.SIGKILL)


def stepped(function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*args: Any, **keywords: Any) -> Any:
        step(function.__name__)
        return function(*args, **keywords)

    return call


class Halved:
    """A file into which content goes in two pieces."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def __enter__(self) -> "Halved":
        return self

    def __exit__(self, *_error: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        half = len(data) // 2
        self.file.write(data[:half])
        self.file.flush()
        step("half of the content")
        self.file.write(data[half:])


def halved(function: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *args, **keywords: Halved(stepped(function)(*args, **keywords))


def replace_unless_refused(source: str, target: str, move: Callable[..., None] = os.replace) -> None:
    step("replace")
    if REFUSED:
        raise PermissionError(errno.EACCES, "held")
    move(source, target)


content = sys.stdin.buffer.read()
for name in ("open", "fsync", "unlink", "chmod", "close"):
    setattr(os, name, stepped(getattr(os, name)))
os.fdopen, io.open = halved(os.fdopen), halved(io.open)
os.replace = replace_unless_refused
time.sleep = lambda _seconds: None
write_bytes(TARGET, content, replace=True)

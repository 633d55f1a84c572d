"""What the commands print: data on standard output, everything said to a person on standard error."""

import io
import os
import sys
from collections.abc import Iterable

from app.core.errors import AppError, WriteError


def use_utf8() -> None:
    """Make both outputs UTF-8 whatever the locale says; what no file can hold becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def show(text: str) -> None:
    """Print a line or lines of data. Raises WriteError where standard output takes no more."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Whoever read has seen enough (`siceng outline … | head`).
        _silence()
    except OSError as error:
        _silence()
        raise WriteError("标准输出写不进去。", "检查磁盘空间，或换一个位置再存。") from error


def tell(sentences: Iterable[str]) -> None:
    """Print sentences for the person at the keyboard, a line each."""
    if sys.stderr is None:
        # Closed by whoever started this; print would take standard output instead.
        return
    for sentence in sentences:
        try:
            print(sentence, file=sys.stderr, flush=True)
        except OSError:
            # Nobody is there to be told; the command goes on.
            return


def one_line(error: AppError) -> str:
    """An error as the one line that it is on the command line."""
    return " ".join(str(error).split())


def _silence() -> None:
    """Let Python's own flush at the end of the process go nowhere instead of failing again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)

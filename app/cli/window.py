"""Opening the window: the only place below which Qt is imported."""

import gc
import os
import sys
from pathlib import Path

from app.core.errors import AppError
from app.jobs.program import Program

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Any of these tells Qt where to show a window."""


def is_file_name(word: str) -> bool:
    """Whether a word that is no command is meant as a file to open."""
    from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES

    suffixes = (DRAFT_SUFFIX, *FOREIGN_SUFFIXES)
    return bool(word) and (Path(word).suffix.lower() in suffixes or os.sep in word or Path(word).exists())


def run(program: Program, file: str | None) -> int:
    """Open the window, with a file in it if one is given; its exit status. Raises AppError where it cannot be."""
    commands = "命令行不需要窗口：siceng --help 查看。"
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _DISPLAYS):
        raise AppError("这里没有图形桌面，窗口打不开。", f"请在桌面环境的终端里运行；{commands}")
    # What is made while the window opens stays: looking through it for garbage again and again would delay it.
    # Collecting is app.ui.garbage's while the window is open.
    gc.disable()
    try:
        return _open(program, None if file is None else Path(file), commands)
    finally:
        gc.enable()


def _open(program: Program, path: Path | None, commands: str) -> int:
    try:
        from app.ui.application import run as run_window
    except ImportError as error:
        raise AppError(
            f"窗口打不开：缺少图形界面的组件（{error}）。", f"用 installer/bootstrap.py run 补装；{commands}"
        ) from error
    return run_window(program, path)

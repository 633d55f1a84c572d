"""System packages on Debian and Ubuntu: which are missing, installing them, or saying what to do."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

QT_LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
FONTS = ("fonts-arphic-gkai00mp", "fonts-noto-cjk")


def wanted() -> tuple[str, ...]:
    """Packages the program needs on Debian: what Qt links to, Chinese fonts, and venv where this Python lacks it."""
    python = () if has_venv() else (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)
    return (*python, *QT_LIBRARIES, *FONTS)


def has_venv() -> bool:
    """Whether this Python can make an environment with pip in it (Debian packs that apart)."""
    return importlib.util.find_spec("ensurepip") is not None


def missing(names: Iterable[str], listing: str) -> list[str]:
    """Those of `names` that no installed package of `listing` is or provides.

    `listing` is dpkg-query's, a line a package: status, name, and the names it provides, between tabs.
    """
    present: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = (*line.split("\t"), "", "")[:3]
        if status == "installed":
            # "libglib2.0-0 (= 2.80), other": newer releases provide the old name of a renamed library.
            present.update([name, *(item.split()[0] for item in provides.split(",") if item.strip())])
    return [name for name in names if name not in present]


def provide(may_install: bool) -> list[str]:
    """Install what is missing if that is allowed here and `may_install`; returns what remains to tell the user."""
    if not sys.platform.startswith("linux"):
        return []
    if not Path("/var/lib/dpkg/status").exists() or shutil.which("apt-get") is None:
        # What another system calls these cannot be known, so it is told once, when the environment is made.
        return [on_other_systems()] if may_install else []
    lacking = missing(wanted(), installed())
    if lacking and may_install and os.geteuid() == 0:
        install(lacking)
        lacking = missing(wanted(), installed())
    return [what_to_do(lacking)] if lacking else []


def installed() -> str:
    """The packages dpkg knows, in the form `missing` reads."""
    fields = "${db:Status-Status}\t${Package}\t${Provides}\n"
    return subprocess.run(["dpkg-query", "-W", "-f", fields], check=True, capture_output=True, text=True).stdout


def install(names: list[str]) -> None:
    """Install with apt. A failure is not raised: `provide` looks again and tells what is still missing."""
    print("正在安装系统软件包：" + " ".join(names), file=sys.stderr, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *names]):
        subprocess.run(["apt-get", *command], check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=quiet)
    importlib.invalidate_caches()


def what_to_do(names: list[str]) -> str:
    """What a user of Debian or Ubuntu can do about missing packages."""
    return f"缺少系统软件包，窗口或中文字体可能不正常。请运行：sudo apt-get install {' '.join(names)}"


def on_other_systems() -> str:
    """What a user of another Linux can do: the libraries and fonts by their own names."""
    return (
        "本系统不是 Debian 或 Ubuntu，未自动安装系统软件包。如窗口打不开，请用系统的软件管理器安装 "
        "libEGL、libGL、libxkbcommon-x11、xcb-util-cursor、xcb-util-wm、xcb-util-image、xcb-util-keysyms、"
        "xcb-util-renderutil；如中文显示为方框，请安装思源（Noto CJK）字体。"
    )


def without_venv() -> str:
    """What to do where the environment could not be made because this Python lacks venv."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return f"这个 Python 缺少 venv 和 pip，无法建立运行环境。请先安装（Debian、Ubuntu：sudo apt-get install {package}）。"
